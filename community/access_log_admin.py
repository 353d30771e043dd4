"""Who looked at personal data: a list for Pengelola Situs that nobody changes or empties by hand."""

from typing import Any

from django.contrib import admin
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import QuerySet
from django.http import HttpRequest

from cilegon_portal.publishing.filters import OfferedFilters
from community.access_log import AccessLog
from community.aspirations import Aspiration
from community.boards import Board
from community.groups import Group


class AccessLogAdmin(OfferedFilters):
    """Entries end with the retention of the site profile (docs/personal-data.md)."""

    list_display = ("at", "user", "subject", "kind", "what")
    list_display_links = None
    list_filter = ("subject", "at")
    search_fields = ("user__full_name", "user__username")
    search_help_text = "Nama akun yang membuka"
    ordering = ("-at", "-pk")
    list_per_page = 50
    show_full_result_count = False
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> QuerySet[AccessLog]:
        """Return the entries with what they name: 1 query, and 1 for each kind of it."""
        kinds = [
            Aspiration.objects.only("topic"),
            Board.objects.select_related("group"),
            Group.objects.only("name"),
        ]
        entries = AccessLog.objects.select_related("user", "content_type")
        return entries.prefetch_related(GenericPrefetch("item", kinds))

    @admin.display(description="jenis data")
    def kind(self, entry: AccessLog) -> str:
        return entry.content_type.name.capitalize()

    @admin.display(description="milik")
    def what(self, entry: AccessLog) -> str:
        return str(entry.item) if entry.item else f"nomor {entry.object_id} (sudah dihapus)"
