"""Kepengurusan: who leads a group, for which masa bakti, by which decision (SK).

A renewal is a new Board; the old ones stay. Where boards stand on a day: :mod:`community.terms`.
"""

from django.core.exceptions import ValidationError
from django.db import models

from cilegon_portal.text import LineField
from community.groups import Group
from community.private_files import PrivateFile


class Board(models.Model):
    """One kepengurusan of a group; ``starts_on`` and ``ends_on`` are its first and last day."""

    group = models.ForeignKey(
        Group, verbose_name="KIM", on_delete=models.CASCADE, related_name="boards"
    )
    starts_on = models.DateField("masa bakti mulai")
    ends_on = models.DateField("masa bakti sampai")
    sk_number = LineField("nomor SK", max_length=100, blank=True)
    sk_on = models.DateField("tanggal SK", null=True, blank=True)
    sk_issuer = LineField(
        "diterbitkan oleh", max_length=120, blank=True, help_text="Misalnya “Lurah Citangkil”."
    )
    sk_file = models.ForeignKey(
        PrivateFile,
        verbose_name="berkas SK",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )

    class Meta:
        verbose_name = "kepengurusan"
        verbose_name_plural = "kepengurusan"
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gt=models.F("starts_on")),
                name="community_board_ends_after_start",
                violation_error_message="Masa bakti harus berakhir sesudah mulai.",
            ),
            models.UniqueConstraint(
                fields=["group", "starts_on"],
                name="community_board_once",
                violation_error_message="Kepengurusan dengan tanggal mulai ini sudah ada.",
            ),
        ]
        indexes = [
            # Coverage and expiry warnings: who is in term on a day.
            models.Index(fields=["ends_on", "starts_on"], name="community_board_term"),
        ]

    def __str__(self) -> str:
        return f"{self.group}, {self.starts_on.year}–{self.ends_on.year}"


class BoardRole(models.TextChoices):
    """Offices of a board, in their order: three heads and three sections (Permenkominfo 8/2010)."""

    CHAIR = "ketua", "Ketua"
    SECRETARY = "sekretaris", "Sekretaris"
    TREASURER = "bendahara", "Bendahara"
    COLLECTING = "pengumpulan", "Seksi pengumpulan informasi"
    PROCESSING = "pengolahan", "Seksi pengolahan informasi"
    SPREADING = "penyebaran", "Seksi penyebaran informasi"


class BoardMember(models.Model):
    """Who holds an office of a board; the public reads the name only with recorded consent.

    No phone, address or NIK of a person has a field here.
    """

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="members")
    role = models.CharField("jabatan", max_length=11, choices=BoardRole.choices)
    name = LineField("nama", max_length=100)
    shows_name = models.BooleanField("nama boleh tampil", default=False)
    consent_on = models.DateField("setuju pada", null=True, blank=True)

    class Meta:
        verbose_name = "pengurus"
        verbose_name_plural = "pengurus"
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(shows_name=False) | models.Q(consent_on__isnull=False),
                name="community_member_consent_has_date",
                violation_error_message="Isi kapan orangnya setuju namanya tampil.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}: {self.name}"

    def clean(self) -> None:
        """Ask for the day of consent beside its field."""
        if self.shows_name and self.consent_on is None:
            raise ValidationError({"consent_on": "Isi kapan orangnya setuju namanya tampil."})

    def public_name(self) -> str:
        """Return the name where its holder agreed, else nothing."""
        return self.name if self.shows_name and self.consent_on else ""
