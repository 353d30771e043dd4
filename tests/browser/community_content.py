"""The fixed aspirations and registrations that the browser tests read."""

from cilegon_portal.accounts.models import User
from cilegon_portal.office.models import Agency
from community.aspiration_moves import forward, reply
from community.registration_moves import ask
from tests.browser.pages import CODE, REGISTRATION_CODE
from tests.factories import make_aspiration, make_registration, make_user

LONG_WORD = "Pertanggungjawabankeuangandaerahkotacilegontahunanggaran"


def build_community() -> None:
    """Make one aspiration that everybody may read and one registration that staff ask about; codes are in pages.py."""
    officer: User = make_user("Petugas KIM", username="petugaskim")
    aspiration = make_aspiration(
        code=CODE,
        topic=f"Jadwal {LONG_WORD}",
        text=f"Kapan perpustakaan keliling datang ke Jombang?\n{LONG_WORD}",
        sender_allows=True,
        public_text=f"Jadwal perpustakaan keliling di Jombang. {LONG_WORD}",
        staff_allow=True,
    )
    agency, _ = Agency.objects.get_or_create(name="Dinas Perpustakaan", slug="perpustakaan")
    forward(aspiration, agency, by=officer)
    reply(aspiration, f"Setiap Senin pukul 09.00 WIB.\n{LONG_WORD}", by=officer)
    registration = make_registration(code=REGISTRATION_CODE, group_name=f"KIM {LONG_WORD}")
    ask(registration, f"Lampirkan SK lurah.\n{LONG_WORD}", by=officer)
