"""Where staff keep the agenda; the dates of an event are in :mod:`agenda.occurrence_admin`."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import models
from django.db.models import Count, Min, Q, QuerySet
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path
from django.utils import timezone
from django.views.decorators.http import require_POST

from agenda.attendance import Attendance
from agenda.calendar_admin import CalendarLinkAdmin
from agenda.catalogue import EventType, Venue
from agenda.changes import event_place_changed
from agenda.clashes import Clash, find_clashes
from agenda.documents import EventDocument
from agenda.events import Event
from agenda.forms import AttendanceFormSet, EventForm
from agenda.occurrence_admin import OccurrenceAdmin
from agenda.occurrences import Occurrence
from agenda.private_links import CalendarLink
from agenda.series import pattern_dates, sync_occurrences
from cilegon_portal.library.widgets import PicksDocuments
from cilegon_portal.office.models import Official
from cilegon_portal.publishing.admin import (
    HTTPS_ADDRESSES,
    NATIVE_DATE,
    NATIVE_DATETIME,
    PublishableAdmin,
)
from cilegon_portal.publishing.bulk import chosen_numbers
from cilegon_portal.publishing.filters import OwnerFilter, StateFilter
from cilegon_portal.publishing.parts import PartInline
from cilegon_portal.templatetags.tanggal import tanggal, tanggal_waktu

CLASHES_SHOWN = 5
DATES_SHOWN = 60
ATTENDANCES_MAX = 100  # rows of the form that are looked at
# What only readers of an open event see (docs/agenda.md#audience), beside name, time and place.
DETAILS = {
    "summary", "description", "livestream_url", "contact", "dress_code", "organiser",
    "organiser_name",
}  # fmt: skip
_NATIVE_TIME: dict[Any, dict[str, Any]] = {
    models.TimeField: {"widget": forms.TimeInput({"type": "time"}, "%H:%M")},
}


class _PartInline(PartInline, admin.TabularInline):
    """A part of an event; of an inner circle's, writers who only read learn nothing."""

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        may_know = request.user.has_perm("agenda.view_internal_event")
        return may_know or self.has_change_permission(request, obj)


class AttendanceInline(_PartInline):
    """Who attends all dates of the event; a date of its own may differ."""

    model = Attendance
    formset = AttendanceFormSet
    fields = ("official", "mode", "represented_by")
    extra = 1

    def get_queryset(self, request: HttpRequest) -> QuerySet[Attendance]:
        rows: QuerySet[Attendance] = super().get_queryset(request)
        return rows.filter(occurrence__isnull=True)

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name == "official":
            kwargs["queryset"] = Official.objects.filter(is_active=True)
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class DocumentInline(PicksDocuments, _PartInline):
    """Undangan, risalah and material; internal unless marked public."""

    model = EventDocument
    raw_id_fields = ("document",)


