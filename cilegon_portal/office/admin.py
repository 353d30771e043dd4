"""Where the office keeps its profile, its OPD, its officials and its pages."""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from cilegon_portal.office.models import Agency, Official, Page, SiteProfile
from cilegon_portal.publishing.admin import (
    HTTPS_ADDRESSES,
    NATIVE_DATETIME,
    PublishableAdmin,
)


@admin.register(SiteProfile)
class SiteProfileAdmin(admin.ModelAdmin):
    """One form: there is one profile, so the list leads straight to it."""

    formfield_overrides = HTTPS_ADDRESSES | NATIVE_DATETIME
    fieldsets = (
        ("Identitas", {"fields": ("site_name", "description", "dateline_prefix", "kim_meaning")}),
        ("Kantor", {"fields": ("office_name", "office_full_name", "owner_name", "address")}),
        ("Kontak", {"fields": ("email", "phone", "hotline", "lapor_url")}),
        (
            "Media sosial",
            {"fields": ("facebook_url", "instagram_url", "x_url", "youtube_url", "tiktok_url")},
        ),
        ("Agenda", {"fields": ("shows_hijri",)}),
        (
            "Aspirasi dan KIM",
            {
                "fields": (
                    "aspiration_answer_days",
                    "registration_answer_days",
                    "retention_months",
                )
            },
        ),
        ("Pemberitahuan penting", {"fields": ("notice_text", "notice_url", "notice_ends_at")}),
    )

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: SiteProfile | None = None) -> bool:
        return False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return HttpResponseRedirect(reverse("admin:office_siteprofile_change", args=[1]))


@admin.register(Agency)
class AgencyAdmin(admin.ModelAdmin):
    """OPD and institutions that news and agenda name."""

    formfield_overrides = HTTPS_ADDRESSES
    list_display = ("name", "short_name", "url")
    search_fields = ("name", "short_name")
    prepopulated_fields = {"slug": ("name",)}


@admin.register(Official)
class OfficialAdmin(admin.ModelAdmin):
    """Offices in order of precedence, who holds them, and who serves them."""

    formfield_overrides = {models.ManyToManyField: {"widget": forms.CheckboxSelectMultiple}}

    list_display = ("title", "holder", "agency", "precedence", "is_active")
    list_filter = ("is_active",)
    list_select_related = ("agency",)
    search_fields = ("title", "holder")
    prepopulated_fields = {"slug": ("title",)}


@admin.register(Page)
class PageAdmin(PublishableAdmin):
    """Pages at ``/<slug>/``, published as articles are."""

    list_display = ("title", "slug", "state", "shows_in_footer", "position")
    search_fields = ("title", "summary")
    ordering = ("position", "title")
    fieldsets = (
        ("Isi", {"fields": ("title", "summary", "body")}),
        (
            "Terbit",
            {"fields": ("published_at", "unpublish_at", "shows_in_footer", "position", "slug")},
        ),
    )
