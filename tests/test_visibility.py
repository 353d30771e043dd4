"""The visibility matrix: every hidden state, on every public surface, for every kind of reader.

A new surface is one line in ``SURFACES`` or ``AGENDA_SURFACES``: an address whose answer shows
the title or the address of a public article or event. ``{year}`` and ``{month}`` are those of the article.
"""

from datetime import time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from agenda.catalogue import Audience
from agenda.events import Event
from cilegon_portal.office.models import Official
from cilegon_portal.publishing.models import Status
from cilegon_portal.publishing.slugs import leave_redirect
from community.groups import Group
from news.models import Article, DailyReads, Kind, Verdict
from news.reads import popular
from tests.factories import (
    make_activity,
    make_article,
    make_aspiration,
    make_board,
    make_category,
    make_contribution,
    make_event,
    make_group,
    make_page,
    make_user,
)
from tests.publishing.test_rule import HIDDEN

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
MARKS = ("Rahasia", "rahasia-kota")
READERS = ["anonymous", "other writer"]


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


def _client(reader: str) -> Client:
    client = Client()
    if reader == "other writer":
        client.force_login(make_user("Penulis"))
    elif reader == "other officer":
        client.force_login(officer := make_user("Pengurus KIM"))
        make_group(name="KIM Pembaca", region="36.72.05.1003", officers=[officer])
    return client


def _text(client: Client, path: str) -> str:
    """Return what *path* answers in the end; files of data come in parts."""
    response: Any = client.get(path, follow=True)
    return str(response.getvalue(), "utf-8")


def _shows(client: Client, surface: str, article: Article) -> bool:
    assert article.published_at is not None
    day = timezone.localtime(article.published_at)
    text = _text(client, surface.format(year=day.year, month=day.month))
    return any(mark in text for mark in MARKS)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES)
@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_hidden_article_is_absent(fields: dict[str, object], surface: str, reader: str) -> None:
    article = _make_hidden(**fields)

    assert not _shows(_client(reader), surface, article)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES)
def test_public_article_does_appear(surface: str, reader: str) -> None:
    article = _make_hidden()

    assert _shows(_client(reader), surface, article)


NEWS_SITEMAP = "/sitemap-berita.xml"


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_hidden_article_is_absent_from_the_news_sitemap(fields: dict[str, object]) -> None:
    article = _make_hidden(**fields)

    assert not _shows(_client("anonymous"), NEWS_SITEMAP, article)


def test_fresh_article_is_in_the_news_sitemap() -> None:
    assert _shows(_client("anonymous"), NEWS_SITEMAP, _make_hidden())


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

    assert _client(reader).get(path).status_code == 404


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

    response = _client(reader).get(surface)

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


AGENDA_SURFACES = {
    "home": "/",
    "beside an article": "/berita/tetangga/",
    "list": "/agenda/",
    "list of the kind": "/agenda/?jenis=rapat",
    "list of the official": "/agenda/?pejabat=wali-kota",
    "month": "/agenda/{year}/{month:02}/",
    "day": "/agenda/{year}/{month:02}/{day:02}/",
    "official": "/agenda/pejabat/wali-kota/",
    "sitemap": "/sitemap-agenda-{year}.xml",
    "search": "/cari/?q=tersembunyi",
    "its own page": "/agenda/acara/rahasia-kota/",
    "its date": "/agenda/acara/rahasia-kota/{on}/",
    "its former address": "/agenda/acara/rahasia-lama/",
    "another event": "/agenda/acara/tetangga/",
    "the article about it": "/berita/liputan/",
    "embedded elsewhere": "/agenda/sematkan/",
    "data as CSV": "/data/agenda.csv",
    "data as JSON": "/data/agenda.json",
    "API": "/api/v1/occurrences/?since={on}",
    "API, by official": "/api/v1/occurrences/?official=wali-kota&event_type=rapat",
    "API, search": "/api/v1/search/?q=tersembunyi",
}
HIDDEN_EVENTS = {"closed": {"audience": Audience.CLOSED}, **HIDDEN}


