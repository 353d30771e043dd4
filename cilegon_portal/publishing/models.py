"""Who may see what: the one publishing rule, shared by every content app.

Rule: docs/publishing.md#the-rule. Nothing else in the project compares
``status`` or ``published_at``; ask a queryset or an instance defined here.
"""

from datetime import datetime
from typing import TYPE_CHECKING, Any, Self, TypeVar

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils import timezone

from cilegon_portal.publishing.problems import Problem
from cilegon_portal.search.searchable import Searchable, SearchableQuerySet
from cilegon_portal.text import PlainTextField

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from cilegon_portal.accounts.models import User

_PublishableT = TypeVar("_PublishableT", bound="Publishable")


class Status(models.TextChoices):
    """Where an item stands. "Dijadwalkan" and "kedaluwarsa" are derived from the times."""

    DRAFT = "draf", "Draf"
    REVIEW = "tinjauan", "Menunggu tinjauan"
    RETURNED = "kembali", "Dikembalikan"
    PUBLISHED = "terbit", "Terbit"
    WITHDRAWN = "ditarik", "Ditarik"
    ARCHIVED = "arsip", "Diarsipkan"


# States that follow from the times, beside those of Status: value and words.
SCHEDULED = ("dijadwalkan", "Dijadwalkan")
EXPIRED = ("kedaluwarsa", "Kedaluwarsa")


class PublishableQuerySet(SearchableQuerySet[_PublishableT]):
    """Querysets of public content start with :meth:`published`."""

    def released(self, at: datetime | None = None) -> Self:
        """Return what is approved and within its times at *at* (aware; default: now).

        What of it the public may see, :meth:`published` says.
        """
        at = at or timezone.now()
        not_ended = models.Q(unpublish_at__isnull=True) | models.Q(unpublish_at__gt=at)
        return self.filter(not_ended, status=Status.PUBLISHED, published_at__lte=at)

    def published(self, at: datetime | None = None) -> Self:
        """Return what the public may see at *at* (aware; default: now). Call it per request."""
        return self.released(at).for_everyone()

    def for_everyone(self) -> Self:
        """Leave out what no time and no approval makes public (an event for an inner circle)."""
        return self

    def published_between(
        self, start: datetime | None, end: datetime | None, at: datetime | None = None
    ) -> Self:
        """Return what the public may see at *at* and what was published from *start* until before *end*.

        The index is entered at one upper bound: given two (*end* and *at*), SQLite takes
        the later and walks through everything that is newer than *end*.
        """
        at = at or timezone.now()
        items = self.filter(published_at__gte=start) if start else self
        if end is None or end > at:
            return items.published(at)
        not_ended = models.Q(unpublish_at__isnull=True) | models.Q(unpublish_at__gt=at)
        return items.for_everyone().filter(not_ended, status=Status.PUBLISHED, published_at__lt=end)

    def in_state(self, state: str, at: datetime | None = None) -> Self:
        """Return what stands in *state*: a Status, or "dijadwalkan" or "kedaluwarsa"."""
        at = at or timezone.now()
        if state == Status.PUBLISHED:
            return self.released(at)
        if state == SCHEDULED[0]:
            return self.filter(status=Status.PUBLISHED, published_at__gt=at)
        if state == EXPIRED[0]:
            return self.filter(status=Status.PUBLISHED, published_at__lte=at, unpublish_at__lte=at)
        return self.filter(status=state)

    def for_checking(self) -> Self:
        """Return items with what ``problems()`` looks at, so that asking each costs no query."""
        return self.all()

    def owned_by(self, user: "User") -> Self:
        """Return what *user* wrote."""
        return self.filter(created_by=user)

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Return what *user* may open: all to reviewers, else own items and what is public."""
        options = self.model._meta
        if not user.is_authenticated:
            return self.published()
        if user.has_perm(f"{options.app_label}.review_{options.model_name}"):
            return self.all()
        return self.published() | self.owned_by(user)


class Publishable(Searchable):
    """Base of everything an editor publishes.

    ``version`` counts saves: a form that was opened at another version must not
    overwrite (:mod:`cilegon_portal.publishing.admin`). ``first_published_at`` is when
    the item first was, or will be, public; it freezes the slug and tells 410 from 404.
    """

    status = models.CharField(
        "keadaan", max_length=9, choices=Status.choices, default=Status.DRAFT, editable=False
    )
    published_at = models.DateTimeField(
        "terbit pada",
        null=True,
        blank=True,
        help_text="Waktu WIB. Kosong: saat diterbitkan. Waktu yang akan datang: dijadwalkan.",
    )
    unpublish_at = models.DateTimeField(
        "berakhir pada",
        null=True,
        blank=True,
        help_text="Setelah waktu ini tidak tampil lagi. Boleh kosong.",
    )
    first_published_at = models.DateTimeField(null=True, editable=False)
    review_note = PlainTextField("catatan peninjau", blank=True, editable=False)
    version = models.PositiveIntegerField(default=0, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="dibuat oleh",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    updated_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="terakhir disimpan oleh",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField("dibuat pada", auto_now_add=True)
    updated_at = models.DateTimeField("disimpan pada", auto_now=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status=Status.PUBLISHED) | models.Q(published_at__isnull=False),
                name="%(app_label)s_%(class)s_published_has_date",
                violation_error_message="Isi tanggal terbit sebelum menerbitkan.",
            ),
            models.CheckConstraint(
                condition=models.Q(unpublish_at__isnull=True)
                | models.Q(published_at__isnull=True)
                | models.Q(unpublish_at__gt=models.F("published_at")),
                name="%(app_label)s_%(class)s_ends_after_start",
                violation_error_message="Waktu berakhir harus sesudah waktu terbit.",
            ),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        now = timezone.now()
        shown = self.status == Status.PUBLISHED
        if self.first_published_at is None or self.first_published_at > now:
            self.first_published_at = self.published_at if shown else None
        self.version += 1
        if (fields := kwargs.get("update_fields")) is not None:
            kwargs["update_fields"] = {*fields, "first_published_at", "version", "updated_at"}
        super().save(*args, **kwargs)

    def is_public(self, at: datetime | None = None) -> bool:
        """Tell whether :meth:`PublishableQuerySet.published` would return this."""
        return self.is_released(at)

    def public_window(self) -> tuple[datetime, datetime | None] | None:
        """Return from when until when :meth:`is_public` says yes, unless somebody moves it; for the index."""
        if self.status != Status.PUBLISHED or self.published_at is None:
            return None
        return self.published_at, self.unpublish_at

    def is_owned_by(self, user: "User") -> bool:
        """Tell whether :meth:`PublishableQuerySet.owned_by` would return this."""
        return self.created_by_id == user.pk

    def is_released(self, at: datetime | None = None) -> bool:
        """Tell whether :meth:`PublishableQuerySet.released` would return this."""
        at = at or timezone.now()
        return (
            self.status == Status.PUBLISHED
            and self.published_at is not None
            and self.published_at <= at
            and (self.unpublish_at is None or self.unpublish_at > at)
        )

    def was_public(self, at: datetime | None = None) -> bool:
        """Tell whether the public could see this at some time up to *at*: 410 instead of 404."""
        return self.first_published_at is not None and self.first_published_at <= (
            at or timezone.now()
        )

    def state_label(self, at: datetime | None = None) -> str:
        """Return the state in words, with the two that follow from the times."""
        at = at or timezone.now()
        if self.status == Status.PUBLISHED and not self.is_released(at):
            scheduled = self.published_at is not None and self.published_at > at
            return SCHEDULED[1] if scheduled else EXPIRED[1]
        return str(Status(self.status).label)

    def own_problems(self, at: datetime | None = None) -> list[Problem]:
        """Return what must be mended before publishing, looking at the item's own fields."""
        at = at or timezone.now()
        if self.unpublish_at is not None and self.unpublish_at <= at:
            return [
                Problem(
                    "unpublish_at",
                    "Waktu berakhir sudah lewat. Kosongkan, atau isi waktu yang akan datang.",
                    "Waktu berakhir sudah lewat",
                )
            ]
        return []

    def problems(self, at: datetime | None = None) -> list[Problem]:
        """Return :meth:`own_problems` and those of what hangs on the item (a gallery)."""
        return self.own_problems(at)


