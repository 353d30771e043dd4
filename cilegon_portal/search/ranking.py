"""The order of results: BM25 with fields, computed here so that both databases give the same.

score = Σ idf · tf·(k₁+1) / (tf + k₁·(1 − b + b·length/average)), where tf counts a word of the
title and of the summary several times (BM25F, Robertson & Zaragoza 2009). Measured against a
BM25 library in tests/bench/search/.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log

from cilegon_portal.search.clauses import Clause

K1 = 1.2
B = 0.75
TITLE_WEIGHT = 3.0
SUMMARY_WEIGHT = 1.5


@dataclass(frozen=True)
class Candidate:
    """A document that may be among the results, with its stems."""

    id: int
    kind: str
    object_id: int
    length: int
    title: str
    summary: str
    body: str


@dataclass(frozen=True)
class Hit:
    """A document that was found; ``holds_all`` tells whether all that was asked stands in it."""

    id: int
    kind: str
    object_id: int
    score: float
    holds_all: bool


@dataclass(frozen=True)
class Size:
    """How many documents there are, and of how many words on average."""

    count: int
    average: float


def rank(
    candidates: Sequence[Candidate],
    clauses: Sequence[Clause],
    occurring: Sequence[int | None],
    size: Size,
) -> list[Hit]:
    """Return *candidates* best first; the newer first where the score is equal.

    *occurring*: in how many documents each clause occurs; None where that is too many to count,
    and then the share of the candidates is taken for that of all.
    """
    texts = [[f" {' '.join(words)} " for words in clause.wordings] for clause in clauses]
    tables = [[_weighted_count(item, alike) for alike in texts] for item in candidates]
    weights = []
    for position, known in enumerate(occurring):
        if known is None:
            share = sum(row[position] > 0 for row in tables) / max(len(tables), 1)
            known = round(share * size.count)
        weights.append(idf(known, size.count))
    hits = [
        Hit(item.id, item.kind, item.object_id, _score(row, weights, item, size), all(row))
        for item, row in zip(candidates, tables, strict=True)
        if any(row)
    ]
    return sorted(hits, key=lambda hit: (-round(hit.score, 6), -hit.id))


def idf(occurring: int, count: int) -> float:
    """Return what a word is worth that *occurring* of *count* documents hold; always more than nothing."""
    count = max(count, occurring)
    return log(1 + (count - occurring + 0.5) / (occurring + 0.5))


def length_norm(length: float, average: float) -> float:
    """Return by how much a text of *length* words dilutes what stands in it."""
    return K1 * (1 - B + B * length / max(average, 1.0))


def _weighted_count(item: Candidate, texts: Iterable[str]) -> float:
    return sum(
        TITLE_WEIGHT * item.title.count(text)
        + SUMMARY_WEIGHT * item.summary.count(text)
        + item.body.count(text)
        for text in texts
    )


def _score(row: Sequence[float], weights: Sequence[float], item: Candidate, size: Size) -> float:
    norm = length_norm(item.length, size.average)
    return sum(
        weight * count * (K1 + 1) / (count + norm)
        for weight, count in zip(weights, row, strict=True)
    )
