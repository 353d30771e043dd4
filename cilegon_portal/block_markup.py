"""Where blocks and words may stand: paragraphs around words, items in lists, cells in rows."""

from collections.abc import Iterable, Mapping

from cilegon_portal import office_lists
from cilegon_portal.markup import Element, Node, text_of

INLINE = frozenset(["strong", "em", "s", "sub", "sup", "a"])
HEADINGS = frozenset(["h2", "h3", "h4"])
KEPT_BLOCKS = HEADINGS | frozenset({
    "p", "hr", "ul", "ol", "li", "blockquote", "figure", "figcaption", "table", "caption",
    "thead", "tbody", "tr", "th", "td",
})  # fmt: skip
_ALL_BLOCKS = KEPT_BLOCKS | {office_lists.ITEM_TAG}
_PARENTS = {
    "li": frozenset(["ul", "ol"]),
    "tr": frozenset(["table", "thead", "tbody"]),
    "td": frozenset(["tr"]),
    "th": frozenset(["tr"]),
    "thead": frozenset(["table"]),
    "tbody": frozenset(["table"]),
    "caption": frozenset(["table"]),
    "figcaption": frozenset(["figure"]),
}
_NEEDS_INSIDE = {"ul": "li", "ol": "li", "tr": "td", "table": "tr", "thead": "tr", "tbody": "tr"}
_LEAF_BLOCKS = HEADINGS | {"p"}
_NEVER_EMPTY = KEPT_BLOCKS - {"hr", "td", "th"}


def is_block(node: Node) -> bool:
    """Tell whether *node* stands on lines of its own."""
    return isinstance(node, Element) and node.tag in _ALL_BLOCKS


def has_content(nodes: Iterable[Node]) -> bool:
    """Tell whether *nodes*, rewritten already, show anything but blanks and line breaks."""
    return any(node.strip() if isinstance(node, str) else node.tag != "br" for node in nodes)


def runs(nodes: list[Node]) -> list[list[Node]]:
    """Return *nodes* parted into blocks, one a part, and the words between them."""
    parts: list[list[Node]] = []
    open_run: list[Node] | None = None
    for node in nodes:
        if is_block(node):
            parts.append([node])
            open_run = None
        elif open_run is None:
            open_run = [node]
            parts.append(open_run)
        else:
            open_run.append(node)
    return parts


def around(
    tags: Iterable[str], nodes: list[Node], attributes: Mapping[str, str] | None = None
) -> list[Node]:
    """Return *nodes* with inline *tags* around their words, inside whatever blocks there are."""
    for tag in tags:
        nodes = _around(tag, nodes, attributes or {})
    return nodes


def _around(tag: str, nodes: list[Node], attributes: Mapping[str, str]) -> list[Node]:
    out: list[Node] = []
    for part in runs(nodes):
        first = part[0]
        if isinstance(first, Element) and is_block(first):
            if first.tag not in HEADINGS or tag != "strong":
                first.children = _around(tag, first.children, attributes)
            out.append(first)
            continue
        marker, words = office_lists.leading_marker(part)
        out += [marker] if marker else []
        is_done = len(words) == 1 and isinstance(words[0], Element) and words[0].tag == tag
        if has_content(words) and not is_done:
            out.append(Element(tag, dict(attributes), words))
        else:
            out += words
    return out


def paragraphs(nodes: list[Node], attributes: Mapping[str, str] | None = None) -> list[Node]:
    """Return *nodes* with words that stand outside of blocks as paragraphs; two breaks part them."""
    out: list[Node] = []
    for part in runs(without_markers(nodes)):
        if is_block(part[0]):
            out += part
        elif has_content(part):
            out += [
                Element("p", dict(attributes or {}), _trimmed(words))
                for words in _parted_at_empty_lines(part)
            ]
        else:
            out += [node for node in part if isinstance(node, str) and "\u00a0" not in node]
    return out


def _parted_at_empty_lines(words: list[Node]) -> list[list[Node]]:
    parts: list[list[Node]] = [[]]
    breaks = 0
    for node in words:
        is_break = isinstance(node, Element) and node.tag == "br"
        breaks = breaks + 1 if is_break else breaks if not has_content([node]) else 0
        if breaks >= 2 and is_break:
            parts.append([])
        else:
            parts[-1].append(node)
    return [part for part in parts if has_content(part)]


def _trimmed(words: list[Node]) -> list[Node]:
    """Return *words* without blanks and line breaks at both ends."""
    words = list(words)
    while words and not has_content(words[:1]):
        words.pop(0)
    while words and not has_content(words[-1:]):
        words.pop()
    if words and isinstance(words[0], str):
        words[0] = words[0].lstrip()
    if words and isinstance(words[-1], str):
        words[-1] = words[-1].rstrip()
    return words


