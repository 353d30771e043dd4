"""The engines of the two databases: each says how it finds words."""

from collections.abc import Iterable, Sequence
from functools import cache as remember
from math import prod
from typing import Any

from django.core.cache import cache
from django.db import connection

from cilegon_portal.search.cached import SHARES_KEY, SIZE_KEPT
from cilegon_portal.search.clauses import Clause
from cilegon_portal.search.engines import LOOKED_AT_MAX, DatabaseEngine, Engine, public, run
from cilegon_portal.search.ranking import Size
from cilegon_portal.search.scope import Scope

# PostgreSQL reads the text of what may hold a phrase, some 8 µs a document: the newest so many.
READ_MAX = 10_000
# So many of the newest are looked through one by one where the words are in most of them anyway.
WALKED_MAX = 3_000


@remember
def get_engine() -> Engine:
    """Return the engine of the site's database."""
    return PostgreSQLEngine() if connection.vendor == "postgresql" else SQLiteEngine()


class SQLiteEngine(DatabaseEngine):
    """FTS5 over stems and marks. ``rowid`` is the document's key."""

    def matching(
        self, clauses: Sequence[Clause], scope: Scope | None = None
    ) -> tuple[str, list[Any]]:
        wanted = [_fts(clause.wordings) for clause in clauses]
        wanted += [_fts([(mark,) for mark in marks]) for marks in scope.marks()] if scope else []
        found = "SELECT rowid AS id FROM search_fts WHERE search_fts MATCH %s"
        if scope is None:
            return found, [" AND ".join(wanted)]
        conditions, more = public(scope)
        narrowed = (
            f"SELECT held.id, document.length FROM ({found}) AS held"
            f" JOIN search_document AS document ON document.id = held.id WHERE {conditions}"
        )
        return narrowed, [" AND ".join(wanted), *more]

    def matching_title(self, clause: Clause) -> tuple[str, list[Any]]:
        found = "SELECT rowid AS id FROM search_fts WHERE search_fts MATCH %s"
        return found, [f"{{title_stems}} : {_fts(clause.wordings)}"]


def _fts(wordings: Iterable[Sequence[str]]) -> str:
    return "(" + " OR ".join(f'"{" ".join(words)}"' for words in wordings) + ")"


# The planner takes wide texts for cheap to read, and would read them one by one where a word is
# common or little is wanted. It is shown neither the word nor how much is wanted, and asks the index.
_HELD = (
    "WITH held AS MATERIALIZED (SELECT id, length FROM search_document AS document"
    " WHERE {} @@ (SELECT %s::tsquery) AND {}) SELECT id, length FROM held"
)


class PostgreSQLEngine(DatabaseEngine):
    """tsvector and GIN over stems and marks.

    What is better looked through one by one is decided here, by what ANALYZE knows of words.
    """

    def matching(
        self, clauses: Sequence[Clause], scope: Scope | None = None
    ) -> tuple[str, list[Any]]:
        wanted = _tsquery(clauses, scope)
        conditions, more = public(scope) if scope else ("TRUE", [])
        if not any(len(words) > 1 for clause in clauses for words in clause.wordings):
            return _HELD.format("vector", conditions), [wanted, *more]
        # The index knows no order of words: the newest that hold them are read.
        held = (
            "SELECT id, length, vector FROM search_document AS document"
            f" WHERE vector @@ (SELECT %s::tsquery) AND {conditions} ORDER BY id DESC LIMIT %s"
        )
        found = f"SELECT id, length FROM ({held}) AS held WHERE vector @@ %s::tsquery"
        return found, [wanted.replace(" <-> ", " & "), *more, READ_MAX, wanted]

    def matching_title(self, clause: Clause) -> tuple[str, list[Any]]:
        return _HELD.format("title_vector", "TRUE"), [_tsquery([clause], None)]

    def newest_keys(self, clauses: Sequence[Clause], scope: Scope, limit: int) -> list[int]:
        marks = [Clause(tuple((mark,) for mark in of_one)) for of_one in scope.marks()]
        share = prod(_share(clause) or 0 for clause in (*clauses, *marks))
        keys = self._walk(clauses, scope, limit) if share * WALKED_MAX >= limit else []
        return keys if len(keys) >= limit else super().newest_keys(clauses, scope, limit)

    def _walk(self, clauses: Sequence[Clause], scope: Scope, limit: int) -> list[int]:
        conditions, values = public(scope)
        newest = (
            f"SELECT id, vector FROM search_document AS document WHERE {conditions}"
            " ORDER BY id DESC LIMIT %s"
        )
        sql = f"SELECT id FROM ({newest}) AS newest WHERE vector @@ %s::tsquery LIMIT %s"
        return [row[0] for row in run(sql, [*values, WALKED_MAX, _tsquery(clauses, scope), limit])]

    def occurring(self, clauses: Sequence[Clause], size: Size) -> list[int]:
        """Count only what is rare or of several words: how common the others are is known."""
        counts: dict[Clause, int] = {}
        for clause in clauses:
            share = _share(clause)
            is_phrase = any(len(words) > 1 for words in clause.wordings)
            if share is not None and (share * size.count > LOOKED_AT_MAX or not is_phrase):
                counts[clause] = round(share * size.count)
        missing = [clause for clause in clauses if clause not in counts]
        if missing:
            counts |= zip(missing, super().occurring(missing, size), strict=True)
        return [counts[clause] for clause in clauses]


def _tsquery(clauses: Iterable[Clause], scope: Scope | None) -> str:
    wanted = [
        "(" + " | ".join(f"({' <-> '.join(words)})" for words in clause.wordings) + ")"
        for clause in clauses
    ]
    wanted += [f"({' | '.join(marks)})" for marks in scope.marks()] if scope else []
    return " & ".join(wanted)


def _share(clause: Clause) -> float | None:
    """Return the share of documents that hold all words of a wording of *clause*, or more; None: it is small.

    A wording that is rare ("yg") adds little to one that is not ("yang").
    """
    known = _shares()
    shares = [min(known.get(word, 0) for word in words) for words in clause.wordings]
    return min(sum(shares), 1.0) or None


def _shares() -> dict[str, float]:
    """Return the share of documents that hold each of the most common words: 1 query, or none from the cache."""
    shares: dict[str, float] | None = cache.get(SHARES_KEY)
    if shares is None:
        sql = (
            "SELECT word, share FROM pg_stats,"
            " unnest(most_common_elems::text::text[], most_common_elem_freqs) AS known (word, share)"
            " WHERE schemaname = ANY (current_schemas(false)) AND tablename = 'search_document'"
            " AND attname = 'vector' AND word IS NOT NULL"
        )
        shares = {str(word): float(share) for word, share in run(sql, [])}
        cache.set(SHARES_KEY, shares, SIZE_KEPT.total_seconds())
    return shares
