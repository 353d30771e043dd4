"""What all lists of articles share: a page of cards with its heading, path and preview."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from cilegon_portal.pagination import MAX_PAGES, NotCanonical, paginate
from cilegon_portal.seo import FeedLink, Seo, breadcrumb_data
from news.models import ArticleQuerySet

ALL_NEWS = ("Berita", "/berita/")


def list_response(
    request: HttpRequest,
    articles: ArticleQuerySet,
    *,
    title: str,
    lead: str,
    trail: tuple[tuple[str, str], ...],
    feed: str = "",
    max_pages: int = MAX_PAGES,
    **context: Any,
) -> HttpResponse:
    """Show the page of *articles* that was asked for, newest first: 1 query for the page, none for its category or picture.

    *trail* leads from below the home page down to this list; *feed* is the path of its RSS.
    """
    try:
        page = paginate(articles.for_cards(), request, max_pages=max_pages)
    except NotCanonical as known:
        return known.response
    if page.number > 1:
        title = f"{title}, halaman {page.number}"
    seo = Seo(
        title=title,
        path=page.canonical,
        description=lead,
        feeds=(FeedLink(title=title, url=feed),) if feed else (),
        previous_path=page.previous_address,
        next_path=page.next_address,
        data=(breadcrumb_data(*trail),),
    )
    context |= {"page": page, "heading": trail[-1][0], "title": title, "lead": lead}
    return render(
        request, "news/article_list.html", context | {"trail": trail, "feed": feed, "seo": seo}
    )
