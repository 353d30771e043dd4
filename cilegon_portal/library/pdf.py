"""PDF attachments: what is taken and what is refused.

Rule: docs/decisions/0006-pictures.md. This is no virus scanner: it keeps out what is no PDF
and what a published letter never needs (scripts, programs, files inside). The file is
served as a download in a sandbox besides.
"""

import re
import zlib
from pathlib import PurePath
from typing import Final

from django.core.exceptions import ValidationError
from django.utils.text import slugify

MAX_BYTES: Final = 20 * 1024 * 1024
TOO_LARGE = "Dokumen melebihi 20 MB. Simpan ulang dengan ukuran lebih kecil, lalu unggah lagi."
_FILE_NAME_MAX_CHARS: Final = 120
_TAIL_BYTES: Final = 2048  # "%%EOF" stands in the last lines
_UNPACKED_MAX_BYTES: Final = 64 * 1024 * 1024  # all object streams together

_NOT_PDF = "Berkas ini bukan PDF. Simpan atau cetak dokumen sebagai PDF, lalu unggah lagi."
_BROKEN = "PDF ini rusak atau terpotong. Salin ulang atau cetak lagi sebagai PDF, lalu unggah."
_LOCKED = "PDF ini terkunci dengan kata sandi. Buka kuncinya dan simpan ulang, supaya semua orang dapat membacanya."
_ACTIVE = (
    "PDF ini berisi skrip, program, atau berkas lain di dalamnya. Cetak dokumen sebagai PDF "
    "(Print → Save as PDF), lalu unggah hasilnya."
)

_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
# Long enough never to appear by chance in compressed bytes: searched everywhere.
_FORBIDDEN = re.compile(
    rb"/(JavaScript|Launch|EmbeddedFiles?|RichMedia|ImportData|SubmitForm|XFA)(?![A-Za-z0-9])"
)
# Two letters do appear by chance: searched outside of streams.
_SCRIPT = re.compile(rb"/JS(?![A-Za-z0-9])")
_ENCRYPTED = re.compile(rb"/Encrypt(?![A-Za-z0-9])")


def validate(raw: bytes) -> None:
    """Refuse what is no complete, open, passive PDF. Raises ValidationError."""
    if not raw.startswith(b"%PDF-"):
        raise ValidationError(_NOT_PDF, code="type")
    if b"%%EOF" not in raw[-_TAIL_BYTES:] or b"startxref" not in raw[-_TAIL_BYTES:]:
        raise ValidationError(_BROKEN, code="broken")
    structure = _unescaped(_STREAM.sub(b"", raw) + b"\n" + _object_streams(raw))
    if _ENCRYPTED.search(structure):
        raise ValidationError(_LOCKED, code="locked")
    if _FORBIDDEN.search(structure) or _SCRIPT.search(structure) or _FORBIDDEN.search(raw):
        raise ValidationError(_ACTIVE, code="active")


def safe_name(file_name: str) -> str:
    """Return *file_name* as ASCII words with the ending ``.pdf``."""
    stem = slugify(PurePath(file_name.replace("\\", "/")).stem)
    return f"{stem[: _FILE_NAME_MAX_CHARS - 4].strip('-') or 'dokumen'}.pdf"


def _object_streams(raw: bytes) -> bytes:
    """Return the objects that PDF 1.5 packs into compressed streams, where names can hide."""
    parts: list[bytes] = []
    room = _UNPACKED_MAX_BYTES
    for match in _STREAM.finditer(raw):
        header = raw[max(0, match.start() - 400) : match.start()].rpartition(b" obj")[2]
        if b"ObjStm" not in _unescaped(header):
            continue
        try:
            part = zlib.decompressobj().decompress(match[1], room)
        except zlib.error:
            continue  # another filter, or not compressed: searched as it stands
        parts.append(part)
        room -= len(part)
        if room <= 0:
            raise ValidationError(_BROKEN, code="broken")
    return b"\n".join(parts)


def _unescaped(data: bytes) -> bytes:
    # "/J#61vaScript" is the same name.
    return _ESCAPED.sub(lambda match: bytes([int(match[1], 16)]), data)
