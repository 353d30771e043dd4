"""The front page."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from news.models import FrontPage, Kind
from tests.factories import make_article, make_board, make_category, make_group
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db

HOUR = timedelta(hours=1)


def test_newest_article_is_the_headline(client: Client) -> None:
    make_article(title="Kemarin", published_at=timezone.now() - 24 * HOUR)
    newest = make_article(title="Hari Ini")

    front = client.get("/").context["front"]

    assert front.headline == newest
    assert [article.title for article in front.latest] == ["Kemarin"]


def test_editor_chooses_the_headline_and_it_stands_once(client: Client) -> None:
    make_article(title="Hari Ini")
    chosen = make_article(
        title="Pilihan", front_page=FrontPage.HEADLINE, published_at=timezone.now() - HOUR
    )

    response = client.get("/")

    assert response.context["front"].headline == chosen
    assert response.text.count("Pilihan") == 1


def test_announcements_and_clarifications_stand_together_newest_first(client: Client) -> None:
    now = timezone.now()
    make_article(title="Biasa")
    make_article(title="Pengumuman A", kind=Kind.ANNOUNCEMENT, published_at=now - 3 * HOUR)
    make_article(title="Klarifikasi B", kind=Kind.CLARIFICATION, published_at=now - 2 * HOUR)

    notices = client.get("/").context["front"].notices

    assert [article.title for article in notices] == ["Klarifikasi B", "Pengumuman A"]


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_hidden_headline_and_its_topic_are_absent(
    client: Client, fields: dict[str, object]
) -> None:
    make_article(title="Terbuka")
    make_article(
        title="Rahasia",
        category=make_category("Topik Rahasia"),
        kind=Kind.ANNOUNCEMENT,
        front_page=FrontPage.HEADLINE,
        **fields,
    )

    text = client.get("/").text

    assert "Terbuka" in text
    assert "Rahasia" not in text


def test_empty_site_says_so(client: Client) -> None:
    response = client.get("/")

    assert response.status_code == 200
    assert "Belum ada berita" in response.text


@pytest.mark.parametrize("number", [40, 400])
def test_home_costs_the_same_at_any_size(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for index in range(number):
        make_article(
            kind=Kind.ANNOUNCEMENT if index % 3 else Kind.NEWS,
            published_at=timezone.now() - index * HOUR,
        )
    make_board(make_group())
    client.get("/")

    # headline, newest, notices, popular, topics, agenda, 3 for the KIM
    with django_assert_num_queries(9):
        client.get("/")


def test_unchanged_page_answers_304_and_a_withdrawn_article_is_gone_at_once(client: Client) -> None:
    article = make_article(title="Sebentar Saja")
    first = client.get("/")

    same = client.get("/", headers={"if-none-match": first["ETag"]})
    article.status = "ditarik"
    article.save()
    changed = client.get("/", headers={"if-none-match": first["ETag"]})

    assert first["Cache-Control"] == "no-cache"
    assert same.status_code == 304
    assert changed.status_code == 200
    assert "Sebentar Saja" not in changed.text


def test_notice_in_the_panel_is_not_repeated_among_the_latest(client: Client) -> None:
    now = timezone.now()
    make_article(title="Utama")
    make_article(title="Air Mati", kind=Kind.ANNOUNCEMENT, published_at=now - HOUR)

    assert client.get("/").text.count("Air Mati") == 1


def test_most_read_articles_stand_in_their_order(client: Client) -> None:
    for title, count in (("Sedikit Dibaca", 3), ("Banyak Dibaca", 9)):
        article = make_article(title=title, published_at=timezone.now() - 24 * HOUR)
        article.daily_reads.create(day=timezone.localdate(), count=count)

    text = client.get("/").text
    popular = text[text.index('id="terpopuler"') :]

    assert popular.index("Banyak Dibaca") < popular.index("Sedikit Dibaca")


def test_home_tells_how_far_the_kim_reach(client: Client) -> None:
    make_article()
    assert "Lihat daftar KIM" not in client.get("/").text

    make_board(make_group())

    assert "Kini ada di 1 dari 43 kelurahan." in client.get("/").text
