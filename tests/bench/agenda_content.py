"""Generated events: eight on every day, so that growth adds years to the archive and not items to a day."""

from datetime import date, time, timedelta

from agenda.attendance import Attendance
from agenda.catalogue import EventType, Venue
from agenda.events import Event
from agenda.occurrences import Occurrence
from agenda.times import make_slot
from cilegon_portal.office.models import Official
from cilegon_portal.publishing.models import Status
from tests.bench.content import NEWEST

A_DAY = 8
AHEAD = timedelta(days=400)
BATCH = 2_000
_DATES = 5  # of one event: a short series


def grow_agenda_to(total: int, today: date) -> None:
    """Add public dates, from 400 days ahead of *today* backwards, until there are *total*."""
    kinds, venues, officials = _kinds(), _venues(), _officials()
    for first in range(Occurrence.objects.count(), total, BATCH):
        numbers = range(first, min(first + BATCH, total))
        events = {
            key: _event(key, kinds, venues)
            for key in dict.fromkeys(number // _DATES for number in numbers)
            if not Event.objects.filter(slug=f"acara-ukur-{key}").exists()
        }
        Event.objects.bulk_create(events.values())
        Attendance.objects.bulk_create(
            Attendance(event=event, official=officials[key % len(officials)])
            for key, event in events.items()
        )
        Occurrence.objects.bulk_create(_occurrence(n, today, events[n // _DATES]) for n in numbers)


def _event(key: int, kinds: list[EventType], venues: list[Venue]) -> Event:
    return Event(
        title=f"Acara ukur {key}",
        slug=f"acara-ukur-{key}",
        event_type=kinds[key % len(kinds)],
        venue=venues[key % len(venues)],
        first_on=NEWEST.date(),
        rule="FREQ=WEEKLY;BYDAY=SA",
        status=Status.PUBLISHED,
        published_at=NEWEST,
        first_published_at=NEWEST,
    )


def _occurrence(number: int, today: date, event: Event) -> Occurrence:
    # The dates of an event lie on following days: two of one event never share a day.
    block, place = divmod(number, A_DAY * _DATES)
    day = today + AHEAD - timedelta(days=block * _DATES + place % _DATES)
    row = Occurrence(event=event, on=day)
    row.slot = make_slot(day, start=time(8 + place // _DATES % 9), end=time(20))
    return row


def _kinds() -> list[EventType]:
    for number in range(6):
        EventType.objects.get_or_create(
            name=f"Jenis {number}", defaults={"slug": f"jenis-{number}"}
        )
    return list(EventType.objects.all())


def _venues() -> list[Venue]:
    for number in range(20):
        Venue.objects.get_or_create(name=f"Tempat {number}")
    return list(Venue.objects.all())


def _officials() -> list[Official]:
    for number in range(12):
        Official.objects.get_or_create(
            title=f"Pejabat {number}", defaults={"slug": f"pejabat-{number}", "precedence": number}
        )
    return list(Official.objects.all())
