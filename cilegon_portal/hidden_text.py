"""Take text that its markup hides out of pasted or forged HTML, before the allow-list sees it.

Hidden gambling links in normal-looking pages are what most defaced .go.id pages carried. Without
this, cleaning would drop the style and leave the text, and make the links visible.
"""

import re
from html.parser import HTMLParser

MAX_DEPTH = 60  # no article nests deeper; html5ever's time grows with the square of the depth
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "table",
        "blockquote",
        "figure",
        "section",
    ]
)
_HIDING = re.compile(
    r"display:none|visibility:hidden|visibility:collapse|opacity:0*\.?0*(?:;|$|!)"
    r"|font-size:0*\.?[01]?(?:px|pt|em|rem|%)?(?:;|$|!)"
    r"|(?:left|right|top|bottom|text-indent|margin-left|margin-top):-\d{3,}"
    r"|clip:rect\(0|clip-path:inset\((?:50|100)%|transform:scale\(0\)"
    r"|(?:^|;)(?:max-)?(?:width|height):[01](?:px)?(?:;|$|!)"
)
_WHITE_TEXT = re.compile(r"(?:^|;)color:(?:#fff(?:fff)?|white|rgba?\(255,255,255|transparent)")


def drop_hidden(html: str) -> str:
    """Return *html* without elements that no reader would see, and with ``div`` as ``p``.

    What it returns is still untrusted: only :func:`cilegon_portal.richtext.clean_html` calls it.
    """
    dropper = _Dropper()
    dropper.feed(html)
    dropper.close()
    return "".join(dropper.kept)


class _Dropper(HTMLParser):
    """Copies the source through, tag by tag, except below a hidden element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.kept: list[str] = []
        self.depth = 0
        self.hidden_tag = ""
        self.hidden_depth = 0  # open elements of that name, the hidden one included

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.hidden_tag and self.hidden_tag == "p" and tag in _BLOCKS:
            self.hidden_tag = ""  # a block ends an open paragraph, hidden or not
        if self.hidden_tag:
            self.hidden_depth += tag == self.hidden_tag
            return
        if _is_hidden(dict(attrs)):
            if tag not in _VOID:
                self.hidden_tag, self.hidden_depth = tag, 1
            return
        if tag not in _VOID:
            self.depth += 1
        if self.depth <= MAX_DEPTH:
            self.kept.append("<p>" if tag == "div" else self.get_starttag_text() or "")

    def handle_endtag(self, tag: str) -> None:
        if self.hidden_tag:
            self.hidden_depth -= tag == self.hidden_tag
            if self.hidden_depth == 0:
                self.hidden_tag = ""
            return
        if self.depth <= MAX_DEPTH:
            self.kept.append("</p>" if tag == "div" else f"</{tag}>")
        self.depth = max(0, self.depth - 1)

    def handle_data(self, data: str) -> None:
        if not self.hidden_tag:
            self.kept.append(data)

    def handle_entityref(self, name: str) -> None:
        self.handle_data(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.handle_data(f"&#{name};")


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    style = re.sub(r"\s+", "", (attributes.get("style") or "").lower())
    if "hidden" in attributes or _HIDING.search(style):
        return True
    return "background" not in style and bool(_WHITE_TEXT.search(style))
