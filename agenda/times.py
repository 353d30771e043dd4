"""When something takes place, the way it is written here: "09.00 WIB s.d. selesai", "Ba'da Isya".

All of it is thought in WIB (no summer time) and kept as aware instants. Rule: docs/agenda.md#times.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import models

from cilegon_portal.likely_days import FIRST_YEAR, LAST_YEAR, is_likely
from cilegon_portal.templatetags.tanggal import WIB, midnight, tanggal

# Bounds the look back of every range query: what began earlier than this is over.
LONGEST = timedelta(days=31)
_DAY = timedelta(days=1)


class TimeLabel(models.TextChoices):
    """Words that stand for an hour; the prayers move with the sun, so the hour only sorts."""

    NONE = "", "Pukul tertentu"
    AFTER_SUBUH = "bada-subuh", "Ba'da Subuh"
    AFTER_ZUHUR = "bada-zuhur", "Ba'da Zuhur"
    AFTER_ASAR = "bada-asar", "Ba'da Asar"
    AFTER_MAGRIB = "bada-magrib", "Ba'da Magrib"
    AFTER_ISYA = "bada-isya", "Ba'da Isya"
    ADJUSTING = "menyesuaikan", "Menyesuaikan"


# Half an hour after the prayers in Cilegon, rounded: they move by about 30 minutes in a year.
SORT_HOURS = {
    TimeLabel.AFTER_SUBUH: time(5, 0),
    TimeLabel.AFTER_ZUHUR: time(12, 30),
    TimeLabel.AFTER_ASAR: time(15, 30),
    TimeLabel.AFTER_MAGRIB: time(18, 30),
    TimeLabel.AFTER_ISYA: time(19, 30),
    TimeLabel.ADJUSTING: time(0, 0),
}


@dataclass(frozen=True)
class Slot:
    """A stretch of time; instants are aware. An all-day slot ends at the midnight after its last day.

    ``ends_at`` None: no end was given; ``until_done`` says so in words ("s.d. selesai").
    """

    starts_at: datetime
    ends_at: datetime | None = None
    is_all_day: bool = False
    time_label: str = ""
    until_done: bool = False

    @property
    def closes_at(self) -> datetime:
        """When it is over: its end, or the midnight that ends its day."""
        return self.ends_at or midnight(self.first_day + _DAY)

    @property
    def first_day(self) -> date:
        """The day it begins on, in WIB."""
        return self.starts_at.astimezone(WIB).date()

    @property
    def last_day(self) -> date:
        """The last day it touches, in WIB; an end at midnight belongs to the day before."""
        return max(
            self.first_day, (self.closes_at - timedelta(microseconds=1)).astimezone(WIB).date()
        )

    @property
    def is_exact(self) -> bool:
        """Tell whether the hour is one of the clock, not a word."""
        return not self.is_all_day and not self.time_label

    def hours(self) -> str:
        """Return the hours in words: "09.00–11.30 WIB", "Ba'da Isya s.d. selesai", "Sepanjang hari"."""
        if self.is_all_day:
            return "Sepanjang hari"
        start = self.time_label and str(TimeLabel(self.time_label).label)
        end = f"{self.ends_at.astimezone(WIB):%H.%M} WIB" if self.ends_at else ""
        if start:
            tail = f" s.d. {end}" if end else ""
        else:
            start = f"{self.starts_at.astimezone(WIB):%H.%M}"
            if end and self.last_day == self.first_day:
                return f"{start}–{end}"
            start, tail = f"{start} WIB", f" s.d. {end}" if end else ""
        return f"{start} s.d. selesai" if self.until_done and not end else f"{start}{tail}"

    def days(self) -> str:
        """Return the day or days in words: "Selasa, 24 September 2019" or two of them."""
        if self.last_day == self.first_day:
            return tanggal(self.first_day)
        return f"{tanggal(self.first_day)} s.d. {tanggal(self.last_day)}"

    def in_words(self) -> str:
        """Return day and hours: "Selasa, 24 September 2019 · 09.00–11.30 WIB"."""
        return f"{self.days()} · {self.hours()}"

    def shifted(self, delta: timedelta) -> "Slot":
        """Return the same slot *delta* later."""
        end = self.ends_at + delta if self.ends_at else None
        return Slot(self.starts_at + delta, end, self.is_all_day, self.time_label, self.until_done)


def make_slot(
    on: date,
    *,
    start: time | None = None,
    end: time | None = None,
    last_on: date | None = None,
    is_all_day: bool = False,
    time_label: str = "",
    until_done: bool = False,
) -> Slot:
    """Return the slot that begins on *on* (WIB). Raises ValueError, in Indonesian, for one that cannot be."""
    last_day = last_on or on
    if not is_likely(on):
        raise ValueError(f"Tahunnya {on.year}; isi tahun {FIRST_YEAR} sampai {LAST_YEAR}.")
    if last_day < on:
        raise ValueError("Tanggal akhir mendahului tanggal mulai.")
    if last_day - on >= LONGEST:
        raise ValueError(
            f"Satu acara paling lama {LONGEST.days} hari. Pecah menjadi beberapa acara."
        )
    if is_all_day:
        return Slot(midnight(on), midnight(last_day + _DAY), is_all_day=True)
    begins = start or (SORT_HOURS[TimeLabel(time_label)] if time_label else None)
    if begins is None:
        raise ValueError(
            "Isi jam mulai, pilih kata waktu seperti Ba'da Isya, atau centang sepanjang hari."
        )
    starts_at = at_wib(on, begins)
    ends_at = (
        at_wib(last_day, end)
        if end
        else midnight(last_day + _DAY)
        if last_on and last_on > on
        else None
    )
    if ends_at is not None and ends_at <= starts_at:
        raise ValueError(
            "Jam selesai mendahului jam mulai. Bila lewat tengah malam, isi juga tanggal akhirnya."
        )
    return Slot(starts_at, ends_at, time_label=time_label, until_done=until_done and not end)


def at_wib(day: date, hour: time) -> datetime:
    """Return the instant of *hour* on *day* in WIB."""
    return datetime.combine(day, hour, tzinfo=WIB)
