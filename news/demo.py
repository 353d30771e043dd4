"""Load the demo articles: the one the portal started from, and others around it."""

from datetime import date, datetime, timedelta
from html import escape
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from django.utils.text import slugify

from cilegon_portal.accounts.models import User
from cilegon_portal.library.uploads import store_document
from cilegon_portal.publishing.models import SlugRedirect, Status
from cilegon_portal.publishing.workflow import move_item
from cilegon_portal.regions.models import Region
from news.demo_articles import (
    feature,
    lately,
    recent,
    unpublished,
    year_2019,
    years_2017_2018,
    years_2020_2022,
    years_2023_2024,
)
from news.demo_articles.categories import CATEGORIES
from news.demo_articles.record import DemoArticle, instant
from news.demo_document import one_page_pdf
from news.demo_pictures import illustration
from news.models import Article, Category, DailyReads

# Oldest first, so that what an article points to is there before it.
ARTICLES: Final = (
    *years_2017_2018.ARTICLES,
    *year_2019.ARTICLES,
    *years_2020_2022.ARTICLES,
    *years_2023_2024.ARTICLES,
    *lately.ARTICLES,
    *recent.ARTICLES,
    *feature.ARTICLES,
    *unpublished.ARTICLES,
)
_SOURCE: Final = Path(__file__).parent / "demo_data" / "artikel_248.txt"
_SOURCE_ID: Final = 248
_SOURCE_AT: Final = datetime(2019, 9, 22, 19, 30, tzinfo=ZoneInfo("Asia/Jakarta"))
_SOURCE_TITLE: Final = "Diskominfo Cilegon Ajak Komunitas Sepeda Onthel Bentuk KIM"
_SOURCE_SLUG: Final = "diskominfo-cilegon-ajak-komunitas-sepeda-onthel-bentuk-kim"
_DATELINE: Final = "PC.Cilegon- "
_READS: Final = (31, 96, 54, 18, 72, 45, 12, 60)  # of the newest article, the one before it, …
# What it takes to bring a draft to a state, step by step.
_STEPS: Final = {
    Status.DRAFT: (),
    Status.REVIEW: ("ajukan",),
    Status.RETURNED: ("ajukan", "kembalikan"),
    Status.PUBLISHED: ("ajukan", "terbitkan"),
    Status.WITHDRAWN: ("ajukan", "terbitkan", "tarik"),
    Status.ARCHIVED: ("ajukan", "terbitkan", "arsipkan"),
}
_CHECKLIST: Final = (
    "[  ] Talang dan lubang pembuangan bersih",
    "[  ] Surat penting dalam wadah kedap air",
    "[  ] Senter, obat, dan air minum mudah dijangkau",
    "[  ] Nomor pengurus RT dan 112 tertulis di dinding",
    "[  ] Titik kumpul keluarga disepakati",
)


def load() -> None:
    """Make the categories, articles and reads that are not there yet.

    An article is known by its address, also a former one: what a person renamed or
    rewrote is left as it is.
    """
    categories = _load_categories()
    known = _known_slugs()
    regions = {str(region): region for region in Region.objects.all()}
    today = timezone.localdate()
    if not Article.objects.filter(legacy_id=_SOURCE_ID).exists():
        _load_source(categories["kim-warga"])
    for item in ARTICLES:
        if item.slug not in known:
            region = regions[item.region] if item.region else None
            _load_article(item, categories[item.category], region, today)
    _load_reads(today)


def source_paragraphs() -> list[str]:
    """Return the five paragraphs of the source article, without its dateline, to the letter."""
    lines = _SOURCE.read_text(encoding="utf-8").splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith(_DATELINE))
    paragraphs = [line.rstrip() for line in lines[first:] if line.strip()]
    return [paragraphs[0].removeprefix(_DATELINE), *paragraphs[1:]]


def _load_categories() -> dict[str, Category]:
    found = {}
    for position, (slug, (name, description)) in enumerate(CATEGORIES.items(), start=1):
        defaults = {"slug": slug, "description": description, "position": position * 10}
        found[slug], _ = Category.objects.get_or_create(name=name, defaults=defaults)
    return found


def _known_slugs() -> set[str]:
    former = SlugRedirect.objects.filter(
        content_type=ContentType.objects.get_for_model(Article)
    ).values_list("old_slug", flat=True)
    return {*Article.objects.values_list("slug", flat=True), *former}


