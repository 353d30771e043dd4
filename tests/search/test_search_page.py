"""The page of results: filters, figures, passages, and nothing of use to spammers."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories import make_article, make_category, make_event, make_group
from tests.search.asking import found, heading

pytestmark = pytest.mark.django_db


def test_filters_narrow_and_can_be_taken_off(client: Client) -> None:
    category = make_category("Lingkungan", slug="lingkungan")
    make_article(title="Onthel Hijau", category=category, published_at="2019-09-22T00:30:00+07:00")
    make_article(title="Onthel Biru")
    make_group(name="KIM Onthel", region="36.72.08.1007")

    assert found(client, "/cari/?q=onthel&jenis=kim") == ["KIM Onthel"]
    assert found(client, "/cari/?q=onthel&kategori=lingkungan") == ["Onthel Hijau"]
    assert found(client, "/cari/?q=onthel&tahun=2019") == ["Onthel Hijau"]
    assert found(client, "/cari/?q=onthel&wilayah=36.72.08") == ["KIM Onthel"]
    assert found(client, "/cari/?q=onthel&wilayah=36.72.08.1007") == ["KIM Onthel"]
    assert found(client, "/cari/?q=onthel&wilayah=36.72.05") == []
    assert 'href="/cari/?q=onthel">' in client.get("/cari/?q=onthel&tahun=2011").text


@pytest.mark.parametrize("filters", ["jenis=x", "kategori=x", "tahun=20", "wilayah=36", "tahun=²⁰"])
def test_filter_that_does_not_exist_is_told_and_left_out(client: Client, filters: str) -> None:
    make_article(title="Onthel")

    response = client.get(f"/cari/?q=onthel&{filters}")

    assert response.status_code == 200
    assert 'role="alert"' in response.text
    assert [result.item.title for result in response.context["results"]] == ["Onthel"]


def test_results_are_paged_and_keep_what_was_asked(client: Client) -> None:
    for number in range(11):
        make_article(title=f"Onthel {number}")

    response = client.get("/cari/?q=onthel&jenis=berita&urut=terbaru")
    address = "/cari/?q=onthel&jenis=berita&urut=terbaru&halaman=2"

    assert len(response.context["results"]) == 10
    assert f'href="{address.replace("&", "&amp;")}"' in response.text
    assert len(found(client, address)) == 1
    assert client.get("/cari/?q=onthel&halaman=3").status_code == 404


def test_first_page_has_one_address(client: Client) -> None:
    response = client.get("/cari/?q=onthel&halaman=1")

    assert (response.status_code, response["Location"]) == (301, "/cari/?q=onthel")


def test_how_much_was_found_is_said_in_words(client: Client) -> None:
    make_article(title="Onthel Tua")
    make_article(title="Onthel")

    assert heading(client, "/cari/?q=onthel") == "2 hasil"
    assert heading(client, "/cari/?q=onthel+tua") == "1 hasil, lalu yang mendekati"
    assert heading(client, "/cari/?q=onthel+terbang") == "Hasil yang mendekati"


def test_passage_that_answers_is_shown_with_its_words_marked(client: Client) -> None:
    filling = "kata " * 80
    make_article(
        title="Kabar", body=f"<p>{filling}</p><p>Dua &lt;b&gt; pesepeda tiba {filling}</p>"
    )

    text = client.get("/cari/?q=sepeda").text

    assert "Dua &lt;b&gt; <mark>pesepeda</mark> tiba" in text
    assert ">…kata" in text


def test_results_stay_out_of_indexes_and_titles(client: Client) -> None:
    make_article(title="Gacor")
    response = client.get("/cari/?q=gacor&jenis=berita")
    page = response.text
    head = page[: page.index("</head>")]

    assert response["X-Robots-Tag"] == "noindex"
    assert '<meta name="robots" content="noindex">' in head
    assert '<link rel="canonical" href="http://localhost:8000/cari/">' in head
    assert "gacor" not in head.lower()
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
    [
        "a" * 201,
        "judi%20https://gacor.example",
        "www.gacor.example",
        "+".join(f"k{number}" for number in range(33)),
        "%00",
    ],
)
def test_refused_query_is_answered_with_a_reason_and_not_shown_again(
    client: Client, query: str
) -> None:
    response = client.get(f"/cari/?q={query}")

    assert response.status_code == 400
    assert "gacor" not in response.text
    assert 'role="alert"' in response.text


@pytest.mark.parametrize("count", [1, 3])
def test_search_asks_as_often_whatever_is_found(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for number in range(count):
        make_article(title=f"Onthel Tua {number}")
        make_event(title=f"Onthel Tua {number}")
        make_group(name=f"Onthel Tua {number}")
    client.get("/cari/?q=onthel+tua")

    # Topics, regions; candidates, their stems; their texts, news, agenda, KIM; is "onthel" known?
    with django_assert_num_queries(9):
        client.get("/cari/?q=onthel+tua")
    # How often the new word occurs; is either known? Two looks for a word that is alike.
    with django_assert_num_queries(13):
        client.get("/cari/?q=onthel+keliling")


def test_year_that_is_none_stays_in_its_field_with_a_reason(client: Client) -> None:
    make_article(title="Onthel")

    page = client.get("/cari/?q=onthel&tahun=99").text

    assert (
        'name="tahun" inputmode="numeric" pattern="(19|20)[0-9]{2}" maxlength="4" value="99"'
        in page
    )
    assert 'aria-describedby="s-tahun-galat"' in page
    assert "Tulis tahun dengan empat angka" in page


def test_filter_that_leaves_nothing_is_named_as_the_reason(client: Client) -> None:
    make_article(title="Onthel")

    page = client.get("/cari/?q=onthel&tahun=1999").text

    assert "Saringan yang dipilih tidak menyisakan apa pun." in page
    assert "Periksa ejaan" not in page


def test_passage_does_not_repeat_what_stands_below_it(client: Client) -> None:
    make_group(
        name="KIM Onthel", region="36.72.05.1001", summary="", description="", secretariat=""
    )

    result = client.get("/cari/?q=onthel").text.partition('<article class="row card">')[2]

    assert result.partition("</article>")[0].count("Kecamatan") == 1


def kinds(client: Client, path: str) -> list[str]:
    """Return the words of the links to each kind at *path*."""
    part = client.get(path).text.partition('<nav aria-label="Jenis">')[2].partition("</nav>")[0]
    return re.findall(r">([^<>]+)</a>", part)


def test_each_kind_says_how_much_of_it_was_found(client: Client) -> None:
    make_article(title="Onthel Tua")
    make_article(title="Onthel Tua Lagi")
    make_article(title="Onthel")
    make_event(title="Onthel Tua")

    assert kinds(client, "/cari/?q=onthel+tua") == [
        "Semua 3",
        "Berita 2",
        "Agenda 1",
        "KIM 0",
        "Kegiatan KIM 0",
        "Halaman 0",
    ]


@pytest.mark.parametrize("path", ["/cari/?q=onthel&jenis=berita", "/cari/?q=onthel+terbang"])
def test_no_figure_stands_where_not_all_is_counted(client: Client, path: str) -> None:
    make_article(title="Onthel")

    assert kinds(client, path) == ["Semua", "Berita", "Agenda", "KIM", "Kegiatan KIM", "Halaman"]


def test_passage_holds_words_and_signs_together_as_the_page_does(client: Client) -> None:
    body = (
        '<p>Minum H<sub>2</sub>O di <a href="/hubungi/">halaman onthel</a>.</p><p>Lalu pulang.</p>'
    )
    make_article(title="Kabar", body=body)

    page = client.get("/cari/?q=onthel").text

    assert "Minum H2O di halaman <mark>onthel</mark>. Lalu pulang." in page


def test_place_and_description_stay_apart_in_a_passage(client: Client) -> None:
    make_event(title="Gowes", place="Alun-alun", description="<p>Bawa onthel.</p>")

    assert "Alun-alun · Bawa <mark>onthel</mark>." in client.get("/cari/?q=onthel").text
