"""Articles and what belongs to them."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils import timezone
from taggit.managers import TaggableManager

from cilegon_portal.library.description import undescribed
from cilegon_portal.library.illustrated import Illustrated
from cilegon_portal.library.models import Document, Picture
from cilegon_portal.office.models import SiteProfile
from cilegon_portal.publishing.models import Publishable, PublishableQuerySet
from cilegon_portal.publishing.problems import Problem
from cilegon_portal.publishing.slugs import validate_slug
from cilegon_portal.regions.models import Region
from cilegon_portal.richtext import RichTextField
from cilegon_portal.text import LineField, PlainTextField
from news.indexed_tags import IndexedTags
from news.proofreading import date_problems

CREDIT_MAX_CHARS = 100
TITLE_MAX_CHARS = 120  # the form warns from 90; docs/publishing.md#titles
REVISION_GRACE = timedelta(minutes=10)  # a first proof-reading is no revision
SUMMARY_MAX_CHARS = 200  # the form asks for 90 to 160, which chat programs show whole


class Kind(models.TextChoices):
    """What sort of article; the values are address words (``/berita/jenis/<jenis>/``)."""

    NEWS = "berita", "Berita"
    PRESS_RELEASE = "siaran-pers", "Siaran pers"
    ANNOUNCEMENT = "pengumuman", "Pengumuman"
    CLARIFICATION = "klarifikasi", "Klarifikasi hoaks"


class Verdict(models.TextChoices):
    """What the check of a claim found."""

    HOAX = "hoaks", "Hoaks"
    MISLEADING = "menyesatkan", "Menyesatkan"
    TRUE = "benar", "Benar"
    UNPROVEN = "belum-terbukti", "Belum terbukti"


class InformationClass(models.TextChoices):
    """Class of public information, UU 14/2008 articles 9 to 11."""

    PERIODIC = "berkala", "Berkala"
    IMMEDIATE = "serta-merta", "Serta merta"
    ANY_TIME = "setiap-saat", "Setiap saat"


class FrontPage(models.IntegerChoices):
    """Place on the front page; of several headlines the newest is shown."""

    NORMAL = 0, "Biasa"
    HEADLINE = 1, "Berita utama"


class CategoryQuerySet(models.QuerySet["Category"]):
    """Categories that lead somewhere."""

    def with_public_articles(self) -> Self:
        """Return categories that hold at least one public article: one without is 404 and in no list."""
        return self.filter(Exists(Article.objects.published().filter(category=OuterRef("pk"))))


class Category(models.Model):
    """A topic of the news; every article has one."""

    name = LineField("nama", max_length=60, unique=True)
    slug = models.SlugField("slug", max_length=60, unique=True, validators=[validate_slug])
    description = LineField("keterangan", max_length=200, blank=True)
    position = models.PositiveSmallIntegerField("urutan", default=100)

    objects = CategoryQuerySet.as_manager()

    class Meta:
        verbose_name = "kategori"
        verbose_name_plural = "kategori"
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("news:category_detail", args=[self.slug])


class ArticleQuerySet(PublishableQuerySet["Article"]):
    """Adds what article pages need to the shared publishing rule."""

    def newest_first(self) -> Self:
        """Return newest first; ties by primary key, so that paging is stable."""
        return self.order_by("-published_at", "-pk")

    def for_cards(self) -> Self:
        """Return newest first, with category and picture and without texts a card does not show: 1 query."""
        return (
            self.newest_first()
            .select_related("category", "picture")
            .defer("body", "claim", "explanation", "evidence", "review_note")
        )

    def for_feed(self) -> Self:
        """Return newest first with the whole text, category, picture and tags: 2 queries."""
        return (
            self.newest_first()
            .select_related("category", "picture")
            .prefetch_related("tags")
            .defer("claim", "explanation", "evidence", "review_note")
        )

    def for_api(self) -> Self:
        """Return articles with what a list of the API tells of them, in any order: 2 queries."""
        return self.for_cards().select_related("region").prefetch_related("tags")

    def for_checking(self) -> Self:
        """Return articles with the pictures that ``problems()`` looks at: 1 query and 2 for any number."""
        attachments = Attachment.objects.select_related("picture")
        return self.select_related("picture").prefetch_related(
            models.Prefetch("attachments", attachments), "text_pictures"
        )

    def for_page(self) -> Self:
        """Return whole articles with all that their page shows of their own: 1 query and 3 for any number."""
        attachments = Attachment.objects.select_related("picture", "document")
        return self.select_related("category", "picture", "region").prefetch_related(
            models.Prefetch("attachments", attachments), "corrections", "tags"
        )


class Article(Illustrated, Publishable):
    """A news item, written by an editor."""

    title = LineField("judul", max_length=TITLE_MAX_CHARS)
    slug = models.SlugField("slug", max_length=140, unique=True, validators=[validate_slug])
    summary = LineField(
        "ringkasan",
        max_length=SUMMARY_MAX_CHARS,
        blank=True,
        help_text="Satu atau dua kalimat, 90–160 huruf; tampil di kartu, hasil pencarian, dan WhatsApp.",
    )
    dateline_place = LineField(
        "tempat pada garis tanggal",
        max_length=60,
        blank=True,
        help_text="Kosong: hanya awal garis tanggal dari profil situs, misalnya “PC.Cilegon-”.",
    )
    body = RichTextField("isi", blank=True)
    kind = models.CharField("jenis", max_length=12, choices=Kind.choices, default=Kind.NEWS)
    category = models.ForeignKey(
        Category, verbose_name="kategori", on_delete=models.PROTECT, related_name="articles"
    )
    tags = TaggableManager(
        "tag",
        blank=True,
        help_text="Dipisah koma. Huruf besar dan kecil dianggap sama.",
        manager=IndexedTags,
    )
    picture = models.ForeignKey(
        Picture,
        verbose_name="foto utama",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        db_index=False,  # news_article_picture begins with it
    )
    related = models.ManyToManyField(
        "self", verbose_name="baca juga", symmetrical=False, blank=True, related_name="+"
    )

    # Klarifikasi: what was claimed, what is true, and how that is known.
    claim = PlainTextField(
        "klaim", blank=True, help_text="Kabar yang beredar, dengan kata-katanya sendiri."
    )
    verdict = models.CharField("hasil", max_length=14, choices=Verdict.choices, blank=True)
    explanation = PlainTextField("penjelasan", blank=True)
    evidence = RichTextField(
        "bukti", blank=True, help_text="Sumber dan tautan yang dapat diperiksa pembaca."
    )

    author_credit = LineField("penulis", max_length=CREDIT_MAX_CHARS, blank=True)
    reporter_credit = LineField("peliput", max_length=CREDIT_MAX_CHARS, blank=True)
    editor_credit = LineField("editor", max_length=CREDIT_MAX_CHARS, blank=True)
    photo_credit = LineField("foto", max_length=CREDIT_MAX_CHARS, blank=True)

    information_class = models.CharField(
        "kelas informasi",
        max_length=11,
        choices=InformationClass.choices,
        default=InformationClass.PERIODIC,
        help_text="UU 14/2008: serta merta untuk yang menyangkut hajat hidup dan ketertiban umum.",
    )
    region = models.ForeignKey(
        Region,
        verbose_name="lokasi",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    front_page = models.PositiveSmallIntegerField(
        "tempat di beranda", choices=FrontPage.choices, default=FrontPage.NORMAL
    )
    legacy_id = models.PositiveIntegerField(
        "nomor di situs lama",
        null=True,
        blank=True,
        unique=True,
        help_text="Alamat /index.php/web/berita/&lt;nomor&gt; dialihkan ke sini.",
    )

    objects = ArticleQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = "berita"
        verbose_name_plural = "berita"
        permissions = [("review_article", "Boleh meninjau dan menerbitkan berita")]
        indexes = [
            # published().for_cards(): home, list, feed, sitemap, archive, previous/next.
            models.Index(fields=["status", "-published_at", "-id"], name="news_article_newest"),
            # The same within a category.
            models.Index(
                fields=["category", "status", "-published_at", "-id"], name="news_article_category"
            ),
            # The same within a kind.
            models.Index(
                fields=["kind", "status", "-published_at", "-id"], name="news_article_kind"
            ),
            # The files of a main picture (news.uses): public or not, however many use it.
            models.Index(
                fields=["picture", "status", "-published_at"], name="news_article_picture"
            ),
            # The headline of the front page.
            models.Index(
                fields=["front_page", "status", "-published_at", "-id"], name="news_article_front"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("news:article_detail", args=[self.slug])

    def own_problems(self, at: datetime | None = None) -> list[Problem]:
        """Add what readers need: a text, words for the photo, a complete clarification."""
        problems = super().own_problems(at)
        if not self.body.strip() and self.kind != Kind.CLARIFICATION:
            problems.append(Problem("body", "Isi berita masih kosong. Tulis isinya.", "Isi kosong"))
        if self.picture is not None and not self.picture.has_text():
            problems.append(undescribed(self.picture, "Foto utama", field="picture"))
        if self.kind == Kind.CLARIFICATION:
            wanted = {
                "claim": "Tulis klaim yang diperiksa.",
                "verdict": "Pilih hasil pemeriksaan.",
                "explanation": "Tulis penjelasan: apa yang benar.",
            }
            problems += [
                Problem(name, message, "Klarifikasi belum lengkap")
                for name, message in wanted.items()
                if not getattr(self, name)
            ]
        return problems + date_problems(self.body, self.published_at)

    def problems(self, at: datetime | None = None) -> list[Problem]:
        """Add the photos in the texts and the gallery; no query after ``for_checking()``."""
        gallery = [photo for photo in self.gallery() if not photo.has_text()]
        return [
            *super().problems(at),
            *self.photo_problems(),
            *(undescribed(photo, "Foto galeri") for photo in gallery),
        ]

    def dateline(self) -> str:
        """Return the opening of the lead, "PC.Cilegon-" or "PC.Cilegon, Pulomerak-"."""
        prefix = SiteProfile.load().dateline_prefix
        return f"{prefix}, {self.dateline_place}-" if self.dateline_place else f"{prefix}-"

    def gallery(self) -> list[Picture]:
        """Return the attached pictures in the editor's order; no query after ``for_page()``."""
        return [item.picture for item in self.attachments.all() if item.picture is not None]

    def documents(self) -> list[Document]:
        """Return the attached documents in the editor's order; no query after ``for_page()``."""
        return [item.document for item in self.attachments.all() if item.document is not None]

    def revised_at(self) -> datetime | None:
        """Return when the text was last saved, if well after it appeared here; else None.

        An old article that came in by import is not "diperbarui" by its import.
        """
        if self.published_at is None:
            return None
        settled_at = max(self.published_at, self.created_at) + REVISION_GRACE
        return self.updated_at if self.updated_at > settled_at else None


