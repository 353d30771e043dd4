"""Who or what would be in two places at once: a warning that names the other item, never a lock.

Rule: docs/agenda.md#clashes.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from agenda.catalogue import Venue
from agenda.occurrences import OFF, Occurrence
from agenda.times import Slot
from cilegon_portal.office.models import Official
from cilegon_portal.publishing.models import Status

TRAVEL_GAP = timedelta(minutes=30)  # from one end of Cilegon to the other
OPEN_END = timedelta(hours=2)  # how long "s.d. selesai" keeps somebody busy


@dataclass(frozen=True)
class Clash:
    """What meets what: ``who`` (an official or a venue) is also at ``other``."""

    who: str
    other: Occurrence

    def in_words(self) -> str:
        """Return "Wali Kota sudah ada acara: Rapat Paripurna, Selasa, … · 09.00 WIB, Gedung DPRD."."""
        other = self.other
        return (
            f"{self.who} sudah ada acara: {other.event.title}, {other.slot.in_words()}, "
            f"{other.place_text()}."
        )


def find_clashes(
    slots: Collection[Slot],
    *,
    officials: Collection[Official] = (),
    venue: Venue | None = None,
    place: str = "",
    except_event: int | None = None,
) -> list[Clash]:
    """Return what clashes with *slots*, by time: 3 queries for any number of slots.

    Drafts count, what was called off or withdrawn does not; nor do officials who are
    represented or absent there. Somebody who stays at the same place needs no time to travel.
    """
    if not slots or not (officials or venue):
        return []
    wanted = {official.pk: official.title for official in officials}
    found: list[Clash] = []
    for other in _others(slots, except_event):
        for slot in slots:
            found += _meetings(slot, other, wanted, venue, place)
    return list(dict.fromkeys(found))


def _others(slots: Iterable[Slot], except_event: int | None) -> Iterable[Occurrence]:
    days = [day for slot in slots for day in (slot.first_day, slot.last_day)]
    margin = timedelta(days=1)
    rows = (
        Occurrence.objects.between(min(days) - margin, max(days) + margin)
        .exclude(status__in=OFF)
        .exclude(event__status__in=[Status.WITHDRAWN, Status.ARCHIVED])
        .for_lists()
        .in_order()
    )
    return rows.exclude(event=except_event) if except_event else rows


def _meetings(
    slot: Slot, other: Occurrence, officials: dict[int, str], venue: Venue | None, place: str
) -> Iterable[Clash]:
    other_venue = other.place_venue()
    same_place = venue is not None and other_venue == venue
    gap = timedelta(0) if same_place else TRAVEL_GAP
    start, end = _busy(slot)
    other_start, other_end = _busy(other.slot)
    if same_place and start < other_end and other_start < end and _same_room(place, other):
        yield Clash(str(venue), other)
    if start < other_end + gap and other_start < end + gap:
        for item in other.attending():
            if item.official_id in officials and item.is_in_person():
                yield Clash(officials[item.official_id], other)


def _busy(slot: Slot) -> tuple[datetime, datetime]:
    return slot.starts_at, slot.ends_at or min(slot.closes_at, slot.starts_at + OPEN_END)


def _same_room(place: str, other: Occurrence) -> bool:
    # Two rooms of one building do not clash; where one room is not named, it may be the same.
    other_room = other.place if other.venue_id else other.event.place
    return not (place and other_room) or place.casefold() == other_room.casefold()
