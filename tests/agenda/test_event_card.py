"""The share card of an event: what chat programs show of its address."""

import io
import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from PIL import Image
from pytest_django import DjangoAssertNumQueries

from agenda.catalogue import Audience
from agenda.changes import cancel
from cilegon_portal.publishing.models import Status
from cilegon_portal.publishing.slugs import leave_redirect
from tests.factories import make_event, make_user
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db

HOST = "http://localhost:8000"
EVENT = "/agenda/acara/rapat/"
DAY = timedelta(days=1)


def _card_path(client: Client, page: str = EVENT) -> str:
    found = re.search(r'property="og:image" content="([^"]+)"', client.get(page).text)
    assert found is not None
    return found[1].removeprefix(HOST)


def _series() -> str:
    """Make a weekly series; return the address of its second date."""
    on = timezone.localdate() + DAY
    rule = f"FREQ=WEEKLY;BYDAY={('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')[on.weekday()]}"
    make_event(slug="rapat", first_on=on, rule=rule, repeats_until=on + 28 * DAY)
    return f"{EVENT}{on + 7 * DAY}/"


def test_event_and_date_of_a_series_each_have_a_card(client: Client) -> None:
    date_page = _series()
    paths = [_card_path(client), _card_path(client, date_page)]

    assert re.fullmatch(EVENT + r"kartu-[0-9a-f]{10}\.jpg", paths[0])
    assert re.fullmatch(date_page + r"kartu-[0-9a-f]{10}\.jpg", paths[1])
    for path in paths:
        response = client.get(path)
        image = Image.open(io.BytesIO(response.content))
        assert (response["Content-Type"], image.size) == ("image/jpeg", (1200, 630))
        assert len(response.content) <= 300_000


def test_cancelled_date_has_another_card_and_the_old_address_leads_to_it(client: Client) -> None:
    event = make_event(slug="rapat")
    before = _card_path(client)
    cancel(event.occurrences.get(), "Hujan.")

    response = client.get(before)

    assert response.status_code == 301
    assert response["Location"] == _card_path(client) != before


def test_former_address_leads_to_the_card_of_now(client: Client) -> None:
    event = make_event(slug="rapat")
    leave_redirect(event, "rapat-lama")

    response = client.get("/agenda/acara/rapat-lama/kartu-0000000000.jpg")

    assert (response.status_code, response["Location"]) == (301, _card_path(client))


@pytest.mark.parametrize("reader", ["anonymous", "other writer"])
@pytest.mark.parametrize("on", ["", "2019-09-24/"])
@pytest.mark.parametrize("fields", [{"audience": Audience.CLOSED}, *HIDDEN.values()])
def test_card_of_a_hidden_event_is_not_sent(
    client: Client, fields: dict[str, Any], on: str, reader: str
) -> None:
    make_event(slug="rapat", first_on=date(2019, 9, 24), **fields)
    if reader == "other writer":
        client.force_login(make_user("Penulis"))

    response = client.get(f"{EVENT}{on}kartu-0000000000.jpg", follow=True)

    assert response.status_code in {404, 410}


def test_card_of_a_date_that_is_none_is_not_found(client: Client) -> None:
    make_event(slug="rapat")

    assert client.get(f"{EVENT}2019-09-24/kartu-0000000000.jpg").status_code == 404


def test_card_of_a_draft_is_kept_by_no_cache(client: Client) -> None:
    author = make_user("Penulis")
    make_event(slug="rapat", status=Status.DRAFT, published_at=None, created_by=author)
    client.force_login(author)

    response = client.get(_card_path(client))

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


def test_card_costs_two_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_event(slug="rapat")
    path = _card_path(client)

    with django_assert_num_queries(2):  # the event, its date
        client.get(path)
