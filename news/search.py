"""Search in the news: every word in title or ringkasan, newest first."""

from collections.abc import Iterable

from django.db.models import Q

from news.models import Article, ArticleQuerySet


def search_articles(words: Iterable[str]) -> ArticleQuerySet:
    """Return the public articles whose title or ringkasan holds every one of *words*, newest first."""
    condition = Q()
    for word in words:
        condition &= Q(title__icontains=word) | Q(summary__icontains=word)
    return Article.objects.published().filter(condition).for_cards()
