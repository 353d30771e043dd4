"""Public holidays of Indonesia and the Hijri date, both from libraries that are kept up to date."""

from datetime import date
from functools import lru_cache

import holidays
from hijridate import Gregorian

_HIJRI_MONTHS = (
    "Muharam", "Safar", "Rabiulawal", "Rabiulakhir", "Jumadilawal", "Jumadilakhir",
    "Rajab", "Syakban", "Ramadan", "Syawal", "Zulkaidah", "Zulhijah",
)  # fmt: skip


@lru_cache(maxsize=32)
def holidays_in(year: int) -> dict[date, str]:
    """Return the holidays of *year* with their Indonesian names, in order.

    Dates that the library computes carry "(perkiraan)": the government fixes them each year
    by a joint decree of three ministers, so the word stays visible.
    """
    found = holidays.country_holidays(
        "ID", years=year, language="id", categories=("public", "government")
    )
    return dict(sorted(found.items()))


def holiday_on(day: date) -> str:
    """Return the name of the holiday on *day*; nothing when it is an ordinary day."""
    return holidays_in(day.year).get(day, "")


def hijri(day: date) -> str:
    """Return the Hijri date of *day* (Umm al-Qura): "23 Muharam 1441 H"; nothing outside 1924–2077.

    The local calendar follows the sighting of the moon and may differ by a day.
    """
    try:
        found = Gregorian.fromdate(day).to_hijri()
    except OverflowError:
        return ""
    return f"{found.day} {_HIJRI_MONTHS[found.month - 1]} {found.year} H"
