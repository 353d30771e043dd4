"""Words and stems of a text: the same for every engine, for what is stored and what is asked.

Rule: docs/decisions/0004-search.md. The stems are Snowball's Indonesian ones: "pembangunan",
"membangun" and "bangunan" are all "bangun".
"""

import re
import threading
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import Stemmer

WORD_MAX_CHARS = 40  # longer is an address or a slip, and PostgreSQL refuses lexemes of 2 kB
# A tsvector ends at 1 MB of lexemes; so many words are a book of 200 pages.
TEXT_MAX_WORDS = 60_000
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_APOSTROPHE = re.compile(r"(?<=\w)['`’‘ʼ](?=\w)")  # Jum'at, Qur'an, ba'da
_local = threading.local()


def fold(text: str) -> str:
    """Return *text* in small letters, without accents and without apostrophes inside words."""
    text = _APOSTROPHE.sub("", text.casefold())
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the stem of a folded word."""
    stemmer = getattr(_local, "stemmer", None)
    if stemmer is None:  # one a thread: it keeps a cache that threads must not share
        stemmer = _local.stemmer = Stemmer.Stemmer("indonesian")
    return str(stemmer.stemWord(word))


def stems(text: str) -> list[str]:
    """Return the stems of *text* in order; a word said twice with a hyphen (anak-anak) is one."""
    found: list[str] = []
    for group in _groups(text):
        before = ""
        for word in group:
            current = stem(word)
            if current != before:
                found.append(current)
            before = current
        if len(found) >= TEXT_MAX_WORDS:
            break
    return found


def words(text: str) -> list[str]:
    """Return the folded words of *text* in order."""
    return [word for group in _groups(text) for word in group]


def _groups(text: str) -> Iterator[list[str]]:
    for match in _WORD.finditer(fold(text)):
        yield [part for part in match[0].split("-") if len(part) <= WORD_MAX_CHARS]
