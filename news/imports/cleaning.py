"""The text of an old site as it may stand here, and what whoever moves it should look at."""

from collections.abc import Callable

from cilegon_portal.richtext import clean
from cilegon_portal.suspicion import is_like_gambling

_LISTED_MAX = 3


def cleaned(html: str, tell: Callable[[str], None]) -> str:
    """Return *html* sanitised; *tell* hears what had to go, and of words of gambling in what stays.

    Intruders hide their links: by a style, which goes with its words, or by a rule or a script
    somewhere else, and then the words stay and are seen.
    """
    result = clean(html)
    if hidden := result.removed.hidden:
        more = f" dan {len(hidden) - _LISTED_MAX} lainnya" if len(hidden) > _LISTED_MAX else ""
        words = ", ".join(f"“{words}”" for words in hidden[:_LISTED_MAX])
        tell(f"tulisan yang tidak terlihat pembaca dihapus: {words}{more}")
    if result.removed.scripts or "<style" in html.casefold():
        tell("kode program atau gaya dihapus; periksa tautan yang tersisa")
    if is_like_gambling(result.html):
        tell("mirip promosi judi; periksa isinya")
    return result.html
