"""KIM: the groups, their levels, and where they publish. Their boards: :mod:`community.boards`.

Rule: docs/community.md. Values of choices are codes that exports and addresses use: they stay.
"""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from cilegon_portal.contacts import validate_number
from cilegon_portal.library.description import undescribed
from cilegon_portal.library.illustrated import Illustrated
from cilegon_portal.library.models import Picture
from cilegon_portal.likely_days import validate_likely
from cilegon_portal.publishing.models import Publishable, PublishableQuerySet
from cilegon_portal.publishing.problems import Problem
from cilegon_portal.publishing.slugs import validate_slug
from cilegon_portal.regions.models import Level as RegionLevel
from cilegon_portal.regions.models import Region
from cilegon_portal.richtext import RichTextField
from cilegon_portal.text import LineField, PlainTextField, WebAddressField
from community.terms import Term, term_of
from news.models import CREDIT_MAX_CHARS

if TYPE_CHECKING:
    from cilegon_portal.accounts.models import User

NAME_MAX_CHARS = 120


class Level(models.TextChoices):
    """What a group stands for."""

    CITY = "kota", "Kota"
    DISTRICT = "kecamatan", "Kecamatan"
    VILLAGE = "kelurahan", "Kelurahan"
    NEIGHBOURHOOD = "rw", "RW atau lingkungan"
    COMMUNITY = "komunitas", "Komunitas"


# A kelurahan is reached by groups of these levels; a kecamatan by its forum (DESIGN: coverage).
VILLAGE_LEVELS = frozenset({Level.VILLAGE, Level.NEIGHBOURHOOD, Level.COMMUNITY})
# Where a group of a level may be: a komunitas may also be at home in the whole city.
_REGION_LEVELS: dict[str, frozenset[str]] = {
    Level.CITY: frozenset({RegionLevel.CITY}),
    Level.DISTRICT: frozenset({RegionLevel.DISTRICT}),
    Level.VILLAGE: frozenset({RegionLevel.VILLAGE}),
    Level.NEIGHBOURHOOD: frozenset({RegionLevel.VILLAGE}),
    Level.COMMUNITY: frozenset(RegionLevel),
}


# A kelurahan has many of these; without its own name a second one says nothing.
_SEVERAL_AT_A_PLACE = frozenset({Level.NEIGHBOURHOOD, Level.COMMUNITY})


def may_be(group: "Group", *, name: str = "name") -> models.Q:
    """Return the condition "*group* once more": the same name, in the field *name*, or of its level at its place."""
    alike = models.Q(**{f"{name}__iexact": group.name})
    if group.neighbourhood or group.level not in _SEVERAL_AT_A_PLACE:
        alike |= models.Q(
            region=group.region_id,
            level=group.level,
            neighbourhood__iexact=group.neighbourhood,
        )
    return alike


class ActivityStatus(models.TextChoices):
    """Whether a group works; "masa bakti berakhir" follows from its boards."""

    PROPOSED = "diusulkan", "Diusulkan"
    ACTIVE = "aktif", "Aktif"
    INACTIVE = "tidak-aktif", "Tidak aktif"
    DISSOLVED = "dibubarkan", "Dibubarkan"


class Stage(models.Model):
    """A tahap pembinaan: how far a group has come."""

    name = LineField("nama", max_length=40, unique=True)
    slug = models.SlugField("kode", max_length=40, unique=True)
    description = LineField("keterangan", max_length=200, blank=True)
    position = models.PositiveSmallIntegerField("urutan", default=10)

    class Meta:
        verbose_name = "tahap pembinaan"
        verbose_name_plural = "tahap pembinaan"
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


@dataclass
class _BoardDays:
    starts_on: date
    ends_on: date


