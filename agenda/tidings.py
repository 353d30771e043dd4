"""What aides are told by mail: dates of their officials that changed, events that were withdrawn.

Rule: docs/agenda.md#changes.
"""

from collections.abc import Iterator
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


def changed_dates(at: datetime) -> Iterator[Tiding]:
    """Return, for each aide with a mail address, what changed lately and is not over.

    Shared with an aide is what they may read on the pages; a change made before the event was
    announced is no change to anybody.
    """
    for aide in _aides():
        for row in _changed_for(aide, at):
            yield Tiding(
                _TOPIC, f"agenda/{row.pk}/{row.sequence}", aide.email, aide.full_name, _text(row)
            )


def withdrawn_events(at: datetime) -> Iterator[Tiding]:
    """Return, for each aide with a mail address, what was withdrawn lately and still lay ahead.

    Calendars drop it without a word. An event is told once a withdrawal, with its next date.
    """
    withdrawals = _withdrawals(at)
    if not withdrawals:
        return
    rows = Occurrence.objects.filter(event__in=withdrawals, event__status=Status.WITHDRAWN)
    for aide in _aides():
        told: set[int] = set()
        for row in _attended_by_any(rows.upcoming(at), aide):
            if row.event_id not in told:
                told.add(row.event_id)
                key = f"agenda/ditarik/{withdrawals[row.event_id]}"
                lines = [row.event.title, _WITHDRAWN, *when_and_where(row), officials_line(row)]
                text = "\n".join(line for line in lines if line)
                yield Tiding(_TOPIC, key, aide.email, aide.full_name, text)


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


def _changed_for(aide: User, at: datetime) -> list[Occurrence]:
    recent = (
        Occurrence.objects.shown_to(aide, at)
        .upcoming(at)
        .filter(
            changed_at__gt=at - LOOK_BACK,
            changed_at__lte=at,
            changed_at__gte=F("event__first_published_at"),
        )
    )
    return _attended_by_any(recent, aide)


def _attended_by_any(rows: OccurrenceQuerySet, aide: User) -> list[Occurrence]:
    """Return those of *rows* that an official of *aide* attends, soonest first."""
    found = {
        row.pk: row
        for official in aide.officials_served.all()
        for row in rows.attended_by(official).for_lists()
    }
    return sorted(found.values(), key=lambda row: (row.starts_at, row.pk))


def _text(row: Occurrence) -> str:
    lines = [
        row.event.title,
        state_line(row) or ("Tempat berubah." if row.was_place else "Jadi dilaksanakan."),
        *when_and_where(row),
        officials_line(row),
        absolute_url(row.get_absolute_url()),
    ]
    return "\n".join(line for line in lines if line)
