"""Say in plain HTML what WordPress stored: shortcodes, blocks, galleries, links to its own files.

Nothing here is a border: what comes out goes through the sanitiser like everything else.
"""

import json
import re
from html import escape, unescape
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from cilegon_portal.markup import Element, Node, parse, serialise, text_of
from news.imports.wordpress_media import ItemMedia, name_of
from news.imports.words import lined

_ATTRIBUTE = re.compile(r"""([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'\]]+))""")
# Up to the nearest end, and never past another start: time grows with the length alone.
_PAIR = r"\[(?:{0})\b([^\[\]]*)\]((?:(?!\[(?:{0})\b).)*?)\[/(?:{0})\]"
_CAPTION = re.compile(_PAIR.format("caption|wp_caption"), re.DOTALL)
_EMBED = re.compile(_PAIR.format("embed|youtube"), re.DOTALL)
_GALLERY = re.compile(r"(?<!\[)\[gallery\b([^\[\]]*)\](?!\])")
_MEDIA = re.compile(r"(?<!\[)\[(video|audio|youtube)\b([^\[\]]*)\](?:\s*\[/\1\])?")
# Alone on its line or in its paragraph, WordPress shows what the address leads to.
_LONE_ADDRESS = re.compile(
    r"^[ \t]*(https?://[^\s<>\"\[\]]+)[ \t]*$|<p(?: [^<>]*)?>\s*(https?://[^\s<>\"\[\]]+)\s*</p>",
    re.MULTILINE,
)
_BARE_ADDRESS = re.compile(r"[\s=]+(https?://[^\s|]+)")  # as old WordPress wrote: [audio https://…]
# Page builders wrap everything in tags of their own; their words are between them.
_WRAPPERS = re.compile(
    r"(?<!\[)\[(/?(?:vc|et_pb|fusion|av|mk|su|ux|elementor|one|two|three)_[\w-]*|row|column|col|"
    r"tabs?|accordion|toggle|button|spacer|divider|highlight|dropcap|quote|contact-form(?:-7)?|"
    r"playlist|audio|video|youtube|embed|caption|wp_caption|gallery|nggallery|rev_slider|"
    r"googlemaps|embeddoc|wpdm_package|recent-posts|slideshow)(?=[\s\]/=])([^\[\]]*)\](?!\])"
)
_SHOWING = frozenset([
    "contact-form", "contact-form-7", "embeddoc", "googlemaps", "nggallery", "playlist",
    "recent-posts", "rev_slider", "slideshow", "wpdm_package",
])  # fmt: skip
# Of names that nobody knows, only what has attributes as shortcodes have, or "_": "[sic]" is a word.
_UNKNOWN = re.compile(
    r"""(?<!\[)\[(?:([a-z][\w-]*)((?:\s+[\w-]+=(?:"[^"\]]*"|'[^'\]]*'|[^\s"'\[\]]+))+)"""
    r"""|([a-z][a-z\d]*(?:_[a-z\d]+)+))\s*/?\](?!\])"""
)
_LONE_WORD = re.compile(r"^[ \t]*(?:<p>)?(\[[a-z][\w-]*\])(?:</p>)?[ \t]*$", re.MULTILINE)
_ESCAPED = re.compile(r"\[(\[[a-z][\w-]*\b[^\[\]]*\])\]")
_BLOCK = re.compile(r"<!--\s+wp:")
_BLOCK_GALLERY = re.compile(
    r"<!--\s+wp:gallery\b[^>]*-->((?:(?!<!--\s+wp:gallery\b).)*?)<!--\s+/wp:gallery\s+-->",
    re.DOTALL,
)
_REUSED = re.compile(r"<!--\s+wp:block\s+(\{[^}]*\})\s*/?-->")
_FREEFORM = re.compile(r"<!--\s+wp:freeform\s+-->(.*?)<!--\s+/wp:freeform\s+-->", re.DOTALL)
_IMAGE_CLASS = re.compile(r"\bwp-image-(\d+)\b")
_UPLOADED = "/wp-content/uploads/"
_PICTURE_NAMES = frozenset([".jpg", ".jpeg", ".png", ".gif", ".webp", ".bmp", ".svg"])
_ALIGNED = {
    "aligncenter": "rata-tengah", "has-text-align-center": "rata-tengah",
    "alignright": "", "has-text-align-right": "rata-kanan",
}  # fmt: skip


