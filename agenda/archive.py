"""The agenda by year, month and day, of the past and of what is to come."""

import calendar
from datetime import date, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from agenda import periods
from agenda.holidays import holidays_in
from agenda.pages import AGENDA, agenda_response
from cilegon_portal.publishing.access import viewer
from cilegon_portal.templatetags.tanggal import bulan, tanggal

_DAY = timedelta(days=1)


@require_safe
def year_archive(request: HttpRequest, year: int) -> HttpResponse:
    """Show the months of a year and its public holidays: 2 queries. Raises Http404 far from all content."""
    user, at = viewer(request), timezone.now()
    edges = periods.edges_or_404(user, at, date(year, 1, 1), date(year, 12, 31))
    years = edges.years(timezone.localdate(at))
    months = periods.months_of(user, at, year)
    context = {
        "months": months,
        "holidays": holidays_in(year),
        "earlier": periods.year_of(year - 1, years),
        "later": periods.year_of(year + 1, years),
    }
    return agenda_response(
        request,
        "agenda/year_archive.html",
        context,
        title=f"Agenda {year}",
        trail=(AGENDA, (str(year), request.path)),
        description=f"Acara resmi Pemerintah Kota Cilegon sepanjang {year}, menurut bulan.",
        is_indexed=any(month.url for month in months),
    )


@require_safe
def month_archive(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """Show a month as a table and its days below: 5 queries. Raises Http404 far from all content."""
    user, at = viewer(request), timezone.now()
    first, last = date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    years = periods.edges_or_404(user, at, first, last).years(timezone.localdate(at))
    days = periods.days_between(user, at, first, last)
    context = {
        "first": first,
        "weeks": periods.weeks_of(days),
        "days": [day for day in days if day.has_news],
        "holidays": [day for day in days if day.holiday],
        "earlier": periods.month_of(first - _DAY, years),
        "later": periods.month_of(last + _DAY, years),
    }
    return agenda_response(
        request,
        "agenda/month_archive.html",
        context,
        title=f"Agenda {bulan(first)}",
        trail=(AGENDA, (str(year), periods.year_url(year)), (bulan(first), request.path)),
        description=f"Acara resmi Pemerintah Kota Cilegon pada {bulan(first)}, hari demi hari.",
        is_indexed=bool(context["days"]),
    )


@require_safe
def day_detail(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    """Show one day, on paper a numbered sheet: 5 queries. Raises Http404 for a day no calendar has."""
    user, at = viewer(request), timezone.now()
    try:
        on = date(year, month, day)
    except ValueError as error:
        raise Http404 from error
    edges = periods.edges_or_404(user, at, on, on)
    (the_day,) = periods.days_between(user, at, on, on)
    changes = [entry.occurrence.saved_at() for entry in the_day.entries + the_day.moved_away]
    context = {
        "day": the_day,
        "earlier": periods.day_of(edges.before),
        "later": periods.day_of(edges.after),
        "updated_at": max(changes, default=None),
    }
    return agenda_response(
        request,
        "agenda/day_detail.html",
        context,
        title=f"Agenda {tanggal(on)}",
        trail=(AGENDA, (bulan(on), periods.month_url(on)), (tanggal(on), request.path)),
        description=f"Acara resmi Pemerintah Kota Cilegon pada {tanggal(on)}: jam, tempat, dan pejabat.",
        is_indexed=the_day.has_news,
    )
