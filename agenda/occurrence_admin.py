"""The admin of single dates: what changes on one day of an event, or from one day on."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from agenda.attendance import Attendance
from agenda.changes import Change, Moved, change_dates
from agenda.events import Event
from agenda.forms import AttendanceFormSet, OccurrenceForm
from agenda.occurrences import Occurrence, OccurrenceStatus
from cilegon_portal.autocomplete import CompletesNames
from cilegon_portal.publishing.admin import PublishableAdmin
from cilegon_portal.publishing.filters import OfferedFilters
from cilegon_portal.publishing.parts import BoundedInline
from cilegon_portal.publishing.saving import SavesInTurn


class WhenFilter(admin.SimpleListFilter):
    """Coming or past; the list starts with what comes."""

    title = "kapan"
    parameter_name = "kapan"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("lewat", "Sudah lewat"), ("liput", "Lewat, belum diliput"), ("semua", "Semua")]

    def choices(self, changelist: Any) -> Any:
        """Call the first choice what it is: what comes."""
        found = list(super().choices(changelist))
        found[0]["display"] = "Yang akan datang"
        return found

    def queryset(self, request: HttpRequest, queryset: Any) -> Any:
        if self.value() == "semua":
            return queryset
        if self.value() == "lewat":
            return queryset.past().order_by("-starts_at", "-pk")
        if self.value() == "liput":
            return queryset.past().uncovered().order_by("-starts_at", "-pk")
        return queryset.upcoming()


class DateAttendanceInline(BoundedInline, admin.TabularInline):
    """Who attends this date otherwise than the others."""

    model = Attendance
    formset = AttendanceFormSet
    fields = ("official", "mode", "represented_by")
    verbose_name_plural = "kehadiran pada tanggal ini (bila berbeda dari acaranya)"

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("agenda.change_occurrence")

    has_change_permission = has_delete_permission = has_add_permission

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm("agenda.view_occurrence")


class OccurrenceAdmin(CompletesNames, OfferedFilters, SavesInTurn):
    """Dates: move, postpone, cancel, note; rows are made and removed by the pattern of the event."""

    form = OccurrenceForm
    formfield_overrides = PublishableAdmin.formfield_overrides
    change_form_template = "admin/agenda/occurrence/change_form.html"
    readonly_fields = ("when", "place_text", "state")
    list_display = ("when", "event_title", "place_text", "state", "event_state", "covered")
    list_display_links = ("when", "event_title")
    list_filter: ClassVar[Any] = (WhenFilter, "event__event_type", "status", "coverage")
    search_fields = ("event__title",)
    ordering = ("starts_at", "pk")
    show_full_result_count = False
    list_per_page = 50
    autocomplete_fields = ("articles",)
    inlines = (DateAttendanceInline,)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_queryset(self, request: HttpRequest) -> Any:
        rows: Any = super().get_queryset(request)
        return (
            rows.visible_to(request.user)
            .select_related("event__event_type", "event__venue", "venue")
            .prefetch_related("articles")
        )

    @admin.display(description="waktu", ordering="starts_at")
    def when(self, occurrence: Occurrence) -> str:
        return occurrence.slot.in_words()

    @admin.display(description="acara")
    def event_title(self, occurrence: Occurrence) -> str:
        return occurrence.event.title

    @admin.display(description="tempat")
    def place_text(self, occurrence: Occurrence) -> str:
        return occurrence.place_text()

    @admin.display(description="keadaan")
    def state(self, occurrence: Occurrence) -> str:
        return occurrence.moved_label() or occurrence.state_label()

    @admin.display(description="terbit")
    def event_state(self, occurrence: Occurrence) -> str:
        return occurrence.event.state_label()

    @admin.display(description="liputan")
    def covered(self, occurrence: Occurrence) -> str:
        return occurrence.coverage_label()

    def get_fieldsets(self, request: HttpRequest, obj: Occurrence | None = None) -> Any:
        """Return the form's groups, or what a reader who may not change the date reads of it."""
        if not self.has_change_permission(request, obj):
            details = ("note",) if obj is None or obj.event.details_shown_to(request.user) else ()
            return [(None, {"fields": ("when", "place_text", "state", "reason", *details)})]
        is_series = obj is not None and obj.event.is_series()
        place = [("Tempat tanggal ini", {"fields": ("venue", "place")})] if is_series else []
        scope = ["scope"] if is_series else []
        return [
            ("Keadaan", {"fields": ("status", "reason")}),
            (
                "Waktu",
                {
                    "fields": (
                        ("day", "last_on"),
                        ("start_time", "end_time", "until_done"),
                        ("time_label", "is_all_day"),
                        "is_correction",
                        *scope,
                    )
                },
            ),
            *place,
            ("Catatan", {"fields": ("note", "actual_starts_at")}),
            ("Liputan", {"classes": ("collapse",), "fields": ("coverage", "articles")}),
            (None, {"fields": ("stamp",), "classes": ("hidden-fields",)}),
        ]

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {}

    def get_form(
        self,
        request: HttpRequest,
        obj: Any = None,
        change: bool = False,  # noqa: FBT001, FBT002 -- Django's signature
        **kwargs: Any,
    ) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.user = request.user
        wanted = request.GET.get("status")
        if request.method == "GET" and wanted in OccurrenceStatus.values:
            form.wanted_status = wanted
        return form

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        row = context.get("original")
        if row is not None and request.user.has_perm("news.add_article"):
            context |= {"coverable": row, "covering": row.articles.exists()}
        return super().render_change_form(request, context, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        """Change the saved row, not the one the form filled in: what was before must be kept."""
        saved = Occurrence.objects.select_related("event__venue", "venue").get(pk=obj.pk)
        data = form.cleaned_data
        venue, place = form.chosen_place
        saved.actual_starts_at, saved.coverage = data["actual_starts_at"], data["coverage"]
        wanted = Change(
            Moved(form.slot, venue, place),
            status=data["status"],
            reason=data["reason"],
            note=data["note"],
            is_correction=data["is_correction"],
        )
        rows = change_dates(saved, wanted, form.chosen_scope)
        if len(rows) > 1:
            self.message_user(request, f"{len(rows)} tanggal diubah.", messages.SUCCESS)
        obj.refresh_from_db()

    def save_formset(self, request: HttpRequest, form: Any, formset: Any, change: Any) -> None:
        for item in formset.save(commit=False):
            item.event = form.instance.event
            item.save()
        for item in formset.deleted_objects:
            item.delete()

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        self.message_user(request, f"“{obj}” tersimpan.", messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:agenda_event_change", args=[obj.event_id]))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Tell whether the date may be changed: by whoever may change its event."""
        if not super().has_change_permission(request, obj):
            return False
        event_admin: Any = self.admin_site.get_model_admin(Event)
        return obj is None or event_admin.has_change_permission(request, obj.event)
