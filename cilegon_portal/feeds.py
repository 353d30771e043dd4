"""RSS and Atom as the site writes them; an app says which items.

Function views call :func:`feed_response`. Django's Feed class is not used because it takes
the site's address from the Host header.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed, Enclosure, Rss201rev2Feed
from django.utils.html import escape

from cilegon_portal.addresses import absolute_url
from cilegon_portal.conditional import stamp
from cilegon_portal.office.models import SiteProfile

TTL_MINUTES = 30

# What XML 1.0 cannot hold (https://www.w3.org/TR/xml/#charsets), surrogates included.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAG = re.compile(r"<[a-zA-Z][^>]*>")
_OWN_ADDRESS = re.compile(r'\b(href|src|poster)="(/(?!/)[^"]*)"')


class RssFeed(Rss201rev2Feed):
    """RSS 2.0 with the whole text of each item (``content`` of add_item)."""

    def rss_attributes(self) -> dict[str, str]:
        return super().rss_attributes() | {
            "xmlns:content": "http://purl.org/rss/1.0/modules/content/"
        }

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content:encoded", item["content"])


class AtomFeed(Atom1Feed):
    """Atom with the whole text of each item."""

    def add_item_elements(self, handler: Any, item: dict[str, Any]) -> None:
        super().add_item_elements(handler, item)
        handler.addQuickElement("content", item["content"], {"type": "html"})


@dataclass(frozen=True, kw_only=True)
class FeedItem:
    """One item. ``key`` never changes ("berita/248"); ``content`` is clean HTML; times are aware."""

    key: str
    title: str
    path: str
    summary: str
    content: str
    published_at: datetime
    updated_at: datetime
    author: str = ""
    categories: tuple[str, ...] = ()
    enclosure: Enclosure | None = None


def feed_response(
    feed_class: type[RssFeed] | type[AtomFeed],
    items: Iterable[FeedItem],
    *,
    title: str,
    path: str,
    page_path: str,
) -> HttpResponse:
    """Return the feed that stands at *path* and belongs to the page *page_path*."""
    profile = SiteProfile.load()
    feed = feed_class(
        title=xml_text(title),
        link=absolute_url(page_path),
        description=xml_text(profile.description),
        subtitle=xml_text(profile.description),
        language="id",
        feed_url=absolute_url(path),
        author_name=xml_text(profile.office_name),
        author_link=absolute_url("/"),
        feed_copyright=xml_text(profile.owner_name),
        feed_guid=absolute_url(path),
        ttl=TTL_MINUTES,
    )
    for item in items:
        feed.add_item(**_item_fields(item))
    response = HttpResponse(content_type=feed.content_type)
    feed.write(response, "utf-8")
    return stamp(response, path)


def xml_text(text: str) -> str:
    """Return *text* without the characters that would make an XML document unreadable."""
    return _NOT_XML.sub("", text)


def absolute_html(html: str) -> str:
    """Return clean *html* with this site's addresses made absolute, as a reader elsewhere needs."""
    return _TAG.sub(
        lambda tag: _OWN_ADDRESS.sub(lambda m: f'{m[1]}="{absolute_url(m[2])}"', tag[0]), html
    )


def _item_fields(item: FeedItem) -> dict[str, Any]:
    return {
        "title": xml_text(item.title),
        "link": absolute_url(item.path),
        # Both formats read a summary as HTML.
        "description": escape(xml_text(item.summary)),
        "content": xml_text(item.content),
        "author_name": xml_text(item.author) or None,
        "pubdate": timezone.localtime(item.published_at),
        "updateddate": timezone.localtime(item.updated_at),
        # RFC 4151: stays when the title or the address of the item changes.
        "unique_id": f"tag:{urlsplit(settings.SITE_URL).hostname},2019:{item.key}",
        "unique_id_is_permalink": False,
        "categories": [xml_text(name) for name in item.categories],
        "enclosures": [item.enclosure] if item.enclosure else [],
    }
