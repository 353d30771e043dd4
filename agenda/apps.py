"""Agenda."""

from django.apps import AppConfig


class AgendaConfig(AppConfig):
    """Register the agenda app."""

    name = "agenda"
    verbose_name = "Agenda"
