"""Where staff keep photos and PDF files."""

from typing import Any, ClassVar

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet
from django.forms import ModelForm, Script
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.html import format_html

from cilegon_portal.library import dialog
from cilegon_portal.library.batch import store_pictures
from cilegon_portal.library.filters import UseFilter, WordsFilter
from cilegon_portal.library.forms import (
    DocumentUploadForm,
    PictureForm,
    PictureRowForm,
    PictureUploadForm,
)
from cilegon_portal.library.models import Document, Picture
from cilegon_portal.library.references import references
from cilegon_portal.library.uploads import store_document
from cilegon_portal.library.usage import readable_documents, usable_pictures
from cilegon_portal.publishing.access import signed_in
from cilegon_portal.search.for_staff import SearchesIndex

USES_MAX = 20  # of each kind, listed on the form


class _KeepsWhatIsUsed(admin.ModelAdmin):
    """Say where an item is used, and refuse to delete it then; no deleting in bulk."""

    change_form_template = "admin/library/change_form.html"

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

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        if (item := kwargs.get("obj")) is not None:
            context.update(self._uses(request, item))
            # Photos come in several at once, by the upload page.
            context |= {"show_save_and_add_another": False, "show_save_and_continue": False}
        return super().render_change_form(request, context, *args, **kwargs)

    def _uses(self, request: HttpRequest, item: Picture | Document) -> dict[str, Any]:
        """Return what uses *item* and opens for the reader, and how much does not: 1 query a kind."""
        users = references(item, limit=USES_MAX)
        shown: list[tuple[Any, str]] = []
        for kind in {type(user) for user in users}:
            if self.admin_site.is_registered(kind):
                keys = [user.pk for user in users if type(user) is kind]
                owner = self.admin_site.get_model_admin(kind)
                if owner.has_view_permission(request):
                    name = f"admin:{kind._meta.app_label}_{kind._meta.model_name}_change"
                    found = owner.get_queryset(request).filter(pk__in=keys)
                    shown += [(user, reverse(name, args=[user.pk])) for user in found]
        return {"uses": shown, "hidden_uses": len(users) - len(shown)}


@admin.register(Picture)
class PictureAdmin(SearchesIndex, _KeepsWhatIsUsed):
    """Photos: uploaded several at once, described in the list."""

    form = PictureForm
    list_display = (
        "thumbnail", "title", "alt_text", "is_decorative", "caption", "credit", "uploaded_at",
    )  # fmt: skip
    list_display_links = ("thumbnail",)
    list_editable = ("title", "alt_text", "is_decorative", "caption", "credit")
    list_filter = (
        WordsFilter,
        UseFilter,
        "uploaded_at",
        ("uploaded_by", admin.RelatedOnlyFieldListFilter),
    )
    list_per_page = 30
    search_fields = ("title", "alt_text", "caption", "credit")
    fields = (
        "preview", "title", "alt_text", "is_decorative", "caption", "credit", "focal_x", "focal_y",
    )  # fmt: skip
    readonly_fields = ("preview",)

    class Media:
        """The focal point by a click on the photo."""

        js: ClassVar = [Script("js/admin/focal-point.js", defer=True)]
        css: ClassVar = {"all": ["css/admin-library.css"]}

    def get_queryset(self, request: HttpRequest) -> QuerySet[Picture]:
        return usable_pictures(signed_in(request))

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
        """Show the photo; the script makes it the place to click its focal point."""
        width, height = picture.size_at(360)
        context = {"src": picture.rendition_url(720, "webp"), "width": width, "height": height}
        return render_to_string("admin/library/picture/preview.html", context)

    def get_changelist_form(self, request: HttpRequest, **kwargs: Any) -> Any:
        return super().get_changelist_form(request, **{"form": PictureRowForm, **kwargs})

    def get_changelist_formset(self, request: HttpRequest, **kwargs: Any) -> Any:
        """Build no more rows than a list can show, whatever their number is said to be."""
        most = {"max_num": self.list_max_show_all, "absolute_max": self.list_max_show_all}
        return super().get_changelist_formset(request, **{**most, **kwargs})

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
            stored = self._store(request, form)
            return redirect(f"admin:library_picture_{'changelist' if stored else 'add'}")
        context = {
            **self.admin_site.each_context(request),
            "title": "Unggah foto",
            "opts": self.opts,
            "form": form,
        }
        return render(request, "admin/library/picture/upload.html", context)

    def _store(self, request: HttpRequest, form: PictureUploadForm) -> list[Picture]:
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
        return batch.stored

    def picker(self, request: HttpRequest) -> HttpResponse:
        """Answer the picture dialog: newest first, found by any of its words, or by number."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return dialog.picker(request)

    def upload(self, request: HttpRequest) -> HttpResponse:
        """Store the photo that the picture dialog sends."""
        if not self.has_add_permission(request):
            raise PermissionDenied
        return dialog.upload(request)


@admin.register(Document)
class DocumentAdmin(_KeepsWhatIsUsed):
    """PDF files that articles offer."""

    list_display = ("title", "file_name", "size", "uploaded_by", "uploaded_at")
    search_fields = ("title", "file_name")
    list_filter = (UseFilter, "uploaded_at")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Document]:
        return readable_documents(signed_in(request))

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
