"""Demo activities: what some groups did, one in each state, told without names of people.

Matched by group and name: what is there already, also changed by hand, stays as it is.
"""

from dataclasses import dataclass
from datetime import time, timedelta
from typing import Final

from django.utils import timezone

from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.models import Status
from cilegon_portal.publishing.workflow import move_item
from community.activities import Activity
from community.groups import Group
from news.demo_pictures import illustration

_MASIGIT, _CITANGKIL, _ONTHEL = (
    "kim-masigit", "kim-citangkil", "kim-sekotji-sekoempoelan-onthel-tjilegon",
)  # fmt: skip
# What it takes to bring a report to a state, step by step.
_STEPS: Final = {
    Status.DRAFT: (),
    Status.REVIEW: ("ajukan",),
    Status.RETURNED: ("ajukan", "kembalikan"),
    Status.PUBLISHED: ("ajukan", "terbitkan"),
    Status.WITHDRAWN: ("ajukan", "terbitkan", "tarik"),
    Status.ARCHIVED: ("ajukan", "terbitkan", "arsipkan"),
}


@dataclass(frozen=True)
class DemoActivity:
    """One report; ``days`` before the demo is loaded, ``tasks`` are fields of Activity without "has_"."""

    group: str
    title: str
    days: int
    place: str
    description: str
    tasks: str
    hour: time | None = None
    picture: str = ""
    photos: tuple[str, ...] = ()
    participants: int | None = None
    partners: tuple[str, ...] = ()
    status: str = Status.PUBLISHED
    note: str = ""
    embargo_days: int = 0