def html_of_wordpress(content: str, media: ItemMedia) -> str:
    """Return *content* as HTML; its galleries and files are handed to *media* on the way."""
    content = _REUSED.sub(lambda found: media.blocks.get(_reference(found[1]), ""), content)
    content = _BLOCK_GALLERY.sub(lambda found: _block_gallery(found[1], media), content)
    content = _without_shortcodes(content, media)
    if _BLOCK.search(content):
        content = _FREEFORM.sub(lambda found: lined(found[1]), content)
    else:
        content = lined(content)
    root = parse(content)
    _rewrite(root, media)
    return serialise(root.children)


def _reference(attributes: str) -> str:
    try:
        return str(json.loads(attributes).get("ref", ""))
    except ValueError:
        return ""


def _block_gallery(html: str, media: ItemMedia) -> str:
    """Hand the photos of a gallery block over; what is written below all of them stays as text."""
    out: list[str] = []
    _gather(parse(html), "", media, out)
    return "".join(out)


def _gather(element: Element, caption: str, media: ItemMedia, out: list[str]) -> None:
    inner = [child for child in element.children if isinstance(child, Element)]
    own = next((text_of([child]) for child in inner if child.tag == "figcaption"), "")
    holds_photo = any(child.tag in {"img", "a"} for child in inner)
    for child in inner:
        if child.tag == "img":
            source = child.attributes.get("src", "")
            out.append(media.photo(_number(child), source, _alt(child), own or caption))
        elif child.tag != "figcaption":
            _gather(child, own if holds_photo else "", media, out)
    if own and not holds_photo:
        out.append(f"<p>{escape(own, quote=False)}</p>")


def _without_shortcodes(content: str, media: ItemMedia) -> str:
    content = _CAPTION.sub(_figure, content)
    content = _EMBED.sub(lambda found: f"\n\n{unescape(found[2]).strip() or found[1]}\n\n", content)
    content = _GALLERY.sub(lambda found: _gallery(found[1], media), content)
    content = _MEDIA.sub(_player, content)
    content = _WRAPPERS.sub(
        lambda found: _lost(found[1], found[2], media) if found[1] in _SHOWING else "", content
    )
    for name in {found[1] or found[3] for found in _UNKNOWN.finditer(content)}:
        content = content.replace(f"[/{name}]", "")
    content = _UNKNOWN.sub(lambda found: _lost(found[1] or found[3], found[2], media), content)
    for code in _LONE_WORD.findall(content):
        media.files.say(f"“{code}” mungkin kode pendek; periksa tampilannya")
    content = _LONE_ADDRESS.sub(lambda found: _linked(unescape(found[1] or found[2])), content)
    return _ESCAPED.sub(r"\1", content)


def _attributes(text: str) -> dict[str, str]:
    text = unescape(text).replace("”", '"').replace("″", '"')
    return {name: a or b or c for name, a, b, c in _ATTRIBUTE.findall(text)}


def _figure(found: re.Match[str]) -> str:
    attributes = _attributes(found[1])
    picture, _, words = found[2].partition("<img")
    image, end, after = words.partition(">")
    closing = "</a>" if after.lstrip().startswith("</a>") else ""
    caption = attributes.get("caption") or after.lstrip().removeprefix("</a>").strip()
    centre = ' class="aligncenter"' if attributes.get("align") == "aligncenter" else ""
    if not end:
        return found[2]
    return (
        f"\n\n<figure{centre}>{picture.strip()}<img{image}>{closing}"
        f"<figcaption>{caption}</figcaption></figure>\n\n"
    )


def _gallery(attributes: str, media: ItemMedia) -> str:
    given = _attributes(attributes)
    numbers = re.findall(r"\d+", given.get("ids") or given.get("include") or "")
    photos = "".join(map(media.photo, numbers)) if numbers else media.all_photos()
    return f"\n\n{photos}\n\n"


