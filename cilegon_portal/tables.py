"""Tables that go out as CSV or XLSX: readable by Excel, and no cell a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from openpyxl import Workbook

# A cell that begins with one of these is a formula to a spreadsheet (OWASP, "CSV injection"), the
# wide ones too. Indonesian Excel ends cells at a semicolon, also within ours.
_FORMULA = re.compile("(^|;\\s*)(?=[=+\\-@\t\r＝＋－＠])")
MARK = b"\xef\xbb\xbf"  # makes Excel read UTF-8


def safe_cell(cell: str) -> str:
    """Return *cell* with an apostrophe before what a spreadsheet would calculate."""
    return _FORMULA.sub(r"\1'", cell)


def csv_bytes(lines: Iterable[Sequence[str]]) -> bytes:
    """Return *lines* as CSV (RFC 4180) in UTF-8 with its mark, each cell safe."""
    out = io.StringIO()
    csv.writer(out).writerows([safe_cell(cell) for cell in line] for line in lines)
    return MARK + out.getvalue().encode()


def xlsx_bytes(title: str, lines: Iterable[Sequence[str]]) -> bytes:
    """Return *lines* as a workbook of one sheet, each cell text and safe."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(title)
    for line in lines:
        sheet.append([safe_cell(cell) for cell in line])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
