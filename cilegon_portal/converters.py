"""Parts of addresses: a year, a month and a day have one way to be written. Import it where ``<yyyy:…>`` is used."""

from datetime import date

from django.urls import register_converter
from django.urls.converters import StringConverter


class Year:
    """A year of the calendar, "1990" to "2100"."""

    regex = r"(?:199[0-9]|20[0-9]{2}|2100)"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:04d}"


class Month:
    """A month, "01" to "12"."""

    regex = r"(?:0[1-9]|1[0-2])"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:02d}"


class Day:
    """A day of a month, "01" to "31"; whether the month has it, the view asks."""

    regex = r"(?:0[1-9]|[12][0-9]|3[01])"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return f"{value:02d}"


class FullDate:
    """A day of the calendar, "2019-09-24"; one that does not exist is no address."""

    regex = f"{Year.regex}-{Month.regex}-{Day.regex}"

    def to_python(self, value: str) -> date:
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        return value.isoformat()


class WordSlug(StringConverter):
    """A slug of letters and digits of any script, as tags have."""

    regex = r"[-\w]+"


register_converter(Year, "yyyy")
register_converter(Month, "mm")
register_converter(Day, "dd")
register_converter(FullDate, "date")
register_converter(WordSlug, "words")
