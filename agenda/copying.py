"""The same event on other days ("Salin ke tanggal lain"), each an event of its own."""

from collections.abc import Iterable
from datetime import date

from django.db import transaction

from agenda.attendance import Attendance
from agenda.events import Event
from agenda.series import sync_occurrences
from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.slugs import unique_slug

COPIES_MAX = 60
_COPIED = (
    "title", "summary", "event_type", "audience", "organiser", "organiser_name", "venue", "place",
    "description", "livestream_url", "contact", "dress_code", "internal_note", "start_time",
    "end_time", "until_done", "time_label", "is_all_day",
)  # fmt: skip


@transaction.atomic
def copy_event(event: Event, days: Iterable[date], *, by: User) -> list[Event]:
    """Make a draft like *event* on each of *days*, with the same hours, place and officials.

    Letter number, documents, embargo and what became of the original's dates are its own and stay.
    """
    attendances = list(event.attendances.filter(occurrence__isnull=True))
    made = []
    for day in days:
        copy = Event(
            **{name: getattr(event, name) for name in _COPIED},
            slug=unique_slug(Event, event.title),
            first_on=day,
            last_on=day + (event.last_on - event.first_on) if event.last_on else None,
            created_by=by,
            updated_by=by,
        )
        copy.save()
        sync_occurrences(copy)
        Attendance.objects.bulk_create(
            Attendance(
                event=copy,
                official_id=item.official_id,
                mode=item.mode,
                represented_by=item.represented_by,
            )
            for item in attendances
        )
        made.append(copy)
    return made
