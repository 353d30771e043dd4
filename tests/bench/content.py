"""Generated articles: many, quickly, alike in size to real ones."""

import random
from datetime import UTC, date, datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from taggit.models import Tag, TaggedItem

from cilegon_portal.library.models import Picture
from cilegon_portal.publishing.models import Status
from news.models import Article, Category, DailyReads, Kind

BATCH = 2_000
YEARS = 8
READ_A_DAY = 1_000  # different articles, most of them few times: the long tail of a search engine
NEWEST = datetime(2026, 1, 1, 3, 0, tzinfo=UTC)
_WORDS = [
    "kota",
    "cilegon",
    "warga",
    "kelurahan",
    "pemerintah",
    "layanan",
    "publik",
    "informasi",
    "masyarakat",
    "kegiatan",
    "program",
    "jalan",
    "pembangunan",
    "sekolah",
    "pelatihan",
    "kesehatan",
    "posyandu",
    "pelabuhan",
    "industri",
    "lingkungan",
    "mangrove",
    "pengajian",
    "kunjungan",
    "rapat",
    "paripurna",
    "peresmian",
    "pembinaan",
    "literasi",
    "digital",
    "komunitas",
    "aspirasi",
    "kecamatan",
]


def grow_to(total: int) -> None:
    """Add public articles until there are *total*; the same *total* gives the same content."""
    categories, pictures, tags = _categories(), _pictures(), _tags()
    content_type = ContentType.objects.get_for_model(Article)
    for first in range(Article.objects.count(), total, BATCH):
        numbers = range(first, min(first + BATCH, total))
        articles = Article.objects.bulk_create(_article(n, categories, pictures) for n in numbers)
        TaggedItem.objects.bulk_create(
            TaggedItem(tag=tag, object_id=article.pk, content_type=content_type)
            for number, article in zip(numbers, articles, strict=True)
            for tag in _tags_of(number, tags)
        )


def read_lately(today: date) -> None:
    """Have as many of the newest articles read as of the old ones, on each of the last seven days."""
    half = READ_A_DAY // 2
    read = {
        *Article.objects.newest_first().values_list("pk", flat=True)[:half],
        *Article.objects.order_by("pk").values_list("pk", flat=True)[:half],
    }
    DailyReads.objects.all().delete()
    DailyReads.objects.bulk_create(
        DailyReads(article_id=pk, day=today - timedelta(days=back), count=1 + pk % 50)
        for back in range(7)
        for pk in sorted(read)
    )


def _tags_of(number: int, tags: list[Tag]) -> list[Tag]:
    """Return three tags, as most articles carry, and the first of all for every second article."""
    usual = [tags[1 + (number + shift) % (len(tags) - 1)] for shift in (0, 7, 13)]
    return [tags[0], *usual] if number % 2 == 0 else usual


def _article(number: int, categories: list[Category], pictures: list[Picture]) -> Article:
    dice = random.Random(number)  # noqa: S311 -- content, not secrets
    paragraphs = [" ".join(dice.choices(_WORDS, k=45)).capitalize() + "." for _ in range(7)]
    # Spread over the years, newest last, so that growth adds to every month as an archive does.
    published_at = NEWEST - timedelta(minutes=dice.randrange(YEARS * 365 * 24 * 60))
    return Article(
        title=f"{' '.join(dice.choices(_WORDS, k=7)).capitalize()} {number}",
        slug=f"berita-ukur-{number}",
        summary=" ".join(dice.choices(_WORDS, k=18)).capitalize() + ".",
        body="".join(f"<p>{text}</p>" for text in paragraphs),
        kind=Kind.ANNOUNCEMENT if number % 20 == 0 else Kind.NEWS,
        category=categories[number % len(categories)],
        picture=pictures[number % len(pictures)],
        status=Status.PUBLISHED,
        published_at=published_at,
        first_published_at=published_at,
    )


def _categories() -> list[Category]:
    for number in range(10):
        Category.objects.get_or_create(name=f"Topik {number}", defaults={"slug": f"topik-{number}"})
    return list(Category.objects.all())


def _pictures() -> list[Picture]:
    for number in range(50):
        Picture.objects.get_or_create(
            title=f"Foto {number}",
            defaults={
                "alt_text": "Foto ukur",
                "width": 1600,
                "height": 900,
                "digest": f"{number:064x}",
            },
        )
    return list(Picture.objects.all())


def _tags() -> list[Tag]:
    for number in range(200):
        Tag.objects.get_or_create(name=f"tag {number}", defaults={"slug": f"tag-{number}"})
    return list(Tag.objects.order_by("pk"))
