"""What people are told by mail; which news there is, each app says."""

from django.apps import AppConfig


class TidingsConfig(AppConfig):
    """Register the tidings app."""

    name = "cilegon_portal.tidings"
    verbose_name = "Kabar"
