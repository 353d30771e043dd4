"""What is searched: one row for each item of each app, hidden ones included."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from cilegon_portal.search import cached
from cilegon_portal.text import PlainTextField


class Document(models.Model):
    """An item as the engines see it, written with the item (:mod:`cilegon_portal.search.indexing`).

    The key grows with the date, so that both engines walk from the newest without sorting.
    ``public_from`` and ``public_until`` copy the publishing rule; without the first it is for
    staff alone. ``marks`` is what a search can be narrowed to (:mod:`cilegon_portal.search.scope`).
    The engines' own columns, indexes and tables are made by the migrations.
    """

    id = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=12)
    object_id = models.PositiveBigIntegerField()
    public_from = models.DateTimeField(null=True)
    public_until = models.DateTimeField(null=True)
    length = models.PositiveIntegerField()
    title = models.TextField()
    text = models.TextField()
    title_stems = models.TextField()
    summary_stems = models.TextField()
    body_stems = models.TextField()
    marks = models.TextField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["kind", "object_id"], name="search_document_item")
        ]

    def __str__(self) -> str:
        return self.title


class Word(models.Model):
    """A word that stood in a public text at some time: what "Mungkin maksud Anda" chooses from.

    Whether it stands in one now is asked when it is offered.
    """

    word = models.CharField(max_length=40, primary_key=True)
    length = models.PositiveSmallIntegerField()

    class Meta:
        # Words alike: as long, give or take, with the same beginning (the primary key).
        indexes = [models.Index(fields=["length", "word"], name="search_word_length")]

    def __str__(self) -> str:
        return self.word


class Rebuild(models.Model):
    """How far ``bangun_indeks`` has come with one kind; gone when it is done."""

    kind = models.CharField(max_length=12, primary_key=True)
    done_to = models.PositiveBigIntegerField(default=0)

    def __str__(self) -> str:
        return self.kind


class Synonyms(models.Model):
    """Words that mean the same when somebody searches. Names of regions have theirs themselves."""

    words = PlainTextField(
        "kata",
        max_length=400,
        help_text="Satu sebutan sebaris, misalnya KIM dan Kelompok Informasi Masyarakat.",
    )

    class Meta:
        verbose_name = "padanan kata"
        verbose_name_plural = "padanan kata"
        ordering = ["words"]

    def __str__(self) -> str:
        return " = ".join(self.wordings())

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        cached.forget_synonyms()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        deleted = super().delete(*args, **kwargs)
        cached.forget_synonyms()
        return deleted

    def wordings(self) -> list[str]:
        """Return the wordings, one a line."""
        return [line.strip() for line in self.words.splitlines() if line.strip()]

    def clean(self) -> None:
        """Refuse a set that says nothing."""
        if len(self.wordings()) < 2:
            raise ValidationError({"words": "Tulis dua sebutan atau lebih, masing-masing sebaris."})
