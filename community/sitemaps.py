"""What the community adds to the sitemap: directory, coverage, form, each group and activity."""

from collections.abc import Iterator

from django.urls import reverse

from cilegon_portal.sitemap_format import MAX_URLS, Section, SitemapUrl
from community.activities import Activity
from community.groups import Group


def sections() -> list[Section]:
    """Return a file for some hundreds of groups, and one for what they did."""
    return [Section("kim", _urls), Section("kim-kegiatan", _activity_urls)]


def _urls() -> Iterator[SitemapUrl]:
    yield SitemapUrl(reverse("community:group_list"))
    yield SitemapUrl(reverse("community:coverage"))
    yield SitemapUrl(reverse("community:registration_form"))
    groups = Group.objects.published().order_by("slug").values_list("slug", "updated_at")
    for slug, updated_at in groups[:MAX_URLS]:
        yield SitemapUrl(reverse("community:group_detail", args=[slug]), updated_at)


def _activity_urls() -> Iterator[SitemapUrl]:
    activities = Activity.objects.published().order_by("-pk")
    for slug, pk, updated_at in activities.values_list("group__slug", "pk", "updated_at")[
        :MAX_URLS
    ]:
        yield SitemapUrl(reverse("community:activity_detail", args=[slug, pk]), updated_at)
