"""The visibility matrix of the agenda: every hidden state, on every surface, for every kind of reader."""

from datetime import time
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from agenda.catalogue import Audience
from agenda.events import Event
from cilegon_portal.office.models import Official
from cilegon_portal.publishing.slugs import leave_redirect
from tests.factories import make_article, make_event
from tests.publishing.test_rule import HIDDEN
from tests.readers import MARKS, READERS, client_of, text_of

pytestmark = pytest.mark.django_db

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
    text = text_of(client, path)
    return any(mark in text for mark in MARKS)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("surface", AGENDA_SURFACES.values(), ids=AGENDA_SURFACES)
@pytest.mark.parametrize("fields", HIDDEN_EVENTS.values(), ids=HIDDEN_EVENTS)
def test_hidden_event_is_absent(fields: dict[str, object], surface: str, reader: str) -> None:
    _make_hidden_event(**fields)

    assert not _agenda_shows(client_of(reader), surface)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("surface", AGENDA_SURFACES.values(), ids=AGENDA_SURFACES)
def test_public_event_does_appear(surface: str, reader: str) -> None:
    _make_hidden_event()

    assert _agenda_shows(client_of(reader), surface)
