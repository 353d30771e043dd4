"""The feeds: well-formed, complete, stable, and public only."""

from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.test import Client, override_settings
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.feeds import RssFeed, absolute_html, feed_response, xml_text
from cilegon_portal.publishing.models import Status
from news.models import Article, Kind
from tests.factories import make_article, make_category, make_picture

pytestmark = pytest.mark.django_db

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
SENT_AT = datetime(2019, 9, 22, 12, 30, tzinfo=UTC)


def _channel(client: Client, path: str = "/berita/rss/") -> ElementTree.Element:
    channel = ElementTree.fromstring(client.get(path).content).find("channel")  # noqa: S314 -- ours
    assert channel is not None
    return channel


def _item(client: Client, path: str = "/berita/rss/") -> ElementTree.Element:
    item = _channel(client, path).find("item")
    assert item is not None
    return item


def _entry(client: Client) -> ElementTree.Element:
    feed = ElementTree.fromstring(client.get("/berita/atom/").content)  # noqa: S314 -- ours
    entry = feed.find(f"{ATOM}entry")
    assert entry is not None
    return entry


def _texts(element: ElementTree.Element, name: str) -> list[str]:
    return [found.text or "" for found in element.findall(name)]


def test_channel_says_language_life_and_its_own_address(client: Client) -> None:
    channel = _channel(client)

    assert channel.findtext("language") == "id"
    assert channel.findtext("ttl") == "30"
    link = channel.find(f"{ATOM}link")
    assert link is not None
    assert link.attrib == {"rel": "self", "href": "http://localhost:8000/berita/rss/"}


def test_item_carries_the_full_date_of_the_office(client: Client) -> None:
    make_article(published_at=SENT_AT)

    assert _item(client).findtext("pubDate") == "Sun, 22 Sep 2019 19:30:00 +0700"


def test_item_carries_the_whole_text_with_dateline_and_absolute_addresses(client: Client) -> None:
    make_article(body='<p>Warga <a href="/tentang/">hadir</a>.</p>')

    assert _item(client).findtext(CONTENT) == (
        '<p>PC.Cilegon- Warga <a href="http://localhost:8000/tentang/">hadir</a>.</p>'
    )


def test_item_names_author_category_and_tags(client: Client) -> None:
    make_article(
        author_credit="Redaksi", category=make_category("KIM"), tags=["literasi", "Komunitas"]
    )

    item = _item(client)

    assert item.findtext(CREATOR) == "Redaksi"
    assert _texts(item, "category") == ["KIM", "Komunitas", "literasi"]


def test_guid_stays_when_title_and_address_change(client: Client) -> None:
    article = make_article(slug="lama")
    before = _item(client).findtext("guid")

    Article.objects.filter(pk=article.pk).update(slug="baru", title="Lain")

    assert _item(client).findtext("link") == "http://localhost:8000/berita/baru/"
    assert _item(client).findtext("guid") == before == f"tag:localhost,2019:berita/{article.pk}"


def test_guid_is_not_announced_as_an_address(client: Client) -> None:
    make_article()

    guid = _item(client).find("guid")

    assert guid is not None
    assert guid.get("isPermaLink") == "false"


def test_enclosure_is_the_picture_with_its_real_size(client: Client) -> None:
    picture = make_picture()
    default_storage.save(f"gambar/{picture.token}/720.jpg", ContentFile(b"x" * 1234))
    make_article(picture=picture)

    enclosure = _item(client).find("enclosure")

    assert enclosure is not None
    assert enclosure.attrib == {
        "url": f"http://localhost:8000/media/gambar/{picture.token}/720.jpg",
        "length": "1234",
        "type": "image/jpeg",
    }


def test_picture_without_file_gives_no_enclosure(client: Client) -> None:
    make_article(picture=make_picture())

    assert _item(client).find("enclosure") is None


def test_items_come_newest_first_and_stop_at_twenty(client: Client) -> None:
    for day in range(1, 23):
        make_article(title=f"Hari {day}", published_at=datetime(2020, 1, day, tzinfo=UTC))

    titles = [item.findtext("title") for item in _channel(client).findall("item")]

    assert titles == [f"Hari {day}" for day in range(22, 2, -1)]


def test_title_with_markup_signs_stays_text(client: Client) -> None:
    make_article(title="Harga <b>naik</b> & turun", summary="Naik < 5 & turun")

    item = _item(client)

    assert item.findtext("title") == "Harga <b>naik</b> & turun"
    assert item.findtext("description") == "Naik &lt; 5 &amp; turun"


