"""Demo agenda: the five events that the source article lists, and a living agenda around today.

Matched by slug: what is there already, also changed by hand, stays as it is.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from agenda.attendance import Attendance, AttendanceMode
from agenda.catalogue import Audience, Colour, EventType, Venue
from agenda.changes import Moved, cancel, move, postpone
from agenda.events import Event
from agenda.occurrences import Occurrence, OccurrenceStatus
from agenda.recurrence import Frequency, Pattern
from agenda.series import sync_occurrences
from agenda.times import TimeLabel, make_slot
from cilegon_portal.accounts.models import User
from cilegon_portal.office.models import Agency, Official
from cilegon_portal.publishing.models import Status
from cilegon_portal.regions.models import Level, Region

_TYPES = {
    # slug: name, colour, usual audience, usual length in minutes
    "rapat-paripurna": ("Rapat Paripurna", Colour.STEEL, Audience.OPEN, 150),
    "pengajian": ("Pengajian", Colour.LEAF, Audience.OPEN, None),
    "kunjungan": ("Kunjungan", Colour.STRAIT, Audience.INVITED, 120),
    "peresmian": ("Peresmian", Colour.EMBER, Audience.OPEN, 90),
    "upacara": ("Upacara", Colour.GOLD, Audience.OPEN, 60),
    "sosialisasi": ("Sosialisasi", Colour.STRAIT, Audience.OPEN, 150),
    "rapat": ("Rapat", Colour.STEEL, Audience.CLOSED, 120),
}
_VENUES = {
    # name: address, kelurahan, how to get in
    "Gedung DPRD Kota Cilegon": ("Jl. Sultan Ageng Tirtayasa", "", "Tamu mendaftar di pos depan."),
    "Masjid Agung Kota Cilegon": (
        "Jl. Sultan Ageng Tirtayasa",
        "",
        "Pintu timur untuk kursi roda.",
    ),
    "Aula Diskominfo Kota Cilegon": ("", "", ""),
    "Alun-alun Kota Cilegon": ("", "", "Parkir di sisi utara."),
    "Aula Kecamatan Jombang": ("", "Jombang Wetan", ""),
}


@dataclass(frozen=True)
class DemoEvent:
    """One event; ``day`` counts from today, or is a date. ``attends``: office to how, or who stands in."""

    slug: str
    title: str
    kind: str
    day: int | date
    start: str = ""
    end: str = ""
    venue: str = ""
    place: str = ""
    organiser: str = ""
    summary: str = ""
    attends: dict[str, str] = field(default_factory=dict)
    fields: dict[str, Any] = field(default_factory=dict)


_DPRD, _MOSQUE = "Gedung DPRD Kota Cilegon", "Masjid Agung Kota Cilegon"
_HALL, _SQUARE = "Aula Diskominfo Kota Cilegon", "Alun-alun Kota Cilegon"
_JOMBANG = "Aula Kecamatan Jombang"
_MAYOR, _DEPUTY, _SECRETARY = "Wali Kota", "Wakil Wali Kota", "Sekretaris Daerah"
_SEPTEMBER = 2019, 9

# The titles are those beside the source article; it gives no times or places, these are the demo's.
_SOURCE = (
    DemoEvent(
        "rapat-paripurna-dprd", "Rapat Paripurna DPRD", "rapat-paripurna", date(*_SEPTEMBER, 24),
        "09:00", "11:30", _DPRD, "Ruang Rapat Paripurna", "Sekretariat DPRD",
        attends={_MAYOR: ""},
    ),
    DemoEvent(
        "menerima-kunjungan-pemkot-bontang", "Menerima Kunjungan Pemkot Bontang", "kunjungan",
        date(*_SEPTEMBER, 24), "13:00", "15:00", _HALL, attends={_SECRETARY: ""},
        fields={"audience": Audience.INVITED},
    ),
    DemoEvent(
        "pengajian-fkmt-2019", "Pengajian FKMT", "pengajian", date(*_SEPTEMBER, 25), "08:00",
        "10:30", _MOSQUE, fields={"organiser_name": "Forum Komunikasi Majelis Taklim (FKMT)"},
    ),
    DemoEvent(
        "penggelaran-dan-peresmian-aspal-plastik", "Penggelaran dan Peresmian Aspal Plastik",
        "peresmian", date(*_SEPTEMBER, 26), "08:30", "10:00",
        place="Jalan Lingkar Selatan, Kota Cilegon", attends={_MAYOR: ""},
    ),
    DemoEvent(
        "rapat-paripurna-september-2019", "Rapat Paripurna", "rapat-paripurna",
        date(*_SEPTEMBER, 27), "09:00", "11:00", _DPRD, "Ruang Rapat Paripurna",
        "Sekretariat DPRD",
    ),
)  # fmt: skip
_LIVING = (
    DemoEvent(
        "apel-pagi-pegawai", "Apel Pagi Pegawai", "upacara", 0, "07:15", "08:00",
        place="Halaman Kantor Wali Kota", organiser="Sekretariat Daerah",
        attends={_SECRETARY: ""}, fields={"audience": Audience.INVITED},
    ),
    DemoEvent(
        "sosialisasi-kim-kelurahan", "Sosialisasi KIM bagi Pengurus Kelurahan", "sosialisasi", 0,
        "09:00", "", _HALL, "", "Dinas Komunikasi, Informatika, Sandi dan Statistik",
        "Mengenal tugas KIM dan cara memeriksa kabar sebelum menyebarkannya.",
        {"Kepala Dinas Komunikasi, Informatika, Sandi dan Statistik": ""},
        {"until_done": True, "contact": "Meja layanan Diskominfo Kota Cilegon"},
    ),
    DemoEvent(
        "doa-bersama-warga", "Doa Bersama Warga", "pengajian", 0, venue=_MOSQUE,
        attends={_MAYOR: "", _DEPUTY: "Asisten Pemerintahan dan Kesejahteraan Rakyat"},
        fields={"time_label": TimeLabel.AFTER_ISYA, "until_done": True},
    ),
    DemoEvent(
        "rapat-persiapan-hari-jadi", "Rapat Persiapan Hari Jadi Kota", "rapat", 1, "09:00", "11:00",
        place="Ruang Rapat Sekda", organiser="Sekretariat Daerah", attends={_SECRETARY: ""},
        fields={"audience": Audience.CLOSED, "internal_note": "Bahan paparan dari tiap bidang."},
    ),
    DemoEvent(
        "rapat-paripurna-raperda", "Rapat Paripurna Penyampaian Raperda", "rapat-paripurna", 2,
        "09:00", "11:30", _DPRD, "Ruang Rapat Paripurna", "Sekretariat DPRD",
        "Penyampaian rancangan peraturan daerah oleh wali kota.",
        {_MAYOR: "", _SECRETARY: "hadir"}, {"dress_code": "Pakaian sipil lengkap"},
    ),
    DemoEvent(
        "peresmian-taman-kelurahan", "Peresmian Taman Kelurahan", "peresmian", 2, "10:00", "11:00",
        place="Taman Jombang Wetan", organiser="Dinas Lingkungan Hidup",
        summary="Taman bermain dan lajur jalan kaki dibuka untuk umum.", attends={_MAYOR: "tentatif"},
    ),
    DemoEvent(
        "pembinaan-kim-jombang", "Pembinaan KIM Kecamatan Jombang", "sosialisasi", 3, "09:00",
        "12:00", _JOMBANG,
    ),
    DemoEvent(
        "gerak-jalan-sehat-antarkelurahan", "Gerak Jalan Sehat Antarkelurahan", "upacara", 4,
        "06:00", "09:00", _SQUARE, attends={_DEPUTY: ""},
    ),
    DemoEvent(
        "rapat-paripurna-pandangan-fraksi", "Rapat Paripurna Pandangan Umum Fraksi",
        "rapat-paripurna", 6, "09:00", "11:00", _DPRD, "Ruang Rapat Paripurna", "Sekretariat DPRD",
    ),
    DemoEvent(
        "pameran-produk-umkm", "Pameran Produk UMKM", "sosialisasi", 8, venue=_SQUARE,
        fields={"is_all_day": True},
    ),
    DemoEvent(
        "kunjungan-belajar-layanan-digital", "Kunjungan Belajar Layanan Digital", "kunjungan", 9,
        "10:00", "12:00", _HALL, fields={"audience": Audience.INVITED},
    ),
    DemoEvent(
        "sosialisasi-cek-fakta-sekolah", "Sosialisasi Cek Fakta di Sekolah", "sosialisasi", -3,
        "08:00", "11:00", place="Aula sekolah di Kecamatan Citangkil",
        organiser="Dinas Komunikasi, Informatika, Sandi dan Statistik",
    ),
    DemoEvent(
        "upacara-bendera-bulanan", "Upacara Bendera Bulanan", "upacara", -6, "07:30", "08:30",
        place="Halaman Kantor Wali Kota", attends={_MAYOR: ""},
    ),
)  # fmt: skip


def load() -> None:
    """Make what is not there yet; once made, today's events keep their day."""
    for position, (slug, (name, colour, audience, minutes)) in enumerate(_TYPES.items(), start=1):
        EventType.objects.get_or_create(
            slug=slug,
            defaults={
                "name": name,
                "colour": colour,
                "default_audience": audience,
                "default_minutes": minutes,
                "position": position * 10,
            },
        )
    for name, (address, village, access) in _VENUES.items():
        region = Region.objects.filter(level=Level.VILLAGE, name=village).first()
        Venue.objects.get_or_create(
            name=name, defaults={"address": address, "region": region, "access_note": access}
        )
    today = timezone.localdate()
    for item in (*_SOURCE, *_LIVING):
        _load_event(item, today)
    _load_weekly(today)
    _load_recital(today)


