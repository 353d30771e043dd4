"""Kepengurusan: who leads a group, for which masa bakti, by which decision (SK).

A renewal is a new Board; the old ones stay. Where boards stand on a day: :mod:`community.terms`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, Self

from dateutil.relativedelta import relativedelta
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.formats import date_format

from cilegon_portal.likely_days import is_likely, validate_likely
from cilegon_portal.text import LineField
from community.groups import Group
from community.private_files import PrivateFile
from community.terms import overlap

if TYPE_CHECKING:
    from cilegon_portal.accounts.models import User

_DAY: Final = timedelta(days=1)
YEARS_MAX: Final = (
    10  # no decision appoints for longer; a slip of the finger would silence all warnings
)


class BoardQuerySet(models.QuerySet["Board"]):
    """Narrow to the boards that somebody may read."""

    def looked_after_by(self, user: "User") -> Self:
        """Return the boards of the groups whose papers *user* may read."""
        return self.filter(group__in=Group.objects.looked_after_by(user))


class Board(models.Model):
    """One kepengurusan of a group; ``starts_on`` and ``ends_on`` are its first and last day."""

    group = models.ForeignKey(
        Group, verbose_name="KIM", on_delete=models.CASCADE, related_name="boards"
    )
    starts_on = models.DateField("masa bakti mulai", validators=[validate_likely])
    ends_on = models.DateField("masa bakti sampai", validators=[validate_likely])
    sk_number = LineField("nomor SK", max_length=100, blank=True)
    sk_on = models.DateField("tanggal SK", null=True, blank=True, validators=[validate_likely])
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
    updated_at = models.DateTimeField("disimpan pada", auto_now=True)

    objects = BoardQuerySet.as_manager()

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

    def clean(self) -> None:
        """Ask for an end after the start, and for one that can be meant."""
        days: list[date | None] = [self.starts_on, self.ends_on]
        if not all(day and is_likely(day) for day in days):
            return  # that is told beside its field
        if self.ends_on <= self.starts_on:
            raise ValidationError({"ends_on": "Masa bakti harus berakhir sesudah mulai."})
        if self.ends_on.year - self.starts_on.year > YEARS_MAX:
            raise ValidationError(
                {"ends_on": f"Masa bakti ini lebih dari {YEARS_MAX} tahun. Periksa tahunnya."}
            )

    def days(self) -> str:
        """Return its term in words: "1 Januari 2023 s.d. 31 Desember 2025"."""
        return f"{date_format(self.starts_on, 'j F Y')} s.d. {date_format(self.ends_on, 'j F Y')}"

    def standing(self, on: date) -> str:
        """Return in a word where it stands on the day *on*."""
        if self.starts_on > on:
            return "Akan datang"
        return "Menjabat" if self.ends_on >= on else "Berakhir"

    def overlapping(self) -> list["Board"]:
        """Return the other boards of the group that are in office on some of its days: 1 query."""
        others = Board.objects.filter(group=self.group_id).exclude(pk=self.pk)
        return [other for other in others if overlap(self, other)]


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
    consent_on = models.DateField(
        "setuju pada", null=True, blank=True, validators=[validate_likely]
    )

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
        return self.get_role_display()  # the admin's log keeps this: no name of a person

    def clean(self) -> None:
        """Ask for the day of consent beside its field."""
        if self.shows_name and self.consent_on is None:
            raise ValidationError({"consent_on": "Isi kapan orangnya setuju namanya tampil."})
        if self.consent_on and self.consent_on > timezone.localdate():
            raise ValidationError({"consent_on": "Hari persetujuan tidak dapat di masa depan."})

    def rank(self) -> int:
        """Return where its office stands among the others."""
        return BoardRole.values.index(self.role)

    def public_name(self) -> str:
        """Return the name where its holder agreed, else nothing."""
        return self.name if self.shows_name and self.consent_on else ""


def board_on(boards: Iterable[Board], on: date) -> Board | None:
    """Return of *boards* (newest first) the one in office on the day *on*, else the last that began."""
    begun = [board for board in boards if board.starts_on <= on]
    return next((board for board in begun if board.ends_on >= on), begun[0] if begun else None)


@dataclass(frozen=True)
class Proposal:
    """What the form of a new board starts from: days, and (office, name) of the members."""

    starts_on: date | None
    ends_on: date | None
    members: tuple[tuple[str, str], ...]


def next_board(group: Group) -> Proposal:
    """Return what a renewal is likely to be, 2 queries: as long as the last board, from the day after it.

    Names come along, consents do not: whoever stays is asked anew. Each office has a row.
    """
    last = group.boards.prefetch_related("members").order_by("-ends_on", "-pk").first()
    if last is None:
        return Proposal(None, None, tuple((role, "") for role in BoardRole.values))
    starts_on = last.ends_on + _DAY
    length = relativedelta(starts_on, last.starts_on)
    named = [(member.role, member.name) for member in last.members.all()]
    held = {role for role, _ in named}
    vacant = [(role, "") for role in BoardRole.values if role not in held]
    members = sorted([*named, *vacant], key=lambda member: BoardRole.values.index(member[0]))
    return Proposal(
        starts_on,
        starts_on + length - _DAY,
        tuple(members),
    )