def test_characters_that_xml_cannot_hold_are_dropped() -> None:
    assert xml_text("a\x08b\ufffec\U0001f6b2\td") == "abc\U0001f6b2\td"


def test_feed_with_such_characters_is_still_well_formed() -> None:
    response = feed_response(RssFeed, [], title="A\x0bB", path="/x/", page_path="/")

    assert ElementTree.fromstring(response.content).findtext("channel/title") == "AB"  # noqa: S314


def test_atom_entry_has_identity_dates_and_text(client: Client) -> None:
    article = make_article(title="Onthel", published_at=SENT_AT)

    entry = _entry(client)

    assert entry.findtext(f"{ATOM}id") == f"tag:localhost,2019:berita/{article.pk}"
    assert entry.findtext(f"{ATOM}published") == "2019-09-22T19:30:00+07:00"
    assert (entry.findtext(f"{ATOM}updated") or "").endswith("+07:00")
    assert entry.findtext(f"{ATOM}content") == "<p>PC.Cilegon- Isi berita.</p>"


def test_category_feed_holds_only_its_category(client: Client) -> None:
    make_article(title="Dalam", category=make_category("KIM", slug="kim-warga"))
    make_article(title="Luar", category=make_category("Olahraga"))

    channel = _channel(client, "/berita/kategori/kim-warga/rss/")

    assert [item.findtext("title") for item in channel.findall("item")] == ["Dalam"]
    assert channel.findtext("title") == "KIM · Portal Cilegon"


def test_kind_feed_holds_only_its_kind(client: Client) -> None:
    make_article(title="Dalam", kind=Kind.ANNOUNCEMENT)
    make_article(title="Luar")

    channel = _channel(client, "/berita/jenis/pengumuman/rss/")

    assert [item.findtext("title") for item in channel.findall("item")] == ["Dalam"]


@pytest.mark.parametrize(
    "path",
    [
        "/berita/jenis/berita/rss/",
        "/berita/jenis/lain/rss/",
        "/berita/kategori/tak-ada/rss/",
        "/berita/kategori/kosong/rss/",
    ],
)
def test_feed_of_nothing_is_not_found(client: Client, path: str) -> None:
    make_article(category=make_category("Kosong", slug="kosong"), status=Status.DRAFT)

    assert client.get(path).status_code == 404


def test_unchanged_feed_is_not_sent_again(client: Client) -> None:
    make_article()
    first = client.get("/berita/rss/")

    by_tag = client.get("/berita/rss/", headers={"if-none-match": first["ETag"]})
    by_time = client.get("/berita/rss/", headers={"if-modified-since": first["Last-Modified"]})

    assert (by_tag.status_code, by_time.status_code) == (304, 304)


def test_withdrawn_newest_article_does_not_turn_back_the_clock(client: Client) -> None:
    make_article(published_at=SENT_AT)
    newest = make_article()
    before = client.get("/berita/rss/")

    Article.objects.filter(pk=newest.pk).update(status=Status.WITHDRAWN)
    after = client.get("/berita/rss/")

    assert after["ETag"] != before["ETag"]
    assert after["Last-Modified"] >= before["Last-Modified"]


@override_settings(SITE_URL="https://portal.contoh.go.id", ALLOWED_HOSTS=["*"])
def test_addresses_ignore_the_host_header(client: Client) -> None:
    make_article()

    assert "jahat" not in client.get("/berita/rss/", headers={"host": "jahat.example"}).text


def test_foreign_and_protocol_relative_addresses_stay() -> None:
    html = '<a href="https://lain.id/">a</a><a href="//lain.id/">b</a> href="/teks"'

    assert absolute_html(html) == html


@pytest.mark.parametrize("count", [1, 15])
def test_feed_takes_two_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for _ in range(count):
        make_article(picture=make_picture(), tags=["kim"])
    client.get("/berita/rss/")  # the site profile is cached from here on

    with django_assert_num_queries(2):  # articles with category and picture, tags
        client.get("/berita/rss/")


def test_category_feed_takes_three_queries(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    category: Any = make_article(category=make_category("KIM", slug="kim-warga")).category
    client.get("/berita/rss/")

    with django_assert_num_queries(3):  # category, articles, tags
        client.get(f"/berita/kategori/{category.slug}/rss/")
