"""Icons: one static sprite, drawn beside a word.

The outlines come from Lucide (ISC, static/img/ikon-LICENSE.txt), the brand glyphs are ours.
"""

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

_SOLID = frozenset({"whatsapp", "facebook", "x", "telegram"})


@register.simple_tag
def icon(name: str) -> SafeString:
    """Return the drawing *name* of static/img/ikon.svg, silent to screen readers. Usage: ``{% icon "share" %}``."""
    return format_html(
        '<svg class="icon{}" viewBox="0 0 24 24" aria-hidden="true"><use href="{}#{}"/></svg>',
        " icon--solid" if name in _SOLID else "",
        static("img/ikon.svg"),
        name,
    )
