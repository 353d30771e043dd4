"""The inbox of aspirations: what citizens sent, what was done about it, and what is late.

What it shares with other inboxes is in :mod:`community.inbox`: contacts are on no list, in no
filter and in no search.
"""

from typing import Any, ClassVar, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from cilegon_portal.accounts.models import User
from cilegon_portal.autocomplete import CompletesNames
from cilegon_portal.publishing.access import signed_in
from cilegon_portal.publishing.saving import StampedForm
from community import aspiration_moves as moves
from community.access_log import Subject, log_access
from community.aspiration_text import chat_text
from community.aspirations import CLOSED, Aspiration, AspirationState
from community.inbox import OVERDUE, InboxAdmin, WhenFilter, contact_page
from community.private_files import private_response

_SAVE = ""
_ACTIONS = [
    (_SAVE, "Simpan saja, tanpa langkah baru"),
    ("tugaskan", "Tugaskan kepada petugas"),
    ("teruskan", "Teruskan ke OPD"),
    ("jawab", "Jawab pengirim"),
    ("tolak", "Tutup dengan alasan"),
    ("lepas", "Selesai diperiksa: bukan spam"),
]
_NEEDS = {
    "tugaskan": ("assigned_to", "Pilih petugasnya."),
    "teruskan": ("agency", "Pilih OPD-nya."),
    "jawab": ("answer", "Tulis jawabannya; pengirim membacanya."),
    "tolak": ("refusal", "Tulis alasannya dengan sopan; pengirim membacanya."),
}

_WORDS = {"answer", "refusal"}
_UNSENT = (
    "Tersimpan, tetapi belum sampai kepada pengirim. Pilih langkah “Jawab pengirim” atau “Tutup "
    "dengan alasan”, lalu simpan lagi."
)


class StaffAspirationForm(StampedForm):
    """What staff write, and the step that follows."""

    action = forms.ChoiceField(label="Langkah", choices=_ACTIONS, required=False)
    instance: Aspiration

    class Meta:
        model = Aspiration
        fields = (
            "assigned_to",
            "agency",
            "answer",
            "refusal",
            "lapor_number",
            "article",
            "staff_allow",
            "public_text",
            "note",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "assigned_to" in self.fields:
            officers: Any = self.fields["assigned_to"]
            officers.queryset = User.objects.filter(
                groups__permissions__codename="review_aspiration", is_active=True
            ).distinct()

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        name, message = _NEEDS.get(cleaned.get("action", ""), ("", ""))
        if name and not cleaned.get(name):
            self.add_error(name, message)
        if cleaned.get("staff_allow"):
            self._check_public(cleaned)
        return cleaned

    def _check_public(self, cleaned: dict[str, Any]) -> None:
        if not self.instance.sender_allows:
            self.add_error("staff_allow", "Pengirim tidak mengizinkan isinya ditampilkan.")
        elif not cleaned.get("public_text"):
            self.add_error("public_text", "Tulis isi untuk umum, tanpa hal yang menunjuk pengirim.")

    def in_words(self, saved: Aspiration) -> str:
        return f"{saved.state_label().lower()}, jawaban “{saved.answer or '–'}”"


class WaitingFilter(WhenFilter):
    """What waits for an answer, or is late."""

    first = "Menunggu jawaban"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(OVERDUE, "Terlambat"), ("semua", "Semua")]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() == "semua" or "state__exact" in request.GET:
            return queryset
        return queryset.overdue() if self.value() == OVERDUE else queryset.unanswered()


