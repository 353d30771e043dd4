"""The agenda on other pages: nearest events, events of an article, search."""

from datetime import time, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from agenda.catalogue import Audience
from agenda.changes import cancel
from tests.factories import make_article, make_event, make_occurrence

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


@pytest.mark.parametrize("path", ["/", "/berita/jalan/", "/agenda/acara/rapat/"])
def test_nearest_events_stand_beside_the_page(client: Client, path: str) -> None:
    today = timezone.localdate()
    make_article(slug="jalan")
    make_event(title="Rapat", slug="rapat", first_on=today - DAY)
    make_event(title="Lusa", first_on=today + 2 * DAY)
    make_event(title="Hari Ini", first_on=today, start_time=time(0), until_done=True)
    cancel(make_occurrence(title="Batal", first_on=today + 3 * DAY), "Hujan.")

    text = client.get(path).text
    panel = text[text.index('id="agenda-dekat"') :]

    assert panel.index("Hari Ini") < panel.index("Lusa") < panel.index("Dibatalkan")
    assert panel.index("Dibatalkan") < panel.index("Batal</a>")
    assert "Rapat</a>" not in panel


def test_no_panel_stands_where_nothing_is_to_come(client: Client) -> None:
    make_event(first_on=timezone.localdate() - DAY)
    make_article()

    assert "Agenda terdekat" not in client.get("/").text


def test_nearest_events_show_without_any_news(client: Client) -> None:
    make_event(title="Rapat Paripurna")

    assert "Rapat Paripurna" in client.get("/").text


def test_article_names_the_events_it_covers(client: Client) -> None:
    article = make_article(slug="jalan")
    for title, audience in (("Peresmian Jalan", Audience.OPEN), ("Gladi", Audience.CLOSED)):
        row = make_occurrence(
            title=title, audience=audience, first_on=timezone.localdate() - 2 * DAY
        )
        row.articles.add(article)

    text = client.get("/berita/jalan/").text

    assert "Tentang acara: <a" in text
    assert "Peresmian Jalan" in text
    assert "Gladi" not in text


def test_search_names_the_next_date_of_a_series_or_the_last(client: Client) -> None:
    first_on = timezone.localdate() - 400 * DAY
    event = make_event(
        title="Pengajian",
        first_on=first_on,
        rule="FREQ=YEARLY",
        repeats_until=first_on + 800 * DAY,
    )
    _, second, last = event.occurrences.in_order()

    assert f'datetime="{last.starts_at:%Y-%m-%d}' in client.get("/cari/?q=pengajian").text

    last.delete()

    assert f'datetime="{second.starts_at:%Y-%m-%d}' in client.get("/cari/?q=pengajian").text
