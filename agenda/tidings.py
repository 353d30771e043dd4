"""What aides are told by mail: dates of their officials that changed, events that were withdrawn.

Rule: docs/agenda.md#changes.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, QuerySet

from agenda.calendar_entries import officials_line, state_line, when_and_where
from agenda.events import Event
from agenda.occurrences import Occurrence, OccurrenceQuerySet
from cilegon_portal.accounts.models import User
from cilegon_portal.addresses import absolute_url
from cilegon_portal.publishing.models import Status, StatusChange
from cilegon_portal.tidings.letters import Tiding, Topic

# A timer that stood still for longer has other things to tell.
LOOK_BACK = timedelta(days=7)
_TOPIC = Topic(
    "Agenda berubah", "Anda menerima surel ini karena tercatat sebagai ajudan pejabat tersebut."
)

_WITHDRAWN = "Ditarik dari agenda. Halaman dan kalender tidak menampilkannya lagi."


def for_aides(at: datetime) -> Iterator[Tiding]:
    """Yield what each aide with a mail address is to be told at *at*."""
    withdrawals = _withdrawals(at)
    for aide in _aides():
        yield from _changed_dates(aide, at)
        yield from _withdrawn_events(aide, at, withdrawals)


def _changed_dates(aide: User, at: datetime) -> Iterator[Tiding]:
    """Yield what changed lately and is not over.

    Shared with an aide is what they may read on the pages; a change made before the event was
    announced is no change to anybody.
    """
    recent = (
        Occurrence.objects.shown_to(aide, at)
        .upcoming(at)
        .filter(
            changed_at__gt=at - LOOK_BACK,
            changed_at__lte=at,
            changed_at__gte=F("event__first_published_at"),
        )
    )
    for row in _attended_by_any(recent, aide):
        became = state_line(row) or ("Tempat berubah." if row.was_place else "Jadi dilaksanakan.")
        yield _tiding(aide, f"{row.pk}/{row.sequence}", row, became, row.get_absolute_url())


def _withdrawn_events(aide: User, at: datetime, withdrawals: Mapping[int, int]) -> Iterator[Tiding]:
    """Yield what was withdrawn lately and still lay ahead: calendars drop it without a word.

    An event is told once a withdrawal, with its next date.
    """
    if not withdrawals:
        return
    rows = Occurrence.objects.filter(event__in=withdrawals, event__status=Status.WITHDRAWN)
    told: set[int] = set()
    for row in _attended_by_any(rows.upcoming(at), aide):
        if row.event_id not in told:
            told.add(row.event_id)
            yield _tiding(aide, f"ditarik/{withdrawals[row.event_id]}", row, _WITHDRAWN)


def _withdrawals(at: datetime) -> dict[int, int]:
    """Return the last withdrawal of each event that was withdrawn lately, by the event: 1 query."""
    changes = StatusChange.objects.filter(
        content_type=ContentType.objects.get_for_model(Event),
        to_status=Status.WITHDRAWN,
        at__gt=at - LOOK_BACK,
        at__lte=at,
    )
    return dict(changes.order_by("at", "pk").values_list("object_id", "pk"))


def _aides() -> QuerySet[User]:
    return (
        User.objects.filter(is_active=True, officials_served__isnull=False)
        .exclude(email="")
        .distinct()
        .prefetch_related("officials_served")
    )


def _attended_by_any(rows: OccurrenceQuerySet, aide: User) -> list[Occurrence]:
    """Return those of *rows* that an official of *aide* attends, soonest first."""
    found = {
        row.pk: row
        for official in aide.officials_served.all()
        for row in rows.attended_by(official).for_lists()
    }
    return sorted(found.values(), key=lambda row: (row.starts_at, row.pk))


def _tiding(aide: User, key: str, row: Occurrence, became: str, address: str = "") -> Tiding:
    lines = [
        row.event.title,
        became,
        *when_and_where(row),
        officials_line(row),
        absolute_url(address) if address else "",
    ]
    text = "\n".join(line for line in lines if line)
    return Tiding(_TOPIC, f"agenda/{key}", aide.email, aide.full_name, text)
