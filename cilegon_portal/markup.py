"""HTML of any origin as a small tree, read in one pass.

This is no border: it makes what people paste easy to rework and safe to hand to the parser of
the border (:mod:`cilegon_portal.richtext`). Time grows with the length of the text alone, the tree
is never deeper than ``MAX_DEPTH``, and no word goes that a browser would show.
"""

import re
from collections import Counter
from dataclasses import dataclass, field
from html import escape, unescape

MAX_DEPTH = 60  # no article nests deeper; below it, elements are left out and their words stay
_MANY_AMPERSANDS = 1000
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
})  # fmt: skip
# Their content is program text: it ends at their end tag and nowhere else.
_RAW = frozenset(["script", "style", "iframe", "noembed", "noframes", "xmp", "textarea", "title"])
BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
    "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html",
    "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table",
    "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_ROW_PARTS = frozenset(["td", "th"])
_TABLE_PARTS = frozenset(["caption", "tbody", "td", "tfoot", "th", "thead", "tr"])
# What a start tag ends when its author left the end tag out, and where that search stops.
_ENDED_BY = {
    "li": (frozenset(["li", "p"]), frozenset(["ul", "ol", "menu", "dir", "td", "th"])),
    "dt": (frozenset(["dt", "dd", "p"]), frozenset(["dl", "td", "th"])),
    "dd": (frozenset(["dt", "dd", "p"]), frozenset(["dl", "td", "th"])),
    "td": (_ROW_PARTS, frozenset(["table", "tr"])),
    "th": (_ROW_PARTS, frozenset(["table", "tr"])),
    "tr": (frozenset(["tr", "caption"]), frozenset(["table"])),
    **dict.fromkeys(
        ("thead", "tbody", "tfoot"),
        (frozenset(["thead", "tbody", "tfoot", "tr", "caption"]), frozenset(["table"])),
    ),
    "a": (frozenset(["a"]), frozenset(["td", "th", "table"])),
    "option": (frozenset(["option"]), frozenset(["select"])),
}
_PARAGRAPH = (frozenset(["p"]), frozenset(["td", "th", "caption", "table", "button", "object"]))
_HEADING = (_PARAGRAPH[0] | _HEADINGS, _PARAGRAPH[1])

_TAG_START = re.compile(r"<(?:([/!?])|[a-zA-Z])")
_NAME = re.compile(r"[a-zA-Z][^ \t\n/>]*+")
_ATTRIBUTE = re.compile(
    r"[ \t\n/]*+([^ \t\n/>][^ \t\n/>=]*+)"
    r"""(?:[ \t\n]*+=[ \t\n]*+(?:"([^"]*+)"|'([^']*+)'|([^ \t\n>"'][^ \t\n>]*+)|(?=>)))?"""
)
_BEFORE_END = re.compile(r"[ \t\n/]*+")
_COMMENT_END = re.compile(r"--!?>")


