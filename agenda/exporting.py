"""Take the agenda out: a table with the columns that the import reads, as CSV or XLSX."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from agenda.importing import COLUMNS
from agenda.occurrences import Occurrence
from cilegon_portal.tables import csv_bytes, safe_cell, xlsx_bytes
from cilegon_portal.templatetags.tanggal import WIB

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from cilegon_portal.accounts.models import User

EXTRA_COLUMNS = ("keadaan", "sebab", "semula", "pejabat", "terbit", "alamat")


def table(rows: Iterable[Occurrence], reader: "User | AnonymousUser") -> Iterator[list[str]]:
    """Yield the header and a line for each of *rows* (as ``for_lists()`` loads them), with what *reader* may know."""
    yield [*COLUMNS, *EXTRA_COLUMNS]
    for row in rows:
        yield [safe_cell(cell) for cell in _line(row, tells_all=row.event.details_shown_to(reader))]


def as_csv(rows: Iterable[Occurrence], reader: "User | AnonymousUser") -> bytes:
    """Return the :func:`table` as CSV in UTF-8, with the mark that makes Excel read it so."""
    return csv_bytes(table(rows, reader))


def as_xlsx(rows: Iterable[Occurrence], reader: "User | AnonymousUser") -> bytes:
    """Return the :func:`table` as a workbook."""
    return xlsx_bytes("Agenda", table(rows, reader))


def _line(row: Occurrence, *, tells_all: bool) -> list[str]:
    event, slot = row.event, row.slot
    end = f"{slot.ends_at.astimezone(WIB):%H.%M}" if slot.ends_at and not slot.is_all_day else ""
    start = f"{slot.starts_at.astimezone(WIB):%H.%M}" if slot.is_exact else slot.hours()
    return [
        event.title,
        event.event_type.name,
        f"{slot.first_day:%Y-%m-%d}",
        f"{slot.last_day:%Y-%m-%d}" if slot.last_day != slot.first_day else "",
        row.get_time_label_display() if row.time_label else start,
        end or ("selesai" if slot.until_done else ""),
        row.place_text(),
        event.organiser_text() if tells_all else "",
        event.audience,
        event.summary if tells_all else "",
        row.state_label(),
        row.reason,
        row.was_words(),
        "; ".join(item.in_words() for item in row.attending()),
        event.state_label(),
        row.get_absolute_url(),
    ]
