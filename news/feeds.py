"""Feeds of the news: all, one category, one kind; whole texts, newest first."""

from functools import lru_cache

from django.core.files.storage import default_storage
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.feedgenerator import Enclosure
from django.utils.html import escape
from django.views.decorators.http import require_safe

from cilegon_portal.addresses import absolute_url
from cilegon_portal.feeds import AtomFeed, FeedItem, RssFeed, absolute_html, feed_response
from cilegon_portal.library.models import FALLBACK_WIDTH_PX, Picture
from cilegon_portal.office.models import SiteProfile
from cilegon_portal.richtext import allowed_html
from news.models import Article, ArticleQuerySet, Category, Kind
from news.seo import modified_at

FEED_MAX_ITEMS = 20


@require_safe
def rss(request: HttpRequest) -> HttpResponse:
    """Send the newest articles as RSS: 2 queries."""
    return _feed(RssFeed, Article.objects.all(), path=reverse("news:rss"))


@require_safe
def atom(request: HttpRequest) -> HttpResponse:
    """Send the newest articles as Atom: 2 queries."""
    return _feed(AtomFeed, Article.objects.all(), path=reverse("news:atom"))


@require_safe
def category_rss(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the newest articles of a category: 3 queries. Raises Http404 when nothing of it is public."""
    category = get_object_or_404(Category.objects.with_public_articles(), slug=slug)
    return _feed(
        RssFeed,
        Article.objects.filter(category=category),
        path=reverse("news:category_rss", args=[slug]),
        topic=category.name,
        page_path=category.get_absolute_url(),
    )


@require_safe
def kind_rss(request: HttpRequest, kind: str) -> HttpResponse:
    """Send the newest articles of a kind: 2 queries. Raises Http404 for a word that is none.

    The ordinary kind has no list of its own: that is /berita/.
    """
    if kind not in Kind.values or kind == Kind.NEWS:
        raise Http404
    return _feed(
        RssFeed,
        Article.objects.filter(kind=kind),
        path=reverse("news:kind_rss", args=[kind]),
        topic=str(Kind(kind).label),
        page_path=f"/berita/jenis/{kind}/",
    )


def _feed(
    feed_class: type[RssFeed] | type[AtomFeed],
    articles: ArticleQuerySet,
    *,
    path: str,
    topic: str = "",
    page_path: str = "/berita/",
) -> HttpResponse:
    newest = articles.published().for_feed()[:FEED_MAX_ITEMS]
    name = SiteProfile.load().site_name
    return feed_response(
        feed_class,
        (_item(article) for article in newest),
        title=f"{topic} · {name}" if topic else f"Berita {name}",
        path=path,
        page_path=page_path,
    )


def _item(article: Article) -> FeedItem:
    assert article.published_at is not None  # noqa: S101 -- published() says so
    tags = sorted(tag.name for tag in article.tags.all())
    return FeedItem(
        key=f"berita/{article.pk}",
        title=article.title,
        path=article.get_absolute_url(),
        summary=article.summary,
        content=_content(article.body, article.dateline()),
        published_at=article.published_at,
        updated_at=modified_at(article),
        author=article.author_credit or article.reporter_credit,
        categories=(article.category.name, *tags),
        enclosure=_enclosure(article.picture) if article.picture else None,
    )


@lru_cache(maxsize=4 * FEED_MAX_ITEMS)  # the same newest texts are asked for all day
def _content(body: str, dateline: str) -> str:
    html = absolute_html(allowed_html(body))
    return html.replace("<p>", f"<p>{escape(dateline)} ", 1) if html.startswith("<p>") else html


def _enclosure(picture: Picture) -> Enclosure | None:
    name = f"gambar/{picture.token}/{FALLBACK_WIDTH_PX}.jpg"
    try:
        size = default_storage.size(name)
    except FileNotFoundError:
        return None
    url = picture.rendition_url(FALLBACK_WIDTH_PX, "jpg")
    return Enclosure(absolute_url(url), str(size), "image/jpeg")
