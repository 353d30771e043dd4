"""The news pages that citizens read."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from cilegon_portal.publishing.access import viewer
from news.models import Article, Category


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """Show the newest articles."""
    return render(
        request,
        "news/article_list.html",
        {"articles": Article.objects.published().for_cards()[:10]},
    )


@require_safe
def category_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the newest articles of a category."""
    category = get_object_or_404(Category.objects.with_public_articles(), slug=slug)
    articles = Article.objects.published().filter(category=category).for_cards()[:10]
    return render(request, "news/article_list.html", {"articles": articles, "category": category})


@require_safe
def article_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one article; its author and reviewers may preview it before it is public."""
    article = get_object_or_404(Article.objects.visible_to(viewer(request)), slug=slug)
    response = render(request, "news/article_detail.html", {"article": article})
    if not article.is_public():
        add_never_cache_headers(response)  # a proxy must not hand a preview to the public
    return response
