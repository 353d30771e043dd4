"""The feed of the agenda: newly announced, still to come."""

from datetime import UTC, datetime, time, timedelta
from xml.etree import ElementTree

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agenda.catalogue import Audience
from agenda.changes import Moved, cancel, move
from tests.factories import make_event, make_occurrence

pytestmark = pytest.mark.django_db

FEED = "/agenda/rss/"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


def _items(client: Client) -> list[ElementTree.Element]:
    return ElementTree.fromstring(client.get(FEED).content).findall("channel/item")  # noqa: S314 -- ours


def _titles(client: Client) -> list[str]:
    return [(item.findtext("title") or "").split(" · ")[0] for item in _items(client)]


def test_item_has_date_time_place_and_the_full_date_of_its_announcement(client: Client) -> None:
    sent_at = datetime(2019, 9, 22, 12, 30, tzinfo=UTC)
    make_event(
        title="Rapat Kota",
        first_on=datetime(2090, 9, 24, tzinfo=UTC).date(),
        start_time=time(9),
        until_done=True,
        published_at=sent_at,
        summary="Membahas <anggaran>.",
    )

    (item,) = _items(client)

    assert item.findtext("title") == "Rapat Kota · Minggu, 24 September 2090"
    assert item.findtext("description") == (
        "Minggu, 24 September 2090 · 09.00 WIB s.d. selesai · Aula Kota"
    )
    assert item.findtext("link") == "http://localhost:8000/agenda/acara/rapat-kota/"
    assert item.findtext("pubDate") == "Sun, 22 Sep 2019 19:30:00 +0700"
    assert "<p>Membahas &lt;anggaran&gt;.</p>" in (item.findtext(CONTENT) or "")


def test_newest_announcement_comes_first_and_each_event_once(client: Client) -> None:
    now = timezone.now()
    first = timezone.localdate() + timedelta(days=1)
    make_event(title="Lama", published_at=now - timedelta(days=2))
    make_event(
        title="Pengajian",
        first_on=first,
        rule="FREQ=WEEKLY;BYDAY=SA",
        repeats_until=first + timedelta(weeks=5),
    )

    assert _titles(client) == ["Pengajian", "Lama"]


def test_what_is_over_or_called_off_is_no_news(client: Client) -> None:
    make_event(title="Kemarin", first_on=timezone.localdate() - timedelta(days=1))
    cancel(make_occurrence(title="Batal"), "Hujan.")
    make_event(title="Besok")

    assert _titles(client) == ["Besok"]


def test_item_stays_the_same_one_when_its_date_moves(client: Client) -> None:
    row = make_occurrence(title="Rapat")
    before = _items(client)[0].findtext("guid")

    move(row, Moved(row.slot.shifted(timedelta(days=2))))

    item = _items(client)[0]
    assert item.findtext("guid") == before
    assert "Semula:" in (item.findtext(CONTENT) or "")


def test_guests_event_shows_no_summary(client: Client) -> None:
    make_event(title="Jamuan", audience=Audience.INVITED, summary="Rahasia dapur.")

    assert _titles(client) == ["Jamuan"]
    assert "Rahasia" not in client.get(FEED).text


def test_feed_asks_four_questions_and_answers_304(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(3):
        make_event(title=f"Acara {number}")
    first = client.get(FEED)  # the site profile is in the cache now

    with django_assert_num_queries(4):  # newest events, their next dates, who attends (2)
        response = client.get(FEED, headers={"If-None-Match": first["ETag"]})

    assert response.status_code == 304
    assert not first.cookies
