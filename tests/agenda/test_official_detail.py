"""The agenda of one official."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agenda.catalogue import Audience
from cilegon_portal.office.models import Official
from tests.factories import make_event, make_user

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
PATH = "/agenda/pejabat/wali-kota/"


@pytest.fixture
def mayor() -> Official:
    return Official.objects.create(title="Wali Kota", slug="wali-kota", holder="Pejabat Uji")


def test_official_sees_own_dates_with_today_first(client: Client, mayor: Official) -> None:
    today = timezone.localdate()
    for title, day in (("Besok", today + DAY), ("Sekarang", today), ("Kemarin", today - DAY)):
        make_event(title=title, first_on=day).attendances.create(official=mayor)
    make_event(title="Orang Lain", first_on=today)

    response = client.get(PATH)
    days = response.context["page"].days

    assert [entry.occurrence.event.title for day in days for entry in day.entries] == [
        "Sekarang",
        "Besok",
    ]
    assert days[0].is_today
    assert f"?pejabat=wali-kota&amp;dari={today - DAY}" in response.text


def test_one_date_of_a_series_may_have_its_own_official(client: Client, mayor: Official) -> None:
    first_on = timezone.localdate() + DAY
    event = make_event(
        first_on=first_on,
        rule=f"FREQ=WEEKLY;BYDAY={('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')[first_on.weekday()]}",
        repeats_until=first_on + 21 * DAY,
    )
    second = event.occurrences.in_order()[1]
    second.attendances.create(event=event, official=mayor)

    days = client.get(PATH).context["page"].days

    assert [day.on for day in days] == [second.on]


def test_official_of_whom_nothing_is_public_has_no_page(client: Client, mayor: Official) -> None:
    make_event(audience=Audience.CLOSED).attendances.create(official=mayor)

    assert client.get(PATH).status_code == 404


def test_aide_sees_the_closed_items_and_no_cache_keeps_them(
    client: Client, mayor: Official
) -> None:
    make_event(title="Tertutup Uji", audience=Audience.CLOSED).attendances.create(official=mayor)
    client.force_login(make_user("Petugas Agenda"))

    response = client.get(PATH)

    assert "Tertutup Uji" in response.text
    assert "no-store" in response["Cache-Control"]


def test_former_official_keeps_the_page_of_long_ago(client: Client, mayor: Official) -> None:
    make_event(first_on=timezone.localdate() - 900 * DAY).attendances.create(official=mayor)
    Official.objects.update(is_active=False)

    response = client.get(PATH)

    assert response.status_code == 200
    assert "Pejabat Uji" not in response.text


@pytest.mark.parametrize("number", [40, 400])
def test_official_costs_the_same_at_any_size(
    client: Client,
    django_assert_num_queries: DjangoAssertNumQueries,
    number: int,
    mayor: Official,
) -> None:
    for index in range(number):
        day = timezone.localdate() + (index - number // 2) * DAY
        make_event(first_on=day).attendances.create(official=mayor)
    client.get(PATH)

    # the official, dates, 2 for who attends, the days before
    with django_assert_num_queries(5):
        client.get(PATH)
