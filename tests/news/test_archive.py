"""The archive by year and month, in the office's own time."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.factories import make_article
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db

NEW_YEAR_WIB = datetime(2019, 12, 31, 17, 0, tzinfo=UTC)
MICROSECOND = timedelta(microseconds=1)


def test_month_begins_at_midnight_wib(client: Client) -> None:
    make_article(title="Tepat Tengah Malam", published_at=NEW_YEAR_WIB)
    make_article(title="Sesaat Sebelumnya", published_at=NEW_YEAR_WIB - MICROSECOND)

    january, december = (
        client.get("/berita/arsip/2020/01/").text,
        client.get("/berita/arsip/2019/12/").text,
    )

    assert "Tepat Tengah Malam" in january
    assert "Sesaat Sebelumnya" not in january
    assert "Sesaat Sebelumnya" in december
    assert "Tepat Tengah Malam" not in december


def test_year_begins_at_midnight_wib(client: Client) -> None:
    make_article(title="Tepat Tengah Malam", published_at=NEW_YEAR_WIB)

    assert "Tepat Tengah Malam" in client.get("/berita/arsip/2020/").text
    assert client.get("/berita/arsip/2019/").status_code == 404


def test_year_offers_only_months_with_articles(client: Client) -> None:
    make_article(published_at=datetime(2019, 3, 5, 3, tzinfo=UTC))
    make_article(published_at=datetime(2019, 9, 22, 3, tzinfo=UTC))

    text = client.get("/berita/arsip/2019/").text

    assert 'href="/berita/arsip/2019/03/"' in text
    assert 'href="/berita/arsip/2019/09/"' in text
    assert 'href="/berita/arsip/2019/04/"' not in text


def test_month_leads_to_the_nearest_months_with_articles(client: Client) -> None:
    for month in (1, 5, 9):
        make_article(published_at=datetime(2019, month, 10, 3, tzinfo=UTC))

    context = client.get("/berita/arsip/2019/05/").context

    assert context["earlier"].url == "/berita/arsip/2019/01/"
    assert context["later"].url == "/berita/arsip/2019/09/"


def test_list_offers_only_years_with_articles(client: Client) -> None:
    make_article(published_at=datetime(2017, 5, 1, 3, tzinfo=UTC))
    make_article(published_at=datetime(2019, 5, 1, 3, tzinfo=UTC))

    periods = client.get("/berita/").context["periods"]

    assert [period.label for period in periods] == ["2019", "2017"]


@pytest.mark.parametrize(
    "path", ["2018/", "2019/02/", "2019/13/", "2019/9/", "1989/", "0000/", "2101/", "2019/00/"]
)
def test_empty_period_and_what_is_none_are_404(client: Client, path: str) -> None:
    make_article(published_at=datetime(2019, 9, 22, 3, tzinfo=UTC))

    assert client.get(f"/berita/arsip/{path}").status_code == 404


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_hidden_article_opens_no_period(client: Client, fields: dict[str, object]) -> None:
    make_article(**fields)
    now = timezone.localtime()

    assert client.get(f"/berita/arsip/{now:%Y}/").status_code == 404
    assert client.get(f"/berita/arsip/{now:%Y/%m}/").status_code == 404
    assert client.get("/berita/").context["periods"] == []


def test_scheduled_article_of_this_month_waits(client: Client) -> None:
    now = timezone.localtime()
    make_article(title="Sudah Terbit")
    make_article(title="Belum Terbit", published_at=now + timedelta(minutes=5))

    text = client.get(f"/berita/arsip/{now:%Y/%m}/").text

    assert "Sudah Terbit" in text
    assert "Belum Terbit" not in text


@pytest.mark.parametrize("number", [40, 400])
def test_month_costs_the_same_at_any_size(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    start = datetime(2019, 9, 2, 3, tzinfo=UTC)
    for index in range(number):
        make_article(published_at=start + index * timedelta(minutes=30))
    client.get("/berita/arsip/2019/09/")

    with django_assert_num_queries(3):  # months of the year, neighbours, page
        client.get("/berita/arsip/2019/09/")
    with django_assert_num_queries(2):  # months of the year, page
        client.get("/berita/arsip/2019/")
