"""Addresses of the old site (``/index.php/web/…``), which live on in links and bookmarks."""

import re

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

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


def _article(request: HttpRequest, legacy_id: int) -> HttpResponse:
    articles = Article.objects.filter(legacy_id=legacy_id)
    if (article := articles.published().first()) is not None:
        return HttpResponsePermanentRedirect(article.get_absolute_url())
    hidden = articles.first()
    if hidden is not None and hidden.was_public():
        return render(request, "410.html", status=410)
    raise Http404
