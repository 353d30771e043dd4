"""The office itself: its profile, OPD, officials and the pages it writes."""

from django.apps import AppConfig


class OfficeConfig(AppConfig):
    """Register the office app."""

    name = "cilegon_portal.office"
    verbose_name = "Kantor"
    role_permissions = {
        "Editor": ["add_page", "change_page", "view_page", "review_page"],
        "Pengelola Situs": ["*"],
    }
