"""What an event says of itself to machines (schema.org/Event)."""

from typing import TYPE_CHECKING, Any

from agenda.cards import card_of, card_path
from agenda.catalogue import Venue
from agenda.occurrences import Occurrence, OccurrenceStatus
from cilegon_portal.addresses import absolute_url
from cilegon_portal.seo import JsonObject, Seo, SeoImage, breadcrumb_data, iso_local

if TYPE_CHECKING:
    from agenda.event_page import EventPage

_SCHEMA = "https://schema.org/"
_STATUSES = {
    OccurrenceStatus.CANCELLED: "EventCancelled",
    OccurrenceStatus.POSTPONED: "EventPostponed",
    OccurrenceStatus.RESCHEDULED: "EventRescheduled",
}


def event_seo(page: "EventPage") -> Seo:
    """Return what the page of an event says; of an undangan, no more than the page."""
    event, row = page.event, page.entry.occurrence if page.entry else None
    data = [breadcrumb_data(("Agenda", "/agenda/"), (event.title, page.url))]
    if row is not None:
        data.append(_event_data(page, row))
    title = f"{event.title}, {row.slot.days()}" if row and page.is_one_date else event.title
    return Seo(
        title=title,
        path=page.url,
        image=SeoImage(
            url=card_path(event, page.card_date), alt=card_of(event, page.card_date).alt
        ),
        description=_description(page, row),
        # A preview that leaks through a proxy or a toolbar must not enter an index.
        robots="max-image-preview:large" if event.is_public() else "noindex",
        data=tuple(data),
    )


def _description(page: "EventPage", row: Occurrence | None) -> str:
    when = f"{row.slot.in_words()}, {row.place_text()}." if row else ""
    summary = page.event.summary if page.event.shows_details() else ""
    return " ".join(part for part in (when, summary) if part)


def _event_data(page: "EventPage", row: Occurrence) -> JsonObject:
    event, slot = page.event, row.slot
    status = _STATUSES.get(OccurrenceStatus(row.status), "EventScheduled")
    is_online = event.shows_details() and event.livestream_url
    data: dict[str, Any] = {
        "@type": "Event",
        "name": event.title,
        "description": _description(page, row),
        "url": absolute_url(page.url),
        "image": [absolute_url(card_path(event, page.card_date))],
        # A word ("Ba'da Isya") is no hour: the day alone is true.
        "startDate": iso_local(slot.starts_at) if slot.is_exact else slot.first_day.isoformat(),
        "endDate": _end(row),
        "previousStartDate": iso_local(row.was_starts_at),
        "eventStatus": _SCHEMA + status,
        "eventAttendanceMode": _SCHEMA
        + ("MixedEventAttendanceMode" if is_online else "OfflineEventAttendanceMode"),
        "location": _location(row.place_text(), row.place_venue()),
        "organizer": _organiser(page),
        "inLanguage": "id",
    }
    if is_online:
        virtual = {"@type": "VirtualLocation", "url": event.livestream_url}
        data["location"] = [data["location"], virtual]
    return {key: value for key, value in data.items() if value}


def _end(row: Occurrence) -> str:
    if row.is_all_day:
        return row.slot.last_day.isoformat()
    return iso_local(row.ends_at)


def _location(place: str, venue: Venue | None) -> JsonObject:
    address = venue.address if venue and venue.address else place
    return {"@type": "Place", "name": place, "address": address}


def _organiser(page: "EventPage") -> JsonObject | None:
    name = page.event.organiser_text()
    if not (name and page.event.shows_details()):
        return None
    return {"@type": "Organization", "name": name}
