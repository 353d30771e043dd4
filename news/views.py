"""The news pages that citizens read; the archive is in :mod:`news.archive`."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from cilegon_portal.embedding import ITEMS, embeddable
from cilegon_portal.publishing.lookup import find_moved, find_or_redirect
from news.archive import years_with_articles
from news.companions import companions_of
from news.lists import ALL_NEWS, list_response
from news.models import Article, Category, Kind
from news.seo import article_seo
from news.tags import articles_tagged, public_tags

_KIND_LEADS = {
    Kind.PRESS_RELEASE: "Siaran pers resmi untuk media dan warga, terbaru lebih dulu.",
    Kind.ANNOUNCEMENT: "Pengumuman resmi untuk warga Kota Cilegon, terbaru lebih dulu.",
    Kind.CLARIFICATION: "Kabar beredar yang sudah diperiksa: klaim, hasil pemeriksaan, dan buktinya.",
}


@require_safe
def article_list(request: HttpRequest) -> HttpResponse:
    """Show all articles, newest first: 4 queries (page, topics, 2 for the years)."""
    return list_response(
        request,
        Article.objects.published(),
        title="Arsip berita",
        lead="Berita resmi Pemerintah Kota Cilegon, terbaru lebih dulu.",
        trail=(ALL_NEWS,),
        feed=reverse("news:rss"),
        topics=Category.objects.with_public_articles(),
        periods=years_with_articles(),
        periods_label="Arsip menurut tahun",
    )


@require_safe
def category_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the articles of a category: 2 queries. Raises Http404 when nothing of it is public."""
    topics = list(Category.objects.with_public_articles())
    category = next((topic for topic in topics if topic.slug == slug), None)
    if category is None:
        return _moved_or_404(find_moved(Category.objects.with_public_articles(), slug))
    return list_response(
        request,
        Article.objects.published().filter(category=category),
        title=f"Berita {category.name}",
        lead=category.description or f"Berita tentang {category.name}, terbaru lebih dulu.",
        trail=(ALL_NEWS, (category.name, request.path)),
        feed=reverse("news:category_rss", args=[slug]),
        topics=topics,
        topic=category,
    )


@require_safe
def tag_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the articles of a tag: 3 queries. Raises Http404 when nothing of it is public."""
    tag = public_tags().filter(slug=slug).first()
    if tag is None:
        moved = find_moved(public_tags(), slug)
        if moved is None:
            raise Http404
        return HttpResponsePermanentRedirect(reverse("news:tag_detail", args=[moved.slug]))
    return list_response(
        request,
        articles_tagged(tag),
        title=f"Berita bertag {tag.name}",
        lead=f"Berita dengan tag “{tag.name}”, terbaru lebih dulu.",
        trail=(ALL_NEWS, (tag.name, request.path)),
    )


@require_safe
def kind_list(request: HttpRequest, kind: str) -> HttpResponse:
    """Show the articles of a kind: 1 query. Raises Http404 for a word that is none; ordinary news is /berita/."""
    if kind not in Kind.values or kind == Kind.NEWS:
        raise Http404
    label = str(Kind(kind).label)
    return list_response(
        request,
        Article.objects.published().filter(kind=kind),
        title=label,
        lead=_KIND_LEADS[Kind(kind)],
        trail=(ALL_NEWS, (label, request.path)),
        feed=reverse("news:kind_rss", args=[kind]),
    )


@require_safe
def article_detail(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one article, 5 queries; its author and reviewers may preview it before it is public."""
    article = find_or_redirect(Article.objects.for_page(), slug, request)
    if isinstance(article, HttpResponse):
        return article
    is_preview = not article.is_public()
    context = {
        "article": article,
        "companions": companions_of(article),
        "is_preview": is_preview,
        "seo": article_seo(article),
        "trail": (ALL_NEWS, (article.category.name, article.category.get_absolute_url())),
    }
    response = render(request, "news/article_detail.html", context)
    if is_preview:
        add_never_cache_headers(response)  # a proxy must not hand a preview to the public
    return response


def _moved_or_404(category: Category | None) -> HttpResponse:
    if category is None:
        raise Http404
    return HttpResponsePermanentRedirect(category.get_absolute_url())


@embeddable
def embedded_articles(request: HttpRequest) -> HttpResponse:
    """Show the newest titles for a frame on another site: 1 query."""
    articles = Article.objects.published().for_cards()[:ITEMS]
    context = {"articles": articles, "path": reverse("news:article_list")}
    return render(request, "news/embed.html", context)
