"""Contacts of one person in events. Rule: docs/personal-data.md."""

from collections.abc import Iterator
from datetime import datetime
from functools import partial

from agenda.events import Event
from cilegon_portal.contacts import keys_in
from cilegon_portal.personal_data import Holding, described


def personal_data(key: str) -> Iterator[Holding]:
    """Return the events whose contact is, or holds, the number or mail address *key*."""
    for event in Event.objects.exclude(contact="").order_by("pk"):
        if key in keys_in(event.contact):
            yield Holding(
                title=f"Kontak acara “{event.title}”",
                data=described(event, ("title", "contact", "first_on")),
                stays="Acaranya, tanpa kontak.",
                erase=partial(_erase, event),
            )


def _erase(event: Event, at: datetime) -> None:
    event.contact = ""
    event.save()
