"""What is looked for: the words of a query with those that mean the same."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.core.cache import cache

from cilegon_portal.regions.models import Region
from cilegon_portal.search.analysis import fold, stems, words
from cilegon_portal.search.cached import SYNONYMS_KEPT, SYNONYMS_KEY
from cilegon_portal.search.models import Synonyms
from cilegon_portal.search.query import Query

_Stems = tuple[str, ...]


@dataclass(frozen=True)
class Clause:
    """One thing that is looked for, in any of its wordings (each the stems of one or more words).

    ``exact`` is what was in quotes: documents without these very words are left out.
    """

    wordings: tuple[_Stems, ...]
    exact: str = ""

    def stands_in(self, text: str) -> bool:
        """Tell whether the folded *text* holds the words in quotes, whatever stands between them."""
        pattern = r"\W+".join(re.escape(word) for word in words(self.exact))
        return re.search(rf"(?<!\w){pattern}(?!\w)", text) is not None


def clauses_of(query: Query) -> list[Clause]:
    """Return what *query* looks for, each thing once: phrases first, then words in their order."""
    phrases = [Clause((tuple(stems(text)),), exact=fold(text)) for text in query.phrases]
    loose = tuple(stems(query.loose))
    found = [*(clause for clause in phrases if clause.wordings[0]), *_with_synonyms(loose)]
    return list(dict.fromkeys(found))


def _with_synonyms(asked: _Stems) -> Iterator[Clause]:
    sets = synonym_sets()
    position = 0
    while position < len(asked):
        wordings, length = _longest_at(asked, position, sets)
        yield Clause(wordings)
        position += length


def _longest_at(
    asked: _Stems, position: int, sets: Sequence[tuple[_Stems, ...]]
) -> tuple[tuple[_Stems, ...], int]:
    """Return the synonyms of the longest wording that begins at *position*, or the word alone."""
    length = 1
    chosen: tuple[_Stems, ...] = ((asked[position],),)
    for wordings in sets:
        for wording in wordings:
            size = len(wording)
            if asked[position : position + size] == wording and size >= length:
                length, chosen = size, wordings
    return chosen, length


def synonym_sets() -> list[tuple[_Stems, ...]]:
    """Return the sets of wordings that mean the same, in stems: 2 queries, or none from the cache."""
    sets: list[tuple[_Stems, ...]] | None = cache.get(SYNONYMS_KEY)
    if sets is None:
        written = [item.wordings() for item in Synonyms.objects.all()]
        regions = Region.objects.exclude(aliases="").values_list("name", "aliases")
        written += [[name, *aliases.split(",")] for name, aliases in regions]
        sets = [tuple(dict.fromkeys(tuple(stems(text)) for text in texts)) for texts in written]
        sets = [tuple(wording for wording in wordings if wording) for wordings in sets]
        cache.set(SYNONYMS_KEY, sets, SYNONYMS_KEPT.total_seconds())
    return sets
