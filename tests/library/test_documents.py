"""PDF attachments: taken whole, or refused."""

import zlib

import pytest
from django.core.exceptions import ValidationError

from cilegon_portal.library import files
from cilegon_portal.library.uploads import store_document
from tests.library import images

pytestmark = pytest.mark.django_db


def _object_stream(content: bytes) -> bytes:
    packed = zlib.compress(content)
    return (
        b"5 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length %d >>\nstream\n"
        % len(packed)
        + packed
        + b"\nendstream\nendobj"
    )


REFUSED = {
    "html": (b"<!doctype html>", "type"),
    "pdf behind something else": (b"GIF89a" + images.pdf(), "type"),
    "truncated": (images.pdf()[:80], "broken"),
    "script": (images.pdf(b"4 0 obj\n<< /S /JavaScript /JS (app.alert(1)) >>\nendobj"), "active"),
    "escaped script": (images.pdf(b"4 0 obj\n<< /S /J#61vaScript >>\nendobj"), "active"),
    "program": (images.pdf(b"4 0 obj\n<< /S /Launch /F (cmd.exe) >>\nendobj"), "active"),
    "file inside": (images.pdf(b"4 0 obj\n<< /Type /EmbeddedFile >>\nendobj"), "active"),
    "packed script": (images.pdf(_object_stream(b"4 0 << /S /JavaScript >>")), "active"),
    "locked": (images.pdf(b"trailer << /Encrypt 9 0 R >>"), "locked"),
    "nothing": (b"", "empty"),
}


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_passive_pdf_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        store_document(data, title="x", file_name="x.pdf")

    assert refusal.value.error_list[0].code == code


def test_pdf_is_stored_as_it_came() -> None:
    data = images.pdf(_object_stream(b"4 0 << /Type /Page >>"))

    document = store_document(data, title="Surat edaran", file_name="Surat Edaran (final).PDF")

    assert files.read(document.file_path()) == data
    assert (document.file_name, document.size) == ("surat-edaran-final.pdf", len(data))


@pytest.mark.parametrize(
    ("file_name", "safe"),
    [
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Dokumen\\Surat.pdf", "surat.pdf"),
        ("berkas.pdf.exe", "berkaspdf.pdf"),
        ('a"\r\nSet-Cookie: x.pdf', "a-set-cookie-x.pdf"),
        ("日本.pdf", "dokumen.pdf"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_file_name_becomes_safe(file_name: str, safe: str) -> None:
    document = store_document(images.pdf(), title="x", file_name=file_name)

    assert document.file_name == safe
