"""The dates of an event: rows made from its pattern, and kept in step with it.

Rule: docs/agenda.md#series. What is past, and what was set by hand, the pattern never touches;
what the public could see is never deleted: it is cancelled, or shown as moved.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from agenda.changes import Moved, cancel, move
from agenda.events import Event
from agenda.occurrences import Occurrence
from agenda.recurrence import dates_of, days_off

_DROPPED = "Tidak lagi termasuk jadwal acara ini."


def pattern_dates(event: Event) -> list[date]:
    """Return the days the pattern of *event* falls on, in order; one for what is no series."""
    if not event.is_series() or event.repeats_until is None:
        return [event.first_on]
    skip = days_off(event.first_on, event.repeats_until) if event.skips_holidays else ()
    return dates_of(event.rule, event.first_on, event.repeats_until, skip=skip)


@transaction.atomic
def sync_occurrences(
    event: Event, *, is_correction: bool = False, at: datetime | None = None
) -> None:
    """Make the dates of *event* follow its pattern.

    A date that the public could see and that now begins at another time is shown as moved
    ("semula 09.00"), unless *is_correction* says that the old time was a slip of the pen.
    """
    at = at or timezone.now()
    wanted = pattern_dates(event)
    rows = {row.on: row for row in event.occurrences.select_related("event")}
    if not event.is_series() and len(rows) == 1:
        _follow_single(event, next(iter(rows.values())), is_correction=is_correction, at=at)
        return
    _drop(event, (row for day, row in rows.items() if day not in set(wanted)), at=at)
    for day in wanted:
        if (row := rows.get(day)) is not None:
            if not row.differs and not row.is_over(at):
                _follow(event, row, day, is_correction=is_correction, at=at)
        else:
            row = Occurrence(event=event, on=day)
            row.slot = event.slot_on(day)
            row.save()


def _follow_single(event: Event, row: Occurrence, *, is_correction: bool, at: datetime) -> None:
    # Its address carries no date, so the day may change with the event until it is public.
    if not event.was_public(at) and row.on != event.first_on:
        row.on = event.first_on
        row.save(update_fields=["on"])
    if not row.differs:
        _follow(event, row, event.first_on, is_correction=is_correction, at=at)


def _follow(event: Event, row: Occurrence, day: date, *, is_correction: bool, at: datetime) -> None:
    slot = event.slot_on(day)
    if slot != row.slot:
        quiet = is_correction or not event.was_public(at)
        move(row, Moved(slot), is_correction=quiet, at=at)


def _drop(event: Event, rows: Iterable[Occurrence], *, at: datetime) -> None:
    for row in rows:
        if row.is_over(at) or row.differs:
            continue
        if event.was_public(at):
            if not row.is_off():
                cancel(row, _DROPPED, at=at)
        else:
            row.delete()
