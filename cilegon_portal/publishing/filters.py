"""Filters of admin lists of published content."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.models import EXPIRED, SCHEDULED, Status

if TYPE_CHECKING:
    _ModelAdmin = admin.ModelAdmin[Any]
else:  # subscripting it is for the type checker only
    _ModelAdmin = admin.ModelAdmin


class OfferedFilters(_ModelAdmin):
    """A list narrowed by its own filters alone.

    Django lets an address narrow by any column. Letter by letter, that tells what the form hides.
    """

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        name = lookup.partition("__")[0]
        columns = {field.name for field in self.opts.get_fields()}
        columns |= {field.attname for field in self.opts.concrete_fields}
        offered = {
            str(item[0] if isinstance(item, tuple) else item).partition("__")[0]
            for item in self.get_list_filter(request)
            if isinstance(item, str | tuple)
        }
        if name in columns - offered:
            return False
        return super().lookup_allowed(lookup, value, request)


class StateFilter(admin.SimpleListFilter):
    """Narrow to a state, the two that follow from the times included."""

    title = "keadaan"
    parameter_name = "keadaan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        choices = [(str(value), str(label)) for value, label in Status.choices]
        at = [value for value, _ in choices].index(Status.PUBLISHED)
        return [*choices[:at], SCHEDULED, choices[at], EXPIRED, *choices[at + 1 :]]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        known = self.value() in dict(self.lookup_choices)
        return queryset.in_state(self.value()) if known else None


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
            return queryset.filter(created_by=request.user)
        if value and value.isdecimal():
            # A look-up of the key itself finds nothing for a number that no key can be.
            return queryset.filter(created_by__in=User.objects.filter(pk=int(value)))
        return None
