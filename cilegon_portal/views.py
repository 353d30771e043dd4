"""Pages that stand on several apps: home, editable pages, health."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from cilegon_portal.health import problems
from cilegon_portal.office.models import Page
from cilegon_portal.publishing.access import viewer
from news.models import Article

HOME_NEWEST = 6


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the newest of everything."""
    articles = Article.objects.published().for_cards()[:HOME_NEWEST]
    return render(request, "home.html", {"articles": articles})


@require_safe
def page_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a page that the office wrote."""
    page = get_object_or_404(Page.objects.visible_to(viewer(request)), slug=slug)
    return render(request, "page_detail.html", {"page": page})


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