class GroupQuerySet(PublishableQuerySet["Group"]):
    """Adds whose a group is, and what its pages show, to the shared publishing rule."""

    def owned_by(self, user: "User") -> Self:
        """Return the groups that *user* is an officer of, not what *user* typed in."""
        return self.filter(pk__in=user.kim_memberships.active().values("group"))

    def looked_after_by(self, user: "User") -> Self:
        """Return the groups whose papers *user* may read: all to reviewers, else own ones.

        What the public sees of a group, and no more, everybody sees on its page.
        """
        if user.has_perm("community.review_group"):
            return self.all()
        return self.owned_by(user)

    def active(self) -> Self:
        """Return groups that work."""
        return self.filter(activity_status=ActivityStatus.ACTIVE)

    def in_district(self, code: str) -> Self:
        """Return the groups of a kecamatan and of its kelurahan."""
        return self.filter(models.Q(region=code) | models.Q(region__parent=code))

    def terms(self, on: date) -> dict[int, Term]:
        """Return where the masa bakti of each stands on the day *on*, by primary key: 1 query."""
        boards: dict[int, list[_BoardDays]] = {}
        plain = self.order_by().prefetch_related(None)
        rows = plain.values_list("pk", "boards__starts_on", "boards__ends_on")
        for pk, starts_on, ends_on in rows:
            known = boards.setdefault(pk, [])
            if starts_on is not None:  # null: the group has no board
                known.append(_BoardDays(starts_on, ends_on))
        return {pk: term_of(found, on) for pk, found in boards.items()}

    def in_term_states(self, states: Container[str], on: date) -> Self:
        """Return the groups whose masa bakti stands in one of *states* on the day *on*: 1 query more."""
        found = [pk for pk, term in self.terms(on).items() if term.state in states]
        return self.filter(pk__in=found)

    def like(self, group: "Group") -> Self:
        """Return groups that may be *group* once more: the same name, or of its level at its place."""
        return self.filter(may_be(group)).exclude(pk=group.pk).order_by("name", "pk")

    def for_lists(self) -> Self:
        """Return groups with what a list shows of them, by name: 1 query and 1 for any number."""
        return (
            self.select_related("region__parent", "stage")
            .prefetch_related("boards")
            .defer("description", "review_note", "private_contact")
            .order_by("name", "pk")
        )

    def for_page(self) -> Self:
        """Return whole groups with region, forum, stage, logo and boards: 1 query and 2 for any number."""
        return self.select_related("region__parent", "parent", "stage", "logo").prefetch_related(
            "boards__members"
        )

    def for_export(self) -> Self:
        """Return groups with what their line of the export says: 1 query and 3 for any number."""
        loaded = self.select_related("region__parent", "parent", "stage")
        return loaded.defer("description").prefetch_related("boards__members", "channels")

    def for_checking(self) -> Self:
        """Return groups with the pictures that ``problems()`` looks at: 1 query and 1 for any number."""
        return self.select_related("logo").prefetch_related("text_pictures")


def group_numbers(user: "User") -> frozenset[int]:
    """Return the primary keys of the groups that *user* speaks for: 1 query, once an account object."""
    models.prefetch_related_objects([user], "kim_memberships")
    return frozenset(item.group_id for item in user.kim_memberships.all() if item.is_active)


