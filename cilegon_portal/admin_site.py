"""The staff's side: Django's admin under our name."""

import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.apps import AppConfig
from django.contrib.admin import AdminSite
from django.contrib.admin.apps import AdminConfig
from django.contrib.admin.views.main import SEARCH_VAR
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse

from cilegon_portal import desk
from cilegon_portal.accounts.sessions import note_activity

# Keys and counts have 19 digits at most, and none of ours as many.
_TOO_LARGE = re.compile(r"\d{19}")
# Days at the ends of the calendar have no hour in another zone.
_TOO_FAR = re.compile(r"[03-9]\d{3}-")


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
        """Every page of the admin, and no public one, keeps its reader signed in for longer.

        Answers 400 to an address with a number or a day that nothing can be compared with.
        """

        @wraps(view)
        def active(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            note_activity(request)
            if _is_beyond_reckoning(request):
                raise BadRequest
            return view(request, *args, **kwargs)

        return super().admin_view(active, cacheable)

    def index(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> TemplateResponse:
        """Show first what waits for whoever signed in."""
        user: Any = request.user
        waiting = {"desk_boxes": desk.boxes_for(user), "desk_buttons": desk.buttons_for(user)}
        return super().index(request, {**waiting, **(extra_context or {})})


def _is_beyond_reckoning(request: HttpRequest) -> bool:
    """Tell whether a column is asked for what no column can hold; words to look for may be anything."""
    match = request.resolver_match
    is_list = match is not None and str(match.url_name).endswith("_changelist")
    return any(
        _TOO_LARGE.search(value) or "\0" in value or (is_list and _TOO_FAR.match(value))
        for name, values in request.GET.lists()
        for value in values
        if name != SEARCH_VAR
    )


class PortalAdminConfig(AdminConfig):
    """Make :class:`PortalAdminSite` the default site."""

    default_site = "cilegon_portal.admin_site.PortalAdminSite"


class TagsConfig(AppConfig):
    """Call django-taggit by what it holds."""

    name = "taggit"
    verbose_name = "Tag"
    default_auto_field = "django.db.models.AutoField"  # as its migrations have it
