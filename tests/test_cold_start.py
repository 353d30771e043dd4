"""What the first visitor of a fresh process costs, with nothing cached yet."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.cache import cache
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from news.models import DailyReads
from tests.factories import make_article, make_category, make_event, make_picture

pytestmark = pytest.mark.django_db

# The site profile and the footer's pages, which the shared cache keeps after this.
FRAME = 2

COSTS = {
    "/": 8 + FRAME,  # headline, newest, notices, popular, topics, agenda, 2 for the KIM
    "/agenda/": 7 + FRAME,  # 3 for the choices, dates, 2 for who attends, the days before
    "/berita/": 4 + FRAME,  # page, topics, oldest, years
    "/berita/kategori/warga/": 2 + FRAME,  # topics, page
    "/berita/tag/satu/": 4 + FRAME,  # content type, tag, whether it is common, page
    # article, attachments, corrections, tags, companions, who sent it, events it tells of and the next
    "/berita/pokok/": 7 + FRAME,
}


@pytest.mark.parametrize(("path", "queries"), COSTS.items(), ids=COSTS)
def test_first_visit_costs(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, path: str, queries: int
) -> None:
    for number in range(15):
        make_article(title=f"Berita {number}", category=make_category("Warga"), tags=["Satu"])
    article = make_article(slug="pokok", tags=["Satu", "Dua"], picture=make_picture())
    article.attachments.create(picture=make_picture())
    article.corrections.create(text="Ralat.")
    DailyReads.objects.create(article=article, day=timezone.localdate(), count=3)
    make_event(title="Rapat")
    ContentType.objects.clear_cache()
    cache.clear()

    with django_assert_num_queries(queries):
        response = client.get(path)

    assert response.status_code == 200
