"""Filters of the lists of pictures and documents."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from cilegon_portal.library.references import is_used


class WordsFilter(admin.SimpleListFilter):
    """Find the photos that still need words before an article may show them."""

    title = "teks alternatif"
    parameter_name = "teks"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("kosong", "Belum ada"), ("ada", "Ada atau dekoratif")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        silent = {"alt_text": "", "is_decorative": False}
        if self.value() == "kosong":
            return queryset.filter(**silent)
        return queryset.exclude(**silent) if self.value() == "ada" else None


class UseFilter(admin.SimpleListFilter):
    """Find what nothing uses, to tidy up."""

    title = "pemakaian"
    parameter_name = "dipakai"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("ya", "Dipakai"), ("tidak", "Tidak dipakai")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() == "ya":
            return queryset.filter(is_used(queryset.model))
        return queryset.exclude(is_used(queryset.model)) if self.value() == "tidak" else None
