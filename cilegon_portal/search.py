"""What a reader typed into the search field, made safe and small."""

import re
from dataclasses import dataclass

from django.core.exceptions import ValidationError

from cilegon_portal.text import normalise_text

QUERY_MAX_CHARS = 100
QUERY_MAX_WORDS = 8  # each word is one more look at every row
# Result pages that echo an address are what spammers plant links to.
_ADDRESS = re.compile(r"https?:|www\.|://", re.IGNORECASE)


@dataclass(frozen=True)
class Query:
    """A search: ``text`` to show in the field again, ``words`` to look for, or what is wrong."""

    text: str = ""
    words: tuple[str, ...] = ()
    problem: str = ""


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
    words = tuple(dict.fromkeys(text.casefold().split()))
    if len(words) > QUERY_MAX_WORDS:
        return Query(
            problem=f"Pakai paling banyak {QUERY_MAX_WORDS} kata, yang paling khas dari judulnya."
        )
    return Query(text=text, words=words)
