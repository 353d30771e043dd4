"""Rich text: one allow-list for the editor's toolbar and for what the server keeps."""

import re
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import nh3
from ckeditor.widgets import CKEditorWidget
from django import forms
from django.conf import settings
from django.db import models

from cilegon_portal.headings import in_order
from cilegon_portal.hidden_text import drop_hidden
from cilegon_portal.text import PlainTextField, normalise_text

_PICTURE_SOURCE = re.compile(r"/media/gambar/[A-Za-z0-9_-]{22}/[0-9]{3,4}\.(?:avif|webp|jpg)")
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
}
_ALIGNMENTS = {"rata-tengah", "rata-kanan"}
# What older editors and Word write for the same thing.
_SAME_TAGS = {
    "b": "strong",
    "i": "em",
    "strike": "s",
    "del": "s",
    "h1": "h2",
    "h5": "h4",
    "h6": "h4",
}
_OLD_TAG = re.compile(rf"<(/?)({'|'.join(_SAME_TAGS)})(?=[\s/>])", re.IGNORECASE)
_REFUSED_PICTURE = re.compile(r"<img(?![^>]* src=)[^>]*>")
_EMPTY = re.compile(
    r"<(p|h2|h3|h4|figure|blockquote|li|a|em|strong|s)(?: [^>]*)?>(?:\s|&nbsp;|<br>)*</\1>"
)
_TEXT = re.compile(r"[^<>]+")
_OUTSIDE_REL = "nofollow ugc noopener"


def clean_html(value: str) -> str:
    """Return *value* with only what editors may store; cleaning twice changes nothing more.

    Pictures come from the library alone, links to other hosts are marked so that search
    engines give them no weight (government hosts excepted).
    """
    html = drop_hidden(_tidy_text(value))
    html = _OLD_TAG.sub(lambda match: f"<{match[1]}{_SAME_TAGS[match[2].lower()]}", html)
    html = nh3.clean(
        html,
        tags=set(_TAGS),
        attributes=_ATTRIBUTES,
        attribute_filter=_filter_attribute,
        allowed_classes=dict.fromkeys(("p", "h2", "h3", "figure"), _ALIGNMENTS),
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
        strip_comments=True,
    )
    # Character references are resolved by now: what hid behind them goes the same way.
    html = _tidy_text(html).replace(' class=""', "")
    html = _LINK.sub(_mark_link, _REFUSED_PICTURE.sub("", html))
    while (shorter := _EMPTY.sub("", html)) != html:
        html = shorter
    return html


def _tidy_text(html: str) -> str:
    """Return *html* with each run of text normalised by itself: NFC may not reach over a tag's end."""
    html = normalise_text(html, form=None)
    return html if html.isascii() else _TEXT.sub(lambda match: normalise_text(match[0]), html)


_LINK = re.compile(r'<a(?: href="([^"]*)")?[^>]*>')


def _filter_attribute(tag: str, name: str, value: str) -> str | None:
    """Return the attribute's value, or None to drop it."""
    if tag == "img" and name == "src":
        return value if _PICTURE_SOURCE.fullmatch(value) else None
    if tag == "a" and name == "rel":
        return None  # written anew by _mark_link
    if tag == "a" and name == "href":
        return (
            None if "\\" in value else value
        )  # browsers read a backslash as a slash: another host
    if name in {"width", "height", "colspan", "rowspan"}:
        return value if value.isascii() and value.isdigit() and len(value) <= 5 else None
    return value


def _mark_link(match: re.Match[str]) -> str:
    address = match[1]
    if address is None:
        return "<a>"
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
