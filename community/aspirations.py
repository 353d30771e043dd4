"""What citizens bring: a wish, a question, or a message whose truth they ask about.

Rule: docs/community.md#aspirasi. Personal are ``name``, ``contact``, ``text`` and the file; the
public reads ``public_text`` and the answer, and only while sender and staff both allow it.
"""

from datetime import date, datetime
from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from cilegon_portal.contacts import CONTACT_MAX_CHARS, contact_key, validate_contact
from cilegon_portal.office.models import Agency
from cilegon_portal.regions.models import Region
from cilegon_portal.text import LineField, PlainTextField, WebAddressField
from community.private_files import PrivateFile
from community.tickets import CODE_CHARS, new_code
from news.models import Article

TOPIC_MAX_CHARS = 90
TEXT_MAX_CHARS = 1500


class AspirationKind(models.TextChoices):
    """What the sender wants; complaints belong to SP4N-LAPOR!."""

    WISH = "usulan", "Usulan"
    QUESTION = "pertanyaan", "Pertanyaan"
    CLARIFICATION = "klarifikasi", "Mohon klarifikasi kabar"


class AspirationState(models.TextChoices):
    """Where it stands."""

    NEW = "masuk", "Diterima"
    HELD = "ditahan", "Menunggu pemeriksaan petugas"
    IN_HAND = "ditangani", "Sedang ditangani"
    FORWARDED = "diteruskan", "Diteruskan ke OPD"
    ANSWERED = "dijawab", "Dijawab"
    REFUSED = "ditolak", "Tidak dapat ditindaklanjuti"


CLOSED = (AspirationState.ANSWERED, AspirationState.REFUSED)
# Named one by one: an index finds what is in one of these, and walks past all that is not.
OPEN = tuple(state for state in AspirationState if state not in CLOSED)
# What sender and staff show; when it was answered comes on top.
_SHOWN = Q(~Q(public_text=""), state=AspirationState.ANSWERED, sender_allows=True, staff_allow=True)


class AspirationQuerySet(models.QuerySet["Aspiration"]):
    """What the public may read, and what staff still owe."""

    def published(self, at: datetime | None = None) -> Self:
        """Return what the public may read, for good: answered, and allowed by both sides."""
        return self.filter(_SHOWN, answered_at__lte=at or timezone.now())

    def unanswered(self, at: datetime | None = None) -> Self:
        """Return what waits: neither closed, nor erased, nor answered by an article that is public."""
        told = Article.objects.published(at).filter(pk=OuterRef("article"))
        return self.filter(~Exists(told), state__in=OPEN, erased_at=None)

    def overdue(self, today: date | None = None) -> Self:
        """Return what waits past its target day; what is held counts too."""
        return self.unanswered().filter(due_on__lt=today or timezone.localdate())


