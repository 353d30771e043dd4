"""Say in the few tags of an article what was pasted: Word, Google Docs, LibreOffice, a web page.

Every word that a browser would show stays, in its order. What cannot stay (pictures of other
sites, frames, hidden text) is named in :class:`Removed`, for the writer.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from cilegon_portal import block_markup, inline_styles, office_lists
from cilegon_portal.block_markup import HEADINGS, INLINE, KEPT_BLOCKS, around, has_content
from cilegon_portal.inline_styles import Colour, Style
from cilegon_portal.markup import VOID, Element, Node, parse, text_of
from cilegon_portal.youtube import video_of

PICTURE_SOURCE = re.compile(r"/media/gambar/[A-Za-z0-9_-]{22}/[0-9]{3,4}\.(?:avif|webp|jpg)")
ALIGNMENTS = frozenset(["rata-tengah", "rata-kanan"])
ALIGNED = frozenset(["p", "h2", "h3", "figure"])
# What older editors and Word write for the same thing.
_SAME_TAGS = {
    "b": "strong", "i": "em", "strike": "s", "del": "s", "h1": "h2", "h5": "h4", "h6": "h4",
    "tfoot": "tbody", "menu": "ul", "dir": "ul",
}  # fmt: skip
_DROPPED = frozenset(["script", "style", "title", "template"])
_FRAMES = {"iframe": "src", "embed": "src", "object": "data", "video": "src", "audio": "src"}
_OTHER_BLOCKS = frozenset({
    "address", "article", "aside", "body", "center", "dd", "details", "dialog", "div", "dl",
    "dt", "fieldset", "footer", "header", "html", "legend", "main", "nav", "option", "pre",
    "section", "summary",
})  # fmt: skip
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_LINK_SCHEMES = frozenset(["http", "https", "mailto", "tel"])
_LIST_TYPES = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A"}
_LIST_TYPES |= {"lower-roman": "i", "upper-roman": "I"}
_WORD_HEADING = re.compile(r"MsoTitle|MsoHeading(\d)")
_BLANKS = re.compile(r"[ \t\n\u00a0]+")
_NO_TITLES = frozenset(["", "YouTube video player", "YouTube", "video"])
_SHOWN_CHARS = 60
_LISTED_MAX = 3
_CELL = ("colspan", "rowspan", "scope")
_BLOCK_ATTRIBUTES = {"td": _CELL, "th": _CELL, "ol": ("start", "type")}


@dataclass
class Removed:
    """What did not stay, in words for the writer, in the order of the text."""

    pictures: list[str] = field(default_factory=list)
    frames: list[str] = field(default_factory=list)
    scripts: int = 0
    hidden: list[str] = field(default_factory=list)

    def sentences(self) -> list[str]:
        """Return what the writer should know, each with what to do."""
        told = []
        if self.pictures:
            told.append(
                f"{len(self.pictures)} gambar tidak ikut karena bukan dari pustaka foto: "
                f"{_listed(self.pictures)}. Unggah lewat tombol Foto, lalu sisipkan di tempatnya."
            )
        if self.frames:
            told.append(
                f"{len(self.frames)} tampilan dari situs lain menjadi tautan: {_listed(self.frames)}."
            )
        if self.hidden:
            told.append(
                f"Tulisan yang tidak terlihat pembaca dihapus: {_listed(self.hidden)}. "
                "Bila itu kalimat Anda, ketik ulang di sini."
            )
        if self.scripts:
            told.append("Kode program di dalam teks dihapus.")
        return told


def _listed(names: list[str]) -> str:
    shown = ", ".join(f"“{name}”" for name in names[:_LISTED_MAX])
    more = len(names) - _LISTED_MAX
    return f"{shown} dan {more} lainnya" if more > 0 else shown


def simplify(html: str, removed: Removed) -> list[Node]:
    """Return the nodes that say what *html* says; *removed* is told what stayed out."""
    nodes = _Simplifier(removed).all(parse(html).children, None)
    blocks = block_markup.fitted(block_markup.paragraphs(office_lists.group_items(nodes)))
    return [_linked_video(node) for node in blocks]


class _Simplifier:
    """Rewrites a tree from its leaves upwards; the parser keeps it shallow."""

    def __init__(self, removed: Removed) -> None:
        self.removed = removed

    def all(self, nodes: list[Node], behind: Colour | None) -> list[Node]:
        """Return what *nodes* become on a ground of that colour (None: the page's own)."""
        out: list[Node] = []
        for node in nodes:
            if isinstance(node, str):
                out.append(_BLANKS.sub(_even_blanks, node))
            else:
                out += self._one(node, behind)
        return out

    def _one(self, element: Element, behind: Colour | None) -> list[Node]:
        tag = _SAME_TAGS.get(element.tag, element.tag)
        if tag in _DROPPED:
            self.removed.scripts += tag == "script"
            return []
        style: Style = {}
        if element.attributes:
            style = _style(element)
            behind = inline_styles.background(style, element.attributes, behind)
            if inline_styles.hides(style, element.attributes, behind):
                self._note_hidden(element)
                return []
        if tag in _FRAMES and _is_speck(element):
            self.removed.hidden.append(element.attributes.get(_FRAMES[tag], "")[:_SHOWN_CHARS])
            return []
        if tag in _FRAMES and (address := _outside(element.attributes.get(_FRAMES[tag], ""))):
            return [self._link_to_frame(element, address)]
        if tag == "img":
            return self._picture(element)
        if tag in VOID:
            return [Element(tag)] if tag in {"br", "hr"} else []
        children = [] if tag == "iframe" else self.all(element.children, behind)
        return _rewritten(element, _meant_tag(element, tag), style, children)

    def _note_hidden(self, element: Element) -> None:
        if words := text_of([element]):
            self.removed.hidden.append(words[:_SHOWN_CHARS])

    def _link_to_frame(self, element: Element, address: str) -> Node:
        words = address
        if video := video_of(address):
            address = video.watch_url
            title = " ".join(element.attributes.get("title", "").split())
            words = address if title in _NO_TITLES else title
        else:
            self.removed.frames.append(address)
        return Element("p", {}, [Element("a", {"href": address}, [words])])

    def _picture(self, element: Element) -> list[Node]:
        source = element.attributes.get("src", "")
        alt = element.attributes.get("alt", "")
        if PICTURE_SOURCE.fullmatch(source):
            return [Element("img", element.attributes)]
        if _is_emoji(alt):  # WhatsApp draws them as pictures
            return [alt]
        name = unquote(urlsplit(source).path.rpartition("/")[2]) if _outside(source) else ""
        self.removed.pictures.append((alt.strip() or name or "tanpa nama")[:_SHOWN_CHARS])
        return []


def _style(element: Element) -> Style:
    style = inline_styles.parse_style(element.attributes)
    if element.tag != "marquee":
        return style
    # It cuts off what is larger, and takes its size from attributes too.
    sizes = {side: element.attributes.get(side, "auto") for side in ("width", "height")}
    return {"overflow": "hidden", **sizes, **style}


def _linked_video(node: Node) -> Node:
    """Return a paragraph that is but the address of a video as a link to it: the page shows a poster."""
    if not isinstance(node, Element) or node.tag != "p" or len(node.children) != 1:
        return node
    address = node.children[0]
    if isinstance(address, str) and address.startswith("http") and video_of(address):
        node.children = [Element("a", {"href": address.strip()}, [address.strip()])]
    return node


def _even_blanks(blanks: re.Match[str]) -> str:
    """Return one blank for a run with hard ones; a single one beside a digit ("Rp 5.000") stays."""
    run = blanks[0]
    if "\u00a0" not in run:
        return run
    beside = blanks.string[max(0, blanks.start() - 1) : blanks.end() + 1]
    return run if run == "\u00a0" and any(char.isdecimal() for char in beside) else " "


def _is_speck(element: Element) -> bool:
    return any(element.attributes.get(side) in {"0", "1"} for side in ("width", "height"))


def _is_emoji(alt: str) -> bool:
    return 0 < len(alt) <= 16 and not alt.isascii() and not any(char.isalpha() for char in alt)


def _outside(address: str) -> str:
    """Return *address* with its scheme if it leads to another host by http or https, else ""."""
    address = address.strip()
    if address.startswith("//"):
        address = f"https:{address}"
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    is_web = parts.scheme in {"http", "https"} and parts.hostname and "\\" not in address
    return address if is_web else ""


def _meant_tag(element: Element, tag: str) -> str:
    """Return h2 to h4 for what Word calls a heading without a tag for it."""
    if element.attributes.get("role") == "heading":
        level = element.attributes.get("aria-level", "2")
    elif tag == "p" and (found := _WORD_HEADING.match(element.attributes.get("class", ""))):
        level = found[1] or "1"
    else:
        return tag
    return f"h{min(max(int(level), 2), 4)}" if level.isdecimal() else "h2"


def _rewritten(element: Element, tag: str, style: Style, children: list[Node]) -> list[Node]:
    """Return what an element becomes whose children are rewritten already."""
    if tag == "span" and style.get("mso-list", "").startswith("ignore"):
        return [Element(office_lists.MARKER_TAG, {}, children)]
    marks = inline_styles.marks(style)
    if tag in INLINE:
        return _inline(element, tag, style, around(marks, children))
    if tag in HEADINGS:
        marks = [mark for mark in marks if mark != "strong"]
    children = around(marks, children)
    if tag == "p" and (item := office_lists.word_item(element, style, children)):
        return [item]
    attributes = _block_attributes(element, tag, style)
    if tag in {"ul", "ol"}:
        return _list(tag, attributes, children)
    if tag in KEPT_BLOCKS:
        return block_markup.block(tag, attributes, office_lists.group_items(children))
    if tag in _OTHER_BLOCKS:
        lines = block_markup.broken_lines(children) if tag == "pre" else children
        return block_markup.paragraphs(lines, _block_attributes(element, "p", style))
    return children


def _inline(element: Element, tag: str, style: Style, children: list[Node]) -> list[Node]:
    if inline_styles.undoes(style, tag):
        return children
    if tag != "a":
        return around([tag], children)
    address = re.sub("[\n\t]", "", element.attributes.get("href", "").strip())  # as browsers do
    scheme = _SCHEME.match(address)
    is_dead = not address or address.startswith("#") or "\\" in address
    if is_dead or (scheme and scheme[1].lower() not in _LINK_SCHEMES):
        return children  # javascript:, file:, a footnote of Word: the words stay
    return around(["a"], office_lists.group_items(children), {"href": address})


def _block_attributes(element: Element, tag: str, style: Style) -> dict[str, str]:
    if not element.attributes:
        return {}
    attributes: dict[str, str] = {
        name: element.attributes[name]
        for name in _BLOCK_ATTRIBUTES.get(tag, ())
        if name in element.attributes
    }
    if tag in ALIGNED:
        classes = ALIGNMENTS.intersection(element.attributes.get("class", "").split())
        aligned = min(classes, default=inline_styles.alignment(style, element.attributes))
        attributes |= {"class": aligned} if aligned else {}
    if tag in {"ol", "li"} and (kind := _LIST_TYPES.get(style.get("list-style-type", ""))):
        attributes["type"] = kind
    if tag == "li" and (level := element.attributes.get("data-aria-level", "")).isdecimal():
        attributes["level"] = level[:1]
    return attributes


def _list(tag: str, attributes: dict[str, str], children: list[Node]) -> list[Node]:
    """Return the list, or the items of Word on the web, which gives each a list of its own."""
    items = [child for child in children if isinstance(child, Element)]
    has_words_beside = any(isinstance(child, str) and child.strip() for child in children)
    if items and not has_words_beside and all("level" in item.attributes for item in items):
        start = attributes.get("start", "1")
        first = int(start) if start.isdecimal() else 1
        marks = ["•" if tag == "ul" else f"{first + index}." for index in range(len(items))]
        return [
            office_lists.item(int(item.attributes["level"]), mark, item.children)
            for item, mark in zip(items, marks, strict=True)
        ]
    if tag == "ol" and items and "type" in items[0].attributes:
        attributes.setdefault("type", items[0].attributes["type"])
    children = office_lists.group_items(children)
    kept: list[Node] = []
    last: Element | None = None
    for child in children:
        is_inner = isinstance(child, Element) and child.tag in {"ul", "ol"}
        if is_inner and last is not None:
            last.children.append(child)  # a list beside the items belongs into the one before it
            continue
        if isinstance(child, Element) or child.strip():
            last = child if isinstance(child, Element) and child.tag == "li" else None
        kept.append(child)
    return [Element(tag, attributes, kept)] if has_content(kept) else []
