"""Where officers report what their group did, and Petugas KIM publish it.

Officers see their own groups' activities alone: the list, every form and every move start from there.
"""

from typing import Any, ClassVar, cast

from django import forms
from django.contrib import admin
from django.http import HttpRequest
from django.utils import timezone

from cilegon_portal.library.widgets import PicksPictures
from cilegon_portal.publishing.access import signed_in
from cilegon_portal.publishing.admin import NATIVE_DATE, NATIVE_DATETIME, PublishableAdmin
from cilegon_portal.publishing.choices import offer_visible
from cilegon_portal.publishing.filters import StateFilter
from cilegon_portal.publishing.forms import PublishableForm
from cilegon_portal.publishing.parts import PartInline
from community.activities import TASKS, Activity, ActivityPhoto
from community.group_filters import DistrictFilter
from community.groups import Group
from community.officer_forms import NATIVE_TIME, offer_groups

PHOTOS_MAX = 12
REVIEW = "community.review_activity"


class ActivityForm(PublishableForm):
    """The report: what stands on the first screen is all that it takes."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "group" in self.fields:
            group = cast("forms.ModelChoiceField[Group]", self.fields["group"])
            offer_groups(group, self.user, reviewer=self.user.has_perm(REVIEW))
        if "partners" in self.fields:
            partners = cast("forms.ModelMultipleChoiceField[Group]", self.fields["partners"])
            activity = cast("Activity", self.instance)
            chosen = activity.partners.all() if activity.pk else Group.objects.none()
            offer_visible(partners, chosen, self.user)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if (group := cleaned.get("group")) and (partners := cleaned.get("partners")):
            cleaned["partners"] = partners.exclude(pk=group.pk)
        return cleaned


class PhotoInline(PicksPictures, PartInline, admin.StackedInline):
    """Photos beside the main one."""

    model = ActivityPhoto
    fields = ("picture",)
    raw_id_fields = ("picture",)
    max_num = PHOTOS_MAX


class ActivityAdmin(PicksPictures, PublishableAdmin):
    """One short form; the rest is folded."""

    form = ActivityForm
    formfield_overrides = NATIVE_DATETIME | NATIVE_DATE | NATIVE_TIME
    list_display = ("title", "group", "held_on", "state")
    list_select_related = ("group",)
    list_filter: ClassVar[Any] = (StateFilter, DistrictFilter, "held_on")
    search_fields = ("title", "place", "group__name")
    raw_id_fields = ("picture",)
    autocomplete_fields = ("partners",)
    inlines = (PhotoInline,)
    fieldsets: ClassVar[Any] = (
        (
            "Kegiatan",
            {"fields": ("title", ("held_on", "start_time"), "place", "description", "group")},
        ),
        ("Tugas KIM (ADINDA)", {"fields": (tuple(TASKS),)}),
        ("Foto", {"fields": ("picture",)}),
        (
            "Peserta, mitra, dan wilayah",
            {"classes": ("collapse",), "fields": ("participant_count", "region", "partners")},
        ),
    )
    review_fieldset = (
        "Waktu terbit",
        {"classes": ("collapse",), "fields": ("published_at", "unpublish_at")},
    )

    def get_queryset(self, request: HttpRequest) -> Any:
        rows, user = super().get_queryset(request), signed_in(request)
        return rows if user.has_perm(REVIEW) else rows.owned_by(user)

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        if not request.user.has_perm(REVIEW):
            return self.fieldsets
        return (*self.fieldsets, self.review_fieldset)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        return {"held_on": timezone.localdate(), **super().get_changeform_initial_data(request)}
