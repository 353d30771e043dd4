"""What other pages show of the agenda."""

from django import template
from django.utils import timezone

from agenda.days import Entry, entries_of
from agenda.models import Occurrence
from news.models import Article

register = template.Library()


@register.simple_tag
def upcoming_events(limit: int = 5) -> list[Entry]:
    """Return the next public dates, soonest first, what is called off marked: 1 query. Usage: ``{% upcoming_events 5 as coming %}``."""
    at = timezone.now()
    return entries_of(Occurrence.objects.published(at).upcoming(at).for_titles()[:limit], at)


@register.simple_tag
def events_covered_by(article: Article) -> list[Entry]:
    """Return the public dates that *article* tells of, soonest first: 1 query. Usage: ``{% events_covered_by article as events %}``."""
    at = timezone.now()
    covered = Occurrence.objects.published(at).filter(articles=article).in_order().for_titles()
    return entries_of(covered[:5], at)
