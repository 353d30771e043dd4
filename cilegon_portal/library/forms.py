"""Forms of the library: several photos at once, one PDF."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.files.uploadedfile import UploadedFile

from cilegon_portal.library.models import Document, Picture

if TYPE_CHECKING:
    _PictureForm = forms.ModelForm[Picture]
    _DocumentForm = forms.ModelForm[Document]
else:  # subscripting them is for the type checker only
    _PictureForm = _DocumentForm = forms.ModelForm

FILES_MAX = 30  # one visit's photos; more would outlast a request


class _ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files from one field; works as a plain file field without script."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", _ManyFilesInput(attrs={"accept": "image/*"}))
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> "list[UploadedFile[Any]]":
        """Return the files; whether each is a sound photo is asked one by one later."""
        chosen = data if isinstance(data, list | tuple) else [data] if data else []
        if not chosen:
            raise forms.ValidationError("Pilih satu foto atau lebih.", code="required")
        if len(chosen) > FILES_MAX:
            raise forms.ValidationError(
                f"Paling banyak {FILES_MAX} foto sekali unggah. Unggah sisanya sesudah ini.",
                code="many",
            )
        return list(chosen)


class PictureUploadForm(forms.Form):
    """Photos straight from a phone; their words follow in the list."""

    files = ManyFilesField(  # type: ignore[assignment]  # a field, no attribute
        label="Foto", help_text="JPEG, PNG, WebP, atau GIF; paling besar 25 MB tiap berkas."
    )
    credit = forms.CharField(
        label="Kredit foto (opsional)",
        max_length=100,
        required=False,
        help_text="Dipakai untuk semua foto ini, misalnya “Diskominfo”.",
    )


class PictureForm(_PictureForm):
    """The words of a photo: what it shows, or that it shows nothing of weight."""

    class Meta:
        model = Picture
        fields = (
            "title", "alt_text", "is_decorative", "caption", "credit", "focal_x", "focal_y",
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        super().clean()
        cleaned: dict[str, Any] = self.cleaned_data
        if not cleaned.get("alt_text") and not cleaned.get("is_decorative"):
            self.add_error(
                "alt_text",
                "Tulis apa yang tampak di foto, atau centang “dekoratif” bila foto tidak menambah informasi.",
            )
        return cleaned


class DocumentUploadForm(_DocumentForm):
    """A new PDF with its title."""

    file = forms.FileField(
        label="Berkas PDF",
        help_text="Paling besar 20 MB, tanpa kata sandi.",
        widget=forms.ClearableFileInput(attrs={"accept": "application/pdf"}),
    )

    class Meta:
        model = Document
        fields = ("title",)