def _load_event(item: DemoEvent, today: date) -> None:
    if Event.objects.filter(slug=item.slug).exists():
        return
    day = item.day if isinstance(item.day, date) else today + timedelta(days=item.day)
    event = _create(
        item.slug,
        first_on=day,
        title=item.title,
        summary=item.summary,
        event_type=EventType.objects.get(slug=item.kind),
        start_time=time.fromisoformat(item.start) if item.start else None,
        end_time=time.fromisoformat(item.end) if item.end else None,
        venue=Venue.objects.filter(name=item.venue).first(),
        place=item.place,
        organiser=Agency.objects.filter(name=item.organiser).first(),
        **item.fields,
    )
    for title, how in item.attends.items():
        _attend(event, title, how)
    _change(item.slug, event.occurrences.get())


def _load_weekly(today: date) -> None:
    """Make the weekly Pengajian FKMT: it began three months ago, one date is moved and one is off."""
    slug = "pengajian-fkmt"
    if Event.objects.filter(slug=slug).exists():
        return
    first = today - timedelta(days=today.weekday() + 2, weeks=12)  # a Saturday
    event = _create(
        slug,
        first_on=first,
        title="Pengajian FKMT",
        summary="Pengajian pekanan majelis taklim se-Kota Cilegon.",
        event_type=EventType.objects.get(slug="pengajian"),
        start_time=time(6),
        until_done=True,
        venue=Venue.objects.filter(name=_MOSQUE).first(),
        organiser_name="Forum Komunikasi Majelis Taklim (FKMT)",
        rule=Pattern(Frequency.WEEKLY, weekdays=(5,)).to_rule(),
        repeats_until=first + timedelta(weeks=40),
    )
    _attend(event, _DEPUTY, "")
    second, third = event.occurrences.upcoming()[1:3]
    move(second, Moved(second.slot.shifted(timedelta(days=1)), place="Masjid Jami Jombang"))
    cancel(third, "Bertepatan dengan kegiatan pembersihan masjid.")
    Occurrence.objects.filter(pk__in=[second.pk, third.pk]).update(differs=True)


