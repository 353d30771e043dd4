"""Search in the agenda: every word in the name, or in the summary where the public may read it."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import OuterRef, Q, Subquery
from django.utils import timezone

from agenda.catalogue import Audience
from agenda.days import Entry, entries_of
from agenda.models import Event, Occurrence

FOUND_MAX = 5
# Looking into every event would grow with the archive; these are ten a day for five years.
SEARCHED_MAX = 20_000


def search_events(
    words: Iterable[str], at: datetime | None = None, *, searched_max: int = SEARCHED_MAX
) -> list[Entry]:
    """Return the public events with every one of *words*, newest entered first, each with one date: 1 query.

    The date is the next to come, or the last. Only the newest *searched_max* events are looked at.
    """
    at = at or timezone.now()
    condition = Q()
    for word in words:
        condition &= Q(title__icontains=word) | Q(summary__icontains=word, audience=Audience.OPEN)
    published = Event.objects.published(at)
    newest = published.order_by("-pk").values("pk")[:searched_max]
    found = published.filter(condition, pk__in=newest).order_by("-pk")[:FOUND_MAX]
    own = Occurrence.objects.filter(event=OuterRef("event"))
    coming = own.filter(closes_at__gt=at).order_by("starts_at", "pk").values("pk")[:1]
    last = own.order_by("-starts_at", "-pk").values("pk")[:1]
    rows = Occurrence.objects.filter(event__in=found.values("pk"))
    rows = rows.filter(Q(pk=Subquery(coming)) | Q(pk=Subquery(last)))
    chosen: dict[int, Occurrence] = {}
    for row in rows.order_by("-event_id", "starts_at").for_titles():
        chosen.setdefault(row.event_id, row)
    return entries_of(chosen.values(), at)