class StatusChange(models.Model):
    """One step of an item's way: who moved it, when, from where to where, with which note."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    item = GenericForeignKey("content_type", "object_id")
    action = models.CharField("tindakan", max_length=20)
    from_status = models.CharField("dari", max_length=9, choices=Status.choices)
    to_status = models.CharField("menjadi", max_length=9, choices=Status.choices)
    note = PlainTextField("catatan", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="oleh",
        on_delete=models.SET_NULL,
        null=True,
        related_name="+",
    )
    at = models.DateTimeField("pada", default=timezone.now)

    class Meta:
        verbose_name = "perubahan keadaan"
        verbose_name_plural = "perubahan keadaan"
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["content_type", "object_id", "-at"], name="publishing_change_item")
        ]

    def __str__(self) -> str:
        return f"{self.get_from_status_display()} → {self.get_to_status_display()}"


class SlugRedirect(models.Model):
    """An address that something had once; it answers 301 for ever."""

    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    old_slug = models.CharField("slug lama", max_length=200)
    object_id = models.PositiveBigIntegerField()
    item = GenericForeignKey("content_type", "object_id")

    class Meta:
        verbose_name = "pengalihan alamat"
        verbose_name_plural = "pengalihan alamat"
        constraints = [
            models.UniqueConstraint(
                fields=["content_type", "old_slug"], name="publishing_slugredirect_unique"
            )
        ]

    def __str__(self) -> str:
        return self.old_slug


class OldAddress(models.Model):
    """An address that something had on a site before this one; it answers 301 (:mod:`cilegon_portal.legacy`)."""

    path = models.CharField("alamat lama", max_length=500, unique=True)
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    item = GenericForeignKey("content_type", "object_id")

    class Meta:
        verbose_name = "alamat di situs lama"
        verbose_name_plural = "alamat di situs lama"

    def __str__(self) -> str:
        return self.path


class Origin(models.Model):
    """Which record of another system an item was made of, so that no import makes it twice."""

    key = models.CharField(
        max_length=500, unique=True, help_text="Sistemnya dan tandanya di sana, misalnya GUID."
    )
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    item = GenericForeignKey("content_type", "object_id")

    class Meta:
        verbose_name = "asal"
        verbose_name_plural = "asal"

    def __str__(self) -> str:
        return self.key
