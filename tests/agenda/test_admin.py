"""The agenda's admin: a short form makes an event with its dates; a date is changed on its own form."""

from datetime import date, time, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from agenda.attendance import Attendance
from agenda.catalogue import EventType, Venue
from agenda.events import Event
from agenda.occurrences import Occurrence
from cilegon_portal.office.models import Official
from cilegon_portal.publishing.models import Status
from tests.factories import make_event, make_occurrence, make_user

pytestmark = pytest.mark.django_db

ADD = "/admin/agenda/event/add/"
ADVICE = "/admin/agenda/event/saran/"
SATURDAY = date(2030, 6, 1)


@pytest.fixture
def officer(client: Client) -> Client:
    client.force_login(make_user("Petugas Agenda"))
    return client


def _form(**fields: object) -> dict[str, object]:
    kind, _ = EventType.objects.get_or_create(name="Pengajian", slug="pengajian")
    data = {
        "title": "Pengajian FKMT",
        "event_type": kind.pk,
        "audience": "terbuka",
        "first_on": SATURDAY.isoformat(),
        "start_time": "06:00",
        "until_done": "on",
        "place": "Masjid Agung",
        "interval": "1",
        "version": "0",
        "attendances-TOTAL_FORMS": "0",
        "attendances-INITIAL_FORMS": "0",
        "documents-TOTAL_FORMS": "0",
        "documents-INITIAL_FORMS": "0",
    }
    return data | fields


def _attending(official: Official, mode: str = "hadir", **fields: str) -> dict[str, object]:
    return {
        "attendances-TOTAL_FORMS": "1",
        "attendances-0-official": official.pk,
        "attendances-0-mode": mode,
        "attendances-0-represented_by": "",
        **{f"attendances-0-{name}": value for name, value in fields.items()},
    }


def _mayor() -> Official:
    return Official.objects.get_or_create(title="Wali Kota", slug="wali-kota", precedence=1)[0]


def test_short_form_makes_an_event_and_its_date(officer: Client) -> None:
    officer.post(ADD, _form(_pindah="terbitkan"))

    row = Occurrence.objects.published().get()
    assert row.slot.in_words() == "Sabtu, 1 Juni 2030 · 06.00 WIB s.d. selesai"
    assert row.event.slug == "pengajian-fkmt"


def test_weekly_series_takes_its_weekday_from_its_first_date(officer: Client) -> None:
    until = SATURDAY + timedelta(weeks=4)

    officer.post(ADD, _form(repeats="mingguan", repeats_until=until.isoformat()))

    event = Event.objects.get()
    assert event.rule == "FREQ=WEEKLY;BYDAY=SA"
    assert event.occurrences.count() == 5


def test_monthly_series_keeps_the_weekday_of_the_month(officer: Client) -> None:
    officer.post(ADD, _form(repeats="bulanan", repeats_until="2030-08-31"))

    days = [row.slot.first_day for row in Occurrence.objects.in_order()]
    assert days == [date(2030, 6, 1), date(2030, 7, 6), date(2030, 8, 3)]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"start_time": ""}, "Isi jam mulai"),
        ({"end_time": "05:00"}, "mendahului jam mulai"),
        ({"repeats": "mingguan"}, "sampai kapan acara ini berulang"),
        ({"repeats": "mingguan", "repeats_until": "2030-05-01"}, "mendahului tanggal pertama"),
        ({"place": "", "_pindah": "terbitkan"}, "Pilih tempatnya"),
    ],
)
def test_refused_form_says_why_and_keeps_what_was_typed(
    officer: Client, fields: dict[str, object], message: str
) -> None:
    response = officer.post(ADD, _form(internal_note="Jemput tamu di bandara", **fields))

    assert message in response.text
    assert "Jemput tamu di bandara" in response.text
    assert not Event.objects.exists()


def test_second_officer_sees_the_days_of_a_series_compared(officer: Client) -> None:
    until = SATURDAY + timedelta(weeks=4)
    officer.post(ADD, _form(repeats="mingguan", repeats_until=until.isoformat()))
    event = Event.objects.get()
    Event.objects.filter(pk=event.pk).update(version=7, title="Pengajian Akbar")

    page = officer.post(
        f"/admin/agenda/event/{event.pk}/change/",
        _form(repeats="mingguan", repeats_until=until.isoformat(), weekdays=["5", "6"]),
    )

    assert page.status_code == 200
    assert "Sabtu, Minggu" in page.text
    assert "Pengajian Akbar" in page.text


def test_represented_official_needs_a_name(officer: Client) -> None:
    response = officer.post(ADD, _form(**_attending(_mayor(), "diwakili")))

    assert "Tulis diwakili oleh siapa" in response.text
    assert not Event.objects.exists()


@pytest.mark.parametrize("role", ["Penulis", "Editor", "Petugas KIM"])
def test_other_roles_do_not_add_events(client: Client, role: str) -> None:
    client.force_login(make_user(role))

    assert client.post(ADD, _form()).status_code == 403


