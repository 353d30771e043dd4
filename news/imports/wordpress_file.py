"""Read a WordPress export (WXR 1.0 to 1.2), item by item; nothing here holds the whole file.

The file is parted at its items first and each part is parsed by itself: an item that is no XML
costs itself alone. A document type, and with it every entity, is refused.
"""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from news.imports.reading import UnreadableFileError

_BLOCK_BYTES = 1 << 18
_PART_MAX_CHARS = 30_000_000  # a very long article is a hundredth of it
# What XML does not allow and old WordPress wrote all the same.
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
_MARK = re.compile(r"<!\[CDATA\[|\]\]>|<item[ >]|</item\s*>")
_LONGEST_MARK = 12


@dataclass(frozen=True)
class Term:
    """A category or tag of an item, by its address word and its name."""

    domain: str
    slug: str
    name: str


@dataclass(frozen=True)
class Item:
    """An item as it stands there. ``number`` counts them from 1; ``problem``: it is no XML."""

    number: int
    fields: dict[str, str] = field(default_factory=dict)
    terms: tuple[Term, ...] = ()
    meta: dict[str, str] = field(default_factory=dict)
    comments: int = 0
    problem: str = ""

    def get(self, name: str) -> str:
        """Return the text of the element *name* (with its prefix), "" if it is not there."""
        return self.fields.get(name, "")

    @property
    def kind(self) -> str:
        """The post type: post, page, attachment, nav_menu_item and more."""
        return self.get("wp:post_type").strip() or "post"

    def label(self) -> str:
        """Return words by which a person finds the item again."""
        title = " ".join(self.get("title").split())[:60]
        return f"{self.kind} {self.get('wp:post_id').strip() or self.number} “{title}”"


@dataclass
class Site:
    """What the export says of the site: its addresses, the names of authors, what topics are about."""

    addresses: tuple[str, ...] = ()
    authors: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)  # of categories, by address word


def read_site(path: Path) -> Site:
    """Return the head of the export *path*. Raises UnreadableFileError when it is none."""
    head = next(_parts(path), "")
    if "<rss" not in head or "<channel" not in head:
        raise UnreadableFileError("Berkas ini bukan ekspor WordPress (WXR).")
    end = "" if "</channel" in head else "</channel></rss>"
    try:
        channel = _children(_parsed(head + end), "channel")[0]
    except (expat.ExpatError, IndexError) as error:
        raise UnreadableFileError(f"Kepala berkas ini bukan XML yang utuh ({error}).") from error
    names = ("link", "wp:base_site_url", "wp:base_blog_url")
    return Site(
        tuple({_text(channel, name) for name in names} - {""}),
        {
            _text(author, "wp:author_login"): _text(author, "wp:author_display_name")
            for author in _children(channel, "wp:author")
        },
        {
            _text(category, "wp:category_nicename"): _text(category, "wp:category_description")
            for category in _children(channel, "wp:category")
        },
    )


def read_items(path: Path) -> Iterator[Item]:
    """Return the items of the export *path* in their order."""
    parts = _parts(path)
    next(parts, None)
    for number, part in enumerate(parts, start=1):
        try:
            yield _item(number, _parsed(part))
        except (expat.ExpatError, UnreadableFileError) as error:
            yield Item(number, problem=f"bukan XML yang utuh ({error})")


def _item(number: int, element: Element) -> Item:
    fields = {child.tag: child.text or "" for child in reversed(element) if not len(child)}
    terms = tuple(
        Term(term.get("domain", "category"), term.get("nicename", ""), (term.text or "").strip())
        for term in _children(element, "category")
    )
    meta = {
        _text(entry, "wp:meta_key"): _text(entry, "wp:meta_value")
        for entry in _children(element, "wp:postmeta")
    }
    return Item(number, fields, terms, meta, len(_children(element, "wp:comment")))


def _children(element: Element, name: str) -> list[Element]:
    return [child for child in element if child.tag == name]


def _text(element: Element, name: str) -> str:
    return next(((child.text or "").strip() for child in _children(element, name)), "")


def _parsed(text: str) -> Element:
    builder = TreeBuilder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    if len(text) > _PART_MAX_CHARS:
        raise UnreadableFileError("terlalu panjang")
    parser.Parse(text, True)  # noqa: FBT003 -- "the last part"
    return builder.close()


def _refuse(*_declared: object) -> None:
    raise UnreadableFileError("Berkas ini memuat DOCTYPE; ekspor WordPress tidak memakainya.")


def _parts(path: Path) -> Iterator[str]:
    """Return what stands before the first item, then each item, as they stand in the file."""
    splitter = _Splitter()
    for block in _blocks(path):
        yield from splitter.feed(block)
    yield from splitter.close()


class _Splitter:
    """Parts a text at its items. An end tag inside CDATA (an article about RSS) ends nothing."""

    def __init__(self) -> None:
        self.text = ""
        self.searched = 0
        self.item_at = -1
        self.has_head = False
        self.is_quoted = False

    def feed(self, block: str) -> Iterator[str]:
        """Take *block* in and return the parts that are whole by now."""
        self.text += block
        while mark := _MARK.search(self.text, self.searched):
            self.searched = mark.end()
            if mark[0] in {"<![CDATA[", "]]>"}:
                self.is_quoted = mark[0] != "]]>"
            elif not self.is_quoted:
                yield from self._item_mark(mark)
        # A mark may be cut at the end.
        self.searched = max(self.searched, len(self.text) - _LONGEST_MARK)
        if len(self.text) > _PART_MAX_CHARS:
            yield from self._recover()

    def close(self) -> Iterator[str]:
        """Return what is left: an item without an end, or the head of a file without items."""
        while self.item_at >= 0:
            yield from self._recover()
        if not self.has_head:
            yield self.text

    def _item_mark(self, mark: re.Match[str]) -> Iterator[str]:
        if mark[0].startswith("<item") and self.item_at < 0:
            if not self.has_head:
                yield self.text[: mark.start()]
            self.has_head, self.item_at = True, mark.start()
        elif mark[0].startswith("</") and self.item_at >= 0:
            yield self._cut(self.searched)

    def _recover(self) -> Iterator[str]:
        """Give up an item whose CDATA has no end, and go on behind the next end tag there is."""
        end = self.text.find("</item>", max(self.item_at, 0))
        yield self._cut(end + len("</item>") if end >= 0 else len(self.text))
        yield from self.feed("")

    def _cut(self, end: int) -> str:
        part = self.text[max(self.item_at, 0) : end]
        self.text, self.searched = self.text[end:], 0
        self.item_at, self.is_quoted, self.has_head = -1, False, True
        return part


def _blocks(path: Path) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder("utf-8-sig")("replace")
    try:
        with path.open("rb") as file:
            while block := file.read(_BLOCK_BYTES):
                yield decoder.decode(block).translate(_CONTROLS)
    except OSError as error:
        raise UnreadableFileError(f"Berkas {path} tidak terbaca.") from error
    yield decoder.decode(b"", final=True)
