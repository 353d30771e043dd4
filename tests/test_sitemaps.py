"""The sitemaps: what is public, in files that follow the protocol."""

from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.publishing.models import Status
from news.models import Article, Kind
from news.sitemaps import recent
from tests.factories import make_article, make_category, make_page

pytestmark = pytest.mark.django_db

MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
SITE = "http://localhost:8000"


def _locations(client: Client, path: str) -> list[str]:
    root = ElementTree.fromstring(client.get(path).content)  # noqa: S314 -- our own answer
    return [(found.text or "").removeprefix(SITE) for found in root.iter(f"{MAP}loc")]


def test_index_lists_a_file_for_each_year_with_articles(client: Client) -> None:
    make_article(published_at=datetime(2019, 6, 1, tzinfo=UTC))
    make_article(published_at=datetime(2022, 6, 1, tzinfo=UTC))
    make_article(published_at=datetime(2020, 6, 1, tzinfo=UTC), status=Status.WITHDRAWN)

    assert _locations(client, "/sitemap.xml") == [
        "/sitemap-halaman.xml",
        "/sitemap-berita-topik.xml",
        "/sitemap-berita-2022.xml",
        "/sitemap-berita-2019.xml",
        "/sitemap-agenda.xml",
        "/sitemap-kim.xml",
        "/sitemap-kim-kegiatan.xml",
    ]


def test_year_begins_at_midnight_in_cilegon(client: Client) -> None:
    make_article(slug="awal-tahun", published_at=datetime(2019, 12, 31, 17, 0, tzinfo=UTC))
    make_article(slug="akhir-tahun", published_at=datetime(2019, 12, 31, 16, 59, tzinfo=UTC))

    assert _locations(client, "/sitemap-berita-2020.xml") == ["/berita/awal-tahun/"]
    assert _locations(client, "/sitemap-berita-2019.xml") == ["/berita/akhir-tahun/"]


def test_article_carries_the_time_of_its_last_change(client: Client) -> None:
    article = make_article(published_at=datetime(2019, 6, 1, tzinfo=UTC))
    Article.objects.filter(pk=article.pk).update(
        updated_at=datetime(2019, 6, 2, 1, 2, 3, tzinfo=UTC)
    )

    assert (
        "<lastmod>2019-06-02T08:02:03+07:00</lastmod>"
        in client.get("/sitemap-berita-2019.xml").text
    )


def test_year_without_public_articles_is_not_found(client: Client) -> None:
    make_article(published_at=datetime(2020, 6, 1, tzinfo=UTC), status=Status.DRAFT)

    assert client.get("/sitemap-berita-2020.xml").status_code == 404


def test_lists_with_something_to_show_are_listed(client: Client) -> None:
    make_article(
        category=make_category("KIM", slug="kim-warga"),
        tags=["literasi"],
        kind=Kind.ANNOUNCEMENT,
        published_at=datetime(2019, 6, 1, tzinfo=UTC),
    )
    make_article(
        category=make_category("Kosong", slug="kosong"), tags=["sunyi"], status=Status.DRAFT
    )

    assert _locations(client, "/sitemap-berita-topik.xml") == [
        "/berita/",
        "/berita/jenis/pengumuman/",
        "/berita/kategori/kim-warga/",
        "/berita/tag/literasi/",
        "/berita/arsip/2019/",
    ]


def test_pages_of_the_office_are_listed(client: Client) -> None:
    make_page(slug="privasi-situs")
    make_page(slug="rancangan", status=Status.DRAFT)

    locations = _locations(client, "/sitemap-halaman.xml")

    assert "/" in locations
    assert "/privasi-situs/" in locations
    assert "/rancangan/" not in locations


def test_news_sitemap_follows_googles_form(client: Client) -> None:
    make_article(title="Harga <naik> & turun", published_at=timezone.now() - timedelta(hours=47))

    url = ElementTree.fromstring(client.get("/sitemap-berita.xml").content)[0]  # noqa: S314

    assert url.findtext(f"{NEWS}news/{NEWS}title") == "Harga <naik> & turun"
    assert url.findtext(f"{NEWS}news/{NEWS}publication/{NEWS}name") == "Portal Cilegon"
    assert url.findtext(f"{NEWS}news/{NEWS}publication/{NEWS}language") == "id"
    assert (url.findtext(f"{NEWS}news/{NEWS}publication_date") or "").endswith("+07:00")


def test_news_sitemap_reaches_back_48_hours() -> None:
    at = datetime(2020, 1, 10, tzinfo=UTC)
    make_article(slug="masih", published_at=at - timedelta(hours=47, minutes=59))
    make_article(slug="lewat", published_at=at - timedelta(hours=48))

    assert [url.path for url in recent(at)] == ["/berita/masih/"]


@pytest.mark.parametrize("path", ["/sitemap-lain.xml", "/sitemap-berita-1990.xml"])
def test_file_that_is_not_in_the_index_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_unchanged_sitemap_is_not_sent_again(client: Client) -> None:
    first = client.get("/sitemap.xml")

    again = client.get("/sitemap.xml", headers={"if-none-match": first["ETag"]})

    assert again.status_code == 304


@pytest.mark.parametrize(("years", "articles"), [(1, 1), (5, 1), (1, 15)])
def test_queries_grow_neither_with_years_nor_with_articles(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, years: int, articles: int
) -> None:
    for year in range(2019, 2019 + years):
        for day in range(1, articles + 1):
            make_article(published_at=datetime(year, 6, day, tzinfo=UTC), tags=["literasi"])

    with django_assert_num_queries(3):  # the oldest, which years hold any; the agenda's ends
        client.get("/sitemap.xml")
    with django_assert_num_queries(3):  # the same, and the articles
        client.get("/sitemap-berita-2019.xml")
    with django_assert_num_queries(9):  # the years twice, three kinds, topics, tags
        client.get("/sitemap-berita-topik.xml")
    client.get("/sitemap-berita.xml")  # the site profile is cached from here on
    with django_assert_num_queries(1):
        client.get("/sitemap-berita.xml")
