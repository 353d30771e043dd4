"""What other pages show of the news."""

from django import template
from django.db.models import QuerySet

from news.models import Article
from news.reads import popular

register = template.Library()


@register.simple_tag
def popular_articles(limit: int = 5) -> QuerySet[Article]:
    """Return the most read public articles of the week: 1 query. Usage: ``{% popular_articles 5 as popular %}``."""
    return popular(limit)
