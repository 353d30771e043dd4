"""The kernel, for Django."""

from django.apps import AppConfig


class KernelConfig(AppConfig):
    """Make known what all apps rely on."""

    name = "cilegon_portal"

    def ready(self) -> None:
        from cilegon_portal import lookups  # noqa: F401 -- registers
