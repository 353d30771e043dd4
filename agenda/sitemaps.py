"""What the agenda adds to the sitemap: its lists, and the dates of events by year."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import partial

from django.contrib.auth.models import AnonymousUser
from django.db.models import F
from django.db.models.functions import Greatest
from django.urls import reverse
from django.utils import timezone

from agenda.events import Event
from agenda.filters import options_for
from agenda.occurrences import Occurrence
from agenda.periods import year_url, years_with_dates
from cilegon_portal.sitemap_format import MAX_URLS, Section, SitemapUrl
from cilegon_portal.templatetags.tanggal import midnight


def sections() -> list[Section]:
    """Return the lists and one file for each year that has public dates: 2 queries."""
    return [
        Section("agenda", list_urls),
        *(Section(f"agenda-{year}", partial(_date_urls, year)) for year in _years()),
    ]


def list_urls() -> Iterator[SitemapUrl]:
    """Yield the lists that have something to show: years, officials, series: 6 queries."""
    yield SitemapUrl(reverse("agenda:event_list"))
    for year in _years():
        yield SitemapUrl(year_url(year))
    for official in options_for(AnonymousUser()).officials:
        yield SitemapUrl(reverse("agenda:official_detail", args=[official.slug]))
    series = Event.objects.published().exclude(rule="").order_by("-pk")
    for slug, updated_at in series.values_list("slug", "updated_at")[:MAX_URLS]:
        yield SitemapUrl(reverse("agenda:event_detail", args=[slug]), updated_at)


def _years() -> list[int]:
    return years_with_dates(AnonymousUser(), timezone.now())


def _date_urls(year: int) -> Iterator[SitemapUrl]:
    known = set()
    for event_slug, rule, on, modified_at in _rows(year):
        path = (
            reverse("agenda:occurrence_detail", args=[event_slug, on])
            if rule
            else reverse("agenda:event_detail", args=[event_slug])
        )
        if path not in known:  # what was a series once has several dates and one address
            known.add(path)
            yield SitemapUrl(path, modified_at)


def _rows(year: int) -> Iterable[tuple[str, str, date, datetime]]:
    start, end = midnight(date(year, 1, 1)), midnight(date(year + 1, 1, 1))
    dates = Occurrence.objects.published().filter(starts_at__gte=start, starts_at__lt=end)
    modified_at = Greatest("updated_at", F("event__updated_at"))
    return dates.in_order().values_list("event__slug", "event__rule", "on", modified_at)[:MAX_URLS]
