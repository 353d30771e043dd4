"""Pages that stand on several apps: home, editable pages, search, health."""

from collections import Counter
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import add_never_cache_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cilegon_portal.health import problems
from cilegon_portal.office.models import Page, SiteProfile
from cilegon_portal.pagination import NotCanonical, paginate
from cilegon_portal.publishing.lookup import find_or_redirect
from cilegon_portal.search.asked import Asked, read_asked, regions_by_district
from cilegon_portal.search.days import named_day
from cilegon_portal.search.finding import Findings, find, show
from cilegon_portal.search.query import Query, parse_query
from cilegon_portal.search.suggesting import suggestion
from cilegon_portal.seo import FeedLink, Seo, breadcrumb_data, website_data
from news.front import front_page
from news.models import Category

SEARCH_MAX_PAGES = 20  # whoever did not find it in 200 needs another word


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the headline, the newest, the popular and the topics: 5 queries."""
    front = front_page()
    seo = Seo(
        title=SiteProfile.load().site_name,
        path="/",
        feeds=(FeedLink(title="Berita", url=reverse("news:rss")),),
        data=(website_data(),),
    )
    context = {"front": front, "topics": Category.objects.with_public_articles(), "seo": seo}
    return render(request, "home.html", context)


@require_safe
def page_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a page that the office wrote, 1 query; its author and reviewers may preview it."""
    page = find_or_redirect(Page.objects.all(), slug, request)
    if isinstance(page, HttpResponse):
        return page
    is_preview = not page.is_public()
    seo = Seo(
        title=page.title,
        path=page.get_absolute_url(),
        description=page.summary,
        robots="noindex" if is_preview else "",
        data=(breadcrumb_data((page.title, page.get_absolute_url())),),
    )
    context = {"page": page, "trail": ((page.title, ""),), "is_preview": is_preview, "seo": seo}
    response = render(request, "page_detail.html", context)
    if is_preview:
        add_never_cache_headers(response)  # a proxy must not hand a preview to the public
    return response


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """Show what public articles, events and KIM answer ``?q=``, some 12 queries and one a word; 400 with a reason for a refused one."""
    at, query = timezone.now(), parse_query(request.GET.get("q", ""))
    context = _offered(query)
    asked = read_asked(query, request.GET, context["topics"], context["districts"])
    # The query is in no title, heading or address that an index could keep.
    seo = Seo(title="Pencarian", path=reverse("search"), robots="noindex")
    context |= {"asked": asked, "trail": (("Pencarian", ""),), "seo": seo}
    if query.words:
        found = find(query, asked.scope(at), newest_first=asked.newest_first)
        try:
            page = paginate(
                found.hits, request, max_pages=SEARCH_MAX_PAGES, parameters=asked.parameters
            )
        except NotCanonical as error:
            return error.response
        context |= {"found": found, "page": page, "results": list(show(found, page.items, at))}
        context["kinds"] = asked.kinds(_counts(asked, found))
        context["suggestion"] = suggestion(query, asked.scope(at))
        context["day"] = named_day(query.text, timezone.localdate(at))
    response = render(request, "search.html", context, status=400 if query.problem else 200)
    response["X-Robots-Tag"] = "noindex"
    return response


def _offered(query: Query) -> dict[str, Any]:
    """Return what a search can be narrowed to: 2 queries; for an empty one nothing is asked."""
    if not query.words:
        return {"topics": [], "districts": []}
    topics = list(Category.objects.with_public_articles())
    return {"topics": topics, "districts": regions_by_district()}


def _counts(asked: Asked, found: Findings) -> Counter[str]:
    """Return how much was found of each kind; nothing where that is not known of all of them."""
    counts = Counter(hit.kind for hit in found.hits if hit.holds_all)
    return counts if not asked.kind and counts.total() == found.total else Counter()


@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """Answer "ok", or 503 with what is wrong; a load balancer asks here."""
    found = problems()
    return HttpResponse(
        "\n".join(found) or "ok",
        status=503 if found else 200,
        content_type="text/plain; charset=utf-8",
    )
