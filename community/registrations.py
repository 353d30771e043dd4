"""Registrations of KIM: what citizens send at /kim/daftar/, and where it stands.

Rule: docs/community.md#pendaftaran. Personal are ``name``, ``position``, ``contact``, the names
of the board and the file: no page of the public shows them, and no page under a code.
"""

from datetime import date
from typing import Any, Final, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from cilegon_portal.contacts import CONTACT_MAX_CHARS, contact_key, validate_contact
from cilegon_portal.regions.models import Region
from cilegon_portal.text import LineField, PlainTextField
from community.boards import BoardRole
from community.groups import NAME_MAX_CHARS, Group, Level, may_be
from community.private_files import PrivateFile
from community.tickets import CODE_CHARS, new_code

MESSAGE_MAX_CHARS: Final = 1500


class RegistrationState(models.TextChoices):
    """Where it stands, as its sender reads it."""

    NEW = "diajukan", "Menunggu diperiksa"
    IN_HAND = "diperiksa", "Sedang diperiksa"
    INCOMPLETE = "melengkapi", "Perlu dilengkapi"
    APPROVED = "disetujui", "Disetujui"
    REFUSED = "ditolak", "Tidak disetujui"


# Staff owe the next step of these; of INCOMPLETE the sender does.
WAITING: Final = (RegistrationState.NEW, RegistrationState.IN_HAND)
CLOSED: Final = (RegistrationState.APPROVED, RegistrationState.REFUSED)


class RegistrationQuerySet(models.QuerySet["Registration"]):
    """What staff still owe, and what may be the same group twice."""

    def waiting(self) -> Self:
        """Return what staff owe the next step of."""
        return self.filter(state__in=WAITING)

    def overdue(self, today: date | None = None) -> Self:
        """Return what waits for staff past its target day."""
        return self.waiting().filter(due_on__lt=today or timezone.localdate())

    def like(self, registration: "Registration") -> Self:
        """Return others that may ask for the same group, the latest first."""
        alike = may_be(registration.as_group(), name="group_name")
        return self.filter(alike).exclude(pk=registration.pk).order_by("-pk")


