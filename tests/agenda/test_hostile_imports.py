"""Files that were made to hurt are refused with a sentence; none is followed, none breaks the page."""

import io
from datetime import timedelta
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from openpyxl import Workbook

from agenda.catalogue import EventType
from agenda.events import Event
from tests.factories import make_user

pytestmark = pytest.mark.django_db

IMPORT = "/admin/agenda/impor/"
TABLE = b"judul;tanggal;mulai;tempat;penyelenggara\n"
TOMORROW = timezone.now() + timedelta(days=1)


@pytest.fixture
def officer(client: Client) -> Client:
    EventType.objects.create(name="Rapat", slug="rapat")
    client.force_login(make_user("Petugas Agenda"))
    return client


def _page(client: Client, content: bytes, name: str) -> str:
    response = client.post(IMPORT, {"berkas": SimpleUploadedFile(name, content)})
    assert response.status_code == 200
    return response.text


def _calendar(*lines: str, start: str = f":{TOMORROW:%Y%m%dT020000Z}") -> bytes:
    event = ["BEGIN:VEVENT", "UID:1", "SUMMARY:Apel", f"DTSTART{start}", *lines, "END:VEVENT"]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", *event, "END:VCALENDAR", ""]).encode()


def _every(unit: str, count: int) -> str:
    return f"{unit}={','.join(str(number) for number in range(count))}"


# Each of these would count for minutes, or for ever.
@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;COUNT=99999999",
        "FREQ=HOURLY",
        "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30",
        f"FREQ=DAILY;{_every('BYHOUR', 24)};{_every('BYMINUTE', 60)};{_every('BYSECOND', 60)}",
        "FREQ=DAILY;INTERVAL=0",
    ],
)
def test_calendar_that_repeats_many_times_a_day_is_refused(officer: Client, rule: str) -> None:
    page = _page(officer, _calendar(f"RRULE:{rule}"), "bom.ics")

    assert "berulang beberapa kali sehari" in page


def test_second_rule_of_an_event_is_looked_at_too(officer: Client) -> None:
    content = _calendar("RRULE:FREQ=WEEKLY", "RRULE:FREQ=SECONDLY")

    assert "berulang beberapa kali sehari" in _page(officer, content, "bom.ics")


def test_time_zone_of_a_calendar_repeats_yearly_or_not_at_all(officer: Client) -> None:
    zone = (
        b"BEGIN:VTIMEZONE\r\nTZID:Kantor\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\n"
        b"TZOFFSETFROM:+0700\r\nTZOFFSETTO:+0700\r\nRRULE:FREQ=%s\r\nEND:STANDARD\r\n"
        b"END:VTIMEZONE\r\nBEGIN:VEVENT"
    )
    content = _calendar(start=f";TZID=Kantor:{TOMORROW:%Y%m%dT090000}")

    bomb = _page(officer, content.replace(b"BEGIN:VEVENT", zone % b"SECONDLY"), "bom.ics")
    outlook = zone % b"YEARLY;BYDAY=1SU;BYMONTH=11"
    page = _page(officer, content.replace(b"BEGIN:VEVENT", outlook), "outlook.ics")

    assert "berulang beberapa kali sehari" in bomb
    assert "09.00 WIB" in page


def test_many_long_series_are_refused(officer: Client) -> None:
    event = _calendar("RRULE:FREQ=DAILY", start=":19900101T000000Z").split(b"\r\n", 2)[2]
    body = event.partition(b"END:VCALENDAR")[0]

    page = _page(
        officer, b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + body * 200 + b"END:VCALENDAR", "x.ics"
    )

    assert "terlalu banyak acara berulang" in page


@pytest.mark.parametrize("ending", ["", ";COUNT=3"])
def test_rule_that_no_day_fulfils_is_not_followed_to_the_end_of_time(
    officer: Client, ending: str
) -> None:
    content = _calendar(f"RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30{ending}")

    assert "Apel" in _page(officer, content, "mustahil.ics")


