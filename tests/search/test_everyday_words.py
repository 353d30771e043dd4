"""Searches as people type them on a phone: short words, labels, days."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from agenda.catalogue import Audience
from cilegon_portal.publishing.models import Status
from news.models import Kind
from tests.factories import make_article, make_event
from tests.search.asking import found

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("jln", "Jalan Lingkar"),
        ("JL", "Jalan Lingkar"),
        ("no", "Nomor Darurat"),
        ("hoax", "Hoaks Beredar"),
        ("walikota", "Wali Kota Meninjau"),
        ("wali kota", "Walikota Meninjau"),
        ("wawali", "Wakil Wali Kota Meninjau"),
        ("ktp", "Kartu Tanda Penduduk"),
        ("e-ktp", "Mengurus KTP"),
        ("pulo merak", "Pulomerak"),
        ("sholat", "Salat Bersama"),
        ("dimana", "Di Mana Posnya"),
        ("umkm", "Usaha Mikro, Kecil, dan Menengah"),
    ],
)
def test_short_and_everyday_words_find_what_is_written_out(
    client: Client, typed: str, written: str
) -> None:
    make_article(title=written)
    make_article(title="Lain")

    assert found(client, f"/cari/?q={typed}") == [written]


def test_labels_of_results_are_found(client: Client) -> None:
    make_article(title="Satu", kind=Kind.ANNOUNCEMENT)
    make_event(title="Dua")

    assert found(client, "/cari/?q=pengumuman") == ["Satu"]
    assert found(client, "/cari/?q=agenda") == ["Dua"]


@pytest.mark.parametrize(
    "fields", [{"status": Status.DRAFT}, {"audience": Audience.CLOSED}], ids=["draft", "closed"]
)
def test_label_leads_to_no_hidden_event(client: Client, fields: dict[str, object]) -> None:
    make_event(title="Rahasia", **fields)

    assert found(client, "/cari/?q=agenda") == []


@pytest.mark.parametrize(
    "query",
    [
        "agenda 12 november 2026",
        "ada acara apa tgl 12 Nov 2026?",
        "12/11/2026",
        "12-11-2026",
        "12.11.2026",
        "2026-11-12",
        "31 februari 2026 atau 12 nopember 2026",
    ],
)
def test_day_in_a_search_leads_to_its_agenda(client: Client, query: str) -> None:
    page = client.get("/cari/", {"q": query}).text

    assert '<a href="/agenda/2026/11/12/">Agenda Kamis, 12 November 2026</a>' in page
    assert client.get("/agenda/2026/11/12/").status_code == 200


@pytest.mark.parametrize(("word", "days"), [("hari ini", 0), ("Besok", 1), ("lusa", 2)])
def test_near_day_leads_to_its_agenda(client: Client, word: str, days: int) -> None:
    day = timezone.localdate() + timedelta(days=days)

    assert f'href="/agenda/{day:%Y/%m/%d}/"' in client.get("/cari/", {"q": f"agenda {word}"}).text


def test_day_without_a_year_is_the_nearest(client: Client) -> None:
    day = timezone.localdate() + timedelta(days=100)

    page = client.get("/cari/", {"q": f"rapat {day:%d/%m}"}).text

    assert f'href="/agenda/{day:%Y/%m/%d}/"' in page


@pytest.mark.parametrize(
    "query",
    [
        "31 februari",
        "30/2/2026",
        "12 mari",
        "12 xx",
        "00/00",
        "1 mei 1066",
        "12 mei 9999",
        "RT 03/04",
        "pukul 09.10",
    ],
)
def test_what_is_no_day_leads_nowhere(client: Client, query: str) -> None:
    assert "Lihat juga" not in client.get("/cari/", {"q": query}).text


def test_parts_of_another_wording_are_not_marked(client: Client) -> None:
    make_article(title="Kabar", body="<p>Kelompok tani dan KIM memberi informasi.</p>")

    page = client.get("/cari/?q=kim").text

    assert "Kelompok tani dan <mark>KIM</mark> memberi informasi." in page


def test_wording_of_several_words_is_marked_where_it_stands_whole(client: Client) -> None:
    make_article(title="Kabar", body="<p>Kelompok Informasi Masyarakat, kelompok tani.</p>")

    page = client.get("/cari/?q=kim").text

    words = "<mark>Kelompok</mark> <mark>Informasi</mark> <mark>Masyarakat</mark>, kelompok tani."
    assert words in page


@pytest.mark.parametrize(
    ("typed", "other"), [("syarat", "saat"), ("rakyat", "rapat"), ("agenda", "ageng")]
)
def test_short_word_is_not_mended_into_another_one(client: Client, typed: str, other: str) -> None:
    make_article(title=other)

    assert client.get("/cari/", {"q": typed}).context["suggestion"] == ""
