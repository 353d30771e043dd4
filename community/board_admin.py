"""Kepengurusan in the admin: reached from their group, added as renewals, kept as history.

Overlapping terms are told and let through: a board that was replaced early keeps what its SK
said until somebody shortens it. Rule: docs/community.md#masa-bakti.
"""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.html import format_html

from cilegon_portal.publishing.access import signed_in
from cilegon_portal.publishing.admin import NATIVE_DATE
from cilegon_portal.publishing.bulk import chosen_numbers
from cilegon_portal.publishing.parts import PartInline
from cilegon_portal.publishing.saving import SavesInTurn
from community.board_forms import BoardForm, MemberForm
from community.boards import Board, BoardMember, BoardQuerySet, Proposal, next_board
from community.groups import Group
from community.private_files import store_private_file

GROUP_KEY = "kim"  # of the add form's address
_ASKED = "_kepengurusan_baru"  # on the request: the group and the proposal of an add form


class MemberInline(PartInline, admin.TabularInline):
    """Who holds which office: a row for each in a new board."""

    model = BoardMember
    form = MemberForm
    fields = ("role", "name", "shows_name", "consent_on")
    formfield_overrides = NATIVE_DATE
    max_num = 30

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        return 1 if obj else len(_asked(request)[1].members)


class BoardAdmin(SavesInTurn, admin.ModelAdmin):
    """One form for a term, its SK and its members; the list of boards stands at their group."""

    form = BoardForm
    change_form_template = "admin/community/board/change_form.html"
    formfield_overrides = NATIVE_DATE
    inlines = (MemberInline,)
    readonly_fields = ("open_letter",)
    view_on_site = False
    actions = None

    def get_queryset(self, request: HttpRequest) -> BoardQuerySet:
        boards = Board.objects.looked_after_by(signed_in(request))
        return boards.select_related("group", "sk_file")

    def get_fieldsets(self, request: HttpRequest, obj: Board | None = None) -> Any:
        kept = ("open_letter",) if obj and obj.sk_file else ()
        removes = ("removes_letter",) if kept and self.has_change_permission(request, obj) else ()
        uploads = ("letter",) if self.has_change_permission(request, obj) else ()
        decision = ("sk_number", "sk_on", "sk_issuer", *kept, *uploads, *removes)
        return [
            ("Masa bakti", {"fields": (("starts_on", "ends_on"),)}),
            ("Surat keputusan (SK)", {"fields": decision}),
            *([(None, {"fields": ("stamp",), "classes": ("hidden-fields",)})] if uploads else []),
        ]

    @admin.display(description="berkas SK tersimpan")
    def open_letter(self, board: Board) -> str:
        return format_html(
            '<a href="{}">Buka {} (dicatat)</a>',
            board.sk_file.get_absolute_url() if board.sk_file else "",
            board.sk_file,
        )

    def has_module_permission(self, request: HttpRequest) -> bool:
        return False  # no list of its own

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        if not self.has_view_or_change_permission(request):
            raise PermissionDenied
        return HttpResponseRedirect(reverse("admin:community_group_changelist"))

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Answer the form of a new board of the group that the address names. Raises Http404 without one."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        number = next(iter(chosen_numbers([request.GET.get(GROUP_KEY, "")])), None)
        groups = Group.objects.looked_after_by(signed_in(request))
        group = get_object_or_404(groups, pk=number)
        setattr(request, _ASKED, (group, next_board(group)))
        title = {"title": f"Kepengurusan baru: {group}", "group": group}
        return super().add_view(request, form_url, (extra_context or {}) | title)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        _, proposal = _asked(request)
        return {"starts_on": proposal.starts_on, "ends_on": proposal.ends_on}

    def get_formset_kwargs(
        self, request: HttpRequest, obj: Any, inline: Any, prefix: str
    ) -> dict[str, Any]:
        """Propose the members of the last board; what is sent stands for itself."""
        kwargs: dict[str, Any] = super().get_formset_kwargs(request, obj, inline, prefix)
        if obj.pk is None and request.method == "GET":
            members = _asked(request)[1].members
            kwargs["initial"] = [{"role": role, "name": name} for role, name in members]
        return kwargs

    def get_form(
        self,
        request: HttpRequest,
        obj: Any = None,
        change: bool = False,  # noqa: FBT001, FBT002 -- Django's signature
        **kwargs: Any,
    ) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.group = obj.group if obj else _asked(request)[0]
        return form

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """Save; a letter that is replaced or taken out is gone for good."""
        before, letter = obj.sk_file, form.cleaned_data.get("letter")
        if letter:
            user = signed_in(request)
            obj.sk_file = store_private_file(letter, name=letter.name, uploaded_by=user)
        elif form.cleaned_data.get("removes_letter"):
            obj.sk_file = None
        super().save_model(request, obj, form, change)
        if before and before != obj.sk_file:
            before.delete()

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        super().save_related(request, form, formsets, change)
        for other in form.instance.overlapping():
            text = (
                f"Masa bakti ini bertumpuk dengan kepengurusan {other.days()}. Bila pengurus lama "
                "berhenti lebih awal, betulkan tanggal akhirnya."
            )
            self.message_user(request, text, messages.WARNING)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Ask for a chosen file again: the form comes back without it."""
        if request.method == "POST":
            context["adminform"].form.ask_for_files_again()
        board = context.get("original")
        context |= {"group": board.group if board else _asked(request)[0]}
        context |= {"show_save_and_add_another": False, "show_save_and_continue": False}
        return super().render_change_form(request, context, *args, **kwargs)

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        return self.response_change(request, obj)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        self.message_user(request, f"Kepengurusan {obj.days()} tersimpan.", messages.SUCCESS)
        address = reverse("admin:community_group_change", args=[obj.group_id])
        return HttpResponseRedirect(f"{address}#kepengurusan")


def _asked(request: HttpRequest) -> tuple[Group, Proposal]:
    """Return what ``add_view`` found for this request."""
    asked: tuple[Group, Proposal] = getattr(request, _ASKED)
    return asked
