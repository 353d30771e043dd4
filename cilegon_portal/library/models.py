"""Pictures and documents that staff put into what they publish."""

import secrets
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse

from cilegon_portal.library import files
from cilegon_portal.search.searchable import Searchable, SearchableQuerySet
from cilegon_portal.text import LineField

ALT_MAX_CHARS = 125
RENDITION_WIDTHS_PX = (360, 720, 1200)
FALLBACK_WIDTH_PX = 720


def new_token() -> str:
    """Return a random, unguessable file name of 22 characters."""
    return secrets.token_urlsafe(16)


class Picture(Searchable):
    """A photo, re-encoded on upload (:mod:`cilegon_portal.library.uploads`).

    Files stand in MEDIA_ROOT under ``gambar/<token>/``: ``asli.jpg|png`` and a rendition for
    each step and format (:mod:`cilegon_portal.library.renditions`). A step is named after the
    width it stands for and is never wider than the original: ``720.webp`` of a picture 500 px
    wide exists, 500 px wide. The address of a file is public only while something public uses
    the picture.
    """

    is_used: bool  # annotated by the file views: something public uses it now

    token = models.CharField(max_length=22, unique=True, default=new_token, editable=False)
    title = LineField(
        "nama", max_length=120, help_text="Untuk mencari di pustaka; tidak tampil di situs."
    )
    alt_text = LineField(
        "teks alternatif",
        max_length=ALT_MAX_CHARS,
        blank=True,
        help_text="Apa yang tampak di foto dan mengapa ada di sini, untuk pembaca yang tidak melihatnya.",
    )
    is_decorative = models.BooleanField(
        "dekoratif",
        default=False,
        help_text="Centang bila foto tidak menambah informasi; teks alternatif lalu kosong.",
    )
    caption = LineField("keterangan", max_length=250, blank=True)
    credit = LineField(
        "kredit foto", max_length=100, blank=True, help_text="Misalnya “Diskominfo”."
    )
    width = models.PositiveIntegerField("lebar (px)", editable=False)
    height = models.PositiveIntegerField("tinggi (px)", editable=False)
    extension = models.CharField(max_length=4, default="jpg", editable=False)
    focal_x = models.PositiveSmallIntegerField("titik fokus mendatar (%)", default=50)
    focal_y = models.PositiveSmallIntegerField("titik fokus tegak (%)", default=50)
    digest = models.CharField(max_length=64, editable=False, db_index=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="diunggah oleh",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    uploaded_at = models.DateTimeField("diunggah pada", auto_now_add=True)

    objects = SearchableQuerySet["Picture"].as_manager()

    class Meta:
        verbose_name = "gambar"
        verbose_name_plural = "gambar"
        ordering = ["-uploaded_at", "-pk"]
        # Without it an account uses what it uploaded itself (cilegon_portal.library.usage).
        permissions = [("use_any_picture", "Boleh memakai gambar siapa pun")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(focal_x__lte=100) & models.Q(focal_y__lte=100),
                name="library_picture_focal_point",
                violation_error_message="Titik fokus antara 0 dan 100 persen.",
            )
        ]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if self.is_decorative:
            self.alt_text = ""

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        paths = [self.file_path(name) for name in self.file_names()]
        deleted = super().delete(*args, **kwargs)
        transaction.on_commit(lambda: files.remove(*paths))
        return deleted

    @property
    def original_name(self) -> str:
        """The file name of the re-encoded original; only staff may fetch it."""
        return f"asli.{self.extension}"

    def steps(self) -> list[int]:
        """Return the steps that exist, narrowest first: always 360 and 720, 1200 where it is wider."""
        return [
            step
            for step in RENDITION_WIDTHS_PX
            if step <= FALLBACK_WIDTH_PX or self.width > FALLBACK_WIDTH_PX
        ]

    def size_at(self, step: int) -> tuple[int, int]:
        """Return width and height in px of the rendition for *step*."""
        width = min(step, self.width)
        return width, max(1, round(self.height * width / self.width))

    def rendition_names(self) -> list[str]:
        """Return the file names of the renditions."""
        return [
            f"{step}.{extension}"
            for step in self.steps()
            for extension in ("avif", "webp", "jpg")
            if extension != "jpg" or step >= FALLBACK_WIDTH_PX
        ]

    def file_names(self) -> list[str]:
        """Return the names of all files, original first."""
        return [self.original_name, *self.rendition_names()]

    def file_path(self, name: str) -> str:
        """Return where the file *name* stands in the storage."""
        return f"gambar/{self.token}/{name}"

    def rendition_url(self, width: int, extension: str) -> str:
        """Return the address of the rendition for step *width*, as ``avif``, ``webp`` or ``jpg``."""
        return reverse("library:picture_file", args=[self.token, f"{width}.{extension}"])

    def srcset(self, extension: str) -> str:
        """Return the ``srcset`` of ``avif`` or ``webp``, with true widths and none twice."""
        widths = {self.size_at(step)[0]: step for step in reversed(self.steps())}
        return ", ".join(
            f"{self.rendition_url(step, extension)} {width}w"
            for width, step in sorted(widths.items())
        )

    def thumbnail_url(self) -> str:
        """Return the address of the smallest rendition, for lists in the admin."""
        return self.rendition_url(RENDITION_WIDTHS_PX[0], "webp")

    def has_text(self) -> bool:
        """Tell whether the picture may be published: alternative text, or marked decorative."""
        return bool(self.alt_text) or self.is_decorative


class Document(models.Model):
    """A PDF to download; its address is public only while something public offers it."""

    is_used: bool  # annotated by the file views: something public uses it now

    token = models.CharField(max_length=22, unique=True, default=new_token, editable=False)
    title = LineField("judul", max_length=150)
    file_name = models.CharField("nama berkas", max_length=120, editable=False)
    size = models.PositiveIntegerField("ukuran (bita)", editable=False)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="diunggah oleh",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    uploaded_at = models.DateTimeField("diunggah pada", auto_now_add=True)

    class Meta:
        verbose_name = "dokumen"
        verbose_name_plural = "dokumen"
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("library:document_file", args=[self.token, self.file_name])

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        path = self.file_path()
        deleted = super().delete(*args, **kwargs)
        transaction.on_commit(lambda: files.remove(path))
        return deleted

    def file_path(self) -> str:
        """Return where the file stands in the storage."""
        return f"dokumen/{self.token}.pdf"
