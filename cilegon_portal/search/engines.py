"""Where is looked: the interface of an engine, and what those in a database share.

The two databases are in :mod:`cilegon_portal.search.databases`; why two, and how a third engine
would serve: docs/decisions/0004-search.md.
"""

import hashlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from typing import Any, Protocol

from django.core.cache import cache
from django.db import connection

from cilegon_portal.search.analysis import fold
from cilegon_portal.search.cached import FIGURES_KEPT, SIZE_KEPT, SIZE_KEY
from cilegon_portal.search.clauses import Clause
from cilegon_portal.search.models import Document
from cilegon_portal.search.ranking import K1, TITLE_WEIGHT, B, Candidate, Hit, Size, idf, rank
from cilegon_portal.search.scope import Scope

# So many documents are ranked word by word: what the pages show, and half as much again.
CANDIDATES_MAX = 300
# Words of rare clauses choose the candidates, as long as they lead to no more documents than this;
# common ones then only order them.
LOOKED_AT_MAX = 20_000
MEASURED_MAX = 1_000  # documents, the newest, whose length stands for that of all

# What a word in the title adds to one in the text, both standing there once.
TITLE_SHARE = TITLE_WEIGHT * (K1 + 1) / (TITLE_WEIGHT + K1) - 1


class Engine(Protocol):
    """What pages ask of an index. All of it is bounded, however much there is."""

    def best(self, clauses: Sequence[Clause], scope: Scope) -> list[Hit]:
        """Return what holds any of *clauses* (all that are in quotes), best first, at most CANDIDATES_MAX."""

    def newest(self, clauses: Sequence[Clause], scope: Scope, limit: int) -> list[Hit]:
        """Return what holds all of *clauses*, newest first."""

    def count(self, clauses: Sequence[Clause], scope: Scope, limit: int) -> int:
        """Return how much holds all of *clauses*; no more than *limit* is counted."""

    def holds(self, clause: Clause, scope: Scope) -> bool:
        """Tell whether anything holds *clause*: 1 query."""


