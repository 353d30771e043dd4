"""The share card of an event, and of one date of a series."""

from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from agenda.events import Event
from agenda.occurrences import Occurrence
from agenda.recurrence import Pattern
from cilegon_portal.library.cards import Card, card_response
from cilegon_portal.office.models import SiteProfile
from cilegon_portal.publishing.lookup import find_or_redirect


@require_safe
def event_card(request: HttpRequest, slug: str, version: str) -> HttpResponse:
    """Send the card of an event to those who may open it: 2 queries."""
    event = find_or_redirect(
        Event.objects.select_related("event_type"), slug, request, address=event_card_path
    )
    if isinstance(event, HttpResponse):
        return event
    return _response(event, _only_date(event), version)


@require_safe
def occurrence_card(request: HttpRequest, slug: str, on: date, version: str) -> HttpResponse:
    """Send the card of one date of a series: 2 queries."""
    event = find_or_redirect(Event.objects.select_related("event_type"), slug, request)
    if isinstance(event, HttpResponse):
        return event
    row = get_object_or_404(event.occurrences, on=on)
    return _response(event, row, version)


def card_of(event: Event, row: Occurrence | None) -> Card:
    """Return what stands on the card of *event*: when *row* is, or how the series repeats."""
    off = row is not None and row.is_off()
    return Card(
        title=event.title,
        # What does not take place must not be passed on as if it did.
        kicker=row.get_status_display() if row is not None and off else event.event_type.name,
        note=row.slot.in_words() if row else _pattern(event),
        brand=SiteProfile.load().site_name,
    )


def card_path(event: Event, row: Occurrence | None) -> str:
    """Return where the card of *event*, or of its date *row*, stands now."""
    version = card_of(event, row).version
    if row is not None and event.is_series():
        return reverse("agenda:occurrence_card", args=[event.slug, row.on, version])
    return reverse("agenda:event_card", args=[event.slug, version])


def event_card_path(event: Event) -> str:
    """Return where the card of *event* itself stands now: 1 query."""
    return card_path(event, _only_date(event))


def _response(event: Event, row: Occurrence | None, version: str) -> HttpResponse:
    path, is_public = card_path(event, row), event.is_public()
    return card_response(card_of(event, row), version, path=path, is_public=is_public)


def _only_date(event: Event) -> Occurrence | None:
    """Return the date of what is no series: that of a series would change its card every week."""
    return None if event.is_series() else event.occurrences.in_order().last()


def _pattern(event: Event) -> str:
    return Pattern.from_rule(event.rule).in_words() if event.is_series() else ""