class Attachment(models.Model):
    """A gallery picture or a document of an article, in the editor's order."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="attachments")
    picture = models.ForeignKey(
        Picture,
        verbose_name="gambar",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    document = models.ForeignKey(
        Document,
        verbose_name="dokumen",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    position = models.PositiveSmallIntegerField("urutan", default=0)

    class Meta:
        verbose_name = "lampiran"
        verbose_name_plural = "lampiran"
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(picture__isnull=False) ^ models.Q(document__isnull=False),
                name="news_attachment_one_thing",
                violation_error_message="Pilih satu gambar atau satu dokumen.",
            )
        ]

    def __str__(self) -> str:
        return str(self.picture or self.document)

    @property
    def part_of(self) -> Article:
        """The article, for cilegon_portal.library.references."""
        return self.article


class Correction(models.Model):
    """A ralat: what was wrong and is right now; stays visible below the article."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="corrections")
    text = PlainTextField(
        "ralat", help_text="Apa yang keliru dan apa yang benar, misalnya “Sebelumnya tertulis …”."
    )
    at = models.DateTimeField("pada", default=timezone.now)

    class Meta:
        verbose_name = "ralat"
        verbose_name_plural = "ralat"
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text[:60]


class DailyReads(models.Model):
    """How often an article was read on one day (WIB); written in batches, never while a page renders."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="daily_reads")
    day = models.DateField("hari")
    count = models.PositiveIntegerField("kali dibaca", default=0)

    class Meta:
        verbose_name = "pembacaan harian"
        verbose_name_plural = "pembacaan harian"
        constraints = [
            models.UniqueConstraint(fields=["article", "day"], name="news_dailyreads_once")
        ]
        # Terpopuler sums a few days.
        indexes = [models.Index(fields=["day", "article"], name="news_dailyreads_day")]

    def __str__(self) -> str:
        return f"{self.article_id} {self.day}"
