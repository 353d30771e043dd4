"""Addresses of sites before this one, which live on in links and bookmarks.

``/index.php/web/…`` is the old portal's; whatever else an import brought along stands in
:class:`~cilegon_portal.publishing.models.OldAddress` and is asked only where a 404 would be the answer.
"""

import re
from collections.abc import Callable
from typing import cast

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from cilegon_portal.publishing.models import Publishable
from cilegon_portal.publishing.slugs import remembered_item
from news.models import Article

# The old site took a title behind the number and did not look at it.
_ARTICLE = re.compile(r"web/berita/0*(?P<number>[0-9]{1,9})(?:/.*)?", re.ASCII)
_LISTS = {
    "": "home",
    "web": "home",
    "web/index": "home",
    "web/berita": "news:article_list",
}


@require_safe
def old_address(request: HttpRequest, rest: str | None = None) -> HttpResponse:
    """Lead an old address to its page here: 301, 410 for a withdrawn article, else Http404."""
    rest = (rest or "").rstrip("/")
    if match := _ARTICLE.fullmatch(rest):
        return _article(request, int(match["number"]))
    if rest not in _LISTS:
        raise Http404
    return HttpResponsePermanentRedirect(reverse(_LISTS[rest]))


def lead_on(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answer 301 (410 for what was withdrawn) instead of 404 for an address of an imported item: 1 query more."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.method not in {"GET", "HEAD"}:
            return get_response(request)
        if request.path == "/" and (number := request.GET.get("p") or request.GET.get("page_id")):
            return _imported(request, f"/?p={number}") or get_response(request)
        response = get_response(request)
        if response.status_code != 404:
            return response
        return _imported(request, request.path) or response

    return middleware


def _imported(request: HttpRequest, address: str) -> HttpResponse | None:
    item = cast("Publishable | None", remembered_item(address))
    if item is not None and item.is_public():
        return HttpResponsePermanentRedirect(item.get_absolute_url())  # type: ignore[attr-defined]
    if item is not None and item.was_public():
        return render(request, "410.html", status=410)
    return None


def _article(request: HttpRequest, legacy_id: int) -> HttpResponse:
    articles = Article.objects.filter(legacy_id=legacy_id)
    if (article := articles.published().first()) is not None:
        return HttpResponsePermanentRedirect(article.get_absolute_url())
    hidden = articles.first()
    if hidden is not None and hidden.was_public():
        return render(request, "410.html", status=410)
    raise Http404
