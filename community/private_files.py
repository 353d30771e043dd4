"""Files that only staff may read: letters of appointment (SK) with names and signatures.

Checked and re-encoded as what the library takes (docs/decisions/0006-pictures.md), kept apart
from it, under ``pribadi/``. No public address leads there; staff read them at an admin page
that writes down who did (:mod:`community.access_log`).
"""

import io
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import models, transaction
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header

from cilegon_portal.library import files, pdf, uploads
from cilegon_portal.library.models import new_token
from cilegon_portal.text import LineField

if TYPE_CHECKING:
    from cilegon_portal.accounts.models import User

FOLDER: Final = "pribadi"
_JPEG_QUALITY: Final = 88  # letters of a scan stay sharp
_NEITHER = (
    "Berkas ini bukan PDF, JPEG, PNG, WebP, atau GIF. Simpan sebagai PDF, atau foto suratnya, "
    "lalu unggah lagi."
)
_TOO_LARGE = "Berkas melebihi 20 MB. Simpan ulang dengan ukuran lebih kecil, lalu unggah lagi."


class FileKind(models.TextChoices):
    """What the file is; the value is its ending."""

    PDF = "pdf", "PDF"
    PICTURE = "jpg", "Gambar"


_CONTENT_TYPES: Final[dict[str, str]] = {
    FileKind.PDF: "application/pdf",
    FileKind.PICTURE: "image/jpeg",
}


class PrivateFile(models.Model):
    """A PDF or picture for staff only. ``original_name`` is as it came, never part of a path."""

    token = models.CharField(max_length=22, unique=True, default=new_token, editable=False)
    original_name = LineField("nama berkas", max_length=150)
    kind = models.CharField("jenis", max_length=3, choices=FileKind.choices)
    size = models.PositiveIntegerField("ukuran (bita)")
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
        verbose_name = "berkas pribadi"
        verbose_name_plural = "berkas pribadi"
        ordering = ["-uploaded_at", "-pk"]

    def __str__(self) -> str:
        return self.original_name

    def get_absolute_url(self) -> str:
        return reverse("community_private_file", args=[self.token])

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        path = self.file_path()
        deleted = super().delete(*args, **kwargs)
        transaction.on_commit(lambda: files.remove(path))
        return deleted

    def file_path(self) -> str:
        """Return where the file stands in the storage."""
        return f"{FOLDER}/{self.token}.{self.kind}"


def store_private_file(
    data: "bytes | File[Any]", *, name: str, uploaded_by: "User | None" = None
) -> PrivateFile:
    """Return a saved PDF or picture. Raises ValidationError with what to do.

    A picture becomes a JPEG without metadata; what is also something else does not survive.
    """
    kind, content = checked(data)
    stored = PrivateFile(
        original_name=" ".join(name.split())[-150:] or "berkas",
        kind=kind,
        size=len(content),
        uploaded_by=uploaded_by,
    )
    try:
        files.write(stored.file_path(), content)
        stored.save()
    except BaseException:
        files.remove(stored.file_path())
        raise
    return stored


def private_response(file: PrivateFile, name: str) -> HttpResponse:
    """Return *file* under *name*, for whoever was logged before: kept by no cache, nothing in it runs.

    Raises Http404 when it is gone.
    """
    try:
        content = files.read(file.file_path())
    except FileNotFoundError as error:
        raise Http404 from error
    return HttpResponse(
        content,
        content_type=_CONTENT_TYPES[file.kind],
        headers={
            "Cache-Control": "private, no-store",
            "Content-Security-Policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
            "Content-Disposition": content_disposition_header(
                as_attachment=False, filename=f"{name}.{file.kind}"
            ),
            "X-Content-Type-Options": "nosniff",
        },
    )


def checked(data: "bytes | File[Any]") -> tuple[FileKind, bytes]:
    """Return what *data* is and the bytes to keep. Raises ValidationError with what to do."""
    raw = uploads.read_limited(data, pdf.MAX_BYTES, _TOO_LARGE)
    if raw.startswith(b"%PDF-"):
        pdf.validate(raw)
        return FileKind.PDF, raw
    try:
        image = uploads.decode(raw)
    except ValidationError as error:
        if error.code == "type":
            raise ValidationError(_NEITHER, code="type") from error
        raise
    buffer = io.BytesIO()
    image.convert("RGB").save(buffer, "JPEG", quality=_JPEG_QUALITY)
    return FileKind.PICTURE, buffer.getvalue()
