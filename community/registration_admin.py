"""The inbox of registrations: what was sent, what may be the same group, and the next step.

What it shares with other inboxes is in :mod:`community.inbox`: contacts are on no list, in no
filter and in no search.
"""

from typing import Any, ClassVar, Final

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_GET, require_POST

from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.access import signed_in
from cilegon_portal.publishing.saving import StampedForm
from cilegon_portal.text import normalise_text
from community import registration_moves as moves
from community.access_log import Subject, log_access
from community.groups import Group
from community.inbox import OVERDUE, InboxAdmin, WhenFilter, contact_page
from community.private_files import private_response
from community.registration_text import chat_text
from community.registrations import MESSAGE_MAX_CHARS, Registration
from community.registrations import RegistrationState as State

ALIKE_MAX: Final = 10
MOVE_KEY: Final = "_langkah"
_OPEN: Final = (State.NEW, State.IN_HAND, State.INCOMPLETE)
# What a button does: its words, from which states, and what must be written for it.
_MOVES: Final = {
    "periksa": ("Mulai memeriksa", (State.NEW, State.INCOMPLETE), ""),
    "buka": ("Buka kembali", (State.REFUSED,), ""),
    "minta": (
        "Minta kelengkapan",
        _OPEN,
        "Tulis apa yang perlu dilengkapi; pendaftar membacanya.",
    ),
    "tolak": (
        "Tolak",
        _OPEN,
        "Tulis alasannya dengan sopan; pendaftar membacanya.",
    ),
    "setujui": ("Setujui dan terbitkan", _OPEN, ""),
}
_GROUP: Final = (
    "code", "group_name", "level", "region", "neighbourhood", "founded_on", "member_count", "summary",
    "secretariat", "channels",
)  # fmt: skip
_BOARD: Final = (
    "starts_on", "ends_on", "chair", "secretary", "treasurer", "collecting", "processing", "spreading",
    "shows_names", "sk_number", "sk_on", "sk_issuer", "position",
)  # fmt: skip


class StaffRegistrationForm(StampedForm):
    """Words for the sender, which stand beside the buttons, and a note for staff."""

    message = forms.CharField(
        label="Kepada pendaftar: apa yang perlu dilengkapi, atau mengapa ditolak",
        required=False,
        max_length=MESSAGE_MAX_CHARS,
        widget=forms.Textarea({"rows": 2, "cols": 40}),
    )

    instance: Registration

    class Meta:
        model = Registration
        fields = ("note",)

    def in_words(self, saved: Registration) -> str:
        return saved.state_label().lower()

    def clean_message(self) -> str:
        """Return the words without invisible characters."""
        return normalise_text(self.cleaned_data["message"]).strip()

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if (name := self.data.get(MOVE_KEY)) is not None:
            _, states, words = _MOVES.get(name, ("", (), ""))
            if self.instance.state not in states:
                label = self.instance.state_label().lower()
                self.add_error(None, f"Langkah itu tidak tersedia: pendaftaran ini {label}.")
            if words and not cleaned.get("message") and "message" not in self.errors:
                self.add_error("message", words)
        return cleaned


class WaitingFilter(WhenFilter):
    """Who owes the next step."""

    first = "Menunggu petugas"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [
            (OVERDUE, "Terlambat"),
            ("pendaftar", "Menunggu pendaftar"),
            ("semua", "Semua"),
        ]

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() == OVERDUE:
            return queryset.overdue()
        if self.value() == "pendaftar":
            return queryset.filter(state=State.INCOMPLETE)
        everything = self.value() == "semua" or "state__exact" in request.GET
        return queryset if everything else queryset.waiting()