def _player(found: re.Match[str]) -> str:
    attributes = _attributes(found[2])
    names = ("src", "mp4", "m4v", "webm", "mp3", "m4a", "ogg", "wav", "url", "id")
    address = next((attributes[name] for name in names if attributes.get(name)), "")
    if bare := _BARE_ADDRESS.match(found[2]):
        address = unescape(bare[1])
    if found[1] == "youtube" and address and "/" not in address:
        address = f"https://www.youtube.com/watch?v={address}"
    if not address.startswith("http"):
        return ""
    return _linked(address)


def _lost(name: str, text: str | None, media: ItemMedia) -> str:
    """Return the file or address that an unknown shortcode names; count it when it names none."""
    attributes = _attributes(text or "")
    names = ("url", "src", "href", "file", "pdf", "doc")
    address = next((attributes[key] for key in names if attributes.get(key)), "")
    if not address.startswith(("http://", "https://")):
        media.files.shortcodes[name] += 1
        return ""
    suffix = PurePosixPath(address).suffix.casefold()
    if suffix in _PICTURE_NAMES:
        return f'\n\n<img src="{escape(address)}">\n\n'
    return _linked(address, name_of(address) if suffix == ".pdf" else "")


def _linked(address: str, words: str = "") -> str:
    """Return a paragraph that is but a link; of a video, the page shows a poster."""
    return f'\n\n<p><a href="{escape(address)}">{escape(words or address)}</a></p>\n\n'


def _rewrite(element: Element, media: ItemMedia) -> None:
    children: list[Node] = []
    for child in element.children:
        if not isinstance(child, Element):
            children.append(child)
            continue
        if "wp-block-file__button" in child.attributes.get("class", ""):
            continue  # "Unduh", a second link to the file beside its name
        _rewrite(child, media)
        _align(child)
        if child.tag == "dt":  # no list of terms here: each stands bold above what is said of it
            child.tag, child.children = "p", [Element("strong", {}, child.children)]
        if child.tag == "img":
            children += _image(child, media)
        elif child.tag == "a":
            children += _link(child, media)
        else:
            children.append(child)
    element.children = children


def _image(element: Element, media: ItemMedia) -> list[Node]:
    tag = media.image(_number(element), element.attributes.get("src", ""), _alt(element))
    return parse(tag).children if tag else [" "]  # the words on both sides stay apart


def _link(element: Element, media: ItemMedia) -> list[Node]:
    """Return the link with an address that leads somewhere after the move; one to a photo goes."""
    address = element.attributes.get("href", "").strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return [element]
    host = (parts.hostname or "").removeprefix("www.")
    is_ours = not host or host in media.hosts
    suffix = PurePosixPath(unquote(parts.path)).suffix.casefold()
    # Photos also lie at a host that serves them for WordPress; what is left of the link is the photo.
    if suffix in _PICTURE_NAMES and (is_ours or _holds_photo(element)):
        return element.children
    if not is_ours:
        return [element]
    if document := _document(address, suffix, media):
        element.attributes["href"] = document
    elif host:
        query = f"?{parts.query}" if parts.query else ""
        element.attributes["href"] = f"{parts.path or '/'}{query}"
    return [element]


def _document(address: str, suffix: str, media: ItemMedia) -> str:
    if suffix == ".pdf":
        return media.document(address)
    if suffix and _UPLOADED in address:
        media.files.say(
            f"berkas “{name_of(address)}” bukan foto atau PDF dan tidak ikut; tautannya buntu"
        )
    return ""


def _holds_photo(element: Element) -> bool:
    return any(isinstance(child, Element) and child.tag == "img" for child in element.children)


def _align(element: Element) -> None:
    names = element.attributes.get("class", "").split()
    ours = {_ALIGNED[name] for name in names if name in _ALIGNED} - {""}
    if ours:
        element.attributes["class"] = " ".join(ours)


def _number(image: Element) -> str:
    found = _IMAGE_CLASS.search(image.attributes.get("class", ""))
    return found[1] if found else image.attributes.get("data-id", "")


def _alt(image: Element) -> str:
    return image.attributes.get("alt", "")