def _load_source(category: Category) -> None:
    article = Article.objects.create(
        title=_SOURCE_TITLE,
        slug=_SOURCE_SLUG,
        summary="Sosialisasi santai sambil ngopi di malam Minggu mengajak Kosti dan Sekotji menjadi "
        "jembatan informasi warga.",
        body="".join(f"<p>{escape(text, quote=False)}</p>" for text in source_paragraphs()),
        category=category,
        status=Status.PUBLISHED,
        published_at=_SOURCE_AT,
        author_credit="Redaksi Diskominfo",
        picture=illustration("onthel"),
        legacy_id=_SOURCE_ID,
        created_by=User.objects.filter(username="penulis").first(),
    )
    article.tags.add("KIM", "Komunitas", "Literasi digital")


def _load_article(
    item: DemoArticle, category: Category, region: Region | None, today: date
) -> None:
    article = Article.objects.create(
        title=item.title,
        slug=item.slug,
        summary=item.summary,
        dateline_place=item.dateline_place,
        body=_body(item),
        kind=item.kind,
        category=category,
        region=region,
        picture=illustration(item.picture) if item.picture else None,
        published_at=instant(item.when, today) if item.when else None,
        author_credit="Redaksi Diskominfo",
        reporter_credit=item.reporter,
        editor_credit="Redaktur Portal" if item.reporter else "",
        information_class=item.information_class,
        front_page=item.front_page,
        claim=item.claim,
        verdict=item.verdict,
        explanation=item.explanation,
        evidence=item.evidence,
        created_by=User.objects.get(username=item.writer),
    )
    article.tags.add(*item.tags)
    _attach(item, article)
    _walk(item, article)
    if item.until:
        # Last: what has ended already could not be published any more.
        article.unpublish_at = instant(item.until, today)
        article.save()


def _body(item: DemoArticle) -> str:
    return "".join(block if isinstance(block, str) else _figure(*block) for block in item.blocks())


def _figure(name: str, caption: str) -> str:
    """Return the picture as the editor's picture button inserts it."""
    picture = illustration(name)
    width, height = picture.size_at(720)
    return (
        f'<figure><img src="{picture.rendition_url(720, "webp")}" alt="{escape(picture.alt_text)}" '
        f'width="{width}" height="{height}"><figcaption>{escape(caption)}</figcaption></figure>'
    )


def _attach(item: DemoArticle, article: Article) -> None:
    """Give *article* its gallery with the checklist to print, its ralat and its related articles."""
    for position, name in enumerate(item.gallery):
        article.attachments.create(picture=illustration(name), position=position)
    if item.gallery:
        title = "Daftar Periksa Musim Hujan"
        file = one_page_pdf(title, _CHECKLIST)
        document = store_document(
            file, title=title, file_name=title, uploaded_by=article.created_by
        )
        article.attachments.create(document=document, position=len(item.gallery))
    if item.correction and article.published_at:
        at = article.published_at + timedelta(hours=1)
        article.corrections.create(text=item.correction, at=at)
    article.related.set(Article.objects.filter(slug__in=map(slugify, item.related)))


def _walk(item: DemoArticle, article: Article) -> None:
    """Move *article* from draft to its state, as writer and editor would, an hour or a day a step."""
    writer, editor = article.created_by, User.objects.get(username="editor")
    at = min(article.published_at or timezone.now(), timezone.now()) - timedelta(hours=2)
    for step in _STEPS[Status(item.status)]:
        is_writers = step == "ajukan"
        note = "" if step in {"ajukan", "terbitkan"} else item.note
        move_item(article, step, by=writer if is_writers and writer else editor, note=note, at=at)
        at += timedelta(hours=2) if is_writers else timedelta(days=1)


def _load_reads(today: date) -> None:
    """Let the newest articles be read in the last days, so that Terpopuler has something to count."""
    if DailyReads.objects.exists():
        return
    newest = Article.objects.published().newest_first()[: len(_READS)]
    DailyReads.objects.bulk_create(
        DailyReads(article=article, day=today - timedelta(days=day), count=reads // (day + 1))
        for article, reads in zip(newest, _READS, strict=False)
        for day in range(3)
    )
