"""What stands beside an article: baca juga, terpopuler, and the articles before and after it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import IntegerField, OuterRef, Q, QuerySet, Subquery, Value

from news.models import Article, ArticleQuerySet
from news.reads import popular, reads_of

RELATED_MAX = 3
POPULAR_MAX = 5
_CHOSEN, _SAME_CATEGORY, _PREVIOUS, _NEXT, _POPULAR = range(5)


@dataclass
class Companions:
    """Other public articles to go on with."""

    related: list[Article] = field(default_factory=list)
    popular: list[Article] = field(default_factory=list)
    previous: Article | None = None
    next: Article | None = None


def companions_of(article: Article) -> Companions:
    """Return what goes with *article*: 1 query, each part of it a short walk along an index.

    Related are those that the editor chose, filled up with the newest of the same category.
    Shared tags are not asked for: sorting a popular tag's articles would grow with the archive.
    """
    first, *others = _parts(article)
    found = Companions()
    rows = list(first.union(*others, all=True))
    rows.sort(key=lambda row: (row.reads, row.published_at, row.pk), reverse=True)  # type: ignore[attr-defined]
    rows.sort(key=lambda row: row.part)  # type: ignore[attr-defined]
    for row in rows:
        part = row.part  # type: ignore[attr-defined]
        if part == _PREVIOUS:
            found.previous = row
        elif part == _NEXT:
            found.next = row
        elif part == _POPULAR:
            found.popular.append(row)
        elif row not in found.related and len(found.related) < RELATED_MAX:
            found.related.append(row)
    return found


def _parts(article: Article) -> Iterator[ArticleQuerySet]:
    public = Article.objects.published()
    chosen = public.filter(pk__in=article.related.values("pk"))
    same = public.filter(category=article.category_id).exclude(pk=article.pk)
    yield _part(_CHOSEN, chosen.newest_first()[:RELATED_MAX])
    yield _part(_SAME_CATEGORY, same.newest_first()[:RELATED_MAX])
    yield _part(_POPULAR, popular(POPULAR_MAX), reads_of(OuterRef("pk")))
    if (at := article.published_at) is None:
        return
    # Up to and including the same instant: the primary key decides there, as in newest_first().
    until = Article.objects.published_between(None, at + timedelta(microseconds=1))
    since = Article.objects.published_between(at, None)
    before = until.filter(Q(published_at__lt=at) | Q(pk__lt=article.pk))
    after = since.filter(Q(published_at__gt=at) | Q(pk__gt=article.pk))
    yield _part(_PREVIOUS, before.newest_first()[:1])
    yield _part(_NEXT, after.order_by("published_at", "pk")[:1])


def _part(
    number: int, articles: QuerySet[Article], reads: Subquery | Value | None = None
) -> ArticleQuerySet:
    # The limit stands in a subquery: SQLite refuses one on a member of a union.
    return (
        Article.objects.for_cards()
        .order_by()
        .filter(pk__in=articles.values("pk"))
        .annotate(part=Value(number, output_field=IntegerField()), reads=reads or Value(0))
    )
