"""Which accounts speak for which groups: made and ended by Petugas KIM.

The accounts themselves, with the role Pengurus KIM, are made by Pengelola Situs.
"""

from typing import Any

from django.db import models
from django.http import HttpRequest

from cilegon_portal.accounts.models import User
from cilegon_portal.accounts.roles import GROUP_OFFICER
from cilegon_portal.publishing.filters import OfferedFilters
from community.activities import Membership
from community.groups import Group


class MembershipAdmin(OfferedFilters):
    """One account and one group; once made, only whether it counts can be changed."""

    fields = ("user", "group", "is_active")
    list_display = ("user", "group", "is_active", "created_at")
    list_select_related = ("user", "group")
    list_filter = ("is_active",)
    search_fields = ("user__full_name", "user__username", "group__name")
    ordering = ("-pk",)
    list_per_page = 50
    show_full_result_count = False

    def get_readonly_fields(self, request: HttpRequest, obj: Membership | None = None) -> Any:
        return ("user", "group") if obj else ()

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> Any:
        """Offer accounts of the role alone, without a way from here to the accounts themselves."""
        if db_field.name == "user":
            holders = User.objects.filter(groups__name=GROUP_OFFICER, is_active=True)
            kwargs["queryset"] = holders.order_by("full_name", "username")
        else:
            kwargs["queryset"] = Group.objects.order_by("name", "pk")
        field: Any = super().formfield_for_foreignkey(db_field, request, **kwargs)
        if db_field.name == "user":
            field.label_from_instance = _with_username
            field.help_text = "Belum ada? Minta Pengelola Situs membuat akun berperan Pengurus KIM."
        return field


def _with_username(user: User) -> str:
    return f"{user} ({user.username})"
