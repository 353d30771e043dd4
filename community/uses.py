"""When the files of a picture are public because of a group: its logo, and photos in its text."""

from django.db.models import Exists, OuterRef

from cilegon_portal.library.usage import register_illustrated, register_picture_use
from community.groups import Group


def register() -> None:
    """Tell the library which files public groups show."""
    register_picture_use(_logo)
    register_illustrated(Group)


def _logo() -> Exists:
    return Exists(Group.objects.published().filter(logo=OuterRef("pk")))
