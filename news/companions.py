"""What stands beside an article: baca juga, and the articles before and after it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import IntegerField, Q, Value

from news.models import Article, ArticleQuerySet

RELATED_MAX = 3
_CHOSEN, _SAME_CATEGORY, _PREVIOUS, _NEXT = range(4)


@dataclass
class Companions:
    """Other public articles to go on with."""

    related: list[Article] = field(default_factory=list)
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
    rows.sort(key=lambda row: (row.published_at, row.pk), reverse=True)
    rows.sort(key=lambda row: row.part)  # type: ignore[attr-defined]
    for row in rows:
        part = row.part  # type: ignore[attr-defined]
        if part == _PREVIOUS:
            found.previous = row
        elif part == _NEXT:
            found.next = row
        elif row not in found.related and len(found.related) < RELATED_MAX:
            found.related.append(row)
    return found


def _parts(article: Article) -> Iterator[ArticleQuerySet]:
    public = Article.objects.published()
    chosen = public.filter(pk__in=article.related.values("pk"))
    same = public.filter(category=article.category_id).exclude(pk=article.pk)
    yield _part(_CHOSEN, chosen.newest_first()[:RELATED_MAX])
    yield _part(_SAME_CATEGORY, same.newest_first()[:RELATED_MAX])
    if (at := article.published_at) is None:
        return
    # Up to and including the same instant: the primary key decides there, as in newest_first().
    until = Article.objects.published_between(None, at + timedelta(microseconds=1))
    since = Article.objects.published_between(at, None)
    before = until.filter(Q(published_at__lt=at) | Q(pk__lt=article.pk))
    after = since.filter(Q(published_at__gt=at) | Q(pk__gt=article.pk))
    yield _part(_PREVIOUS, before.newest_first()[:1])
    yield _part(_NEXT, after.order_by("published_at", "pk")[:1])


def _part(number: int, articles: ArticleQuerySet) -> ArticleQuerySet:
    # The limit stands in a subquery: SQLite refuses one on a member of a union.
    return (
        Article.objects.for_cards()
        .order_by()
        .filter(pk__in=articles.values("pk"))
        .annotate(part=Value(number, output_field=IntegerField()))
    )
