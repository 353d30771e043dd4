"""What the agenda has for the front page of the admin: seven days, what waits, what nobody covered."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from agenda.events import Event
from agenda.occurrences import Occurrence, OccurrenceStatus
from cilegon_portal.accounts.models import User
from cilegon_portal.desk import BOX_MAX_ROWS, DeskBox, DeskRow
from cilegon_portal.publishing.models import Status
from cilegon_portal.templatetags.tanggal import tanggal_waktu

_WEEK = timedelta(days=7)
_LOOK_BACK = timedelta(days=30)  # what nobody covered in a month is no news any more
_TONES = {
    OccurrenceStatus.CANCELLED: "warn",
    OccurrenceStatus.POSTPONED: "warn",
    OccurrenceStatus.RESCHEDULED: "warn",
    OccurrenceStatus.TENTATIVE: "warn",
}


def boxes(user: User) -> list[DeskBox]:
    """Return the boxes *user* may see: one query a box."""
    if not user.has_perm("agenda.view_occurrence"):
        return []
    found = [_coming(user)]
    if user.has_perm("agenda.review_event"):
        found.append(_waiting())
    if user.has_perm("news.add_article"):
        found.append(_uncovered())
    return found


def _coming(user: User) -> DeskBox:
    now = timezone.now()
    rows = (
        Occurrence.objects.shown_to(user)
        .upcoming(now)
        .filter(starts_at__lt=now + _WEEK)
        .select_related("event__venue", "venue")[:BOX_MAX_ROWS]
    )
    return DeskBox(
        "Agenda tujuh hari",
        reverse("admin:agenda_occurrence_changelist"),
        [
            DeskRow(
                row.event.title,
                _form(row),
                f"{row.slot.in_words()} · {row.place_text()}",
                row.moved_label() or row.state_label(now),
                _TONES.get(OccurrenceStatus(row.status), "ok"),
            )
            for row in rows
        ],
    )


def _waiting() -> DeskBox:
    events = Event.objects.filter(status__in=[Status.DRAFT, Status.REVIEW]).select_related(
        "created_by", "venue"
    )
    rows = [
        DeskRow(
            event.title,
            reverse("admin:agenda_event_change", args=[event.pk]),
            f"{event.created_by or 'akun terhapus'} · disimpan {tanggal_waktu(event.updated_at)}",
            event.state_label(),
        )
        for event in events.order_by("first_on", "pk")[:BOX_MAX_ROWS]
    ]
    return DeskBox(
        "Acara belum terbit",
        f"{reverse('admin:agenda_event_changelist')}?keadaan={Status.DRAFT}",
        rows,
    )


def _uncovered() -> DeskBox:
    now = timezone.now()
    rows = (
        Occurrence.objects.published(now)
        .past(now)
        .filter(starts_at__gt=now - _LOOK_BACK)
        .uncovered()
        .order_by("-starts_at", "-pk")
        .select_related("event")[:BOX_MAX_ROWS]
    )
    return DeskBox(
        "Sudah lewat, belum diliput",
        f"{reverse('admin:agenda_occurrence_changelist')}?kapan=liput",
        [
            DeskRow(row.event.title, _form(row), row.slot.in_words(), "Buat berita", "warn")
            for row in rows
        ],
    )


def _form(row: Occurrence) -> str:
    return reverse("admin:agenda_occurrence_change", args=[row.pk])
