"""The visibility matrix of news and pages: every hidden state, on every surface, for every kind of reader.

A new surface is one line in ``SURFACES``: an address whose answer shows the title or the address of
a public article. ``{year}`` and ``{month}`` are those of the article. The agenda and the community
have their own (test_visibility_agenda.py, test_visibility_community.py).
"""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from cilegon_portal.publishing.models import Status
from cilegon_portal.publishing.slugs import leave_redirect
from news.models import Article, DailyReads, Kind, Verdict
from news.reads import popular
from tests.factories import (
    make_article,
    make_category,
    make_contribution,
    make_group,
    make_page,
    make_user,
)
from tests.publishing.test_rule import HIDDEN
from tests.readers import MARKS, READERS, client_of, text_of

pytestmark = pytest.mark.django_db

SURFACES = {
    "home": "/",
    "list": "/berita/",
    "category": "/berita/kategori/topik-uji/",
    "tag": "/berita/tag/tanda/",
    "kind": "/berita/jenis/klarifikasi/",
    "month": "/berita/arsip/{year}/{month:02}/",
    "rss": "/berita/rss/",
    "atom": "/berita/atom/",
    "category feed": "/berita/kategori/topik-uji/rss/",
    "kind feed": "/berita/jenis/klarifikasi/rss/",
    "sitemap": "/sitemap-berita-{year}.xml",
    "search": "/cari/?q=tersembunyi",
    "its own page": "/berita/rahasia-kota/",
    "its old number": "/index.php/web/berita/777",
    "its former address": "/berita/rahasia-lama/",
    "beside another article": "/berita/tetangga/",
    "embedded elsewhere": "/berita/sematkan/",
    "page of the KIM that sent it": "/kim/pengirim/",
    "data as CSV": "/data/berita.csv",
    "data as JSON": "/data/berita.json",
    "API": "/api/v1/articles/",
    "API, by tag": "/api/v1/articles/?tag=tanda&kind=klarifikasi&category=topik-uji",
    "API, search": "/api/v1/search/?q=tersembunyi",
}


def _make_hidden(**fields: object) -> Article:
    """Return an article as *fields* say, with public company wherever it could be listed."""
    shared = {"category": make_category("Topik Uji", slug="topik-uji"), "tags": ["tanda"]}
    claim = {"kind": Kind.CLARIFICATION, "claim": "Klaim.", "verdict": Verdict.HOAX}
    article = make_article(
        **{
            **shared,
            **claim,
            "title": "Rahasia Kota",
            "slug": "rahasia-lama",
            "summary": "Perkara Rahasia yang tersembunyi.",
            "legacy_id": 777,
            "front_page": 1,
            **fields,
        }
    )
    _rename(article)
    neighbour = make_article(
        title="Tetangga",
        slug="tetangga",
        published_at=article.published_at,
        **shared,
        **claim,
    )
    neighbour.related.add(article)
    DailyReads.objects.create(article=article, day=timezone.localdate(), count=99)
    make_contribution(make_group(slug="pengirim"), article=article)
    return article


def _rename(article: Article) -> None:
    article.slug = "rahasia-kota"
    article.save()
    leave_redirect(article, "rahasia-lama")


def _shows(client: Client, surface: str, article: Article) -> bool:
    assert article.published_at is not None
    day = timezone.localtime(article.published_at)
    text = text_of(client, surface.format(year=day.year, month=day.month))
    return any(mark in text for mark in MARKS)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES)
@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_hidden_article_is_absent(fields: dict[str, object], surface: str, reader: str) -> None:
    article = _make_hidden(**fields)

    assert not _shows(client_of(reader), surface, article)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES)
def test_public_article_does_appear(surface: str, reader: str) -> None:
    article = _make_hidden()

    assert _shows(client_of(reader), surface, article)


