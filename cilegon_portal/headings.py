"""Headings of a rich text in order: what screen readers walk by, and contents lists are made of.

Rule: WCAG 2.2, 1.3.1 and 2.4.6. The page's title is level 1, so a text begins with level 2 and
never jumps over one on the way down. Pasted texts choose levels by their looks.
"""

import re
from itertools import pairwise

FIRST_LEVEL = 2
_HEADING = re.compile(r"<(/?)h([1-6])(?=[\s>])", re.IGNORECASE)


def levels(html: str) -> list[int]:
    """Return the level of each heading of *html* in its order."""
    return [int(level) for slash, level in _HEADING.findall(html) if not slash]


def is_in_order(html: str) -> bool:
    """Tell whether the first heading is of level 2 and none jumps over a level."""
    found = levels(html)
    return all(deeper <= level + 1 for level, deeper in pairwise([FIRST_LEVEL - 1, *found]))


def in_order(html: str) -> str:
    """Return clean *html* (h2 to h4) with its headings in order; what stood below a heading still does.

    Headings in order stay as they are. Otherwise each gets the level of its depth: h3, h3, h4
    becomes h2, h2, h3.
    """
    if is_in_order(html):
        return html
    above: list[int] = []  # levels as written, of the headings that this one stands below

    def moved(tag: re.Match[str]) -> str:
        if not tag[1]:
            while above and above[-1] >= int(tag[2]):
                above.pop()
            above.append(int(tag[2]))
        return f"<{tag[1]}h{len(above) + FIRST_LEVEL - 1}"

    return _HEADING.sub(moved, html)
