"""``manage.py data_pribadi``: whoever asks gets what is held of them, or has it erased."""

import json
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone

from cilegon_portal.office.models import Agency
from cilegon_portal.regions.models import Region
from cilegon_portal.tidings.models import Told
from community.aspiration_moves import forward, refuse, reply
from community.aspirations import Aspiration, AspirationState
from community.groups import Group, MediaChannel
from community.private_files import store_private_file
from tests.factories import make_article, make_aspiration, make_event, make_group, make_user
from tests.library.images import jpeg
from tests.marks import MAIL, NAME, PHONE, PLACE, marks_in, rows_with_marks

pytestmark = pytest.mark.django_db

OTHER = "0813-1111-2222"


def _run(*arguments: str) -> str:
    out = StringIO()
    call_command("data_pribadi", *arguments, stdout=out)
    return out.getvalue()


def _exit_code(*arguments: str) -> int:
    with pytest.raises(CommandError) as stopped:
        _run(*arguments)
    return stopped.value.returncode


def _sent(**fields: Any) -> Aspiration:
    """Return what the person sent, answered by staff who repeat their name."""
    officer = make_user("Petugas KIM")
    aspiration = make_aspiration(
        **{
            "topic": f"Rumah {NAME}",
            "text": f"Saya di {PLACE}.",
            "name": NAME,
            "contact": PHONE,
            "link": "https://contoh.id/warga.tertentu@contoh.id",
            "region": Region.objects.villages()[0],
            "note": f"{NAME} menelepon.",
            "lapor_number": "777",
            "sender_allows": True,
            "staff_allow": True,
            "public_text": "Lampu jalan",
            "file": store_private_file(jpeg(), name=f"{NAME}.jpg"),
            **fields,
        }
    )
    forward(aspiration, Agency.objects.get_or_create(name="Dinas", slug="dinas")[0], by=officer)
    reply(aspiration, f"Yth. {NAME}, sudah menyala.", by=officer)
    return aspiration


SPELLINGS = {
    "as typed": PHONE,
    "digits": "081277776666",
    "country code": "+62 812 7777 6666",
    "country code and nought": "+62 (0)812-7777-6666",
    "dialled": "0062812 7777 6666",
    "without plus": "6281277776666",
    "without nought": "812.7777.6666",
}


@pytest.mark.parametrize("spelled", SPELLINGS.values(), ids=SPELLINGS)
def test_number_is_found_in_any_spelling(spelled: str) -> None:
    first, second = make_aspiration(contact=PHONE), make_aspiration(contact=spelled)

    for asked in (PHONE, spelled):
        found = _run("cari", asked)
        assert first.code in found
        assert second.code in found


@pytest.mark.parametrize("asked", [MAIL, MAIL.upper(), f" {MAIL} "])
def test_mail_address_is_found_in_any_spelling(asked: str) -> None:
    aspiration = make_aspiration(contact="Warga.Tertentu@Contoh.id")

    assert aspiration.code in _run("cari", asked)


@pytest.mark.parametrize("asked", ["0813 7777 6666", "+81 277776666", "tertentu@contoh.id"])
def test_others_are_not_found(asked: str) -> None:
    for contact in (PHONE, MAIL):
        make_aspiration(contact=contact)

    assert _run("cari", asked) == "Tidak ada data.\n"


@pytest.mark.parametrize("task", ["cari", "ekspor", "hapus"])
@pytest.mark.parametrize("asked", ["", "siapa", "123", "warga@", "K7P4M-2XRHW", "%"])
def test_what_names_nobody_is_refused(task: str, asked: str) -> None:
    make_aspiration()

    assert _exit_code(task, asked) == 2


