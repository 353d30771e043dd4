"""Dates as a page shows them at one moment: in words, with their state, day by day.

Rule: docs/agenda.md#times. ``at`` is the moment of the page, the same for all that stands on it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cached_property

from django.urls import reverse
from django.utils.formats import date_format

from agenda.catalogue import Audience
from agenda.holidays import holiday_on
from agenda.occurrences import Occurrence, OccurrenceStatus
from agenda.times import TimeLabel
from cilegon_portal.templatetags.tanggal import WIB, jam, tanggal


@dataclass(frozen=True)
class Badge:
    """A state in a word: ``look`` is a modifier of ``.badge``, ``icon`` a name in the sprite."""

    label: str
    look: str = ""
    icon: str = ""


_OFF_BADGES = {
    OccurrenceStatus.CANCELLED: Badge("Dibatalkan", "err", "circle-x"),
    OccurrenceStatus.POSTPONED: Badge("Ditunda", "warn", "clock"),
}


@dataclass(frozen=True)
class Entry:
    """A date of an event on a page. *tells_all*: its reader may see the details of undangan."""

    occurrence: Occurrence
    at: datetime
    tells_all: bool = False

    @cached_property
    def badges(self) -> list[Badge]:
        """What a reader must know first: whether and when it takes place."""
        row = self.occurrence
        if row.is_off():
            return [_OFF_BADGES[OccurrenceStatus(row.status)]]
        return [*self._change_badges(), *self._clock_badges()]

    def _change_badges(self) -> Iterable[Badge]:
        if label := self.occurrence.moved_label():
            yield Badge(label, "warn", "clock")
        elif self.occurrence.was_place:
            yield Badge("Tempat berubah", "warn", "map-pin")

    def _clock_badges(self) -> Iterable[Badge]:
        row, label = self.occurrence, self.occurrence.state_label(self.at)
        if row.is_over(self.at):
            yield Badge(label)
        elif row.is_running(self.at):
            yield Badge(label, "ok", "clock")
        elif row.status == OccurrenceStatus.TENTATIVE:
            yield Badge(label, "warn", "circle-help")
        elif self.is_today:
            yield Badge(label)  # on later days it goes without saying

    @cached_property
    def notes(self) -> list[str]:
        """Sentences below the name: what changed and why."""
        row = self.occurrence
        found = [self.was_text, row.reason]
        if row.actual_starts_at and not row.is_off():
            found.append(f"Dimulai pukul {jam(row.actual_starts_at)}.")
        if self.shows_details:
            found.append(row.note)
        return [text for text in found if text]

    @property
    def was_text(self) -> str:
        """What was announced before: "Semula 09.00 WIB di Aula Kota." ; nothing when nothing moved."""
        row = self.occurrence
        parts = []
        if row.was_starts_at is not None:
            same_day = self.was_day == row.slot.first_day
            parts.append(
                row.was_hours if same_day else f"{tanggal(self.was_day)} · {row.was_hours}"
            )
        if row.was_place:
            parts.append(f"di {row.was_place}")
        return f"Semula {' '.join(parts)}." if parts else ""

    @property
    def was_day(self) -> date:
        """The day that was announced for it first."""
        return (self.occurrence.was_starts_at or self.occurrence.starts_at).astimezone(WIB).date()

    @property
    def notice_look(self) -> str:
        """The modifier of ``.notice`` for what its badges say."""
        return f"notice--{self.badges[0].look}" if self.badges and self.badges[0].look else ""

    @property
    def notice_icon(self) -> str:
        """The drawing beside them."""
        return (self.badges[0].icon if self.badges else "") or "info"

    @property
    def is_changed(self) -> bool:
        """Whether time or place is not what was announced."""
        return bool(self.occurrence.moved_label() or self.occurrence.was_place)

    @property
    def next_day(self) -> date:
        """The day to look for it: its first, or today while it lasts."""
        slot, today = self.occurrence.slot, self.at.astimezone(WIB).date()
        return min(max(slot.first_day, today), slot.last_day)

    @property
    def is_today(self) -> bool:
        """Whether it takes place on the day of the page."""
        return self.next_day == self.at.astimezone(WIB).date()

    @property
    def clock(self) -> str:
        """When it begins, as short as a calendar has it: "09.00", "Ba'da Isya"; nothing for a whole day."""
        slot = self.occurrence.slot
        if slot.is_exact:
            return f"{slot.starts_at.astimezone(WIB):%H.%M}"
        return str(TimeLabel(slot.time_label).label) if slot.time_label else ""

    @property
    def when(self) -> str:
        """Day and hours in short: "Hari ini · 09.00 WIB", "Rabu · Ba'da Isya"; a far day in full."""
        slot, today = self.occurrence.slot, self.at.astimezone(WIB).date()
        if slot.first_day < today <= slot.last_day:
            return f"Hari ini · s.d. {tanggal(slot.last_day)}"
        if slot.first_day == today:
            return f"Hari ini · {slot.hours()}"
        if today < slot.first_day < today + timedelta(days=7):
            return f"{date_format(slot.first_day, 'l')} · {slot.hours()}"
        return slot.in_words()

    @property
    def days_text(self) -> str:
        """Its days, when it takes more than one."""
        slot = self.occurrence.slot
        return slot.days() if slot.last_day > slot.first_day else ""

    @property
    def shows_details(self) -> bool:
        """Whether the reader sees more than name, time, place and who attends."""
        return self.tells_all or self.occurrence.event.shows_details()

    @property
    def audience(self) -> str:
        """Whom it is for, in words."""
        return str(Audience(self.occurrence.event.audience).label)

    @property
    def attending(self) -> str:
        """Who attends, in one line by precedence."""
        return "; ".join(item.in_words() for item in self.occurrence.attending())


@dataclass(frozen=True)
class Day:
    """A day with what takes place on it, and what was announced for it and moved to another."""

    on: date
    today: date
    entries: list[Entry] = field(default_factory=list)
    moved_away: list[Entry] = field(default_factory=list)

    @property
    def is_today(self) -> bool:
        """Whether it is the day of the page."""
        return self.on == self.today

    @property
    def is_sunday(self) -> bool:
        """Whether it is a Sunday, red in every calendar here."""
        return self.on.isoweekday() == 7

    @cached_property
    def holiday(self) -> str:
        """The name of the public holiday; nothing on an ordinary day."""
        return holiday_on(self.on)

    @property
    def has_news(self) -> bool:
        """Whether its section has something to say."""
        return bool(self.entries or self.moved_away)

    @property
    def anchor(self) -> str:
        """The id of its section."""
        return f"tgl-{self.on}"

    def get_absolute_url(self) -> str:
        return day_url(self.on)


def day_url(day: date) -> str:
    """Return the address of *day*."""
    return reverse("agenda:day_detail", args=[day.year, day.month, day.day])


def entries_of(
    occurrences: Iterable[Occurrence], at: datetime, *, tells_all: bool = False
) -> list[Entry]:
    """Return *occurrences* as they stand at *at*, in the same order."""
    return [Entry(row, at, tells_all) for row in occurrences]


def by_first_day(entries: Iterable[Entry], first: date, today: date) -> list[Day]:
    """Return days in order, each entry once: on its first day, or on *first* when it began before."""
    days: dict[date, Day] = {}
    for entry in entries:
        on = max(first, entry.occurrence.slot.first_day)
        days.setdefault(on, Day(on, today)).entries.append(entry)
    return [days[on] for on in sorted(days)]


def by_every_day(entries: Iterable[Entry], first: date, last: date, today: date) -> list[Day]:
    """Return every day from *first* to *last*, with all that touches it."""
    length = (last - first).days + 1
    days = [Day(first + timedelta(days=number), today) for number in range(length)]
    for entry in entries:
        slot = entry.occurrence.slot
        start, end = max(first, slot.first_day), min(last, slot.last_day)
        for number in range((start - first).days, (end - first).days + 1):
            days[number].entries.append(entry)
    return days
