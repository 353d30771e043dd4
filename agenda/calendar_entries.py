"""What a calendar says of a date, the same for feeds, "add to calendar" links and messages.

Rule: docs/agenda.md#calendars.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings

from agenda.catalogue import Audience
from agenda.occurrences import Occurrence, OccurrenceStatus
from agenda.times import TimeLabel
from cilegon_portal.addresses import absolute_url

_DAY = timedelta(days=1)
# Many programs show no STATUS, so the name carries what the reader must not miss.
_PREFIXES = {
    OccurrenceStatus.CANCELLED: "DIBATALKAN: ",
    OccurrenceStatus.POSTPONED: "DITUNDA: ",
    OccurrenceStatus.TENTATIVE: "TENTATIF: ",
}
# A cancelled entry vanishes from most programs. One that was postponed stays, in doubt, so that
# who planned it reads that it was; with a new date it is confirmed again.
_STATUSES = {
    OccurrenceStatus.CANCELLED: "CANCELLED",
    OccurrenceStatus.POSTPONED: "TENTATIVE",
    OccurrenceStatus.TENTATIVE: "TENTATIVE",
}


@dataclass(frozen=True)
class Entry:
    """A date as calendars know it. Two ``date`` values: whole days, the end not included.

    ``ends`` None: nobody said when it ends. ``is_busy``: it takes the time of who attends.
    """

    uid: str
    sequence: int
    status: str
    starts: date
    ends: date | None
    summary: str
    location: str
    description: str
    url: str
    categories: tuple[str, ...]
    changed_at: datetime
    is_busy: bool


def entry_of(occurrence: Occurrence, *, is_internal: bool = False) -> Entry:
    """Return the entry of an occurrence, loaded by ``for_lists()``; *is_internal*: for aides only.

    The public entry of an event for guests has name, kind, time, place and who attends.
    """
    event = occurrence.event
    status = OccurrenceStatus(occurrence.status)
    starts, ends = _span(occurrence)
    url = absolute_url(occurrence.get_absolute_url())
    guests = _audience_word(occurrence)
    return Entry(
        uid=f"{event.pk}-{occurrence.on:%Y%m%d}@{urlsplit(settings.SITE_URL).hostname}",
        sequence=occurrence.sequence,
        status=_STATUSES.get(status, "CONFIRMED"),
        starts=starts,
        ends=ends,
        summary=f"{_PREFIXES.get(status, '')}{event.title}{f' ({guests.lower()})' if guests else ''}",
        location=_location(occurrence),
        description="\n".join(_lines(occurrence, is_internal=is_internal)) + f"\n\n{url}",
        url=url,
        categories=(event.event_type.name, *((guests,) if guests else ())),
        changed_at=occurrence.saved_at().replace(microsecond=0),
        is_busy=not occurrence.is_off() and occurrence.time_label != TimeLabel.ADJUSTING,
    )


def state_line(occurrence: Occurrence) -> str:
    """Return what became of the date and why, in one line; nothing when it stands as announced."""
    if occurrence.is_off() or occurrence.status == OccurrenceStatus.TENTATIVE:
        state = str(OccurrenceStatus(occurrence.status).label)
    else:
        state = occurrence.moved_label()
    if not state:
        return ""
    return f"{state}: {occurrence.reason}" if occurrence.reason else f"{state}."


def when_and_where(occurrence: Occurrence) -> list[str]:
    """Return time, place and what they were before, a line each: nothing an event for guests hides."""
    lines = [f"Waktu: {occurrence.slot.in_words()}"]
    if was := occurrence.was_words():
        lines.append(f"Semula: {was}")
    if place := occurrence.place_text():
        lines.append(f"Tempat: {place}")
    if occurrence.was_place:
        lines.append(f"Semula di: {occurrence.was_place}")
    return lines


def officials_line(occurrence: Occurrence) -> str:
    """Return who attends and how, in one line; nothing when no official does."""
    names = "; ".join(item.in_words() for item in occurrence.attending())
    return f"Pejabat: {names}" if names else ""


def _lines(occurrence: Occurrence, *, is_internal: bool) -> Iterator[str]:
    event = occurrence.event
    details = is_internal or event.shows_details()
    if state := state_line(occurrence):
        yield state
    yield from when_and_where(occurrence)
    if officials := officials_line(occurrence):
        yield officials
    if details:
        yield from _filled(
            ("Ringkasan", event.summary),
            ("Catatan", occurrence.note),
            ("Penyelenggara", event.organiser_text()),
            ("Pakaian", event.dress_code),
            ("Kontak", event.contact),
            ("Siaran langsung", event.livestream_url),
        )
    if is_internal:
        yield from _filled(
            ("Nomor surat", event.letter_number), ("Catatan internal", event.internal_note)
        )


def _filled(*pairs: tuple[str, str]) -> Iterator[str]:
    for label, text in pairs:
        if text:
            yield f"{label}: {text}"


def _audience_word(occurrence: Occurrence) -> str:
    audience = Audience(occurrence.event.audience)
    return "" if audience == Audience.OPEN else str(audience.label)


def _location(occurrence: Occurrence) -> str:
    venue = occurrence.place_venue()
    parts = (occurrence.place_text(), venue.address if venue else "")
    return ", ".join(part for part in parts if part)


def _span(occurrence: Occurrence) -> tuple[date, date | None]:
    slot = occurrence.slot
    # "Menyesuaikan" has no hour: its midnight only sorts, and would ring at night.
    if slot.is_all_day or slot.time_label == TimeLabel.ADJUSTING:
        return slot.first_day, slot.last_day + _DAY
    return slot.starts_at, slot.ends_at
