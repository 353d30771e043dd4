"""The words that stand for a photo where it is not seen."""

from django.urls import reverse

from cilegon_portal.library.models import Picture
from cilegon_portal.publishing.problems import Problem


def undescribed(picture: Picture, place: str, *, field: str = "") -> Problem:
    """Return the problem of a photo without alternative text at *place* ("Foto galeri") of an item."""
    return Problem(
        field,
        f"{place} “{picture}” belum punya teks alternatif. Buka fotonya, tulis apa yang tampak atau "
        "centang “dekoratif”, simpan, lalu kembali ke sini dan tekan tombolnya lagi.",
        "Teks alternatif kosong",
        url=reverse("admin:library_picture_change", args=[picture.pk]),
    )
