"""Search: what is published is found."""

from django.apps import AppConfig


class SearchConfig(AppConfig):
    """Register the search app."""

    name = "cilegon_portal.search"
    label = "search"
    verbose_name = "Pencarian"
    role_permissions = {
        "Editor": ["view_synonyms", "add_synonyms", "change_synonyms"],
        "Pengelola Situs": ["view_synonyms", "add_synonyms", "change_synonyms", "delete_synonyms"],
    }
