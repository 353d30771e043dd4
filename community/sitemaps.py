"""What the community adds to the sitemap: the directory, the coverage and each group."""

from collections.abc import Iterator

from django.urls import reverse

from cilegon_portal.sitemap_format import MAX_URLS, Section, SitemapUrl
from community.groups import Group


def sections() -> list[Section]:
    """Return one file: there are some hundreds of groups at most."""
    return [Section("kim", _urls)]


def _urls() -> Iterator[SitemapUrl]:
    yield SitemapUrl(reverse("community:group_list"))
    yield SitemapUrl(reverse("community:coverage"))
    groups = Group.objects.published().order_by("slug").values_list("slug", "updated_at")
    for slug, updated_at in groups[:MAX_URLS]:
        yield SitemapUrl(reverse("community:group_detail", args=[slug]), updated_at)
