"""What the forms of officers have in common: short, for a phone, and never about another's group."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.db import models

from community.groups import Group, group_numbers

if TYPE_CHECKING:
    from cilegon_portal.accounts.models import User

NATIVE_TIME: dict[Any, dict[str, Any]] = {
    models.TimeField: {"widget": forms.TimeInput({"type": "time"}, "%H:%M")},
}
_NO_GROUP = "Akun Anda belum terhubung dengan KIM. Minta petugas KIM menghubungkannya."


def offer_groups(field: "forms.ModelChoiceField[Group]", user: "User", *, reviewer: bool) -> None:
    """Let *user* choose among the own groups, the only one at once; a *reviewer* among all."""
    groups = Group.objects.order_by("name", "pk")
    if reviewer:
        field.queryset = groups
        return
    own = group_numbers(user)
    field.queryset = groups.filter(pk__in=own)
    if len(own) == 1:
        field.empty_label, field.initial = None, next(iter(own))
    elif not own:
        field.help_text = _NO_GROUP
