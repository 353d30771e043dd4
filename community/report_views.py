"""The report of a quarter for staff: on the screen, as CSV and as XLSX."""

from typing import Any, Final

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from cilegon_portal.tables import csv_bytes, xlsx_bytes
from community.activities import TASKS
from community.reports import Quarter, report, table

ROWS_MAX: Final = 100  # of a page on the screen
QUARTERS_MAX: Final = 12  # offered; an address may name any other
_FORMS: Final = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


@require_safe
@permission_required("community.review_activity", raise_exception=True)
def quarter_report(request: HttpRequest) -> HttpResponse:
    """Show what the groups did in a quarter, 4 queries, or give it as a table; 400 for a quarter that is none."""
    now = Quarter.of(timezone.localdate())
    asked = request.GET.get("triwulan", now.code)
    quarter = Quarter.read(asked)
    found = report(quarter or now)
    if quarter and (form := request.GET.get("bentuk")) in _FORMS:
        lines = table(found)
        content = csv_bytes(lines) if form == "csv" else xlsx_bytes(str(quarter), lines)
        name = f"laporan-kim-{quarter.code}.{form}"
        headers = {"Content-Disposition": f'attachment; filename="{name}"'}
        return HttpResponse(content, content_type=_FORMS[form], headers=headers)
    page = Paginator(found.rows, ROWS_MAX).get_page(request.GET.get("halaman"))
    context: dict[str, Any] = admin.site.each_context(request) | {
        "title": f"Laporan KIM: {found.quarter}",
        "report": found,
        "page": page,
        "tasks": TASKS.values(),
        "quarters": _offered(now, found.quarter),
        "problem": "" if quarter else "Triwulan itu tidak dikenal. Pilih dari daftar.",
    }
    status = 200 if quarter else 400
    return TemplateResponse(request, "admin/community/report.html", context, status=status)


def _offered(now: Quarter, shown: Quarter) -> list[Quarter]:
    quarters = [now]
    while len(quarters) < QUARTERS_MAX:
        quarters.append(quarters[-1].before())
    return quarters if shown in quarters else [shown, *quarters]
