"""The staff's side: Django's admin under our name."""

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig


class PortalAdminSite(AdminSite):
    """The one admin of all apps."""

    site_header = "Admin Portal Cilegon"
    site_title = "Admin Portal Cilegon"
    index_title = "Tugas hari ini"


class PortalAdminConfig(AdminConfig):
    """Make :class:`PortalAdminSite` the default site."""

    default_site = "cilegon_portal.admin_site.PortalAdminSite"
