"""What the API tells of the news; only what is public now. Rule: docs/api.md."""

from datetime import timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from ninja import Field, Query, Router, Schema
from taggit.models import Tag

from cilegon_portal.addresses import absolute_url
from cilegon_portal.feeds import absolute_html
from cilegon_portal.open_api import (
    ApiProblem,
    Asked,
    Chosen,
    Item,
    LikelyDate,
    Order,
    PictureItem,
    Problem,
    RegionItem,
    item_response,
    list_response,
    within,
)
from cilegon_portal.richtext import allowed_html
from cilegon_portal.seo import iso_local
from cilegon_portal.templatetags.tanggal import midnight
from news.models import Article, Category, Kind
from news.tags import public_tags

router = Router(tags=["Berita"])
_NEWEST = Order("published_at", descending=True)
_BY_NAME = Order("name")


class TopicItem(Schema):
    """A category or tag by its address word."""

    slug: str
    name: str
    url: str


class CategoryItem(Item):
    """A category that holds something public."""

    slug: str
    name: str
    url: str
    description: str


class TagItem(Item):
    """A tag that something public has."""

    slug: str
    name: str
    url: str


class ArticleItem(Item):
    """An article without its text."""

    id: int
    legacy_id: int | None = Field(description="Nomor di situs lama.")
    url: str
    title: str
    summary: str
    kind: str = Field(description="berita, siaran-pers, pengumuman, atau klarifikasi.")
    category: TopicItem
    tags: list[TopicItem]
    region: RegionItem | None
    information_class: str = Field(description="Kelas informasi menurut UU 14/2008.")
    author: str
    published_at: str = Field(json_schema_extra={"format": "date-time"})
    updated_at: str | None = Field(json_schema_extra={"format": "date-time"})
    picture: PictureItem | None


class ClarificationItem(Schema):
    """What was claimed, and what a check of it found."""

    claim: str
    verdict: str = Field(description="hoaks, menyesatkan, benar, atau belum-terbukti.")
    explanation: str
    evidence_html: str


class DocumentItem(Schema):
    """A PDF to download."""

    title: str
    url: str
    size_bytes: int


class CorrectionItem(Schema):
    """A ralat."""

    text: str
    at: str = Field(json_schema_extra={"format": "date-time"})


class WholeArticle(ArticleItem):
    """An article with its text and what hangs on it."""

    dateline: str
    body_html: str = Field(description="HTML bersih; alamatnya lengkap.")
    clarification: ClarificationItem | None
    gallery: list[PictureItem]
    documents: list[DocumentItem]
    corrections: list[CorrectionItem]
    credits: dict[str, str] = Field(description="penulis, peliput, editor, foto: yang ada saja.")


class ArticleList(Schema):
    """A page of articles."""

    results: list[ArticleItem]
    next: str | None


class CategoryList(Schema):
    """A page of categories."""

    results: list[CategoryItem]
    next: str | None


class TagList(Schema):
    """A page of tags."""

    results: list[TagItem]
    next: str | None


class ArticlesAsked(Asked):
    """Which articles."""

    kind: str = Field("", max_length=12, description="Satu jenis, misalnya siaran-pers.")
    category: str = Field("", max_length=60, description="Kata alamat satu kategori.")
    tag: str = Field("", max_length=100, description="Kata alamat satu tag.")
    region: str = Field(
        "", max_length=13, description="Kode Kemendagri; kecamatan berikut kelurahannya."
    )
    since: LikelyDate | None = Field(None, description="Terbit sejak tanggal ini (WIB).")
    until: LikelyDate | None = Field(None, description="Terbit sampai tanggal ini (WIB).")


_ANSWERS: dict[Any, Any] = {400: Problem, 429: Problem}


@router.get(
    "/articles/", response={200: ArticleList, **_ANSWERS}, summary="Berita, terbaru lebih dulu"
)
def article_list(request: HttpRequest, asked: Query[ArticlesAsked]) -> HttpResponse:
    """List public articles, newest first: 2 queries."""
    start = midnight(asked.since) if asked.since else None
    end = midnight(asked.until + timedelta(days=1)) if asked.until else None
    rows = Article.objects.published_between(start, end)
    if asked.kind:
        rows = rows.filter(kind=asked.kind)
    if asked.category:
        rows = rows.filter(category__slug=asked.category)
    if asked.tag:
        rows = rows.filter(pk__in=Article.objects.filter(tags__slug=asked.tag).values("pk"))
    if asked.region:
        rows = rows.filter(within(asked.region))
    return list_response(request, asked, rows.for_api(), _NEWEST, article_item, ArticleItem)


