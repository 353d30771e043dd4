"""Panduan: docs/handbook.md as a page of the admin, where its readers are."""

import re
from functools import lru_cache

from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from django.views.decorators.http import require_safe

_ITEM = re.compile(r"^(?:- |\d+\. )", re.MULTILINE)
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_CODE = re.compile(r"`(.+?)`")


@require_safe
def handbook(request: HttpRequest) -> HttpResponse:
    """Show the handbook to whoever is signed in."""
    context = {"title": "Panduan redaksi", "guide": _guide()}
    return TemplateResponse(
        request, "admin/handbook.html", admin.site.each_context(request) | context
    )


@lru_cache(maxsize=1)
def _guide() -> SafeString:
    text = (settings.BASE_DIR / "docs" / "handbook.md").read_text(encoding="utf-8")
    _, *blocks = re.split(r"\n{2,}", text.strip())  # the first is the page's title
    return mark_safe("\n".join(_block(block) for block in blocks))  # noqa: S308 -- our own file


def _block(block: str) -> str:
    """Return one block as HTML; the handbook keeps to headings, paragraphs and flat lists."""
    if block.startswith("## "):
        heading = block.removeprefix("## ")
        return f'<h2 id="{slugify(heading)}">{_inline(heading)}</h2>'
    if not _ITEM.match(block):
        return f"<p>{_inline(block)}</p>"
    tag = "ul" if block.startswith("- ") else "ol"
    items = "".join(f"<li>{_inline(item)}</li>" for item in _ITEM.split(block)[1:])
    return f"<{tag}>{items}</{tag}>"


def _inline(text: str) -> str:
    words = " ".join(escape(text).split())
    return _CODE.sub(r"<code>\1</code>", _BOLD.sub(r"<strong>\1</strong>", words))
