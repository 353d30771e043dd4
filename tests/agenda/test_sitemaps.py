"""The agenda in the sitemap."""

from datetime import date, timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agenda.catalogue import Audience
from cilegon_portal.office.models import Official
from tests.factories import make_event

pytestmark = pytest.mark.django_db

LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"
SITE = "http://localhost:8000"
SATURDAY = date(2019, 12, 28)


def _locations(client: Client, path: str) -> list[str]:
    root = ElementTree.fromstring(client.get(path).content)  # noqa: S314 -- our own answer
    return [(found.text or "").removeprefix(SITE) for found in root.iter(LOC)]


def _series() -> None:
    make_event(
        slug="pengajian",
        first_on=SATURDAY,
        rule="FREQ=WEEKLY;BYDAY=SA",
        repeats_until=SATURDAY + timedelta(weeks=1),
    )


def test_each_year_lists_its_dates_and_a_series_each_of_them(client: Client) -> None:
    _series()
    make_event(slug="rapat", first_on=date(2019, 9, 24))

    assert "/sitemap-agenda-2020.xml" in _locations(client, "/sitemap.xml")
    assert _locations(client, "/sitemap-agenda-2019.xml") == [
        "/agenda/acara/rapat/",
        "/agenda/acara/pengajian/2019-12-28/",
    ]
    assert _locations(client, "/sitemap-agenda-2020.xml") == ["/agenda/acara/pengajian/2020-01-04/"]


def test_lists_are_those_that_have_something(client: Client) -> None:
    _series()
    for title, audience in (("Wali Kota", Audience.OPEN), ("Sekda", Audience.CLOSED)):
        official = Official.objects.create(title=title, slug=title.lower().replace(" ", "-"))
        event = make_event(first_on=date(2022, 9, 24), audience=audience)
        event.attendances.create(official=official)

    assert _locations(client, "/sitemap-agenda.xml") == [
        *("/agenda/", "/agenda/2022/", "/agenda/2020/", "/agenda/2019/"),
        "/agenda/pejabat/wali-kota/",
        "/agenda/acara/pengajian/",
    ]


@pytest.mark.parametrize(("years", "events"), [(1, 1), (6, 1), (1, 30)])
def test_queries_grow_neither_with_years_nor_with_events(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, years: int, events: int
) -> None:
    this_year = timezone.localdate().year
    for year in range(this_year, this_year + years):
        for _ in range(events):
            make_event(first_on=date(year, 6, 1))

    with django_assert_num_queries(9):  # news 1, the years twice, 3 choices, series
        client.get("/sitemap-agenda.xml")
    with django_assert_num_queries(4):  # news 1, the years, the dates
        client.get(f"/sitemap-agenda-{this_year}.xml")
