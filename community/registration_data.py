"""What is held of who registered a KIM, and its end: the whole registration goes.

Nothing is counted by it later, and what came of it is the group's. Rule: docs/personal-data.md.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any, Final

from django.db import transaction
from django.urls import reverse

from cilegon_portal.addresses import absolute_url
from cilegon_portal.contacts import keys_in
from cilegon_portal.library import files
from cilegon_portal.personal_data import HeldFile, Holding, described
from community.access_log import looks_at
from community.registrations import Registration

_FIELDS: Final = (
    "code", "group_name", "level", "region", "neighbourhood", "founded_on", "member_count", "summary",
    "secretariat", "channels", "starts_on", "ends_on", "sk_number", "sk_on", "sk_issuer", "chair",
    "secretary", "treasurer", "collecting", "processing", "spreading", "shows_names", "name",
    "position", "contact", "consented_at", "received_at", "due_on", "state", "hold_reason", "group",
    "note",
)  # fmt: skip
# Where somebody else's words may name a number or a mail address.
_WORDS: Final = ("group_name", "summary", "secretariat", "channels", "note")


def personal_data(key: str) -> Iterator[Holding]:
    """Return the registrations of whom *key* names, and those that mention them."""
    own = Registration.objects.filter(contact_key=key) | Registration.objects.filter(code=key)
    for registration in own.select_related("region", "group", "sk_file").order_by("pk"):
        yield Holding(
            title=f"Pendaftaran {registration.code} “{registration.group_name}”",
            data=_data(registration),
            files=_files(registration),
            stays="KIM yang terbentuk darinya, dengan kepengurusan dan SK-nya: arsip kantor."
            if registration.group
            else "Tidak ada.",
            erase=partial(_erase, registration),
        )
    others = Registration.objects.exclude(pk__in=own.values("pk")).prefetch_related("steps")
    for registration in others.order_by("pk"):
        if key in keys_in(_words(registration)):
            yield Holding(
                title=f"Disebut dalam pendaftaran {registration.code}",
                data={"alamat": _admin(registration)},
                stays="Kiriman orang lain yang menyebut alamat ini. Baca dulu; bila harus dihapus, "
                f"jalankan data_pribadi hapus {registration.code}.",
            )


@transaction.atomic
def forget_registration(registration: Registration) -> None:
    """Delete *registration* with its steps and its letter; a letter that became a board's stays."""
    letter = registration.sk_file
    registration.delete()
    if letter is not None:
        letter.delete()


def forget_registrations(end: datetime) -> int:
    """Delete what came before *end*, whatever its state, and return how many."""
    expired = list(Registration.objects.filter(received_at__lt=end).select_related("sk_file"))
    for registration in expired:  # one by one: a night that is cut short has deleted what it has
        forget_registration(registration)
    return len(expired)


def _erase(registration: Registration, at: datetime) -> None:
    forget_registration(registration)


def _data(registration: Registration) -> dict[str, Any]:
    return described(registration, _FIELDS) | {
        "langkah": [
            {"pada": step.at, "langkah": step.label, "keterangan": step.text}
            for step in registration.steps.all()
        ],
        "dibuka petugas": looks_at(registration),
    }


def _words(registration: Registration) -> str:
    own = (getattr(registration, name) for name in _WORDS)
    return "\n".join([*own, *(step.text for step in registration.steps.all())])


def _files(registration: Registration) -> tuple[HeldFile, ...]:
    if (file := registration.sk_file) is None:
        return ()
    name = f"{registration.code}.{file.kind}"
    return (HeldFile(name, partial(files.read, file.file_path())),)


def _admin(registration: Registration) -> str:
    return absolute_url(reverse("admin:community_registration_change", args=[registration.pk]))
