"""Private files: taken when they are a passive PDF or a picture, kept apart, named by us."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage

from cilegon_portal.library import files
from community.private_files import store_private_file
from tests.library import images

pytestmark = pytest.mark.django_db


def test_pdf_is_kept_as_it_came_under_a_name_of_ours() -> None:
    stored = store_private_file(images.pdf(), name="SK Lurah <2026>.pdf")

    assert stored.file_path() == f"pribadi/{stored.token}.pdf"
    assert files.read(stored.file_path()) == images.pdf()
    assert stored.original_name == "SK Lurah <2026>.pdf"


def test_picture_is_encoded_anew_without_what_hangs_on_it() -> None:
    hostile = images.jpeg() + b"<script>alert(1)</script>"

    stored = store_private_file(hostile, name="sk.jpg")

    kept = files.read(stored.file_path())
    assert kept.startswith(b"\xff\xd8\xff")
    assert b"<script>" not in kept


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"<!doctype html>", "type"),
        (b"PK\x03\x04", "type"),
        (b"", "empty"),
        (images.pdf(b"4 0 obj\n<< /S /JavaScript >>\nendobj"), "active"),
        (b"0" * (20 * 1024 * 1024 + 1), "size"),
    ],
    ids=["html", "zip", "empty", "active pdf", "too large"],
)
def test_what_is_neither_is_refused_with_a_reason(data: bytes, code: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        store_private_file(data, name="sk.pdf")

    assert refusal.value.error_list[0].code == code


@pytest.mark.django_db(transaction=True)
def test_file_goes_with_its_row() -> None:
    stored = store_private_file(images.pdf(), name="sk.pdf")

    stored.delete()

    assert not default_storage.exists(stored.file_path())
