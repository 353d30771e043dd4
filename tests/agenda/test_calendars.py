"""Calendars to subscribe to: what they say, to the byte, and how they travel.

``tests/agenda/golden/`` holds what each kind of date looks like. After a wanted change, delete a
file, run, look at what was written, and commit it.
"""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar
from icalendar import Event as CalendarEvent
from pytest_django import DjangoAssertNumQueries

from agenda.attendance import Attendance, AttendanceMode
from agenda.calendars import in_window
from agenda.catalogue import Audience, Venue
from agenda.changes import Moved, cancel, confirm, move, postpone
from agenda.events import Event
from agenda.occurrences import Occurrence
from agenda.times import TimeLabel, at_wib
from cilegon_portal.office.models import Official
from cilegon_portal.publishing.slugs import leave_redirect
from tests.factories import make_event, make_occurrence

pytestmark = pytest.mark.django_db

GOLDEN = Path(__file__).parent / "golden"
DAY = date(2019, 9, 24)
SAVED = datetime(2019, 9, 20, 3, 4, 5, tzinfo=UTC)


def _postponed(row: Occurrence) -> None:
    postpone(row, "Menunggu jadwal pimpinan")


def _cancelled(row: Occurrence) -> None:
    cancel(row, "Hujan lebat, lapangan tergenang")


def _moved(row: Occurrence) -> None:
    slot = row.slot.shifted(timedelta(days=1, hours=1))
    move(row, Moved(slot, place="Balai Warga"), reason="Menyesuaikan jadwal DPRD")


def _attended(row: Occurrence) -> None:
    titles = {"Wali Kota": AttendanceMode.REPRESENTED, "Sekretaris Daerah": AttendanceMode.PRESENT}
    for order, (title, mode) in enumerate(titles.items()):
        official = Official.objects.create(title=title, slug=f"pejabat-{order}", precedence=order)
        by = "Asisten Daerah I" if mode == AttendanceMode.REPRESENTED else ""
        Attendance.objects.create(event=row.event, official=official, mode=mode, represented_by=by)


# Kind of date -> fields of the event, and what happens to it afterwards.
CASES: dict[str, tuple[dict[str, Any], Callable[[Occurrence], None] | None]] = {
    "terjadwal": ({"start_time": time(9), "end_time": time(11, 30)}, None),
    "sampai-selesai": ({"until_done": True}, _attended),
    "tentatif": ({}, lambda row: confirm(row, tentative=True)),
    "jadwal-ulang": ({}, _moved),
    "ditunda": ({}, _postponed),
    "dibatalkan": ({}, _cancelled),
    "sepanjang-hari": ({"is_all_day": True}, None),
    "beberapa-hari": ({"is_all_day": True, "last_on": DAY + timedelta(days=2)}, None),
    "bada-isya": ({"time_label": TimeLabel.AFTER_ISYA, "until_done": True}, None),
    "menyesuaikan": ({"time_label": TimeLabel.ADJUSTING}, None),
    "tengah-malam": ({"start_time": time(0), "end_time": time(0, 30)}, None),
    "undangan": (
        {
            "audience": Audience.INVITED,
            "summary": "Hanya untuk yang diundang membaca ini.",
            "contact": "254-000",
            "dress_code": "Batik",
        },
        _attended,
    ),
    "tanda-baca": (
        {
            "title": 'Rapat; koordinasi, "lanjutan" \\ baris 🕌 ' + "pembangunan émas— " * 6,
            "summary": "Titik koma; koma, dan \\ garis miring.",
            "internal_note": "Hanya untuk petugas.",
            "letter_number": "005/77",
        },
        None,
    ),
}


def _make_case(name: str) -> Occurrence:
    """Return the date of a case, with keys and times that never change."""
    fields, change = CASES[name]
    pk = 7001 + list(CASES).index(name)
    defaults = {"title": "Rapat Koordinasi", "slug": name, "pk": pk}
    row = make_occurrence(**{"first_on": DAY, "published_at": SAVED, **defaults, **fields})
    if change:
        change(row)
    Occurrence.objects.update(updated_at=SAVED)
    Event.objects.update(updated_at=SAVED)
    return row


@pytest.mark.parametrize("name", CASES)
def test_calendar_of_each_kind_of_date_is_as_agreed(client: Client, name: str) -> None:
    _make_case(name)

    sent = client.get(f"/agenda/acara/{name}/kalender.ics").content

    golden = GOLDEN / f"{name}.ics"
    if not golden.exists():
        golden.write_bytes(sent)
        pytest.fail(f"{golden.name} was missing and is written now: look at it.")
    assert sent == golden.read_bytes()


@pytest.mark.parametrize("name", CASES)
def test_lines_are_folded_between_characters_and_end_in_crlf(client: Client, name: str) -> None:
    _make_case(name)

    sent = client.get(f"/agenda/acara/{name}/kalender.ics").content

    assert sent.endswith(b"END:VCALENDAR\r\n")
    lines = sent.removesuffix(b"\r\n").split(b"\r\n")
    assert not [line for line in lines if b"\n" in line or b"\r" in line or len(line) > 75]
    for line in lines:
        line.decode()  # raises where a character was cut


