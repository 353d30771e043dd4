"""What a reader typed into the search field, made safe and small."""

import re
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError

from cilegon_portal.text import normalise_text

QUERY_MAX_CHARS = 200
QUERY_MAX_WORDS = 32  # a long question; each word is one more look into the index
# Result pages that echo an address are what spammers plant links to.
_ADDRESS = re.compile(r"https?:|www\.|://", re.IGNORECASE)
_QUOTED = re.compile(r'"([^"]*)"')
_QUOTES = str.maketrans("“”„«»", '"' * 5)


@dataclass(frozen=True)
class Query:
    """A search: ``text`` to show in the field again, ``words`` to look for, or what is wrong.

    ``loose`` is the text outside of quotes, ``phrases`` are those inside.
    """

    text: str = ""
    words: tuple[str, ...] = ()
    loose: str = ""
    phrases: tuple[str, ...] = ()
    problem: str = ""

    def without_quotes(self) -> "Query":
        """Return the same words, none of them in quotes."""
        return replace(self, loose=self.text.translate(_QUOTES).replace('"', " "), phrases=())


def parse_query(raw: str) -> Query:
    """Return the search for *raw*; a query that is refused carries its reason and no text."""
    try:
        text = " ".join(normalise_text(raw).split())
    except ValidationError as error:
        return Query(problem=error.messages[0])
    if len(text) > QUERY_MAX_CHARS:
        return Query(
            problem=f"Kata pencarian paling panjang {QUERY_MAX_CHARS} huruf. Pakai beberapa kata saja."
        )
    if _ADDRESS.search(text):
        return Query(
            problem="Pencarian memakai kata, bukan alamat situs. Ketik kata dari judulnya."
        )
    plain = text.translate(_QUOTES)
    words = tuple(dict.fromkeys(plain.replace('"', " ").casefold().split()))
    if len(words) > QUERY_MAX_WORDS:
        return Query(
            problem=f"Pakai paling banyak {QUERY_MAX_WORDS} kata, yang paling khas dari judulnya."
        )
    phrases = tuple(found.strip() for found in _QUOTED.findall(plain) if found.strip())
    return Query(text, words, _QUOTED.sub(" ", plain).replace('"', " "), phrases)
