"""What other pages show of the agenda."""

from dataclasses import dataclass
from operator import attrgetter

from django import template
from django.db.models import BooleanField, Value
from django.utils import timezone

from agenda.days import Entry, entries_of
from agenda.occurrences import Occurrence, OccurrenceQuerySet
from news.models import Article

register = template.Library()

COVERED_MAX = 5


@dataclass(frozen=True)
class Beside:
    """Dates that go with an article, soonest first."""

    told: list[Entry]
    coming: list[Entry]


@register.simple_tag
def upcoming_events(limit: int = 5) -> list[Entry]:
    """Return the next public dates, soonest first, what is called off marked: 1 query. Usage: ``{% upcoming_events 5 as coming %}``."""
    at = timezone.now()
    return entries_of(Occurrence.objects.published(at).upcoming(at).for_titles()[:limit], at)


@register.simple_tag
def events_beside(article: Article, limit: int = 5) -> Beside:
    """Return the public dates that *article* tells of, and the next ones: 1 query. Usage: ``{% events_beside article 5 as events %}``."""
    at = timezone.now()
    public = Occurrence.objects.published(at)
    told = _part(public.filter(articles=article).in_order()[:COVERED_MAX], is_told=True)
    coming = _part(public.upcoming(at)[:limit], is_told=False)
    rows = sorted(told.union(coming, all=True), key=attrgetter("starts_at", "pk"))
    return Beside(
        told=entries_of((row for row in rows if row.is_told), at),  # type: ignore[attr-defined]
        coming=entries_of((row for row in rows if not row.is_told), at),  # type: ignore[attr-defined]
    )


def _part(rows: OccurrenceQuerySet, *, is_told: bool) -> OccurrenceQuerySet:
    # The limit stands in a subquery: SQLite refuses one on a member of a union.
    return (
        Occurrence.objects.for_titles()
        .order_by()
        .filter(pk__in=rows.values("pk"))
        .annotate(is_told=Value(is_told, output_field=BooleanField()))
    )
