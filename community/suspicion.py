"""What staff should look at before anybody else does: gambling and other spam.

Holding is all that follows; nothing is dropped, and no single word holds anything: "slot" is
also a place in a queue, and a citizen may well complain about "judi online".
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
    text = "\n".join(texts)
    links = len(_LINK.findall(text))
    words = sum(bool(pattern.search(text)) for pattern in _GAMBLING)
    if words >= _WORDS_ALONE or (words >= _WORDS_WITH_LINK and links):
        return "Mirip promosi judi: beberapa katanya, dan tautan."
    if links > _LINKS_MAX:
        return f"Berisi {links} tautan."
    return ""
