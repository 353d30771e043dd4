"""What every public address has in common, whatever it shows. A new address is one line."""

import pytest
from django.test import Client

from news.models import Kind
from tests.factories import make_activity, make_article, make_category, make_group, make_page

pytestmark = pytest.mark.django_db

ADDRESSES = [
    "/",
    "/berita/",
    "/berita/kategori/topik-uji/",
    "/berita/tag/tanda/",
    "/berita/jenis/pengumuman/",
    "/berita/arsip/2019/",
    "/berita/arsip/2019/09/",
    "/berita/onthel/",
    "/berita/rss/",
    "/berita/atom/",
    "/berita/kategori/topik-uji/rss/",
    "/berita/jenis/pengumuman/rss/",
    "/kim/induk/",
    "/kim/induk/kegiatan/",
    "/kim/induk/kegiatan/1/",
    "/sitemap-kim.xml",
    "/sitemap-kim-kegiatan.xml",
    "/cari/",
    "/tentang-uji/",
    "/sitemap.xml",
    "/sitemap-halaman.xml",
    "/sitemap-berita-2019.xml",
    "/sitemap-berita.xml",
    "/robots.txt",
    "/.well-known/security.txt",
    "/manifest.webmanifest",
]


@pytest.fixture(autouse=True)
def _content() -> None:
    make_article(
        slug="onthel",
        category=make_category("Topik Uji", slug="topik-uji"),
        kind=Kind.ANNOUNCEMENT,
        tags=["tanda"],
        published_at="2019-09-22T19:30:00+07:00",
    )
    make_page(slug="tentang-uji")
    make_activity(make_group(slug="induk"), pk=1)


@pytest.mark.parametrize("address", ADDRESSES)
def test_address_answers_get_and_head_alike(client: Client, address: str) -> None:
    got = client.get(address)
    head = client.head(address)

    assert (got.status_code, head.status_code) == (200, 200)
    assert head["Content-Type"] == got["Content-Type"]
    assert head.content == b""


@pytest.mark.parametrize("address", ADDRESSES)
def test_address_sets_no_cookie_and_varies_on_none(client: Client, address: str) -> None:
    response = client.get(address)

    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()


@pytest.mark.parametrize("address", ADDRESSES)
def test_address_refuses_writing(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


@pytest.mark.parametrize("address", ADDRESSES)
def test_address_does_not_echo_unknown_parameters(client: Client, address: str) -> None:
    response = client.get(address, {"utm_source": "gacor"})

    assert response.status_code == 200
    assert "gacor" not in response.text


@pytest.mark.parametrize("address", [a for a in ADDRESSES if a.endswith("/") and a != "/"])
def test_address_without_slash_leads_to_the_one_with_it(client: Client, address: str) -> None:
    response = client.get(address.rstrip("/"))

    assert (response.status_code, response["Location"]) == (301, address)
