"""The community's side of the admin; each subject has a module of its own."""

from django.contrib import admin

from community.aspiration_admin import AspirationAdmin
from community.aspirations import Aspiration

admin.site.register(Aspiration, AspirationAdmin)
