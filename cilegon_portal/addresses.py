"""Absolute addresses, made from SITE_URL and never from what a request says of its host."""

from django.conf import settings
from django.utils.encoding import iri_to_uri


def absolute_url(path: str) -> str:
    """Return *path* ("/berita/") as an address of this site; an absolute address stays as it is.

    The Host header is the visitor's to choose: an address built from it could be poisoned
    into a cache, a feed reader or a mail.
    """
    if path.startswith("/") and not path.startswith("//"):
        path = f"{settings.SITE_URL}{path}"
    return str(iri_to_uri(path))
