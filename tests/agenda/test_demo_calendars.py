"""Every series of the demo: the calendar and the pages name the same dates, to the minute."""

import re

import icalendar
import pytest
from django.test import Client

from agenda import demo
from agenda.events import Event
from cilegon_portal.templatetags.tanggal import WIB

pytestmark = pytest.mark.django_db

# The page says "2026-12-05T06:00+07:00", or only the day where the hour is a word.
_TIME = re.compile(r'<time datetime="(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)\+07:00)?"')


def test_series_of_the_demo_agree_between_calendar_and_pages(client: Client) -> None:
    demo.load()
    series = Event.objects.published().exclude(rule="")
    assert series.count() > 1

    for event in series:
        calendar = icalendar.Calendar.from_ical(
            client.get(f"/agenda/acara/{event.slug}/kalender.ics").content
        )
        entries = {
            entry["UID"]: entry.decoded("DTSTART").astimezone(WIB)
            for entry in calendar.walk("VEVENT")
        }
        rows = list(event.occurrences.all())
        assert len(entries) == len(rows)
        shown = sorted(_shown(client, row.get_absolute_url()) for row in rows)
        told = sorted((f"{start:%Y-%m-%d}", f"{start:%H:%M}") for start in entries.values())
        assert [day for day, _ in shown] == [day for day, _ in told]
        if not event.time_label:
            assert shown == told


def _shown(client: Client, address: str) -> tuple[str, str]:
    """Return day and hour of the date that the page *address* is about."""
    facts = client.get(address).text.partition('<dl class="facts')[2].partition("Diperbarui")[0]
    found = _TIME.findall(facts)
    assert found, address
    hours = [hour for _, hour in found if hour]
    return found[0][0], hours[0] if hours else ""
