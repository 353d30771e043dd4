"""What people are told by mail; which news there is, each app says."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.apps import AppConfig

if TYPE_CHECKING:
    from cilegon_portal.personal_data import Holding


class TidingsConfig(AppConfig):
    """Register the tidings app."""

    name = "cilegon_portal.tidings"
    verbose_name = "Kabar"
    personal_models = ["Told"]  # copied only when asked for (cilegon_portal.site_copy)

    def personal_data(self, key: str) -> "Iterable[Holding]":
        """Return what is held of whom *key* names."""
        from cilegon_portal.tidings import personal_data

        return personal_data.personal_data(key)