def _entries(client: Client, path: str = "/agenda/kalender.ics") -> list[CalendarEvent]:
    calendar = Calendar.from_ical(client.get(path).content)
    return list(calendar.events)


def _entry(client: Client) -> CalendarEvent:
    (entry,) = _entries(client)
    return entry


@pytest.mark.parametrize(
    "path",
    [
        "/agenda/kalender.ics",
        "/agenda/jenis/rapat/kalender.ics",
        "/agenda/pejabat/pejabat-0/kalender.ics",
        "/agenda/acara/rapat-kota/kalender.ics",
    ],
)
def test_calendar_travels_well(
    client: Client, path: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _attended(make_occurrence(title="Rapat Kota"))
    for number in range(3):
        make_event(title=f"Pengajian {number}")
    client.get(path)  # the site profile is in the cache now

    # The dates, who attends (of the event, of the date), and whose calendar it is.
    with django_assert_num_queries(3 if path == "/agenda/kalender.ics" else 4):
        response = client.get(path)

    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Cache-Control"] == "no-cache"
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert [str(entry["SUMMARY"]) for entry in _entries(client, path)].count("Rapat Kota") == 1
    head = client.head(path)
    assert (head.status_code, head.content) == (200, b"")
    assert head["Content-Length"] == str(len(response.content))
    for condition in (
        {"If-None-Match": response["ETag"]},
        {"If-Modified-Since": response["Last-Modified"]},
    ):
        assert client.get(path, headers=condition).status_code == 304
    assert client.post(path).status_code == 405


def test_calendar_changes_when_a_date_does(client: Client) -> None:
    row = make_occurrence()
    before = client.get("/agenda/kalender.ics")

    move(row, Moved(row.slot.shifted(timedelta(hours=1))))

    after = client.get("/agenda/kalender.ics", headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert _entry(client)["SEQUENCE"] == 1


def test_entry_keeps_its_name_through_every_change(client: Client) -> None:
    row = make_occurrence()
    names = {str(_entry(client)["UID"])}

    for change in (_moved, _postponed, _cancelled, confirm):
        change(row)
        names.add(str(_entry(client)["UID"]))

    assert len(names) == 1
    assert _entry(client)["SEQUENCE"] == 4


def test_each_date_of_a_series_is_an_entry_of_its_own_without_a_rule(client: Client) -> None:
    first = timezone.localdate() + timedelta(days=1)
    make_event(
        first_on=first, rule="FREQ=WEEKLY;BYDAY=SA", repeats_until=first + timedelta(weeks=3)
    )

    entries = _entries(client)

    assert len(entries) == 3
    assert len({str(entry["UID"]) for entry in entries}) == 3
    assert not [entry for entry in entries if "RRULE" in entry]


def test_window_is_ninety_days_back_and_four_hundred_ahead() -> None:
    at = at_wib(DAY, time(23, 30))
    days = {offset: DAY + timedelta(days=offset) for offset in (-91, -90, 400, 401)}
    for day in days.values():
        make_occurrence(first_on=day)

    found = [row.slot.first_day for row in in_window(Occurrence.objects.in_order(), at)]

    assert found == [days[-90], days[400]]


def test_calendar_says_what_it_covers(client: Client) -> None:
    calendar = Calendar.from_ical(client.get("/agenda/kalender.ics").content)

    assert calendar["X-WR-CALDESC"] == "Agenda 90 hari ke belakang dan 400 hari ke depan."
    assert calendar["X-WR-CALNAME"] == "Agenda Portal Cilegon"
    assert not calendar.events


def test_calendar_of_an_old_event_is_whole(client: Client) -> None:
    make_event(title="Pelantikan", first_on=date(2015, 3, 2))

    assert len(_entries(client, "/agenda/acara/pelantikan/kalender.ics")) == 1


def test_former_address_of_an_event_leads_to_its_calendar(client: Client) -> None:
    event = make_event(title="Nama Baru", slug="nama-baru")
    leave_redirect(event, "nama-lama")

    response = client.get("/agenda/acara/nama-lama/kalender.ics")

    assert (response.status_code, response["Location"]) == (
        301,
        "/agenda/acara/nama-baru/kalender.ics",
    )


@pytest.mark.parametrize("part", ["jenis", "pejabat", "acara"])
def test_calendar_of_nothing_is_not_found(client: Client, part: str) -> None:
    assert client.get(f"/agenda/{part}/tidak-ada/kalender.ics").status_code == 404


def test_place_carries_the_address_of_its_venue(client: Client) -> None:
    venue = Venue.objects.create(name="Masjid Agung", address="Jl. Jenderal Sudirman 1")
    make_event(venue=venue, place="Ruang utama")

    assert _entry(client)["LOCATION"] == "Ruang utama, Masjid Agung, Jl. Jenderal Sudirman 1"


def test_calendar_of_an_official_has_the_dates_they_are_expected_at(client: Client) -> None:
    make_event(title="Tanpa Pejabat")
    _attended(make_occurrence(title="Bersama Wali Kota"))

    (entry,) = _entries(client, "/agenda/pejabat/pejabat-0/kalender.ics")

    assert entry["SUMMARY"] == "Bersama Wali Kota"
