"""The form of a group, for staff."""

from typing import Any, ClassVar

from cilegon_portal.publishing.forms import PublishableForm
from community.groups import Group


class GroupForm(PublishableForm):
    """A group's address follows its name, and it works with others, not with itself."""

    instance: Group
    title_field: ClassVar = "name"

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if self.instance.pk and self.instance in cleaned.get("partners", ()):
            self.add_error("partners", "KIM ini tidak perlu disebut di jejaringnya sendiri.")
        return cleaned
