"""Plain text as people write it in WhatsApp, as the HTML that it means.

Used for what is pasted, never for what is stored: a text that is saved again must not lose an
asterisk that its author meant (docs/decisions/0009-pasting.md).
Rule: WhatsApp's own, https://faq.whatsapp.com/539178204879377: a marker stands at the edge of a
word, holds words of one line, and touches them.
"""

import re
from itertools import takewhile

from cilegon_portal import office_lists
from cilegon_portal.markup import Element, Node, serialise
from cilegon_portal.youtube import video_of

_TAGS = {"*": "strong", "**": "strong", "_": "em", "~": "s"}
# A few sentences; without these bounds, a line of markers takes the square of its length.
_MARKED_MAX_CHARS = 600
_LINE_MAX_CHARS = 5000
_MARKERS_IN_MARKERS = 3  # *_~word~_*
_ADDRESS = r"https?://[^\s<>\"]*[^\s<>\"*~.,;:!?)\]}'’”]"


def _marked(name: str, markers: str, address: str) -> str:
    """Return the pattern of words between *markers*; an address among them stays whole."""
    return (
        rf"(?<![^\W_])(?P<{name}>{markers})(?!(?P={name})|\*)(?=[^\s)\]}},.;:!?])"
        rf"(?P<words_{name}>(?>{address}|[^\n]){{1,{_MARKED_MAX_CHARS}}}?)"
        rf"(?<=[^\s(\[{{])(?P={name})(?![^\W_])"
    )


_PART = re.compile(
    rf"(?P<address>{_ADDRESS})|{_marked('marker', r'[*][*]?|~', _ADDRESS)}"
    # Addresses do end in "_" (YouTube's); between two of them, the last one is the marker.
    rf"|{_marked('under', '_', _ADDRESS + '(?<!_)')}"
)
_BULLET = re.compile(r"([ \t]*)([•●▪◦·✓✔➢-]|\*(?=\s)|–)\s+(\S.*)")
_NUMBER = re.compile(r"([ \t]*)(\d{1,2}[.)])\s+(\S.*)")
_SURE_BULLETS = "•●▪◦✓✔➢"  # a dash or a number alone may begin an ordinary line
_QUOTE = re.compile(r"> ?(.*\S.*)")


def html_of_chat(text: str) -> str:
    """Return the HTML that *text* means: paragraphs, lists, quotes, bold, italic, struck, links."""
    nodes: list[Node] = []
    lines: list[str] = []
    for block in _blocks(text.split("\n")):
        if isinstance(block, str):
            lines.append(block)
            continue
        nodes += [*_paragraph(lines), *block]
        lines = []
    return serialise(office_lists.group_items([*nodes, *_paragraph(lines)]))


def _blocks(lines: list[str]) -> list[str | list[Node]]:
    """Return the lines of paragraphs as they are, and what ends a paragraph as nodes."""
    blocks: list[str | list[Node]] = []
    position = 0
    while position < len(lines):
        items = _items(lines, position)
        if items:
            blocks.append(_as_list(items))
            position = items[-1][0] + 1
        elif not lines[position].strip():
            blocks.append([])
            position += 1
        elif video_of(lines[position]):
            blocks.append(_paragraph([lines[position].strip()]))  # alone: the page shows a poster
            position += 1
        elif quoted := _quoted(lines, position):
            blocks.append([Element("blockquote", {}, _paragraph(quoted))])
            position += len(quoted)
        else:
            blocks.append(lines[position].strip())
            position += 1
    return blocks


def _items(lines: list[str], start: int) -> list[tuple[int, re.Match[str]]]:
    """Return the items of the list that begins at line *start*, with their line numbers."""
    items: list[tuple[int, re.Match[str]]] = []
    for position in range(start, len(lines)):
        found = _BULLET.fullmatch(lines[position]) or _NUMBER.fullmatch(lines[position])
        if found:
            items.append((position, found))
        elif not items or lines[position].strip():
            break
    is_sure = len(items) > 1 or (items and items[0][1][2] in _SURE_BULLETS)
    return items if is_sure else []


def _quoted(lines: list[str], start: int) -> list[str]:
    found = (_QUOTE.fullmatch(line) for line in lines[start:])
    return [quote[1].strip() for quote in takewhile(bool, found) if quote]


def _as_list(items: list[tuple[int, re.Match[str]]]) -> list[Node]:
    outermost = min(len(found[1]) for _, found in items)
    return [
        office_lists.item(1 + (len(found[1]) > outermost + 1), found[2], _inline(found[3].strip()))
        for _, found in items
    ]


def _paragraph(lines: list[str]) -> list[Node]:
    if not lines:
        return []
    words: list[Node] = []
    for line in lines:
        words += [Element("br"), *_inline(line)] if words else _inline(line)
    return [Element("p", {}, words)]


def _inline(line: str, depth: int = _MARKERS_IN_MARKERS) -> list[Node]:
    if not depth or len(line) > _LINE_MAX_CHARS:
        return [line]
    nodes: list[Node] = []
    position = 0
    for part in _PART.finditer(line):
        nodes.append(line[position : part.start()])
        if address := part["address"]:
            nodes.append(Element("a", {"href": address}, [address]))
        else:
            marker, words = part["marker"] or "_", part["words_marker"] or part["words_under"]
            nodes.append(Element(_TAGS[marker], {}, _inline(words, depth - 1)))
        position = part.end()
    return [*nodes, line[position:]]
