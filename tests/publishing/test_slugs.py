"""No slug hides an address of the site."""

import re
from collections.abc import Iterable, Iterator

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from agenda.events import Event
from cilegon_portal.office.models import Page
from cilegon_portal.publishing.slugs import unique_slug, validate_slug
from news.models import Article
from tests.factories import make_article, make_category, make_page, make_user

# DESIGN §4, also of apps that are still to come.
ADDRESS_WORDS = ["rss", "atom", "arsip", "kategori", "tag", "jenis", "daftar", "sebaran", "sematkan", "baca", "kegiatan", "acara", "pejabat", "kalender", "kode", "kartu", "berita", "agenda", "kim", "aspirasi", "cari", "api", "data", "admin", "akun", "media", "static", "healthz"]  # fmt: skip


def words_beside_slugs(patterns: Iterable[URLPattern | URLResolver]) -> Iterator[str]:
    """Return the first words of routes that stand beside a route ``<slug:slug>/``."""
    routes = [str(pattern.pattern) for pattern in patterns]
    if any(route.startswith("<slug:") for route in routes):
        yield from (word[1] for route in routes if (word := re.match(r"([a-z-]+)/", route)))
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from words_beside_slugs(pattern.url_patterns)


def test_words_of_addresses_are_refused_as_slugs() -> None:
    words = {*ADDRESS_WORDS, *words_beside_slugs(get_resolver().url_patterns)}

    accepted = []
    for word in sorted(words):
        try:
            validate_slug(word)
        except ValidationError:
            continue
        accepted.append(word)

    assert accepted == []


@pytest.mark.parametrize("slug", ["kalender", "RSS"])
def test_refusal_says_what_to_do(slug: str) -> None:
    with pytest.raises(ValidationError, match=f"Tambahkan satu kata, misalnya “{slug}-cilegon”"):
        validate_slug(slug)


@pytest.mark.parametrize("slug", ["kartu-cilegon-sehat", "berita-duka", "data-2019", "umpan"])
def test_words_beside_an_address_word_are_slugs(slug: str) -> None:
    validate_slug(slug)


@pytest.mark.django_db
@pytest.mark.parametrize("model", [Article, Page, Event])
def test_title_that_is_an_address_word_gets_another_slug(
    model: type[Article | Page | Event],
) -> None:
    assert unique_slug(model, "Kalender") == "kalender-2"


@pytest.mark.django_db
@pytest.mark.parametrize("kind", ["article", "page"])
def test_form_refuses_an_address_word_and_keeps_what_was_typed(client: Client, kind: str) -> None:
    client.force_login(make_user("Editor", "Pengelola Situs"))
    item = make_article() if kind == "article" else make_page()
    app = "news" if kind == "article" else "office"
    address = f"/admin/{app}/{kind}/{item.pk}/change/"

    page = client.post(
        address,
        {
            "title": "Judul baru",
            "body": "<p>Teks baru.</p>",
            "slug": "rss",
            "category": make_category().pk,
        },
    )

    assert page.status_code == 200
    assert "Slug “rss” dipakai sistem." in page.text
    assert "Judul baru" in page.text
    assert "Teks baru." in page.text
