"""Hidden events on every calendar and feed, for every kind of reader, with a control each."""

import pytest
from django.test import Client

from agenda.attendance import Attendance
from agenda.catalogue import Audience
from agenda.events import Event
from cilegon_portal.office.models import Official
from tests.factories import make_event, make_user
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db

HIDDEN_EVENTS: dict[str, dict[str, object]] = {**HIDDEN, "closed": {"audience": Audience.CLOSED}}
SURFACES = {
    "all": "/agenda/kalender.ics",
    "kind": "/agenda/jenis/rapat/kalender.ics",
    "official": "/agenda/pejabat/wali-kota/kalender.ics",
    "event": "/agenda/acara/rahasia-kota/kalender.ics",
    "rss": "/agenda/rss/",
}
# Staff read no more here than the public does: programs carry no session, and caches keep these.
READERS = {"anonymous": None, "aide": "Ajudan", "officer": "Petugas Agenda"}
INTERNAL = ("Catatan Dalam", "005/77")


def _make_event(**fields: object) -> Event:
    event = make_event(
        **{
            "title": "Rahasia Kota",
            "slug": "rahasia-kota",
            "internal_note": INTERNAL[0],
            "letter_number": INTERNAL[1],
            **fields,
        }
    )
    official = Official.objects.create(title="Wali Kota", slug="wali-kota")
    Attendance.objects.create(event=event, official=official)
    return event


def _client(role: str | None) -> Client:
    client = Client()
    if role:
        client.force_login(make_user(role))
    return client


@pytest.mark.parametrize("role", READERS.values(), ids=READERS)
@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES)
@pytest.mark.parametrize("fields", HIDDEN_EVENTS.values(), ids=HIDDEN_EVENTS)
def test_hidden_event_is_absent(fields: dict[str, object], surface: str, role: str | None) -> None:
    _make_event(**fields)

    text = _client(role).get(surface).text.replace("\r\n ", "")  # unfolded

    assert "Rahasia" not in text
    assert "rahasia-kota/\r" not in text


@pytest.mark.parametrize("role", READERS.values(), ids=READERS)
@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES)
def test_public_event_does_appear_without_what_is_internal(surface: str, role: str | None) -> None:
    _make_event()

    text = _client(role).get(surface).text.replace("\r\n ", "")  # unfolded

    assert "Rahasia Kota" in text
    assert not [word for word in INTERNAL if word in text]


@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES)
def test_guests_event_appears_without_its_details(client: Client, surface: str) -> None:
    _make_event(
        audience=Audience.INVITED,
        summary="Ringkas Tamu",
        contact="Kontak Tamu",
        dress_code="Batik Tamu",
        organiser_name="Panitia Tamu",
    )

    text = client.get(surface).text.replace("\r\n ", "")  # unfolded

    assert "Rahasia Kota" in text
    assert "Tamu" not in text
