"""What all pages of the agenda share: their path, their preview, and who may keep an answer."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.utils.cache import add_never_cache_headers

from cilegon_portal.publishing.access import viewer
from cilegon_portal.seo import FeedLink, Seo, breadcrumb_data

AGENDA = ("Agenda", reverse_lazy("agenda:event_list"))


def agenda_response(
    request: HttpRequest,
    template: str,
    context: dict[str, Any],
    *,
    title: str,
    trail: tuple[tuple[str, Any], ...],
    description: str = "",
    is_indexed: bool = True,
    status: int = 200,
) -> HttpResponse:
    """Return a list of the agenda; no cache keeps what only staff and aides may read.

    *trail* leads from below the home page down to this page, whose path it repeats.
    """
    seo = Seo(
        title=title,
        path=request.path,
        description=description,
        feeds=(FeedLink(title="Acara baru", url=reverse("agenda:rss")),),
        robots="max-image-preview:large" if is_indexed else "noindex",
        data=(breadcrumb_data(*((label, str(path)) for label, path in trail)),),
    )
    context |= {"title": title, "trail": trail, "seo": seo}
    response = render(request, template, context, status=status)
    if viewer(request).has_perm("agenda.view_internal_event"):
        add_never_cache_headers(response)
    return response
