"""Read the events of a calendar file (ICS, RFC 5545). Nothing is saved here.

A rule of one line can ask for more dates than a server can count: rules are looked at, and
given an end, before they are followed.
"""

import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

import icalendar
import recurring_ical_events
from django.utils import timezone
from django.utils.html import strip_tags

from agenda.import_rows import ROWS_MAX, ImportRow, UnreadableFileError
from cilegon_portal.templatetags.tanggal import WIB
from cilegon_portal.text import normalise_text

_BACK, _AHEAD = timedelta(days=31), timedelta(days=400)
_FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
_ZONE_PARTS = {"STANDARD", "DAYLIGHT"}
_ZONE_FREQUENCIES = frozenset({"YEARLY"})
# Of all series together, from their first day to the end of what is read: some seconds of counting.
_SERIES_MAX_DAYS = 1_000_000
_BROKEN = (ValueError, TypeError, LookupError, AttributeError, OverflowError, RecursionError)

_NOT_READ = "Berkas ini tidak terbaca sebagai kalender (.ics)."
_TOO_OFTEN = (
    "Kalender ini berisi acara yang berulang beberapa kali sehari. Hapus acara itu di kalender "
    "asalnya, lalu ekspor lagi."
)
_TOO_LONG = (
    "Kalender ini berisi terlalu banyak acara berulang dari masa lalu. Ekspor kalender yang lebih "
    "kecil, lalu coba lagi."
)


def calendar_rows(content: bytes) -> Iterator[ImportRow]:
    """Yield the events from a month ago to 400 days ahead. Raises UnreadableFileError."""
    now = timezone.now()
    try:
        calendar = icalendar.Calendar.from_ical(content)
        _bound_rules(calendar, now + _AHEAD)
        with warnings.catch_warnings():
            # Given an end, a rule that counts its dates has both; dateutil only frowns at it.
            warnings.simplefilter("ignore", DeprecationWarning)
            found = recurring_ical_events.of(calendar).between(now - _BACK, now + _AHEAD)
    except _BROKEN as error:
        raise UnreadableFileError(_NOT_READ) from error
    wanted = [item for item in found if str(item.get("STATUS", "")).upper() != "CANCELLED"]
    wanted.sort(key=lambda item: str(item.start))
    for number, item in enumerate(islice(wanted, ROWS_MAX + 1), start=1):
        yield _row(number, item)


def _bound_rules(calendar: Any, end: datetime) -> None:
    """Let every rule end at *end*. Raises UnreadableFileError for what would still be too much."""
    days = 0
    for part in calendar.walk():
        # Of a VTIMEZONE, whose rules may begin in 1601: icalendar stops at its own end.
        is_zone = part.name in _ZONE_PARTS
        found = part.get("RRULE", [])
        for rule in found if isinstance(found, list) else [found]:
            _check_frequency(rule, _ZONE_FREQUENCIES if is_zone else _FREQUENCIES)
            if not is_zone:
                start, until = part["DTSTART"].dt, _first(rule, "UNTIL")
                if until is None or _day(until) > end.date():
                    has_hours = isinstance(start, datetime)
                    rule["UNTIL"] = [end.astimezone(UTC) if has_hours else end.date()]
                days += max((end.date() - _day(start)).days, 0)
    if days > _SERIES_MAX_DAYS:
        raise UnreadableFileError(_TOO_LONG)


def _check_frequency(rule: Any, allowed: frozenset[str]) -> None:
    several = any(len(rule.get(name, [])) > 1 for name in ("BYHOUR", "BYMINUTE", "BYSECOND"))
    if several or _first(rule, "FREQ") not in allowed or _first(rule, "INTERVAL", 1) < 1:
        raise UnreadableFileError(_TOO_OFTEN)


def _first(rule: Any, name: str, default: Any = None) -> Any:
    values = rule.get(name, default)
    return values[0] if isinstance(values, list) else values


def _day(moment: date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _row(number: int, item: Any) -> ImportRow:
    def text(name: str) -> str:
        return " ".join(strip_tags(normalise_text(str(item.get(name, "")))).split())

    row = ImportRow(
        number,
        title=text("SUMMARY"),
        place=text("LOCATION")[:200],
        summary=text("DESCRIPTION")[:200],
    )
    try:
        return replace(row, **_times(item.start, item.end))
    except _BROKEN:
        return replace(row, problem="Waktunya tidak terbaca. Perbaiki di kalender asalnya.")


def _times(start: Any, end: Any) -> dict[str, Any]:
    if not isinstance(start, datetime):
        last = end - timedelta(days=1)
        last_on = last.isoformat() if last > start else ""
        return {"is_all_day": True, "first_on": start.isoformat(), "last_on": last_on}
    start, end = (_in_wib(moment) for moment in (start, end))
    found = {"first_on": start.date().isoformat(), "start": start.time().isoformat("minutes")}
    if end <= start:
        return found
    last_on = end.date().isoformat() if end.date() != start.date() else ""
    return found | {"last_on": last_on, "end": end.time().isoformat("minutes")}


def _in_wib(moment: datetime) -> datetime:
    # A time without a zone is meant where it is read.
    return moment.astimezone(WIB) if moment.tzinfo else moment.replace(tzinfo=WIB)
