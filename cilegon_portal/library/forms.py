"""Forms of the library: several photos at once, one PDF."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.text import capfirst

from cilegon_portal.library.models import ALT_MAX_CHARS, Document, Picture

if TYPE_CHECKING:
    _PictureForm = forms.ModelForm[Picture]
    _DocumentForm = forms.ModelForm[Document]
else:  # subscripting them is for the type checker only
    _PictureForm = _DocumentForm = forms.ModelForm

# Named one by one: an iPhone then hands over its HEIC photos as JPEG.
ACCEPTED_TYPES = "image/jpeg,image/png,image/webp,image/gif"
FILES_MAX = 30  # one visit's photos; more would outlast a request


class _ManyFilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class ManyFilesField(forms.FileField):
    """Several files from one field; works as a plain file field without script."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("widget", _ManyFilesInput(attrs={"accept": ACCEPTED_TYPES}))
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
        if "alt_text" not in self.errors:
            _refuse_silence(self, "alt_text", cleaned.get("is_decorative"))
        return cleaned


class PictureRowForm(PictureForm):
    """A row of the list: a photo that nobody touched does not keep the others from being saved."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["aria-label"] = f"{capfirst(str(field.label))}: {self.instance}"

    def clean(self) -> dict[str, Any]:
        if self.has_changed():
            return super().clean()
        return self.cleaned_data


class DialogUploadForm(PictureUploadForm):
    """One photo with its words: it goes straight into a text that readers will see."""

    alt = forms.CharField(max_length=ALT_MAX_CHARS, required=False)
    decorative = forms.BooleanField(required=False)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if len(cleaned.get("files", ())) > 1:
            self.add_error(
                "files",
                "Satu foto sekali unggah di sini, agar tiap foto punya teks alternatifnya sendiri. "
                "Banyak sekaligus: lewat Pustaka → Gambar → Tambah.",
            )
        if "alt" not in self.errors:
            _refuse_silence(self, "alt", cleaned.get("decorative"))
        return cleaned


def _refuse_silence(form: forms.BaseForm, name: str, is_decorative: Any) -> None:
    if not form.cleaned_data.get(name) and not is_decorative:
        form.add_error(
            name,
            "Tulis apa yang tampak di foto, atau centang “dekoratif” bila foto tidak menambah informasi.",
        )


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