def test_saved_event_that_clashes_says_with_what(officer: Client) -> None:
    other = make_event(title="Rapat Paripurna", first_on=SATURDAY, start_time=time(6, 30))
    Attendance.objects.create(event=other, official=_mayor())

    response = officer.post(ADD, _form(**_attending(_mayor())), follow=True)

    assert "Bentrok: Wali Kota sudah ada acara: Rapat Paripurna" in response.text
    assert Event.objects.count() == 2


@pytest.mark.parametrize(
    ("start", "mode", "is_clash"),
    [
        ("06:00", "hadir", True),
        ("06:00", "tentatif", True),
        ("06:00", "diwakili", False),
        ("08:20", "hadir", True),  # 20 minutes to travel are too few
        ("08:40", "hadir", False),
    ],
)
def test_advice_knows_travel_and_who_stands_in(
    officer: Client,
    start: str,
    mode: str,
    is_clash: bool,  # noqa: FBT001
) -> None:
    other = make_event(title="Rapat", first_on=SATURDAY, start_time=time(6), end_time=time(8))
    Attendance.objects.create(event=other, official=_mayor())

    answer = officer.post(ADVICE, _form(start_time=start, **_attending(_mayor(), mode))).json()

    assert bool(answer["clashes"]) is is_clash


def test_advice_names_the_venue_that_is_taken_but_not_another_room(officer: Client) -> None:
    hall = Venue.objects.create(name="Gedung DPRD")
    make_event(first_on=SATURDAY, start_time=time(6), venue=hall, place="Ruang A")

    taken = officer.post(ADVICE, _form(venue=hall.pk, place="")).json()["clashes"]
    free = officer.post(ADVICE, _form(venue=hall.pk, place="Ruang B")).json()["clashes"]

    assert "Gedung DPRD sudah ada acara" in taken[0]
    assert free == []


def test_advice_counts_the_dates_of_a_series_and_saves_nothing(officer: Client) -> None:
    fields = {"repeats": "mingguan", "repeats_until": "2030-06-29"}

    answer = officer.post(ADVICE, _form(**fields)).json()

    assert answer["dates"].startswith("5 tanggal, 06.00 WIB s.d. selesai")
    assert not Event.objects.exists()


def test_cancelled_event_clashes_with_nothing(officer: Client) -> None:
    other = make_occurrence(first_on=SATURDAY, start_time=time(6))
    Attendance.objects.create(event=other.event, official=_mayor())
    Occurrence.objects.update(status="dibatalkan", reason="Hujan")

    answer = officer.post(ADVICE, _form(**_attending(_mayor()))).json()

    assert answer["clashes"] == []


def _date_form(row: Occurrence, **fields: object) -> dict[str, object]:
    data: dict[str, object] = {
        "status": row.status,
        "reason": row.reason,
        "day": row.slot.first_day.isoformat(),
        "start_time": "09:00",
        "coverage": "belum",
        "scope": "ini",
        "stamp": row.updated_at.isoformat(),
        "attendances-TOTAL_FORMS": "0",
        "attendances-INITIAL_FORMS": "0",
    }
    return data | fields


def _change(client: Client, row: Occurrence, **fields: object) -> str:
    address = f"/admin/agenda/occurrence/{row.pk}/change/"
    return client.post(address, _date_form(row, **fields), follow=True).text


def test_cancelling_asks_for_the_reason_that_readers_see(officer: Client) -> None:
    row = make_occurrence()

    page = _change(officer, row, status="dibatalkan")

    assert "Tulis sebabnya" in page
    row.refresh_from_db()
    assert row.status == "terjadwal"


def test_cancelled_date_stays_with_its_reason(officer: Client) -> None:
    row = make_occurrence()

    _change(officer, row, status="dibatalkan", reason="Hujan lebat.")

    row.refresh_from_db()
    assert (row.status, row.reason, row.sequence) == ("dibatalkan", "Hujan lebat.", 1)


def test_moved_single_event_keeps_the_old_time_and_its_form_shows_the_new(officer: Client) -> None:
    row = make_occurrence()

    _change(officer, row, start_time="13:30")

    row.refresh_from_db()
    assert (row.moved_label(), row.was_words()) == ("Jam berubah", "09.00 WIB")
    assert row.event.start_time == time(13, 30)
    assert 'value="13:30"' in officer.get(f"/admin/agenda/event/{row.event_id}/change/").text


def test_following_dates_move_by_the_same_hours(officer: Client) -> None:
    event = make_event(
        first_on=SATURDAY, rule="FREQ=WEEKLY;BYDAY=SA", repeats_until=SATURDAY + timedelta(weeks=3)
    )
    second = event.occurrences.in_order()[1]
    day = (second.slot.first_day + timedelta(days=1)).isoformat()

    _change(officer, second, day=day, start_time="10:00", scope="seterusnya", place="Balai")

    rows = list(event.occurrences.in_order())
    assert [row.slot.first_day.weekday() for row in rows] == [5, 6, 6, 6]
    assert [row.slot.hours() for row in rows] == ["09.00 WIB", *["10.00 WIB"] * 3]
    assert [row.place_text() for row in rows] == ["Aula Kota", *["Balai"] * 3]


