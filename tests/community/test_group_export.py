"""The registry as a table: in the shape of kim.id, safe to open, and logged when it names persons."""

import csv
import io
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.publishing.models import Status
from community.access_log import AccessLog, Subject
from community.boards import BoardMember
from community.groups import Group, Level, MediaChannel, Stage
from tests.factories import make_board, make_group, make_user

pytestmark = pytest.mark.django_db

EXPORT = "/admin/community/group/ekspor/"


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(make_user("Petugas KIM"))
    return client


def _csv(staff: Client, query: str = "", **fields: Any) -> list[dict[str, str]]:
    response = staff.post(f"{EXPORT}?{query}", {"bentuk": "csv", **fields})
    assert response.content.startswith(b"\xef\xbb\xbf")
    text = response.content.decode("utf-8-sig")
    assert "\r\n" in text
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _full_group() -> Group:
    group = make_group(
        name="KIM Palas",
        slug="kim-palas",
        parent=make_group(name="Forum", level=Level.DISTRICT, region="36.72.08"),
        stage=Stage.objects.get(slug="mandiri"),
        secretariat="Kantor Kelurahan",
        member_count=12,
        founded_on=date(2018, 8, 1),
        kim_id_url="https://kim.id/palas",
        private_contact="0812-7777-6666",
        contact_phone="0813-1111-2222",
    )
    MediaChannel.objects.create(group=group, kind="situs", url="https://palas.contoh.id/")
    make_board(group, date(2016, 1, 1), ends_on=date(2018, 12, 31), sk_number="lama")
    board = make_board(
        group,
        date(2020, 1, 1),
        ends_on=date(2021, 12, 31),
        sk_number="470/12",
        sk_on=date(2019, 12, 20),
        sk_issuer="Lurah Citangkil",
    )
    BoardMember.objects.create(
        board=board, role="ketua", name="Nama Ketua", shows_name=True, consent_on=date(2020, 1, 1)
    )
    BoardMember.objects.create(board=board, role="penyebaran", name="Nama Tertutup")
    return group


def test_line_of_a_group_has_what_kim_id_asks(staff: Client) -> None:
    _full_group()

    line = next(item for item in _csv(staff) if item["nama"] == "KIM Palas")

    assert line == {
        "nama": "KIM Palas",
        "tingkat": "kelurahan",
        "induk": "Forum",
        "kode_kecamatan": "36.72.08",
        "kecamatan": "Citangkil",
        "kode_kelurahan": "36.72.08.1007",
        "kelurahan": "Citangkil",
        "rw_lingkungan_komunitas": "",
        "sekretariat": "Kantor Kelurahan",
        "sk_nomor": "470/12",
        "sk_tanggal": "2019-12-20",
        "sk_penerbit": "Lurah Citangkil",
        "ketua (data pribadi)": "Nama Ketua",
        "sekretaris (data pribadi)": "",
        "bendahara (data pribadi)": "",
        "seksi_pengumpulan (data pribadi)": "",
        "seksi_pengolahan (data pribadi)": "",
        "seksi_penyebaran (data pribadi)": "",
        "masa_bakti_mulai": "2020-01-01",
        "masa_bakti_sampai": "2021-12-31",
        "masa_bakti": "berakhir",
        "kanal_media": "https://palas.contoh.id/",
        "alamat_kim_id": "https://kim.id/palas",
        "keaktifan": "aktif",
        "tahap": "mandiri",
        "jumlah_anggota": "12",
        "berdiri": "2018-08-01",
        "data_diperiksa": "",
        "keadaan": "Terbit",
        "halaman": line["halaman"],
        "per_tanggal": timezone.localdate().isoformat(),
    }
    assert line["halaman"].endswith("/kim/kim-palas/")


def test_groups_above_a_kelurahan_have_no_code_of_one(staff: Client) -> None:
    make_group(name="Forum", level=Level.DISTRICT, region="36.72.08")
    make_group(name="Kota", level=Level.CITY, region="36.72")

    lines = {line["nama"]: line for line in _csv(staff)}

    assert lines["Forum"]["kode_kecamatan"] == "36.72.08"
    assert lines["Forum"]["kode_kelurahan"] == lines["Kota"]["kode_kecamatan"] == ""


