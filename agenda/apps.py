"""Agenda."""

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from django.apps import AppConfig

from cilegon_portal.desk import DeskBox, DeskButton

if TYPE_CHECKING:
    from cilegon_portal.accounts.models import User
    from cilegon_portal.open_data import Dataset
    from cilegon_portal.personal_data import Holding
    from cilegon_portal.tidings.letters import Tiding


class AgendaConfig(AppConfig):
    """Register the agenda app."""

    name = "agenda"
    verbose_name = "Agenda"
    navigation = [("Agenda", "agenda:event_list")]
    footer_links = [("Agenda resmi", "agenda:event_list")]
    desk_buttons = [
        DeskButton("Tambah agenda", "admin:agenda_event_add", "agenda.add_event"),
        DeskButton("Kalender agenda", "agenda_staff_today", "agenda.view_occurrence"),
        DeskButton("Impor agenda", "agenda_import", "agenda.add_event"),
        DeskButton("Ekspor agenda", "agenda_export", "agenda.view_occurrence"),
        DeskButton("Teks WhatsApp agenda", "agenda_text", "agenda.view_occurrence"),
        DeskButton(
            "Kalender pribadi", "admin:agenda_calendarlink_changelist", "agenda.view_calendarlink"
        ),
    ]
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
            "add_calendarlink",
            "change_calendarlink",
            "view_calendarlink",
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
        # Reads all of it, in the admin and on the pages, and changes nothing; of the private
        # calendars those of the officials they serve (office.Official.aides).
        "Ajudan": [
            "view_event",
            "view_occurrence",
            "view_internal_event",
            "view_calendarlink",
            "office.view_official",
        ],
        "Pengelola Situs": ["*"],
    }

    personal_models = ["CalendarLink"]  # copied only when asked for (cilegon_portal.site_copy)

    def ready(self) -> None:
        from agenda import search, uses

        uses.register()
        search.register()

    def datasets(self) -> "list[Dataset]":
        """Return the tables that anybody may use again."""
        from agenda import open_data

        return [open_data.occurrences()]

    def desk_boxes(self, user: "User") -> list[DeskBox]:
        """Return what comes, what waits and what was not covered."""
        from agenda import desk

        return desk.boxes(user)

    def tidings(self, at: datetime) -> "Iterable[Tiding]":
        """Return what aides are to be told of dates that changed and events that were withdrawn."""
        from agenda import tidings

        return tidings.for_aides(at)

    def personal_data(self, key: str) -> "Iterable[Holding]":
        """Return what is held of whom *key* names."""
        from agenda import personal_data

        return personal_data.personal_data(key)
