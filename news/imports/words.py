"""Words of an export as they fit here: cut nowhere, shortened only where the whole stands below."""

import re
from html import escape, unescape

from cilegon_portal.block_markup import broken_lines
from cilegon_portal.markup import BLOCKS, Element, Node, parse, serialise, text_of

_BLOCK_TAG = re.compile(rf"<(?:{'|'.join(sorted(BLOCKS))}|br)[\s/>]", re.IGNORECASE)
_ESCAPED_TAG = re.compile(r"&lt;(?:p|br|div|h[1-6]|ul|ol|table)\b[^&<]{0,200}&gt;", re.IGNORECASE)
# Words directly in these stand in paragraphs of their own.
_HOLDERS = frozenset(["", "div", "section", "article", "blockquote", "center", "td", "th", "li"])
_EMPTY_LINES = re.compile(r"\n[ \t\u00a0]*(?:\n[ \t\u00a0]*)+")


def plain(html: str) -> str:
    """Return the words of *html* on one line: titles and names come with references and tags."""
    return text_of(parse(html).children) if "<" in html or "&" in html else " ".join(html.split())


def shortened(text: str, most: int) -> str:
    """Return *text*, ended at a word with "…" where it is longer than *most*."""
    if len(text) <= most:
        return text
    head = text[: most - 1]
    if not text[most - 1].isspace():
        head = head.rpartition(" ")[0] or head
    return head.rstrip(" ,.;:-–") + "…"


def with_whole(text: str, most: int, html: str) -> tuple[str, str]:
    """Return *text* in *most* characters, and *html* with the whole of it on top if it was longer.

    A text that *html* holds already is not said twice.
    """
    if len(text) <= most or text in plain(html):
        return shortened(text, most), html
    return shortened(text, most), f"<p><strong>{escape(text, quote=False)}</strong></p>{html}"


def html_of(body: str) -> str:
    """Return *body* as HTML: one without any block is plain text, whose empty lines part paragraphs.

    Some portals store HTML escaped (``&lt;p&gt;``): a text whose blocks are all escaped is read as HTML.
    """
    if not _BLOCK_TAG.search(body) and _ESCAPED_TAG.search(body):
        body = unescape(body)
    return body if _BLOCK_TAG.search(body) else lined(body)


def lined(html: str) -> str:
    """Return *html* with its line ends as breaks and its empty lines as ends of paragraphs.

    That is how WordPress reads what its classic editor stored.
    """
    root = parse(html.replace("\r\n", "\n").replace("\r", "\n"))
    _line(root)
    return serialise(root.children)


def _line(element: Element) -> None:
    for child in element.children:
        if isinstance(child, Element):
            _line(child)
    if element.tag in _HOLDERS or element.tag == "p":
        element.children = _broken(element.children)


def _broken(nodes: list[Node]) -> list[Node]:
    out: list[Node] = []
    for index, node in enumerate(nodes):
        if not isinstance(node, str):
            out.append(node)
            continue
        text = node.lstrip() if index == 0 or _stands_alone(nodes[index - 1]) else node
        text = text.rstrip() if index == len(nodes) - 1 or _stands_alone(nodes[index + 1]) else text
        for number, part in enumerate(_EMPTY_LINES.split(text)):
            out += [Element("br"), Element("br")] if number else []
            out += broken_lines([part])
    return out


def _stands_alone(node: Node) -> bool:
    return isinstance(node, Element) and node.tag in BLOCKS
