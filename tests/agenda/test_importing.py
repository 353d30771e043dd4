"""Import: seen before it enters, told what is wrong, all or nothing; and the way out again."""

import csv
import io
from datetime import date, time, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from openpyxl import Workbook, load_workbook

from agenda.catalogue import EventType, Venue
from agenda.events import Event
from agenda.occurrences import Occurrence
from cilegon_portal.office.models import Agency
from cilegon_portal.publishing.models import Status
from tests.factories import make_event, make_user

pytestmark = pytest.mark.django_db

IMPORT = "/admin/agenda/impor/"
HEADER = "judul;jenis;tanggal;mulai;selesai;tempat;penyelenggara;untuk\n"


@pytest.fixture
def officer(client: Client) -> Client:
    EventType.objects.create(name="Pengajian", slug="pengajian")
    client.force_login(make_user("Petugas Agenda"))
    return client


def _upload(client: Client, content: str | bytes, name: str = "agenda.csv") -> dict[str, object]:
    data = content.encode() if isinstance(content, str) else content
    response = client.post(IMPORT, {"berkas": SimpleUploadedFile(name, data)})
    assert response.status_code == 200
    return {
        "page": response.text,
        "rows": response.context["rows"],
        "signed": response.context["signed"],
    }


def _confirm(client: Client, preview: dict[str, object], *numbers: int) -> str:
    data = {"_baris": preview["signed"], "pilih": [str(number) for number in numbers]}
    return client.post(IMPORT, data, follow=True).text


def test_table_of_a_spreadsheet_becomes_drafts_after_a_look(officer: Client) -> None:
    hall = Venue.objects.create(name="Masjid Agung")
    setda = Agency.objects.create(name="Sekretariat Daerah", short_name="Setda", slug="setda")
    preview = _upload(
        officer,
        HEADER
        + "Pengajian FKMT;Pengajian;24/11/2030;ba'da Isya;selesai;masjid agung;FKMT;terbuka\n"
        + "Rapat Koordinasi;;25 November 2030;9.00 WIB;11.30;Ruang Sekda;Setda;tertutup\n",
    )
    assert not Event.objects.exists()

    _confirm(officer, preview, 2, 3)

    recital, meeting = Event.objects.order_by("first_on")
    assert recital.occurrences.get().slot.in_words() == (
        "Minggu, 24 November 2030 · Ba'da Isya s.d. selesai"
    )
    assert (recital.venue, recital.organiser_name, recital.status) == (hall, "FKMT", Status.DRAFT)
    assert meeting.occurrences.get().slot.hours() == "09.00–11.30 WIB"
    assert (meeting.organiser, meeting.audience, meeting.place) == (
        setda,
        "tertutup",
        "Ruang Sekda",
    )


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("Rapat;;besok;09.00;;Aula;;", "Tanggal “besok” tidak dikenal"),
        ("Rapat;;31/02/2030;09.00;;Aula;;", "tidak dikenal"),
        ("Rapat;;24/11/2030;25.00;;Aula;;", "Jam “25.00” tidak dikenal"),
        ("Rapat;;24/11/2030;;;Aula;;", "Isi jam mulai"),
        ("Rapat;;24/11/2030;11.00;09.00;Aula;;", "mendahului jam mulai"),
        (";;24/11/2030;09.00;;Aula;;", "Isi nama acaranya"),
        ("Rapat;Konser;24/11/2030;09.00;;Aula;;", "Jenis acara “Konser” belum ada"),
        ("Rapat;;24/11/2030;09.00;;Aula;;semua orang", "terbuka, undangan, atau tertutup"),
    ],
)
def test_row_that_cannot_be_read_says_why_and_never_enters(
    officer: Client, line: str, message: str
) -> None:
    preview = _upload(officer, f"{HEADER}Baik;;24/11/2030;09.00;;Aula;;\n{line}\n")

    assert message in str(preview["page"])
    _confirm(officer, preview, 2, 3)
    assert [event.title for event in Event.objects.all()] == ["Baik"]