class Group(Illustrated, Publishable):
    """A KIM: formed by and for citizens of a region.

    The public contact is the group's own and shows only with ``contact_consent_note``;
    ``private_contact`` is for staff, and each look at it is logged.
    """

    name = LineField("nama", max_length=NAME_MAX_CHARS)
    slug = models.SlugField("slug", max_length=140, unique=True, validators=[validate_slug])
    level = models.CharField("tingkat", max_length=9, choices=Level.choices, default=Level.VILLAGE)
    parent = models.ForeignKey(
        "self",
        verbose_name="di bawah",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="children",
        help_text="Forum atau KIM di atasnya.",
    )
    region = models.ForeignKey(
        Region, verbose_name="wilayah", on_delete=models.PROTECT, related_name="+"
    )
    neighbourhood = LineField(
        "RW, lingkungan, atau komunitas",
        max_length=100,
        blank=True,
        help_text="Misalnya “RW 03” atau “Lingkungan Palas”.",
    )
    activity_status = models.CharField(
        "keaktifan",
        max_length=11,
        choices=ActivityStatus.choices,
        default=ActivityStatus.PROPOSED,
    )
    stage = models.ForeignKey(
        Stage,
        verbose_name="tahap pembinaan",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    founded_on = models.DateField(
        "berdiri pada", null=True, blank=True, validators=[validate_likely]
    )
    member_count = models.PositiveIntegerField("jumlah anggota", null=True, blank=True)
    summary = LineField(
        "ringkasan",
        max_length=200,
        blank=True,
        help_text="Satu kalimat: kelompok apa, untuk siapa.",
    )
    description = RichTextField("tentang kelompok", blank=True)
    logo = models.ForeignKey(
        Picture,
        verbose_name="logo",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    secretariat = PlainTextField(
        "sekretariat",
        blank=True,
        help_text="Alamat kelompok, misalnya kantor kelurahan; bukan rumah pengurus. Tampil untuk umum.",
    )
    kim_id_url = WebAddressField("alamat di kim.id", blank=True)
    contact_email = models.EmailField("surel kelompok", blank=True)
    contact_phone = LineField(
        "telepon atau WhatsApp kelompok", max_length=30, blank=True, validators=[validate_number]
    )
    contact_consent_note = LineField(
        "persetujuan kontak",
        max_length=200,
        blank=True,
        help_text="Siapa (jabatan) yang setuju kontak ini tampil, dan kapan. Kosong: kontak tidak tampil.",
    )
    private_contact = PlainTextField("kontak untuk petugas", blank=True, editable=False)
    partners = models.ManyToManyField(
        "self", verbose_name="jejaring", blank=True, help_text="KIM lain yang bekerja sama."
    )
    checked_on = models.DateField(
        "data diperiksa pada", null=True, blank=True, validators=[validate_likely]
    )

    objects = GroupQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = "KIM"
        verbose_name_plural = "KIM"
        permissions = [
            ("review_group", "Boleh meninjau dan menerbitkan KIM"),
            ("view_private_contact", "Boleh melihat kontak untuk petugas"),
        ]
        indexes = [
            # for_lists(): the directory, and the groups of a kecamatan.
            models.Index(fields=["name", "id"], name="community_group_name"),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("community:group_detail", args=[self.slug])

    def clean(self) -> None:
        """Refuse a region of another level, and a group above itself."""
        super().clean()
        errors = {}
        region = self.region if self.region_id else None
        if region is not None and region.level not in _REGION_LEVELS.get(self.level, ()):
            errors["region"] = (
                f"{region} bukan wilayah untuk KIM tingkat {self.get_level_display()}. "
                "Pilih wilayah lain, atau ubah tingkatnya."
            )
        if self.parent is not None and self._stands_above(self.parent):
            errors["parent"] = "KIM tidak dapat berada di bawah dirinya sendiri. Pilih yang lain."
        if errors:
            raise ValidationError(errors)

    def _stands_above(self, group: "Group") -> bool:
        """Tell whether *group* is this one or below it; a loop that is there already ends too."""
        seen: set[int] = set()
        above: Group | None = group
        while above is not None and above.pk not in seen:
            if above.pk == self.pk:
                return True
            seen.add(above.pk)
            above = above.parent
        return False

    def own_problems(self, at: datetime | None = None) -> list[Problem]:
        """Add a logo without words."""
        problems = super().own_problems(at)
        if self.logo is not None and not self.logo.has_text():
            problems.append(undescribed(self.logo, "Logo", field="logo"))
        return problems

    def problems(self, at: datetime | None = None) -> list[Problem]:
        """Add the photos in the text; no query after ``for_checking()``."""
        return [*super().problems(at), *self.photo_problems()]

    @property
    def credit(self) -> str:
        """How an article names that the group sent it."""
        return f"Kiriman {self.name}"[:CREDIT_MAX_CHARS]

    def is_owned_by(self, user: "User") -> bool:
        return self.pk in group_numbers(user)

    def term(self, on: date) -> Term:
        """Return where its masa bakti stands on the day *on*: 1 query, or prefetched boards."""
        return term_of(self.boards.all(), on)

    def term_state(self, on: date) -> str:
        """Return the :class:`community.terms.TermState` on the day *on*."""
        return self.term(on).state

    def is_active(self) -> bool:
        """Tell whether it works."""
        return self.activity_status == ActivityStatus.ACTIVE

    def shows_contact(self) -> bool:
        """Tell whether the public may read the group's contact: there is one, and consent is recorded."""
        return bool(self.contact_consent_note and (self.contact_email or self.contact_phone))

    def region_text(self) -> str:
        """Return where it is, levels always said: "RW 03, Kelurahan Citangkil, Kecamatan Citangkil"."""
        parent = self.region.parent if self.region.level == RegionLevel.VILLAGE else None
        return ", ".join(str(part) for part in (self.neighbourhood, self.region, parent) if part)


class ChannelKind(models.TextChoices):
    """Where a group publishes."""

    WHATSAPP = "whatsapp", "WhatsApp"
    FACEBOOK = "facebook", "Facebook"
    INSTAGRAM = "instagram", "Instagram"
    X = "x", "X"
    YOUTUBE = "youtube", "YouTube"
    TIKTOK = "tiktok", "TikTok"
    TELEGRAM = "telegram", "Telegram"
    WEBSITE = "situs", "Situs"
    OTHER = "lainnya", "Lainnya"


class MediaChannel(models.Model):
    """A place on the net where a group publishes; public with the group."""

    group = models.ForeignKey(Group, on_delete=models.CASCADE, related_name="channels")
    kind = models.CharField("jenis", max_length=9, choices=ChannelKind.choices)
    url = WebAddressField("alamat")

    class Meta:
        verbose_name = "kanal media"
        verbose_name_plural = "kanal media"
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["group", "url"],
                name="community_channel_once",
                violation_error_message="Alamat ini sudah ada di daftar.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.url}"
