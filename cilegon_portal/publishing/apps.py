"""Who may see what, and how an item moves there."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """Register the publishing app."""

    name = "cilegon_portal.publishing"
    verbose_name = "Penerbitan"
