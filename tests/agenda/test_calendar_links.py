"""Links that fill in a new entry at Google and Outlook, and those that subscribe."""

from datetime import date, time, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from agenda.calendar_links import (
    google_calendar_url,
    outlook_calendar_url,
    subscription,
)
from agenda.catalogue import Audience
from agenda.models import Occurrence
from agenda.times import TimeLabel
from tests.factories import make_occurrence

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
