"""Mail addresses that are kept so that nobody is told twice. Rule: docs/personal-data.md."""

from collections.abc import Iterator
from datetime import datetime

from cilegon_portal.accounts.models import User
from cilegon_portal.personal_data import Holding
from cilegon_portal.tidings.letters import MEMORY
from cilegon_portal.tidings.models import Told


def personal_data(key: str) -> Iterator[Holding]:
    """Return the letters that went to the mail address *key*."""
    rows = Told.objects.filter(email__iexact=key)
    told = list(rows.order_by("at").values("key", "at"))
    if not told:
        return
    if User.objects.filter(email__iexact=key, is_active=True).exists():
        stays = f"Surel akun petugas yang aktif; catatannya terhapus sendiri sesudah {MEMORY.days} hari."
        yield Holding("Kabar yang dikirim", {"kabar": told}, stays)
        return

    def erase(at: datetime) -> None:
        rows.delete()

    yield Holding("Kabar yang dikirim", {"kabar": told}, "Tidak ada.", erase=erase)
