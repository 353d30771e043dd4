"""What each group did in a quarter: activities, contributions that became news, tasks, masa bakti.

Rule: docs/community.md#report. Counted for the days of WIB; what is not public is not counted.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final, Self

from django.db.models import Count, Q
from django.utils import timezone

from cilegon_portal.likely_days import is_likely
from cilegon_portal.templatetags.tanggal import midnight
from community.activities import TASKS, Activity
from community.contributions import Contribution, ContributionState
from community.groups import Group
from community.terms import Term, TermState

_CODE: Final = re.compile(r"(\d{4})-([1-4])", re.ASCII)
COLUMNS: Final = (
    "triwulan", "nama", "tingkat", "kecamatan", "keaktifan", "masa_bakti", "masa_bakti_sampai",
    "kegiatan_terbit", "kiriman_dimuat",
    *(label.lower().replace(" ", "_") for label in TASKS.values()),
    "tugas_terlaksana", "per_tanggal",
)  # fmt: skip


@dataclass(frozen=True)
class Quarter:
    """Three months of a year; ``number`` from 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Self:
        """Return the quarter that *day* lies in."""
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def read(cls, code: str) -> Self | None:
        """Return the quarter of a code ("2026-4"); None for what is none, or that nobody means."""
        found = _CODE.fullmatch(code)
        quarter = cls(int(found[1]), int(found[2])) if found and int(found[1]) else None
        return quarter if quarter and is_likely(quarter.first_day) else None

    @property
    def code(self) -> str:
        """How addresses and tables name it."""
        return f"{self.year}-{self.number}"

    @property
    def first_day(self) -> date:
        """Its first day."""
        return date(self.year, self.number * 3 - 2, 1)

    @property
    def last_day(self) -> date:
        """Its last day."""
        return self.after().first_day - timedelta(days=1)

    def after(self) -> "Quarter":
        """Return the next one."""
        return Quarter.of(self.first_day + timedelta(days=95))

    def before(self) -> "Quarter":
        """Return the one before."""
        return Quarter.of(self.first_day - timedelta(days=1))

    def __str__(self) -> str:
        return f"Triwulan {self.number} {self.year}"


@dataclass(frozen=True)
class Row:
    """One group; ``tasks`` says how many of its activities were about each, in the order of ``TASKS``."""

    group: Group
    term: Term
    activities: int
    contributions: int
    tasks: tuple[int, ...]

    @property
    def tasks_done(self) -> int:
        """How many of the six tasks it worked on."""
        return sum(1 for count in self.tasks if count)

    @property
    def is_lapsed(self) -> bool:
        """Whether its masa bakti ended."""
        return self.term.state == TermState.LAPSED


@dataclass(frozen=True)
class Report:
    """All public groups in a quarter, by name; masa bakti as of the day ``on``."""

    quarter: Quarter
    on: date
    rows: list[Row]

    @property
    def activities(self) -> int:
        """How many activities all of them report."""
        return sum(row.activities for row in self.rows)

    @property
    def contributions(self) -> int:
        """How many of their contributions became news."""
        return sum(row.contributions for row in self.rows)

    @property
    def silent(self) -> int:
        """How many groups neither did nor sent anything."""
        return sum(1 for row in self.rows if not row.activities and not row.contributions)

    @property
    def lapsed(self) -> int:
        """How many groups have a board whose masa bakti ended."""
        return sum(1 for row in self.rows if row.is_lapsed)


def report(quarter: Quarter, at: datetime | None = None) -> Report:
    """Return the report of *quarter* as it is known at *at*: 4 queries, whatever their number."""
    at = at or timezone.now()
    on = min(quarter.last_day, timezone.localdate(at))
    groups = Group.objects.published(at)
    terms = groups.terms(on)
    did = _activities(quarter, at)
    became_news = _contributions(quarter)
    nothing = dict.fromkeys(("total", *TASKS), 0)
    rows = [
        Row(
            group=group,
            term=terms[group.pk],
            activities=did.get(group.pk, nothing)["total"],
            contributions=became_news.get(group.pk, 0),
            tasks=tuple(did.get(group.pk, nothing)[name] for name in TASKS),
        )
        for group in groups.select_related("region__parent").order_by("name", "pk")
    ]
    return Report(quarter, on, rows)


def table(found: Report) -> Iterator[list[str]]:
    """Yield the header and a line for each group."""
    yield list(COLUMNS)
    for row in found.rows:
        district = row.group.region.district()
        yield [
            found.quarter.code,
            row.group.name,
            row.group.level,
            district.name if district else "",
            row.group.activity_status,
            row.term.state,
            row.term.ends_on.isoformat() if row.term.ends_on else "",
            *(str(count) for count in (row.activities, row.contributions, *row.tasks)),
            str(row.tasks_done),
            found.on.isoformat(),
        ]


def _activities(quarter: Quarter, at: datetime) -> dict[int, dict[str, int]]:
    held = Activity.objects.published(at).filter(
        held_on__range=(quarter.first_day, quarter.last_day)
    )
    counts = {name: Count("pk", filter=Q(**{name: True})) for name in TASKS}
    rows: Any = held.order_by().values("group").annotate(total=Count("pk"), **counts)
    return {row["group"]: row for row in rows}


def _contributions(quarter: Quarter) -> dict[int, int]:
    decided = Contribution.objects.filter(
        state=ContributionState.ADOPTED,
        decided_at__gte=midnight(quarter.first_day),
        decided_at__lt=midnight(quarter.after().first_day),
    )
    return dict(decided.order_by().values_list("group").annotate(Count("pk")))