class RegistrationAdmin(InboxAdmin):
    """What came, and the next step of each."""

    permission = "community.review_registration"
    parameters = frozenset({"kapan", "state", "level"})
    form = StaffRegistrationForm
    change_form_template = "admin/community/registration/change_form.html"
    list_display = ("group_name", "due", "state_now", "region", "level", "age")
    list_filter: ClassVar[Any] = (WaitingFilter, "state", "level")
    list_select_related = ("region",)
    search_fields = ("code", "group_name")
    search_help_text = "Kode atau nama kelompok"
    readonly_fields = (*_GROUP, *_BOARD)
    fieldsets: ClassVar[Any] = (
        ("Kelompok", {"fields": _GROUP}),
        ("Pengurus", {"fields": _BOARD}),
        ("Catatan", {"fields": ("note",)}),
        (None, {"fields": ("stamp",), "classes": ("hidden-fields",)}),
    )

    @admin.display(description="keadaan", ordering="state")
    def state_now(self, registration: Registration) -> str:
        return registration.state_label()

    @admin.display(description="umur", ordering="received_at")
    def age(self, registration: Registration) -> str:
        return f"{registration.age_days()} hari"

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """Save the note, then take the step of the button."""
        by, words = signed_in(request), form.cleaned_data["message"]
        super().save_model(request, obj, form, change)
        match request.POST.get(MOVE_KEY):
            case "periksa" | "buka":
                moves.take_up(obj, by=by)
            case "minta":
                moves.ask(obj, words, by=by)
            case "tolak":
                moves.refuse(obj, words, by=by)
            case "setujui":
                moves.approve(obj, by=by)

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer the form; where no group can be made of it, nothing is saved, and staff read why."""
        try:
            return super().changeform_view(request, *args, **kwargs)
        except ValidationError as error:
            messages.error(request, f"Belum disetujui. {' '.join(error.messages)}")
            return HttpResponseRedirect(request.path)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        """Stay after a step, to read what the sender reads; go on to the list after a note."""
        if MOVE_KEY not in request.POST:
            return super().response_change(request, obj)
        messages.success(request, f"{obj}: {Registration.objects.get(pk=obj.pk).state_label()}.")
        return HttpResponseRedirect(request.path)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        """Add the steps so far, what may be the same group, and the buttons that apply."""
        registration = context.get("original")
        if registration is not None:
            context |= {
                "steps": registration.steps.select_related("by"),
                "moves": _moves_of(registration, signed_in(request)),
                "alike_groups": _groups_like(registration),
                "alike_registrations": Registration.objects.like(registration)[:ALIKE_MAX],
                "chat_text": chat_text(registration),
                "opens_contact": request.user.has_perm("community.read_contact"),
            }
        return super().render_change_form(request, context, *args, **kwargs)


def _moves_of(registration: Registration, user: User) -> list[tuple[str, str]]:
    """Return name and words of the buttons that *user* may press now."""
    publishes = user.has_perm("community.review_group")
    return [
        (name, label)
        for name, (label, states, _) in _MOVES.items()
        if registration.state in states and (publishes or name != "setujui")
    ]


def _groups_like(registration: Registration) -> list[Group]:
    """Return groups in any state that may be the same; not the one that it became."""
    found = Group.objects.like(registration.as_group())
    if registration.group is not None:
        found = found.exclude(pk=registration.group.pk)
    return list(found.select_related("region__parent")[:ALIKE_MAX])


@require_POST
@permission_required(
    ("community.review_registration", "community.read_contact"), raise_exception=True
)
def registration_contact(request: HttpRequest, pk: int) -> HttpResponse:
    """Show name and contact of who registered, and write down who looked."""
    registration = get_object_or_404(Registration.objects.select_related("group"), pk=pk)
    text = chat_text(registration)
    return contact_page(request, registration, purpose="memeriksa pendaftaran ini", chat_text=text)


@require_GET
@permission_required("community.review_registration", raise_exception=True)
def registration_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Send the letter (SK) to staff, and write down who looked. Raises Http404 without one."""
    registration = get_object_or_404(Registration.objects.select_related("sk_file"), pk=pk)
    if registration.sk_file is None:
        raise Http404
    log_access(registration, Subject.FILE, by=signed_in(request))
    return private_response(registration.sk_file, f"sk-pendaftaran-{pk}")