@pytest.mark.parametrize(
    ("start", "rule"),
    [
        (f":{TOMORROW:%Y%m%dT020000Z}", "FREQ=DAILY;COUNT=3"),
        (
            f":{TOMORROW:%Y%m%dT020000Z}",
            f"FREQ=DAILY;UNTIL={TOMORROW + timedelta(days=2):%Y%m%dT030000Z}",
        ),
        (f";VALUE=DATE:{TOMORROW:%Y%m%d}", "FREQ=DAILY;COUNT=3"),
        (f":{TOMORROW:%Y%m%dT020000}", "FREQ=DAILY;COUNT=3"),
    ],
)
def test_rule_with_an_end_of_its_own_keeps_it(officer: Client, start: str, rule: str) -> None:
    content = _calendar(f"RRULE:{rule}", start=start)
    response = officer.post(IMPORT, {"berkas": SimpleUploadedFile("a.ics", content)})

    assert len(response.context["rows"]) == 3


def test_series_without_an_end_is_read_as_far_as_the_agenda_looks(officer: Client) -> None:
    content = _calendar("RRULE:FREQ=MONTHLY")
    response = officer.post(IMPORT, {"berkas": SimpleUploadedFile("a.ics", content)})

    assert len(response.context["rows"]) in {13, 14}


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (TABLE + b"A\0;24/11/2030;09.00;X;\n", "a.csv", "bukan teks biasa"),
        (_calendar("LOCATION:a\0b"), "a.ics", "bukan teks biasa"),
        (TABLE + b"A;31/12/9999;sepanjang hari;X;\n", "a.csv", "isi tahun 1990 sampai 2100"),
        (TABLE + b"A;01/01/0001;00.00;X;\n", "a.csv", "isi tahun 1990 sampai 2100"),
        (
            TABLE + b"A;24/11/2030;09.00;%s;\n" % (b"x" * 201),
            "a.csv",
            "“tempat” paling panjang 200",
        ),
        (
            TABLE + b"A;24/11/2030;09.00;X;%s\n" % (b"x" * 151),
            "a.csv",
            "“penyelenggara” paling panjang",
        ),
        (TABLE + b"A;24/11/2030;09.00;X;\n" * 501, "a.csv", "Paling banyak 500 acara"),
        (_calendar("DTEND:99991231T235959Z"), "a.ics", "tidak terbaca"),
        (b"x" * 2_000_001, "a.csv", "lebih dari 2 MB"),
    ],
)
def test_odd_file_is_told_and_breaks_nothing(
    officer: Client, content: bytes, name: str, says: str
) -> None:
    assert says in _page(officer, content, name)
    assert not Event.objects.exists()


def _workbook(**parts: bytes) -> bytes:
    """Return a good workbook with *parts* put in place of its own: by file name without ending."""
    book, whole, broken = Workbook(), io.BytesIO(), io.BytesIO()
    book.worksheets[0].append(["judul", "tanggal", "mulai"])
    book.save(whole)
    with ZipFile(whole) as source, ZipFile(broken, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            stem = name.rpartition("/")[2].partition(".")[0]
            target.writestr(name, parts.get(stem, source.read(name)))
    return broken.getvalue()


def _flagged(offset: int, value: int) -> bytes:
    """Return a workbook whose directory names a method or flag that nobody can read."""
    data = bytearray(_workbook())
    at = data.find(b"PK\x01\x02")
    while at != -1:
        data[at + offset] |= value
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (_workbook(sheet1=b"<tidak utuh"), "tidak terbaca sebagai XLSX"),
        (_workbook(styles=b"<tidak utuh"), "tidak terbaca sebagai XLSX"),
        (_workbook(workbook=b"<x/>"), "tidak terbaca sebagai XLSX"),
        (_workbook(styles=b" " * 11_000_000), "terlalu besar bila dibuka"),
        (_flagged(8, 1), "tidak terbaca sebagai XLSX"),
        (_flagged(10, 99), "tidak terbaca sebagai XLSX"),
    ],
    ids=["sheet", "styles", "book", "bomb", "locked", "method"],
)
def test_broken_or_swollen_workbook_is_refused(officer: Client, content: bytes, says: str) -> None:
    assert says in _page(officer, content, "a.xlsx")


@pytest.mark.parametrize(
    "dates",
    [
        {"first_on": "0001-01-01", "repeats_until": "9999-12-31"},
        {"first_on": "9999-12-31", "repeats_until": ""},
        {"first_on": "2030-06-01", "repeats_until": "9999-12-31", "skips_holidays": "on"},
    ],
)
def test_advice_counts_no_dates_of_years_that_cannot_be(
    officer: Client, dates: dict[str, str]
) -> None:
    data = {"title": "Apel", "start_time": "07:00", "repeats": "mingguan", **dates}

    answer = officer.post("/admin/agenda/event/saran/", data)

    assert answer.json() == {"dates": "", "clashes": []}
