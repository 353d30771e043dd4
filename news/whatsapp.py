"""Teks WhatsApp: an article as staff send it into groups."""

from typing import cast

from django.contrib import admin
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from cilegon_portal.accounts.models import User
from cilegon_portal.sharing import whatsapp_text
from news.models import Article


@require_safe
@permission_required("news.view_article", raise_exception=True)
def chat_text(request: HttpRequest, pk: int) -> HttpResponse:
    """Show title, ringkasan and address of an article to copy; says when readers cannot open it yet."""
    articles = Article.objects.visible_to(cast("User", request.user))
    article = get_object_or_404(articles, pk=pk)
    context = admin.site.each_context(request) | {
        "title": "Teks WhatsApp",
        "article": article,
        "is_public": article.is_public(),
        "text": whatsapp_text(
            article.title, article.get_absolute_url(), article.summary, bold=True
        ),
    }
    return TemplateResponse(request, "admin/news/article/whatsapp.html", context)
