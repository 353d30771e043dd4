"""The share card of an article."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from cilegon_portal.library.cards import Card, card_response
from cilegon_portal.office.models import SiteProfile
from cilegon_portal.publishing.lookup import find_or_redirect
from cilegon_portal.templatetags.tanggal import tanggal
from news.models import Article, Kind


@require_safe
def article_card(request: HttpRequest, slug: str, version: str) -> HttpResponse:
    """Send the card of an article to those who may open the article: 1 query."""
    article = find_or_redirect(Article.objects.for_cards(), slug, request, address=card_path)
    if isinstance(article, HttpResponse):
        return article
    return card_response(
        card_of(article), version, path=card_path(article), is_public=article.is_public()
    )


def card_of(article: Article) -> Card:
    """Return what stands on the card of *article*; reads its category and picture."""
    return Card(
        title=article.title,
        kicker=_kicker(article),
        note=tanggal(article.published_at),
        brand=SiteProfile.load().site_name,
        picture=article.picture,
    )


def card_path(article: Article) -> str:
    """Return where the card of *article* stands now."""
    return reverse("news:article_card", args=[article.slug, card_of(article).version])


def _kicker(article: Article) -> str:
    if article.kind == Kind.CLARIFICATION and article.verdict:
        # The verdict travels with the title: a claim must not be passed on without it.
        return f"Klarifikasi: {article.get_verdict_display()}"
    return article.category.name
