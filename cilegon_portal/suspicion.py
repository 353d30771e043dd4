"""What staff should look at before anybody else does: gambling and other spam.

What citizens send is held, what an old site brings is told; nothing is dropped, and no single word
does it: "slot" is also a place in a queue, and a citizen may well complain about "judi online".
"""

import re
from typing import Final

_LINK: Final = re.compile(
    r"https?://|www\.|\b[a-z0-9-]{3,}\.(?:com|net|xyz|site|vip|top|bet)\b", re.I
)
_GAMBLING: Final = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        r"\bg[a4]c[o0]r\b",
        r"\bm[a4]xw[i1]n\b",
        r"\bt[o0]g[e3]l\b",
        r"\bsl[o0]t\b",
        r"\bjudi\b",
        r"\brtp\b",
        r"\bscatter\b",
        r"\bjackpot\b",
        r"\bdepo(?:sit)?\b",
        r"\bfree ?spin",
        r"\bbandar\b",
        r"\bcasino|kasino\b",
    )
)
_LINKS_MAX: Final = 2
_WORDS_WITH_LINK, _WORDS_ALONE = 2, 4


def suspicion(*texts: str) -> str:
    """Return why staff should look at *texts* first, as a sentence; empty when nothing stands out."""
    if is_like_gambling(*texts):
        return "Mirip promosi judi: beberapa katanya, dan tautan."
    links = _links("\n".join(texts))
    return f"Berisi {links} tautan." if links > _LINKS_MAX else ""


def is_like_gambling(*texts: str) -> bool:
    """Tell whether *texts* (plain or HTML) have several words of gambling, or two and a link."""
    text = "\n".join(texts)
    words = sum(bool(pattern.search(text)) for pattern in _GAMBLING)
    return words >= _WORDS_ALONE or (words >= _WORDS_WITH_LINK and _links(text) > 0)


def _links(text: str) -> int:
    return len(_LINK.findall(text))