def test_date_that_another_saved_meanwhile_is_not_overwritten(officer: Client) -> None:
    row = make_occurrence()
    stale = row.updated_at
    row.note = "Parkir di sisi barat"
    row.save()

    page = _change(officer, row, stamp=stale.isoformat(), start_time="13:30", note="Parkir timur")

    assert "sudah disimpan orang lain" in page
    assert "Parkir timur" in page
    row.refresh_from_db()
    assert (row.note, row.slot.hours()) == ("Parkir di sisi barat", "09.00 WIB")


def test_writer_reads_released_dates_and_changes_none(client: Client) -> None:
    row = make_occurrence(title="Terlihat")
    make_occurrence(title="Belum Disetujui", status=Status.DRAFT)
    client.force_login(make_user("Penulis"))

    page = client.get("/admin/agenda/occurrence/").text

    assert "Terlihat" in page
    assert "Belum Disetujui" not in page
    assert "tersimpan" not in _change(client, row, note="Diubah penulis")


def test_writer_opens_an_event_but_not_what_is_internal(client: Client) -> None:
    event = make_event(title="Terlihat", internal_note="Jemput di bandara", letter_number="005/7")
    client.force_login(make_user("Penulis"))

    page = client.get(f"/admin/agenda/event/{event.pk}/change/").text
    row = event.occurrences.get()

    assert "Terlihat" in page
    assert "Jemput di bandara" not in page
    assert "005/7" not in page
    assert client.get(f"/admin/agenda/occurrence/{row.pk}/change/").status_code == 200


def test_list_of_dates_starts_with_what_comes(officer: Client) -> None:
    make_event(title="Kemarin", first_on=timezone.localdate() - timedelta(days=2))
    make_event(title="Besok")

    page = officer.get("/admin/agenda/occurrence/").text

    assert "Besok" in page
    assert "Kemarin" not in page
    assert "Kemarin" in officer.get("/admin/agenda/occurrence/?kapan=liput").text


def test_event_is_copied_to_many_days_as_drafts(officer: Client) -> None:
    event = make_event(title="Apel Pagi", first_on=SATURDAY, until_done=True, letter_number="005/7")
    Attendance.objects.create(
        event=event, official=_mayor(), mode="diwakili", represented_by="Sekda"
    )

    officer.post(
        f"/admin/agenda/event/{event.pk}/salin/",
        {"tanggal": "8/6/2030\n\n15 Juni 2030\n8/6/2030\n"},
    )

    copies = Event.objects.exclude(pk=event.pk).order_by("first_on")
    assert [copy.first_on for copy in copies] == [date(2030, 6, 8), date(2030, 6, 15)]
    for copy in copies:
        row = copy.occurrences.get()
        assert (copy.status, copy.letter_number) == (Status.DRAFT, "")
        assert row.slot.hours() == "09.00 WIB s.d. selesai"
        assert [item.in_words() for item in row.attending()] == ["Wali Kota, diwakili oleh Sekda"]


def test_copy_names_the_days_it_cannot_use_and_keeps_the_list(officer: Client) -> None:
    event = make_event(title="Apel Pagi", first_on=SATURDAY)

    page = officer.post(
        f"/admin/agenda/event/{event.pk}/salin/", {"tanggal": "8/6/2030\nbesok\n1/6/2030"}
    ).text

    assert "Tanggal “besok” tidak dikenal" in page
    assert "sudah ada pada Sabtu, 1 Juni 2030" in page
    assert "8/6/2030\nbesok" in page
    assert Event.objects.count() == 1


def test_staff_calendar_shows_drafts_and_leads_to_their_forms(officer: Client) -> None:
    row = make_occurrence(title="Belum Disetujui", first_on=SATURDAY, status=Status.DRAFT)
    make_event(title="Rapat Pimpinan", first_on=SATURDAY, audience="tertutup")

    for address in ("/admin/agenda/kalender/2030/06/", "/admin/agenda/kalender/2030/06/01/"):
        page = officer.get(address).text
        assert "Rapat Pimpinan" in page
        assert f'href="/admin/agenda/occurrence/{row.pk}/change/"' in page


def test_staff_calendar_hides_from_writers_what_is_not_theirs(client: Client) -> None:
    make_event(title="Terlihat", first_on=SATURDAY)
    make_event(title="Belum Disetujui", first_on=SATURDAY, status=Status.DRAFT)
    make_event(title="Rapat Pimpinan", first_on=SATURDAY, audience="tertutup")
    client.force_login(make_user("Penulis"))

    page = client.get("/admin/agenda/kalender/2030/06/").text

    assert "Terlihat" in page
    assert "Belum Disetujui" not in page
    assert "Rapat Pimpinan" not in page


def test_form_takes_the_day_from_the_calendar(officer: Client) -> None:
    assert 'value="2030-06-01"' in officer.get(f"{ADD}?first_on=2030-06-01").text
    assert officer.get("/admin/agenda/kalender/2030/02/31/").status_code == 404
