"""What the picture dialog asks: photos of the library as JSON, and a new one stored.

Whoever mounts these sees to it that the reader may do so.
"""

from typing import Any

from django.db.models import Q, QuerySet
from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from cilegon_portal.library.batch import store_pictures
from cilegon_portal.library.forms import DialogUploadForm
from cilegon_portal.library.models import Picture
from cilegon_portal.library.usage import usable_pictures
from cilegon_portal.publishing.access import signed_in
from cilegon_portal.search.for_staff import keys_for_staff

PICKER_PAGE_SIZE = 24


@require_safe
def picker(request: HttpRequest) -> JsonResponse:
    """Answer a page of the reader's photos, newest first: ``q`` any of their words, ``nomor`` one by its number."""
    pictures = usable_pictures(signed_in(request))
    if (known := request.GET.get("nomor", "")).isdecimal():
        pictures = pictures.filter(pk=int(known[:18]))
    pictures = _holding(pictures, request.GET.get("q", "")[:100].replace("\0", ""))
    number = request.GET.get("halaman", "1")
    page = min(int(number), 1000) if number.isdecimal() and int(number) > 0 else 1
    start = (page - 1) * PICKER_PAGE_SIZE
    found = list(pictures[start : start + PICKER_PAGE_SIZE + 1])
    return JsonResponse(
        {
            "pictures": [_as_json(picture) for picture in found[:PICKER_PAGE_SIZE]],
            "next": page + 1 if len(found) > PICKER_PAGE_SIZE else None,
        }
    )


def _holding(pictures: QuerySet[Picture], text: str) -> QuerySet[Picture]:
    """Return those with every word of *text*: whole words by the index, else parts of words."""
    if keys := keys_for_staff(Picture, text):
        return pictures.filter(pk__in=keys)
    for word in text.split():
        pictures = pictures.filter(
            Q(title__icontains=word)
            | Q(alt_text__icontains=word)
            | Q(caption__icontains=word)
            | Q(credit__icontains=word)
        )
    return pictures


@require_POST
def upload(request: HttpRequest) -> JsonResponse:
    """Store the photo that the dialog sends with its words; what is wrong comes back as sentences."""
    form = DialogUploadForm(request.POST, request.FILES)
    if not form.is_valid():
        errors = [message for messages_ in form.errors.values() for message in messages_]
        return JsonResponse({"pictures": [], "errors": errors, "warnings": []}, status=400)
    batch = store_pictures(
        form.cleaned_data["files"],
        by=signed_in(request),
        alt_text="" if form.cleaned_data["decorative"] else form.cleaned_data["alt"],
        is_decorative=form.cleaned_data["decorative"],
        credit=form.cleaned_data["credit"],
    )
    return JsonResponse(
        {
            "pictures": [_as_json(picture) for picture in batch.stored],
            "errors": batch.errors,
            "warnings": batch.warnings,
        },
        status=200 if batch.stored else 400,
    )


def _as_json(picture: Picture) -> dict[str, Any]:
    return {
        "id": picture.pk,
        "token": picture.token,
        "title": picture.title,
        "alt": picture.alt_text,
        "caption": picture.caption,
        "credit": picture.credit,
        "described": picture.has_text(),
        "width": picture.width,
        "height": picture.height,
        "thumb": picture.thumbnail_url(),
        "src": picture.rendition_url(720, "webp"),
        "edit": reverse("admin:library_picture_change", args=[picture.pk]),
    }
