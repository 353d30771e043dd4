"""Demo registrations: one in each state, named by office and by nobody's name.

Matched by the group's name: what is there already stays as it is.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from django.utils import timezone

from cilegon_portal.accounts.models import User
from cilegon_portal.regions.models import Region
from community.groups import Group, Level
from community.private_files import store_private_file
from community.registration_moves import ask, receive, refuse, take_up
from community.registrations import Registration, RegistrationState
from news.demo_document import one_page_pdf

_TERM: Final = timedelta(days=3 * 365)
_CONTACT: Final = "kim.contoh@contoh.id"


@dataclass(frozen=True)
class DemoRegistration:
    """What was sent, ``days`` ago, and what staff said to it."""

    name: str
    region: str
    state: RegistrationState
    days: int
    words: str = ""
    level: str = Level.VILLAGE
    neighbourhood: str = ""
    has_letter: bool = True


_SENT: Final = (
    DemoRegistration("KIM Suralaya", "36.72.03.1004", RegistrationState.NEW, 1),  # there is one already
    DemoRegistration("KIM Panggung Rawi", "36.72.05.1004", RegistrationState.NEW, 2),
    DemoRegistration(
        "KIM Lingkungan Palas", "36.72.02.1003", RegistrationState.NEW, 11,
        level=Level.NEIGHBOURHOOD, neighbourhood="Lingkungan Palas", has_letter=False,
    ),
    DemoRegistration("KIM Ramanuju", "36.72.07.1001", RegistrationState.IN_HAND, 3),
    DemoRegistration(
        "KIM Gunung Sugih", "36.72.04.1004", RegistrationState.INCOMPLETE, 6,
        words="Nomor SK belum sama dengan berkasnya. Kirim lagi foto SK halaman pertama, ya.",
    ),
    DemoRegistration(
        "KIM Pencinta Kabar", "36.72", RegistrationState.REFUSED, 40, level=Level.COMMUNITY,
        words="Kegiatannya jual beli, bukan penyebaran informasi kepada warga. Silakan daftar lagi "
        "bila kegiatannya sudah berjalan.",
        has_letter=False,
    ),
    DemoRegistration("KIM Masigit", "36.72.05.1003", RegistrationState.APPROVED, 60),
)  # fmt: skip


def load() -> None:
    """Send what is not there yet, and answer it as Petugas KIM would."""
    officer = User.objects.get(username="kim")
    for item in _SENT:
        if not Registration.objects.filter(group_name=item.name).exists():
            _answer(item, _send(item), officer)


def _send(item: DemoRegistration) -> Registration:
    today = timezone.localdate()
    registration = Registration(
        group_name=item.name,
        level=item.level,
        region=Region.objects.get(pk=item.region),
        neighbourhood=item.neighbourhood,
        member_count=12,
        summary="Kelompok warga yang memeriksa kabar sebelum meneruskannya.",
        starts_on=today - timedelta(days=90),
        ends_on=today - timedelta(days=90) + _TERM,
        sk_issuer="Lurah (contoh)" if item.has_letter else "",
        chair="Ketua (contoh)",
        name="Pendaftar (contoh)",
        position="Sekretaris",
        contact=_CONTACT,
    )
    receive(registration, at=timezone.now() - timedelta(days=item.days))
    if item.has_letter and item.state != RegistrationState.APPROVED:
        letter = one_page_pdf(
            "Surat keputusan (contoh)", ["Bukan surat resmi: isi percobaan portal."]
        )
        registration.sk_file = store_private_file(letter, name="SK contoh.pdf")
        registration.save()
    return registration


def _answer(item: DemoRegistration, registration: Registration, officer: User) -> None:
    match item.state:
        case RegistrationState.IN_HAND:
            take_up(registration, by=officer)
        case RegistrationState.INCOMPLETE:
            ask(registration, item.words, by=officer)
        case RegistrationState.REFUSED:
            refuse(registration, item.words, by=officer)
        case RegistrationState.APPROVED:
            _say_approved(registration, officer)


def _say_approved(registration: Registration, officer: User) -> None:
    """Lead to the group of the demo, which is there already and names nobody."""
    registration.group = Group.objects.filter(name=registration.group_name).first()
    registration.state = RegistrationState.APPROVED
    registration.save()
    registration.steps.create(label="Disetujui", text="KIM Anda tampil di daftar KIM.", by=officer)
