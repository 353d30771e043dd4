"""Links that put a date into a reader's calendar, or a whole calendar into their program.

Plain addresses, no foreign code: a service learns of a reader only when the link is followed.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import quote, urlencode

from django.urls import reverse

from agenda.calendar_entries import Entry, entry_of
from agenda.occurrences import Occurrence
from cilegon_portal.addresses import absolute_url

# Both services want an end. Where nobody said one, an hour stands in; the words say "s.d. selesai".
_STAND_IN = timedelta(hours=1)


@dataclass(frozen=True)
class AddLink:
    """One way to put a date into a calendar: ``icon`` is a name in the sprite."""

    label: str
    icon: str
    url: str


@dataclass(frozen=True)
class Subscription:
    """The addresses of a calendar: ``url`` to copy, ``webcal_url`` to open in the phone's program."""

    name: str
    url: str
    webcal_url: str
    google_url: str


def calendar_links(occurrence: Occurrence) -> list[AddLink]:
    """Return the ways to add *occurrence* (loaded by ``for_lists()``): the file, Google, Outlook."""
    file = reverse("agenda:event_calendar", args=[occurrence.event.slug])
    return [
        AddLink("Kalender ponsel atau komputer (.ics)", "download", file),
        AddLink("Google Kalender", "calendar", google_calendar_url(occurrence)),
        AddLink("Outlook.com", "calendar", outlook_calendar_url(occurrence)),
    ]


def google_calendar_url(occurrence: Occurrence) -> str:
    """Return the address where Google asks whether to add *occurrence*; loaded by ``for_lists()``."""
    entry = entry_of(occurrence)
    form = "%Y%m%dT%H%M%SZ" if isinstance(entry.starts, datetime) else "%Y%m%d"
    start, end = (f"{moment:{form}}" for moment in _span(entry))
    return _address(
        "https://calendar.google.com/calendar/render",
        action="TEMPLATE",
        text=entry.summary,
        dates=f"{start}/{end}",
        details=entry.description,
        location=entry.location,
    )


def outlook_calendar_url(occurrence: Occurrence) -> str:
    """Return the address where Outlook asks whether to add *occurrence*; loaded by ``for_lists()``."""
    entry = entry_of(occurrence)
    is_hour = isinstance(entry.starts, datetime)
    form = "%Y-%m-%dT%H:%M:%SZ" if is_hour else "%Y-%m-%d"
    start, end = (f"{moment:{form}}" for moment in _span(entry))
    return _address(
        "https://outlook.live.com/calendar/0/deeplink/compose",
        path="/calendar/action/compose",
        rru="addevent",
        subject=entry.summary,
        startdt=start,
        enddt=end,
        allday="false" if is_hour else "true",
        body=entry.description,
        location=entry.location,
    )


def subscription(name: str, path: str) -> Subscription:
    """Return the addresses of the calendar at *path* ("/agenda/kalender.ics"), called *name*."""
    url = absolute_url(path)
    webcal = f"webcal://{url.split('://', 1)[1]}"
    google = _address("https://calendar.google.com/calendar/render", cid=webcal)
    return Subscription(name, url, webcal, google)


def _span(entry: Entry) -> tuple[date, date]:
    if isinstance(entry.starts, datetime):
        start = entry.starts.astimezone(UTC)
        end = entry.ends.astimezone(UTC) if isinstance(entry.ends, datetime) else start + _STAND_IN
        return start, end
    return entry.starts, entry.ends or entry.starts + timedelta(days=1)


def _address(base: str, **fields: str) -> str:
    return f"{base}?{urlencode(fields, quote_via=quote)}"
