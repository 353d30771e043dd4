"""What of the agenda is searched, and how results show it."""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db.models import OuterRef, Q, Subquery

from agenda.catalogue import EventType, Venue
from agenda.days import entries_of
from agenda.events import Event, EventQuerySet
from agenda.occurrences import Occurrence
from cilegon_portal.office.models import Agency
from cilegon_portal.search.following import follow
from cilegon_portal.search.indexing import plain
from cilegon_portal.search.sources import Content, Found, Source, one_line, register_source
from cilegon_portal.templatetags.tanggal import midnight

LABEL = "Agenda"  # stands above each result, so that it is typed


def register() -> None:
    """Have events indexed and found, by the names of today."""
    register_source(Source("agenda", 1, LABEL, Event, items=_events, content=_content, show=_show))
    follow(Event, {EventType: "event_type", Agency: "organiser", Venue: "venue"})


def _events() -> EventQuerySet:
    return Event.objects.select_related("event_type", "organiser", "venue__region__parent")


def _content(event: Event) -> Content:
    """Return what the public reads of *event*: of an undangan no more than name, time and place."""
    region = event.venue.region if event.venue else None
    places = (region, region.parent) if region else ()
    shown = [event.place_text(), event.venue.address if event.venue else ""]
    if event.shows_details():
        shown += [event.organiser_text(), plain(event.description)]
    return Content(
        title=event.title,
        at=midnight(event.first_on),
        summary=event.summary if event.shows_details() else "",
        text=one_line(shown),
        keywords=" ".join(str(word) for word in (LABEL, event.event_type, *filter(None, places))),
        region=region.pk if region else "",
    )


def _show(keys: Collection[int], at: datetime) -> Iterable[tuple[int, Found]]:
    """Yield each event with one date: the next to come, or the last."""
    own = Occurrence.objects.filter(event=OuterRef("event"))
    coming = own.filter(closes_at__gt=at).order_by("starts_at", "pk").values("pk")[:1]
    last = own.order_by("-starts_at", "-pk").values("pk")[:1]
    rows = Occurrence.objects.published(at).filter(event__in=keys)
    rows = rows.filter(Q(pk=Subquery(coming)) | Q(pk=Subquery(last)))
    shown = set()
    for entry in entries_of(rows.order_by("starts_at", "pk").for_titles(), at):
        event = entry.occurrence.event
        if event.pk not in shown:
            shown.add(event.pk)
            yield (
                event.pk,
                Found(
                    kind="agenda",
                    label=LABEL,
                    title=event.title,
                    url=event.get_absolute_url(),
                    at=entry.occurrence.starts_at,
                    note=", ".join(badge.label for badge in entry.badges),
                ),
            )