def _load_recital(today: date) -> None:
    """Make a monthly series, on the last Friday: months of four and of five Fridays."""
    slug = "khataman-akhir-bulan"
    if Event.objects.filter(slug=slug).exists():
        return
    first = date(today.year - 1, 12, 1)
    _create(
        slug,
        first_on=first,
        title="Khataman Al-Qur'an Akhir Bulan",
        event_type=EventType.objects.get(slug="pengajian"),
        time_label=TimeLabel.AFTER_MAGRIB,
        venue=Venue.objects.filter(name=_MOSQUE).first(),
        rule=Pattern(Frequency.MONTHLY, weekdays=(4,), nth=-1).to_rule(),
        repeats_until=date(today.year + 1, 3, 31),
    )


def _create(slug: str, **fields: Any) -> Event:
    author = User.objects.filter(username="agenda").first()
    first_seen = timezone.make_aware(datetime.combine(fields["first_on"], time(8)))
    event = Event.objects.create(
        slug=slug,
        status=Status.PUBLISHED,
        published_at=min(timezone.now(), first_seen - timedelta(days=7)),
        created_by=author,
        **fields,
    )
    sync_occurrences(event)
    return event


def _attend(event: Event, title: str, how: str) -> None:
    official = Official.objects.filter(title=title).first()
    if official is None:
        return
    if how in AttendanceMode.values or not how:
        mode, stands_in = how or AttendanceMode.PRESENT, ""
    else:
        mode, stands_in = AttendanceMode.REPRESENTED, how
    Attendance.objects.create(event=event, official=official, mode=mode, represented_by=stands_in)


def _change(slug: str, row: Occurrence) -> None:
    """Show what an agenda goes through: put off, called off, another hour, a new date."""
    if slug == "gerak-jalan-sehat-antarkelurahan":
        cancel(row, "Jalan pada rute lomba sedang diperbaiki.")
    elif slug == "pembinaan-kim-jombang":
        day = row.slot.first_day
        move(row, Moved(make_slot(day, start=time(13, 30), end=time(16))))
    elif slug == "kunjungan-belajar-layanan-digital":
        postpone(row, "Menunggu jadwal baru dari tamu.")
    elif slug == "rapat-paripurna-september-2019":
        moved = make_slot(date(2019, 9, 30), start=time(9), end=time(11))
        move(row, Moved(moved), reason="Menunggu kelengkapan dokumen.")
    elif slug == "pameran-produk-umkm":
        Occurrence.objects.filter(pk=row.pk).update(status=OccurrenceStatus.TENTATIVE)
