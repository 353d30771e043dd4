"""Who may see what, and how an item moves there."""

from django.apps import AppConfig


class PublishingConfig(AppConfig):
    """Register the publishing app."""

    name = "cilegon_portal.publishing"
    verbose_name = "Penerbitan"
    # add_slugredirect: may change an address that was public, which leaves a redirect.
    role_permissions = {
        "Pengelola Situs": ["add_slugredirect", "view_slugredirect", "view_statuschange"]
    }
