"""The staff's side: Django's admin under our name."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.apps import AppConfig
from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from cilegon_portal import desk
from cilegon_portal.accounts.sessions import note_activity


class PortalAdminSite(AdminSite):
    """The one admin of all apps."""

    site_header = "Admin Portal Cilegon"
    site_title = "Admin Portal Cilegon"
    index_title = "Tugas hari ini"

    def admin_view(  # type: ignore[override]  # the stubs' view type has no name at run time
        self,
        view: Callable[..., HttpResponse],
        cacheable: bool = False,  # noqa: FBT001, FBT002 -- Django's signature
    ) -> Callable[..., HttpResponse]:
        """Every page of the admin, and no public one, keeps its reader signed in for longer."""

        @wraps(view)
        def active(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            note_activity(request)
            return view(request, *args, **kwargs)

        return super().admin_view(active, cacheable)

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


class TagsConfig(AppConfig):
    """Call django-taggit by what it holds."""

    name = "taggit"
    verbose_name = "Tag"
    default_auto_field = "django.db.models.AutoField"  # as its migrations have it
