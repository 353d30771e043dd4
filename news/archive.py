"""The archive by year and month, as the calendar of Cilegon (WIB) has them.

Whether a month holds anything is asked of the index, month by month; nothing is counted,
so a page costs the same at any size of the archive.
"""

from datetime import datetime
from itertools import pairwise
from typing import NamedTuple

from django.db.models import Exists, Subquery
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from news.lists import ALL_NEWS, list_response
from news.models import Article

MONTH_MAX_PAGES = 200  # a month ends by itself; this only bounds the work of a made-up address


class Period(NamedTuple):
    """A year or month that has public articles."""

    label: str
    url: str
    is_current: bool = False


@require_safe
def year_archive(request: HttpRequest, year: int) -> HttpResponse:
    """Show a year's articles and its months: 2 queries. Raises Http404 when it has none."""
    months = months_with_articles(year)
    if not months:
        raise Http404
    return list_response(
        request,
        Article.objects.published_between(first_instant(year), first_instant(year + 1)),
        title=f"Berita tahun {year}",
        lead=f"Berita resmi yang terbit sepanjang {year}, terbaru lebih dulu.",
        trail=(ALL_NEWS, (f"Arsip {year}", _year_url(year))),
        periods=months,
        periods_label=f"Bulan pada {year}",
    )


@require_safe
def month_archive(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """Show a month's articles with the nearest months before and after: 3 queries. Raises Http404 when it has none."""
    months = months_with_articles(year, current=month)
    if not any(period.is_current for period in months):
        raise Http404
    start, end = first_instant(year, month), _next_month(year, month)
    earlier, later = _neighbours(start, end)
    name = date_format(start, "F Y")
    return list_response(
        request,
        Article.objects.published_between(start, end),
        title=f"Berita {name}",
        lead=f"Berita resmi yang terbit pada {name}, terbaru lebih dulu.",
        trail=(ALL_NEWS, (f"Arsip {year}", _year_url(year)), (name, request.path)),
        max_pages=MONTH_MAX_PAGES,
        periods=months,
        periods_label=f"Bulan pada {year}",
        earlier=earlier,
        later=later,
    )


def first_instant(year: int, month: int = 1) -> datetime:
    """Return midnight WIB at which the year or month begins."""
    return datetime(year, month, 1, tzinfo=timezone.get_default_timezone())


def months_with_articles(year: int, *, current: int = 0) -> list[Period]:
    """Return the months of *year* that have public articles, January first: 1 query."""
    starts = [*(first_instant(year, month) for month in range(1, 13)), first_instant(year + 1)]
    return [_month(start, is_current=start.month == current) for start in _non_empty(starts)]


def years_with_articles() -> list[Period]:
    """Return the years that have public articles, newest first: 2 queries."""
    return [Period(str(year), _year_url(year)) for year in public_years()]


def public_years() -> list[int]:
    """Return the years (WIB) that have public articles, newest first: 2 queries."""
    oldest = Article.objects.published().order_by("published_at", "pk").values_list("published_at")
    if not (row := oldest.first()):
        return []
    first_year, this_year = timezone.localtime(row[0]).year, timezone.localdate().year
    starts = [first_instant(year) for year in range(first_year, this_year + 2)]
    return [start.year for start in reversed(_non_empty(starts))]


def _non_empty(starts: list[datetime]) -> list[datetime]:
    """Return those of *starts* with a public article before the next one: 1 query, one index look-up each."""
    tests = [Exists(Article.objects.published_between(*span)) for span in pairwise(starts)]
    # Any one row will do: the tests do not look at it.
    row = Article.objects.order_by("pk").values_list(*tests).first() or ()
    return [start for start, has_articles in zip(starts, row, strict=False) if has_articles]


def _neighbours(start: datetime, end: datetime) -> tuple[Period | None, Period | None]:
    """Return the nearest months with public articles before *start* and from *end* on: 1 query."""
    earlier = Article.objects.published_between(None, start).order_by("-published_at", "-pk")
    later = Article.objects.published_between(end, None).order_by("published_at", "pk")
    row = Article.objects.order_by("pk").values_list(
        Subquery(earlier.values("published_at")[:1]), Subquery(later.values("published_at")[:1])
    )
    before, after = row.first() or (None, None)
    return (_month(before) if before else None), (_month(after) if after else None)


def _month(at: datetime, *, is_current: bool = False) -> Period:
    local = timezone.localtime(at)
    url = reverse("news:month_archive", args=[local.year, local.month])
    return Period(date_format(local, "F Y"), url, is_current)


def _next_month(year: int, month: int) -> datetime:
    return first_instant(year + month // 12, month % 12 + 1)


def _year_url(year: int) -> str:
    return reverse("news:year_archive", args=[year])