class AspirationAdmin(CompletesNames, InboxAdmin):
    """What came, and the next step of each."""

    permission = "community.review_aspiration"
    parameters = frozenset({"kapan", "state", "kind", "agency"})
    form = StaffAspirationForm
    change_form_template = "admin/community/aspiration/change_form.html"
    list_display = ("topic", "due", "state_now", "kind", "received_at", "assigned_to", "agency")
    list_filter: ClassVar[Any] = (WaitingFilter, "state", "kind", "agency")
    list_select_related = ("assigned_to", "agency", "article")
    search_fields = ("code", "topic", "lapor_number")
    search_help_text = "Kode, judul singkat, atau nomor SP4N-LAPOR!"
    autocomplete_fields = ("article",)
    readonly_fields = ("code", "kind", "topic", "text", "link", "region", "sender_allows")
    fieldsets: ClassVar[Any] = (
        ("Dari pengirim", {"fields": readonly_fields}),
        ("Langkah", {"fields": ("action", "assigned_to", "agency", "answer", "refusal")}),
        ("Tautan", {"fields": ("article", "lapor_number")}),
        ("Untuk umum", {"fields": ("staff_allow", "public_text")}),
        ("Catatan", {"fields": ("note",)}),
        (None, {"fields": ("stamp",), "classes": ("hidden-fields",)}),
    )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Leave what was erased as it is: nobody is there to answer any more."""
        is_erased = obj is not None and obj.erased_at is not None
        return self.has_view_permission(request) and not is_erased

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        """Leave out the steps that nobody can take on what was erased."""
        if obj is not None and obj.erased_at is not None:
            return (("Yang tinggal", {"fields": ("code", "kind", "region", "agency")}),)
        return super().get_fieldsets(request, obj)

    @admin.display(description="keadaan", ordering="state")
    def state_now(self, aspiration: Aspiration) -> str:
        return aspiration.state_label()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """Save what was written, then take the chosen step."""
        by, data = signed_in(request), form.cleaned_data
        super().save_model(request, obj, form, change)
        if "article" in form.changed_data and obj.article is not None:
            moves.link(obj, by=by)
        if obj.state not in CLOSED and not data.get("action") and _WORDS & {*form.changed_data}:
            messages.warning(request, _UNSENT)
        match data.get("action"):
            case "tugaskan":
                moves.assign(obj, data["assigned_to"], by=by)
            case "teruskan":
                moves.forward(obj, data["agency"], by=by)
            case "jawab":
                moves.reply(obj, data["answer"], by=by)
            case "tolak":
                moves.refuse(obj, data["refusal"], by=by)
            case "lepas" if obj.state == AspirationState.HELD:
                moves.release(obj, by=by)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Add the steps so far, and the buttons that apply."""
        aspiration = context.get("original")
        if aspiration is not None:
            context |= {
                "steps": aspiration.steps.select_related("by"),
                "chat_text": chat_text(aspiration),
                "clarifies": moves.can_be_clarified(aspiration)
                and request.user.has_perm("news.add_article"),
                "opens_contact": bool(aspiration.contact or aspiration.name)
                and request.user.has_perm("community.read_contact"),
            }
        return super().render_change_form(request, context, *args, **kwargs)


@require_POST
@permission_required(
    ("community.review_aspiration", "community.read_contact"), raise_exception=True
)
def aspiration_contact(request: HttpRequest, pk: int) -> HttpResponse:
    """Show name and contact of a sender, and write down who looked."""
    aspiration = get_object_or_404(Aspiration, pk=pk)
    text = chat_text(aspiration)
    return contact_page(request, aspiration, purpose="menjawab aspirasi ini", chat_text=text)


@require_GET
@permission_required("community.review_aspiration", raise_exception=True)
def aspiration_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the file of a sender to staff, and write down who looked. Raises Http404 without one."""
    aspiration = get_object_or_404(Aspiration.objects.select_related("file"), pk=pk)
    if aspiration.file is None:
        raise Http404
    log_access(aspiration, Subject.FILE, by=signed_in(request))
    return private_response(aspiration.file, f"aspirasi-{pk}")


@require_POST
@permission_required(("community.review_aspiration", "news.add_article"), raise_exception=True)
def make_clarification(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the draft of a klarifikasi article, or return to the one begun before."""
    kept = Aspiration.objects.filter(erased_at=None).select_related("article")
    aspiration = get_object_or_404(kept, pk=pk)
    try:
        article = moves.clarification(aspiration, by=cast("User", request.user))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return HttpResponseRedirect(reverse("admin:community_aspiration_change", args=[pk]))
    messages.success(
        request, "Draf klarifikasi siap. Hapus hal pribadi dari klaimnya, lalu isi hasilnya."
    )
    return HttpResponseRedirect(reverse("admin:news_article_change", args=[article.pk]))
