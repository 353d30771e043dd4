"""Show stored rich text: through the allow-list once more, with what the page needs around it."""

import re

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from cilegon_portal.library.models import RENDITION_WIDTHS_PX
from cilegon_portal.richtext import allowed_html

register = template.Library()

_SMALL_PX, _STORED_PX = RENDITION_WIDTHS_PX[:2]  # a picture that has the second has the first
_PICTURE = re.compile(rf'<img src="(/media/gambar/[A-Za-z0-9_-]{{22}}/){_STORED_PX}\.webp"')
_BODY_SIZES = "(min-width: 44rem) 42rem, 100vw"


@register.filter
def richtext(value: str, dateline: str = "") -> SafeString:
    """Return *value* as safe HTML; *dateline* opens its first paragraph. Asks no database."""
    html = allowed_html(value)
    html = html.replace(
        "<table>", '<div class="scroll" role="region" tabindex="0" aria-label="Tabel"><table>'
    )
    html = _PICTURE.sub(_with_renditions, html.replace("</table>", "</table></div>"))
    if dateline:
        opening = format_html('<span class="dateline">{}</span> ', dateline)
        html = (
            html.replace("<p>", f"<p>{opening}", 1)
            if html.startswith("<p>")
            else f"<p>{opening}</p>{html}"
        )
    return mark_safe(html)  # noqa: S308 -- allowed_html is the policy


def _with_renditions(match: re.Match[str]) -> str:
    folder = match[1]
    return (
        f'<img src="{folder}{_STORED_PX}.webp" sizes="{_BODY_SIZES}" loading="lazy" decoding="async" '
        f'srcset="{folder}{_SMALL_PX}.webp {_SMALL_PX}w, {folder}{_STORED_PX}.webp {_STORED_PX}w"'
    )
