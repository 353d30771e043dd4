"""The public form of an aspiration."""

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms

from community.aspirations import Aspiration, AspirationKind
from community.private_files import store_private_file
from community.public_forms import (
    KelurahanField,
    PrivateUploadField,
    PublicFormMixin,
    refuse_nik,
)

if TYPE_CHECKING:
    _AspirationForm = forms.ModelForm[Aspiration]
else:  # subscripting it is for the type checker only
    _AspirationForm = forms.ModelForm


class AspirationForm(PublicFormMixin, _AspirationForm):
    """What a citizen fills in."""

    region = KelurahanField(
        label="Kelurahan (opsional)", empty_label="Tidak tahu atau seluruh kota", required=False
    )
    link = forms.URLField(
        label="Tautan kabar (opsional)",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Alamat kabar yang ingin diperiksa.",
        error_messages={"invalid": "Salin alamatnya utuh, misalnya https://contoh.id/kabar."},
        widget=forms.TextInput({"inputmode": "url", "autocomplete": "off"}),
    )
    file = PrivateUploadField(
        label="Foto atau tangkapan layar (opsional)",
        required=False,
        help_text="Paling besar 5 MB. Lokasi pada foto dihapus. Hanya dilihat petugas.",
        widget=forms.FileInput({"accept": "image/*,.pdf"}),
    )
    consent = forms.BooleanField(
        label="Saya setuju isian ini dipakai untuk menjawab aspirasi saya.",
        error_messages={"required": "Centang persetujuan supaya aspirasi dapat kami terima."},
    )

    class Meta:
        model = Aspiration
        fields = ("kind", "topic", "text", "link", "name", "contact", "sender_allows")
        widgets: ClassVar[Any] = {
            "kind": forms.RadioSelect,
            "text": forms.Textarea({"rows": 6}),
            "name": forms.TextInput({"autocomplete": "name"}),
            "contact": forms.TextInput({"autocomplete": "off"}),
        }
        labels: ClassVar[Any] = {
            "kind": "Jenis aspirasi",
            "topic": "Judul singkat",
            "text": "Penjelasan",
            "name": "Nama (opsional)",
            "contact": "Nomor WhatsApp atau surel (opsional)",
            "sender_allows": "Isinya boleh ditampilkan kepada umum, tanpa nama dan kontak saya (opsional).",
        }
        help_texts: ClassVar[Any] = {
            "topic": "Contoh: Jadwal perpustakaan keliling di Jombang.",
            "text": "Sebutkan tempat dan waktu bila perlu. Untuk klarifikasi, salin kabarnya. "
            "Jangan tulis NIK atau nomor KK. Paling banyak 1.500 huruf.",
            "contact": "Untuk mengabari Anda. Tidak ditampilkan kepada umum.",
        }
        error_messages: ClassVar[Any] = {
            "kind": {"required": "Pilih jenis aspirasi."},
            "topic": {"required": "Tulis judul singkat, misalnya tempat dan perkaranya."},
            "text": {"required": "Tulis penjelasannya."},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        region: Any = self.fields["region"]
        region.load()
        kind: Any = self.fields["kind"]
        kind.choices = AspirationKind.choices
        for name in ("topic", "text", "name", "contact"):
            self.fields[name].validators.append(refuse_nik)

    def save(self, commit: bool = True) -> Aspiration:  # noqa: FBT001, FBT002 -- Django's signature
        """Return the aspiration with its file stored; *commit* is left to ``receive()``."""
        aspiration = super().save(commit=False)
        aspiration.region = self.cleaned_data["region"]
        upload = self.cleaned_data["file"]
        if upload is not None:
            aspiration.file = store_private_file(upload, name=upload.name)
        return aspiration
