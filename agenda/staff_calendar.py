"""Month and day of the agenda for staff: drafts and closed events among them, each leading to its form."""

import calendar
from datetime import date, timedelta

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from agenda.days import Day, by_every_day, entries_of
from agenda.occurrences import Occurrence
from agenda.periods import SHOWN_MAX, weeks_of
from cilegon_portal.likely_days import is_likely
from cilegon_portal.templatetags.tanggal import bulan, tanggal

_DAY = timedelta(days=1)


@require_safe
@permission_required("agenda.view_occurrence", raise_exception=True)
def this_month(request: HttpRequest) -> HttpResponse:
    """Lead to the month of today."""
    today = timezone.localdate()
    return HttpResponseRedirect(reverse("agenda_staff_month", args=[today.year, today.month]))


@require_safe
@permission_required("agenda.view_occurrence", raise_exception=True)
def staff_month(request: HttpRequest, year: int, month: int) -> HttpResponse:
    """Show a month as a table: 3 queries beside those of the admin's frame."""
    first, last = date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
    context = admin.site.each_context(request) | {
        "title": f"Agenda {bulan(first)}",
        "first": first,
        "weeks": weeks_of(_days(request, first, last)),
        "earlier": _with_page(first - _DAY),
        "later": _with_page(last + _DAY),
        "may_add": request.user.has_perm("agenda.add_event"),
    }
    return TemplateResponse(request, "admin/agenda/month.html", context)


@require_safe
@permission_required("agenda.view_occurrence", raise_exception=True)
def staff_day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    """Show one day in full. Raises Http404 for a day no calendar has."""
    try:
        on = date(year, month, day)
    except ValueError as error:
        raise Http404 from error
    (the_day,) = _days(request, on, on)
    context = admin.site.each_context(request) | {
        "title": f"Agenda {tanggal(on)}",
        "day": the_day,
        "earlier": _with_page(on - _DAY),
        "later": _with_page(on + _DAY),
        "may_add": request.user.has_perm("agenda.add_event"),
    }
    return TemplateResponse(request, "admin/agenda/day.html", context)


def _with_page(day: date) -> date | None:
    return day if is_likely(day) else None


def _days(request: HttpRequest, first: date, last: date) -> list[Day]:
    rows = Occurrence.objects.visible_to(request.user).between(first, last).in_order().for_lists()
    now = timezone.now()
    entries = entries_of(rows[:SHOWN_MAX], now, tells_all=True)
    return by_every_day(entries, first, last, timezone.localdate(now))