class Registration(models.Model):
    """One sending, followed under its code; approved, it became ``group``."""

    code = models.CharField(
        "kode", max_length=CODE_CHARS, unique=True, default=new_code, editable=False
    )
    group_name = LineField("nama kelompok", max_length=NAME_MAX_CHARS)
    level = models.CharField("tingkat", max_length=9, choices=Level.choices)
    region = models.ForeignKey(
        Region, verbose_name="wilayah", on_delete=models.PROTECT, related_name="+"
    )
    neighbourhood = LineField("RW, lingkungan, atau komunitas", max_length=100, blank=True)
    founded_on = models.DateField("berdiri pada", null=True, blank=True)
    member_count = models.PositiveIntegerField("jumlah anggota")
    summary = LineField("ringkasan", max_length=200, blank=True)
    secretariat = PlainTextField("sekretariat", max_length=300, blank=True)
    channels = PlainTextField(
        "kanal media", max_length=1000, blank=True, help_text="Satu alamat pada tiap baris."
    )

    starts_on = models.DateField("masa bakti mulai")
    ends_on = models.DateField("masa bakti sampai")
    sk_number = LineField("nomor SK", max_length=100, blank=True)
    sk_on = models.DateField("tanggal SK", null=True, blank=True)
    sk_issuer = LineField("SK diterbitkan oleh", max_length=120, blank=True)
    sk_file = models.ForeignKey(
        PrivateFile,
        verbose_name="berkas SK",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    # One of each office: in the order and by the names of BoardRole.
    chair = LineField("ketua", max_length=100)
    secretary = LineField("sekretaris", max_length=100, blank=True)
    treasurer = LineField("bendahara", max_length=100, blank=True)
    collecting = LineField("seksi pengumpulan informasi", max_length=100, blank=True)
    processing = LineField("seksi pengolahan informasi", max_length=100, blank=True)
    spreading = LineField("seksi penyebaran informasi", max_length=100, blank=True)
    shows_names = models.BooleanField("nama pengurus boleh tampil", default=False)

    name = LineField("nama pendaftar", max_length=100)
    position = LineField("jabatan pendaftar", max_length=60)
    contact = LineField(
        "nomor WhatsApp atau surel", max_length=CONTACT_MAX_CHARS, validators=[validate_contact]
    )
    contact_key = models.CharField(max_length=CONTACT_MAX_CHARS, editable=False)
    consented_at = models.DateTimeField("setuju pada", default=timezone.now, editable=False)

    state = models.CharField(
        "keadaan",
        max_length=10,
        choices=RegistrationState.choices,
        default=RegistrationState.NEW,
        editable=False,
    )
    hold_reason = LineField("perlu diperhatikan", max_length=200, blank=True, editable=False)
    received_at = models.DateTimeField("masuk pada", default=timezone.now, editable=False)
    due_on = models.DateField("periksa paling lambat", editable=False)
    group = models.ForeignKey(
        Group,
        verbose_name="KIM",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    note = PlainTextField("catatan petugas", blank=True, help_text="Tidak tampil kepada pendaftar.")
    updated_at = models.DateTimeField("disimpan pada", auto_now=True)

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = "pendaftaran KIM"
        verbose_name_plural = "pendaftaran KIM"
        ordering = ["-pk"]
        permissions = [("review_registration", "Boleh menangani pendaftaran KIM")]
        indexes = [
            # The inbox by state; what is late on the desk.
            models.Index(fields=["state", "due_on"], name="community_registration_due"),
            # data_pribadi: everything of one address.
            models.Index(fields=["contact_key"], name="community_registration_who"),
            # The retention purge.
            models.Index(fields=["received_at"], name="community_registration_age"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gt=models.F("starts_on")),
                name="community_registration_ends_after_start",
                violation_error_message="Masa bakti harus berakhir sesudah mulai.",
            )
        ]

    def __str__(self) -> str:
        return self.group_name

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.contact_key = contact_key(self.contact)
        super().save(*args, **kwargs)

    def get_absolute_url(self) -> str:
        return reverse("community:registration_detail", args=[self.code])

    def state_label(self) -> str:
        """Return the state in words."""
        return str(RegistrationState(self.state).label)

    def is_open(self) -> bool:
        """Tell whether it is neither approved nor refused."""
        return self.state not in CLOSED

    def age_days(self, today: date | None = None) -> int:
        """Return how many days ago it came."""
        return ((today or timezone.localdate()) - timezone.localdate(self.received_at)).days

    def is_waiting(self) -> bool:
        """Tell whether staff owe the next step."""
        return self.state in WAITING

    def is_overdue(self, today: date | None = None) -> bool:
        """Tell whether :meth:`RegistrationQuerySet.overdue` would return this."""
        return self.is_waiting() and self.due_on < (today or timezone.localdate())

    def public_group(self) -> Group | None:
        """Return the group that it became, while that is public."""
        return self.group if self.group and self.group.is_public() else None

    def as_group(self) -> Group:
        """Return the group that it asks for, unsaved."""
        names = (
            *("level", "region_id", "neighbourhood", "founded_on", "member_count", "summary"),
            "secretariat",
        )
        return Group(name=self.group_name, **{name: getattr(self, name) for name in names})

    def board_names(self) -> list[tuple[BoardRole, str]]:
        """Return who holds which office, those without a name left out."""
        named = ((role, getattr(self, role.name.lower())) for role in BoardRole)
        return [(role, name) for role, name in named if name]


class RegistrationStep(models.Model):
    """One dated step of the timeline that the sender reads.

    ``is_senders`` marks their own; all others are told by mail (:mod:`community.tidings`).
    """

    registration = models.ForeignKey(Registration, on_delete=models.CASCADE, related_name="steps")
    at = models.DateTimeField("pada", default=timezone.now)
    label = LineField("langkah", max_length=80)
    text = PlainTextField("keterangan", blank=True)
    is_senders = models.BooleanField("dari pendaftar", default=False)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = "langkah pendaftaran"
        verbose_name_plural = "langkah pendaftaran"
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.label
