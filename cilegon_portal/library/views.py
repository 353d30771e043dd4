"""Serve library files under the visibility rule: public only while something public uses them."""

from django.conf import settings
from django.db.models import BooleanField, ExpressionWrapper, Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404
from django.utils.cache import get_conditional_response
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from cilegon_portal.library import files
from cilegon_portal.library.models import Document, Picture
from cilegon_portal.library.usage import (
    may_use,
    public_documents,
    public_pictures,
    readable_documents,
)
from cilegon_portal.publishing.access import viewer

_CONTENT_TYPES = {
    "avif": "image/avif",
    "webp": "image/webp",
    "jpg": "image/jpeg",
    "png": "image/png",
    "pdf": "application/pdf",
}
# A file never changes under its name. Private: no shared cache outlives a withdrawal.
_PUBLIC_CACHE = "private, max-age=31536000, immutable"
_STAFF_CACHE = "private, no-store"
# Opened directly, a file runs nothing and loads nothing.
_FILE_POLICY = "default-src 'none'; sandbox; frame-ancestors 'none'"


@require_safe
def picture_file(request: HttpRequest, token: str, name: str) -> HttpResponseBase:
    """Send one rendition of a picture that something public uses, 1 query, or that the reader may use."""
    pictures = Picture.objects.annotate(**_is_used(public_pictures()))
    picture = get_object_or_404(pictures, token=token)
    if picture.is_used and name in picture.rendition_names():
        return _file(request, picture.file_path(name), _PUBLIC_CACHE)
    if name in picture.file_names() and may_use(viewer(request), picture):
        return _file(request, picture.file_path(name), _STAFF_CACHE)
    raise Http404


@require_safe
def document_file(request: HttpRequest, token: str, name: str) -> HttpResponseBase:
    """Send a document that something public offers, as a download, 1 query, or that the reader may read."""
    documents = Document.objects.annotate(**_is_used(public_documents()))
    document = get_object_or_404(documents, token=token, file_name=name)
    if not (document.is_used or readable_documents(viewer(request)).contains(document)):
        raise Http404
    cache = _PUBLIC_CACHE if document.is_used else _STAFF_CACHE
    response = _file(request, document.file_path(), cache)
    response["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=document.file_name
    )
    return response


def _is_used(condition: Q) -> dict[str, "ExpressionWrapper[Q]"]:
    return {"is_used": ExpressionWrapper(condition, output_field=BooleanField())}


def _file(request: HttpRequest, path: str, cache_control: str) -> HttpResponseBase:
    etag = f'"{path.replace("/", "-")}"'
    not_modified = get_conditional_response(request, etag=etag)
    response = not_modified or _body(path)
    response["Content-Type"] = _CONTENT_TYPES[path.rpartition(".")[2]]
    response["ETag"] = etag
    response["Cache-Control"] = cache_control
    response["Content-Security-Policy"] = _FILE_POLICY
    response["X-Content-Type-Options"] = "nosniff"
    return response


def _body(path: str) -> HttpResponseBase:
    if settings.MEDIA_ACCEL_PREFIX:
        # nginx sends the file from an internal location (deploy/nginx).
        return HttpResponse(headers={"X-Accel-Redirect": f"{settings.MEDIA_ACCEL_PREFIX}{path}"})
    try:
        return HttpResponse(files.read(path))
    except FileNotFoundError as error:
        raise Http404 from error
