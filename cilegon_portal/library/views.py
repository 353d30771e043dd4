"""Serve library files under the visibility rule."""

from django.http import Http404, HttpRequest, HttpResponseBase
from django.views.decorators.http import require_safe


@require_safe
def picture_file(request: HttpRequest, token: str, name: str) -> HttpResponseBase:
    """Send one rendition of a picture that something public uses."""
    raise Http404


@require_safe
def document_file(request: HttpRequest, token: str, name: str) -> HttpResponseBase:
    """Send a document that something public offers."""
    raise Http404
