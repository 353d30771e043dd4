"""“Mungkin maksud Anda”: a word that nothing public holds, as one that something public does.

Asked of the index with the same scope as the search: a word of a hidden item is as unknown as one
that nobody ever wrote.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from cilegon_portal.search.analysis import fold, stem, words
from cilegon_portal.search.clauses import Clause, synonym_sets
from cilegon_portal.search.databases import get_engine
from cilegon_portal.search.indexing import WORD_MAX_CHARS, WORD_MIN_CHARS
from cilegon_portal.search.models import Word
from cilegon_portal.search.query import Query
from cilegon_portal.search.scope import Scope

MENDED_MAX = 2  # words of one query
TWO_SLIPS_MIN_CHARS = 8  # in a shorter word two wrong letters make another word: syarat, saat
OFFERED_MAX = 4  # words alike that are looked up, nearest first
LOOKED_AT_MAX = 4_000  # words with that beginning and length
EXAMPLES_MAX = 50  # documents with the stem that are read for the very word
_TYPED = re.compile(r"[^\W_]+(?:['`’‘ʼ][^\W_]+)*")


def suggestion(query: Query, scope: Scope) -> str:
    """Return *query* with unknown words mended, or nothing: a query a word, for an unknown one a few more."""
    scope = replace(scope, topic=None, year=None, region="")
    mended = {word: better for word in _unknown(query, scope) if (better := _alike(word, scope))}
    if not mended:
        return ""
    return _TYPED.sub(lambda match: mended.get(fold(match[0]), match[0]), query.text)


def _unknown(query: Query, scope: Scope) -> list[str]:
    synonyms = {part for wordings in synonym_sets() for wording in wordings for part in wording}
    found = [
        word
        for word in dict.fromkeys(words(query.text))
        if WORD_MIN_CHARS <= len(word) <= WORD_MAX_CHARS
        and word.isalpha()
        and stem(word) not in synonyms
        and not get_engine().holds(_clause(word), scope)
    ]
    return found[:MENDED_MAX]


def _alike(word: str, scope: Scope) -> str:
    """Return the word nearest to *word* that stands in something public now, or nothing."""
    allowed = 1 if len(word) < TWO_SLIPS_MIN_CHARS else 2
    # A wrong letter makes two letters differ, a missed or added one makes one: most words are
    # passed over before their distance is worked out.
    letters, most = set(word), 2 * allowed
    alike = (
        other
        for other in _candidates(word, allowed)
        if len(letters.symmetric_difference(other)) <= most
    )
    near = sorted((distance(word, other), other) for other in alike)
    for far, other in near[:OFFERED_MAX]:
        exact = replace(_clause(other), exact=other)
        if far <= allowed and get_engine().newest([exact], scope, EXAMPLES_MAX):
            return other
    return ""


def _candidates(word: str, allowed: int) -> Iterator[str]:
    """Yield known words about as long that begin alike; or with its second letter, the first being one too many."""
    for start in dict.fromkeys((word[0], word[1])):
        found = Word.objects.filter(
            length__range=(len(word) - allowed, len(word) + allowed),
            word__gte=start,
            word__lt=chr(ord(start) + 1),
        )
        yield from found.values_list("word", flat=True)[:LOOKED_AT_MAX]


def distance(one: str, other: str) -> int:
    """Return how many letters were missed, added, changed or swapped with the next."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        older, before, row = before, row, [at]
        for to, wanted in enumerate(other, 1):
            cost = min(before[to] + 1, row[to - 1] + 1, before[to - 1] + (letter != wanted))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == wanted:
                cost = min(cost, older[to - 2] + 1)
            row.append(cost)
    return row[-1]


def _clause(word: str) -> Clause:
    return Clause(((stem(word),),))
