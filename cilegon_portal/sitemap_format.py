"""The sitemap protocol (sitemaps.org) and Google's news extension, written as text.

Text and not templates: a year may hold thousands of addresses.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

from cilegon_portal.addresses import absolute_url
from cilegon_portal.feeds import xml_text
from cilegon_portal.seo import iso_local

MAX_URLS = 50_000  # the protocol's limit for one file

_PROTOCOL = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


@dataclass(frozen=True)
class SitemapUrl:
    """One page: its path, and when it last changed if that is known."""

    path: str
    modified_at: datetime | None = None


@dataclass(frozen=True)
class NewsUrl:
    """One fresh article for the news sitemap."""

    path: str
    title: str
    published_at: datetime


@dataclass(frozen=True)
class Section:
    """One file of the sitemap, ``/sitemap-<name>.xml``; ``urls`` is asked when it is fetched."""

    name: str
    urls: Callable[[], Iterable[SitemapUrl]]


def index_xml(paths: Iterable[str]) -> str:
    """Return the index that lists the files at *paths*."""
    rows = "".join(f"<sitemap>{_element('loc', absolute_url(path))}</sitemap>\n" for path in paths)
    return f"{_DECLARATION}<sitemapindex {_PROTOCOL}>\n{rows}</sitemapindex>\n"


def urlset_xml(urls: Iterable[SitemapUrl]) -> str:
    """Return one file of addresses."""
    rows = "".join(
        f"<url>{_element('loc', absolute_url(url.path))}"
        f"{_element('lastmod', iso_local(url.modified_at)) if url.modified_at else ''}</url>\n"
        for url in urls
    )
    return f"{_DECLARATION}<urlset {_PROTOCOL}>\n{rows}</urlset>\n"


def news_xml(urls: Iterable[NewsUrl], *, publication: str) -> str:
    """Return the news sitemap of *publication*."""
    rows = "".join(
        f"<url>{_element('loc', absolute_url(url.path))}<news:news>"
        f"<news:publication>{_element('news:name', publication)}"
        f"{_element('news:language', 'id')}</news:publication>"
        f"{_element('news:publication_date', iso_local(url.published_at))}"
        f"{_element('news:title', url.title)}</news:news></url>\n"
        for url in urls
    )
    return f"{_DECLARATION}<urlset {_PROTOCOL} {_NEWS}>\n{rows}</urlset>\n"


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(xml_text(text))}</{name}>"
