"""Who attends, as rows below the form of an event and of a date: each official once."""

from datetime import date

import pytest
from django.test import Client

from agenda.attendance import Attendance
from agenda.events import Event
from agenda.occurrences import Occurrence
from cilegon_portal.office.models import Official
from cilegon_portal.publishing.models import Status
from tests.factories import make_event, make_occurrence, make_user

pytestmark = pytest.mark.django_db

SATURDAY = date(2030, 6, 1)
TWICE = "Wali Kota sudah ada di daftar. Hapus baris ini."


@pytest.fixture
def officer(client: Client) -> Client:
    client.force_login(make_user("Petugas Agenda"))
    return client


@pytest.fixture
def mayor() -> Official:
    return Official.objects.create(title="Wali Kota", slug="wali-kota", precedence=1)


@pytest.fixture
def secretary() -> Official:
    return Official.objects.create(title="Sekda", slug="sekda", precedence=2)


def _rows(*officials: Official, saved: tuple[Attendance, ...] = ()) -> dict[str, object]:
    """Return the fields of one row for each official, the first ones those of the *saved* rows."""
    data: dict[str, object] = {
        "attendances-TOTAL_FORMS": len(officials),
        "attendances-INITIAL_FORMS": len(saved),
    }
    for number, official in enumerate(officials):
        row = f"attendances-{number}"
        data |= {f"{row}-official": official.pk, f"{row}-mode": "hadir"}
        if number < len(saved):
            data[f"{row}-id"] = saved[number].pk
    return data


def _event_form(event: Event | None, *fields: dict[str, object]) -> dict[str, object]:
    data: dict[str, object] = {
        "title": "Rapat Koordinasi",
        "event_type": (event or make_event()).event_type_id,
        "audience": "terbuka",
        "first_on": SATURDAY.isoformat(),
        "start_time": "09:00",
        "place": "Ruang Rapat Lantai Dua",
        "interval": "1",
        "version": event.version if event else 0,
        "documents-TOTAL_FORMS": "0",
        "documents-INITIAL_FORMS": "0",
    }
    return data | {name: value for part in fields for name, value in part.items()}


def _date_form(row: Occurrence, *fields: dict[str, object]) -> dict[str, object]:
    data: dict[str, object] = {
        "status": row.status,
        "day": row.slot.first_day.isoformat(),
        "start_time": "09:00",
        "coverage": "belum",
        "scope": "ini",
        "note": "Lewat pintu barat",
        "stamp": row.updated_at.isoformat(),
    }
    return data | {name: value for part in fields for name, value in part.items()}


def test_official_named_twice_for_an_event_is_told_and_nothing_is_lost(
    officer: Client, mayor: Official
) -> None:
    page = officer.post("/admin/agenda/event/add/", _event_form(None, _rows(mayor, mayor)))

    assert page.status_code == 200
    assert TWICE in page.text
    assert "Ruang Rapat Lantai Dua" in page.text
    assert not Event.objects.filter(title="Rapat Koordinasi").exists()


def test_official_named_twice_for_a_date_is_told_and_nothing_is_lost(
    officer: Client, mayor: Official
) -> None:
    row = make_occurrence()

    page = officer.post(
        f"/admin/agenda/occurrence/{row.pk}/change/", _date_form(row, _rows(mayor, mayor))
    )

    assert page.status_code == 200
    assert TWICE in page.text
    assert "Lewat pintu barat" in page.text
    assert not Attendance.objects.exists()


def test_official_whom_another_officer_added_meanwhile_is_told(
    officer: Client, mayor: Official
) -> None:
    event = make_event(status=Status.DRAFT)
    Attendance.objects.create(event=event, official=mayor)

    page = officer.post(f"/admin/agenda/event/{event.pk}/change/", _event_form(event, _rows(mayor)))

    assert TWICE in page.text
    assert event.attendances.count() == 1


def test_two_officials_change_places(officer: Client, mayor: Official, secretary: Official) -> None:
    event = make_event(status=Status.DRAFT)
    saved = tuple(
        Attendance.objects.create(event=event, official=official) for official in (mayor, secretary)
    )

    officer.post(
        f"/admin/agenda/event/{event.pk}/change/",
        _event_form(event, _rows(secretary, mayor, saved=saved)),
    )

    found = [Attendance.objects.get(pk=row.pk).official for row in saved]
    assert found == [secretary, mayor]


def test_official_whose_row_is_deleted_may_come_back_in_another(
    officer: Client, mayor: Official
) -> None:
    row = make_occurrence()
    old = Attendance.objects.create(event=row.event, occurrence=row, official=mayor)

    officer.post(
        f"/admin/agenda/occurrence/{row.pk}/change/",
        _date_form(row, _rows(mayor, mayor, saved=(old,)), {"attendances-0-DELETE": "on"}),
    )

    assert row.attendances.exclude(pk=old.pk).get().official == mayor
