"""``manage.py data_pribadi`` on registrations: handed out, erased, and swept out in time."""

import json
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from community.groups import Group
from community.private_files import PrivateFile, store_private_file
from community.registration_moves import approve, ask, complete
from community.registrations import Registration
from tests.factories import make_registration, make_user
from tests.library.images import pdf
from tests.marks import NAME, PHONE, rows_with_marks

pytestmark = pytest.mark.django_db

OTHER = "0813-3333-4444"


def _run(*arguments: str) -> str:
    out = StringIO()
    call_command("data_pribadi", *arguments, stdout=out)
    return out.getvalue()


def _sent(**fields: Any) -> Registration:
    """Return what the person sent, asked by staff who repeat their name."""
    registration = make_registration(
        **{
            "name": NAME,
            "chair": NAME,
            "contact": PHONE,
            "note": f"{NAME} menelepon.",
            "sk_file": store_private_file(pdf(), name=f"{NAME}.pdf"),
            **fields,
        }
    )
    ask(registration, f"Yth. {NAME}, lampirkan SK.", by=make_user("Petugas KIM"))
    return registration


@pytest.mark.parametrize("asked", [PHONE, "+62 812 7777 6666", "code"])
def test_registration_is_handed_out_whole(asked: str, tmp_path: Path) -> None:
    registration = _sent()
    folder = tmp_path / "salinan"

    _run("ekspor", registration.code if asked == "code" else asked, "--ke", str(folder))

    (entry,) = json.loads((folder / "data-pribadi.json").read_text(encoding="utf-8"))
    data = entry["data"]
    assert (data["nama pendaftar"], data["ketua"]) == (NAME, NAME)
    assert [step["langkah"] for step in data["langkah"]] == ["Diterima", "Perlu dilengkapi"]
    assert (folder / f"{registration.code}.pdf").read_bytes() == pdf()


def test_erasing_takes_all_of_it_and_leaves_others(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    registration, other = _sent(), make_registration(contact=OTHER)
    assert registration.sk_file is not None
    path = registration.sk_file.file_path()

    with django_capture_on_commit_callbacks(execute=True):
        _run("hapus", PHONE, "--ya")

    assert rows_with_marks() == []
    assert not default_storage.exists(path)
    assert client.get(registration.get_absolute_url()).status_code == 404
    assert Registration.objects.get() == other


def test_erasing_after_approval_takes_the_contact_out_of_the_group_and_leaves_the_archive() -> None:
    registration = _sent(chair="Ketua Contoh")
    PrivateFile.objects.update(original_name="sk.pdf")
    approve(registration, by=make_user("Petugas KIM"))

    _run("hapus", PHONE, "--ya")

    assert rows_with_marks() == []
    board = Group.objects.get().boards.get()
    assert board.sk_file is not None
    assert board.members.get().name == "Ketua Contoh"


def test_registration_of_another_that_mentions_the_number_is_for_staff_to_judge() -> None:
    registration = make_registration(contact=OTHER)
    complete(registration, text=f"Hubungi {PHONE}.")
    out = StringIO()

    with pytest.raises(CommandError) as stopped:
        call_command("data_pribadi", "hapus", PHONE, "--ya", stdout=out)

    assert stopped.value.returncode == 1
    assert f"data_pribadi hapus {registration.code}" in out.getvalue()
    assert Registration.objects.exists()


def test_retention_deletes_what_is_old_whatever_its_state() -> None:
    now = timezone.now()
    old, kept = _sent(), make_registration(contact=OTHER)
    Registration.objects.filter(pk=old.pk).update(received_at=now - relativedelta(months=24))
    Registration.objects.filter(pk=kept.pk).update(
        received_at=now - relativedelta(months=24) + timedelta(days=2)
    )

    assert "1 pendaftaran KIM dihapus" in _run("bersihkan", "--at", now.isoformat())

    assert Registration.objects.get() == kept
    assert rows_with_marks() == []
