"""What the public forms share: kelurahan by kecamatan, one private file, no NIK, and the field for a code."""

import re
from typing import Any, Final

from django import forms
from django.core.exceptions import ValidationError
from django.core.files import File

from cilegon_portal.regions.models import Region
from cilegon_portal.text import normalise_text
from community.private_files import checked
from community.tickets import read_code

UPLOAD_MAX_BYTES: Final = 5 * 1024 * 1024
# Sixteen digits, also in groups: "3672 0101 0190 0001".
_SIXTEEN: Final = re.compile(r"(?<!\d)\d(?:[ .-]?\d){15}(?!\d)")
# What makes them a NIK or the number of a KK: the code of a kecamatan, a day (of women with 40 more),
# a month, a year and a number (PP 37/2007, pasal 37). An account that a fraud names has none.
_NIK: Final = re.compile(r"[1-9]\d{5}(?:[04][1-9]|[1256]\d|[37][01])(?:0[1-9]|1[0-2])\d{6}")
_TOO_LONG: Final = "Terlalu panjang: paling banyak %(limit_value)d huruf, sekarang %(show_value)d."
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
        return Region.objects.select_related("parent").get(code=code) if code else None


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


def refuse_nik(value: str) -> None:
    """Refuse what looks like a NIK: no form asks for one. Raises ValidationError."""
    for found in _SIXTEEN.findall(normalise_text(value)):
        if _NIK.fullmatch("".join(str(int(digit)) for digit in found if digit.isdigit())):
            raise ValidationError(
                "Ada 16 angka yang mirip NIK atau nomor KK. Hapus; kami tidak memerlukannya.",
                code="nik",
            )


class PublicFormMixin:
    """Say what is too long, and ask for a file again where the form comes back: browsers do not keep it."""

    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        for field in self.fields.values():
            if isinstance(field, forms.CharField):
                # A browser cuts a pasted text without a word; the server says what is too long.
                field.widget.attrs.pop("maxlength", None)
                field.error_messages["max_length"] = _TOO_LONG

    def ask_for_files_again(self) -> None:
        """Say so beside each file that was sent."""
        form: Any = self
        for name in form.files:
            if name in form.fields and name not in form.errors:
                form.add_error(name, _CHOOSE_AGAIN)


class CodeForm(forms.Form):
    """A code as people write it."""

    kode = forms.CharField(
        label="Kode yang Anda terima",
        max_length=60,
        help_text="Lima belas huruf dan angka, misalnya K7P4M-2XRHW-9QTBN.",
        error_messages={"required": "Tulis kode yang Anda terima saat mengirim."},
        widget=forms.TextInput({"autocomplete": "off", "autocapitalize": "characters"}),
    )

    def clean_kode(self) -> str:
        """Return the code in its one form. Raises ValidationError when it cannot be one."""
        code = read_code(self.cleaned_data["kode"])
        if not code:
            raise ValidationError(
                "Kode ini tidak lengkap. Kodenya tiga kelompok berisi lima huruf atau angka, "
                "tanpa angka 0 dan 1 dan tanpa huruf O, I, dan L."
            )
        return code
