"""The register of regions: official, so only other names can be added."""

from django.contrib import admin
from django.http import HttpRequest

from cilegon_portal.regions.models import Region


@admin.register(Region)
class RegionAdmin(admin.ModelAdmin):
    """Look regions up and keep the names that people use for them."""

    list_display = ("name", "level", "code", "postal_code", "aliases")
    list_filter = ("level",)
    search_fields = ("name", "aliases", "code")
    fields = ("name", "level", "code", "parent", "postal_code", "aliases")
    readonly_fields = ("name", "level", "code", "parent", "postal_code")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Region | None = None) -> bool:
        return False
