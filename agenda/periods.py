"""Years, months and days of the agenda: which there are, and what lies next to them.

Asked of the index, one look-up each: nothing is counted, so a page costs the same at any age.
"""

import calendar
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Exists, Subquery
from django.http import Http404
from django.urls import reverse

from agenda.days import Day, by_every_day, day_url, entries_of
from agenda.occurrences import Occurrence
from cilegon_portal.likely_days import FIRST_YEAR, LAST_YEAR
from cilegon_portal.templatetags.tanggal import WIB, bulan, midnight, tanggal

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from cilegon_portal.accounts.models import User

# Dates that one page shows at most: a bound on its work that no city comes near.
SHOWN_MAX = 1_000
_DAY = timedelta(days=1)


class Period(NamedTuple):
    """A year, month or day; without an address when nothing stands there."""

    label: str
    url: str = ""


class Edges(NamedTuple):
    """Instants of dates round a period: first and last of all, the nearest before and after it."""

    first: datetime | None = None
    last: datetime | None = None
    before: datetime | None = None
    after: datetime | None = None

    def years(self, today: date) -> range:
        """Return the years that have pages: from one before the first date to one after the last, this one always."""
        known = [today.year, *(at.astimezone(WIB).year for at in (self.first, self.last) if at)]
        return range(max(FIRST_YEAR, min(known) - 1), min(LAST_YEAR, max(known) + 1) + 1)


def edges_or_404(user: "User | AnonymousUser", at: datetime, first: date, last: date) -> Edges:
    """Return what lies round the days from *first* to *last*: 1 query. Raises Http404 far from all content."""
    shown = Occurrence.objects.shown_to(user, at)
    oldest = shown.order_by("starts_at", "pk").values("starts_at")
    newest = shown.order_by("-starts_at", "-pk").values("starts_at")
    parts = (
        oldest,
        newest,
        newest.filter(starts_at__lt=midnight(first)),
        oldest.filter(starts_at__gte=midnight(last + _DAY)),
    )
    # Any one row will do: the parts do not look at it.
    rows = Occurrence.objects.order_by("pk").values_list(*(Subquery(part[:1]) for part in parts))
    edges = Edges(*(rows.first() or ()))
    if first.year not in edges.years(at.astimezone(WIB).date()):
        raise Http404
    return edges


def days_between(user: "User | AnonymousUser", at: datetime, first: date, last: date) -> list[Day]:
    """Return every day from *first* to *last* with what takes place on it or moved away: 4 queries."""
    shown = Occurrence.objects.shown_to(user, at)
    rows = shown.between(first, last).in_order().for_lists()
    tells_all = user.has_perm("agenda.view_internal_event")
    entries = entries_of(rows[:SHOWN_MAX], at, tells_all=tells_all)
    days = by_every_day(entries, first, last, at.astimezone(WIB).date())
    moved = shown.moved_from(first, last).order_by("was_starts_at", "pk").for_titles()
    for entry in entries_of(moved[:SHOWN_MAX], at):
        day = days[(entry.was_day - first).days]
        if day.on != entry.occurrence.slot.first_day:
            day.moved_away.append(entry)
    return days


def years_with_dates(user: "User | AnonymousUser", at: datetime) -> list[int]:
    """Return the years (WIB) in which something takes place, latest first: 2 queries."""
    shown = Occurrence.objects.shown_to(user, at)
    oldest = shown.order_by("starts_at", "pk").values("starts_at")[:1]
    newest = shown.order_by("-starts_at", "-pk").values("starts_at")[:1]
    any_row = Occurrence.objects.order_by("pk")
    row = any_row.values_list(Subquery(oldest), Subquery(newest)).first()
    if row is None or row[0] is None:
        return []
    years = range(row[1].astimezone(WIB).year, row[0].astimezone(WIB).year - 1, -1)
    tests = [Exists(shown.between(date(year, 1, 1), date(year, 12, 31))) for year in years]
    found = any_row.values_list(*tests).first() or ()
    return [year for year, has_dates in zip(years, found, strict=False) if has_dates]


def months_of(user: "User | AnonymousUser", at: datetime, year: int) -> list[Period]:
    """Return the twelve months of *year*, with an address where something takes place: 1 query."""
    firsts = [*(date(year, month, 1) for month in range(1, 13)), date(year + 1, 1, 1)]
    shown = Occurrence.objects.shown_to(user, at)
    tests = [Exists(shown.between(first, after - _DAY)) for first, after in pairwise(firsts)]
    row = Occurrence.objects.order_by("pk").values_list(*tests).first() or (False,) * 12
    return [
        Period(bulan(first), month_url(first) if has_dates else "")
        for first, has_dates in zip(firsts, row, strict=False)
    ]


def weeks_of(days: list[Day]) -> list[list[Day]]:
    """Return the *days* of a month in weeks from Monday, filled up with empty days of the next months."""
    first, known = days[0].on, {day.on: day for day in days}
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    return [[known.get(on) or Day(on, days[0].today) for on in week] for week in weeks]


def year_of(year: int, years: range) -> Period | None:
    """Return *year* when it has a page."""
    return Period(str(year), year_url(year)) if year in years else None


def month_of(day: date, years: range) -> Period | None:
    """Return the month of *day* when it has a page."""
    return Period(bulan(day), month_url(day)) if day.year in years else None


def day_of(at: datetime | None) -> Period | None:
    """Return the day of *at*, if there is any."""
    if at is None:
        return None
    on = at.astimezone(WIB).date()
    return Period(tanggal(on), day_url(on))


def year_url(year: int) -> str:
    """Return the address of *year*."""
    return reverse("agenda:year_archive", args=[year])


def month_url(day: date) -> str:
    """Return the address of the month of *day*."""
    return reverse("agenda:month_archive", args=[day.year, day.month])
