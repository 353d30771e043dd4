"""The documents of an event: undangan, risalah and material; internal unless marked public."""

from typing import TYPE_CHECKING

from django.db import models

from cilegon_portal.library.models import Document

if TYPE_CHECKING:
    pass


class DocumentKind(models.TextChoices):
    """What a document of an event is."""

    INVITATION = "undangan", "Undangan"
    MINUTES = "risalah", "Risalah"
    MATERIAL = "bahan", "Bahan"


class EventDocument(models.Model):
    """A PDF of an event; internal unless marked public, and public only with an open, public event."""

    event = models.ForeignKey("agenda.Event", on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        Document, verbose_name="dokumen", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(
        "jenis", max_length=8, choices=DocumentKind.choices, default=DocumentKind.MATERIAL
    )
    is_public = models.BooleanField("boleh dibaca umum", default=False)

    class Meta:
        verbose_name = "dokumen"
        verbose_name_plural = "dokumen"
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.document)
