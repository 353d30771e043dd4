"""Read an instant as the exports of home-made portals write it."""

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime

from cilegon_portal.templatetags.tanggal import WIB
from cilegon_portal.written_days import month_number

_YEARS = range(1990, 2101)
_TEXT_MAX_CHARS = 100  # no date is longer; the patterns below are not for more
_ZONES = {"wib": 7, "wita": 8, "wit": 9, "utc": 0, "gmt": 0, "z": 0}
_HOUR = (
    r"(?:[\s,|·-]*(?:pukul\s+)?(?P<hour>\d{1,2})[.:](?P<minute>\d{2})(?:[.:](?P<second>\d{2}))?)?"
    r"\s*(?P<zone>[a-z]{1,4})?"
)
_WRITTEN = (
    # "22/9/2019", "22-09-2019", "22 September 2019", "22 Sept. 2019", with or without weekday
    re.compile(
        r"(?:[a-z]+['’]?[a-z]*\s*,?\s+)?(?P<day>\d{1,2})[-/. ](?P<month>\d{1,2}|[a-z]+)[-/. ]{1,2}"
        rf"(?P<year>\d{{4}}){_HOUR}"
    ),
    # "2019/09/22", "2019-9-22 7:30"
    re.compile(rf"(?P<year>\d{{4}})[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}}){_HOUR}"),
    # "September 22, 2019"
    re.compile(rf"(?P<month>[a-z]+)\s+(?P<day>\d{{1,2}}),?\s+(?P<year>\d{{4}}){_HOUR}"),
)
_BLANK_BEFORE_OFFSET = re.compile(r"\s+(?=[+-]\d{2}:?\d{2}$)")
_NAMED_ZONE = re.compile(r"(?<=\d)\s*(wib|wita|wit|utc|gmt)$")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_UNREADABLE = (
    "Tanggal “{}” tidak terbaca. Tulis seperti 2019-09-22T19:30:00+07:00 atau 22/9/2019 19.30."
)


def read_instant(text: str) -> datetime | None:
    """Return the instant of *text*, in WIB where it names no zone; None for none ("", "0000-00-00 …").

    Day comes before month, as Indonesians write. Raises ValueError, in Indonesian.
    """
    text = " ".join(text.split())
    if not text or text.startswith("0000-00-00"):
        return None
    try:
        if len(text) > _TEXT_MAX_CHARS:
            raise ValueError(text[:60])
        found = _read(text.casefold())
    except (ValueError, OverflowError, IndexError, TypeError) as error:
        raise ValueError(_UNREADABLE.format(text[:60])) from error
    if found.year not in _YEARS:
        raise ValueError(f"Tahun {found.year} tidak wajar: pakai 1990 sampai 2100.")
    return found


def _read(text: str) -> datetime:
    if _EPOCH.fullmatch(text):
        return datetime.fromtimestamp(int(text[:10]), UTC)
    for pattern in _WRITTEN:
        if found := pattern.fullmatch(text):
            return _written(found)
    zone = _NAMED_ZONE.search(text)
    plain = text[: zone.start()] if zone else _BLANK_BEFORE_OFFSET.sub("", text)
    try:
        instant = datetime.fromisoformat(plain.replace("z", "Z"))
    except ValueError:
        instant = parsedate_to_datetime(text)  # "Sun, 22 Sep 2019 12:30:00 +0000"
    return instant if instant.tzinfo else instant.replace(tzinfo=_zone(zone[1] if zone else None))


def _written(found: re.Match[str]) -> datetime:
    month = int(found["month"]) if found["month"].isdecimal() else month_number(found["month"])
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    day = date(int(found["year"]), month, int(found["day"]))
    return datetime.combine(day, time(hour, minute, second), tzinfo=_zone(found["zone"]))


def _zone(name: str | None) -> tzinfo:
    if name is None:
        return WIB
    if name not in _ZONES:
        raise ValueError(name)
    return timezone(timedelta(hours=_ZONES[name]))
