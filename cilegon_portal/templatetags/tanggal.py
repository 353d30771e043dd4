"""Dates as Indonesians write them, always in WIB."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django import template
from django.utils.formats import date_format

register = template.Library()

WIB = ZoneInfo("Asia/Jakarta")


def midnight(day: date) -> datetime:
    """Return the instant at which *day* begins in WIB."""
    return datetime.combine(day, time.min, WIB)


@register.filter
def tanggal(value: date | None) -> str:
    """Return "Minggu, 22 September 2019"; nothing for None."""
    return date_format(_local(value), "l, j F Y") if value else ""


@register.filter
def tanggal_waktu(value: datetime | None) -> str:
    """Return "Minggu, 22 September 2019 · 19.30 WIB"; nothing for None."""
    return f"{tanggal(value)} · {jam(value)}" if value else ""


@register.filter
def jam(value: datetime | None) -> str:
    """Return "19.30 WIB"; nothing for None."""
    return f"{_local(value):%H.%M} WIB" if value else ""


@register.filter
def bulan(value: date | None) -> str:
    """Return "September 2019"; nothing for None."""
    return date_format(_local(value), "F Y") if value else ""


@register.filter
def waktu_mesin(value: datetime | None) -> str:
    """Return "2019-09-22T19:30+07:00" for the ``datetime`` of a time element; nothing for None."""
    return f"{_local(value).isoformat(timespec='minutes')}" if value else ""  # type: ignore[call-arg]


def _local(value: date) -> date:
    return value.astimezone(WIB) if isinstance(value, datetime) else value
