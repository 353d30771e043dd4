"""Kecamatan and kelurahan with official codes."""

from django.apps import AppConfig


class RegionsConfig(AppConfig):
    """Register the regions app."""

    name = "cilegon_portal.regions"
    verbose_name = "Wilayah"
    role_permissions = {
        role: ["view_region"] for role in ("Penulis", "Editor", "Petugas Agenda", "Petugas KIM")
    } | {"Pengelola Situs": ["view_region", "change_region"]}
