"""Months as people write them, and the day that is meant where no year is named."""

from datetime import date
from typing import Final

MONTHS: Final = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni",
    "Juli", "Agustus", "September", "Oktober", "November", "Desember",
)  # fmt: skip
# Short, old and English forms: what people type and other systems export.
_SPELLINGS: Final = (
    "jan january", "feb february pebruari", "mar march", "apr", "may", "jun june",
    "jul july", "agu agt ags aug august", "sep sept", "okt oct october", "nov nopember nop",
    "des dec december",
)  # fmt: skip
_NUMBERS: Final = {
    spelling: number
    for number, (name, others) in enumerate(zip(MONTHS, _SPELLINGS, strict=True), start=1)
    for spelling in (name.casefold(), *others.split())
}


def month_number(word: str) -> int:
    """Return 1 to 12 for the name of a month in any spelling, 0 for another word."""
    return _NUMBERS.get(word.casefold(), 0)


def meant_day(day: int, month: int, year: int | None, near: date) -> date | None:
    """Return the day, without *year* the one nearest to *near*; None for one that is in no calendar."""
    days = []
    for one in [year] if year else [near.year, near.year - 1, near.year + 1]:
        try:
            days.append(date(one, month, day))
        except ValueError:
            continue
    return min(days, key=lambda found: abs(found - near), default=None)