@dataclass(slots=True, eq=False)
class Element:
    """A tag with what stands in it; names in lower case, values and texts without references."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Node"] = field(default_factory=list)


Node = Element | str


def parse(html: str) -> Element:
    r"""Return the tree of *html* (line ends ``\n``) below a nameless root; comments are left out."""
    tree = _Tree()
    position = 0
    while found := _TAG_START.search(html, position):
        start = found.start()
        tree.add_text(html[position:start])
        if found[1] == "/":
            position = tree.read_end_tag(html, start)
        elif html.startswith("<!--", start):
            end = _COMMENT_END.search(html, start + 2)
            position = end.end() if end else len(html)
        elif found[1]:
            position = _after_bracket(html, start)
        else:
            position = tree.read_start_tag(html, start)
    tree.add_text(html[position:])
    return tree.root


def _after_bracket(html: str, start: int) -> int:
    return html.find(">", start) + 1 or len(html)


class _Tree:
    """Grows the tree; ``path`` holds the open elements, the root first."""

    def __init__(self) -> None:
        self.root = Element("")
        self.path = [self.root]
        self.open: Counter[str] = Counter()
        self.endless: set[str] = set()  # raw elements whose end tag does not come any more

    def add_text(self, source: str) -> None:
        if source:
            self.path[-1].children.append(unescape(source))

    def read_start_tag(self, html: str, start: int) -> int:
        """Read the tag at *start* and return the position behind it."""
        name = _NAME.match(html, start + 1)
        assert name is not None  # noqa: S101 -- parse() saw its first letter
        attributes: dict[str, str] = {}
        position = name.end()
        while found := _ATTRIBUTE.match(html, position):
            key, *values = found.groups()
            value = next((value for value in values if value is not None), "")
            attributes.setdefault(key.lower(), unescape(value))
            position = found.end()
        position = _BEFORE_END.match(html, position).end()  # type: ignore[union-attr]
        if not html.startswith(">", position):
            # A tag that never ends: a browser would drop all that follows. Keep it as text.
            self.add_text(html[start:])
            return len(html)
        tag = name[0].lower()
        self._open(tag, attributes)
        return self._skip_raw(html, position + 1, tag) if tag in _RAW else position + 1

    def _open(self, tag: str, attributes: dict[str, str]) -> None:
        default = _PARAGRAPH if tag in BLOCKS else None
        ends = _HEADING if tag in _HEADINGS else _ENDED_BY.get(tag, default)
        if ends and any(self.open[name] for name in ends[0]):
            self._close_until(*ends)
        element = Element(tag, attributes)
        if len(self.path) <= MAX_DEPTH:
            self.path[-1].children.append(element)
            if tag not in VOID:
                self.path.append(element)
                self.open[tag] += 1
        elif tag in VOID:
            self.path[-1].children.append(element)
        elif tag in BLOCKS:
            self._break_line()  # or the words on both sides would run together

    def _break_line(self) -> None:
        last = self.path[-1].children[-1:]
        if not (last and isinstance(last[0], Element) and last[0].tag == "br"):
            self.path[-1].children.append(Element("br"))

    def _skip_raw(self, html: str, position: int, tag: str) -> int:
        if tag in self.endless:
            return position
        end = re.compile(rf"</{tag}(?=[ \t\n/>])", re.IGNORECASE).search(html, position)
        if end is None:
            self.endless.add(tag)
            return position
        if self.path[-1].tag == tag:
            self.add_text(html[position : end.start()])
        return end.start()

    def read_end_tag(self, html: str, start: int) -> int:
        """Read the end tag at *start* and return the position behind it."""
        name = _NAME.match(html, start + 2)
        position = _after_bracket(html, start)
        if name is None:
            return position
        tag = name[0].lower()
        if tag == "br":
            self.path[-1].children.append(Element("br"))
        elif self.open[tag]:
            barrier = frozenset() if tag in _TABLE_PARTS | {"table"} else _ROW_PARTS
            self._close_until(frozenset([tag]), frozenset(barrier), only_nearest=True)
        return position

    def _close_until(
        self, tags: frozenset[str], barrier: frozenset[str], *, only_nearest: bool = False
    ) -> None:
        """Close the outermost open element of *tags* above the nearest *barrier* and all in it."""
        found = 0
        for index in range(len(self.path) - 1, 0, -1):
            tag = self.path[index].tag
            if tag in tags:
                found = index
                if only_nearest:
                    break
            elif tag in barrier:
                break
        if found:
            for element in self.path[found:]:
                self.open[element.tag] -= 1
            del self.path[found:]


def serialise(nodes: list[Node]) -> str:
    """Return *nodes* as HTML: every element closed, every text escaped."""
    written: list[str] = []
    _write(nodes, written)
    return "".join(written)


def _write(nodes: list[Node], written: list[str]) -> None:
    for node in nodes:
        if isinstance(node, str):
            written.append(_escaped(node))
            continue
        attributes = "".join(f' {key}="{escape(value)}"' for key, value in node.attributes.items())
        written.append(f"<{node.tag}{attributes}>")
        if node.tag not in VOID:
            _write(node.children, written)
            written.append(f"</{node.tag}>")


def _escaped(text: str) -> str:
    """Return *text* escaped, parted by a tag without meaning where it holds very many ampersands.

    nh3 0.3.8 drops that tag; its time grows with the square of the ampersands in one text.
    """
    if text.count("&") < _MANY_AMPERSANDS:
        return escape(text, quote=False)
    pieces = text.split("&")
    groups = range(0, len(pieces), _MANY_AMPERSANDS)
    parts = ("&".join(pieces[start : start + _MANY_AMPERSANDS]) for start in groups)
    return "&amp;<wbr>".join(escape(part, quote=False) for part in parts)


_NEVER_SHOWN = frozenset(["script", "style", "template"])


def text_of(nodes: list[Node]) -> str:
    """Return the words in *nodes*, runs of blanks as one blank."""
    words: list[str] = []
    _collect(nodes, words)
    return " ".join("".join(words).split())


def _collect(nodes: list[Node], words: list[str]) -> None:
    for node in nodes:
        if isinstance(node, str):
            words.append(node)
            continue
        if node.tag in _NEVER_SHOWN:
            continue
        gap = " " if node.tag in BLOCKS or node.tag == "br" else ""
        words.append(gap)
        _collect(node.children, words)
        words.append(gap)
