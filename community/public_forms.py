"""What the public forms share: kelurahan by kecamatan, one private file, consent."""

from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.files import File

from cilegon_portal.regions.models import Region
from community.private_files import checked

UPLOAD_MAX_BYTES: Final = 5 * 1024 * 1024
_CHOOSE_AGAIN: Final = "Pilih ulang berkasnya: peramban tidak menyimpan berkas yang sudah dipilih."


class KelurahanField(forms.ChoiceField):
    """A kelurahan by its code, under its kecamatan; gives the Region or None.

    A form calls :meth:`load` once, as widgets ask for choices more than once: 1 query, and 1 for a choice.
    """

    def __init__(self, *, empty_label: str, **kwargs: Any) -> None:
        self.empty_label = empty_label
        super().__init__(**kwargs)

    def load(self) -> None:
        """Read the kelurahan."""
        self.choices = self._grouped()

    def _grouped(self) -> list[tuple[str, Any]]:
        groups: dict[str, list[tuple[str, str]]] = {}
        for region in Region.objects.villages().select_related("parent").order_by("name"):
            groups.setdefault(region.parent.name if region.parent else "", []).append(
                (region.code, region.name)
            )
        return [("", self.empty_label), *sorted(groups.items())]

    def clean(self, value: Any) -> Any:
        code = super().clean(value)
        return Region.objects.get(code=code) if code else None


class PrivateUploadField(forms.FileField):
    """A PDF or photo for staff; gives (name, checked upload) or None."""

    def clean(self, data: Any, initial: Any = None) -> Any:
        upload = super().clean(data, initial)
        if not isinstance(upload, File):
            return None
        if (upload.size or 0) > UPLOAD_MAX_BYTES:
            raise ValidationError(
                "Berkas melebihi 5 MB. Perkecil atau potret ulang, lalu pilih lagi.", code="size"
            )
        checked(upload)
        return upload


class PublicFormMixin:
    """Ask for a file again where the form comes back: browsers do not keep it."""

    def ask_for_files_again(self) -> None:
        """Say so beside each file that was sent."""
        form: Any = self
        for name in form.files:
            if name in form.fields and name not in form.errors:
                form.add_error(name, _CHOOSE_AGAIN)
