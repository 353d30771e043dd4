"""Filters of the staff's list of groups."""

from typing import Any, Final

from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from cilegon_portal.regions.models import Region
from community.terms import IN_TERM_STATES, TermState

_TERM_CHOICES: Final = {
    "berlaku": ("Berlaku", IN_TERM_STATES),
    "90-hari": ("Berakhir dalam 90 hari", {TermState.ENDS_IN_90, TermState.ENDS_IN_30}),
    "30-hari": ("Berakhir dalam 30 hari", {TermState.ENDS_IN_30}),
    "berakhir": ("Sudah berakhir", {TermState.LAPSED}),
    "belum-ada": ("Belum ada kepengurusan", {TermState.NONE}),
}


class DistrictFilter(admin.SimpleListFilter):
    """Narrow to a kecamatan with its kelurahan."""

    title = "kecamatan"
    parameter_name = "kecamatan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(region.pk, region.name) for region in Region.objects.districts()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        return queryset.in_district(self.value()) if self.value() else None


class TermFilter(admin.SimpleListFilter):
    """Narrow to where the masa bakti stands today: derived, so 1 query more when it is used."""

    title = "masa bakti"
    parameter_name = "masa_bakti"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(value, label) for value, (label, _) in _TERM_CHOICES.items()]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        _, states = _TERM_CHOICES.get(self.value() or "", ("", None))
        return queryset.in_term_states(states, timezone.localdate()) if states else None
