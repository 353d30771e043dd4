"""What the officers of a group do: who they are, and what they report of the group's work.

Rule: docs/community.md#officers and #activities.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING, Final, Self, cast

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import reverse
from django.utils import timezone

from cilegon_portal.library.description import undescribed
from cilegon_portal.library.models import Picture
from cilegon_portal.likely_days import validate_likely
from cilegon_portal.publishing.models import Publishable, PublishableQuerySet
from cilegon_portal.publishing.problems import Problem
from cilegon_portal.regions.models import Region
from cilegon_portal.templatetags.tanggal import tanggal
from cilegon_portal.text import LineField, PlainTextField
from community.groups import Group, group_numbers

if TYPE_CHECKING:
    from cilegon_portal.accounts.models import User

TITLE_MAX_CHARS: Final = 120
PARTICIPANTS_MAX: Final = 100_000
# The tasks of a KIM (ADINDA), a field of an activity each.
TASKS: Final = {
    "has_access": "Akses informasi",
    "has_discussion": "Diskusi",
    "has_implementation": "Implementasi",
    "has_networking": "Networking",
    "has_dissemination": "Diseminasi",
    "has_aspiration": "Aspirasi",
}


class MembershipQuerySet(models.QuerySet["Membership"]):
    """Narrow to those that count."""

    def active(self) -> Self:
        """Return memberships that were not ended."""
        return self.filter(is_active=True)


class Membership(models.Model):
    """An account that speaks for a group (role Pengurus KIM); ended, not deleted."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name="akun",
        on_delete=models.CASCADE,
        related_name="kim_memberships",
    )
    group = models.ForeignKey(
        Group, verbose_name="KIM", on_delete=models.CASCADE, related_name="memberships"
    )
    is_active = models.BooleanField(
        "aktif",
        default=True,
        help_text="Matikan bila bukan pengurus lagi: akun ini lalu tidak melihat apa pun dari KIM-nya.",
    )
    created_at = models.DateTimeField("dibuat pada", auto_now_add=True)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        verbose_name = "akun pengurus"
        verbose_name_plural = "akun pengurus"
        constraints = [
            models.UniqueConstraint(
                fields=["user", "group"],
                name="community_membership_once",
                violation_error_message="Akun ini sudah menjadi pengurus KIM itu.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.user} – {self.group}"


class ActivityQuerySet(PublishableQuerySet["Activity"]):
    """Adds the group to the shared rule: an activity is as hidden as its group."""

    def published(self, at: datetime | None = None) -> Self:
        """Return what the public may see: released, of a group that the public may see too."""
        at = at or timezone.now()
        # Asked row by row: from the few activities of a photo, IN would begin with all groups.
        public = Group.objects.published(at).filter(pk=models.OuterRef("group_id"))
        return self.released(at).filter(models.Exists(public))

    def owned_by(self, user: "User") -> Self:
        """Return what belongs to the groups that *user* speaks for, whoever typed it in."""
        return self.filter(group__in=user.kim_memberships.active().values("group"))

    def in_district(self, code: str) -> Self:
        """Return what the groups of a kecamatan and of its kelurahan did."""
        return self.filter(models.Q(group__region=code) | models.Q(group__region__parent=code))

    def newest_first(self) -> Self:
        """Return the latest first; ties by primary key, so that paging is stable."""
        return self.order_by("-held_on", "-pk")

    def for_lists(self) -> Self:
        """Return the latest first with what a list shows: 1 query."""
        return self.newest_first().select_related("group", "picture").defer("description")

    def for_checking(self) -> Self:
        """Return activities with what ``problems()`` and the rule look at: 1 query and 1 for any number."""
        photos = ActivityPhoto.objects.select_related("picture")
        return self.select_related("group", "picture").prefetch_related(
            models.Prefetch("photos", photos)
        )

    def for_page(self) -> Self:
        """Return whole activities with group, regions and photos: 1 query and 1 for any number."""
        return self.for_checking().select_related("group__region__parent", "region")


class Activity(Publishable):
    """What a group did, told by its officers: published by staff, on the group's page."""

    group = models.ForeignKey(
        Group, verbose_name="KIM", on_delete=models.PROTECT, related_name="activities"
    )
    title = LineField("nama kegiatan", max_length=TITLE_MAX_CHARS)
    held_on = models.DateField("tanggal", validators=[validate_likely])
    start_time = models.TimeField("jam mulai", null=True, blank=True)
    place = LineField(
        "tempat", max_length=150, blank=True, help_text="Misalnya “Balai warga Lingkungan Palas”."
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
    description = PlainTextField(
        "apa yang dikerjakan",
        blank=True,
        help_text="Beberapa kalimat: apa, untuk siapa, apa hasilnya. Sebut orang dengan perannya.",
    )
    has_access = models.BooleanField(TASKS["has_access"], default=False)
    has_discussion = models.BooleanField(TASKS["has_discussion"], default=False)
    has_implementation = models.BooleanField(TASKS["has_implementation"], default=False)
    has_networking = models.BooleanField(TASKS["has_networking"], default=False)
    has_dissemination = models.BooleanField(TASKS["has_dissemination"], default=False)
    has_aspiration = models.BooleanField(TASKS["has_aspiration"], default=False)
    picture = models.ForeignKey(
        Picture,
        verbose_name="foto utama",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    participant_count = models.PositiveIntegerField(
        "jumlah peserta",
        null=True,
        blank=True,
        validators=[
            MaxValueValidator(PARTICIPANTS_MAX, "Jumlah peserta sebanyak itu keliru ketik.")
        ],
    )
    partners = models.ManyToManyField(
        Group,
        verbose_name="KIM mitra",
        blank=True,
        related_name="+",
        help_text="KIM lain yang ikut mengerjakan.",
    )

    objects = ActivityQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = "kegiatan KIM"
        verbose_name_plural = "kegiatan KIM"
        permissions = [("review_activity", "Boleh meninjau dan menerbitkan kegiatan KIM")]
        indexes = [
            # The page of a group, its list of activities, and the report of a quarter.
            models.Index(
                fields=["group", "status", "-held_on", "-id"], name="community_activity_group"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("community:activity_detail", args=[self.group.slug, self.pk])

    def is_public(self, at: datetime | None = None) -> bool:
        return self.is_released(at) and self.group.is_public(at)

    def public_window(self) -> tuple[datetime, datetime | None] | None:
        own, of_group = super().public_window(), self.group.public_window()
        if own is None or of_group is None:
            return None
        ends = [end for end in (own[1], of_group[1]) if end]
        return max(own[0], of_group[0]), min(ends, default=None)

    def was_public(self, at: datetime | None = None) -> bool:
        return super().was_public(at) and self.group.was_public(at)

    def is_owned_by(self, user: "User") -> bool:
        if not self.group_id:  # a form that was just opened
            return super().is_owned_by(user)
        return self.group_id in group_numbers(user)

    def state_label(self, at: datetime | None = None) -> str:
        """Say so where only the group keeps it from the public."""
        label = super().state_label(at)
        is_kept_back = self.is_released(at) and not self.group.is_public(at)
        return f"{label}, tetapi KIM-nya belum tampil" if is_kept_back else label

    def own_problems(self, at: datetime | None = None) -> list[Problem]:
        """Add what readers need: what was done, where, for which task, words for the photo."""
        problems = super().own_problems(at)
        held_on = cast("date | None", self.held_on)  # a form may have left it empty
        if held_on is not None and held_on > timezone.localdate(at):
            message = "Tanggal ini belum tiba. Ajukan sesudah kegiatannya berlangsung."
            problems.append(Problem("held_on", message, "Belum berlangsung"))
        if not self.place:
            problems.append(Problem("place", "Tulis di mana kegiatannya.", "Tempat kosong"))
        if not self.description:
            problems.append(Problem("description", "Tulis apa yang dikerjakan.", "Isi kosong"))
        if not self.tasks():
            message = "Centang sedikitnya satu tugas KIM yang dikerjakan."
            problems.append(Problem("has_access", message, "Tugas KIM belum dicentang"))
        if self.picture is not None and not self.picture.has_text():
            problems.append(undescribed(self.picture, "Foto utama", field="picture"))
        return problems

    def problems(self, at: datetime | None = None) -> list[Problem]:
        """Add the other photos; no query after ``for_checking()``."""
        silent = [photo for photo in self.gallery() if not photo.has_text()]
        return [*super().problems(at), *(undescribed(photo, "Foto lain") for photo in silent)]

    def tasks(self) -> list[str]:
        """Return the tasks of a KIM that it was about, in words."""
        return [label for name, label in TASKS.items() if getattr(self, name)]

    def gallery(self) -> list[Picture]:
        """Return the photos beside the main one; no query after ``for_page()``."""
        return [photo.picture for photo in self.photos.all()]

    def when(self) -> str:
        """Return "Minggu, 22 September 2019 · 19.30 WIB", the hour where it is known."""
        hour = f" · {self.start_time:%H.%M} WIB" if self.start_time else ""
        return f"{tanggal(self.held_on)}{hour}"

    def where(self) -> str:
        """Return place and region: "Balai warga, Kelurahan Citangkil"."""
        return ", ".join(
            str(part) for part in (self.place, self.region or self.group.region) if part
        )


class ActivityPhoto(models.Model):
    """A photo of an activity beside the main one, in the order they were added."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="photos")
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
    def part_of(self) -> Activity:
        """The activity, for cilegon_portal.library.references."""
        return self.activity
