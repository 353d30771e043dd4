"""Demo articles: the one the portal started from, and others around it."""

from datetime import datetime
from html import escape
from pathlib import Path
from zoneinfo import ZoneInfo

from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.models import Status
from cilegon_portal.publishing.slugs import unique_slug
from news.demo_articles import ARTICLES, CATEGORIES, DemoArticle
from news.demo_pictures import illustration
from news.models import Article, Category, InformationClass

_JAKARTA = ZoneInfo("Asia/Jakarta")
_SOURCE = Path(__file__).parent / "demo_data" / "artikel_248.txt"
_SOURCE_ID = 248
_DATELINE = "PC.Cilegon- "


def load() -> None:
    """Make the categories and articles that are not there yet, by slug."""
    for position, (slug, name) in enumerate(CATEGORIES.items(), start=1):
        Category.objects.get_or_create(
            slug=slug, defaults={"name": name, "position": position * 10}
        )
    _load_source()
    for item in ARTICLES:
        _load_article(item)


def source_paragraphs() -> list[str]:
    """Return the five paragraphs of the source article, without its dateline, to the letter."""
    lines = _SOURCE.read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith(_DATELINE))
    paragraphs = [line.rstrip() for line in lines[first:] if line.strip()]
    return [paragraphs[0].removeprefix(_DATELINE), *paragraphs[1:]]


def _load_source() -> None:
    if Article.objects.filter(legacy_id=_SOURCE_ID).exists():
        return
    title = "Diskominfo Cilegon Ajak Komunitas Sepeda Onthel Bentuk KIM"
    article = Article.objects.create(
        title=title,
        slug=unique_slug(Article, title),
        summary="Sosialisasi santai sambil ngopi di malam Minggu mengajak Kosti dan Sekotji menjadi "
        "jembatan informasi warga.",
        body="".join(f"<p>{escape(text, quote=False)}</p>" for text in source_paragraphs()),
        category=Category.objects.get(slug="kim"),
        status=Status.PUBLISHED,
        published_at=datetime(2019, 9, 22, 19, 30, tzinfo=_JAKARTA),
        author_credit="Redaksi Diskominfo",
        picture=illustration("onthel"),
        legacy_id=_SOURCE_ID,
        created_by=User.objects.filter(username="penulis").first(),
    )
    article.tags.add("KIM", "Komunitas", "Literasi digital")


def _load_article(item: DemoArticle) -> None:
    slug = unique_slug(Article, item.title, exclude_pk=None)
    if Article.objects.filter(title=item.title).exists():
        return
    published_at = datetime.fromisoformat(item.published_at).replace(tzinfo=_JAKARTA)
    article = Article.objects.create(
        title=item.title,
        slug=slug,
        summary=item.summary,
        body="".join(f"<p>{escape(text, quote=False)}</p>" for text in item.paragraphs),
        kind=item.kind,
        category=Category.objects.get(slug=item.category),
        status=item.status,
        published_at=published_at,
        author_credit="Redaksi Diskominfo",
        information_class=InformationClass.PERIODIC,
        claim=item.claim,
        verdict=item.verdict,
        explanation=item.explanation,
        picture=illustration(item.picture) if item.picture else None,
        created_by=User.objects.filter(username="penulis").first(),
    )
    article.tags.add(*item.tags)
