"""The staff's side: Django's admin under our name."""

from typing import Any

from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.http import HttpRequest
from django.template.response import TemplateResponse

from cilegon_portal import desk


class PortalAdminSite(AdminSite):
    """The one admin of all apps."""

    site_header = "Admin Portal Cilegon"
    site_title = "Admin Portal Cilegon"
    index_title = "Tugas hari ini"

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """Show first what waits for whoever signed in."""
        user: Any = request.user
        waiting = {"desk_boxes": desk.boxes_for(user), "desk_buttons": desk.buttons_for(user)}
        return super().index(request, {**waiting, **(extra_context or {})})


class PortalAdminConfig(AdminConfig):
    """Make :class:`PortalAdminSite` the default site."""

    default_site = "cilegon_portal.admin_site.PortalAdminSite"
