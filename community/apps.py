"""KIM."""

from django.apps import AppConfig


class CommunityConfig(AppConfig):
    """Register the community app."""

    name = "community"
    verbose_name = "KIM"
