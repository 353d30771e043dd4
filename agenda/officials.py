"""The agenda of one official."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef

from agenda.attendance import Attendance
from agenda.events import Event
from agenda.filters import Filters
from agenda.lists import AgendaPage, agenda_page
from cilegon_portal.office.models import Official

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from cilegon_portal.accounts.models import User


def official_agenda(
    user: "User | AnonymousUser", official: Official, at: datetime
) -> AgendaPage | None:
    """Return what *official* attends from today on, 4 queries; None when *user* may see nothing of it, ever."""
    page = agenda_page(user, Filters(official=official), at)
    if page.days or page.earlier:
        return page
    seen = Exists(Event.objects.shown_to(user, at).filter(pk=OuterRef("event_id")))
    return page if Attendance.objects.filter(seen, official=official).exists() else None
