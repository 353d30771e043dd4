"""The directory: which groups were asked for, and what was wrong with the asking."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.urls import reverse

from cilegon_portal.regions.models import Region
from cilegon_portal.search.query import Query, parse_query
from community.coverage import district_slug
from community.groups import Group, GroupQuerySet, Level

PARAMETERS = ("q", "kecamatan", "tingkat")
# Where a word of a search may stand; aliases make "Grogol" find Gerogol.
SEARCHED = (
    "name",
    "neighbourhood",
    "region__name",
    "region__aliases",
    "region__parent__name",
    "region__parent__aliases",
)


@dataclass(frozen=True)
class Choice:
    """What the directory is narrowed to; ``problems`` are sentences."""

    query: Query
    district: Region | None
    level: Level | None
    problems: tuple[str, ...]

    @property
    def parameters(self) -> str:
        """The canonical query of the address."""
        values = (
            self.query.text,
            district_slug(self.district) if self.district else "",
            self.level or "",
        )
        return urlencode(
            {name: value for name, value in zip(PARAMETERS, values, strict=True) if value}
        )

    @property
    def address(self) -> str:
        """The canonical address of the list."""
        path = reverse("community:group_list")
        return f"{path}?{self.parameters}" if self.parameters else path

    def narrow(self, groups: GroupQuerySet) -> GroupQuerySet:
        """Return those of *groups* that were asked for."""
        if self.query.words:
            groups = groups.filter(holding(self.query.words))
        if self.district:
            groups = groups.in_district(self.district.pk)
        if self.level:
            groups = groups.filter(level=self.level)
        return groups


def holding(words: Iterable[str]) -> Q:
    """Return the condition that every one of *words* stands in a group's name or place."""
    each = (
        reduce(
            lambda left, right: left | right,
            (Q(**{f"{name}__icontains": word}) for name in SEARCHED),
        )
        for word in words
    )
    return reduce(and_, each, Q())


def read_choice(asked: Mapping[str, str], districts: Sequence[Region]) -> Choice:
    """Return what *asked* (the query of the address) chooses; what cannot be read is left out and told."""
    problems = []
    query = parse_query(asked.get("q", ""))
    if query.problem:
        problems.append(query.problem)
    slug, code = asked.get("kecamatan", ""), asked.get("tingkat", "")
    district = next((region for region in districts if district_slug(region) == slug), None)
    if slug and district is None:
        problems.append("Kecamatan itu tidak ada di Kota Cilegon. Pilih dari daftar.")
    level = Level(code) if code in Level.values else None
    if code and level is None:
        problems.append("Tingkat itu tidak dikenal. Pilih dari daftar.")
    return Choice(query, district, level, tuple(problems))


def districts() -> list[Region]:
    """Return the 8 kecamatan by name: 1 query."""
    found: QuerySet[Region] = Region.objects.districts()
    return list(found)


def found_groups(choice: Choice) -> GroupQuerySet:
    """Return the public groups that *choice* asks for, by name."""
    return choice.narrow(Group.objects.published()).for_lists()
