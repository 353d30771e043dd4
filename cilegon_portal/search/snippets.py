"""The part of a text that answers a search, with what was asked marked."""

import re
from collections.abc import Iterable, Sequence

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

from cilegon_portal.search.analysis import fold, stem
from cilegon_portal.search.clauses import Clause

SNIPPET_WORDS = 32
LEAD_WORDS = 6  # shown before the first word that was found
# A long text is looked at so far: the summary and the beginning are what is quoted anyway.
READ_MAX_CHARS = 12_000
_WORD = re.compile(r"[^\W_]+(?:['`’‘ʼ][^\W_]+)*")


def snippet(text: str, clauses: Sequence[Clause]) -> SafeString:
    """Return escaped HTML of the passage of *text* with most of *clauses*, its words in ``<mark>``."""
    text = text[:READ_MAX_CHARS]
    spoken = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    stems = [stem(fold(text[start:end])) for start, end in spoken]
    found = _found(stems, {wording for clause in clauses for wording in clause.wordings})
    if not spoken:
        return SafeString("")
    first = _best_start(found, stems)
    last = min(first + SNIPPET_WORDS, len(spoken)) - 1
    shown = [spoken[position] for position in found if first <= position <= last]
    start = spoken[first][0] if first else 0
    end = spoken[last][1] if last < len(spoken) - 1 else len(text)
    before, after = "…" if first else "", "…" if last < len(spoken) - 1 else ""
    return mark_safe(f"{before}{_marked(text, start, end, shown)}{after}")  # noqa: S308 -- escaped there


def _found(stems: Sequence[str], wordings: Iterable[tuple[str, ...]]) -> list[int]:
    """Return the places of what was asked for; of a wording of several words, where all stand together."""
    beginning: dict[str, list[tuple[str, ...]]] = {}
    for wording in wordings:
        beginning.setdefault(wording[0], []).append(wording)
    found: set[int] = set()
    for position, word in enumerate(stems):
        for wording in beginning.get(word, ()):
            if tuple(stems[position : position + len(wording)]) == wording:
                found.update(range(position, position + len(wording)))
    return sorted(found)


def _best_start(found: Sequence[int], stems: Sequence[str]) -> int:
    """Return where to begin: so that most different words that were asked for follow; the earliest such."""
    best, start = 0, 0
    for position in found:
        begin = max(0, position - LEAD_WORDS)
        inside = {stems[other] for other in found if begin <= other < begin + SNIPPET_WORDS}
        if len(inside) > best:
            best, start = len(inside), begin
    return start


def _marked(text: str, start: int, end: int, shown: Iterable[tuple[int, int]]) -> str:
    parts, position = [], start
    for first, last in shown:
        parts += [escape(text[position:first]), "<mark>", escape(text[first:last]), "</mark>"]
        position = last
    return "".join([*parts, escape(text[position:end])])
