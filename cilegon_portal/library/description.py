"""The words that stand for a photo where it is not seen."""

import re
from html import escape

from django.urls import reverse

from cilegon_portal.library.models import Picture
from cilegon_portal.publishing.problems import Problem

_PHOTO = re.compile(r'<img [^>]*?src="/media/gambar/(?P<token>[A-Za-z0-9_-]{22})/[^>]*>')
_WORDS = re.compile(r' alt="([^"]*)"')


def undescribed(picture: Picture, place: str, *, field: str = "") -> Problem:
    """Return the problem of a photo without alternative text at *place* ("Foto galeri") of an item."""
    return Problem(
        field,
        f"{place} “{picture}” belum punya teks alternatif. Buka fotonya, tulis apa yang tampak atau "
        "centang “dekoratif”, simpan, lalu kembali ke sini dan tekan tombolnya lagi.",
        "Teks alternatif kosong",
        url=reverse("admin:library_picture_change", args=[picture.pk]),
    )


def describe_photos(html: str) -> str:
    """Return *html* with the library's words for each photo that has none: 0 or 1 query.

    A photo is often put into a text before somebody describes it in the library.
    """
    silent = {photo["token"] for photo in _PHOTO.finditer(html) if not _words(photo[0])}
    if not silent:
        return html
    known = dict(Picture.objects.filter(token__in=silent).values_list("token", "alt_text"))

    def described(photo: re.Match[str]) -> str:
        if _words(photo[0]):
            return photo[0]
        words = escape(known.get(photo["token"], ""))
        return _WORDS.sub("", photo[0]).replace("<img", f'<img alt="{words}"', 1)

    return _PHOTO.sub(described, html)


def _words(tag: str) -> str:
    found = _WORDS.search(tag)
    return found[1].strip() if found else ""
