"""The office itself: its profile, OPD, officials and the pages it writes."""

from datetime import datetime
from typing import Any, Self

from django.conf import settings
from django.core.cache import cache
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models, transaction
from django.utils import timezone

from cilegon_portal.accounts.roles import AIDE
from cilegon_portal.library.illustrated import Illustrated
from cilegon_portal.publishing.models import Publishable, PublishableQuerySet
from cilegon_portal.publishing.problems import Problem
from cilegon_portal.publishing.slugs import validate_slug
from cilegon_portal.richtext import RichTextField
from cilegon_portal.text import LineField, PlainTextField, WebAddressField

_PROFILE_CACHE_KEY = "office.profile"
_FOOTER_CACHE_KEY = "office.footer"


class KimMeaning(models.TextChoices):
    """What the K of KIM stands for: Kelompok until 2024, Komunitas since Permenkominfo 4/2024."""

    GROUP = "Kelompok", "Kelompok Informasi Masyarakat"
    COMMUNITY = "Komunitas", "Komunitas Informasi Masyarakat"


class SiteProfile(models.Model):
    """What the site says of itself; one row, edited in the admin."""

    site_name = LineField("nama situs", max_length=60, default="Portal Cilegon")
    office_name = LineField("nama kantor", max_length=100, default="Diskominfo Kota Cilegon")
    office_full_name = LineField(
        "nama lengkap kantor",
        max_length=200,
        default="Dinas Komunikasi, Informatika, Sandi dan Statistik",
    )
    owner_name = LineField("pemilik situs", max_length=100, default="Pemerintah Kota Cilegon")
    description = LineField(
        "keterangan situs",
        max_length=200,
        default="Berita resmi, agenda kegiatan, dan KIM Kota Cilegon.",
        help_text="Dipakai mesin pencari dan kartu bagikan.",
    )
    dateline_prefix = LineField(
        "awal garis tanggal",
        max_length=40,
        default="PC.Cilegon",
        help_text="Pembuka berita, misalnya “PC.Cilegon”.",
    )
    kim_meaning = models.CharField(
        "arti KIM", max_length=9, choices=KimMeaning.choices, default=KimMeaning.GROUP
    )
    address = PlainTextField("alamat kantor", blank=True, default="Kota Cilegon, Banten")
    email = models.EmailField("surel", blank=True)
    phone = LineField("telepon", max_length=40, blank=True)
    hotline = LineField("nomor darurat", max_length=20, blank=True, default="112")
    lapor_url = WebAddressField(
        "tautan SP4N-LAPOR!", blank=True, default="https://www.lapor.go.id/"
    )
    facebook_url = WebAddressField("Facebook", blank=True)
    instagram_url = WebAddressField("Instagram", blank=True)
    x_url = WebAddressField("X", blank=True)
    youtube_url = WebAddressField("YouTube", blank=True)
    tiktok_url = WebAddressField("TikTok", blank=True)
    notice_text = LineField("pemberitahuan penting", max_length=200, blank=True)
    notice_url = WebAddressField("tautan pemberitahuan", blank=True)
    notice_ends_at = models.DateTimeField("pemberitahuan berakhir", null=True, blank=True)
    shows_hijri = models.BooleanField(
        "tanggal Hijriah di agenda",
        default=True,
        help_text="Ditulis di samping tanggal acara, dengan kata “perkiraan”.",
    )
    aspiration_answer_days = models.PositiveSmallIntegerField(
        "aspirasi dijawab dalam (hari kerja)",
        default=10,
        validators=[MinValueValidator(1), MaxValueValidator(90)],
        help_text="Disebut kepada pengirim; sesudahnya tampil sebagai terlambat.",
    )
    registration_answer_days = models.PositiveSmallIntegerField(
        "pendaftaran KIM diperiksa dalam (hari kerja)",
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(90)],
    )
    retention_months = models.PositiveSmallIntegerField(
        "data pribadi disimpan (bulan)",
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text="Disebut di borang. Sesudahnya dihapus oleh data_pribadi bersihkan.",
    )
    updated_at = models.DateTimeField("disimpan pada", auto_now=True)

    class Meta:
        verbose_name = "profil situs"
        verbose_name_plural = "profil situs"
        constraints = [
            models.CheckConstraint(condition=models.Q(pk=1), name="office_siteprofile_single"),
            models.CheckConstraint(
                condition=models.Q(notice_text="") | models.Q(notice_ends_at__isnull=False),
                name="office_siteprofile_notice_ends",
                violation_error_message="Isi kapan pemberitahuan berakhir, supaya tidak tertinggal di beranda.",
            ),
        ]

    def __str__(self) -> str:
        return self.site_name

    def save(self, *args: object, **kwargs: object) -> None:
        self.pk = 1
        super().save(*args, **kwargs)  # type: ignore[arg-type]
        _forget(_PROFILE_CACHE_KEY)

    @classmethod
    def load(cls) -> "SiteProfile":
        """Return the profile, from the shared cache when it is there (saving empties it): 0 or 1 query."""
        profile: SiteProfile | None = cache.get(_PROFILE_CACHE_KEY)
        if profile is None:
            profile, _ = cls.objects.get_or_create(pk=1)
            cache.set(_PROFILE_CACHE_KEY, profile, timeout=300)
        return profile

    def shows_notice(self, at: datetime | None = None) -> bool:
        """Tell whether the urgent notice is on at *at*."""
        return (
            bool(self.notice_text)
            and self.notice_ends_at is not None
            and self.notice_ends_at > (at or timezone.now())
        )


