"""What happens to dates after they were set: moved, postponed, cancelled, taken up again.

Rule: docs/agenda.md#changes. The old time and place are kept and shown; ``sequence`` grows with every
change of time, place or status, so that calendars take it over (RFC 5545 §3.8.7.4).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils import timezone

from agenda.catalogue import Venue
from agenda.models import Event, Occurrence, OccurrenceStatus
from agenda.times import Slot


class Scope(StrEnum):
    """Which dates of a series a change is for; the values stand in the form."""

    THIS = "ini"
    FOLLOWING = "seterusnya"
    ALL = "semua"


@dataclass(frozen=True)
class Moved:
    """Where a date goes. ``venue`` and ``place`` None: it stays where it is."""

    slot: Slot
    venue: Venue | None = None
    place: str | None = None


def in_scope(occurrence: Occurrence, scope: Scope, at: datetime | None = None) -> list[Occurrence]:
    """Return the dates of the same event that *scope* means, this one first; what is past stays as it was."""
    rows = occurrence.event.occurrences.exclude(pk=occurrence.pk).filter(
        closes_at__gt=at or timezone.now()
    )
    if scope == Scope.THIS:
        return [occurrence]
    if scope == Scope.FOLLOWING:
        rows = rows.filter(on__gt=occurrence.on)
    others = list(rows.select_related("event", "venue").order_by("on"))
    return [occurrence, *others]


def move(
    occurrence: Occurrence,
    to: Moved,
    *,
    reason: str = "",
    is_correction: bool = False,
    at: datetime | None = None,
) -> None:
    """Give a date another time, and another place where *to* has one.

    What was seen before is kept as "semula", the first of several: readers compare with what
    they were told. A correction keeps nothing: the old time was never meant.
    """
    old_slot, old_place = occurrence.slot, occurrence.place_text()
    occurrence.slot = to.slot
    if to.place is not None:
        occurrence.venue, occurrence.place = to.venue, to.place
    time_changed = old_slot != occurrence.slot
    place_changed = old_place != occurrence.place_text()
    if not (time_changed or place_changed):
        return
    if is_correction:
        _forget_move(occurrence)
    else:
        if time_changed:
            _note_time(occurrence, old_slot, reason)
        if place_changed:
            note_place(occurrence, old_place)
        occurrence.changed_at = at or timezone.now()
    _save_changed(occurrence)


def cancel(occurrence: Occurrence, reason: str, *, at: datetime | None = None) -> None:
    """Call a date off; it stays on the pages, with the reason."""
    _set_status(occurrence, OccurrenceStatus.CANCELLED, reason, at)


def postpone(occurrence: Occurrence, reason: str, *, at: datetime | None = None) -> None:
    """Put a date off without a new one; :func:`move` gives it one later."""
    _set_status(occurrence, OccurrenceStatus.POSTPONED, reason, at)


def confirm(occurrence: Occurrence, *, tentative: bool = False, at: datetime | None = None) -> None:
    """Let a date take place as it stands: after all, or (*tentative*) perhaps."""
    moved = occurrence.was_starts_at is not None
    status = OccurrenceStatus.RESCHEDULED if moved else OccurrenceStatus.SCHEDULED
    _set_status(occurrence, OccurrenceStatus.TENTATIVE if tentative else status, "", at)


def event_place_changed(event: Event, old_place: str, *, at: datetime | None = None) -> None:
    """Note on the dates to come that the event's own place changed from *old_place*."""
    at = at or timezone.now()
    for occurrence in event.occurrences.filter(closes_at__gt=at).select_related("venue"):
        occurrence.event = event
        if occurrence.venue_id is None and not occurrence.place:
            note_place(occurrence, old_place)
            occurrence.changed_at = at
            _save_changed(occurrence)


def note_place(occurrence: Occurrence, old_place: str) -> None:
    """Keep *old_place* as "semula di …"; nothing when the date is back where it first was."""
    first = occurrence.was_place or old_place
    occurrence.was_place = "" if first == occurrence.place_text() else first


def _note_time(occurrence: Occurrence, old: Slot, reason: str) -> None:
    first_start = occurrence.was_starts_at or old.starts_at
    first_hours = occurrence.was_hours or old.hours()
    occurrence.status, occurrence.reason = OccurrenceStatus.RESCHEDULED, reason
    occurrence.was_starts_at, occurrence.was_hours = first_start, first_hours
    if (first_start, first_hours) == (occurrence.starts_at, occurrence.slot.hours()):
        _forget_move(occurrence)


def _set_status(
    occurrence: Occurrence, status: OccurrenceStatus, reason: str, at: datetime | None
) -> None:
    if occurrence.status == status and occurrence.reason == reason:
        return
    occurrence.status, occurrence.reason = status, reason
    occurrence.changed_at = at or timezone.now()
    _save_changed(occurrence)


def _forget_move(occurrence: Occurrence) -> None:
    if occurrence.status == OccurrenceStatus.RESCHEDULED:
        occurrence.status = OccurrenceStatus.SCHEDULED
    occurrence.was_starts_at, occurrence.was_hours = None, ""


def _save_changed(occurrence: Occurrence) -> None:
    occurrence.sequence += 1
    occurrence.save()
