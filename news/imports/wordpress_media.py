"""The files of a WordPress export: found in the folder of uploads, kept in the library."""

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction

from cilegon_portal.library import pdf
from cilegon_portal.library.models import Document, Picture
from cilegon_portal.library.uploads import store_document
from cilegon_portal.publishing.models import Origin
from news.imports.pictures import Uploads, Words, image_tag, reason
from news.imports.wordpress_file import Item
from news.imports.words import shortened

_SIZED = re.compile(r"-(?:\d{2,5}x\d{2,5}|scaled|rotated)(?=\.\w+$)")
_TITLE_MAX_CHARS = 150


@dataclass(frozen=True)
class File:
    """An attachment: where it lay, what is said of it, and which item it belongs to."""

    address: str
    words: Words
    parent: str


@dataclass
class Files:
    """All attachments of an export; ``say`` hears which could not come."""

    uploads: Uploads
    say: Callable[[str], None]
    missing: int = 0
    shortcodes: Counter[str] = field(default_factory=Counter)  # those that could not be shown
    _by_number: dict[str, File] = field(default_factory=dict)
    _by_path: dict[Path, File] = field(default_factory=dict)

    def note(self, item: Item) -> None:
        """Remember the attachment *item*: what uses it may stand before it."""
        address = item.meta.get("_wp_attached_file") or item.get("wp:attachment_url").strip()
        words = Words(
            item.meta.get("_wp_attachment_image_alt", ""),
            item.get("excerpt:encoded") or item.get("content:encoded"),
        )
        file = File(address, words, item.get("wp:post_parent").strip())
        self._by_number[item.get("wp:post_id").strip()] = file
        if path := self.find(address):
            self._by_path.setdefault(path, file)

    def of(self, number: str) -> list[str]:
        """Return the numbers of the attachments that belong to the item *number*."""
        return [key for key, file in self._by_number.items() if file.parent == number]

    def path(self, number: str, address: str = "") -> Path | None:
        """Return the file of attachment *number*, else of *address*; None, and counted, when it is not there."""
        file = self._by_number.get(number)
        found = (self.find(file.address) if file else None) or self.find(address)
        if found is None:
            self.missing += 1
        return found

    def find(self, address: str) -> Path | None:
        """Return the file of *address*: the whole photo where a small size of it is asked for."""
        return self.uploads.find(_SIZED.sub("", address.partition("?")[0])) or self.uploads.find(
            address
        )

    def picture(self, number: str, address: str, words: Words) -> Picture | None:
        """Return the photo of attachment *number* or of *address*; None, and told, when it cannot come."""
        path = self.path(number, address)
        if path is None:
            if self.uploads.folder is not None:
                name = f"“{address[-80:]}”" if address else f"bernomor {number}"
                self.say(f"gambar {name} tidak ada di folder unggahan")
            return None
        try:
            return self.photo(path, words)
        except (ValidationError, OSError) as error:
            self.say(f"gambar “{path.name}” tidak ikut: {reason(error)}")
            return None

    def photo(self, path: Path, words: Words | None = None) -> Picture | None:
        """Return the photo in *path*; what its attachment says of it comes before *words*. Raises ValidationError."""
        file = self._by_path.get(path)
        own, other = file.words if file else Words(), words or Words()
        return self.uploads.picture(path, Words(own.alt or other.alt, own.caption or other.caption))

    def document(self, path: Path, title: str) -> Document | None:
        """Return the PDF in *path*, stored once; None in a dry run. Raises ValidationError."""
        if path.stat().st_size > pdf.MAX_BYTES:
            raise ValidationError(pdf.TOO_LARGE)
        raw = path.read_bytes()
        key = f"berkas:{hashlib.sha256(raw).hexdigest()}"
        found = Origin.objects.filter(key=key).first()
        if found is not None and isinstance(found.item, Document):
            return found.item
        if self.uploads.dry:
            pdf.validate(raw)
            return None
        with transaction.atomic():
            document = store_document(
                raw, title=shortened(title or path.stem, _TITLE_MAX_CHARS), file_name=path.name
            )
            content_type = ContentType.objects.get_for_model(Document)
            Origin.objects.update_or_create(
                key=key, defaults={"content_type": content_type, "object_id": document.pk}
            )
        return document


@dataclass
class ItemMedia:
    """The files of one item, met while its text is read.

    An article keeps its gallery and its documents beside its text; a page has no such place.
    """

    files: Files
    number: str
    is_page: bool
    hosts: frozenset[str]
    blocks: dict[str, str]
    gallery: list[Picture] = field(default_factory=list)
    documents: list[Document] = field(default_factory=list)

    def image(self, number: str, address: str, alt: str) -> str:
        """Return the tag of a photo in the text, "" for one that cannot come."""
        picture = self.files.picture(number, address, Words(alt))
        return image_tag(picture) if picture else ""

    def photo(self, number: str, address: str = "", alt: str = "", caption: str = "") -> str:
        """Take a photo of a gallery; return what stands for it in the text."""
        picture = self.files.picture(number, address, Words(alt, caption))
        if picture is None:
            return ""
        if self.is_page:
            words = escape(caption or picture.caption)
            below = f"<figcaption>{words}</figcaption>" if words else ""
            return f"<figure>{image_tag(picture)}{below}</figure>"
        if picture not in self.gallery:
            self.gallery.append(picture)
        return ""

    def all_photos(self) -> str:
        """Take all photos that belong to the item, as ``[gallery]`` without numbers means."""
        return "".join(self.photo(number) for number in self.files.of(self.number))

    def document(self, address: str) -> str:
        """Return the new address of a linked PDF, "" when it cannot come."""
        path = self.files.find(address)
        if path is None:
            self.files.say(f"berkas “{name_of(address)}” tidak ada di folder unggahan")
            return ""
        if self.is_page:
            self.files.say(f"“{name_of(address)}”: dokumen hanya dapat dilampirkan pada berita")
            return ""
        try:
            document = self.files.document(path, path.stem)
        except (ValidationError, OSError) as error:
            self.files.say(f"“{path.name}” tidak ikut: {reason(error)}")
            return ""
        if document is None:
            return ""
        if document not in self.documents:
            self.documents.append(document)
        return document.get_absolute_url()


def name_of(address: str) -> str:
    """Return the file name at the end of *address*."""
    try:
        return PurePosixPath(unquote(urlsplit(address).path)).name[-80:]
    except ValueError:
        return address[-80:]
