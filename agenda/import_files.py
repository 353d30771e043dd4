"""Read the events of a file: a table (CSV, XLSX) or a calendar (ICS). Nothing is saved here."""

import csv
import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from agenda.catalogue import Audience
from agenda.import_calendars import calendar_rows
from agenda.import_rows import ROWS_MAX, ImportRow, UnreadableFileError
from agenda.times import TimeLabel
from agenda.written_times import read_date, read_label, read_time, says_all_day, says_until_done
from cilegon_portal.text import normalise_text

_UNPACKED_MAX_BYTES = 10_000_000  # of an XLSX, which is a ZIP: many times what 500 rows need
_COLUMNS_MAX = 40
# What the ZIP, XML and spreadsheet readers raise at hostile or broken bytes.
_BROKEN = (
    BadZipFile,
    InvalidFileException,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    SyntaxError,
    RuntimeError,
    OSError,
    EOFError,
    OverflowError,
    struct.error,
    zlib.error,
)


def rows_of(name: str, content: bytes) -> list[ImportRow]:
    """Return the events of the file *name* as they stand there. Raises UnreadableFileError."""
    if b"\0" in content and not name.casefold().endswith(".xlsx"):
        raise UnreadableFileError("Berkas ini bukan teks biasa. Simpan ulang sebagai CSV UTF-8.")
    readers = {"csv": _csv_rows, "xlsx": _xlsx_rows, "ics": calendar_rows}
    reader = readers.get(name.rpartition(".")[2].casefold())
    if reader is None:
        raise UnreadableFileError("Pakai berkas .csv, .xlsx, atau .ics.")
    rows = list(islice(reader(content), ROWS_MAX + 1))
    if not rows:
        raise UnreadableFileError("Tidak ada acara di berkas ini.")
    if len(rows) > ROWS_MAX:
        raise UnreadableFileError(f"Paling banyak {ROWS_MAX} acara sekali impor; berkas ini lebih.")
    return rows


def _table_rows(cells: Iterator[list[Any]]) -> Iterator[ImportRow]:
    header = [str(cell or "").strip().casefold().replace(" ", "_") for cell in next(cells, [])]
    missing = [name for name in ("judul", "tanggal", "mulai") if name not in header]
    if missing:
        raise UnreadableFileError(
            f"Baris pertama harus berisi nama kolom; yang belum ada: {', '.join(missing)}. "
            "Unduh contohnya di halaman ini."
        )
    for number, line in enumerate(cells, start=2):
        row = {
            name: cell for name, cell in zip(header, line, strict=False) if cell not in (None, "")
        }
        if row:
            yield _table_row(number, row)


def _table_row(number: int, row: dict[str, Any]) -> ImportRow:
    def text(name: str) -> str:
        return " ".join(normalise_text(str(row.get(name, ""))).split())

    found = ImportRow(
        number,
        title=text("judul"),
        kind=text("jenis"),
        place=text("tempat"),
        organiser=text("penyelenggara"),
        audience=text("untuk").casefold() or Audience.OPEN,
        summary=text("ringkasan")[:200],
    )
    try:
        return replace(found, **_written_times(row))
    except ValueError as error:
        return replace(found, problem=str(error))


def _written_times(row: dict[str, Any]) -> dict[str, Any]:
    if "tanggal" not in row:
        raise ValueError("Isi tanggalnya.")
    found: dict[str, Any] = {"first_on": read_date(row["tanggal"]).isoformat()}
    if "sampai_tanggal" in row:
        found["last_on"] = read_date(row["sampai_tanggal"]).isoformat()
    start, end = row.get("mulai", ""), row.get("selesai", "")
    if says_all_day(start):
        return found | {"is_all_day": True}
    if (label := read_label(start)) != TimeLabel.NONE:
        found["time_label"] = str(label)
    elif start != "":
        found["start"] = read_time(start).isoformat()
    if says_until_done(end):
        found["until_done"] = True
    elif end != "":
        found["end"] = read_time(end).isoformat()
    return found


def _csv_rows(content: bytes) -> Iterator[ImportRow]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    head = text.partition("\n")[0]
    # Indonesian spreadsheets save with semicolons.
    delimiter = max(";,\t", key=head.count)
    try:
        yield from _table_rows(csv.reader(io.StringIO(text), delimiter=delimiter))
    except csv.Error as error:
        raise UnreadableFileError("Berkas ini tidak terbaca sebagai CSV.") from error


def _xlsx_rows(content: bytes) -> Iterator[ImportRow]:
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _UNPACKED_MAX_BYTES:
                raise UnreadableFileError(
                    "Berkas ini terlalu besar bila dibuka. Bagi menjadi beberapa."
                )
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        lines = book.worksheets[0].iter_rows(
            values_only=True, max_row=ROWS_MAX + 2, max_col=_COLUMNS_MAX
        )
        yield from _table_rows(list(line) for line in lines)
    except _BROKEN as error:
        raise UnreadableFileError(
            "Berkas ini tidak terbaca sebagai XLSX. Simpan ulang dari Excel, lalu coba lagi."
        ) from error
