"""Dates and hours as people write them in tables: "24/11/2026", "9.00 WIB", "ba'da Isya", "selesai"."""

import re
from datetime import date, datetime, time

from agenda.times import TimeLabel
from cilegon_portal.written_days import month_number

_WORDED = re.compile(r"(?:\w+,\s*)?(\d{1,2})\s+([a-z]+)\s+(\d{4})")
_HOUR = re.compile(
    r"(?:pukul\s*)?(\d{1,2})(?:[.:](\d{2}))?(?:[.:]\d{2})?\s*(?:wib)?", re.IGNORECASE
)
_UNTIL_DONE = {"selesai", "s.d. selesai", "sd selesai", "s/d selesai", "sampai selesai"}
_ALL_DAY = {"sepanjang hari", "seharian"}


def read_date(value: object) -> date:
    """Return the day that *value* (a cell: text, date or datetime) names. Raises ValueError, in Indonesian."""
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    text = " ".join(str(value).casefold().split())
    for form in ("%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y"):
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007 -- a day has no zone
        except ValueError:
            continue
    found = _WORDED.fullmatch(text)
    if found:
        try:
            return date(int(found[3]), month_number(found[2]), int(found[1]))
        except ValueError:
            pass
    raise ValueError(f"Tanggal “{value}” tidak dikenal. Tulis seperti 24/11/2026.")


def read_time(value: object) -> time:
    """Return the hour that *value* (a cell) names. Raises ValueError, in Indonesian."""
    if isinstance(value, datetime):
        return value.time().replace(second=0, microsecond=0)
    if isinstance(value, time):
        return value.replace(second=0, microsecond=0)
    found = _HOUR.fullmatch(str(value).strip())
    if found and int(found[1]) < 24 and int(found[2] or 0) < 60:
        return time(int(found[1]), int(found[2] or 0))
    raise ValueError(f"Jam “{value}” tidak dikenal. Tulis seperti 09.00.")


def read_label(value: object) -> TimeLabel:
    """Return the word for an hour that *value* is, TimeLabel.NONE for none."""
    text = re.sub("[‘’`´]", "'", " ".join(str(value).casefold().split()))
    plain = text.replace("ba'da", "bada").replace("maghrib", "magrib").replace("dzuhur", "zuhur")
    plain = plain.replace("ashar", "asar").replace("isya'", "isya").replace("shubuh", "subuh")
    return next(
        (label for label in TimeLabel if label and label == plain.replace(" ", "-")), TimeLabel.NONE
    )


def says_until_done(value: object) -> bool:
    """Tell whether *value* says that the end is open."""
    return str(value).casefold().strip() in _UNTIL_DONE


def says_all_day(value: object) -> bool:
    """Tell whether *value* says that it takes the whole day."""
    return str(value).casefold().strip() in _ALL_DAY
