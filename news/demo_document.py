"""A small PDF for the demo: one page of text, written by hand so that no library is needed."""

from collections.abc import Iterable
from typing import Final

_TOP_PT: Final = 770  # of an A4 page, 842 pt high
_HEADING: Final = "/F1 18 Tf"
_TEXT: Final = "/F1 12 Tf"


def one_page_pdf(title: str, lines: Iterable[str]) -> bytes:
    """Return an A4 page with *title* and *lines* below it; letters beyond Latin-1 become "?"."""
    shown = [f"BT {_HEADING} 60 {_TOP_PT} Td ({_escaped(title)}) Tj ET"]
    shown += [
        f"BT {_TEXT} 60 {_TOP_PT - 20 - 22 * number} Td ({_escaped(line)}) Tj ET"
        for number, line in enumerate(lines, start=1)
    ]
    content = "\n".join(shown).encode("latin-1", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Lang (id) /ViewerPreferences << /DisplayDocTitle true >> >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< /Title ({_escaped(title)}) >>".encode("latin-1", "replace"),
    ]
    return _file(objects)


def _file(objects: list[bytes]) -> bytes:
    """Return the file of *objects*, numbered from 1: the catalog first, the title last."""
    file = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(file))
        file += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return (
        file
        + b"xref\n0 %d\n0000000000 65535 f \n%b" % (size, table)
        + b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\n" % (size, len(objects))
        + b"startxref\n%d\n%%%%EOF\n" % len(file)
    )


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
