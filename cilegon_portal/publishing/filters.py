"""Filters of admin lists of published content."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.models import EXPIRED, SCHEDULED, Status


class StateFilter(admin.SimpleListFilter):
    """Narrow to a state, the two that follow from the times included."""

    title = "keadaan"
    parameter_name = "keadaan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        choices = [(str(value), str(label)) for value, label in Status.choices]
        at = [value for value, _ in choices].index(Status.PUBLISHED)
        return [*choices[:at], SCHEDULED, choices[at], EXPIRED, *choices[at + 1 :]]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.in_state(self.value()) if self.value() else None


class OwnerFilter(admin.SimpleListFilter):
    """Narrow to who made it; the reader's own things first."""

    title = "pembuat"
    parameter_name = "pembuat"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        others = User.objects.filter(is_active=True, is_staff=True).exclude(pk=request.user.pk or 0)
        return [("saya", "Punya saya"), *((str(user.pk), str(user)) for user in others)]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        value = self.value()
        if value == "saya":
            return queryset.owned_by(request.user)
        if value and value.isdecimal():
            return queryset.filter(created_by_id=int(value))
        return None