def _make_hidden_event(**fields: object) -> Event:
    """Return an event as *fields* say, with public company wherever it could be listed."""
    today = timezone.localdate()
    shared: dict[str, Any] = {"first_on": today, "start_time": time(0), "until_done": True}
    mayor = Official.objects.create(title="Wali Kota", slug="wali-kota")
    event = make_event(
        title="Rahasia Kota",
        slug="rahasia-lama",
        summary="Perkara Rahasia yang tersembunyi.",
        **shared,
        **fields,
    )
    event.slug = "rahasia-kota"
    event.save()
    leave_redirect(event, "rahasia-lama")
    for item in (event, make_event(title="Tetangga", slug="tetangga", **shared)):
        item.attendances.create(official=mayor)
    make_article(title="Tetangga", slug="tetangga")
    event.occurrences.get().articles.add(make_article(title="Liputan", slug="liputan"))
    return event


def _agenda_shows(client: Client, surface: str) -> bool:
    on = timezone.localdate()
    path = surface.format(year=on.year, month=on.month, day=on.day, on=on)
    text = _text(client, path)
    return any(mark in text for mark in MARKS)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("surface", AGENDA_SURFACES.values(), ids=AGENDA_SURFACES)
@pytest.mark.parametrize("fields", HIDDEN_EVENTS.values(), ids=HIDDEN_EVENTS)
def test_hidden_event_is_absent(fields: dict[str, object], surface: str, reader: str) -> None:
    _make_hidden_event(**fields)

    assert not _agenda_shows(_client(reader), surface)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("surface", AGENDA_SURFACES.values(), ids=AGENDA_SURFACES)
def test_public_event_does_appear(surface: str, reader: str) -> None:
    _make_hidden_event()

    assert _agenda_shows(_client(reader), surface)


KIM_SURFACES = {
    "directory": "/kim/",
    "directory of the kecamatan": "/kim/?kecamatan=citangkil",
    "directory, searched": "/kim/?q=kota",
    "coverage": "/kim/sebaran/",
    "coverage as CSV": "/kim/sebaran.csv",
    "sitemap": "/sitemap-kim.xml",
    "search": "/cari/?q=kota",
    "its own page": "/kim/rahasia-kota/",
    "its former address": "/kim/rahasia-lama/",
    "beside another group": "/kim/tetangga/",
    "partner of another group": "/kim/mitra/",
    "below another group": "/kim/di-bawahnya/",
    "article that it sent": "/berita/kiriman/",
    "data as CSV": "/data/kim.csv",
    "data as JSON": "/data/kim.json",
    "API": "/api/v1/groups/",
    "API, itself": "/api/v1/groups/rahasia-kota/",
    "API, partner of another group": "/api/v1/groups/mitra/",
    "API, coverage": "/api/v1/coverage/",
    "API, search": "/api/v1/search/?q=kota",
}


def _make_hidden_group(**fields: object) -> Group:
    """Return a group as *fields* say, with public company wherever it could be listed."""
    group = make_group(name="Rahasia Kota", slug="rahasia-lama", **fields)
    make_board(group)
    group.slug = "rahasia-kota"
    group.save()
    leave_redirect(group, "rahasia-lama")
    make_group(name="Tetangga", slug="tetangga")
    make_group(name="Mitra", slug="mitra", region="36.72.05.1003").partners.add(group)
    make_group(name="Di Bawahnya", slug="di-bawahnya", region="36.72.05.1002", parent=group)
    make_contribution(group, article=make_article(title="Kiriman", slug="kiriman"))
    return group


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("surface", KIM_SURFACES.values(), ids=KIM_SURFACES)
@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_hidden_group_is_absent(fields: dict[str, object], surface: str, reader: str) -> None:
    _make_hidden_group(**fields)

    text = _text(_client(reader), surface)

    assert not any(mark in text for mark in MARKS)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("surface", KIM_SURFACES.values(), ids=KIM_SURFACES)
def test_public_group_does_appear(surface: str, reader: str) -> None:
    _make_hidden_group()

    text = _text(_client(reader), surface)

    assert any(mark in text for mark in MARKS)


