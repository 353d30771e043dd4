"""What an item of a WordPress export says of an article or page, and how safe its state is."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from urllib.parse import unquote, urlsplit

from django.utils.text import slugify

from cilegon_portal.publishing.models import Status
from news.imports.dates import read_instant
from news.imports.wordpress_file import Item, Site
from news.imports.words import plain, shortened

# What fewer than all could read there is a draft here, and what was thrown away is archived.
_STATUSES: Final = {
    "publish": Status.PUBLISHED,
    "future": Status.PUBLISHED,
    "pending": Status.REVIEW,
    "trash": Status.ARCHIVED,
}
_NO_TOPICS: Final = frozenset(
    ["uncategorized", "uncategorised", "tak-berkategori", "tanpa-kategori"]
)
_TITLE_WORDS_CHARS: Final = 80
_CREDIT_MAX_CHARS: Final = 100
_TRASHED = re.compile(r"__trashed(?:-\d+)?$")


@dataclass(frozen=True)
class Topics:
    """The one category of an article, by name and address word, and all else as tags.

    ``others`` are the categories among the tags.
    """

    category: str = ""
    slug: str = ""
    tags: tuple[str, ...] = ()
    others: tuple[str, ...] = ()


def state_of(item: Item, tell: Callable[[str], None]) -> tuple[Status, datetime | None]:
    """Return where *item* stands and its date. Raises ValueError when it is public and has none."""
    status = _STATUSES.get(item.get("wp:status").strip(), Status.DRAFT)
    if item.get("wp:post_password").strip():
        tell("dilindungi kata sandi; masuk sebagai draf")
        status = Status.DRAFT
    try:
        published_at = _date(item)
    except ValueError:
        if status == Status.PUBLISHED:
            raise
        published_at = None
    if published_at is None and status == Status.PUBLISHED:
        raise ValueError("tanggalnya kosong")
    was_public = item.meta.get("_wp_trash_meta_status") == "publish"
    return status, None if status == Status.ARCHIVED and not was_public else published_at


def _date(item: Item) -> datetime | None:
    """Return the instant: GMT where there is one, else the site's own time, taken as WIB."""
    if found := read_instant(_without_zero(item.get("wp:post_date_gmt"), "Z")):
        return found
    if found := read_instant(_without_zero(item.get("wp:post_date"), "")):
        return found
    said = item.get("pubDate")
    return None if "-0001" in said else read_instant(said)


def _without_zero(text: str, zone: str) -> str:
    text = text.strip()
    return "" if not text or text.startswith("0000") else f"{text}{zone}"


def title_of(item: Item, html: str) -> str:
    """Return the title; of an item without one, its first words."""
    return (
        plain(item.get("title"))
        or shortened(plain(html), _TITLE_WORDS_CHARS)
        or f"Tanpa judul {item.get('wp:post_id').strip()}".strip()
    )


def slug_of(item: Item) -> str:
    """Return the address word that *item* had, "" if it had none, or none in our letters."""
    return slugify(_TRASHED.sub("", unquote(item.get("wp:post_name").strip())))


def author_of(item: Item, site: Site) -> str:
    """Return who is named as the author: a credit, never an account nor a mail address."""
    login = item.get("dc:creator").strip()
    name = plain(site.authors.get(login) or login)
    return shortened(name.partition("@")[0], _CREDIT_MAX_CHARS)


def topics_of(item: Item) -> Topics:
    """Return the topics: the first category (not "uncategorized") and the others among the tags."""
    categories = [
        term
        for term in item.terms
        if term.domain == "category" and term.name and term.slug.casefold() not in _NO_TOPICS
    ]
    tags = [term.name for term in item.terms if term.domain in {"post_tag", "tag"} and term.name]
    if not categories:
        return Topics(tags=tuple(tags))
    first, *others = categories
    names = tuple(term.name for term in others)
    return Topics(plain(first.name), first.slug, (*names, *tags), names)


def other_terms_of(item: Item) -> list[str]:
    """Return the kinds of terms (of plugins, formats) that have no place here, one for each term."""
    known = {"category", "post_tag", "tag"}
    return [term.domain for term in item.terms if term.domain not in known]


def is_child(item: Item) -> bool:
    """Tell whether *item* stands below another page."""
    return item.kind == "page" and item.get("wp:post_parent").strip() not in {"", "0"}


def addresses_of(item: Item) -> list[str]:
    """Return what led to *item*: its permalink and its number, without the host."""
    number = item.get("wp:post_id").strip()
    found = [f"?p={number}"] if number.isdecimal() else []
    try:
        parts = urlsplit(item.get("link").strip())
    except ValueError:
        return found
    return [*found, f"{parts.path}?{parts.query}" if parts.query else parts.path]


def key_of(item: Item, site: Site) -> str:
    """Return what tells *item* from every other one of any export."""
    guid = (
        item.get("guid").strip() or f"{min(site.addresses, default='')}?p={item.get('wp:post_id')}"
    )
    return f"wordpress:{guid}"[:500]
