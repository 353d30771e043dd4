"""The share bar, for any page that people pass on."""

from typing import Any

from django import template

from cilegon_portal.addresses import absolute_url
from cilegon_portal.sharing import share_links

register = template.Library()


@register.inclusion_tag("components/share.html")
def share(
    title: str, url: str, summary: str = "", heading: str = "Bagikan Artikel ini"
) -> dict[str, Any]:
    """Show the share bar. Usage: ``{% share article.title article.get_absolute_url article.summary %}``."""
    return {
        "heading": heading,
        "title": title,
        "url": absolute_url(url),
        "links": share_links(title, url, summary),
    }
