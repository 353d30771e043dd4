"""Links that fill in a new entry at Google and Outlook, and those that subscribe."""

from datetime import date, time, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from agenda.attendance import Attendance
from agenda.calendar_links import (
    google_calendar_url,
    outlook_calendar_url,
    subscription,
)
from agenda.catalogue import Audience
from agenda.changes import cancel
from agenda.occurrences import Occurrence
from agenda.times import TimeLabel
from cilegon_portal.office.models import Official
from tests.factories import make_event, make_occurrence, make_user

pytestmark = pytest.mark.django_db

DAY = date(2019, 9, 24)
NINE_TO_NOON = {"start_time": time(9), "end_time": time(12)}


def _google(**fields: object) -> dict[str, str]:
    return _fields(google_calendar_url(_loaded(**fields)))


def _outlook(**fields: object) -> dict[str, str]:
    return _fields(outlook_calendar_url(_loaded(**fields)))


def _loaded(**fields: object) -> Occurrence:
    row = make_occurrence(**{"first_on": DAY, **fields})
    return Occurrence.objects.for_lists().get(pk=row.pk)


def _fields(url: str) -> dict[str, str]:
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}


@pytest.mark.parametrize(
    ("fields", "dates"),
    [
        (NINE_TO_NOON, "20190924T020000Z/20190924T050000Z"),
        ({"until_done": True}, "20190924T020000Z/20190924T030000Z"),
        ({"is_all_day": True, "last_on": DAY + timedelta(days=1)}, "20190924/20190926"),
        ({"time_label": TimeLabel.AFTER_ISYA}, "20190924T123000Z/20190924T133000Z"),
        ({"time_label": TimeLabel.ADJUSTING}, "20190924/20190925"),
    ],
    ids=["hours", "until done", "two days", "after a prayer", "adjusting"],
)
def test_google_is_told_the_time(fields: dict[str, object], dates: str) -> None:
    assert _google(**fields)["dates"] == dates


@pytest.mark.parametrize(
    ("fields", "times"),
    [
        (NINE_TO_NOON, ("2019-09-24T02:00:00Z", "2019-09-24T05:00:00Z", "false")),
        ({"is_all_day": True}, ("2019-09-24", "2019-09-25", "true")),
    ],
    ids=["hours", "whole day"],
)
def test_outlook_is_told_the_time(fields: dict[str, object], times: tuple[str, ...]) -> None:
    told = _outlook(**fields)

    assert (told["startdt"], told["enddt"], told["allday"]) == times


def test_both_are_told_name_place_and_the_way_back() -> None:
    fields = {"title": "Rapat & Kopi + Teh", "slug": "rapat", "place": "Aula; lantai 2"}
    google = _google(**fields)
    outlook = _outlook(**{**fields, "slug": "rapat-2"})

    assert (google["text"], google["location"]) == ("Rapat & Kopi + Teh", "Aula; lantai 2")
    assert (outlook["subject"], outlook["location"]) == (google["text"], google["location"])
    assert google["details"].endswith("http://localhost:8000/agenda/acara/rapat/")
    assert outlook["body"].endswith("http://localhost:8000/agenda/acara/rapat-2/")


def test_guests_event_tells_no_more_than_its_page() -> None:
    told = _google(audience=Audience.INVITED, summary="Rahasia", contact="Rahasia")

    assert told["text"].endswith("(undangan)")
    assert "Rahasia" not in told["details"]


def test_subscription_opens_in_the_program_of_the_phone() -> None:
    found = subscription("Agenda kota", "/agenda/kalender.ics")

    assert found.url == "http://localhost:8000/agenda/kalender.ics"
    assert found.webcal_url == "webcal://localhost:8000/agenda/kalender.ics"
    assert _fields(found.google_url) == {"cid": found.webcal_url}


def test_page_of_an_event_offers_the_file_google_and_outlook(client: Client) -> None:
    make_event(slug="rapat-kota")

    text = client.get("/agenda/acara/rapat-kota/").text

    assert 'href="/agenda/acara/rapat-kota/kalender.ics"' in text
    assert 'href="https://calendar.google.com/calendar/render?action=TEMPLATE' in text
    assert 'href="https://outlook.live.com/calendar/0/deeplink/compose?' in text


@pytest.mark.parametrize(
    "fields",
    [{"first_on": DAY}, {"audience": Audience.CLOSED}],
    ids=["over", "closed"],
)
def test_what_is_over_or_hidden_is_not_offered(client: Client, fields: dict[str, object]) -> None:
    make_event(slug="rapat-kota", **fields)
    client.force_login(make_user("Petugas Agenda"))

    response = client.get("/agenda/acara/rapat-kota/")

    assert response.status_code == 200
    assert "kalender.ics" not in response.text


def test_what_was_called_off_is_not_offered(client: Client) -> None:
    cancel(make_occurrence(slug="rapat-kota"), "Hujan")

    assert "kalender.ics" not in client.get("/agenda/acara/rapat-kota/").text


@pytest.mark.parametrize(
    ("page", "calendar"),
    [
        ("/agenda/", "/agenda/kalender.ics"),
        ("/agenda/?jenis=rapat", "/agenda/jenis/rapat/kalender.ics"),
        ("/agenda/pejabat/wali-kota/", "/agenda/pejabat/wali-kota/kalender.ics"),
    ],
)
def test_pages_explain_how_to_subscribe(client: Client, page: str, calendar: str) -> None:
    official = Official.objects.create(title="Wali Kota", slug="wali-kota")
    Attendance.objects.create(event=make_event(), official=official)

    text = client.get(page).text

    assert f'href="webcal://localhost:8000{calendar}"' in text
    assert f"http://localhost:8000{calendar}</span>" in text
    assert "muncul sendiri" in text


def test_pages_announce_the_feed(client: Client) -> None:
    assert 'title="Acara baru" href="/agenda/rss/"' in (client.get("/agenda/").text)
