"""Search: finds public articles, and is of no use to spammers."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.search import parse_query
from news.search import search_articles
from tests.factories import make_article, make_event

pytestmark = pytest.mark.django_db


def _titles(client: Client, path: str) -> list[str]:
    return [article.title for article in client.get(path).context["page"].items]


def test_every_word_must_be_in_title_or_summary(client: Client) -> None:
    make_article(title="Onthel Keliling Kota", summary="Warga bersepeda.")
    make_article(title="Onthel Tua", summary="Dipamerkan.")

    assert _titles(client, "/cari/?q=bersepeda+ONTHEL") == ["Onthel Keliling Kota"]


def test_signs_of_the_database_are_ordinary_signs(client: Client) -> None:
    make_article(title="Harga Naik 5% Tahun Ini")
    make_article(title="Harga Tetap")

    assert _titles(client, "/cari/?q=5%25") == ["Harga Naik 5% Tahun Ini"]
    assert _titles(client, "/cari/?q=_") == []


def test_results_are_paged_and_keep_the_query(client: Client) -> None:
    for number in range(11):
        make_article(title=f"Onthel {number}")

    response = client.get("/cari/?q=onthel")

    assert len(response.context["page"].items) == 10
    assert 'href="/cari/?q=onthel&amp;halaman=2"' in response.text
    assert len(_titles(client, "/cari/?q=onthel&halaman=2")) == 1


def test_first_page_has_one_address(client: Client) -> None:
    response = client.get("/cari/?q=onthel&halaman=1")

    assert (response.status_code, response["Location"]) == (301, "/cari/?q=onthel")


def test_results_stay_out_of_indexes_and_titles(client: Client) -> None:
    page = client.get("/cari/?q=gacor").text
    head = page[: page.index("</head>")]

    assert '<meta name="robots" content="noindex">' in head
    assert '<link rel="canonical" href="http://localhost:8000/cari/">' in head
    assert "gacor" not in head
    assert "gacor" not in page[page.index("<h1") : page.index("</h1>")]


def test_query_is_escaped_where_it_is_shown_again(client: Client) -> None:
    assert "<script>alert" not in client.get('/cari/?q="><script>alert(1)</script>').text


def test_nothing_found_is_said_with_a_way_on(client: Client) -> None:
    page = client.get("/cari/?q=tidakada").text

    assert "Tidak ada hasil" in page
    assert "Buka arsip berita" in page


@pytest.mark.parametrize("query", ["", "   ", "%E2%80%8B"])
def test_empty_query_looks_for_nothing(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, query: str
) -> None:
    client.get("/cari/")  # profile and footer are cached from here on

    with django_assert_num_queries(0):
        assert client.get(f"/cari/?q={query}").status_code == 200


@pytest.mark.parametrize(
    "query",
    ["a" * 101, "judi%20https://gacor.example", "www.gacor.example", "a b c d e f g h i", "%00"],
)
def test_refused_query_is_answered_with_a_reason_and_not_shown_again(
    client: Client, query: str
) -> None:
    response = client.get(f"/cari/?q={query}")

    assert response.status_code == 400
    assert "gacor" not in response.text
    assert 'role="alert"' in response.text


def test_repeated_words_count_once() -> None:
    assert parse_query("Kota kota KOTA").words == ("kota",)


@pytest.mark.parametrize("count", [1, 9])
def test_search_takes_one_query_an_app(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for number in range(count):
        make_article(title=f"Onthel {number}")
        make_event(title=f"Onthel {number}")
    client.get("/cari/")

    with django_assert_num_queries(4):  # news, agenda, KIM, activities
        client.get("/cari/?q=onthel")


def test_search_looks_at_a_bounded_number_of_the_newest() -> None:
    make_article(title="Onthel Lama", published_at="2019-09-22T19:30:00+07:00")
    newest = make_article(title="Onthel Baru")

    assert list(search_articles(["onthel"], searched_max=1)) == [newest]
