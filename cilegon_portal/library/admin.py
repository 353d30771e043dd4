"""Where staff keep photos and PDF files."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Q, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST, require_safe

from cilegon_portal.library.batch import store_pictures
from cilegon_portal.library.forms import DocumentUploadForm, PictureForm, PictureUploadForm
from cilegon_portal.library.models import Document, Picture
from cilegon_portal.library.references import references
from cilegon_portal.library.uploads import store_document
from cilegon_portal.publishing.access import signed_in

PICKER_PAGE_SIZE = 24


class _KeepsWhatIsUsed(admin.ModelAdmin):
    """Refuse to delete what something uses, and say where; no deleting in bulk."""

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        item = self.get_object(request, object_id)
        if item is not None and (users := references(item)):
            names = ", ".join(f"“{user}”" for user in users[:5])
            text = f"“{item}” masih dipakai oleh {names}. Lepas dulu dari sana, lalu hapus."
            self.message_user(request, text, messages.ERROR)
            return redirect(f"admin:library_{self.opts.model_name}_change", object_id)
        return super().delete_view(request, object_id, extra_context)


@admin.register(Picture)
class PictureAdmin(_KeepsWhatIsUsed):
    """Photos: uploaded several at once, described in the list."""

    form = PictureForm
    list_display = (
        "thumbnail", "title", "alt_text", "is_decorative", "caption", "credit", "uploaded_at",
    )  # fmt: skip
    list_display_links = ("thumbnail",)
    list_editable = ("title", "alt_text", "is_decorative", "caption", "credit")
    list_filter = (
        "uploaded_at",
        "is_decorative",
        ("uploaded_by", admin.RelatedOnlyFieldListFilter),
    )
    list_per_page = 30
    search_fields = ("title", "alt_text", "caption", "credit")
    fields = (
        "preview", "title", "alt_text", "is_decorative", "caption", "credit", "focal_x", "focal_y",
    )  # fmt: skip
    readonly_fields = ("preview",)

    @admin.display(description="foto")
    def thumbnail(self, picture: Picture) -> str:
        return format_html(
            '<img src="{}" alt="{}" width="120" height="{}" loading="lazy">',
            picture.thumbnail_url(),
            picture.alt_text or picture.title,
            round(120 * picture.height / picture.width),
        )

    @admin.display(description="foto")
    def preview(self, picture: Picture) -> str:
        width, height = picture.size_at(360)
        return format_html(
            '<img src="{}" alt="" width="{}" height="{}">',
            picture.rendition_url(720, "webp"),
            width,
            height,
        )

    def get_urls(self) -> list[Any]:
        site = self.admin_site
        return [
            path("pilih/", site.admin_view(self.picker), name="library_picture_picker"),
            path("unggah/", site.admin_view(self.upload), name="library_picture_upload"),
            *super().get_urls(),
        ]

    def add_view(
        self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """Take several photos; the list then asks for their words."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        form = PictureUploadForm(request.POST or None, request.FILES or None)
        if request.method == "POST" and form.is_valid():
            self._store(request, form)
            return redirect("admin:library_picture_changelist")
        context = {
            **self.admin_site.each_context(request),
            "title": "Unggah foto",
            "opts": self.opts,
            "form": form,
        }
        return render(request, "admin/library/picture/upload.html", context)

    def _store(self, request: HttpRequest, form: PictureUploadForm) -> None:
        batch = store_pictures(
            form.cleaned_data["files"], by=signed_in(request), credit=form.cleaned_data["credit"]
        )
        for warning in batch.warnings:
            self.message_user(request, warning, messages.WARNING)
        for error in batch.errors:
            self.message_user(request, error, messages.ERROR)
        if batch.stored:
            text = f"{len(batch.stored)} foto tersimpan. Isi teks alternatifnya di bawah ini."
            self.message_user(request, text, messages.SUCCESS)

    def picker(self, request: HttpRequest) -> HttpResponse:
        """Answer the picture dialog: newest first, found by any of its words, or by number."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return _picker(request)

    def upload(self, request: HttpRequest) -> HttpResponse:
        """Store the photos that the picture dialog sends."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        return _upload(request)


@admin.register(Document)
class DocumentAdmin(_KeepsWhatIsUsed):
    """PDF files that articles offer."""

    list_display = ("title", "file_name", "size", "uploaded_by", "uploaded_at")
    search_fields = ("title", "file_name")
    list_filter = ("uploaded_at",)

    def get_form(
        self,
        request: HttpRequest,
        obj: Any = None,
        change: bool = False,  # noqa: FBT001, FBT002 -- Django's signature
        **kwargs: Any,
    ) -> type[ModelForm]:
        if obj is None:
            kwargs["form"] = _StoringDocumentForm
        return super().get_form(request, obj, change, **kwargs)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return ["title"] if obj else ["title", "file"]

    def save_model(
        self,
        request: HttpRequest,
        obj: Document,
        form: ModelForm,
        change: bool,  # noqa: FBT001 -- Django's signature
    ) -> None:
        if isinstance(form, _StoringDocumentForm):
            obj.uploaded_by = signed_in(request)
        super().save_model(request, obj, form, change)


class _StoringDocumentForm(DocumentUploadForm):
    """Check and store the file when the rest is right."""

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned: dict[str, Any] = self.cleaned_data
        if not self.errors:
            upload = cleaned["file"]
            try:
                stored = store_document(upload, title=cleaned["title"], file_name=upload.name)
            except ValidationError as error:
                self.add_error("file", error)
            else:
                self.instance = stored
        return cleaned


@require_safe
def _picker(request: HttpRequest) -> JsonResponse:
    pictures: QuerySet[Picture] = Picture.objects.all()
    if (known := request.GET.get("nomor", "")).isdecimal():
        pictures = pictures.filter(pk=int(known[:18]))
    for word in request.GET.get("q", "")[:100].replace("\0", "").split():
        pictures = pictures.filter(
            Q(title__icontains=word)
            | Q(alt_text__icontains=word)
            | Q(caption__icontains=word)
            | Q(credit__icontains=word)
        )
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


@require_POST
def _upload(request: HttpRequest) -> JsonResponse:
    form = PictureUploadForm(request.POST, request.FILES)
    if not form.is_valid():
        errors = [message for messages_ in form.errors.values() for message in messages_]
        return JsonResponse({"pictures": [], "errors": errors, "warnings": []}, status=400)
    batch = store_pictures(
        form.cleaned_data["files"],
        by=signed_in(request),
        alt_text=request.POST.get("alt", ""),
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
        "width": picture.width,
        "height": picture.height,
        "thumb": picture.thumbnail_url(),
        "src": picture.rendition_url(720, "webp"),
        "edit": reverse("admin:library_picture_change", args=[picture.pk]),
    }
