"""Calendars to subscribe to (RFC 5545): all, of a kind, of an official, of an event.

Rule: docs/agenda.md#calendars. One VEVENT a date and no RRULE: a date of a series that moved is
then the same entry with a higher SEQUENCE, in every program.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe
from icalendar import Calendar, Timezone, TimezoneStandard, vDuration, vText, vUri
from icalendar import Event as CalendarEvent

from agenda.calendar_entries import Entry, entry_of
from agenda.catalogue import EventType
from agenda.events import Event
from agenda.occurrences import Occurrence, OccurrenceQuerySet
from agenda.private_links import CalendarLink
from cilegon_portal.addresses import absolute_url
from cilegon_portal.conditional import stamp
from cilegon_portal.office.models import Official, SiteProfile
from cilegon_portal.publishing.lookup import find_moved

DAYS_BACK = 90
DAYS_AHEAD = 400
# A city has some twenty dates a day at most. What is over this bound is farthest in the future.
MAX_ENTRIES = 5000
CONTENT_TYPE = "text/calendar; charset=utf-8"
_WINDOW = f"Agenda {DAYS_BACK} hari ke belakang dan {DAYS_AHEAD} hari ke depan."
_WHOLE = "Semua tanggal acara ini."
_REFRESH = timedelta(hours=1)
_WIB_OFFSET = timedelta(hours=7)


@require_safe
def all_calendar(request: HttpRequest) -> HttpResponse:
    """Send all public dates of the window: 3 queries."""
    name = f"Agenda {SiteProfile.load().site_name}"
    return _response(name, in_window(Occurrence.objects.published()), request.path)


@require_safe
def type_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the public dates of a kind: 4 queries. Raises Http404 for an unknown kind."""
    event_type = get_object_or_404(EventType, slug=slug)
    rows = Occurrence.objects.published().filter(event__event_type=event_type)
    return _response(f"{event_type.name} · Agenda", in_window(rows), request.path)


@require_safe
def official_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """Send the public dates of an official: 4 queries. Raises Http404 for an unknown one."""
    official = get_object_or_404(Official, slug=slug)
    rows = Occurrence.objects.published().attended_by(official)
    return _response(f"Agenda {official.title}", in_window(rows), request.path)


@require_safe
def event_calendar(request: HttpRequest, slug: str) -> HttpResponse:
    """Send all dates of a public event, however long ago: 4 queries. Raises Http404 for the rest.

    A former address leads on: a subscription lives longer than a title.
    """
    events = Event.objects.published()
    event = events.filter(slug=slug).first()
    if event is None:
        moved = find_moved(events, slug)
        if moved is None:
            raise Http404
        return HttpResponsePermanentRedirect(reverse("agenda:event_calendar", args=[moved.slug]))
    rows = Occurrence.objects.published().filter(event=event)
    return _response(event.title, rows, request.path, description=_WHOLE)


@require_safe
def private_calendar(request: HttpRequest, token: str) -> HttpResponse:
    """Send an official's whole agenda to whoever has the link, closed events and notes too: 4 queries.

    Approved events only. Raises Http404 alike for a revoked link and for none. Nobody may keep
    the answer, list it, or learn the address from a link that is followed in it.
    """
    link = get_object_or_404(CalendarLink.objects.in_use().select_related("official"), token=token)
    rows = in_window(Occurrence.objects.released().attended_by(link.official))
    entries = [entry_of(row, is_internal=True) for row in _loaded(rows)]
    text = write_calendar(f"{link.official.title} (pribadi)", entries)
    response = HttpResponse(text, content_type=CONTENT_TYPE)
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response


def in_window(rows: OccurrenceQuerySet, at: datetime | None = None) -> OccurrenceQuerySet:
    """Return of *rows* what calendars cover at *at*: days back and ahead, both counted in WIB."""
    today = timezone.localdate(at or timezone.now())
    return rows.between(today - timedelta(days=DAYS_BACK), today + timedelta(days=DAYS_AHEAD))


def write_calendar(
    name: str, entries: Iterable[Entry], *, path: str = "", description: str = _WINDOW
) -> bytes:
    """Return a calendar as RFC 5545 text; *path* is where it stands, unless that is a secret."""
    calendar = Calendar()
    calendar.add("prodid", "-//Diskominfo Kota Cilegon//Portal Cilegon//ID")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    for key in ("name", "x-wr-calname"):
        calendar.add(key, vText(name))  # the library escapes only the names it knows
    for key in ("description", "x-wr-caldesc"):
        calendar.add(key, vText(description))
    calendar.add("x-wr-timezone", "Asia/Jakarta")
    calendar.add("refresh-interval", vDuration(_REFRESH), parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(_REFRESH))
    if path:
        calendar.add("source", vUri(absolute_url(path)), parameters={"VALUE": "URI"})
    # RFC 5545 wants a component in every calendar: this one is valid without a single date.
    calendar.add_component(_wib())
    frame: bytes = calendar.to_ical()
    head, tail = frame.rsplit(b"END:VCALENDAR", 1)
    return head + b"".join(_lines(entry) for entry in entries) + b"END:VCALENDAR" + tail


def _response(
    name: str, rows: OccurrenceQuerySet, path: str, *, description: str = _WINDOW
) -> HttpResponse:
    entries = [entry_of(row) for row in _loaded(rows)]
    text = write_calendar(name, entries, path=path, description=description)
    return stamp(HttpResponse(text, content_type=CONTENT_TYPE), path)


def _loaded(rows: OccurrenceQuerySet) -> OccurrenceQuerySet:
    return rows.for_lists().in_order()[:MAX_ENTRIES]


@lru_cache(maxsize=2 * MAX_ENTRIES)  # programs ask each hour, and hardly a date has changed
def _lines(entry: Entry) -> bytes:
    event = CalendarEvent()
    event.add("uid", entry.uid)
    event.add("sequence", entry.sequence)
    # Without a METHOD, DTSTAMP is when the text was last revised (RFC 5545 §3.8.7.2).
    event.add("dtstamp", _utc(entry.changed_at))
    event.add("last-modified", _utc(entry.changed_at))
    event.add("dtstart", _utc(entry.starts))
    if entry.ends is not None:
        event.add("dtend", _utc(entry.ends))
    event.add("status", entry.status)
    event.add("transp", "OPAQUE" if entry.is_busy else "TRANSPARENT")
    event.add("summary", entry.summary)
    if entry.location:
        event.add("location", entry.location)
    event.add("description", entry.description)
    event.add("url", entry.url)
    event.add("categories", list(entry.categories))
    text: bytes = event.to_ical()
    return text


def _utc(moment: date) -> date:
    return moment.astimezone(UTC) if isinstance(moment, datetime) else moment


def _wib() -> Timezone:
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(1970, 1, 1))  # noqa: DTZ001 -- local by definition
    standard.add("tzoffsetfrom", _WIB_OFFSET)
    standard.add("tzoffsetto", _WIB_OFFSET)
    standard.add("tzname", "WIB")
    zone = Timezone()
    zone.add("tzid", "Asia/Jakarta")
    zone.add_component(standard)
    return zone
