"""The agenda from a day on: so many dates as fit a page, cut where a day ends."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from agenda.days import Day, by_first_day, entries_of
from agenda.events import Event
from agenda.filters import LOOKED_THROUGH, Filters
from agenda.occurrences import Occurrence, OccurrenceQuerySet
from cilegon_portal.templatetags.tanggal import WIB, midnight

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from cilegon_portal.accounts.models import User

PAGE_MAX = 30  # about two weeks of a busy agenda, and 60 kB of HTML
_DAY = timedelta(days=1)


@dataclass(frozen=True)
class AgendaPage:
    """Some days in order. ``later`` and ``earlier`` are addresses of what goes on, or empty."""

    days: list[Day]
    later: str = ""
    earlier: str = ""
    is_cut: bool = False  # its only day holds more than fits; the day's own page has all


def agenda_page(
    user: "User | AnonymousUser", filters: Filters, at: datetime, *, page_max: int = PAGE_MAX
) -> AgendaPage:
    """Return what *filters* ask for at *at*, today's past dates included: 4 queries."""
    today = at.astimezone(WIB).date()
    first = filters.first or today
    last = filters.last or first + LOOKED_THROUGH
    dates = filters.narrow(
        Occurrence.objects.shown_to(user, at), Event.objects.detailed_for(user, at)
    )
    rows = list(dates.between(first, last).in_order().for_lists()[: page_max + 1])
    kept, next_day = _cut(rows, first, page_max)
    entries = entries_of(kept, at, tells_all=user.has_perm("agenda.view_internal_event"))
    before = _earlier_day(dates, first, page_max)
    return AgendaPage(
        days=by_first_day(entries, first, today),
        later=filters.starting(next_day) if next_day else "",
        earlier=filters.starting(before) if before else "",
        is_cut=next_day is not None and _day_of(rows[-1], first) < next_day,
    )


def _cut(
    rows: list[Occurrence], first: date, page_max: int
) -> tuple[list[Occurrence], date | None]:
    """Return the rows of whole days, and the day that the next page begins with.

    A single day that holds more than a page is cut all the same; the next page begins after it.
    """
    if len(rows) <= page_max:
        return rows, None
    cut_day = _day_of(rows[-1], first)
    whole = [row for row in rows if _day_of(row, first) < cut_day]
    if whole:
        return whole, cut_day
    return rows[:page_max], cut_day + _DAY


def _earlier_day(dates: OccurrenceQuerySet, first: date, page_max: int) -> date | None:
    """Return the day to begin with so that a page ends before *first*; None when nothing was before."""
    start = midnight(first)
    before = dates.filter(starts_at__lt=start, starts_at__gte=start - LOOKED_THROUGH)
    newest_first = before.order_by("-starts_at", "-pk").values_list("starts_at", flat=True)
    days = [starts_at.astimezone(WIB).date() for starts_at in newest_first[: page_max + 1]]
    if len(days) <= page_max:
        return days[-1] if days else None
    whole = [day for day in days if day > days[-1]]
    return whole[-1] if whole else days[-1]


def _day_of(row: Occurrence, first: date) -> date:
    return max(first, row.slot.first_day)