def test_what_is_known_already_is_marked_and_not_chosen(officer: Client) -> None:
    make_event(title="Rapat Paripurna", first_on=date(2030, 11, 24))

    preview = _upload(
        officer,
        HEADER
        + "RAPAT PARIPURNA;;24/11/2030;09.00;;Aula;;\n"
        + "Baru;;24/11/2030;09.00;;Aula;;\nBaru;;24/11/2030;10.00;;Aula;;\n",
    )

    assert [row.is_known for row in preview["rows"]] == [True, False, True]  # type: ignore[attr-defined]
    assert str(preview["page"]).count(" checked") == 1


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("agenda.pdf", b"%PDF-1.7", "Pakai berkas .csv, .xlsx, atau .ics."),
        ("agenda.csv", b"nama;hari\nRapat;Senin\n", "yang belum ada: judul, tanggal, mulai"),
        ("agenda.xlsx", b"PK\x03\x04 rusak", "tidak terbaca sebagai XLSX"),
        ("agenda.ics", b"BEGIN:VEVENT rusak", "tidak terbaca sebagai kalender"),
        ("agenda.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "Tidak ada acara"),
        ("agenda.csv", HEADER.encode() + b"Rapat;;24/11/2030;09.00\n" * 501, "Paling banyak 500"),
        ("agenda.csv", b"x" * 2_000_001, "lebih dari 2 MB"),
    ],
)
def test_file_that_cannot_be_used_says_what_to_do(
    officer: Client, name: str, content: bytes, message: str
) -> None:
    assert message in str(_upload(officer, content, name)["page"])


def test_workbook_with_real_dates_and_hours_is_read(officer: Client) -> None:
    book = Workbook()
    book.active.append(["Judul", "Tanggal", "Mulai", "Sampai tanggal"])  # type: ignore[union-attr]
    book.active.append(["Pameran", date(2030, 11, 24), time(9), date(2030, 11, 26)])  # type: ignore[union-attr]
    out = io.BytesIO()
    book.save(out)

    preview = _upload(officer, out.getvalue(), "agenda.xlsx")
    _confirm(officer, preview, 2)

    slot = Occurrence.objects.get().slot
    assert slot.days() == "Minggu, 24 November 2030 s.d. Selasa, 26 November 2030"


def test_calendar_series_is_expanded_in_wib(officer: Client) -> None:
    first = timezone.localdate() + timedelta(days=3)
    content = "\r\n".join(
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//uji//",
            "BEGIN:VEVENT",
            "UID:1",
            f"DTSTART:{first - timedelta(days=1):%Y%m%d}T230000Z",
            f"DTEND:{first:%Y%m%d}T010000Z",
            "RRULE:FREQ=WEEKLY;COUNT=3",
            "SUMMARY:Pengajian Sabtu",
            "LOCATION:Masjid Agung",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ]
    )

    preview = _upload(officer, content, "lain.ics")
    _confirm(officer, preview, 1, 2, 3)

    rows = list(Occurrence.objects.in_order())
    assert [row.slot.first_day for row in rows] == [
        first + timedelta(weeks=week) for week in range(3)
    ]
    assert {row.slot.hours() for row in rows} == {"06.00–08.00 WIB"}


def test_preview_that_was_tampered_with_makes_nothing(officer: Client) -> None:
    preview = _upload(officer, HEADER + "Rapat;;24/11/2030;09.00;;Aula;;\n")

    page = _confirm(officer, preview | {"signed": f"{preview['signed']}x"}, 2)

    assert "Unggah berkasnya sekali lagi" in page
    assert not Event.objects.exists()


def test_writers_do_not_import(client: Client) -> None:
    client.force_login(make_user("Penulis"))

    assert client.get(IMPORT).status_code == 403


def test_export_can_be_read_again_and_holds_no_formula(officer: Client) -> None:
    make_event(title="=HYPERLINK(1)", first_on=date(2030, 11, 24), until_done=True)
    address = "/admin/agenda/ekspor/?dari=2030-11-24&sampai=2030-11-24&bentuk="

    table = officer.get(f"{address}csv").content
    sheet = load_workbook(io.BytesIO(officer.get(f"{address}xlsx").content)).active

    line = next(csv.DictReader(io.StringIO(table.decode("utf-8-sig"))))
    assert (line["judul"], line["mulai"], line["selesai"]) == ("'=HYPERLINK(1)", "09.00", "selesai")
    assert sheet is not None
    assert sheet["A2"].value == "'=HYPERLINK(1)"
    Event.objects.all().delete()
    _confirm(officer, _upload(officer, table), 2)
    assert Occurrence.objects.get().slot.hours() == "09.00 WIB s.d. selesai"


def test_export_leaves_out_what_the_reader_may_not_see(client: Client) -> None:
    make_event(title="Terlihat", first_on=date(2030, 11, 24))
    make_event(title="Rahasia", first_on=date(2030, 11, 24), audience="tertutup")
    client.force_login(make_user("Penulis"))

    table = client.get("/admin/agenda/ekspor/?dari=2030-11-24&sampai=2030-11-24&bentuk=csv").text

    assert "Terlihat" in table
    assert "Rahasia" not in table
