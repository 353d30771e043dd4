"""The visibility matrix of KIM, their activities and aspirations."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from cilegon_portal.publishing.slugs import leave_redirect
from community.groups import Group
from tests.factories import (
    make_activity,
    make_article,
    make_aspiration,
    make_board,
    make_contribution,
    make_group,
)
from tests.publishing.test_rule import HIDDEN
from tests.readers import MARKS, READERS, client_of, text_of

pytestmark = pytest.mark.django_db

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

    text = text_of(client_of(reader), surface)

    assert not any(mark in text for mark in MARKS)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("surface", KIM_SURFACES.values(), ids=KIM_SURFACES)
def test_public_group_does_appear(surface: str, reader: str) -> None:
    _make_hidden_group()

    text = text_of(client_of(reader), surface)

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
    text = client_of(reader).get(address, follow=True).text
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
    return "Rahasia" in text_of(client_of(reader), surface)


@pytest.mark.parametrize("reader", [*READERS, "other officer"])
@pytest.mark.parametrize("surface", ASPIRATION_SURFACES.values(), ids=ASPIRATION_SURFACES)
@pytest.mark.parametrize("fields", HIDDEN_ASPIRATIONS.values(), ids=HIDDEN_ASPIRATIONS)
def test_hidden_aspiration_is_absent(fields: dict[str, Any], surface: str, reader: str) -> None:
    assert not _aspiration_shows(reader, surface, **fields)


@pytest.mark.parametrize("surface", ASPIRATION_SURFACES.values(), ids=ASPIRATION_SURFACES)
def test_answered_aspiration_is_on_the_page_for_it_alone(surface: str) -> None:
    assert _aspiration_shows("anonymous", surface) == (surface == "/aspirasi/")
