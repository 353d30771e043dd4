"""What of the news is searched, and how results show it."""

from collections.abc import Collection, Iterable
from datetime import datetime

from cilegon_portal.search.indexing import plain
from cilegon_portal.search.sources import Content, Found, Source, register_source
from news.models import Article, ArticleQuerySet


def register() -> None:
    """Have articles indexed and found."""
    register_source(
        Source("berita", 0, "Berita", Article, items=_articles, content=_content, show=_show)
    )


def _articles() -> ArticleQuerySet:
    articles = Article.objects.select_related("region__parent")
    return articles.prefetch_related("tags")  # type: ignore[misc]  # taggit tells no types


def _content(article: Article) -> Content:
    region = article.region
    places = (region, region.parent) if region else ()
    # The kind stands above each result, so that it is typed.
    keywords = [article.get_kind_display(), *article.tags.all(), *filter(None, places)]
    texts = (article.claim, article.explanation, plain(article.body), plain(article.evidence))
    return Content(
        title=article.title,
        at=article.published_at or article.created_at,
        summary=article.summary,
        text=" ".join(" ".join(texts).split()),
        keywords=" ".join(str(word) for word in keywords),
        topic=article.category_id,
        region=article.region_id or "",
    )


def _show(keys: Collection[int], at: datetime) -> Iterable[tuple[int, Found]]:
    for article in Article.objects.published(at).filter(pk__in=keys).for_cards():
        yield (
            article.pk,
            Found(
                kind="berita",
                label=article.get_kind_display(),
                title=article.title,
                url=article.get_absolute_url(),
                at=article.published_at,
                legacy_id=article.legacy_id,
            ),
        )
