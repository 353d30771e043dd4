"""Kiriman: an article that officers of a group write, until staff adopt it as news or refuse it.

It is never public itself: what readers see is the article that staff made of it.
Rule: docs/community.md#contributions.
"""

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models

from cilegon_portal.library.description import undescribed
from cilegon_portal.library.illustrated import Illustrated
from cilegon_portal.library.models import Picture
from cilegon_portal.publishing.problems import Problem
from cilegon_portal.regions.models import Region
from cilegon_portal.richtext import RichTextField
from cilegon_portal.text import LineField, PlainTextField
from community.groups import Group, group_numbers
from news.models import SUMMARY_MAX_CHARS, TITLE_MAX_CHARS, Article

if TYPE_CHECKING:
    from cilegon_portal.accounts.models import User


class ContributionState(models.TextChoices):
    """Where a contribution stands; values are codes of addresses and exports."""

    DRAFT = "draf", "Draf"
    SENT = "diajukan", "Menunggu tinjauan"
    RETURNED = "dikembalikan", "Dikembalikan"
    ADOPTED = "diadopsi", "Menjadi berita"
    REFUSED = "ditolak", "Tidak dimuat"


# Officers write in these; in the others the text stays as staff read it.
OPEN_STATES = frozenset({ContributionState.DRAFT, ContributionState.RETURNED})


class ContributionQuerySet(models.QuerySet["Contribution"]):
    """Whose a contribution is, and what waits."""

    def owned_by(self, user: "User") -> Self:
        """Return what belongs to the groups that *user* speaks for, whoever typed it in."""
        return self.filter(group__in=user.kim_memberships.active().values("group"))

    def visible_to(self, user: "User") -> Self:
        """Return what *user* may read: all to reviewers, else what is of the own groups."""
        if user.has_perm("community.review_contribution"):
            return self.all()
        return self.owned_by(user)

    def waiting(self) -> Self:
        """Return what staff have to decide, longest first."""
        return self.filter(state=ContributionState.SENT).order_by("submitted_at", "pk")

    def in_district(self, code: str) -> Self:
        """Return what the groups of a kecamatan and of its kelurahan sent."""
        return self.filter(models.Q(group__region=code) | models.Q(group__region__parent=code))


class Contribution(Illustrated):
    """A draft article of a group; ``article`` is what staff made of it."""

    group = models.ForeignKey(
        Group, verbose_name="KIM", on_delete=models.PROTECT, related_name="contributions"
    )
    title = LineField("judul", max_length=TITLE_MAX_CHARS)
    summary = LineField(
        "ringkasan",
        max_length=SUMMARY_MAX_CHARS,
        blank=True,
        help_text="Satu atau dua kalimat, seperti yang dibaca orang di WhatsApp.",
    )
    body = RichTextField(
        "isi",
        blank=True,
        help_text="Apa, siapa, di mana, kapan, dan apa hasilnya. Garis tanggal ditambahkan redaksi.",
    )
    place = LineField(
        "tempat kejadian", max_length=60, blank=True, help_text="Misalnya “Pulomerak”."
    )
    region = models.ForeignKey(
        Region,
        verbose_name="wilayah",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        help_text="Kosong: wilayah KIM-nya.",
    )
    picture = models.ForeignKey(
        Picture,
        verbose_name="foto utama",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    state = models.CharField(
        "keadaan",
        max_length=12,
        choices=ContributionState.choices,
        default=ContributionState.DRAFT,
        editable=False,
    )
    note = PlainTextField("catatan redaksi", blank=True, editable=False)
    article = models.OneToOneField(
        Article,
        verbose_name="berita",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="contribution",
    )
    submitted_at = models.DateTimeField("diajukan pada", null=True, editable=False)
    decided_at = models.DateTimeField("diputuskan pada", null=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="ditulis oleh",
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField("dibuat pada", auto_now_add=True)
    updated_at = models.DateTimeField("disimpan pada", auto_now=True)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        verbose_name = "kiriman KIM"
        verbose_name_plural = "kiriman KIM"
        ordering = ["-pk"]
        permissions = [("review_contribution", "Boleh meninjau kiriman KIM")]
        indexes = [
            # The inbox, longest waiting first.
            models.Index(
                fields=["state", "submitted_at", "id"], name="community_contribution_inbox"
            ),
            # The report of a quarter.
            models.Index(
                fields=["group", "state", "decided_at"], name="community_contribution_group"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def is_owned_by(self, user: "User") -> bool:
        """Tell whether :meth:`ContributionQuerySet.owned_by` would return this."""
        return self.group_id in group_numbers(user)

    def is_open(self) -> bool:
        """Tell whether officers still write it."""
        return self.state in OPEN_STATES

    def waits(self) -> bool:
        """Tell whether staff have to decide."""
        return self.state == ContributionState.SENT

    def problems(self) -> list[Problem]:
        """Return what must be mended before it is handed in, of the saved contribution and its photos."""
        found = []
        if not self.body.strip():
            found.append(Problem("body", "Isi masih kosong. Tulis kabarnya.", "Isi kosong"))
        photos = [("Foto utama", self.picture)] if self.picture else []
        photos += [("Foto lain", photo) for photo in self.gallery()]
        found += [undescribed(photo, place) for place, photo in photos if not photo.has_text()]
        return [*found, *self.photo_problems()]

    def gallery(self) -> list[Picture]:
        """Return the photos beside the main one: 1 query."""
        return [photo.picture for photo in self.photos.select_related("picture")]


class ContributionPhoto(models.Model):
    """A photo of a contribution beside the main one, in the order they were added."""

    contribution = models.ForeignKey(Contribution, on_delete=models.CASCADE, related_name="photos")
    picture = models.ForeignKey(
        Picture, verbose_name="foto", on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name = "foto lain"
        verbose_name_plural = "foto lain"
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.picture)

    @property
    def part_of(self) -> Contribution:
        """The contribution, for cilegon_portal.library.references."""
        return self.contribution
