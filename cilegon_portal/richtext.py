"""Rich text: one allow-list for the editor's toolbar and for what the server keeps."""

import re
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import nh3
from ckeditor.widgets import CKEditorWidget
from django import forms
from django.conf import settings
from django.db import models

from cilegon_portal.headings import in_order
from cilegon_portal.markup import serialise
from cilegon_portal.pasted_html import ALIGNED, ALIGNMENTS, PICTURE_SOURCE, Removed, simplify
from cilegon_portal.text import PlainTextField, normalise_text

_TAGS = frozenset(
    [
        "p",
        "h2",
        "h3",
        "h4",
        "strong",
        "em",
        "s",
        "sub",
        "sup",
        "a",
        "ul",
        "ol",
        "li",
        "blockquote",
        "br",
        "hr",
        "figure",
        "figcaption",
        "img",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ]
)
_ATTRIBUTES = {
    "a": {"href", "rel"},
    "img": {"src", "alt", "width", "height"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start", "type"},
}
_LIST_TYPES = frozenset(["1", "a", "A", "i", "I"])
_REFUSED_PICTURE = re.compile(r"<img(?![^>]* src=)[^>]*>")
_TEXT = re.compile(r"[^<>]+")
_OUTSIDE_REL = "nofollow ugc noopener"


@dataclass(frozen=True)
class Cleaned:
    """A text that may be stored, and what of it had to go."""

    html: str
    removed: Removed


def clean(value: str) -> Cleaned:
    """Return *value* as editors may store it: all words that showed, in the tags of an article.

    What it returned comes back unchanged the next time. Time grows with the length alone.
    Raises ValidationError for NUL.
    """
    removed = Removed()
    nodes = simplify(normalise_text(value, form=None), removed)
    # Character references are resolved by now: what hid behind them goes the same way.
    return Cleaned(allowed_html(_tidy_text(serialise(nodes))).strip(), removed)


def clean_html(value: str) -> str:
    """Return only the text of :func:`clean`."""
    return clean(value).html


def allowed_html(html: str) -> str:
    """Return *html* with nothing but what the allow-list names: the border, on the way in and out.

    Pictures come from the library alone, links to other hosts are marked so that search
    engines give them no weight (government hosts excepted). Hand it what :func:`clean` has
    seen: alone, it keeps hidden text, and its time grows with the square of the depth.
    """
    html = nh3.clean(
        html,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        attribute_filter=_filter_attribute,
        allowed_classes={tag: set(ALIGNMENTS) for tag in ALIGNED},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
        strip_comments=True,
    )
    html = _REFUSED_PICTURE.sub("", html.replace(' class=""', ""))
    return _LINK.sub(_mark_link, _LINK_TO_NOWHERE.sub(r"\1", html))


def _tidy_text(html: str) -> str:
    """Return *html* with each run of text normalised by itself: NFC may not reach over a tag's end."""
    html = normalise_text(html, form=None)
    return html if html.isascii() else _TEXT.sub(lambda match: normalise_text(match[0]), html)


_LINK = re.compile(r'<a href="([^"]*)"[^>]*>')
_LINK_TO_NOWHERE = re.compile(r"<a>(.*?)</a>", re.DOTALL)


def _filter_attribute(tag: str, name: str, value: str) -> str | None:
    """Return the attribute's value, or None to drop it."""
    if tag == "img" and name == "src":
        return value if PICTURE_SOURCE.fullmatch(value) else None
    if tag == "a" and name == "rel":
        return None  # written anew by _mark_link
    if tag == "a" and name == "href":
        return (
            None if "\\" in value else value
        )  # browsers read a backslash as a slash: another host
    if name == "type":
        return value if value in _LIST_TYPES else None
    if name in {"width", "height", "colspan", "rowspan", "start"}:
        return value if value.isascii() and value.isdigit() and len(value) <= 5 else None
    return value


def _mark_link(match: re.Match[str]) -> str:
    address = match[1]
    host = urlsplit(unescape(address)).hostname
    is_trusted = (
        host is None or host == urlsplit(settings.SITE_URL).hostname or host.endswith(".go.id")
    )
    return f'<a href="{address}">' if is_trusted else f'<a href="{address}" rel="{_OUTSIDE_REL}">'


class RichTextField(PlainTextField):
    """HTML written in the editor, cleaned at every door (form, ``save()``, ``update()``, bulk)."""

    def clean_text(self, value: str) -> str:
        return in_order(clean_html(value))

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        kwargs["widget"] = CKEditorWidget
        return models.TextField.formfield(self, **kwargs)


_PICTURE_ADDRESS = re.compile(r"/media/gambar/([A-Za-z0-9_-]{22})/")


def picture_tokens(html: str) -> set[str]:
    """Return the tokens of the library pictures that *html* shows."""
    return set(_PICTURE_ADDRESS.findall(html))