@router.get(
    "/articles/{int:key}/",
    response={200: WholeArticle, 400: Problem, 404: Problem, 429: Problem},
    summary="Satu berita dengan isinya",
)
def article_detail(request: HttpRequest, key: int, asked: Query[Chosen]) -> HttpResponse:
    """Return one public article: 4 queries. Raises ApiProblem when there is none."""
    article = Article.objects.published().for_page().filter(pk=key).first()
    if article is None:
        raise ApiProblem("Tidak ada berita terbit dengan nomor itu.", status=404)
    return item_response(_whole(article), asked)


@router.get("/categories/", response={200: CategoryList, **_ANSWERS}, summary="Kategori berita")
def category_list(request: HttpRequest, asked: Query[Asked]) -> HttpResponse:
    """List categories that hold a public article: 1 query."""
    rows = Category.objects.with_public_articles()
    return list_response(request, asked, rows, _BY_NAME, _category_item, CategoryItem)


@router.get("/tags/", response={200: TagList, **_ANSWERS}, summary="Tag berita")
def tag_list(request: HttpRequest, asked: Query[Asked]) -> HttpResponse:
    """List tags of public articles: 1 query."""
    return list_response(request, asked, public_tags(), _BY_NAME, _tag_item, TagItem)


def article_item(article: Article) -> ArticleItem:
    """Return *article* as a list tells it; no query where the rows came with what it shows."""
    return ArticleItem(**_basics(article))


def _basics(article: Article) -> dict[str, Any]:
    return {
        "id": article.pk,
        "legacy_id": article.legacy_id,
        "url": absolute_url(article.get_absolute_url()),
        "title": article.title,
        "summary": article.summary,
        "kind": article.kind,
        "category": _topic(article.category, article.category.get_absolute_url()),
        "tags": [
            _topic(tag, tag_path(tag)) for tag in sorted(article.tags.all(), key=lambda t: t.name)
        ],
        "region": RegionItem.of(article.region),
        "information_class": article.information_class,
        "author": article.author_credit,
        "published_at": iso_local(article.published_at),
        "updated_at": iso_local(article.revised_at()) or None,
        "picture": PictureItem.of(article.picture),
    }


def _whole(article: Article) -> WholeArticle:
    named = {
        "penulis": article.author_credit,
        "peliput": article.reporter_credit,
        "editor": article.editor_credit,
        "foto": article.photo_credit,
    }
    return WholeArticle(
        **_basics(article),
        dateline=article.dateline(),
        body_html=absolute_html(allowed_html(article.body)),
        clarification=_clarification(article),
        gallery=[item for photo in article.gallery() if (item := PictureItem.of(photo))],
        documents=[
            DocumentItem(
                title=document.title,
                url=absolute_url(document.get_absolute_url()),
                size_bytes=document.size,
            )
            for document in article.documents()
        ],
        corrections=[
            CorrectionItem(text=item.text, at=iso_local(item.at))
            for item in article.corrections.all()
        ],
        credits={role: name for role, name in named.items() if name},
    )


def _clarification(article: Article) -> ClarificationItem | None:
    if article.kind != Kind.CLARIFICATION:
        return None
    return ClarificationItem(
        claim=article.claim,
        verdict=article.verdict,
        explanation=article.explanation,
        evidence_html=absolute_html(allowed_html(article.evidence)),
    )


def _topic(topic: Category | Tag, path: str) -> TopicItem:
    return TopicItem(slug=topic.slug, name=topic.name, url=absolute_url(path))


def _category_item(category: Category) -> CategoryItem:
    return CategoryItem(
        slug=category.slug,
        name=category.name,
        url=absolute_url(category.get_absolute_url()),
        description=category.description,
    )


def _tag_item(tag: Tag) -> TagItem:
    return TagItem(slug=tag.slug, name=tag.name, url=absolute_url(tag_path(tag)))


def tag_path(tag: Tag) -> str:
    """Return the address of the list of *tag*."""
    return reverse("news:tag_detail", args=[tag.slug])
