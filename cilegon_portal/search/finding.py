"""A search as pages and the API ask it: what was found, and how much of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.safestring import SafeString

from cilegon_portal.search.clauses import Clause, clauses_of
from cilegon_portal.search.databases import get_engine
from cilegon_portal.search.engines import CANDIDATES_MAX
from cilegon_portal.search.models import Document
from cilegon_portal.search.query import Query
from cilegon_portal.search.ranking import Hit
from cilegon_portal.search.scope import Scope
from cilegon_portal.search.snippets import snippet
from cilegon_portal.search.sources import Found, public_sources

COUNTED_MAX = 1_000
NEWEST_MAX = 250


@dataclass(frozen=True)
class Findings:
    """What was found, in order. ``total`` of it hold all that was asked; ``counted_all``: no more than that.

    ``without_quotes``: nothing held the words in quotes as they stand there.
    """

    clauses: Sequence[Clause]
    hits: Sequence[Hit]
    total: int = 0
    counted_all: bool = True
    without_quotes: bool = False


def find(query: Query, scope: Scope, *, newest_first: bool = False) -> Findings:
    """Return what *query* finds within *scope*: best first, or what holds all of it newest first.

    Where nothing holds the words in quotes, what holds them otherwise. At most 7 queries, twice as
    many then; the figures of words asked for lately come from the cache.
    """
    found = _find(query, scope, newest_first=newest_first)
    if query.phrases and not found.hits:
        found = _find(query.without_quotes(), scope, newest_first=newest_first)
        return replace(found, without_quotes=True)
    return found


def _find(query: Query, scope: Scope, *, newest_first: bool) -> Findings:
    clauses = clauses_of(query)
    if not clauses:
        return Findings((), ())
    engine = get_engine()
    hits = engine.newest(clauses, scope, NEWEST_MAX) if newest_first else []
    hits = hits or engine.best(clauses, scope)
    total = sum(hit.holds_all for hit in hits)
    if len(hits) >= (NEWEST_MAX if newest_first else CANDIDATES_MAX) and total:
        total = engine.count(clauses, scope, COUNTED_MAX + 1)
    return Findings(clauses, hits, min(total, COUNTED_MAX), total <= COUNTED_MAX)


@dataclass(frozen=True)
class Result:
    """An item that was found, with the passage that answers."""

    item: Found
    snippet: SafeString


def read(hits: Sequence[Hit], at: datetime) -> Iterator[tuple[Hit, Found]]:
    """Yield *hits* with what they are: 1 query a kind. What is not public any more is left out."""
    found: dict[tuple[str, int], Found] = {}
    for kind, source in public_sources().items():
        keys = [hit.object_id for hit in hits if hit.kind == kind]
        if keys and source.show:
            found |= {(kind, key): item for key, item in source.show(keys, at)}
    for hit in hits:
        if item := found.get((hit.kind, hit.object_id)):
            yield hit, item


def show(findings: Findings, hits: Sequence[Hit], at: datetime) -> Iterator[Result]:
    """Yield *hits* as :func:`read` does, each with its passage: 1 query more."""
    texts = dict(Document.objects.filter(pk__in=[hit.id for hit in hits]).values_list("pk", "text"))
    for hit, item in read(hits, at):
        yield Result(item, snippet(texts.get(hit.id, ""), findings.clauses))
