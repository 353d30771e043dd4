"""Which staff looked at personal data: contacts and private files. UU 27/2022 asks to know."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cilegon_portal.accounts.models import User


class Subject(models.TextChoices):
    """What was looked at."""

    CONTACT = "kontak", "Kontak"
    FILE = "berkas", "Berkas"
    EXPORT = "ekspor", "Nama pengurus dalam ekspor"


class AccessLog(models.Model):
    """One look: who, at what of which item, when. It holds nothing of what was read."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="oleh",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    subject = models.CharField("yang dibuka", max_length=6, choices=Subject.choices)
    content_type = models.ForeignKey(
        ContentType, verbose_name="jenis data", on_delete=models.CASCADE
    )
    object_id = models.PositiveBigIntegerField("nomor")
    item = GenericForeignKey("content_type", "object_id")
    at = models.DateTimeField("pada", auto_now_add=True)

    class Meta:
        verbose_name = "catatan akses"
        verbose_name_plural = "catatan akses"
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="community_access_newest"),
            models.Index(fields=["content_type", "object_id"], name="community_access_item"),
        ]

    def __str__(self) -> str:
        return f"{self.get_subject_display()} {self.content_type.name} {self.object_id}"


def log_accesses(items: "Sequence[models.Model]", subject: Subject, *, by: "User") -> None:
    """Write down that *by* looks at *subject* of each of *items*, all of one model: 1 query."""
    AccessLog.objects.bulk_create(AccessLog(user=by, subject=subject, item=item) for item in items)


def log_access(item: models.Model, subject: Subject, *, by: "User") -> None:
    """Write down that *by* looks at *subject* of the saved *item*; call it before showing."""
    AccessLog.objects.create(user=by, subject=subject, item=item)


def looks_at(item: models.Model) -> list[dict[str, Any]]:
    """Return when staff looked at what of *item*, for the person whom it is about."""
    looks = AccessLog.objects.filter(
        content_type=ContentType.objects.get_for_model(item), object_id=item.pk
    )
    return [{"pada": look.at, "yang dibuka": str(look)} for look in looks]