ACTIVITY_SURFACES = {
    "its own page": "/kim/induk/kegiatan/{pk}/",
    "page of its group": "/kim/induk/",
    "list of its group": "/kim/induk/kegiatan/",
    "beside another activity": "/kim/induk/kegiatan/{other}/",
    "sitemap": "/sitemap-kim-kegiatan.xml",
    "search": "/cari/?q=tersembunyi",
    "API, search": "/api/v1/search/?q=tersembunyi",
}
HIDDEN_ACTIVITIES: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    **{name: (fields, {}) for name, fields in HIDDEN.items()},
    **{f"group {name}": ({}, fields) for name, fields in HIDDEN.items()},
}


def _activity_shows(
    reader: str, surface: str, fields: dict[str, Any], group_fields: dict[str, Any]
) -> bool:
    """Tell whether *surface* shows an activity as *fields* say, of a group as *group_fields* say."""
    group = make_group(slug="induk", **group_fields)
    hidden = make_activity(group, title="Rahasia", place="Tempat tersembunyi", **fields)
    address = surface.format(pk=hidden.pk, other=make_activity(group).pk)
    text = _client(reader).get(address, follow=True).text
    return "Rahasia" in text or f"/kegiatan/{hidden.pk}/" in text


@pytest.mark.parametrize("reader", [*READERS, "other officer"])
@pytest.mark.parametrize("surface", ACTIVITY_SURFACES.values(), ids=ACTIVITY_SURFACES)
@pytest.mark.parametrize("fields", HIDDEN_ACTIVITIES.values(), ids=HIDDEN_ACTIVITIES)
def test_hidden_activity_is_absent(
    fields: tuple[dict[str, Any], dict[str, Any]], surface: str, reader: str
) -> None:
    assert not _activity_shows(reader, surface, *fields)


@pytest.mark.parametrize("reader", [*READERS, "other officer"])
@pytest.mark.parametrize("surface", ACTIVITY_SURFACES.values(), ids=ACTIVITY_SURFACES)
def test_public_activity_does_appear(surface: str, reader: str) -> None:
    assert _activity_shows(reader, surface, {}, {})


# What citizens send is read on one page and, as numbers, in a table; nothing else may know of it.
ASPIRATION_SURFACES = {
    "home": "/",
    "form and what was answered": "/aspirasi/",
    "search": "/cari/?q=rahasia",
    "sitemap of the pages": "/sitemap-halaman.xml",
    "data as CSV": "/data/aspirasi.csv",
    "data as JSON": "/data/aspirasi.json",
    "API, search": "/api/v1/search/?q=rahasia",
    "the article that answers": "/berita/jawaban/",
}
HIDDEN_ASPIRATIONS: dict[str, dict[str, Any]] = {
    "waiting": {"state": "masuk"},
    "forwarded": {"state": "diteruskan"},
    "held": {"state": "ditahan"},
    "refused": {"state": "ditolak"},
    "sender keeps it": {"sender_allows": False, "staff_allow": False},
    "staff keep it": {"staff_allow": False},
    "answered later": {"answered_at": timezone.now() + timedelta(days=1)},
}


def _aspiration_shows(reader: str, surface: str, **fields: Any) -> bool:
    shown: dict[str, Any] = {"state": "dijawab", "sender_allows": True, "staff_allow": True}
    make_aspiration(
        topic="Topik Rahasia",
        text="Perkara Rahasia.",
        article=make_article(title="Jawaban", slug="jawaban"),
        **{**shown, "public_text": "Inti Rahasia", "answered_at": timezone.now(), **fields},
    )
    return "Rahasia" in _text(_client(reader), surface)


@pytest.mark.parametrize("reader", [*READERS, "other officer"])
@pytest.mark.parametrize("surface", ASPIRATION_SURFACES.values(), ids=ASPIRATION_SURFACES)
@pytest.mark.parametrize("fields", HIDDEN_ASPIRATIONS.values(), ids=HIDDEN_ASPIRATIONS)
def test_hidden_aspiration_is_absent(fields: dict[str, Any], surface: str, reader: str) -> None:
    assert not _aspiration_shows(reader, surface, **fields)


@pytest.mark.parametrize("surface", ASPIRATION_SURFACES.values(), ids=ASPIRATION_SURFACES)
def test_answered_aspiration_is_on_the_page_for_it_alone(surface: str) -> None:
    assert _aspiration_shows("anonymous", surface) == (surface == "/aspirasi/")
