"""Where is looked: the interface of an engine, and the two that live in the site's own database.

Why two, and how a third would serve: docs/decisions/0004-search.md.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, Protocol

from django.core.cache import cache as shared_cache
from django.db import connection
from django.db.models import Avg, Count

from cilegon_portal.search.analysis import fold
from cilegon_portal.search.cached import FIGURES_KEPT, SIZE_KEY
from cilegon_portal.search.clauses import Clause
from cilegon_portal.search.models import Document
from cilegon_portal.search.ranking import K1, TITLE_WEIGHT, B, Candidate, Hit, Size, idf, rank

# So many documents are ranked word by word; more than anybody leafs through.
CANDIDATES_MAX = 1_000
# Words of rare clauses choose the candidates, as long as they lead to no more documents than this;
# common ones then only order them. 20,000 cost some 20 ms.
LOOKED_AT_MAX = 20_000

# What a word in the title adds to one in the text, both standing there once.
TITLE_SHARE = TITLE_WEIGHT * (K1 + 1) / (TITLE_WEIGHT + K1) - 1


@dataclass(frozen=True)
class Scope:
    """What may be found: public at *at* (None: all, for staff), and what the reader narrowed it to."""

    at: datetime | None
    kinds: tuple[str, ...] = ()
    topic: int | None = None
    year: int | None = None
    region: str = ""

    def conditions(self) -> tuple[str, list[Any]]:
        """Return it as SQL on ``document``."""
        parts: list[str] = ["TRUE"]
        values: list[Any] = []
        if self.at is not None:
            parts.append("document.public_from <= %s")
            parts.append("(document.public_until IS NULL OR document.public_until > %s)")
            values += [connection.ops.adapt_datetimefield_value(self.at)] * 2
        if self.kinds:
            parts.append(f"document.kind IN ({', '.join(['%s'] * len(self.kinds))})")
            values += self.kinds
        for name in ("topic", "year"):
            if (value := getattr(self, name)) is not None:
                parts.append(f"document.{name} = %s")
                values.append(value)
        if self.region:  # a kelurahan's code begins with that of its kecamatan
            parts.append("(document.region = %s OR document.region LIKE %s)")
            values += [self.region, f"{self.region}.%"]
        return " AND ".join(parts), values


class Engine(Protocol):
    """What pages ask of an index. All of it is bounded, however much there is."""

    def best(self, clauses: Sequence[Clause], scope: Scope) -> list[Hit]:
        """Return what holds any of *clauses* (all that are in quotes), best first, at most CANDIDATES_MAX."""

    def newest(self, clauses: Sequence[Clause], scope: Scope, limit: int) -> list[Hit]:
        """Return what holds all of *clauses*, newest first."""

    def count(self, clauses: Sequence[Clause], scope: Scope, limit: int) -> int:
        """Return how much holds all of *clauses*; no more than *limit* is counted."""


class DatabaseEngine:
    """Search by SQL. A database says how it finds a clause; all else is the same."""

    # A query for the keys (as ``id``) of what matches one parameter.
    matching = ""
    matching_title = ""

    def expression(self, clauses: Iterable[Clause]) -> str:
        """Return what matches documents with all of *clauses*."""
        raise NotImplementedError

    def best(self, clauses: Sequence[Clause], scope: Scope) -> list[Hit]:
        size, occurring = self._figures(clauses)
        keys = self._candidates(clauses, scope, size, occurring)
        candidates = self._load(keys, [clause for clause in clauses if clause.exact])
        return rank(candidates, clauses, occurring, size)

    def newest(self, clauses: Sequence[Clause], scope: Scope, limit: int) -> list[Hit]:
        keys = self._newest_keys(clauses, scope, limit)
        candidates = self._load(keys, [clause for clause in clauses if clause.exact])
        hits = [Hit(item.id, item.kind, item.object_id, 0, True) for item in candidates]  # noqa: FBT003
        return sorted(hits, key=lambda hit: -hit.id)

    def count(self, clauses: Sequence[Clause], scope: Scope, limit: int) -> int:
        conditions, values = scope.conditions()
        sql = (
            f"SELECT COUNT(*) FROM (SELECT 1 FROM ({self.matching}) AS found"
            " JOIN search_document AS document ON document.id = found.id"
            f" WHERE {conditions} LIMIT %s) AS counted"
        )
        rows = _run(sql, [self.expression(clauses), *values, limit])
        return int(rows[0][0])

    def _figures(self, clauses: Sequence[Clause]) -> tuple[Size, list[int | None]]:
        """Return the size of the index, and in how many documents each clause occurs: 0 to 2 queries."""
        keys = [f"search.occurring.{_digest(self.expression([clause]))}" for clause in clauses]
        known = shared_cache.get_many([SIZE_KEY, *keys])
        if (size := known.get(SIZE_KEY)) is None:
            found = Document.objects.aggregate(count=Count("pk"), average=Avg("length"))
            size = Size(found["count"], float(found["average"] or 0))
            shared_cache.set(SIZE_KEY, size, FIGURES_KEPT.total_seconds())
        missing = [pair for pair in zip(keys, clauses, strict=True) if pair[0] not in known]
        if missing:
            counted = self._occurring([clause for _, clause in missing])
            new = {key: count for (key, _), count in zip(missing, counted, strict=True)}
            shared_cache.set_many(new, FIGURES_KEPT.total_seconds())
            known |= new
        return size, [_unless_too_many(known[key]) for key in keys]

    def _occurring(self, clauses: Sequence[Clause]) -> list[int]:
        one = f"SELECT COUNT(*) FROM (SELECT 1 FROM ({self.matching}) AS found LIMIT %s) AS counted"
        values: list[Any] = []
        for clause in clauses:
            values += [self.expression([clause]), LOOKED_AT_MAX + 1]
        return [int(row[0]) for row in _run(" UNION ALL ".join([one] * len(clauses)), values)]

    def _candidates(
        self,
        clauses: Sequence[Clause],
        scope: Scope,
        size: Size,
        occurring: Sequence[int | None],
    ) -> list[int]:
        required = [clause for clause in clauses if clause.exact]
        counted = [
            (count, clause)
            for clause, count in zip(clauses, occurring, strict=True)
            if count is not None and not clause.exact
        ]
        chosen: list[tuple[int, Clause]] = []
        for count, clause in sorted(counted, key=lambda pair: pair[0]):
            if sum(known for known, _ in chosen) + count > LOOKED_AT_MAX:
                break
            chosen.append((count, clause))
        if chosen:
            return self._most_telling(required, chosen, scope, size)
        if required:
            return self._newest_keys(required, scope, CANDIDATES_MAX)
        return self._newest_of_common(clauses, scope)

    def _most_telling(
        self,
        required: Sequence[Clause],
        chosen: Sequence[tuple[int, Clause]],
        scope: Scope,
        size: Size,
    ) -> list[int]:
        """Return the keys with the greatest BM25 as if each word stood there once: 1 query."""
        branches: list[str] = []
        values: list[Any] = []
        for count, clause in chosen:
            expression, weight = self.expression([*required, clause]), idf(count, size.count)
            branches.append(
                f"SELECT id, CAST(%s AS double precision) AS gain FROM ({self.matching}) AS found"
            )
            values += [weight, expression]
            branches.append(
                f"SELECT id, CAST(%s AS double precision) AS gain FROM ({self.matching_title}) AS found"
            )
            values += [weight * TITLE_SHARE, self.expression([clause])]
        conditions, more = scope.conditions()
        sql = (
            "SELECT document.id FROM (SELECT id, SUM(gain) AS gain"
            f" FROM ({' UNION ALL '.join(branches)}) AS found GROUP BY id) AS found"
            f" JOIN search_document AS document ON document.id = found.id WHERE {conditions}"
            " ORDER BY gain / (1 + %s + %s * document.length) DESC, document.id DESC LIMIT %s"
        )
        flat, slope = K1 * (1 - B), K1 * B / max(size.average, 1.0)
        rows = _run(sql, [*values, *more, flat, slope, CANDIDATES_MAX])
        return [row[0] for row in rows]

    def _newest_of_common(self, clauses: Sequence[Clause], scope: Scope) -> list[int]:
        """Return the newest with all of *clauses*, which are all common; else with any of the first few."""
        keys = self._newest_keys(clauses, scope, CANDIDATES_MAX)
        for clause in clauses[:3]:
            if len(keys) >= CANDIDATES_MAX:
                break
            keys += self._newest_keys([clause], scope, CANDIDATES_MAX - len(keys))
        return keys

    def _newest_keys(self, clauses: Sequence[Clause], scope: Scope, limit: int) -> list[int]:
        conditions, values = scope.conditions()
        sql = (
            f"SELECT document.id FROM ({self.matching}) AS found"
            " JOIN search_document AS document ON document.id = found.id"
            f" WHERE {conditions} ORDER BY found.id DESC LIMIT %s"
        )
        return [row[0] for row in _run(sql, [self.expression(clauses), *values, limit])]

    def _load(self, keys: Iterable[int], exact: Sequence[Clause]) -> list[Candidate]:
        """Return the documents; those without the words in quotes, as they stand there, are left out."""
        names = ("id", "kind", "object_id", "length")
        texts = ("title_stems", "summary_stems", "body_stems")
        more = ("title", "text") if exact else ()
        rows = Document.objects.filter(pk__in=set(keys)).values_list(*names, *texts, *more)
        return [
            Candidate(*row[:4], *(f" {text} " for text in row[4:7]))
            for row in rows.order_by()
            if all(clause.stands_in(fold(" ".join(row[7:]))) for clause in exact)
        ]


class SQLiteEngine(DatabaseEngine):
    """FTS5 over the stems. ``rowid`` is the document's key."""

    matching = "SELECT rowid AS id FROM search_fts WHERE search_fts MATCH %s"
    matching_title = (
        "SELECT rowid AS id FROM search_fts WHERE search_fts MATCH '{title_stems} : (' || %s || ')'"
    )

    def expression(self, clauses: Iterable[Clause]) -> str:
        return " AND ".join(
            "(" + " OR ".join(f'"{" ".join(stems)}"' for stems in clause.wordings) + ")"
            for clause in clauses
        )


class PostgreSQLEngine(DatabaseEngine):
    """tsvector and GIN over the stems."""

    matching = "SELECT id FROM search_document WHERE vector @@ %s::tsquery"
    matching_title = "SELECT id FROM search_document WHERE title_vector @@ %s::tsquery"

    def expression(self, clauses: Iterable[Clause]) -> str:
        return " & ".join(
            "(" + " | ".join(f"({' <-> '.join(stems)})" for stems in clause.wordings) + ")"
            for clause in clauses
        )


@cache
def get_engine() -> Engine:
    """Return the engine of the site's database."""
    return PostgreSQLEngine() if connection.vendor == "postgresql" else SQLiteEngine()


def _run(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def _unless_too_many(count: int) -> int | None:
    return count if count <= LOOKED_AT_MAX else None
