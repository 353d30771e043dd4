"""The steps of a registration, and the form under its code with which it is completed."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Final
from urllib.parse import urlsplit

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, URLValidator
from django.utils import timezone

from cilegon_portal.likely_days import validate_likely
from cilegon_portal.regions.models import Level as RegionLevel
from cilegon_portal.regions.models import Region
from cilegon_portal.text import normalise_text
from community.boards import Board
from community.groups import Level
from community.public_forms import (
    KelurahanField,
    PrivateUploadField,
    PublicFormMixin,
    refuse_nik,
)
from community.registrations import MESSAGE_MAX_CHARS, Registration

if TYPE_CHECKING:
    _RegistrationForm = forms.ModelForm[Registration]
else:  # subscripting it is for the type checker only
    _RegistrationForm = forms.ModelForm

MEMBERS_MIN: Final = 5
CHANNELS_MAX: Final = 5
_MEMBERS_MAX: Final = 10_000
_WHOLE_CITY: Final = "kota"
# The forum of the city itself is one, and does not register.
_LEVELS: Final = (
    (Level.VILLAGE, "Kelurahan"),
    (Level.NEIGHBOURHOOD, "RW atau lingkungan"),
    (Level.COMMUNITY, "Komunitas (hobi, profesi, dan lain-lain)"),
    (Level.DISTRICT, "Kecamatan (forum KIM)"),
)
# Addresses of a person's telephone, which a public page would tell.
_CHAT_HOSTS: Final = frozenset({"wa.me", "api.whatsapp.com", "web.whatsapp.com"})


class StepForm(PublicFormMixin, _RegistrationForm):
    """One step; all steps write into the same unsaved registration.

    ``parts`` are the legends of the step and the names of the fields below each; ``depending``
    are fields that are asked for only sometimes, as their hints say.
    """

    parts: ClassVar[Mapping[str, tuple[str, ...]]]
    depending: ClassVar[frozenset[str]] = frozenset()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.order_fields([name for names in self.parts.values() for name in names])
        for name, field in self.fields.items():
            is_plain = not isinstance(field, forms.BooleanField) and name not in self.depending
            if is_plain and not field.required:
                field.label = f"{field.label} (opsional)"
            if isinstance(field, forms.CharField):
                field.validators.append(refuse_nik)
            if isinstance(field, forms.DateField):
                field.validators.append(validate_likely)
                field.error_messages["invalid"] = "Isi tanggal lengkap, misalnya 31-12-2026."
                field.widget = forms.DateInput({"type": "date", "class": "short"}, "%Y-%m-%d")

    def sections(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """Return the legends, and below each its fields, for the page."""
        for legend, names in self.parts.items():
            yield legend, [self[name] for name in names]


class GroupStep(StepForm):
    """Which group, and where."""

    parts: ClassVar = {
        "Kelompok": ("group_name", "level", "district", "village", "neighbourhood"),
        "Tentang kelompok": (
            *("member_count", "founded_on", "summary", "secretariat", "channels"),
        ),
    }
    depending = frozenset({"village", "neighbourhood"})
    district = forms.ChoiceField(
        label="Kecamatan", error_messages={"required": "Pilih kecamatannya."}
    )
    village = KelurahanField(
        label="Kelurahan",
        empty_label="Pilih kelurahan",
        required=False,
        help_text="Wajib untuk KIM kelurahan, RW, dan lingkungan; selain itu boleh kosong.",
        widget=forms.Select({"data-parent": "id_district"}),
    )
    member_count = forms.IntegerField(
        label="Jumlah anggota",
        min_value=MEMBERS_MIN,
        max_value=_MEMBERS_MAX,
        help_text="Termasuk pengurus; sedikitnya lima orang.",
        error_messages={
            "required": "Isi jumlah anggota dengan angka.",
            "invalid": "Isi jumlah anggota dengan angka, misalnya 12.",
            "min_value": "KIM beranggota sedikitnya lima orang.",
        },
        widget=forms.TextInput({"inputmode": "numeric", "class": "short"}),
    )

    class Meta:
        model = Registration
        fields = (
            *("group_name", "level", "neighbourhood", "member_count", "founded_on", "summary"),
            *("secretariat", "channels"),
        )
        widgets: ClassVar[Any] = {
            "group_name": forms.TextInput({"autocomplete": "organization"}),
            "secretariat": forms.TextInput({"autocomplete": "off"}),
            "channels": forms.Textarea({"rows": 3}),
        }
        labels: ClassVar[Any] = {
            "group_name": "Nama kelompok",
            "level": "Tingkat",
            "neighbourhood": "RW, lingkungan, atau komunitas",
            "founded_on": "Tanggal berdiri",
            "summary": "Ringkasan",
            "secretariat": "Alamat sekretariat",
            "channels": "Kanal media",
        }
        help_texts: ClassVar[Any] = {
            "group_name": "Awali dengan “KIM”, lalu nama kelurahan atau komunitas.",
            "neighbourhood": "Wajib untuk KIM RW dan lingkungan. Misalnya RW 03, Lingkungan Palas, atau "
            "komunitas sepeda.",
            "summary": "Satu kalimat: kelompok apa, untuk siapa.",
            "secretariat": "Alamat kelompok, misalnya kantor kelurahan; bukan rumah pengurus. "
            "Tampil untuk umum.",
            "channels": "Alamat Instagram, Facebook, situs, atau saluran WhatsApp kelompok, satu pada "
            f"tiap baris, paling banyak {CHANNELS_MAX}. Tampil untuk umum.",
        }
        error_messages: ClassVar[Any] = {
            "group_name": {"required": "Tulis nama kelompok."},
            "level": {"required": "Pilih tingkatnya."},
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["village"].load()
        fields["level"].choices = [("", "Pilih tingkat"), *_LEVELS]
        names = [name for name, _ in fields["village"].choices[1:]]  # kelurahan stand below them
        fields["district"].choices = [
            ("", "Pilih kecamatan"),
            *((name, name) for name in names),
            (_WHOLE_CITY, "Seluruh kota (hanya untuk komunitas)"),
        ]

    def clean_founded_on(self) -> Any:
        """Refuse a day to come."""
        return _not_after_today(self.cleaned_data["founded_on"])

    def clean_channels(self) -> str:
        """Return the addresses, whole, one a line. Raises ValidationError for what is none."""
        lines = self.cleaned_data["channels"].split()
        if len(lines) > CHANNELS_MAX:
            raise ValidationError(f"Tulis paling banyak {CHANNELS_MAX} alamat.")
        return "\n".join(_channel(line) for line in lines)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if "level" in cleaned and "district" in cleaned and "village" in cleaned:
            self._settle_place(cleaned["level"], cleaned["district"], cleaned["village"])
        if cleaned.get("level") == Level.NEIGHBOURHOOD and not cleaned.get("neighbourhood"):
            self.add_error("neighbourhood", "Tulis RW atau lingkungannya, misalnya RW 03.")
        return cleaned

    def _settle_place(self, level: str, district: str, village: Region | None) -> None:
        if district == _WHOLE_CITY and level != Level.COMMUNITY:
            self.add_error("district", "Pilih kecamatannya; seluruh kota hanya untuk komunitas.")
        elif village is None and level in {Level.VILLAGE, Level.NEIGHBOURHOOD}:
            self.add_error("village", "Pilih kelurahannya.")
        elif village is None:
            self.instance.region = _district_or_city(district)
        elif level == Level.DISTRICT:
            self.add_error("village", "Forum kecamatan tidak memilih kelurahan. Kosongkan.")
        elif village.parent is None or village.parent.name != district:
            self.add_error(
                "village", f"{village} ada di {village.parent}. Ubah kelurahan atau kecamatannya."
            )
        else:
            self.instance.region = village


class BoardStep(StepForm):
    """Who leads it, until when, by which decision."""

    parts: ClassVar = {
        "Masa bakti": ("starts_on", "ends_on"),
        "Pengurus": (
            *("chair", "secretary", "treasurer", "collecting", "processing", "spreading"),
            "shows_names",
        ),
        "Surat keputusan (SK)": ("sk_number", "sk_on", "sk_issuer"),
    }

    class Meta:
        model = Registration
        fields = (
            *("starts_on", "ends_on", "chair", "secretary", "treasurer"),
            *("collecting", "processing", "spreading", "shows_names"),
            *("sk_number", "sk_on", "sk_issuer"),
        )
        labels: ClassVar[Any] = {
            "starts_on": "Mulai",
            "ends_on": "Sampai",
            "chair": "Nama ketua",
            "secretary": "Nama sekretaris",
            "treasurer": "Nama bendahara",
            "collecting": "Seksi pengumpulan informasi",
            "processing": "Seksi pengolahan informasi",
            "spreading": "Seksi penyebaran informasi",
            "shows_names": "Semua yang namanya ditulis di atas setuju namanya tampil di halaman KIM "
            "(opsional).",
            "sk_number": "Nomor SK",
            "sk_on": "Tanggal SK",
            "sk_issuer": "Diterbitkan oleh",
        }
        help_texts: ClassVar[Any] = {
            "starts_on": "Hari pertama masa bakti pengurus, seperti di SK.",
            "chair": "Cukup nama. Jangan tulis NIK, alamat, atau nomor telepon.",
            "shows_names": "Tanpa centang, yang tampil hanya jabatannya.",
            "sk_issuer": "Misalnya Lurah Citangkil.",
        }
        error_messages: ClassVar[Any] = {
            "starts_on": {"required": "Isi kapan masa bakti mulai."},
            "ends_on": {"required": "Isi kapan masa bakti berakhir."},
            "chair": {"required": "Tulis nama ketua."},
        }

    def clean_sk_on(self) -> Any:
        """Refuse a day to come."""
        return _not_after_today(self.cleaned_data["sk_on"])

    def clean(self) -> dict[str, Any] | None:
        """Ask for a term that a board can have."""
        cleaned = super().clean() or {}
        days: dict[str, Any] = {name: cleaned.get(name) for name in ("starts_on", "ends_on")}
        try:
            Board(**days).clean()
        except ValidationError as error:
            self.add_error(None, error)
        return cleaned


class ContactStep(StepForm):
    """Who sends it, what they agree to, and the letter itself."""

    parts: ClassVar = {
        "Pendaftar": ("name", "position", "contact"),
        "Berkas SK": ("sk",),
    }
    sk = PrivateUploadField(
        label="Berkas SK",
        required=False,
        help_text="PDF atau foto, paling besar 5 MB; dapat disusulkan. Hanya dilihat petugas. Pilih "
        "paling akhir: peramban tidak menyimpannya bila Anda kembali ke langkah lain.",
        widget=forms.FileInput({"accept": "image/*,.pdf"}),
    )
    consent = forms.BooleanField(
        label="Saya setuju isian ini dipakai untuk memeriksa pendaftaran dan membina KIM, dan para "
        "pengurus tahu namanya saya tulis.",
        error_messages={"required": "Centang persetujuan supaya pendaftaran dapat kami terima."},
    )

    class Meta:
        model = Registration
        fields = ("name", "position", "contact")
        widgets: ClassVar[Any] = {
            "name": forms.TextInput({"autocomplete": "name"}),
            "contact": forms.TextInput({"autocomplete": "off"}),
        }
        labels: ClassVar[Any] = {
            "name": "Nama lengkap",
            "position": "Jabatan di kelompok",
            "contact": "Nomor WhatsApp atau surel",
        }
        help_texts: ClassVar[Any] = {
            "position": "Misalnya ketua atau sekretaris.",
            "contact": "Untuk menghubungi Anda. Hanya dilihat petugas, tidak ditampilkan di situs.",
        }
        error_messages: ClassVar[Any] = {
            "name": {"required": "Tulis nama Anda."},
            "position": {"required": "Tulis jabatan Anda di kelompok."},
            "contact": {"required": "Tulis nomor WhatsApp atau surel supaya kami dapat bertanya."},
        }


class CompletionForm(PublicFormMixin, forms.Form):
    """What the sender adds to a registration: words, the letter, or both."""

    text = forms.CharField(
        label="Keterangan",
        required=False,
        max_length=MESSAGE_MAX_CHARS,
        help_text="Jangan tulis NIK atau nomor KK. Paling banyak 1.500 huruf.",
        widget=forms.Textarea({"rows": 5}),
        validators=[refuse_nik],
    )
    sk = PrivateUploadField(
        label="Berkas SK (opsional)",
        required=False,
        help_text="PDF atau foto, paling besar 5 MB. Berkas yang dikirim sebelumnya digantikan.",
        widget=forms.FileInput({"accept": "image/*,.pdf"}),
    )

    def clean_text(self) -> str:
        """Return the words without invisible characters."""
        return normalise_text(self.cleaned_data["text"]).strip()

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if not self.errors and not cleaned.get("text") and cleaned.get("sk") is None:
            self.add_error("text", "Tulis keterangan, atau pilih berkas SK.")
        return cleaned


def _district_or_city(name: str) -> Region:
    if name == _WHOLE_CITY:
        return Region.objects.get(level=RegionLevel.CITY)
    return Region.objects.districts().get(name=name)


def _not_after_today(day: Any) -> Any:
    if day is not None:
        MaxValueValidator(timezone.localdate(), "Tanggal ini belum tiba. Periksa lagi.")(day)
    return day


def _channel(written: str) -> str:
    """Return the address that *written* means. Raises ValidationError with what to do."""
    address = written if "://" in written else f"https://{written}"
    try:
        URLValidator(["http", "https"])(address)
        host = urlsplit(address).hostname
    except (ValidationError, ValueError) as error:
        raise ValidationError(
            f"“{written[:60]}” bukan alamat. Salin utuh, misalnya https://instagram.com/kim.contoh."
        ) from error
    if host in _CHAT_HOSTS:
        raise ValidationError(
            "Alamat wa.me memuat nomor seseorang. Pakai tautan saluran atau grup WhatsApp."
        )
    if len(address) > 200:
        raise ValidationError("Ada alamat yang melebihi 200 huruf. Pakai alamat yang lebih pendek.")
    return address