_ACTIVITIES: Final = (
    DemoActivity(
        _CITANGKIL, "Latihan Menulis Berita Warga", 3, "Kantor Kelurahan Citangkil",
        "Anggota berlatih menulis kabar kegiatan: apa, di mana, kapan, dan apa hasilnya bagi warga. "
        "Setiap orang menulis satu kabar pendek, lalu saling memeriksa.\n\nTulisan yang selesai "
        "dikirim sebagai kiriman KIM dan ditinjau redaksi.",
        "access discussion dissemination", time(13), "pena", ("literasi", "musyawarah"), 14, (_MASIGIT,),
    ),
    DemoActivity(
        _CITANGKIL, "Papan Informasi Posyandu Diperbarui", 24, "Posyandu Lingkungan Palas",
        "Jadwal penimbangan, nomor layanan, dan kabar kesehatan bulan ini ditempel ulang dengan huruf "
        "yang lebih besar, sehingga terbaca dari jalan.",
        "access dissemination", time(8, 30), "posyandu", (), 6,
    ),
    DemoActivity(
        _CITANGKIL, "Warga Mencatat Lampu Jalan yang Padam", 48, "RW 02 dan RW 03",
        "Dua kelompok berkeliling sesudah magrib dan mencatat tiang yang padam. Catatannya diteruskan "
        "kepada kelurahan sebagai aspirasi warga.",
        "aspiration networking", time(18, 30), "lampu", (), 11,
    ),
    DemoActivity(
        _MASIGIT, "Periksa Dulu Sebelum Berbagi", 6, "Balai warga Kelurahan Masigit",
        "Peserta membawa pesan berantai yang mereka terima, lalu memeriksanya bersama: siapa sumbernya, "
        "kapan ditulis, dan apa kata lembaga yang disebut. Empat dari tujuh pesan ternyata keliru.",
        "discussion access", time(15, 30), "literasi", ("ponsel",), 32, (_CITANGKIL,),
    ),
    DemoActivity(
        _MASIGIT, "Bank Sampah Mengajar Memilah", 35, "Bank sampah RW 04",
        "Anggota menjelaskan tiga tempat sampah kepada warga yang menyetor, dan mencatat pertanyaan "
        "yang paling sering muncul untuk ditulis di papan informasi.",
        "implementation dissemination", None, "sampah", (), 20,
    ),
    DemoActivity(
        _ONTHEL, "Bersepeda Sambil Membagikan Nomor 112", 10, "Alun-alun Kota Cilegon",
        "Sambil bersepeda pagi, anggota membagikan kartu kecil berisi nomor darurat 112 dan cara "
        "melapor. Kartunya dicetak bersama dua KIM kelurahan.",
        "dissemination networking", time(6), "onthel", ("telepon", "taman"), 40, (_CITANGKIL, _MASIGIT),
    ),
    DemoActivity(
        "kim-suralaya", "Menanam Mangrove dan Mencatat Perkembangannya", 60, "Pesisir Suralaya",
        "Bibit ditanam bersama kelompok nelayan. Setiap bulan anggota memotret barisan yang sama, agar "
        "warga dapat melihat mana yang tumbuh.",
        "implementation networking", time(7), "mangrove", (), 25,
    ),
    DemoActivity(
        "forum-kim-kecamatan-jombang", "Temu Forum: Aspirasi Lima Kelurahan", 15, "Aula Kecamatan Jombang",
        "Lima kelurahan menyampaikan aspirasi warganya. Yang dapat dijawab kecamatan dijawab di tempat; "
        "sisanya diteruskan dengan kode tindak lanjut.",
        "aspiration discussion networking", time(9), "musyawarah", (), 28, (_MASIGIT,),
    ),
    DemoActivity(
        _CITANGKIL, "Belajar Memotret dengan Ponsel", 1, "Balai warga Lingkungan Palas",
        "Cahaya, jarak, dan izin orang yang dipotret: tiga hal yang dilatih sore itu.",
        "access", None, "kamera", status=Status.DRAFT,
    ),
    DemoActivity(
        _CITANGKIL, "Rapat Bulanan Redaksi Warga", 2, "Kantor Kelurahan Citangkil",
        "Menyusun daftar kabar bulan depan dan membagi siapa meliput apa.",
        "discussion", time(19, 30), status=Status.REVIEW,
    ),
    DemoActivity(
        _MASIGIT, "Kunjungan ke Perpustakaan Kota", 9, "Perpustakaan Kota Cilegon",
        "Anggota berkunjung.",
        "access networking", time(10), "buku", status=Status.RETURNED,
        note="Ceritakan apa yang dipelajari dan apa gunanya bagi warga, dua atau tiga kalimat.",
    ),
    DemoActivity(
        _MASIGIT, "Siaran Radio Warga Percobaan", 120, "Balai warga Kelurahan Masigit",
        "Siaran percobaan selama satu jam, ditarik karena rekamannya memuat nama warga.",
        "dissemination", None, status=Status.WITHDRAWN,
    ),
    DemoActivity(
        _ONTHEL, "Persiapan Hari Jadi Komunitas", 200, "Sekretariat",
        "Catatan persiapan, diarsipkan sesudah acaranya selesai.",
        "discussion", None, status=Status.ARCHIVED,
    ),
    DemoActivity(
        "kim-suralaya", "Rekaman Lokakarya Cerita Pesisir", 5, "Balai Kelurahan Suralaya",
        "Rekaman lokakarya menulis cerita pesisir, terbit bersama bukunya pekan depan.",
        "access dissemination", time(13, 30), "perahu", embargo_days=7,
    ),
)  # fmt: skip


def load() -> None:
    """Make what is not there yet, by an officer of the demo and the staff of the KIM."""
    for item in _ACTIVITIES:
        group = Group.objects.filter(slug=item.group).first()
        if group and not Activity.objects.filter(group=group, title=item.title).exists():
            _make(item, group)


def _make(item: DemoActivity, group: Group) -> None:
    membership = group.memberships.active().select_related("user").first()
    staff = User.objects.get(username="kim")
    officer = membership.user if membership else staff
    now = timezone.now()
    activity = Activity.objects.create(
        group=group,
        title=item.title,
        held_on=timezone.localdate() - timedelta(days=item.days),
        start_time=item.hour,
        place=item.place,
        description=item.description,
        picture=illustration(item.picture) if item.picture else None,
        participant_count=item.participants,
        published_at=now + timedelta(days=item.embargo_days) if item.embargo_days else None,
        created_by=officer,
        **{f"has_{task}": True for task in item.tasks.split()},
    )
    for name in item.photos:
        activity.photos.create(picture=illustration(name))
    activity.partners.set(Group.objects.filter(slug__in=item.partners))
    at = now - timedelta(days=item.days, hours=-2)
    for step in _STEPS[Status(item.status)]:
        by = officer if step == "ajukan" else staff
        at = now if step == "tarik" else at  # its group is public since the demo was loaded
        move_item(activity, step, by=by, note=item.note if step == "kembalikan" else "", at=at)
        at += timedelta(hours=2)
