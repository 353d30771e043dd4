"""What the news adds to the sitemap: articles by year, lists, and the last two days for Google News."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from django.db.models.functions import Greatest
from django.urls import reverse
from django.utils import timezone

from cilegon_portal.sitemap_format import MAX_URLS, NewsUrl, Section, SitemapUrl
from news.archive import first_instant, public_years
from news.models import Article, Category, Kind
from news.tags import public_tags

NEWS_WINDOW = timedelta(hours=48)  # Google News takes no older article
NEWS_MAX_URLS = 1_000


def sections() -> list[Section]:
    """Return the lists and one file for each year that has public articles: 2 queries."""
    return [
        Section("berita-topik", list_urls),
        *(Section(f"berita-{year}", partial(_article_urls, year)) for year in public_years()),
    ]


def list_urls() -> Iterator[SitemapUrl]:
    """Yield the lists that have something to show: all, kinds, categories, tags, years: 7 queries."""
    yield SitemapUrl(reverse("news:article_list"))
    published = Article.objects.published()
    for kind in Kind.values:
        if kind != Kind.NEWS and published.filter(kind=kind).exists():
            yield SitemapUrl(f"/berita/jenis/{kind}/")
    for slug in Category.objects.with_public_articles().values_list("slug", flat=True):
        yield SitemapUrl(reverse("news:category_detail", args=[slug]))
    for slug in public_tags().order_by("slug").values_list("slug", flat=True):
        yield SitemapUrl(f"/berita/tag/{slug}/")
    for year in public_years():
        yield SitemapUrl(f"/berita/arsip/{year}/")


def recent(at: datetime | None = None) -> Iterator[NewsUrl]:
    """Yield the articles published in the 48 hours before *at*, newest first: 1 query."""
    at = at or timezone.now()
    rows = (
        Article.objects.published(at)
        .filter(published_at__gt=at - NEWS_WINDOW)
        .newest_first()
        .values_list("slug", "title", "published_at")[:NEWS_MAX_URLS]
    )
    for slug, title, published_at in rows:
        assert published_at is not None  # noqa: S101 -- published() says so
        yield NewsUrl(reverse("news:article_detail", args=[slug]), title, published_at)


def _article_urls(year: int) -> Iterator[SitemapUrl]:
    rows = (
        Article.objects.published_between(first_instant(year), first_instant(year + 1))
        .newest_first()
        .values_list("slug", Greatest("published_at", "updated_at"))[:MAX_URLS]
    )
    news = reverse("news:article_list")  # reversing each of thousands takes longer than the query
    for slug, modified_at in rows:
        yield SitemapUrl(f"{news}{slug}/", modified_at)
