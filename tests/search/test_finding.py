"""What is found, and in which order."""

import pytest
from django.test import Client

from tests.factories import make_article, make_event, make_group, make_page
from tests.search.asking import found

pytestmark = pytest.mark.django_db


def test_news_agenda_and_kim_stand_in_one_list(client: Client) -> None:
    make_article(title="Onthel Keliling Kota")
    make_event(title="Gowes Onthel")
    make_group(name="KIM Onthel")

    assert sorted(found(client, "/cari/?q=onthel")) == [
        "Gowes Onthel",
        "KIM Onthel",
        "Onthel Keliling Kota",
    ]


@pytest.mark.parametrize(
    "query",
    ["pembangunan", "DIBANGUN", "membangun", "bángunan", "Apa yang dibangun di Jerang?", "gor"],
)
def test_words_are_found_in_any_form_in_title_summary_or_text(client: Client, query: str) -> None:
    make_article(title="Kota Membangun", summary="Gor baru.", body="<p>Di <b>Jerang</b></p>")
    make_article(title="Pasar Rakyat")

    assert found(client, f"/cari/?q={query}") == ["Kota Membangun"]


def test_tags_claims_and_evidence_are_found_too(client: Client) -> None:
    make_article(title="Satu", tags=["Mangrove"])
    make_article(title="Dua", claim="Pulsa gratis.", explanation="Bohong.")

    assert found(client, "/cari/?q=mangrove") == ["Satu"]
    assert found(client, "/cari/?q=pulsa+bohong") == ["Dua"]


def test_what_holds_more_of_the_words_comes_first(client: Client) -> None:
    make_article(title="Jadwal Kapal")
    make_article(title="Posyandu Jombang", body="<p>Jadwal bulan ini.</p>")
    make_article(title="Posyandu Baru")

    assert found(client, "/cari/?q=jadwal+posyandu")[0] == "Posyandu Jombang"
    assert len(found(client, "/cari/?q=jadwal+posyandu")) == 3


def test_rare_words_weigh_more_than_common_ones(client: Client) -> None:
    for number in range(8):
        make_article(title=f"Warga {number}", body="<p>Warga kota.</p>")
    make_article(title="Kabar", body="<p>Mangrove.</p>")

    assert found(client, "/cari/?q=warga+mangrove")[0] == "Kabar"


def test_title_weighs_more_than_text_and_newer_wins_a_tie(client: Client) -> None:
    make_article(title="Kabar Satu", body="<p>Posyandu dibuka</p>")
    make_article(title="Posyandu Lama", published_at="2019-09-22T19:30:00+07:00")
    make_article(title="Posyandu Baru", published_at="2020-09-22T19:30:00+07:00")

    assert found(client, "/cari/?q=posyandu") == ["Posyandu Baru", "Posyandu Lama", "Kabar Satu"]


def test_newest_first_shows_what_holds_all_of_it(client: Client) -> None:
    make_article(title="Posyandu Jombang", published_at="2019-09-22T19:30:00+07:00")
    make_article(title="Jombang Posyandu", published_at="2021-09-22T19:30:00+07:00")
    make_article(title="Posyandu Posyandu Jombang", published_at="2020-09-22T19:30:00+07:00")
    make_article(title="Jombang")

    assert found(client, "/cari/?q=posyandu+jombang&urut=terbaru") == [
        "Jombang Posyandu",
        "Posyandu Posyandu Jombang",
        "Posyandu Jombang",
    ]


def test_signs_of_the_database_are_ordinary_signs(client: Client) -> None:
    make_article(title="Harga Naik 5% Tahun Ini")
    make_article(title="Harga Tetap")

    assert found(client, "/cari/?q=5%25") == ["Harga Naik 5% Tahun Ini"]
    for query in ("_", "%22", "*", "AND", "NOT (", "a' OR 1", "NEAR(", "x:y", "!", "<->", "\\"):
        assert client.get("/cari/", {"q": query}).status_code == 200


def test_words_in_quotes_stand_exactly_so(client: Client) -> None:
    make_article(title="Satu", body="<p>Pasar rakyat dibuka.</p>")
    make_article(title="Dua", body="<p>Rakyat di pasar; kerakyatan.</p>")
    make_article(title="Tiga", body="<p>Pasar kerakyatan.</p>")

    assert found(client, '/cari/?q="pasar+rakyat"') == ["Satu"]
    assert found(client, "/cari/?q=“Pasar,+Rakyat”+dibuka") == ["Satu"]


def test_words_that_stand_nowhere_as_quoted_are_found_otherwise_and_that_is_told(
    client: Client,
) -> None:
    make_article(title="Pasar Rakyat")
    told = "hasil tanpa tanda petik"

    for query in ('"rakyat pasar"', '"rakyat pasar" dibuka', '"rakyat pasar"&urut=terbaru'):
        assert found(client, f"/cari/?q={query}") == ["Pasar Rakyat"]
        assert told in client.get(f"/cari/?q={query}").text
    assert told not in client.get('/cari/?q="pasar rakyat"').text
    assert told not in client.get('/cari/?q="becak onthel"').text


def test_pages_of_the_office_are_found(client: Client) -> None:
    make_page(title="Cara Menghubungi Kami", slug="hubungi", body="<p>Telepon dan onthel.</p>")

    assert found(client, "/cari/?q=onthel") == ["Cara Menghubungi Kami"]
    assert 'href="/hubungi/"' in client.get("/cari/?q=onthel&jenis=halaman").text
    (answer,) = client.get("/api/v1/search/?q=menghubungi").json()["results"]
    assert (answer["type"], answer["title"]) == ("halaman", "Cara Menghubungi Kami")


@pytest.mark.parametrize(
    "query", ["KIM", "kelompok informasi masyarakat", "Komunitas Informasi Masyarakat"]
)
def test_names_of_the_same_thing_find_each_other(client: Client, query: str) -> None:
    make_article(title="KIM Bertemu")
    make_article(title="Kelompok Informasi Masyarakat Bertemu")
    make_article(title="Komunitas Sepeda Tua")

    assert len(found(client, f"/cari/?q={query}")) == 2


def test_aliases_of_regions_find_each_other(client: Client) -> None:
    make_article(title="Banjir di Gerogol")

    assert found(client, "/cari/?q=grogol") == ["Banjir di Gerogol"]


def test_question_of_many_words_is_answered(client: Client) -> None:
    make_article(title="Jam Layanan KTP", body="<p>Buka pukul delapan.</p>")
    question = "di mana dan pada hari apa saja warga kota dapat mengurus KTP yang hilang atau rusak"

    assert found(client, f"/cari/?q={question}") == ["Jam Layanan KTP"]


@pytest.mark.parametrize("query", ["_kberita", "kberita", '"_kberita"', "_y2019"])
def test_what_the_index_narrows_by_is_no_word(client: Client, query: str) -> None:
    make_article(title="Onthel", published_at="2019-09-22T00:30:00+07:00")

    assert found(client, f"/cari/?q={query}") == []


def test_title_alone_does_not_lead_out_of_a_filter(client: Client) -> None:
    make_article(title="Onthel Hijau", published_at="2019-09-22T00:30:00+07:00")
    make_article(title="Onthel Biru", published_at="2020-09-22T00:30:00+07:00")

    assert found(client, "/cari/?q=onthel+biru&tahun=2019") == ["Onthel Hijau"]
