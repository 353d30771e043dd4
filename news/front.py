"""The news on the front page."""

from dataclasses import dataclass

from news.models import Article, FrontPage, Kind

LATEST_MAX = 6
NOTICES_MAX = 6
_NOTICE_KINDS = (Kind.ANNOUNCEMENT, Kind.CLARIFICATION)


@dataclass
class Front:
    """What the front page shows of the news; no article stands there twice."""

    headline: Article | None
    latest: list[Article]
    notices: list[Article]


def front_page() -> Front:
    """Return headline, latest and notices: 3 queries.

    The headline is the newest that an editor put there, else the newest of all.
    """
    published = Article.objects.published().for_cards()
    headline = published.filter(front_page=FrontPage.HEADLINE).first()
    newest = list(published[: 1 + NOTICES_MAX + LATEST_MAX])
    if headline is None and newest:
        headline = newest[0]
    notices = [article for article in _notices() if article != headline]
    latest = [article for article in newest if article != headline and article not in notices]
    return Front(headline, latest[:LATEST_MAX], notices)


def _notices() -> list[Article]:
    # The newest of each kind by its own index; one condition over both would sort them all.
    first, *others = (
        Article.objects.for_cards()
        .order_by()
        .filter(
            pk__in=Article.objects.published()
            .filter(kind=kind)
            .newest_first()
            .values("pk")[:NOTICES_MAX]
        )
        for kind in _NOTICE_KINDS
    )
    found = list(first.union(*others, all=True))
    found.sort(key=lambda article: (article.published_at, article.pk), reverse=True)
    return found[:NOTICES_MAX]
