"""The pages of the office are searched too: how to reach it, what it does with data."""

from collections.abc import Collection, Iterable
from datetime import datetime

from cilegon_portal.office.models import Page
from cilegon_portal.search.indexing import plain
from cilegon_portal.search.sources import Content, Found, Source, register_source

LABEL = "Halaman"


def register() -> None:
    """Have pages indexed and found."""
    register_source(
        Source("halaman", 4, LABEL, Page, items=Page.objects.all, content=_content, show=_show)
    )


def _content(page: Page) -> Content:
    return Content(
        title=page.title,
        at=page.published_at or page.created_at,
        summary=page.summary,
        text=plain(page.body),
        keywords=LABEL,
    )


def _show(keys: Collection[int], at: datetime) -> Iterable[tuple[int, Found]]:
    for page in Page.objects.published(at).filter(pk__in=keys).defer("body"):
        yield page.pk, Found("halaman", LABEL, page.title, page.get_absolute_url())
