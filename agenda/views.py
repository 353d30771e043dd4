"""The agenda's list, its events and its officials; years, months and days are in :mod:`agenda.archive`."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from agenda.days import entries_of
from agenda.event_page import event_response
from agenda.events import Event
from agenda.filters import PARAMETERS, options_for, parse_filters
from agenda.lists import agenda_page
from agenda.occurrences import Occurrence
from agenda.officials import official_agenda
from agenda.pages import AGENDA, agenda_response
from cilegon_portal.embedding import ITEMS, embeddable
from cilegon_portal.office.models import Official
from cilegon_portal.publishing.access import viewer
from cilegon_portal.publishing.lookup import find_or_redirect


@require_safe
def event_list(request: HttpRequest) -> HttpResponse:
    """Show what is on from today, or as filtered, day by day: 7 queries; 400 with reasons for what cannot be read."""
    user, at = viewer(request), timezone.now()
    options = options_for(user)
    asked = {name: request.GET[name] for name in PARAMETERS if name in request.GET}
    filters = parse_filters(asked, options, timezone.localdate(at))
    if not filters.problems and asked != filters.parameters:
        return HttpResponsePermanentRedirect(filters.address())  # a form sends its empty fields too
    type_links = [(filters.of_type(kind), kind) for kind in options.types]
    context = {"options": options, "filters": filters, "type_links": type_links}
    if not filters.problems:
        context["page"] = agenda_page(user, filters, at)
    return agenda_response(
        request,
        "agenda/event_list.html",
        context,
        title="Agenda resmi",
        trail=(AGENDA,),
        description="Acara pimpinan dan perangkat daerah Kota Cilegon: kapan, di mana, dan siapa yang hadir.",
        is_indexed=filters.is_empty,
        status=400 if filters.problems else 200,
    )


@require_safe
def event_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an event with its nearest date, 8 queries; its author and reviewers may preview it."""
    event = find_or_redirect(Event.objects.for_page(), slug, request)
    if isinstance(event, HttpResponse):
        return event
    return event_response(request, event, None)


@require_safe
def occurrence_detail(request: HttpRequest, slug: str, on: date) -> HttpResponse:
    """Show one date of a series by the day it was first set for, 9 queries; what is no series has one address."""
    event = find_or_redirect(Event.objects.for_page(), slug, request)
    if isinstance(event, HttpResponse):
        return event
    occurrence = get_object_or_404(event.occurrences.select_related("venue__region"), on=on)
    if not event.is_series():
        return HttpResponsePermanentRedirect(event.get_absolute_url())
    return event_response(request, event, occurrence)


@require_safe
def official_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show an official's agenda, today first: 5 queries. Raises Http404 when nothing of it is public.

    One who left office keeps the page while there is something on it: links to it were passed on.
    """
    user, at = viewer(request), timezone.now()
    official = get_object_or_404(Official.objects.select_related("agency"), slug=slug)
    page = official_agenda(user, official, at)
    if page is None:
        raise Http404
    return agenda_response(
        request,
        "agenda/official_detail.html",
        {"official": official, "page": page},
        title=f"Agenda {official.title}",
        trail=(AGENDA, (official.title, request.path)),
        description=f"Acara yang dihadiri {official.title}: kapan dan di mana, hari ini lebih dulu.",
    )


@embeddable
def embedded_events(request: HttpRequest) -> HttpResponse:
    """Show the next public dates for a frame on another site, whoever asks: 1 query."""
    at = timezone.now()
    rows = Occurrence.objects.published(at).upcoming(at).for_titles()[:ITEMS]
    context = {"entries": entries_of(rows, at), "path": reverse("agenda:event_list")}
    return render(request, "agenda/embed.html", context)