def test_export_holds_all_words_and_the_file_for_nobody_else_to_read(tmp_path: Path) -> None:
    aspiration = _sent()
    folder = tmp_path / "salinan"

    _run("ekspor", PHONE, "--ke", str(folder))

    (entry,) = json.loads((folder / "data-pribadi.json").read_text(encoding="utf-8"))
    data = entry["data"]
    assert data["penjelasan"] == f"Saya di {PLACE}."
    assert data["nama"] == NAME
    assert data["jawaban"] == f"Yth. {NAME}, sudah menyala."
    assert data["keadaan"] == "Dijawab"
    assert [step["langkah"] for step in data["langkah"]] == [
        "Diterima",
        "Diteruskan ke OPD",
        "Dijawab",
    ]
    (name,) = entry["berkas"]
    assert (folder / name).read_bytes().startswith(b"\xff\xd8\xff")
    assert name == f"{aspiration.code}.jpg"
    assert [path.stat().st_mode & 0o077 for path in (folder, *folder.iterdir())] == [0, 0, 0]


def test_export_to_the_screen_is_the_same_without_files() -> None:
    _sent()

    (entry,) = json.loads(_run("ekspor", PHONE))

    assert entry["data"]["nama"] == NAME


def test_export_overwrites_nothing(tmp_path: Path) -> None:
    kept = tmp_path / "data-pribadi.json"
    kept.write_text("lain", encoding="utf-8")

    assert _exit_code("ekspor", PHONE, "--ke", str(tmp_path)) == 2
    assert kept.read_text(encoding="utf-8") == "lain"


def test_export_goes_on_without_a_file_that_is_lost(tmp_path: Path) -> None:
    aspiration = _sent()
    assert aspiration.file is not None
    aspiration.file.token = "hilang"  # noqa: S105 -- part of a path
    aspiration.file.save()
    folder = tmp_path / "salinan"

    _run("ekspor", PHONE, "--ke", str(folder))

    assert [path.name for path in folder.iterdir()] == ["data-pribadi.json"]


def test_erasing_is_shown_first() -> None:
    aspiration = _sent()

    shown = _run("hapus", PHONE)

    assert f"Akan dihapus: Aspirasi {aspiration.code}" in shown
    assert "--ya" in shown
    aspiration.refresh_from_db()
    assert aspiration.name == NAME


def test_erasing_leaves_what_counts_and_nothing_of_the_person(
    django_capture_on_commit_callbacks: Any,
) -> None:
    aspiration = _sent()
    before = Aspiration.objects.filter(pk=aspiration.pk)
    stays = ("code", "kind", "region", "agency", "state", "received_at", "due_on", "answered_at")
    known = before.values(*stays).get()
    assert aspiration.file is not None
    path = aspiration.file.file_path()
    _admin_log(aspiration)

    with django_capture_on_commit_callbacks(execute=True):
        _run("hapus", PHONE, "--ya")

    assert rows_with_marks() == []
    assert not default_storage.exists(path)
    assert before.values(*stays).get() == known
    assert not Aspiration.objects.published().exists()


def _admin_log(aspiration: Aspiration) -> None:
    officer = make_user("Petugas KIM")
    LogEntry.objects.log_actions(officer.pk, [aspiration], 2, single_object=True)


def test_second_erasing_finds_nothing() -> None:
    _sent()
    _run("hapus", PHONE, "--ya")

    assert _run("hapus", PHONE, "--ya") == "Tidak ada data.\n"
    assert _run("cari", PHONE) == "Tidak ada data.\n"


def test_sender_reads_under_the_code_that_it_is_erased(client: Client) -> None:
    aspiration = _sent()
    _run("hapus", aspiration.code, "--ya")

    page = client.get(f"/aspirasi/{aspiration.code}/").text

    assert "Isinya sudah dihapus" in page
    assert marks_in(page) == []


def test_code_of_somebody_without_contact_will_do() -> None:
    aspiration = make_aspiration(text=f"Di {PLACE}")

    _run("hapus", aspiration.code.lower().replace("-", " "), "--ya")

    assert rows_with_marks() == []


def test_nobody_owes_an_answer_to_what_is_erased(client: Client) -> None:
    aspiration = _sent()
    refuse(aspiration, "Alasan", by=make_user())
    aspiration.state = AspirationState.NEW
    aspiration.due_on = timezone.localdate() - timedelta(days=3)
    aspiration.save()
    _run("hapus", PHONE, "--ya")
    client.force_login(make_user("Petugas KIM"))
    address = f"/admin/community/aspiration/{aspiration.pk}"

    aspiration.refresh_from_db()
    assert not aspiration.is_overdue()
    assert not Aspiration.objects.overdue().exists()
    assert "(isi dihapus)" not in client.get("/admin/").text
    page = client.get(f"{address}/change/")
    assert "Isi dan kontak dihapus" in page.text
    assert client.post(f"{address}/change/", {"answer": "Halo"}).status_code == 403
    assert client.post(f"{address}/klarifikasi/").status_code == 404


