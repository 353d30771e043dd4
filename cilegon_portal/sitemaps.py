"""The sitemap of the whole site: an index, and what each app offers."""

from collections.abc import Iterator

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

import agenda.sitemaps
import community.sitemaps
import news.sitemaps
from cilegon_portal.conditional import stamp
from cilegon_portal.office.models import Page, SiteProfile
from cilegon_portal.sitemap_format import Section, SitemapUrl, index_xml, news_xml, urlset_xml

XML = "application/xml; charset=utf-8"


@require_safe
def sitemap_index(request: HttpRequest) -> HttpResponse:
    """List the files of the sitemap."""
    paths = [reverse("sitemap_section", args=[section.name]) for section in _sections()]
    return stamp(HttpResponse(index_xml(paths), content_type=XML), request.path)


@require_safe
def sitemap_section(request: HttpRequest, name: str) -> HttpResponse:
    """List the pages of one section. Raises Http404 for a section that is not in the index."""
    section = next((section for section in _sections() if section.name == name), None)
    if section is None:
        raise Http404
    return stamp(HttpResponse(urlset_xml(section.urls()), content_type=XML), request.path)


@require_safe
def news_sitemap(request: HttpRequest) -> HttpResponse:
    """List the articles of the last 48 hours for Google News."""
    text = news_xml(news.sitemaps.recent(), publication=SiteProfile.load().site_name)
    return stamp(HttpResponse(text, content_type=XML), request.path)


def _sections() -> Iterator[Section]:
    # One after the other: whoever looks for a section of the news does not wait for the agenda.
    yield Section("halaman", _page_urls)
    yield from news.sitemaps.sections()
    yield from agenda.sitemaps.sections()
    yield from community.sitemaps.sections()


def _page_urls() -> Iterator[SitemapUrl]:
    yield SitemapUrl("/")
    for page in Page.objects.published().only("slug", "updated_at").order_by("position", "slug"):
        yield SitemapUrl(page.get_absolute_url(), page.updated_at)
