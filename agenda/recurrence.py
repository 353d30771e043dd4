"""Which days a series falls on: RRULE text (RFC 5545), read on days of WIB, never on UTC instants.

Rule: docs/agenda.md#series.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from itertools import islice

from dateutil.rrule import rrulestr

from agenda.holidays import holidays_in

MAX_DATES = 400  # a week-daily series of a year and a half; more is a typing error
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAY_NAMES = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_ORDINALS = {1: "pertama", 2: "kedua", 3: "ketiga", 4: "keempat", -1: "terakhir"}


class Frequency(StrEnum):
    """How a series repeats; the values stand in the form."""

    WEEKLY = "mingguan"
    MONTHLY = "bulanan"
    YEARLY = "tahunan"


@dataclass(frozen=True)
class Pattern:
    """A rule as the form knows it.

    ``weekdays``: 0 (Senin) to 6, for weekly ones. ``nth``: which weekday of the month, 1 to 4
    or -1 for the last, with one weekday. Yearly ones fall on the day of the first date; 29
    February only in leap years.
    """

    frequency: Frequency
    interval: int = 1
    weekdays: tuple[int, ...] = ()
    nth: int = 1

    def to_rule(self) -> str:
        """Return the rule as RRULE text without an end."""
        interval = f";INTERVAL={self.interval}" if self.interval > 1 else ""
        if self.frequency == Frequency.WEEKLY:
            days = ",".join(_WEEKDAYS[day] for day in self.weekdays)
            return f"FREQ=WEEKLY{interval};BYDAY={days}"
        if self.frequency == Frequency.MONTHLY:
            return f"FREQ=MONTHLY{interval};BYDAY={self.nth}{_WEEKDAYS[self.weekdays[0]]}"
        return f"FREQ=YEARLY{interval}"

    @classmethod
    def from_rule(cls, rule: str) -> "Pattern":
        """Return the pattern of a rule that :meth:`to_rule` wrote."""
        parts = dict(part.split("=", 1) for part in rule.split(";"))
        interval = int(parts.get("INTERVAL", 1))
        if parts["FREQ"] == "YEARLY":
            return cls(Frequency.YEARLY, interval)
        days = parts["BYDAY"].split(",")
        weekdays = tuple(_WEEKDAYS.index(day[-2:]) for day in days)
        if parts["FREQ"] == "WEEKLY":
            return cls(Frequency.WEEKLY, interval, weekdays)
        return cls(Frequency.MONTHLY, interval, weekdays, int(days[0][:-2]))

    def in_words(self) -> str:
        """Return the pattern in words: "Setiap Sabtu", "Setiap bulan, Senin ketiga"."""
        names = " dan ".join(_DAY_NAMES[day] for day in self.weekdays)
        if self.frequency == Frequency.WEEKLY:
            return (
                f"Setiap {names}"
                if self.interval == 1
                else f"Setiap {self.interval} minggu, {names}"
            )
        if self.frequency == Frequency.MONTHLY:
            every = "Setiap bulan" if self.interval == 1 else f"Setiap {self.interval} bulan"
            return f"{every}, {names} {_ORDINALS[self.nth]}"
        return "Setiap tahun" if self.interval == 1 else f"Setiap {self.interval} tahun"


def dates_of(rule: str, first_on: date, until: date, *, skip: Iterable[date] = ()) -> list[date]:
    """Return the days of *rule* from *first_on* to *until*, both included, at most ``MAX_DATES``.

    *first_on* itself is in only when the rule falls on it; *skip* are left out.
    """
    left_out = set(skip)
    found = rrulestr(rule, dtstart=datetime.combine(first_on, time(0)))
    days = (moment.date() for moment in found.xafter(datetime.combine(first_on, time(0)), inc=True))
    wanted = _up_to(days, until)
    return list(islice((day for day in wanted if day not in left_out), MAX_DATES))


def days_off(first_on: date, until: date) -> dict[date, str]:
    """Return the public holidays between two days, with their names."""
    return {
        day: name
        for year in range(first_on.year, until.year + 1)
        for day, name in holidays_in(year).items()
        if first_on <= day <= until
    }


def _up_to(days: Iterable[date], until: date) -> Iterable[date]:
    for day in days:
        if day > until:
            return
        yield day
