"""Demo articles: the one the portal started from, and others around it."""

from datetime import datetime, timedelta
from html import escape
from pathlib import Path
from zoneinfo import ZoneInfo

from django.utils import timezone

from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.models import Status
from cilegon_portal.publishing.slugs import unique_slug
from cilegon_portal.publishing.workflow import move_item
from news.demo_articles import ARTICLES, CATEGORIES, DemoArticle
from news.demo_pictures import illustration
from news.models import Article, Category, DailyReads, InformationClass

_JAKARTA = ZoneInfo("Asia/Jakarta")
_SOURCE = Path(__file__).parent / "demo_data" / "artikel_248.txt"
_SOURCE_ID = 248
_DATELINE = "PC.Cilegon- "
_READS = (31, 96, 54, 18, 72, 45)  # of the newest article, the one before it, and so on


def load() -> None:
    """Make the categories, articles and reads that are not there yet."""
    categories = {
        slug: Category.objects.get_or_create(
            name=name, defaults={"slug": slug, "position": position * 10}
        )[0]
        for position, (slug, name) in enumerate(CATEGORIES.items(), start=1)
    }
    _load_source(categories["kim-warga"])
    for item in ARTICLES:
        _load_article(item, categories[item.category])
    _load_reads()


def source_paragraphs() -> list[str]:
    """Return the five paragraphs of the source article, without its dateline, to the letter."""
    lines = _SOURCE.read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith(_DATELINE))
    paragraphs = [line.rstrip() for line in lines[first:] if line.strip()]
    return [paragraphs[0].removeprefix(_DATELINE), *paragraphs[1:]]


def _load_source(category: Category) -> None:
    if Article.objects.filter(legacy_id=_SOURCE_ID).exists():
        return
    title = "Diskominfo Cilegon Ajak Komunitas Sepeda Onthel Bentuk KIM"
    article = Article.objects.create(
        title=title,
        slug=unique_slug(Article, title),
        summary="Sosialisasi santai sambil ngopi di malam Minggu mengajak Kosti dan Sekotji menjadi "
        "jembatan informasi warga.",
        body="".join(f"<p>{escape(text, quote=False)}</p>" for text in source_paragraphs()),
        category=category,
        status=Status.PUBLISHED,
        published_at=datetime(2019, 9, 22, 19, 30, tzinfo=_JAKARTA),
        author_credit="Redaksi Diskominfo",
        picture=illustration("onthel"),
        legacy_id=_SOURCE_ID,
        created_by=User.objects.filter(username="penulis").first(),
    )
    article.tags.add("KIM", "Komunitas", "Literasi digital")


def _load_article(item: DemoArticle, category: Category) -> None:
    if Article.objects.filter(title=item.title).exists():
        return
    is_withdrawn = item.status == Status.WITHDRAWN
    article = Article.objects.create(
        title=item.title,
        slug=unique_slug(Article, item.title),
        summary=item.summary,
        body="".join(f"<p>{escape(text, quote=False)}</p>" for text in item.paragraphs),
        kind=item.kind,
        category=category,
        # What was withdrawn was public before: its address answers 410.
        status=Status.PUBLISHED if is_withdrawn else item.status,
        published_at=_wib(item.published_at),
        unpublish_at=_wib(item.unpublish_at) if item.unpublish_at else None,
        review_note=item.review_note,
        author_credit="Redaksi Diskominfo",
        information_class=InformationClass.PERIODIC,
        claim=item.claim,
        verdict=item.verdict,
        explanation=item.explanation,
        picture=illustration(item.picture) if item.picture else None,
        created_by=User.objects.filter(username="penulis").first(),
    )
    article.tags.add(*item.tags)
    if is_withdrawn:
        move_item(article, "tarik", by=User.objects.get(username="editor"))


def _load_reads() -> None:
    """Let the newest articles be read in the last days, so that Terpopuler has something to count."""
    if DailyReads.objects.exists():
        return
    today = timezone.localdate()
    read = Article.objects.published().filter(created_by__username="penulis").newest_first()
    DailyReads.objects.bulk_create(
        DailyReads(
            article=article, day=today - timedelta(days=day), count=_READS[place] // (day + 1)
        )
        for place, article in enumerate(read[: len(_READS)])
        for day in range(3)
    )


def _wib(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=_JAKARTA)
