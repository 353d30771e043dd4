"""Small things that public pages say."""

import math

from django import template
from django.utils.html import strip_tags

register = template.Library()

WORDS_PER_MINUTE = 200  # Indonesian news read silently; rounded up, so never "0 menit"


@register.filter
def reading_minutes(html: str) -> int:
    """Return how many minutes the words of *html* take to read, at least 1."""
    words = len(strip_tags(html.replace("<", " <")).split())
    return max(1, math.ceil(words / WORDS_PER_MINUTE))
