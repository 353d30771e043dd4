"""What happens to dates after they were set: moved, postponed, cancelled, taken up again.

Rule: docs/agenda.md#changes. The old time and place are kept and shown; ``sequence`` grows with every
change of time, place or status, so that calendars take it over (RFC 5545 §3.8.7.4).
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from agenda.catalogue import Venue
from agenda.events import Event
from agenda.occurrences import Occurrence, OccurrenceStatus
from agenda.times import Slot
from cilegon_portal.templatetags.tanggal import WIB


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


@dataclass(frozen=True)
class Change:
    """What a form asks for one date: where it goes, what becomes of it, and why."""

    to: Moved
    status: str = OccurrenceStatus.SCHEDULED
    reason: str = ""
    note: str = ""
    is_correction: bool = False


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


@transaction.atomic
def change_dates(
    occurrence: Occurrence, change: Change, scope: Scope, *, at: datetime | None = None
) -> list[Occurrence]:
    """Apply *change* to *occurrence* and to what *scope* adds, by the same hours; return all of them.

    A time that nobody could have seen leaves no "semula". Dates changed by hand no longer follow
    the pattern; a single event takes its date over into its pattern instead.
    """
    event = occurrence.event
    rows = in_scope(occurrence, scope, at)
    old_slot, old_day = occurrence.slot, occurrence.slot.first_day
    change = replace(change, is_correction=change.is_correction or not event.was_public(at))
    for row in rows:
        row.event = event
        to = change.to
        if row is not occurrence:
            moved = old_slot != to.slot
            offset = row.slot.first_day - old_day
            to = replace(to, slot=to.slot.shifted(offset) if moved else row.slot)
        _apply(row, replace(change, to=to), at)
    if not event.is_series():
        _take_over(event, occurrence.slot)
    return rows


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


def _apply(row: Occurrence, change: Change, at: datetime | None) -> None:
    row.note = change.note
    row.differs = row.event.is_series()
    row.save()
    if change.status == OccurrenceStatus.CANCELLED:
        cancel(row, change.reason, at=at)
        return
    is_moved = change.to.slot != row.slot
    move(row, change.to, reason=change.reason, is_correction=change.is_correction, at=at)
    if change.status == OccurrenceStatus.POSTPONED and not is_moved:
        postpone(row, change.reason, at=at)
    elif change.status == OccurrenceStatus.TENTATIVE:
        confirm(row, tentative=True, at=at)
    elif not is_moved and (row.is_off() or row.status == OccurrenceStatus.TENTATIVE):
        confirm(row, at=at)


def _take_over(event: Event, slot: Slot) -> None:
    starts, ends = slot.starts_at.astimezone(WIB), slot.ends_at and slot.ends_at.astimezone(WIB)
    event.first_on = slot.first_day
    event.last_on = slot.last_day if slot.last_day != slot.first_day else None
    event.start_time = starts.time() if slot.is_exact else None
    event.end_time = ends.time() if ends and not slot.is_all_day else None
    event.is_all_day, event.time_label = slot.is_all_day, slot.time_label
    event.until_done = slot.until_done
    event.save()


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
