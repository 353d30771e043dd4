"""The city's OPD and offices for the demo. Offices only: who holds one is for the office to enter."""

from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.text import slugify

from cilegon_portal.office.models import Agency, Official, SiteProfile
from cilegon_portal.regions.models import Region

_JAKARTA: Final = ZoneInfo("Asia/Jakarta")
_SUNDAY: Final = 6
# Name → short name.
AGENCIES: Final = {
    "Sekretariat Daerah": "Setda",
    "Sekretariat DPRD": "Setwan",
    "Inspektorat": "",
    "Badan Perencanaan Pembangunan Daerah": "Bappeda",
    "Badan Penanggulangan Bencana Daerah": "BPBD",
    "Badan Kesatuan Bangsa dan Politik": "Kesbangpol",
    "Dinas Kependudukan dan Pencatatan Sipil": "Disdukcapil",
    "Dinas Kesehatan": "Dinkes",
    "Dinas Komunikasi, Informatika, Sandi dan Statistik": "Diskominfo",
    "Dinas Lingkungan Hidup": "DLH",
    "Dinas Pekerjaan Umum dan Penataan Ruang": "DPUPR",
    "Dinas Pendidikan dan Kebudayaan": "Dindikbud",
    "Dinas Perhubungan": "Dishub",
    "Dinas Perpustakaan dan Kearsipan": "",
    "Dinas Sosial": "Dinsos",
    "Dinas Tenaga Kerja": "Disnaker",
    "Satuan Polisi Pamong Praja": "Satpol PP",
}
# In order of precedence: office → OPD.
OFFICIALS: Final = {
    "Wali Kota": "",
    "Wakil Wali Kota": "",
    "Ketua DPRD": "Sekretariat DPRD",
    "Sekretaris Daerah": "Sekretariat Daerah",
    "Asisten Pemerintahan dan Kesejahteraan Rakyat": "Sekretariat Daerah",
    "Asisten Perekonomian dan Pembangunan": "Sekretariat Daerah",
    "Asisten Administrasi Umum": "Sekretariat Daerah",
    "Kepala Dinas Komunikasi, Informatika, Sandi dan Statistik": "Dinas Komunikasi, Informatika, Sandi dan Statistik",
    "Kepala Dinas Kependudukan dan Pencatatan Sipil": "Dinas Kependudukan dan Pencatatan Sipil",
    "Kepala Dinas Kesehatan": "Dinas Kesehatan",
    "Kepala Dinas Lingkungan Hidup": "Dinas Lingkungan Hidup",
    "Kepala Dinas Pekerjaan Umum dan Penataan Ruang": "Dinas Pekerjaan Umum dan Penataan Ruang",
    "Kepala Dinas Pendidikan dan Kebudayaan": "Dinas Pendidikan dan Kebudayaan",
    "Kepala Dinas Perhubungan": "Dinas Perhubungan",
}  # fmt: skip
_NOTICE: Final = "Layanan daring kota dipelihara Minggu dini hari, pukul 00.00–04.00 WIB."


def load() -> None:
    """Make the OPD and offices that are not there yet; on the first run also a notice that ends by itself."""
    is_first = not Official.objects.exists()
    _load_agencies()
    _load_officials()
    profile = SiteProfile.load()
    if is_first and not profile.notice_text:
        profile.notice_text = _NOTICE
        profile.notice_ends_at = _next_sunday(timezone.localdate())
        profile.save()


def _load_agencies() -> None:
    names = {name: slugify(short or name) for name, short in AGENCIES.items()}
    known = set(Agency.objects.values_list("slug", flat=True))
    Agency.objects.bulk_create(
        Agency(name=name, short_name=AGENCIES[name], slug=slug)
        for name, slug in names.items()
        if slug not in known
    )


def _load_officials() -> None:
    known = set(Official.objects.values_list("slug", flat=True))
    agencies = {agency.name: agency for agency in Agency.objects.all()}
    camats = {f"Camat {district.name}": "" for district in Region.objects.districts()}
    Official.objects.bulk_create(
        Official(title=title, slug=slugify(title), precedence=place * 10, agency=agencies.get(name))
        for place, (title, name) in enumerate({**OFFICIALS, **camats}.items(), start=1)
        if slugify(title) not in known
    )


def _next_sunday(today: date) -> datetime:
    """Return 04.00 WIB of the first Sunday after *today*."""
    ahead = (_SUNDAY - today.weekday()) % 7 or 7
    return datetime.combine(today + timedelta(days=ahead), time(4), _JAKARTA)