NEWS_SITEMAP = "/sitemap-berita.xml"


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_hidden_article_is_absent_from_the_news_sitemap(fields: dict[str, object]) -> None:
    article = _make_hidden(**fields)

    assert not _shows(client_of("anonymous"), NEWS_SITEMAP, article)


def test_fresh_article_is_in_the_news_sitemap() -> None:
    assert _shows(client_of("anonymous"), NEWS_SITEMAP, _make_hidden())


@pytest.mark.parametrize("fields", [{}, *HIDDEN.values()], ids=["public", *HIDDEN])
def test_only_a_public_article_is_popular(fields: dict[str, object]) -> None:
    article = _make_hidden(**fields)

    assert list(popular(5)) == ([] if fields else [article])


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_topic_with_only_hidden_articles_is_not_found_and_in_no_list(
    client: Client, fields: dict[str, object]
) -> None:
    make_article(category=make_category("Sunyi", slug="sunyi"), tags=["sunyi"], **fields)
    make_article(title="Ramai")

    for path in ("kategori/sunyi/", "kategori/sunyi/rss/", "tag/sunyi/"):
        assert client.get(f"/berita/{path}").status_code == 404
    for path in ("/", "/berita/", "/sitemap-berita-topik.xml"):
        assert "sunyi" not in client.get(path).text.lower()


def test_topic_with_a_public_article_is_found_and_listed(client: Client) -> None:
    make_article(category=make_category("Sunyi", slug="sunyi"), tags=["sunyi"])

    for path in ("kategori/sunyi/", "kategori/sunyi/rss/", "tag/sunyi/"):
        assert client.get(f"/berita/{path}").status_code == 200
    for path in ("/", "/berita/", "/sitemap-berita-topik.xml"):
        assert "sunyi" in client.get(path).text.lower()


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("path", ["/berita/tulisanku/", "/index.php/web/berita/778"])
def test_draft_answers_as_if_it_were_not_there(path: str, reader: str) -> None:
    make_article(slug="tulisanku", legacy_id=778, status=Status.DRAFT)

    assert client_of(reader).get(path).status_code == 404


@pytest.mark.parametrize("path", ["/berita/tulisanku/", "/index.php/web/berita/778"])
def test_what_was_public_once_is_gone(client: Client, path: str) -> None:
    article = make_article(slug="tulisanku", legacy_id=778)
    article.status = Status.WITHDRAWN
    article.save()

    assert client.get(path).status_code == 410


def test_author_may_preview_and_no_cache_may_keep_it() -> None:
    author = make_user("Penulis")
    make_article(slug="tulisanku", created_by=author, status=Status.DRAFT)
    client = Client()
    client.force_login(author)

    response = client.get("/berita/tulisanku/")

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in response.text


PAGE_SURFACES = {
    "its own page": "/halaman-uji/",
    "sitemap": "/sitemap-halaman.xml",
    "footer": "/",
    "search": "/cari/?q=rahasia",
    "API, search": "/api/v1/search/?q=rahasia",
}


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("surface", PAGE_SURFACES.values(), ids=PAGE_SURFACES)
@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_hidden_page_of_the_office_is_absent(
    fields: dict[str, object], surface: str, reader: str
) -> None:
    make_page(title="Halaman Rahasia", slug="halaman-uji", **fields)

    response = client_of(reader).get(surface)

    assert "Halaman Rahasia" not in response.text
    assert surface == "/halaman-uji/" or "halaman-uji" not in response.text


@pytest.mark.parametrize("surface", PAGE_SURFACES.values(), ids=PAGE_SURFACES)
def test_public_page_of_the_office_does_appear(client: Client, surface: str) -> None:
    make_page(title="Halaman Rahasia", slug="halaman-uji")

    assert "halaman-uji" in client.get(surface).text


def test_scheduled_article_appears_when_its_time_comes() -> None:
    at = timezone.now()
    article = make_article(published_at=at + timedelta(hours=1))

    assert not Article.objects.published(at).contains(article)
    assert Article.objects.published(at + timedelta(hours=1)).contains(article)
