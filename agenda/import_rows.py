"""An event as a foreign file tells it, before anybody has said yes to it."""

from dataclasses import asdict, dataclass
from datetime import date, time
from typing import Any

from agenda.catalogue import Audience
from agenda.times import Slot, make_slot


class UnreadableFileError(Exception):
    """The file is not what it says it is; the message says what to do, in Indonesian."""


ROWS_MAX = 500


@dataclass(frozen=True)
class ImportRow:
    """One event as it would be made; ``problem`` says why it would not be. Dates and hours in ISO form."""

    number: int
    title: str = ""
    kind: str = ""
    first_on: str = ""
    last_on: str = ""
    start: str = ""
    end: str = ""
    time_label: str = ""
    is_all_day: bool = False
    until_done: bool = False
    place: str = ""
    organiser: str = ""
    audience: str = Audience.OPEN
    summary: str = ""
    problem: str = ""
    is_known: bool = False

    def times(self) -> dict[str, Any]:
        """Return the fields of :class:`Event` that say when."""
        return {
            "first_on": date.fromisoformat(self.first_on),
            "last_on": date.fromisoformat(self.last_on) if self.last_on else None,
            "start_time": time.fromisoformat(self.start) if self.start else None,
            "end_time": time.fromisoformat(self.end) if self.end else None,
            "time_label": self.time_label,
            "is_all_day": self.is_all_day,
            "until_done": self.until_done,
        }

    def when(self) -> str:
        """Return the time in words, for the preview."""
        return "" if self.problem else self.slot().in_words()

    def slot(self) -> Slot:
        """Return when it takes place. Raises ValueError, in Indonesian, for a time that cannot be."""
        times = self.times()
        return make_slot(
            times["first_on"],
            start=times["start_time"],
            end=times["end_time"],
            last_on=times["last_on"],
            is_all_day=self.is_all_day,
            time_label=self.time_label,
            until_done=self.until_done,
        )

    def as_data(self) -> dict[str, Any]:
        """Return plain data that :meth:`from_data` reads: it travels in the preview, signed."""
        return asdict(self)

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> "ImportRow":
        """Return the row of :meth:`as_data`."""
        return cls(**data)
