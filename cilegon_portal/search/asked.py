"""What the address of a search asks for: words, filters, order."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar
from urllib.parse import urlencode

from django.db import models
from django.urls import reverse

from cilegon_portal.regions.models import Level, Region
from cilegon_portal.search.query import Query
from cilegon_portal.search.scope import Scope
from cilegon_portal.search.sources import public_sources

_YEAR = re.compile(r"(19|20)[0-9]{2}", re.ASCII)
_YEAR_MAX_CHARS = 4  # so much of what was typed is shown again
NEWEST = "terbaru"
_ModelT = TypeVar("_ModelT", bound=models.Model)


@dataclass(frozen=True)
class Asked:
    """A search as its address says it; ``problems`` are sentences about what was left out.

    ``year_text`` is what was typed as year, ``year_problem`` what is wrong with it.
    """

    query: Query
    kind: str = ""
    topic: models.Model | None = None
    year: int | None = None
    region: Region | None = None
    newest_first: bool = False
    problems: tuple[str, ...] = ()
    year_text: str = ""
    year_problem: str = ""

    def scope(self, at: datetime) -> Scope:
        """Return what may be found at *at*."""
        return Scope(
            at=at,
            kinds=(self.kind,) if self.kind else (),
            topic=self.topic.pk if self.topic else None,
            year=self.year,
            region=self.region.pk if self.region else "",
        )

    @property
    def is_narrowed(self) -> bool:
        """Whether a filter is set."""
        return bool(self.kind or self.topic or self.year or self.region)

    @property
    def parameters(self) -> str:
        """The canonical query of the address."""
        if not self.query.words:
            return ""
        values = {
            "q": self.query.text,
            "jenis": self.kind,
            "kategori": getattr(self.topic, "slug", ""),
            "tahun": self.year,
            "wilayah": self.region.pk if self.region else "",
            "urut": NEWEST if self.newest_first else "",
        }
        return urlencode({name: value for name, value in values.items() if value})

    @property
    def address(self) -> str:
        """The canonical address."""
        return f"{reverse('search')}?{self.parameters}"

    def without_filters(self) -> "Asked":
        """Return the same words, with nothing narrowed."""
        return replace(self, kind="", topic=None, year=None, region=None)

    def kinds(self, counts: Mapping[str, int]) -> Iterable[tuple[str, str, bool, int | None]]:
        """Yield label, address, whether it is chosen, and how many there are (*counts*): all, and each kind."""
        total = sum(counts.values()) if counts else None
        yield "Semua", replace(self, kind="").address, not self.kind, total
        for kind, source in public_sources().items():
            # A kategori is of the news: it would leave nothing of another kind.
            narrowed = replace(self, kind=kind, topic=self.topic if kind == "berita" else None)
            count = counts.get(kind, 0) if counts else None
            yield source.label, narrowed.address, self.kind == kind, count

    def orders(self) -> Iterable[tuple[str, str, bool]]:
        """Yield label, address and whether it is chosen, of each order."""
        yield "Paling sesuai", replace(self, newest_first=False).address, not self.newest_first
        yield "Terbaru", replace(self, newest_first=True).address, self.newest_first


def read_asked(
    query: Query,
    asked: Mapping[str, str],
    topics: Sequence[models.Model],
    districts: Iterable[tuple[Region, list[Region]]],
) -> Asked:
    """Return *query* with what else *asked* (the query of the address) asks for; *topics* have a slug."""
    problems = []
    regions = [region for district, villages in districts for region in (district, *villages)]
    kind, year = asked.get("jenis", ""), asked.get("tahun", "").strip()
    topic = _chosen(topics, "slug", asked.get("kategori", ""))
    region = _chosen(regions, "pk", asked.get("wilayah", ""))
    if kind and kind not in public_sources():
        problems.append("Jenis itu tidak dikenal.")
    if asked.get("kategori") and topic is None:
        problems.append("Kategori itu tidak ada, atau belum berisi.")
    if asked.get("wilayah") and region is None:
        problems.append("Wilayah itu tidak ada di Kota Cilegon.")
    return Asked(
        query=query,
        kind=kind if kind in public_sources() else "",
        topic=topic,
        year=int(year) if _YEAR.fullmatch(year) else None,
        region=region,
        newest_first=asked.get("urut") == NEWEST,
        problems=tuple(problems),
        year_text="".join(filter(str.isprintable, year))[:_YEAR_MAX_CHARS],
        year_problem=""
        if not year or _YEAR.fullmatch(year)
        else "Tulis tahun dengan empat angka, misalnya 2019.",
    )


def _chosen(items: Iterable[_ModelT], name: str, value: str) -> _ModelT | None:
    return next((item for item in items if getattr(item, name) == value), None)


def regions_by_district() -> list[tuple[Region, list[Region]]]:
    """Return each kecamatan with its kelurahan, by name: 1 query."""
    regions = list(Region.objects.exclude(level=Level.CITY))
    return [
        (district, [region for region in regions if region.parent_id == district.pk])
        for district in regions
        if district.level == Level.DISTRICT
    ]
