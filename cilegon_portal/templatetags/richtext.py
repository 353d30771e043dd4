"""Show stored rich text: through the allow-list once more, with what the page needs around it."""

import re
from html import unescape

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from cilegon_portal.library.models import RENDITION_WIDTHS_PX
from cilegon_portal.richtext import allowed_html
from cilegon_portal.templatetags.icons import icon
from cilegon_portal.youtube import video_of

register = template.Library()

_SMALL_PX, _STORED_PX = RENDITION_WIDTHS_PX[:2]  # a picture that has the second has the first
_PICTURE = re.compile(rf'<img src="(/media/gambar/[A-Za-z0-9_-]{{22}}/){_STORED_PX}\.webp"')
_BODY_SIZES = "(min-width: 44rem) 42rem, 100vw"
# A link alone in its paragraph, or around the picture of a figure.
_LONE_LINK = re.compile(
    r'<(p|figure)(?: class="[^"]*")?>\s*<a href="([^"]*)"[^>]*>(<img [^>]*>|[^<>]*)</a>\s*'
    r"(<figcaption>(?:(?!<figcaption>).)*</figcaption>\s*)?</\1>",
    re.DOTALL,
)


@register.filter
def richtext(value: str, dateline: str = "") -> SafeString:
    """Return *value* as safe HTML; *dateline* opens its first paragraph. Asks no database."""
    html = allowed_html(value)
    html = html.replace(
        "<table>", '<div class="scroll" role="region" tabindex="0" aria-label="Tabel"><table>'
    )
    html = html.replace("</table>", "</table></div>")
    html = _PICTURE.sub(_with_renditions, _LONE_LINK.sub(_as_video, html))
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


def _as_video(match: re.Match[str]) -> str:
    """Return a lone link to YouTube as a poster of our own, which static/js/portal.js makes a player.

    No request leaves for YouTube before somebody presses it; without script it is a link.
    """
    video = video_of(unescape(match[2]))
    if video is None:
        return match[0]
    content, caption = match[3], match[4] or ""
    is_picture = content.startswith("<img")
    title = "" if is_picture or video_of(unescape(content)) else unescape(content).strip()
    return format_html(
        '<figure class="video"><a href="{}" rel="nofollow ugc noopener" data-player="{}" '
        'data-title="{}">{}<span>{} Putar video di YouTube{}</span></a>{}</figure>',
        video.watch_url,
        video.player_url,
        title or "Video YouTube",
        mark_safe(content) if is_picture else "",  # noqa: S308 -- of the allow-list
        icon("play"),
        f": {title}" if title else "",
        mark_safe(caption),  # noqa: S308 -- of the allow-list
    )