@admin.register(Event)
class EventAdmin(PublishableAdmin):
    """One form for an event and its dates."""

    form = EventForm
    change_form_template = "admin/agenda/event/change_form.html"
    formfield_overrides = NATIVE_DATETIME | NATIVE_DATE | _NATIVE_TIME | HTTPS_ADDRESSES
    list_display = ("title", "next_date", "event_type", "state", "audience", "created_by")
    list_select_related = ("event_type", "created_by")
    list_filter = (StateFilter, "event_type", "audience", OwnerFilter)
    search_fields = ("title", "summary", "place", "venue__name")
    inlines = (AttendanceInline, DocumentInline)
    fieldsets = (
        ("Acara", {"fields": ("title", "event_type", "audience")}),
        (
            "Waktu",
            {
                "fields": (
                    ("first_on", "last_on"),
                    ("start_time", "end_time", "until_done"),
                    ("time_label", "is_all_day"),
                    "is_correction",
                )
            },
        ),
        ("Tempat dan penyelenggara", {"fields": ("venue", "place", "organiser", "organiser_name")}),
        (
            "Berulang",
            {
                "classes": ("collapse",),
                "fields": (
                    "repeats",
                    ("interval", "nth"),
                    "weekdays",
                    ("repeats_until", "skips_holidays"),
                ),
            },
        ),
        (
            "Keterangan untuk umum",
            {
                "classes": ("collapse",),
                "fields": ("summary", "description", "livestream_url", "contact", "dress_code"),
            },
        ),
        (
            "Hanya untuk petugas",
            {"classes": ("collapse",), "fields": ("letter_number", "internal_note")},
        ),
        (
            "Embargo dan alamat",
            {"classes": ("collapse",), "fields": ("published_at", "unpublish_at", "slug")},
        ),
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        to_come = Q(occurrences__closes_at__gt=timezone.now())
        return (
            super()
            .get_queryset(request)
            .annotate(
                next_at=Min("occurrences__starts_at", filter=to_come), dates=Count("occurrences")
            )
        )

    @admin.display(description="berikutnya", ordering="next_at")
    def next_date(self, event: Any) -> str:
        if event.next_at is None:
            return f"{tanggal(event.first_on)} (lewat)" if event.dates else tanggal(event.first_on)
        more = f" · {event.dates} tanggal" if event.dates > 1 else ""
        return f"{tanggal_waktu(event.next_at)}{more}"

    def get_fieldsets(self, request: HttpRequest, obj: Event | None = None) -> Any:
        """Leave out what this reader is not asked, or may not see."""
        hidden: set[str] = set()
        if obj is None or not obj.was_public():
            hidden |= {"is_correction"}
        if not self.has_change_permission(request, obj):
            hidden |= {"is_correction", *EventForm.base_fields} - {
                field.name for field in Event._meta.get_fields()
            }
            if not request.user.has_perm("agenda.view_internal_event"):
                hidden |= {"letter_number", "internal_note"}
            if obj is not None and not obj.details_shown_to(request.user):
                hidden |= DETAILS
        return [
            (name, options | {"fields": _without(options["fields"], hidden)})
            for name, options in super().get_fieldsets(request, obj)
        ]

    def get_search_fields(self, request: HttpRequest) -> tuple[str, ...]:
        """Do not find an undangan by a sentence that the reader may not see."""
        hidden = () if request.user.has_perm("agenda.view_internal_event") else DETAILS
        return tuple(name for name in self.search_fields if name not in hidden)

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Show the history to those who may know all of it: it names internal documents."""
        if not request.user.has_perm("agenda.view_internal_event"):
            raise PermissionDenied
        return super().history_view(request, object_id, extra_context)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        old_place = Event.objects.get(pk=obj.pk).place_text() if change else ""
        super().save_model(request, obj, form, change)
        sync_occurrences(obj, is_correction=form.cleaned_data.get("is_correction", False))
        if old_place and obj.was_public() and old_place != obj.place_text():
            event_place_changed(obj, old_place)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        super().save_related(request, form, formsets, change)
        for clash in _clashes_of(form.instance)[:CLASHES_SHOWN]:
            self.message_user(request, f"Bentrok: {clash.in_words()}", messages.WARNING)

    def render_change_form(
        self, request: HttpRequest, context: dict[str, Any], *args: Any, **kwargs: Any
    ) -> HttpResponse:
        event = context.get("original")
        context["presets"] = {kind.pk: _preset(kind) for kind in EventType.objects.all()}
        if event is not None:
            dates = list(_dates_of(event))
            context["dates"] = dates
            context["may_copy"] = self.has_add_permission(request)
            if dates and not event.is_series() and request.user.has_perm("news.add_article"):
                context["coverable"] = dates[0]
                context["covering"] = dates[0].articles.exists()
        return super().render_change_form(request, context, *args, **kwargs)

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_POST(self.advice_view))
        return [path("saran/", view, name="agenda_event_advice"), *super().get_urls()]

    def advice_view(self, request: HttpRequest) -> HttpResponse:
        """Answer a half-filled form with its dates and clashes in words; nothing is saved.

        Clashes name drafts and closed events: only those who fill in the form may ask.
        """
        if not (self.has_add_permission(request) or self.has_change_permission(request)):
            raise PermissionDenied
        form_class = self.get_form(request, None, change=False)
        form = form_class(request.POST)
        form.is_valid()
        event = form.instance
        event.pk = next(iter(chosen_numbers([request.POST.get("_acara", "")])), None)
        if "first_on" not in form.cleaned_data or set(form.errors) & _TIME_FIELDS:
            return JsonResponse({"dates": "", "clashes": []})
        days = pattern_dates(event)
        officials = Official.objects.filter(pk__in=_chosen_officials(request))
        clashes = find_clashes(
            [event.slot_on(day) for day in days[:DATES_SHOWN]],
            officials=list(officials),
            venue=form.cleaned_data.get("venue"),
            place=form.cleaned_data.get("place", ""),
            except_event=event.pk,
        )
        return JsonResponse(
            {
                "dates": _summary(event, len(days)),
                "clashes": [clash.in_words() for clash in clashes[:CLASHES_SHOWN]],
            }
        )


@admin.register(EventType)
class EventTypeAdmin(admin.ModelAdmin):
    """Kinds of events and what they fill in."""

    list_display = ("name", "colour", "default_audience", "default_organiser", "position")
    prepopulated_fields = {"slug": ("name",)}


@admin.register(Venue)
class VenueAdmin(admin.ModelAdmin):
    """Places that are used again."""

    formfield_overrides = HTTPS_ADDRESSES
    list_display = ("name", "address", "region")
    list_select_related = ("region",)
    search_fields = ("name", "address")


admin.site.register(Occurrence, OccurrenceAdmin)
admin.site.register(CalendarLink, CalendarLinkAdmin)

_TIME_FIELDS = {"__all__", "first_on", "last_on", "start_time", "end_time", "repeats_until"}


def _without(fields: Any, hidden: set[str]) -> list[Any]:
    """Return the rows of a fieldset without *hidden* fields, and without rows that are empty then."""
    rows = [
        row if isinstance(row, str) else tuple(name for name in row if name not in hidden)
        for row in fields
    ]
    return [row for row in rows if row and row not in hidden]


def _preset(kind: EventType) -> dict[str, Any]:
    return {
        "audience": kind.default_audience,
        "minutes": kind.default_minutes,
        "organiser": kind.default_organiser_id,
        "venue": kind.default_venue_id,
        "dress_code": kind.default_dress_code,
    }


def _dates_of(event: Event) -> QuerySet[Occurrence]:
    rows = event.occurrences.select_related("event", "venue").in_order()
    return rows.upcoming()[:DATES_SHOWN] if event.is_series() else rows[:1]


def _clashes_of(event: Event) -> list[Clash]:
    rows = event.occurrences.upcoming().filter(differs=False)[:DATES_SHOWN]
    attendances = event.attendances.filter(occurrence__isnull=True).select_related("official")
    return find_clashes(
        [row.slot for row in rows if not row.is_off()],
        officials=[item.official for item in attendances if item.is_in_person()],
        venue=event.venue,
        place=event.place,
        except_event=event.pk,
    )


def _chosen_officials(request: HttpRequest) -> frozenset[int]:
    """Return the officials in the rows of the form that come in person."""
    data, chosen = request.POST, []
    for number in range(ATTENDANCES_MAX):
        row = f"attendances-{number}"
        in_person = data.get(f"{row}-mode") in Attendance.IN_PERSON
        if in_person and not data.get(f"{row}-DELETE"):
            chosen.append(data.get(f"{row}-official", ""))
    return chosen_numbers(chosen)


def _summary(event: Event, count: int) -> str:
    first = event.slot_on(event.first_on)
    if not event.is_series():
        return first.in_words()
    return f"{count} tanggal, {first.hours()}, sampai {tanggal(event.repeats_until)}"
