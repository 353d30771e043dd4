"""The community's side of the admin; each subject has a module of its own."""

from django.contrib import admin

from community.access_log import AccessLog
from community.access_log_admin import AccessLogAdmin
from community.activities import Activity, Membership
from community.activity_admin import ActivityAdmin
from community.aspiration_admin import AspirationAdmin
from community.aspirations import Aspiration
from community.board_admin import BoardAdmin
from community.boards import Board
from community.contribution_admin import ContributionAdmin
from community.contributions import Contribution
from community.group_admin import GroupAdmin, StageAdmin
from community.groups import Group, Stage
from community.membership_admin import MembershipAdmin
from community.registration_admin import RegistrationAdmin
from community.registrations import Registration

admin.site.register(Aspiration, AspirationAdmin)
admin.site.register(Membership, MembershipAdmin)
admin.site.register(Group, GroupAdmin)
admin.site.register(Stage, StageAdmin)
admin.site.register(Board, BoardAdmin)
admin.site.register(Activity, ActivityAdmin)
admin.site.register(AccessLog, AccessLogAdmin)
admin.site.register(Registration, RegistrationAdmin)
admin.site.register(Contribution, ContributionAdmin)
