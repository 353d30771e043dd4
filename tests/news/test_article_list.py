"""Lists of articles: all, by topic, tag and kind, page by page."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries
from taggit.models import Tag

from cilegon_portal.publishing.models import Status
from cilegon_portal.publishing.slugs import leave_redirect
from news.models import Category, Kind, Verdict
from tests.factories import make_article, make_category
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def _make_many(number: int, **fields: object) -> None:
    now = timezone.now()
    for index in range(number):
        make_article(title=f"Kabar {index:03}", published_at=now - index * HOUR, **fields)


def test_list_shows_ten_a_page_newest_first(client: Client) -> None:
    _make_many(12)

    first, second = client.get("/berita/"), client.get("/berita/?halaman=2")

    assert [a.title for a in first.context["page"].items] == [f"Kabar {n:03}" for n in range(10)]
    assert [a.title for a in second.context["page"].items] == ["Kabar 010", "Kabar 011"]
    assert 'href="/berita/?halaman=2" rel="next"' in first.text
    assert 'href="/berita/" rel="prev"' in second.text
    assert "?halaman=3" not in second.text


def test_single_page_has_no_pager(client: Client) -> None:
    _make_many(10)

    assert 'class="pager"' not in client.get("/berita/").text


@pytest.mark.parametrize("asked", ["1", ""])
def test_first_page_under_its_number_leads_to_the_short_address(client: Client, asked: str) -> None:
    response = client.get(f"/berita/?halaman={asked}")

    assert (response.status_code, response["Location"]) == (301, "/berita/")


@pytest.mark.parametrize("asked", ["0", "-1", "abc", "02", "2.0", "٢", "3", "51", "999999999999"])
def test_what_is_no_page_of_the_list_is_404(client: Client, asked: str) -> None:
    _make_many(12)

    assert client.get("/berita/", {"halaman": asked}).status_code == 404


def test_list_ends_at_its_depth_and_points_to_the_archive(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    _make_many(31)
    monkeypatch.setattr("news.lists.list_response.__kwdefaults__", {"feed": "", "max_pages": 2})

    response = client.get("/berita/?halaman=2")

    assert 'rel="next"' not in response.text
    assert "arsip menurut tahun" in response.text
    assert client.get("/berita/?halaman=3").status_code == 404


def test_unknown_parameters_are_not_echoed(client: Client) -> None:
    _make_many(12)

    assert "judi" not in client.get("/berita/?judi=slot").text


@pytest.mark.parametrize("number", [40, 400])
def test_list_costs_the_same_at_any_size(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    _make_many(number)
    client.get("/berita/")

    with django_assert_num_queries(4):  # page, topics, oldest, years
        client.get("/berita/?halaman=3")


def test_empty_list_says_so(client: Client) -> None:
    response = client.get("/berita/")

    assert response.status_code == 200
    assert "Belum ada berita di sini" in response.text


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_hidden_article_its_topic_and_its_tag_lead_nowhere(
    client: Client, fields: dict[str, object]
) -> None:
    make_article(title="Terbuka")
    make_article(
        title="Rahasia", category=make_category("Topik Rahasia"), tags=["Tag Rahasia"], **fields
    )

    text = client.get("/berita/").text

    assert "Terbuka" in text
    assert "Rahasia" not in text
    assert client.get("/berita/kategori/topik-rahasia/").status_code == 404
    assert client.get("/berita/tag/tag-rahasia/").status_code == 404


def test_topic_shows_its_own_articles_and_marks_itself(client: Client) -> None:
    make_article(title="Tentang Laut", category=make_category("Kelautan"))
    make_article(title="Tentang Jalan", category=make_category("Pembangunan"))

    text = client.get("/berita/kategori/kelautan/").text

    assert "Tentang Laut" in text
    assert "Tentang Jalan" not in text
    assert '<a class="chip" href="/berita/kategori/kelautan/" aria-current="true">' in text


def test_topic_costs_two_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_article(category=make_category("Kelautan"))
    client.get("/berita/kategori/kelautan/")

    with django_assert_num_queries(2):  # topics, page
        client.get("/berita/kategori/kelautan/")


def test_renamed_topic_leads_on(client: Client) -> None:
    category = make_category("Kelautan")
    make_article(category=category)
    leave_redirect(category, "maritim")

    response = client.get("/berita/kategori/maritim/")

    assert (response.status_code, response["Location"]) == (301, "/berita/kategori/kelautan/")


def test_renamed_topic_without_public_articles_is_404(client: Client) -> None:
    category: Category = make_category("Kelautan")
    leave_redirect(category, "maritim")

    assert client.get("/berita/kategori/maritim/").status_code == 404


@pytest.mark.parametrize("common_from", [0, 5], ids=["common", "rare"])
def test_tag_shows_its_public_articles_newest_first(
    client: Client,
    monkeypatch: pytest.MonkeyPatch,
    django_assert_num_queries: DjangoAssertNumQueries,
    common_from: int,
) -> None:
    monkeypatch.setattr("news.tags.COMMON_FROM", common_from)
    make_article(title="Lama", tags=["Onthel"], published_at=timezone.now() - HOUR)
    make_article(title="Baru", tags=["Onthel", "Lain"])
    make_article(title="Yang Lain", tags=["Lain"])
    make_article(title="Rahasia", tags=["Onthel"], status=Status.DRAFT)
    client.get("/berita/tag/onthel/")

    with django_assert_num_queries(3):  # tag, whether it is common, page
        response = client.get("/berita/tag/onthel/")

    assert [article.title for article in response.context["page"].items] == ["Baru", "Lama"]


def test_merged_tag_leads_to_the_one_that_stayed(client: Client) -> None:
    make_article(tags=["Onthel"])
    leave_redirect(Tag.objects.get(slug="onthel"), "ontel")

    response = client.get("/berita/tag/ontel/")

    assert (response.status_code, response["Location"]) == (301, "/berita/tag/onthel/")


def test_kind_shows_its_articles(client: Client) -> None:
    make_article(title="Air Mati", kind=Kind.ANNOUNCEMENT)
    make_article(title="Biasa")

    text = client.get("/berita/jenis/pengumuman/").text

    assert "Air Mati" in text
    assert "Biasa" not in text


@pytest.mark.parametrize("kind", ["berita", "gosip"])
def test_ordinary_news_and_unknown_words_are_no_kind_list(client: Client, kind: str) -> None:
    make_article()

    assert client.get(f"/berita/jenis/{kind}/").status_code == 404


@pytest.mark.parametrize("path", ["/", "/berita/"])
def test_checked_claim_is_not_shown_without_what_the_check_found(client: Client, path: str) -> None:
    make_article(title="Berita Utama")
    make_article(
        title="Bantuan Dibagikan lewat Tautan",
        kind=Kind.CLARIFICATION,
        verdict=Verdict.MISLEADING,
        published_at=timezone.now() - HOUR,
    )

    text = client.get(path).text

    assert text.index("Menyesatkan") < text.index("Bantuan Dibagikan lewat Tautan")
