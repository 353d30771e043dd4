"""Take the registry out of its list: what the filters leave, as XLSX or CSV."""

from typing import TYPE_CHECKING, Any, Final

from django import forms
from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone

from cilegon_portal.publishing.access import signed_in
from cilegon_portal.tables import csv_bytes, xlsx_bytes
from community.access_log import Subject, log_accesses
from community.group_export import names_persons, table
from community.groups import GroupQuerySet

if TYPE_CHECKING:
    _ModelAdmin = admin.ModelAdmin[Any]
else:  # subscripting it is for the type checker only
    _ModelAdmin = admin.ModelAdmin

_TYPES: Final = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


class ExportForm(forms.Form):
    """How, and whether with names that the public does not read."""

    bentuk = forms.ChoiceField(label="Bentuk", choices=[("xlsx", "XLSX (Excel)"), ("csv", "CSV")])
    nama = forms.BooleanField(
        label="Sertakan nama semua pengurus",
        required=False,
        help_text="Untuk pengisian kim.id. Tanpa centang hanya nama yang orangnya setuju tampil. "
        "Dengan centang, ekspor ini dicatat atas nama Anda.",
    )


class ExportsList(_ModelAdmin):
    """An admin of groups whose list goes out as a table."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(self.export_view)
        return [path("ekspor/", view, name="community_group_export"), *super().get_urls()]

    def export_view(self, request: HttpRequest) -> HttpResponse:
        """Ask how, then give the groups that the address narrows the list to."""
        may_read = request.user.has_perm("community.view_board")
        if not (may_read and self.has_view_permission(request)):
            raise PermissionDenied
        try:
            groups: GroupQuerySet = self.get_changelist_instance(request).queryset
        except IncorrectLookupParameters:
            return HttpResponseRedirect(reverse("admin:community_group_changelist"))
        form = ExportForm(request.POST or None)
        if form.is_valid():
            return _download(request, groups, form.cleaned_data)
        context = self.admin_site.each_context(request) | {
            "title": "Ekspor KIM",
            "form": form,
            "count": groups.count(),
            "filters": request.GET.urlencode(),
        }
        return TemplateResponse(request, "admin/community/group/export.html", context)


def _download(request: HttpRequest, groups: GroupQuerySet, chosen: dict[str, Any]) -> HttpResponse:
    rows, today, form = list(groups.for_export()), timezone.localdate(), chosen["bentuk"]
    if chosen["nama"]:
        named = [group for group in rows if names_persons(group, today)]
        log_accesses(named, Subject.EXPORT, by=signed_in(request))
    lines = table(rows, today, all_names=chosen["nama"])
    content = csv_bytes(lines) if form == "csv" else xlsx_bytes("KIM", lines)
    return HttpResponse(
        content,
        content_type=_TYPES[form],
        headers={
            "Content-Disposition": f'attachment; filename="kim-{today}.{form}"',
            "Cache-Control": "private, no-store",
        },
    )
