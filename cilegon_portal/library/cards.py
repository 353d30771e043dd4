"""Share cards: what chat programs show of a shared link, for any app.

An app says what is on the card of its item (:class:`Card`), gives it an address that ends in
``kartu-<version>.jpg``, finds the item by the publishing rule, and answers with
:func:`card_response`. Rule and figures: docs/decisions/0006-pictures.md#share-cards.
"""

import hashlib
import json
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from django.core.cache import caches
from django.http import HttpResponse, HttpResponsePermanentRedirect
from django.utils.cache import add_never_cache_headers

from cilegon_portal.library.card_drawing import draw_card
from cilegon_portal.library.lettering import drawable
from cilegon_portal.library.models import Picture
from cilegon_portal.library.renditions import read_photo

_DESIGN: Final = 2  # add one when card_drawing changes what it draws: addresses follow
_MIN_PHOTO_PX: Final = 600  # a narrower photo would be blown up beyond twice its size
# As a picture file: it never changes under its address, and no shared cache outlives a withdrawal.
_PUBLIC_CACHE: Final = "private, max-age=31536000, immutable"


@dataclass(frozen=True, kw_only=True)
class Card:
    """What stands on a card: topic, title, a note (a date), and whose site it is."""

    title: str
    brand: str
    kicker: str = ""
    note: str = ""
    picture: Picture | None = None

    @cached_property
    def version(self) -> str:
        """Ten characters that change when anything on the card does."""
        texts = (self.title, self.brand, self.kicker, self.note)
        photo = self._photo
        shown = (_DESIGN, *texts, *((photo.token, photo.focal_x, photo.focal_y) if photo else ()))
        return hashlib.sha256(json.dumps(shown).encode()).hexdigest()[:10]

    @property
    def alt(self) -> str:
        """What the card shows, in words."""
        photo = self._photo
        return f"{self.title}. Gambar: {photo.alt_text}" if photo and photo.alt_text else self.title

    def jpeg(self) -> bytes:
        """Return the file, drawn when it is asked for the first time.

        Kept by version: two processes that draw the same one at once write the same.
        """
        kept: bytes | None = caches["cards"].get(self.version)
        if kept is None:
            kept = self._draw()
            caches["cards"].set(self.version, kept)
        return kept

    @property
    def _photo(self) -> Picture | None:
        wide = self.picture is not None and self.picture.width >= _MIN_PHOTO_PX
        return self.picture if wide else None

    def _draw(self) -> bytes:
        photo, focus = None, (50, 50)
        if self._photo is not None:
            focus = (self._photo.focal_x, self._photo.focal_y)
            try:
                photo = read_photo(self._photo)
            except FileNotFoundError:
                photo = None  # a card without its photo serves readers better than an error
        return draw_card(
            title=drawable(self.title),
            kicker=drawable(self.kicker),
            note=drawable(self.note),
            brand=drawable(self.brand),
            photo=photo,
            focus=focus,
        )


def card_response(card: Card, version: str, *, path: str, is_public: bool) -> HttpResponse:
    """Send *card*, or lead from another *version* to *path*, where the current one stands.

    Whether the reader may see the item is decided before; a preview is never kept.
    """
    if version != card.version:
        return HttpResponsePermanentRedirect(path)
    response = HttpResponse(card.jpeg(), content_type="image/jpeg")
    if is_public:
        response["Cache-Control"] = _PUBLIC_CACHE
    else:
        add_never_cache_headers(response)
    return response
