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

    def ready(self) -> None:
        from django.db.models.signals import post_save

        from cilegon_portal.regions.models import Region
        from cilegon_portal.search.cached import forget_synonyms

        post_save.connect(forget_synonyms, sender=Region, dispatch_uid="search.synonyms")