class Aspiration(models.Model):
    """One sending, followed under its code."""

    code = models.CharField(
        "kode", max_length=CODE_CHARS, unique=True, default=new_code, editable=False
    )
    kind = models.CharField("jenis", max_length=11, choices=AspirationKind.choices)
    topic = LineField("judul singkat", max_length=TOPIC_MAX_CHARS)
    text = PlainTextField("penjelasan", max_length=TEXT_MAX_CHARS)
    link = WebAddressField("tautan kabar", max_length=500, blank=True)
    region = models.ForeignKey(
        Region,
        verbose_name="kelurahan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    file = models.ForeignKey(
        PrivateFile,
        verbose_name="foto",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    name = LineField("nama", max_length=100, blank=True)
    contact = LineField(
        "nomor WhatsApp atau surel",
        max_length=CONTACT_MAX_CHARS,
        blank=True,
        validators=[validate_contact],
    )
    contact_key = models.CharField(max_length=CONTACT_MAX_CHARS, blank=True, editable=False)
    sender_allows = models.BooleanField("pengirim setuju ditampilkan", default=False)
    consented_at = models.DateTimeField("setuju pada", default=timezone.now, editable=False)

    state = models.CharField(
        "keadaan",
        max_length=10,
        choices=AspirationState.choices,
        default=AspirationState.NEW,
        editable=False,
    )
    hold_reason = LineField("mengapa ditahan", max_length=200, blank=True, editable=False)
    received_at = models.DateTimeField("masuk pada", default=timezone.now, editable=False)
    due_on = models.DateField("jawab paling lambat", editable=False)
    assigned_to = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="petugas",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    agency = models.ForeignKey(
        Agency,
        verbose_name="OPD",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    answer = PlainTextField("jawaban", blank=True)
    answered_at = models.DateTimeField("dijawab pada", null=True, editable=False)
    refusal = PlainTextField("alasan tidak ditindaklanjuti", blank=True)
    lapor_number = LineField("nomor SP4N-LAPOR!", max_length=40, blank=True)
    article = models.ForeignKey(
        Article,
        verbose_name="berita",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    staff_allow = models.BooleanField("tampilkan kepada umum", default=False)
    public_text = PlainTextField(
        "isi untuk umum",
        blank=True,
        help_text="Tulis ulang tanpa nama, nomor, alamat, dan hal lain yang menunjuk pengirimnya.",
    )
    note = PlainTextField("catatan petugas", blank=True, help_text="Tidak tampil kepada pengirim.")
    updated_at = models.DateTimeField("disimpan pada", auto_now=True)
    erased_at = models.DateTimeField("isi dihapus pada", null=True, editable=False)

    objects = AspirationQuerySet.as_manager()

    class Meta:
        verbose_name = "aspirasi"
        verbose_name_plural = "aspirasi"
        ordering = ["-pk"]
        permissions = [
            ("review_aspiration", "Boleh menangani aspirasi"),
            ("read_contact", "Boleh membuka kontak pengirim"),
        ]
        indexes = [
            # The inbox by state; overdue ones on the desk.
            models.Index(fields=["state", "due_on"], name="community_aspiration_due"),
            # The public list.
            models.Index(
                fields=["-answered_at", "-id"], condition=_SHOWN, name="community_aspiration_shown"
            ),
            # data_pribadi: everything of one address.
            models.Index(fields=["contact_key"], name="community_aspiration_who"),
            # The retention purge.
            models.Index(fields=["received_at"], name="community_aspiration_age"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(staff_allow=False) | (Q(sender_allows=True) & ~Q(public_text="")),
                name="community_aspiration_public_agreed",
                violation_error_message=(
                    "Hanya yang disetujui pengirim dan punya “isi untuk umum” dapat ditampilkan."
                ),
            )
        ]

    def __str__(self) -> str:
        return self.topic

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.contact_key = contact_key(self.contact)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("community:aspiration_detail", args=[self.code])

    def is_public(self, at: datetime | None = None) -> bool:
        """Tell whether :meth:`AspirationQuerySet.published` would return this."""
        return (
            self.state == AspirationState.ANSWERED
            and self.sender_allows
            and self.staff_allow
            and bool(self.public_text)
            and self.answered_at is not None
            and self.answered_at <= (at or timezone.now())
        )

    def public_article(self, at: datetime | None = None) -> Article | None:
        """Return the linked article while it is public: the sender sees no drafts."""
        return self.article if self.article and self.article.is_public(at) else None

    def is_settled(self, at: datetime | None = None) -> bool:
        """Tell whether nobody owes an answer: there is one, a refusal or an article, or the words are erased."""
        return (
            self.state in CLOSED
            or self.erased_at is not None
            or self.public_article(at) is not None
        )

    def state_label(self, at: datetime | None = None) -> str:
        """Return the state in words; a public article is an answer."""
        if self.state not in CLOSED and self.public_article(at):
            return "Dijawab lewat berita"
        return str(AspirationState(self.state).label)

    def is_overdue(self, today: date | None = None) -> bool:
        """Tell whether :meth:`AspirationQuerySet.overdue` would return this."""
        return not self.is_settled() and self.due_on < (today or timezone.localdate())


class AspirationStep(models.Model):
    """One dated step of the timeline that the sender reads.

    ``told_at`` is set where no mail has to tell it (:mod:`community.tidings`).
    """

    aspiration = models.ForeignKey(Aspiration, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField("pada", default=timezone.now)
    label = LineField("langkah", max_length=80)
    text = PlainTextField("keterangan", blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    told_at = models.DateTimeField("dikabarkan pada", null=True)

    class Meta:
        verbose_name = "langkah aspirasi"
        verbose_name_plural = "langkah aspirasi"
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.label
