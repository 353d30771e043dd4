"""Where Petugas KIM keep the groups; their boards are in :mod:`community.board_admin`.

The contact for staff has a page of its own (:mod:`community.group_contact`).
"""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.html import format_html_join

from cilegon_portal.library.widgets import PicksPictures
from cilegon_portal.publishing.access import signed_in
from cilegon_portal.publishing.admin import (
    HTTPS_ADDRESSES,
    NATIVE_DATE,
    NATIVE_DATETIME,
    PublishableAdmin,
)
from cilegon_portal.publishing.filters import OwnerFilter, StateFilter
from cilegon_portal.publishing.forms import MOVE_KEY
from cilegon_portal.publishing.parts import PartInline
from cilegon_portal.publishing.workflow import may_review
from community.boards import Board
from community.directory import SEARCHED
from community.group_export_admin import ExportsList
from community.group_filters import DistrictFilter, TermFilter
from community.group_forms import GroupForm
from community.groups import Group, GroupQuerySet, MediaChannel

TWINS_SHOWN = 5


class ChannelInline(PartInline, admin.TabularInline):
    """Where the group publishes."""

    model = MediaChannel
    fields = ("kind", "url")
    formfield_overrides = HTTPS_ADDRESSES


class GroupAdmin(PicksPictures, ExportsList, PublishableAdmin):
    """The registry: published as articles are, and searched by the names people use for a place."""

    form = GroupForm
    change_form_template = "admin/community/group/change_form.html"
    change_list_template = "admin/community/group/change_list.html"
    formfield_overrides = NATIVE_DATETIME | NATIVE_DATE | HTTPS_ADDRESSES
    list_display = ("name", "level", "place", "activity_status", "term", "stage", "state")
    list_filter = (
        TermFilter,
        DistrictFilter,
        "level",
        "activity_status",
        StateFilter,
        OwnerFilter,
    )
    search_fields = SEARCHED
    search_help_text = "Nama KIM atau wilayah, juga nama lain wilayah (Grogol)"
    ordering: ClassVar = ("name", "pk")
    autocomplete_fields = ("region", "parent", "partners")
    raw_id_fields = ("logo",)
    inlines = (ChannelInline,)
    fieldsets = (
        (
            "Kelompok",
            {
                "fields": (
                    "name", "level", "region", "neighbourhood", "parent", "activity_status",
                    "stage",
                )
            },
        ),
        (
            "Tentang",
            {"fields": ("summary", "description", "logo", "founded_on", "member_count")},
        ),
        (
            "Alamat dan kontak kelompok",
            {
                "description": "Kontak milik kelompok, bukan milik orang. Kontak untuk petugas "
                "ada di halaman tersendiri.",
                "fields": (
                    "secretariat", "contact_phone", "contact_email", "contact_consent_note",
                    "kim_id_url",
                ),
            },
        ),
        ("Jejaring", {"classes": ("collapse",), "fields": ("partners",)}),
        (
            "Pemeriksaan, jadwal, dan alamat halaman",
            {
                "classes": ("collapse",),
                "fields": ("checked_on", "published_at", "unpublish_at", "slug"),
            },
        ),
    )  # fmt: skip

    def get_queryset(self, request: HttpRequest) -> GroupQuerySet:
        """Return the groups whose papers the reader may see; only names of others are offered to choose from."""
        groups: GroupQuerySet = super().get_queryset(request)
        match = request.resolver_match
        if match is None or match.url_name != "autocomplete":
            groups = groups.looked_after_by(signed_in(request))
        return groups.select_related("region__parent", "stage").prefetch_related("boards")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Let officers, too, choose a group by its public name; they do not open the registry."""
        match = request.resolver_match
        is_choosing = match is not None and match.url_name == "autocomplete"
        return (
            is_choosing and request.user.has_perm("community.add_activity")
        ) or super().has_view_permission(request, obj)

    @admin.display(description="wilayah", ordering="region__name")
    def place(self, group: Group) -> str:
        return group.region_text()

    @admin.display(description="masa bakti")
    def term(self, group: Group) -> str:
        return group.term(timezone.localdate()).in_words()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        """Save, then say what a person should know of what was saved."""
        super().save_related(request, form, formsets, change)
        group: Group = form.instance
        if (group.contact_phone or group.contact_email) and not group.shows_contact():
            text = (
                "Kontak tersimpan, tetapi tidak tampil untuk umum. Isi “persetujuan kontak” bila "
                "kelompoknya setuju."
            )
            self.message_user(request, text, messages.WARNING)
        twins = self._twins(request, group) if MOVE_KEY in request.POST else ()
        if twins:  # the form itself says so too, but a move leads to the list
            names = format_html_join("; ", "{}", ((twin,) for twin in twins))
            self.message_user(request, f"Mungkin kembar dengan: {names}.", messages.WARNING)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        group = context.get("original")
        if group is not None:
            context |= {
                "twins": self._twins(request, group),
                "opens_contact": request.user.has_perm("community.view_private_contact"),
            }
            context |= self._boards(request, group)
        return super().render_change_form(request, context, *args, **kwargs)

    def _boards(self, request: HttpRequest, group: Group) -> dict[str, Any]:
        """Return all boards, newest first, with where each stands today, and what may be done."""
        keeper = self.admin_site.get_model_admin(Board)
        if not keeper.has_view_permission(request):
            return {}
        today = timezone.localdate()
        return {
            "boards": [(board, board.standing(today)) for board in group.boards.all()],
            "term": group.term(today),
            "may_renew": keeper.has_add_permission(request),
        }

    def _twins(self, request: HttpRequest, group: Group) -> list[Group]:
        """Return what may be *group* once more, in whatever state; none for those who may not know."""
        if not may_review(signed_in(request), group):
            return []
        found = Group.objects.like(group).select_related("region__parent")
        return list(found[:TWINS_SHOWN])


class StageAdmin(admin.ModelAdmin):
    """Tahap pembinaan; one that a group has reached cannot be deleted (PROTECT)."""

    list_display = ("name", "position", "description")
    prepopulated_fields = {"slug": ("name",)}
    fields = ("name", "slug", "description", "position")

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        """Keep the code: exports name it."""
        return ("slug",) if obj else ()

    def get_prepopulated_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return {} if obj else self.prepopulated_fields
