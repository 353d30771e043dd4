"""Make lists of what word processors write as paragraphs with a bullet or a number in front.

Word marks such a paragraph with ``mso-list: l0 level2 lfo1`` and puts the bullet, a number or a
letter into a ``span`` of ``mso-list: Ignore``. Word on the web gives every item a list of its own,
with ``data-aria-level``. Both become :class:`Item` first; neighbouring items become one list.
"""

import re
from dataclasses import dataclass

from cilegon_portal.inline_styles import Style
from cilegon_portal.markup import Element, Node, text_of

MAX_LEVEL = 9  # Word's own
# Both stand in the tree only until group_items() has made lists.
ITEM_TAG = "list-item"
MARKER_TAG = "list-marker"
_LEVEL = re.compile(r"\blevel(\d)")
_NUMBER = re.compile(
    r"\(?(?:(\d{1,4})|([a-z]{1,2})|([A-Z]{1,2})|([ivxlc]{1,7})|([IVXLC]{1,7}))[.)]\)?"
)
_BULLET = re.compile(r"[^\w\s]|[\uf000-\uf0ff]|[oØüvqnlw]")  # the letters are glyphs of Wingdings
_TYPED_MARK = re.compile(rf"\n?([·•●○◦▪■□➢✓§–-]|{_NUMBER.pattern})[ \u00a0\t]+")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True)
class Mark:
    """What stands in front of an item: ``kind`` is the ``type`` of ``ol``, or "" for a bullet."""

    kind: str = ""
    number: int = 0


def read_mark(text: str, kind_before: str = "") -> Mark | None:
    """Return what the marker *text* says; None: it is none. "i." is roman unless letters went on."""
    text = text.strip()
    if _BULLET.fullmatch(text):
        return Mark()
    found = _NUMBER.fullmatch(text)
    if not found:
        return None
    if found[1]:
        return Mark("1", int(found[1]))
    word = (found[2] or found[3] or found[4] or found[5]).strip()
    case = "i" if word.islower() else "I"
    is_roman = set(word.lower()) <= set(_ROMAN) and (
        kind_before == case
        or len(word) > 1
        or (word.lower() in {"i", "v", "x"} and kind_before != _letters(case))
    )
    if is_roman:
        return Mark(case, _roman(word.lower()))
    return Mark(_letters(case), _alphabetic(word.lower()))


def _letters(case: str) -> str:
    return "a" if case == "i" else "A"


def _alphabetic(word: str) -> int:
    number = 0
    for letter in word:
        number = number * 26 + ord(letter) - ord("a") + 1
    return number


def _roman(word: str) -> int:
    values = [_ROMAN[letter] for letter in word]
    return sum(
        -value if value < max(values[index:]) else value for index, value in enumerate(values)
    )


def word_item(element: Element, style: Style, children: list[Node]) -> Element | None:
    """Return the item that a Word paragraph is, None if it is an ordinary paragraph."""
    definition = style.get("mso-list", "")
    is_item = _LEVEL.search(definition)
    is_listed = "MsoListParagraph" in element.attributes.get("class", "")
    if not is_item and not is_listed:
        return None
    marker, rest = leading_marker(children)
    words = text_of([marker]) if marker else ""
    if not marker:
        words, rest = _typed_marker(children)
    if read_mark(words) is None:
        return None  # "Pasal 1", "1.1.": part of the text
    level = int(is_item[1]) if is_item else 1
    return item(level, words, rest)


def item(level: int, marker: str, children: list[Node]) -> Element:
    """Return what :func:`group_items` reads: an item of *level* (1 = outermost) with its *marker*."""
    attributes = {"level": str(min(max(level, 1), MAX_LEVEL)), "marker": marker}
    return Element(ITEM_TAG, attributes, children)


def is_marker(node: Node) -> bool:
    """Tell whether *node* is the bullet or number in front of a Word item."""
    return isinstance(node, Element) and node.tag == MARKER_TAG


def leading_marker(nodes: list[Node]) -> tuple[Element | None, list[Node]]:
    """Part the marker that *nodes* begin with, if any, from the rest."""
    for index, node in enumerate(nodes):
        if isinstance(node, Element):
            return (node, nodes[index + 1 :]) if is_marker(node) else (None, nodes)
        if node.strip():
            break
    return None, nodes


def _typed_marker(children: list[Node]) -> tuple[str, list[Node]]:
    """Part a bullet or number that stands as text from the rest."""
    first = children[0] if children else None
    found = _TYPED_MARK.match(first) if isinstance(first, str) else None
    if not found or not isinstance(first, str):
        return "", children
    return found[1], [first[found.end() :], *children[1:]]


def group_items(nodes: list[Node]) -> list[Node]:
    """Return *nodes* with each run of neighbouring items as lists, inner levels inside their item."""
    grouped: list[Node] = []
    run: list[Element] = []
    for node in nodes:
        if isinstance(node, Element) and node.tag == ITEM_TAG:
            run.append(node)
        elif not (run and isinstance(node, str) and not node.strip()):
            grouped += _lists(run)
            run = []
            grouped.append(node)
    return grouped + _lists(run)


def _lists(items: list[Element]) -> list[Node]:
    lists: list[Node] = []
    path: list[_OpenList] = []  # the list that each level writes to
    for entry in items:
        level = int(entry.attributes["level"])
        while path and path[-1].level > level:
            path.pop()
        if path and path[-1].level == level:
            mark = read_mark(entry.attributes["marker"], path[-1].kind) or Mark()
            if not path[-1].takes(mark):
                path.pop()
        if not path or path[-1].level < level:
            _open_list(lists, path, entry, level)
        path[-1].add(entry)
    return lists


class _OpenList:
    """A list that still takes items."""

    def __init__(self, level: int, mark: Mark) -> None:
        self.level = level
        self.kind = mark.kind
        self.next_number = mark.number
        self.element = Element("ol" if mark.kind else "ul")
        if mark.kind and mark.number != 1:
            self.element.attributes["start"] = str(mark.number)
        if mark.kind not in {"", "1"}:
            self.element.attributes["type"] = mark.kind

    def takes(self, mark: Mark) -> bool:
        """Tell whether an item so marked goes on with this list."""
        return mark.kind == self.kind and mark.number == self.next_number

    def add(self, entry: Element) -> None:
        self.element.children.append(Element("li", {}, entry.children))
        self.next_number += 1 if self.kind else 0


def _open_list(lists: list[Node], path: list[_OpenList], entry: Element, level: int) -> None:
    opened = _OpenList(level, read_mark(entry.attributes["marker"]) or Mark())
    if path:
        last = path[-1].element.children[-1]
        assert isinstance(last, Element)  # noqa: S101 -- a list holds only what add() put in
        last.children.append(opened.element)
    else:
        lists.append(opened.element)
    path.append(opened)
