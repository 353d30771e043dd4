"""Terpopuler: readers are counted in batches, bots and staff are not, and nobody is remembered."""

from collections import Counter
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.publishing.models import Status
from news.models import Article, DailyReads
from news.reads import FLUSH_HITS, READS_AN_HOUR, buffer, popular, write_reads
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db

PHONE = {"user-agent": "Mozilla/5.0 (Linux; Android 9)", "sec-fetch-site": "same-origin"}


@pytest.fixture(autouse=True)
def _empty_buffer() -> None:
    buffer._reads.clear()  # noqa: SLF001 -- what another test left


def _read(client: Client, article: Article, *, address: str = "10.0.0.1", **headers: str) -> None:
    response = client.post(
        "/berita/baca/", {"id": article.pk}, headers={**PHONE, **headers}, REMOTE_ADDR=address
    )
    assert response.status_code == 204
    assert not response.cookies


def _reads(article: Article) -> int:
    buffer.flush()
    return sum(DailyReads.objects.filter(article=article).values_list("count", flat=True))


def test_reader_is_counted_once_an_hour(client: Client) -> None:
    article = make_article()

    _read(client, article)
    _read(client, article)
    _read(client, article, address="10.0.0.2")

    assert _reads(article) == 2


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "", "origin": "https://lain.example"},
        {"sec-fetch-site": ""},
        {"user-agent": "Googlebot/2.1"},
        {"user-agent": ""},
    ],
)
def test_foreign_page_and_bot_are_not_counted(client: Client, headers: dict[str, str]) -> None:
    article = make_article()

    _read(client, article, **headers)

    assert _reads(article) == 0


def test_older_browser_is_known_by_its_origin(client: Client) -> None:
    article = make_article()

    _read(client, article, **{"sec-fetch-site": "", "origin": "http://localhost:8000"})

    assert _reads(article) == 1


def test_staff_are_not_counted(client: Client) -> None:
    article = make_article()
    client.force_login(make_user("Penulis"))

    client.post("/berita/baca/", {"id": article.pk}, headers=PHONE)

    assert _reads(article) == 0


def test_hidden_article_is_not_counted(client: Client) -> None:
    article = make_article(status=Status.DRAFT)

    _read(client, article)

    assert _reads(article) == 0


@pytest.mark.parametrize("number", ["", "x", "-1", "9" * 30, "²"])
def test_nonsense_is_taken_without_a_word(client: Client, number: str) -> None:
    assert client.post("/berita/baca/", {"id": number}, headers=PHONE).status_code == 204


def test_one_address_cannot_make_everything_popular(client: Client) -> None:
    articles = [make_article() for _ in range(READS_AN_HOUR + 3)]

    for article in articles:
        _read(client, article)

    assert sum(_reads(article) for article in articles) == READS_AN_HOUR


def test_reads_are_written_together(client: Client) -> None:
    article = make_article()

    for number in range(FLUSH_HITS - 1):
        _read(client, article, address=f"10.0.1.{number}")
    assert not DailyReads.objects.exists()
    _read(client, article, address="10.0.2.1")

    assert DailyReads.objects.get().count == FLUSH_HITS


def test_batches_of_several_processes_add_up() -> None:
    article = make_article()
    reads = Counter({(article.pk, timezone.localdate()): 3})

    write_reads(reads)
    write_reads(reads)

    assert DailyReads.objects.get().count == 6


def test_reads_of_a_deleted_article_are_dropped() -> None:
    write_reads(Counter({(987654, timezone.localdate()): 3}))

    assert not DailyReads.objects.exists()


def test_old_reads_are_forgotten() -> None:
    article = make_article()
    today = timezone.localdate()
    DailyReads.objects.create(article=article, day=today - timedelta(days=401), count=5)
    DailyReads.objects.create(article=article, day=today - timedelta(days=400), count=5)

    write_reads(Counter({(article.pk, today): 1}))

    assert DailyReads.objects.count() == 2


def test_most_read_of_the_week_comes_first() -> None:
    day = date(2026, 3, 10)
    little, much, long_ago = make_article(), make_article(), make_article()
    for article, ago, count in [(little, 0, 2), (much, 1, 2), (much, 6, 3), (long_ago, 7, 99)]:
        DailyReads.objects.create(article=article, day=day - timedelta(days=ago), count=count)

    assert list(popular(5, day)) == [much, little]


def test_popular_takes_one_query(django_assert_num_queries: DjangoAssertNumQueries) -> None:
    for number in range(3):
        DailyReads.objects.create(article=make_article(), day=timezone.localdate(), count=number)

    with django_assert_num_queries(1):
        assert len(list(popular(5))) == 2


def test_article_page_lists_the_popular_and_asks_to_be_counted(client: Client) -> None:
    article = make_article(slug="onthel")
    for title, days, count in [("Banyak Dibaca", 90, 9), ("Sedikit Dibaca", 30, 2)]:
        other = make_article(title=title, published_at=timezone.now() - timedelta(days=days))
        DailyReads.objects.create(article=other, day=timezone.localdate(), count=count)

    page = client.get("/berita/onthel/").text
    panel = page[page.index('id="terpopuler"') : page.index("</aside>")]

    assert f'data-read="{article.pk}"' in page
    assert panel.index("Banyak Dibaca") < panel.index("Sedikit Dibaca")
