"""Staff pages that bring the agenda in and take it out."""

from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from agenda.exporting import as_csv, as_xlsx
from agenda.import_rows import ImportRow, UnreadableFileError
from agenda.importing import COLUMNS, FILE_MAX_BYTES, make_events, read_rows
from agenda.occurrences import Occurrence
from cilegon_portal.accounts.models import User
from cilegon_portal.likely_days import LikelyDateField

EXPORT_DAYS_MAX = 366
_SALT = "agenda.import"
_PREVIEW_MAX_AGE_S = 24 * 3600


class UploadForm(forms.Form):
    """The file to read."""

    berkas = forms.FileField(label="Berkas CSV, XLSX, atau ICS")


class PeriodForm(forms.Form):
    """The days to export, and how."""

    dari = LikelyDateField(label="Dari", widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    sampai = LikelyDateField(label="Sampai", widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"))
    bentuk = forms.ChoiceField(label="Bentuk", choices=[("xlsx", "XLSX (Excel)"), ("csv", "CSV")])

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first, last = cleaned.get("dari"), cleaned.get("sampai")
        if first and last and not 0 <= (last - first).days < EXPORT_DAYS_MAX:
            self.add_error("sampai", "Pilih rentang dari satu hari sampai satu tahun.")
        return cleaned


@require_http_methods(["GET", "POST"])
@permission_required("agenda.add_event", raise_exception=True)
def import_events(request: HttpRequest) -> HttpResponse:
    """Ask for a file, show what is in it, and make drafts of what was chosen there."""
    if "_baris" in request.POST:
        return _make_chosen(request)
    form = UploadForm(request.POST or None, request.FILES or None)
    rows: list[ImportRow] = []
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["berkas"]
        try:
            rows = read_rows(upload.name, upload.read(FILE_MAX_BYTES + 1))
        except UnreadableFileError as error:
            form.add_error("berkas", str(error))
    context = admin.site.each_context(request) | {
        "title": "Impor agenda",
        "form": form,
        "rows": rows,
        "ready": sum(1 for row in rows if not row.problem and not row.is_known),
        "signed": _signed(rows) if rows else "",
        "columns": COLUMNS,
    }
    return TemplateResponse(request, "admin/agenda/import.html", context)


@require_safe
@permission_required("agenda.add_event", raise_exception=True)
def import_example(request: HttpRequest) -> HttpResponse:
    """Give a table to fill in, with one line that shows how."""
    line = (
        "Rapat Koordinasi", "", "24/11/2026", "", "09.00", "selesai",
        "Aula Kota", "", "undangan", "Contoh: hapus baris ini.",
    )  # fmt: skip
    text = "\r\n".join(";".join(cells) for cells in (COLUMNS, line))
    return _download(b"\xef\xbb\xbf" + text.encode(), "csv", "contoh-impor-agenda")


@require_safe
@permission_required("agenda.view_occurrence", raise_exception=True)
def export_events(request: HttpRequest) -> HttpResponse:
    """Give the dates of a period as a table; asks for the period first."""
    today = timezone.localdate()
    first = {"dari": today.replace(day=1), "sampai": today, "bentuk": "xlsx"}
    form = PeriodForm(request.GET or None, initial=first)
    if request.GET and form.is_valid():
        chosen = form.cleaned_data
        rows = Occurrence.objects.visible_to(request.user).between(chosen["dari"], chosen["sampai"])
        make = as_csv if chosen["bentuk"] == "csv" else as_xlsx
        found = rows.in_order().for_lists()
        name = f"agenda-{chosen['dari']}-{chosen['sampai']}"
        return _download(make(found, request.user), chosen["bentuk"], name)
    context = admin.site.each_context(request) | {"title": "Ekspor agenda", "form": form}
    return TemplateResponse(request, "admin/agenda/export.html", context)


def _make_chosen(request: HttpRequest) -> HttpResponse:
    back = HttpResponseRedirect(reverse("agenda_import"))
    try:
        data = signing.loads(request.POST["_baris"], salt=_SALT, max_age=_PREVIEW_MAX_AGE_S)
    except signing.BadSignature:
        messages.error(request, "Pratinjau ini sudah kedaluwarsa. Unggah berkasnya sekali lagi.")
        return back
    chosen = set(request.POST.getlist("pilih"))
    rows = [ImportRow.from_data(item) for item in data]
    made = make_events(
        (row for row in rows if str(row.number) in chosen), by=cast("User", request.user)
    )
    if not made:
        messages.warning(request, "Tidak ada yang dipilih; tidak ada yang dibuat.")
        return back
    messages.success(request, f"{len(made)} acara masuk sebagai draf. Periksa, lalu terbitkan.")
    return HttpResponseRedirect(f"{reverse('admin:agenda_event_changelist')}?keadaan=draf")


def _signed(rows: list[ImportRow]) -> str:
    return signing.dumps([row.as_data() for row in rows], salt=_SALT, compress=True)


def _download(content: bytes, form: str, name: str) -> HttpResponse:
    types = {
        "csv": "text/csv; charset=utf-8",
        "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return HttpResponse(content, content_type=types[form], headers=headers)
