"""Articles of the bench, stored, and figures, told."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

TOPICS = 10
APART = timedelta(minutes=50)  # 100,000 articles are nine and a half years
_NEWEST = datetime(2026, 1, 1, tzinfo=UTC)


def store(texts: Sequence[tuple[str, str]], first: int = 0, *, have_places: bool = False) -> None:
    """Store an article for each title and text, the newest first; *first* is the number of the first one."""
    from cilegon_portal.publishing.models import Status
    from cilegon_portal.regions.models import Region
    from news.models import Article, Category

    topics = [
        Category.objects.get_or_create(name=f"Topik {number}", slug=f"topik-{number}")[0]
        for number in range(TOPICS)
    ]
    places = [
        None,
        None,
        *Region.objects.villages().order_by("code"),
    ]  # most news is of no one place
    for at in range(0, len(texts), 1_000):
        Article.objects.bulk_create(
            Article(
                title=title[:120],
                slug=f"ukur-{number}",
                body=body,
                category=topics[number % TOPICS],
                region=places[number % len(places)] if have_places else None,
                status=Status.PUBLISHED,
                published_at=_NEWEST - number * APART,
            )
            for number, (title, body) in enumerate(texts[at : at + 1_000], first + at)
        )


def say(text: str) -> None:
    """Print a line at once."""
    print(text, flush=True)  # noqa: T201 -- the figures are the command's product