def test_names_without_consent_come_by_a_tick_that_is_logged(staff: Client) -> None:
    group = _full_group()
    assert "Nama Tertutup" not in str(_csv(staff))
    assert not AccessLog.objects.exists()

    lines = _csv(staff, nama="on")

    assert "Nama Tertutup" in str(lines)
    entry = AccessLog.objects.get()
    assert (entry.item, entry.subject) == (group, Subject.EXPORT)


def test_contacts_are_in_no_export(staff: Client) -> None:
    _full_group()

    text = str(_csv(staff, nama="on"))

    assert "7777" not in text
    assert "1111" not in text


def test_workbook_holds_the_same_table(staff: Client) -> None:
    _full_group()
    lines = _csv(staff, "o=1")

    response = staff.post(f"{EXPORT}?o=1", {"bentuk": "xlsx"})

    sheet = load_workbook(io.BytesIO(response.content)).active
    assert sheet is not None
    header, *rows = sheet.iter_rows(values_only=True)
    assert list(header) == list(lines[0])
    assert [[cell or "" for cell in row] for row in rows] == [list(line.values()) for line in lines]
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_no_cell_starts_a_formula(staff: Client, form: str, start: str) -> None:
    make_group(name=f"{start}cmd|' /C calc'!A1", secretariat=f"{start}1+1")

    response = staff.post(EXPORT, {"bentuk": form})

    if form == "csv":
        cells = [cell for line in _csv(staff) for cell in line.values()]
    else:
        sheet = load_workbook(io.BytesIO(response.content)).active
        assert sheet is not None
        cells = [str(cell or "") for row in sheet.iter_rows(values_only=True) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert f"'{start}1+1" in cells


def test_export_follows_filters_and_search_of_the_list(staff: Client) -> None:
    make_board(make_group(name="Lewat"), date(2016, 1, 1))
    make_group(name="Kosong")
    make_group(name="Draf", status=Status.DRAFT)

    assert {line["nama"] for line in _csv(staff, "masa_bakti=berakhir")} == {"Lewat"}
    assert {line["nama"] for line in _csv(staff, "q=kosong")} == {"Kosong"}
    assert {line["nama"] for line in _csv(staff, "keadaan=draf")} == {"Draf"}
    page = staff.get("/admin/community/group/?masa_bakti=berakhir").text
    assert 'href="/admin/community/group/ekspor/?masa_bakti=berakhir"' in page
    assert "1 KIM, sesuai saringan" in staff.get(f"{EXPORT}?masa_bakti=berakhir").text


def test_unknown_form_is_told_beside_its_field(staff: Client) -> None:
    response = staff.post(EXPORT, {"bentuk": "pdf", "nama": "on"})

    assert set(response.context["form"].errors) == {"bentuk"}
    assert not AccessLog.objects.exists()


@pytest.mark.parametrize("number", [5, 50])
def test_export_costs_the_same_for_any_number_of_groups(
    staff: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        group = make_group()
        board = make_board(group, timezone.localdate() - timedelta(days=300))
        BoardMember.objects.create(board=board, role="ketua", name="Nama")
    staff.post(EXPORT, {"bentuk": "csv"})

    # session, user, 2 for permissions, kecamatan, owners, count, groups, boards, members, channels, log
    with django_assert_num_queries(12):
        assert len(_csv(staff, nama="on")) == number


@pytest.mark.parametrize(
    "role", ["Penulis", "Editor", "Petugas Agenda", "Ajudan", "Pengurus KIM", ""]
)
def test_no_other_role_takes_the_registry_out(role: str) -> None:
    client = Client()
    client.force_login(make_user(role))

    assert client.get(EXPORT).status_code == 403
    assert client.post(EXPORT, {"bentuk": "csv"}).status_code == 403


@pytest.mark.parametrize("query", ["private_contact__contains=08", "boards__members__name=a"])
def test_export_is_narrowed_by_the_filters_of_the_list_alone(staff: Client, query: str) -> None:
    assert staff.post(f"{EXPORT}?{query}", {"bentuk": "csv"}).status_code == 400
