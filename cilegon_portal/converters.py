"""Parts of addresses: a year and a month have one way to be written. Import it where ``<yyyy:…>`` is used."""

from django.urls import register_converter


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


register_converter(Year, "yyyy")
register_converter(Month, "mm")
