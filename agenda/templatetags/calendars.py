"""Ways into a reader's own calendar."""

from typing import Any

from django import template

from agenda.calendar_links import calendar_links, subscription
from agenda.occurrences import Occurrence

register = template.Library()


@register.inclusion_tag("components/add_to_calendar.html")
def add_to_calendar(occurrence: Occurrence) -> dict[str, Any]:
    """Show the menu that adds one date. Usage: ``{% add_to_calendar row %}``, with its event's attendances loaded."""
    return {"links": calendar_links(occurrence)}


@register.inclusion_tag("components/subscribe.html")
def subscribe(name: str, path: str, feed: str = "") -> dict[str, Any]:
    """Show the menu that follows a calendar. Usage: ``{% subscribe "Agenda Wali Kota" path %}``; *feed*: its RSS."""
    return {"calendar": subscription(name, path), "path": path, "feed": feed}