class DatabaseEngine(ABC):
    """Search by SQL. A database says how it finds clauses; all else is the same."""

    @abstractmethod
    def matching(
        self, clauses: Sequence[Clause], scope: Scope | None = None
    ) -> tuple[str, list[Any]]:
        """Return a query for the keys (as ``id``) of what holds all of *clauses*.

        With *scope*, for what is public within it, and its ``length`` beside the key.
        """

    @abstractmethod
    def matching_title(self, clause: Clause) -> tuple[str, list[Any]]:
        """Return a query for the keys (as ``id``) of what has *clause* in its title."""

    def newest_keys(self, clauses: Sequence[Clause], scope: Scope, limit: int) -> list[int]:
        """Return the keys of what holds all of *clauses*, newest first."""
        found, values = self.matching(clauses, scope)
        sql = f"SELECT id FROM ({found}) AS found ORDER BY id DESC LIMIT %s"
        return [row[0] for row in run(sql, [*values, limit])]

    def occurring(self, clauses: Sequence[Clause], size: Size) -> list[int]:
        """Return in how many documents each of *clauses* occurs; from LOOKED_AT_MAX on, how many more is all one."""
        branches: list[str] = []
        values: list[Any] = []
        for clause in clauses:
            found, asked = self.matching([clause])
            branches.append(
                f"SELECT COUNT(*) FROM (SELECT 1 FROM ({found}) AS found LIMIT %s) AS counted"
            )
            values += [*asked, LOOKED_AT_MAX + 1]
        return [int(row[0]) for row in run(" UNION ALL ".join(branches), values)]

    def best(self, clauses: Sequence[Clause], scope: Scope) -> list[Hit]:
        size, occurring = self._figures(clauses)
        keys = self._candidates(clauses, scope, size, occurring)
        candidates = self._load(keys, [clause for clause in clauses if clause.exact])
        return rank(candidates, clauses, occurring, size)

    def newest(self, clauses: Sequence[Clause], scope: Scope, limit: int) -> list[Hit]:
        keys = self.newest_keys(clauses, scope, limit)
        candidates = self._load(keys, [clause for clause in clauses if clause.exact])
        hits = [Hit(item.id, item.kind, item.object_id, 0, True) for item in candidates]  # noqa: FBT003
        return sorted(hits, key=lambda hit: -hit.id)

    def count(self, clauses: Sequence[Clause], scope: Scope, limit: int) -> int:
        found, values = self.matching(clauses, scope)
        sql = f"SELECT COUNT(*) FROM (SELECT 1 FROM ({found}) AS found LIMIT %s) AS counted"
        return int(run(sql, [*values, limit])[0][0])

    def holds(self, clause: Clause, scope: Scope) -> bool:
        return bool(self.newest_keys([clause], scope, 1))

    def _figures(self, clauses: Sequence[Clause]) -> tuple[Size, list[int | None]]:
        """Return the size of the index, and in how many documents each clause occurs: 0 to 4 queries."""
        keys = [f"search.occurring.{_digest(repr(clause.wordings))}" for clause in clauses]
        known = cache.get_many([SIZE_KEY, *keys])
        if (size := known.get(SIZE_KEY)) is None:
            size = _size()
            cache.set(SIZE_KEY, size, SIZE_KEPT.total_seconds())
        missing = [pair for pair in zip(keys, clauses, strict=True) if pair[0] not in known]
        if missing:
            counted = self.occurring([clause for _, clause in missing], size)
            new = {key: count for (key, _), count in zip(missing, counted, strict=True)}
            cache.set_many(new, FIGURES_KEPT.total_seconds())
            known |= new
        return size, [_unless_too_many(known[key]) for key in keys]

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
            return self.newest_keys(required, scope, CANDIDATES_MAX)
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
            weight = idf(count, size.count)
            found, asked = self.matching([*required, clause], scope)
            branches.append(_branch(found, "length"))
            values += [weight, *asked]
            # Titles are looked into whole: what is in no other branch is not within the scope.
            found, asked = self.matching_title(clause)
            branches.append(_branch(found, "NULL"))
            values += [weight * TITLE_SHARE, *asked]
        sql = (
            f"SELECT id FROM ({' UNION ALL '.join(branches)}) AS found"
            " GROUP BY id HAVING MAX(length) IS NOT NULL"
            " ORDER BY SUM(gain) / (1 + %s + %s * MAX(length)) DESC, id DESC LIMIT %s"
        )
        flat, slope = K1 * (1 - B), K1 * B / max(size.average, 1.0)
        return [row[0] for row in run(sql, [*values, flat, slope, CANDIDATES_MAX])]

    def _newest_of_common(self, clauses: Sequence[Clause], scope: Scope) -> list[int]:
        """Return the newest with all of *clauses*, which are all common; else with any of the first few."""
        keys = self.newest_keys(clauses, scope, CANDIDATES_MAX)
        for clause in clauses[:3] if len(clauses) > 1 else []:
            if len(keys) >= CANDIDATES_MAX:
                break
            keys += self.newest_keys([clause], scope, CANDIDATES_MAX - len(keys))
        return keys

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


def public(scope: Scope) -> tuple[str, list[Any]]:
    """Return SQL on ``document`` for what is public at the moment of *scope*."""
    if scope.at is None:
        return "TRUE", []
    at = connection.ops.adapt_datetimefield_value(scope.at)
    until = "(document.public_until IS NULL OR document.public_until > %s)"
    return f"document.public_from <= %s AND {until}", [at, at]


def run(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Return the rows of a query."""
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def _branch(found: str, length: str) -> str:
    return f"SELECT id, CAST(%s AS double precision) AS gain, {length} AS length FROM ({found}) AS found"


def _size() -> Size:
    newest = Document.objects.order_by("-pk").values_list("length", flat=True)[:MEASURED_MAX]
    lengths = list(newest)
    return Size(Document.objects.count(), sum(lengths) / max(len(lengths), 1))


def _digest(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()


def _unless_too_many(count: int) -> int | None:
    return count if count <= LOOKED_AT_MAX else None
