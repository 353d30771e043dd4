"""Coverage: which kelurahan and kecamatan a KIM reaches on a day.

Rule: docs/community.md#coverage. The number that every office reports: n of 43 kelurahan.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db import models
from django.db.models import Prefetch, Q
from django.utils import timezone
from django.utils.text import slugify

from cilegon_portal.regions.models import Level as RegionLevel
from cilegon_portal.regions.models import Region
from cilegon_portal.templatetags.tanggal import WIB
from community.boards import Board
from community.groups import VILLAGE_LEVELS, Group, Level
from community.terms import TermState


class Reach(models.TextChoices):
    """Whether a region has a KIM; the values are codes of the CSV."""

    HAS = "punya", "Punya KIM"
    LAPSED = "berakhir", "Masa bakti berakhir"
    NONE = "belum", "Belum ada KIM"


@dataclass(frozen=True)
class RegionReach:
    """One region, how it stands, and the groups that decide it (published and active)."""

    region: Region
    reach: Reach
    groups: tuple[Group, ...]

    @property
    def has(self) -> bool:
        """Whether it counts."""
        return self.reach == Reach.HAS


@dataclass(frozen=True)
class DistrictReach(RegionReach):
    """A kecamatan, by its forum, with its kelurahan by name."""

    villages: tuple[RegionReach, ...]

    @property
    def slug(self) -> str:
        """The value of ``?kecamatan=``."""
        return district_slug(self.region)

    @property
    def village_count(self) -> int:
        """How many kelurahan it has."""
        return len(self.villages)

    @property
    def reached_count(self) -> int:
        """How many of them have a KIM."""
        return sum(village.has for village in self.villages)

    @property
    def share(self) -> float:
        """Which part of its kelurahan has a KIM, 0 to 1."""
        return self.reached_count / self.village_count if self.villages else 0.0

    @property
    def percent(self) -> int:
        """The same in whole percent."""
        return round(self.share * 100)


@dataclass(frozen=True)
class Coverage:
    """All of it as of a day, kecamatan by name."""

    on: date
    districts: tuple[DistrictReach, ...]

    @property
    def villages(self) -> list[RegionReach]:
        """The 43 kelurahan, kecamatan by kecamatan."""
        return [village for district in self.districts for village in district.villages]

    @property
    def village_count(self) -> int:
        """How many kelurahan there are."""
        return len(self.villages)

    @property
    def reached_villages(self) -> int:
        """How many of them have a KIM."""
        return sum(village.has for village in self.villages)

    @property
    def lapsed_villages(self) -> int:
        """How many only have one whose masa bakti is over."""
        return sum(village.reach == Reach.LAPSED for village in self.villages)

    @property
    def reached_districts(self) -> int:
        """How many kecamatan have a forum."""
        return sum(district.has for district in self.districts)


def district_slug(region: Region) -> str:
    """Return how addresses name a kecamatan: "citangkil"."""
    return slugify(region.name)


def coverage(at: datetime | None = None) -> Coverage:
    """Return who is reached at *at* (aware; default: now): 3 queries."""
    at = at or timezone.now()
    on = at.astimezone(WIB).date()
    groups: dict[str, list[Group]] = defaultdict(list)
    for group in _counting(at):
        groups[group.region_id].append(group)
    villages: dict[str, list[RegionReach]] = defaultdict(list)
    districts: list[Region] = []
    for region in Region.objects.exclude(level=RegionLevel.CITY).order_by("name", "code"):
        if region.level == RegionLevel.DISTRICT:
            districts.append(region)
        elif region.parent_id:
            found = groups[region.pk]
            villages[region.parent_id].append(RegionReach(region, _reach(found, on), tuple(found)))
    return Coverage(
        on,
        tuple(
            DistrictReach(
                district,
                _reach(groups[district.pk], on),
                tuple(groups[district.pk]),
                tuple(villages[district.pk]),
            )
            for district in districts
        ),
    )


def _counting(at: datetime) -> Iterable[Group]:
    """Return the published, active groups that count for the region they are in."""
    forums = Q(level=Level.DISTRICT, region__level=RegionLevel.DISTRICT)
    below = Q(level__in=VILLAGE_LEVELS, region__level=RegionLevel.VILLAGE)
    boards = Board.objects.only("group_id", "starts_on", "ends_on")
    groups = Group.objects.published(at).active().filter(forums | below)
    return (
        groups.only("name", "slug", "region_id")
        .order_by("name", "pk")
        .prefetch_related(Prefetch("boards", boards))
    )


def _reach(groups: Iterable[Group], on: date) -> Reach:
    terms = [group.term(on) for group in groups]
    if any(term.is_current() for term in terms):
        return Reach.HAS
    if any(term.state == TermState.LAPSED for term in terms):
        return Reach.LAPSED
    return Reach.NONE
