"""The day that a search names: the agenda has a page for each."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from cilegon_portal.likely_days import is_likely
from cilegon_portal.search.analysis import fold
from cilegon_portal.written_days import meant_day, month_number

_NEAR = {"hari ini": 0, "besok": 1, "lusa": 2, "kemarin": -1}
_NEAR_DAY = re.compile(rf"\b({'|'.join(_NEAR)})\b")
_IN_WORDS = re.compile(r"\b([0-9]{1,2}) ([a-z]{3,9})\b(?: ([0-9]{4})\b)?", re.ASCII)
# "22/9" as the news has it; "RT 03/04" is a place, "09.10" is an hour.
_SLASHES = re.compile(r"(?<!rt )\b([0-9]{1,2})/([0-9]{1,2})(?:/([0-9]{4}))?\b", re.ASCII)
_DOTS = re.compile(r"\b([0-9]{1,2})[.-]([0-9]{1,2})[.-]([0-9]{4})\b", re.ASCII)
_ISO = re.compile(r"\b([0-9]{4})-([0-9]{2})-([0-9]{2})\b", re.ASCII)


def named_day(text: str, today: date) -> date | None:
    """Return the first day that *text* names, or None; without a year the one nearest to *today*."""
    text = fold(text)
    if near := _NEAR_DAY.search(text):
        return today + timedelta(days=_NEAR[near[1]])
    return next((day for day in _written(text, today) if day and is_likely(day)), None)


def _written(text: str, today: date) -> Iterator[date | None]:
    for year, month, day in _ISO.findall(text):
        yield meant_day(int(day), int(month), int(year), today)
    for day, word, year in _IN_WORDS.findall(text):
        yield meant_day(int(day), month_number(word), int(year or 0) or None, today)
    for day, month, year in _SLASHES.findall(text) + _DOTS.findall(text):
        yield meant_day(int(day), int(month), int(year or 0) or None, today)