def broken_lines(nodes: list[Node]) -> list[Node]:
    """Return *nodes* with a break for each line end, as ``pre`` shows them."""
    out: list[Node] = []
    for node in nodes:
        if not isinstance(node, str):
            out.append(node)
            continue
        for index, line in enumerate(node.split("\n")):
            out += [Element("br"), line] if index else [line]
    return out


def without_markers(nodes: list[Node]) -> list[Node]:
    """Return *nodes* with Word's bullets and numbers as text, where they began no item."""
    out: list[Node] = []
    for node in nodes:
        if isinstance(node, Element) and office_lists.is_marker(node):
            out.append(f"{text_of(node.children)} ")
        else:
            out.append(node)
    return out


def block(tag: str, attributes: dict[str, str], children: list[Node]) -> list[Node]:
    """Return the kept block *tag*, nothing if it is empty; what may not stand in it, beside it."""
    children = without_markers(children)
    if tag in {"td", "th"}:
        return [Element(tag, attributes, _without_lone_paragraph(_trimmed(children)))]
    if not has_content(children):
        return []
    if tag in _LEAF_BLOCKS:
        return _split(tag, attributes, children)
    if tag == "figure" and not any(_holds_more_than_words(child) for child in children):
        return paragraphs([node for child in children for node in _opened(child, "figcaption")])
    if tag == "li":
        children = _without_lone_paragraph(_trimmed(children))
    elif tag == "blockquote" and any(is_block(child) for child in children):
        children = paragraphs(children)
    return [Element(tag, attributes, children)]


def _holds_more_than_words(node: Node) -> bool:
    return isinstance(node, Element) and (
        node.tag in {"img", "table", "blockquote"}
        or (node.tag in INLINE | {"p"} and any(map(_holds_more_than_words, node.children)))
    )


def _opened(node: Node, tag: str) -> list[Node]:
    is_it = isinstance(node, Element) and node.tag == tag
    return block("p", {}, node.children) if is_it else [node]  # type: ignore[union-attr]


def _without_lone_paragraph(children: list[Node]) -> list[Node]:
    """Return *children* with a first paragraph opened when only lists follow it."""
    shown = [child for child in children if not isinstance(child, str) or child.strip()]
    first = shown[0] if shown else None
    if not isinstance(first, Element) or first.tag != "p" or first.attributes:
        return children
    if all(isinstance(child, Element) and child.tag in {"ul", "ol"} for child in shown[1:]):
        return [*first.children, *shown[1:]]
    return children


def _split(tag: str, attributes: dict[str, str], children: list[Node]) -> list[Node]:
    out: list[Node] = []
    for part in runs(children):
        first = part[0]
        if isinstance(first, Element) and is_block(first):
            is_words = first.tag == "p" and tag in HEADINGS
            out.append(Element(tag, dict(attributes), first.children) if is_words else first)
        elif has_content(part):
            out.append(Element(tag, dict(attributes), _trimmed(part)))
    return out


def fitted(nodes: list[Node], parent: str = "") -> list[Node]:
    """Return *nodes* so that each block, at any depth, stands where HTML lets it stand."""
    kept: list[Node] = []
    for node in nodes:
        if isinstance(node, Element):
            node.children = fitted(node.children, node.tag)
            if node.tag in _NEVER_EMPTY and not has_content(node.children):
                continue
        kept.append(node)
    return _fitted_here(kept, parent)


def _fitted_here(nodes: list[Node], parent: str) -> list[Node]:
    inside = _NEEDS_INSIDE.get(parent)
    out: list[Node] = []
    strays: list[Node] = []  # what needs a parent of its own: words in a list, a cell in a table
    for node in nodes:
        if inside and not _fits(node, parent):
            is_blank = isinstance(node, str) and not node.strip()
            (out if is_blank and not strays else strays).append(node)
            continue
        if strays and inside:
            out += _wrapped(strays, inside)
            strays = []
        if isinstance(node, str) or parent in _PARENTS.get(node.tag, {parent}):
            out.append(node)
        else:
            out += _fitted_here(paragraphs(node.children), parent)
    return [*out, *_wrapped(strays, inside)] if strays and inside else out


def _wrapped(strays: list[Node], inside: str) -> list[Node]:
    children = _fitted_here(_trimmed(strays), inside)
    return [Element("tr", {}, children)] if inside == "tr" else block(inside, {}, children)


def _fits(node: Node, parent: str) -> bool:
    return isinstance(node, Element) and parent in _PARENTS.get(node.tag, ())
