"""What a page says of itself to machines: one object a page, rendered by components/seo.html.

Builders stand beside the content (:mod:`news.seo`); a view puts their result into the
context as ``seo``. The title is not here: it is the page's own.
"""

import json
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any, Literal

from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe

from cilegon_portal.addresses import absolute_url
from cilegon_portal.office.models import SiteProfile
from cilegon_portal.site_card import site_card, site_card_path

# A script element ends at the first "</script", whatever stands round it.
_JSON_ESCAPES = {ord(char): f"\\u{ord(char):04X}" for char in "<>&\u2028\u2029"}

JsonObject = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class SeoImage:
    """The picture of a shared link; address absolute or a path of this site."""

    url: str
    alt: str
    width: int = 1200
    height: int = 630
    mime_type: str = "image/jpeg"

    def absolute(self) -> str:
        """Return the absolute address: services do not resolve paths."""
        return absolute_url(self.url)


@dataclass(frozen=True, kw_only=True)
class FeedLink:
    """A feed of the page, for readers that look for one."""

    title: str
    url: str
    mime_type: str = "application/rss+xml"


@dataclass(frozen=True, kw_only=True)
class Seo:
    """A page's description, canonical address, share preview and structured data.

    ``path`` is the one canonical form (with ``?halaman=`` on later pages, nothing else of the
    query); empty for an answer that has none. Times are aware. ``data`` holds JSON-LD objects
    without ``@context``.
    """

    title: str
    path: str
    description: str = ""
    type: Literal["website", "article"] = "website"
    image: SeoImage | None = None
    published_at: datetime | None = None
    modified_at: datetime | None = None
    section: str = ""
    tags: tuple[str, ...] = ()
    robots: str = "max-image-preview:large"
    feeds: tuple[FeedLink, ...] = ()
    previous_path: str = ""
    next_path: str = ""
    data: tuple[JsonObject, ...] = field(default=())

    @cached_property
    def site_name(self) -> str:
        """The site's name from its profile."""
        return SiteProfile.load().site_name

    @cached_property
    def summary(self) -> str:
        """The description, or the site's own where the page has none."""
        return self.description or SiteProfile.load().description

    @cached_property
    def share_image(self) -> SeoImage:
        """The page's own image, or the site's card: no shared link goes without a picture."""
        return self.image or SeoImage(url=site_card_path(), alt=site_card().alt)

    def canonical(self) -> str:
        """Return the canonical address, or nothing."""
        return absolute_url(self.path) if self.path else ""

    def published_time(self) -> str:
        """Return when the page was published, as ISO 8601 with the office's offset."""
        return iso_local(self.published_at)

    def modified_time(self) -> str:
        """Return when the page was last changed, as ISO 8601 with the office's offset."""
        return iso_local(self.modified_at)

    def json_ld(self) -> SafeString:
        """Return the structured data as JSON that cannot leave its script element."""
        if not self.data:
            return mark_safe("")
        graph = {"@context": "https://schema.org", "@graph": self.data}
        text = json.dumps(graph, ensure_ascii=False, separators=(",", ":"))
        return mark_safe(text.translate(_JSON_ESCAPES))  # noqa: S308 -- escaped just above


def iso_local(at: datetime | None) -> str:
    """Return *at* as "2019-09-22T19:30:00+07:00"; nothing for None."""
    return timezone.localtime(at).isoformat(timespec="seconds") if at else ""


def breadcrumb_data(*crumbs: tuple[str, str]) -> JsonObject:
    """Return a BreadcrumbList of (name, path) from the home page down."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": absolute_url(path)}
            for position, (name, path) in enumerate((("Beranda", "/"), *crumbs), start=1)
        ],
    }


def website_data() -> JsonObject:
    """Return the site itself, for its home page."""
    return {
        "@type": "WebSite",
        "name": SiteProfile.load().site_name,
        "url": absolute_url("/"),
        "inLanguage": "id",
        "publisher": organisation_data(),
    }


def organisation_data() -> JsonObject:
    """Return the office as publisher."""
    profile = SiteProfile.load()
    return {
        "@type": "GovernmentOrganization",
        "name": profile.office_name,
        "legalName": profile.office_full_name,
        "url": absolute_url("/"),
        "parentOrganization": {"@type": "GovernmentOrganization", "name": profile.owner_name},
    }
