"""Agenda."""

from django.apps import AppConfig


class AgendaConfig(AppConfig):
    """Register the agenda app."""

    name = "agenda"
    verbose_name = "Agenda"
    navigation = [("Agenda", "agenda:event_list")]
    footer_links = [("Agenda resmi", "agenda:event_list")]
    role_permissions = {
        "Penulis": ["view_event", "view_occurrence"],
        "Editor": ["view_event", "view_occurrence"],
        "Petugas Agenda": [
            "add_event",
            "change_event",
            "view_event",
            "review_event",
            "view_internal_event",
            "change_occurrence",
            "view_occurrence",
            "add_venue",
            "change_venue",
            "view_venue",
            "add_eventtype",
            "change_eventtype",
            "view_eventtype",
            "office.view_official",
            "office.view_agency",
            # "Buat berita" makes a draft like any writer's.
            "news.add_article",
            "news.change_article",
            "news.view_article",
            "news.view_category",
        ],
        "Pengelola Situs": ["*"],
    }

    def ready(self) -> None:
        from agenda import uses

        uses.register()
