"""Demo aspirations: one in each state, late ones, and some that everybody may read; nobody's name stands in them.

Matched by topic: what is there already, also changed by hand, stays as it is.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.utils import timezone

from cilegon_portal.accounts.models import User
from cilegon_portal.office.models import Agency
from cilegon_portal.regions.models import Region
from community import aspiration_moves as moves
from community.aspirations import Aspiration, AspirationKind, AspirationState
from news.models import Article

_HOURS_UNTIL_TOUCHED: Final = timedelta(hours=20)


@dataclass(frozen=True)
class DemoAspiration:
    """What was sent, ``days`` ago, and what became of it; ``words`` is the answer, or why there is none."""

    topic: str
    text: str
    kind: str
    days: int
    state: AspirationState
    region: str = ""
    agency: str = ""
    words: str = ""
    public_text: str = ""
    link: str = ""
    contact: str = ""
    article: str = ""


_SENT: Final = (
    DemoAspiration(
        "Jadwal perpustakaan keliling di Jombang",
        "Hari apa perpustakaan keliling datang ke Jombang Wetan, dan di mana parkirnya? Anak-anak di "
        "gang kami suka membaca.",
        AspirationKind.QUESTION, 34, AspirationState.ANSWERED, "36.72.05.1002",
        agency="dinas-perpustakaan-dan-kearsipan",
        words="Mobil perpustakaan berhenti di halaman kantor kelurahan setiap Senin, pukul "
        "09.00–11.30 WIB. Meminjam tidak dipungut biaya.",
        public_text="Kapan perpustakaan keliling datang ke Jombang Wetan?",
    ),
    DemoAspiration(
        "Bangku di jalur pejalan kaki",
        "Mohon ada bangku di jalur pejalan kaki dekat alun-alun, supaya orang tua dapat beristirahat.",
        AspirationKind.WISH, 27, AspirationState.ANSWERED, "36.72.05.1003",
        agency="dpupr",
        words="Usulan dicatat untuk penataan jalur tahun depan. Sementara itu dua bangku dari taman "
        "dipindahkan ke sisi yang teduh.",
        public_text="Usul bangku di jalur pejalan kaki dekat alun-alun.",
    ),
    DemoAspiration(
        "Iklan kursus di papan kelurahan",
        "Kami ingin memasang iklan kursus di portal ini setiap pekan.",
        AspirationKind.WISH, 25, AspirationState.REFUSED,
        words="Portal ini tidak memuat iklan. Untuk papan di kelurahan, tanyakan kepada petugas di "
        "kantor kelurahan.",
    ),
    DemoAspiration(
        "Lampu taman di Cibeber padam sejak pekan lalu",
        "Lampu di taman lingkungan padam tiga buah, sehingga anak-anak tidak bermain sore lagi.",
        AspirationKind.QUESTION, 19, AspirationState.FORWARDED, "36.72.02.1005", agency="dishub",
    ),
    DemoAspiration(
        "Pelatihan menulis untuk remaja masjid",
        "Apakah KIM dapat mengajari remaja kami menulis kabar kegiatan masjid?",
        AspirationKind.WISH, 17, AspirationState.NEW, "36.72.08.1005",
    ),
    DemoAspiration(
        "Pesan meminta kode OTP mengaku dari kelurahan",
        "Ada pesan yang meminta kode OTP untuk memperbarui data kependudukan. Benarkah dari kelurahan?",
        AspirationKind.CLARIFICATION, 5, AspirationState.IN_HAND,
        article="Akun yang Meminta Kode OTP atas Nama Kelurahan Adalah Penipuan",
    ),
    DemoAspiration(
        "Ruang belajar bersama di kantor kelurahan",
        "Bolehkah ruang rapat kelurahan dipakai belajar bersama pada sore hari?",
        AspirationKind.WISH, 4, AspirationState.IN_HAND, "36.72.03.1001",
    ),
    DemoAspiration(
        "Menang tanpa modal",
        "Slot gacor maxwin tiap malam, daftar di www.contoh-promosi.example sekarang.",
        AspirationKind.WISH, 2, AspirationState.HELD,
    ),
    DemoAspiration(
        "Kabar air dimatikan seluruh kota",
        "Beredar kabar air dimatikan tiga hari di seluruh kota mulai besok. Benarkah?",
        AspirationKind.CLARIFICATION, 1, AspirationState.NEW,
        link="https://contoh.id/kabar-air", contact="warga.contoh@contoh.id",
    ),
)  # fmt: skip


def load() -> None:
    """Send what is not there yet, and do with it what Petugas KIM did."""
    officer = User.objects.get(username="kim")
    for item in _SENT:
        if not Aspiration.objects.filter(topic=item.topic).exists():
            at = timezone.now() - timedelta(days=item.days)
            _answer(item, _send(item, at), by=officer, at=at + _HOURS_UNTIL_TOUCHED)


def _send(item: DemoAspiration, at: datetime) -> Aspiration:
    aspiration = Aspiration(
        kind=item.kind,
        topic=item.topic,
        text=item.text,
        link=item.link,
        contact=item.contact,
        region=Region.objects.filter(pk=item.region).first(),
        sender_allows=bool(item.public_text),
    )
    return moves.receive(aspiration, at=at)


def _answer(item: DemoAspiration, aspiration: Aspiration, *, by: User, at: datetime) -> None:
    agency = Agency.objects.filter(slug=item.agency).first()
    if agency is not None:
        moves.forward(aspiration, agency, by=by, at=at)
        at += timedelta(days=2)
    match item.state:
        case AspirationState.ANSWERED:
            aspiration.public_text, aspiration.staff_allow = (
                item.public_text,
                bool(item.public_text),
            )
            moves.reply(aspiration, item.words, by=by, at=at)
        case AspirationState.REFUSED:
            moves.refuse(aspiration, item.words, by=by, at=at)
        case AspirationState.IN_HAND:
            aspiration.article = Article.objects.filter(title=item.article).first()
            moves.assign(aspiration, by, by=by, at=at)
