"""What aides are told by mail: dates of their officials that changed.

Rule: docs/agenda.md#changes.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db.models import F, QuerySet

from agenda.calendar_entries import officials_line, state_line, when_and_where
from agenda.occurrences import Occurrence
from cilegon_portal.accounts.models import User
from cilegon_portal.addresses import absolute_url
from cilegon_portal.tidings.letters import Tiding, Topic

# A timer that stood still for longer has other things to tell.
LOOK_BACK = timedelta(days=7)
_TOPIC = Topic(
    "Agenda berubah", "Anda menerima surel ini karena tercatat sebagai ajudan pejabat tersebut."
)


def changed_dates(at: datetime) -> Iterator[Tiding]:
    """Return, for each aide with a mail address, what changed lately and is not over.

    Shared with an aide is what they may read on the pages; a change made before the event was
    announced is no change to anybody.
    """
    for aide in _aides():
        for row in _changed_for(aide, at):
            yield Tiding(
                _TOPIC, f"agenda/{row.pk}/{row.sequence}", aide.email, aide.full_name, _text(row)
            )


def _aides() -> QuerySet[User]:
    return (
        User.objects.filter(is_active=True, officials_served__isnull=False)
        .exclude(email="")
        .distinct()
        .prefetch_related("officials_served")
    )


def _changed_for(aide: User, at: datetime) -> list[Occurrence]:
    recent = (
        Occurrence.objects.shown_to(aide, at)
        .upcoming(at)
        .filter(
            changed_at__gt=at - LOOK_BACK,
            changed_at__lte=at,
            changed_at__gte=F("event__first_published_at"),
        )
    )
    found = {
        row.pk: row
        for official in aide.officials_served.all()
        for row in recent.attended_by(official).for_lists()
    }
    return sorted(found.values(), key=lambda row: (row.starts_at, row.pk))


def _text(row: Occurrence) -> str:
    lines = [
        row.event.title,
        state_line(row) or ("Tempat berubah." if row.was_place else "Jadi dilaksanakan."),
        *when_and_where(row),
        officials_line(row),
        absolute_url(row.get_absolute_url()),
    ]
    return "\n".join(line for line in lines if line)