class Agency(models.Model):
    """An OPD or institution that acts in news and agenda."""

    name = LineField("nama", max_length=200, unique=True)
    short_name = LineField("singkatan", max_length=60, blank=True)
    slug = models.SlugField("slug", max_length=80, unique=True)
    url = WebAddressField("situs", blank=True)

    class Meta:
        verbose_name = "OPD atau lembaga"
        verbose_name_plural = "OPD dan lembaga"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.short_name or self.name


class Official(models.Model):
    """An office (jabatan) in order of precedence, with who holds it now."""

    title = LineField("jabatan", max_length=150, unique=True)
    slug = models.SlugField("slug", max_length=80, unique=True)
    precedence = models.PositiveSmallIntegerField(
        "urutan", default=100, help_text="Kecil lebih dulu."
    )
    holder = LineField("pejabat saat ini", max_length=150, blank=True)
    agency = models.ForeignKey(
        Agency, verbose_name="OPD", on_delete=models.SET_NULL, null=True, blank=True
    )
    is_active = models.BooleanField("aktif", default=True)
    aides = models.ManyToManyField(
        settings.AUTH_USER_MODEL,
        verbose_name="ajudan",
        blank=True,
        related_name="officials_served",
        limit_choices_to={"groups__name": AIDE},
        help_text="Akun berperan Ajudan. Mereka mendapat kalender pribadi dan kabar perubahan.",
    )

    class Meta:
        verbose_name = "pejabat"
        verbose_name_plural = "pejabat"
        ordering = ["precedence", "title"]

    def __str__(self) -> str:
        return self.title


class PageQuerySet(PublishableQuerySet["Page"]):
    """Adds the footer to the shared publishing rule."""

    def for_checking(self) -> Self:
        """Return pages with the photos that ``problems()`` looks at: 1 query and 1 for any number."""
        return self.prefetch_related("text_pictures")

    def for_footer(self) -> Self:
        """Return the footer's pages in their order, without their text."""
        return self.filter(shows_in_footer=True).defer("body").order_by("position", "title")


class Page(Illustrated, Publishable):
    """A page the office writes, at ``/<slug>/``: tentang, kontak, privasi, aksesibilitas, umpan."""

    title = LineField("judul", max_length=120)
    slug = models.SlugField("slug", max_length=80, unique=True, validators=[validate_slug])
    summary = LineField("ringkasan", max_length=200, blank=True)
    body = RichTextField("isi")
    shows_in_footer = models.BooleanField("tampil di kaki situs", default=True)
    position = models.PositiveSmallIntegerField("urutan", default=10)

    objects = PageQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = "halaman"
        verbose_name_plural = "halaman"
        ordering = ["position", "title"]
        permissions = [("review_page", "Boleh meninjau dan menerbitkan halaman")]

    def __str__(self) -> str:
        return self.title

    def save(self, *args: object, **kwargs: object) -> None:
        super().save(*args, **kwargs)
        _forget(_FOOTER_CACHE_KEY)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        deleted = super().delete(*args, **kwargs)
        _forget(_FOOTER_CACHE_KEY)
        return deleted

    def get_absolute_url(self) -> str:
        return f"/{self.slug}/"

    def problems(self, at: datetime | None = None) -> list[Problem]:
        """Add the photos in the text; no query after ``for_checking()``."""
        return [*super().problems(at), *self.photo_problems()]

    @classmethod
    def in_footer(cls, at: datetime | None = None) -> "list[Page]":
        """Return the public pages of the footer in their order: 0 or 1 query.

        Hidden ones are kept in the cache too and left out here, so that a page appears and
        ends at its minute; saving one empties the cache.
        """
        pages: list[Page] | None = cache.get(_FOOTER_CACHE_KEY)
        if pages is None:
            pages = list(cls.objects.for_footer())
            cache.set(_FOOTER_CACHE_KEY, pages, timeout=300)
        return [page for page in pages if page.is_public(at)]


def _forget(key: str) -> None:
    """Empty *key* now, and once more after commit: a reader in between may have stored the old row."""
    cache.delete(key)
    transaction.on_commit(lambda: cache.delete(key))