def test_contact_leaves_groups_and_others_stay() -> None:
    group = make_group(
        private_contact=f"Ketua {NAME} {PHONE}\nSekretaris {OTHER}",
        secretariat=f"Kantor Kelurahan\nRumah {NAME}, {PLACE}, WA:{PHONE}",
        contact_phone=PHONE,
        contact_email="kim@contoh.id",
        contact_consent_note="Ketua, 2026",
    )
    for number in ("6281277776666", "6281311112222"):
        MediaChannel.objects.create(group=group, kind="whatsapp", url=f"https://wa.me/{number}")

    _run("hapus", PHONE, "--ya")

    group = Group.objects.get()
    assert rows_with_marks() == []
    assert group.private_contact == f"Sekretaris {OTHER}"
    assert group.secretariat == "Kantor Kelurahan"
    assert group.contact_email == "kim@contoh.id"
    assert group.shows_contact()
    assert [channel.url for channel in group.channels.all()] == ["https://wa.me/6281311112222"]


def test_consent_to_a_contact_goes_with_the_contact() -> None:
    make_group(contact_phone=PHONE, contact_consent_note=f"{NAME}, 2026")

    _run("hapus", PHONE, "--ya")

    assert rows_with_marks() == []


def test_export_of_a_group_shows_nobody_elses_contact() -> None:
    make_group(private_contact=f"Ketua {PHONE}\nSekretaris {OTHER}")

    exported = _run("ekspor", PHONE)

    assert PHONE in exported
    assert OTHER not in exported


def test_contact_leaves_events() -> None:
    event = make_event(contact=f"{NAME} {PHONE}")

    _run("hapus", PHONE, "--ya")

    event.refresh_from_db()
    assert event.contact == ""


def test_number_in_words_of_others_is_for_staff_to_judge() -> None:
    aspiration = make_aspiration(contact=OTHER, text=f"Penipu memakai {PHONE}?")

    assert _exit_code("hapus", PHONE, "--ya") == 1

    aspiration.refresh_from_db()
    assert PHONE in aspiration.text
    assert f"data_pribadi hapus {aspiration.code}" in _shown_when_it_stops("hapus", PHONE)


def _shown_when_it_stops(*arguments: str) -> str:
    out = StringIO()
    with pytest.raises(CommandError):
        call_command("data_pribadi", *arguments, stdout=out)
    return out.getvalue()


def test_staff_account_is_exported_and_ended_by_a_person() -> None:
    user = make_user("Petugas KIM", username="petugas", full_name=NAME, email=MAIL)
    aspiration = _sent(contact=MAIL)

    assert json.loads(_run("ekspor", MAIL))[0]["data"]["peran"] == ["Petugas KIM"]
    shown = _shown_when_it_stops("hapus", MAIL, "--ya")

    assert f"/admin/accounts/user/{user.pk}/change/" in shown
    user.refresh_from_db()
    assert user.email == MAIL
    aspiration.refresh_from_db()
    assert aspiration.erased_at is not None  # what needs nobody's decision is gone all the same


def test_record_of_letters_goes_with_the_person_and_stays_with_a_working_account() -> None:
    Told.objects.create(key="aspirasi/1/2", email=MAIL)

    _run("hapus", MAIL, "--ya")

    assert not Told.objects.exists()
    Told.objects.create(key="agenda/1/2", email=MAIL)
    make_user("Ajudan", email=MAIL)
    assert _exit_code("hapus", MAIL, "--ya") == 1
    assert Told.objects.exists()


def test_article_that_may_hold_the_claim_is_pointed_to() -> None:
    article = make_article()
    make_aspiration(contact=PHONE, article=article)

    assert f"/admin/news/article/{article.pk}/change/" in _run("hapus", PHONE)
