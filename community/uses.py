"""When the files of a picture are public because of a group or its activities, and whose they are before."""

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, Q

from cilegon_portal.library.usage import (
    of_public,
    register_illustrated,
    register_picture_share,
    register_picture_use,
)
from community.activities import Activity, ActivityPhoto
from community.contributions import Contribution, ContributionPhoto
from community.groups import Group

if TYPE_CHECKING:
    from cilegon_portal.accounts.models import User


def register() -> None:
    """Tell the library which files public groups and activities show, and what their officers share."""
    register_picture_use(_logo)
    register_picture_use(_of_an_activity)
    register_picture_use(_beside_an_activity)
    register_picture_share(_of_own_activities)
    register_picture_share(_of_own_contributions)
    register_illustrated(Group)


def _logo() -> Exists:
    return Exists(Group.objects.published().filter(logo=OuterRef("pk")))


def _of_an_activity() -> Exists:
    return Exists(Activity.objects.published().filter(picture=OuterRef("pk")))


def _beside_an_activity() -> Exists:
    return of_public(ActivityPhoto.objects.filter(picture=OuterRef("pk")), "activity")


def _of_own_activities(user: "User") -> Q:
    own = Activity.objects.owned_by(user)
    beside = ActivityPhoto.objects.filter(picture=OuterRef("pk"), activity__in=own)
    return Q(Exists(own.filter(picture=OuterRef("pk")))) | Q(Exists(beside))


def _of_own_contributions(user: "User") -> Q:
    own = Contribution.objects.owned_by(user)
    beside = ContributionPhoto.objects.filter(picture=OuterRef("pk"), contribution__in=own)
    texts = Contribution.text_pictures.through._default_manager
    within = texts.filter(picture=OuterRef("pk"), contribution__in=own)
    main = own.filter(picture=OuterRef("pk"))
    return Q(Exists(main)) | Q(Exists(beside)) | Q(Exists(within))
