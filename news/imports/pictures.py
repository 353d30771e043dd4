"""Pictures and documents of a folder of uploads, brought into the library once."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ValidationError

from cilegon_portal.library.models import ALT_MAX_CHARS, FALLBACK_WIDTH_PX, Picture
from cilegon_portal.library.uploads import PICTURE_MAX_BYTES, decode, store_picture
from news.imports.words import plain, shortened

_CAPTION_MAX_CHARS, _CREDIT_MAX_CHARS = 250, 100
_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_SOURCE = re.compile(r"""\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))""", re.IGNORECASE)
_ALT = re.compile(r"""\salt\s*=\s*(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)


@dataclass(frozen=True)
class Words:
    """What is said of a picture."""

    alt: str = ""
    caption: str = ""
    credit: str = ""


@dataclass
class Uploads:
    """A folder of files (None: there is none); nothing outside of it is ever read.

    ``dry`` checks pictures and stores none.
    """

    folder: Path | None
    dry: bool = False
    stored: int = 0
    undescribed: int = 0
    _known: dict[Path, Picture] = field(default_factory=dict)

    def find(self, address: str) -> Path | None:
        """Return the file that *address* (a path, or the address it had on the old site) means.

        Of an address, ever shorter ends are tried: ``/foto/2019/x.jpg`` may be ``2019/x.jpg`` here.
        """
        if self.folder is None:
            return None
        try:
            parts = [part for part in unquote(urlsplit(address).path).split("/") if part]
        except ValueError:
            return None
        root = self.folder.resolve()
        for start in range(len(parts)):
            try:
                path = root.joinpath(*parts[start:]).resolve()
                if path.is_relative_to(root) and path.is_file():
                    return path
            except (OSError, ValueError):
                return None
        return None

    def picture(self, path: Path, words: Words) -> Picture | None:
        """Return the picture of the library that holds *path*, stored if need be; None in a dry run.

        The same file is one picture, however often it is used. Raises ValidationError.
        """
        if path in self._known:
            return self._known[path]
        if path.stat().st_size > PICTURE_MAX_BYTES:
            raise ValidationError("Berkas fotonya melebihi 25 MB.")
        raw = path.read_bytes()
        found = Picture.objects.filter(digest=hashlib.sha256(raw).hexdigest()).first()
        if found is None and self.dry:
            decode(raw)
            return None
        self._known[path] = found or self._store(raw, path, words)
        return self._known[path]

    def _store(self, raw: bytes, path: Path, words: Words) -> Picture:
        picture = store_picture(
            raw,
            title=path.stem or "foto",
            alt_text=shortened(plain(words.alt), ALT_MAX_CHARS),
            caption=shortened(plain(words.caption), _CAPTION_MAX_CHARS),
            credit=shortened(plain(words.credit), _CREDIT_MAX_CHARS),
        )
        self.stored += 1
        self.undescribed += not picture.has_text()
        return picture

    def in_text(self, html: str, tell: Callable[[str], None]) -> str:
        """Return *html* with each picture that lies in the folder shown from the library.

        What cannot be shown is told and left to the sanitiser, which takes it out.
        """
        return _IMAGE.sub(lambda tag: self._shown(tag[0], tell), html)

    def _shown(self, tag: str, tell: Callable[[str], None]) -> str:
        found = _SOURCE.search(tag)
        address = unescape(next(filter(None, found.groups()), "")) if found else ""
        path = self.find(address)
        if path is None:
            tell(f"gambar “{address[:80]}” tidak ada di folder unggahan dan tidak ikut")
            return tag
        alt = _ALT.search(tag)
        try:
            picture = self.picture(path, Words(alt=unescape(alt[1] or alt[2] or "") if alt else ""))
        except (ValidationError, OSError) as error:
            tell(f"gambar “{path.name}” tidak ikut: {reason(error)}")
            return tag
        return image_tag(picture) if picture else tag


def image_tag(picture: Picture) -> str:
    """Return *picture* as the editor's picture button inserts it."""
    width, height = picture.size_at(FALLBACK_WIDTH_PX)
    return (
        f'<img src="{picture.rendition_url(FALLBACK_WIDTH_PX, "webp")}" '
        f'alt="{escape(picture.alt_text)}" width="{width}" height="{height}">'
    )


def reason(error: Exception) -> str:
    """Return what *error* says to a person."""
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    return "berkasnya tidak dapat dibaca"
