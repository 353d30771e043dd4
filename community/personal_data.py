"""What the community holds of one person: aspirations, registrations, and the contacts of groups.

Rule: docs/personal-data.md.
"""

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any, Final

from django.urls import reverse

from cilegon_portal.addresses import absolute_url
from cilegon_portal.contacts import keys_in, lines_with
from cilegon_portal.library import files
from cilegon_portal.personal_data import HeldFile, Holding, described
from community.access_log import looks_at
from community.aspirations import Aspiration
from community.forgetting import forget_aspiration, forget_contact
from community.groups import Group
from community.registration_data import personal_data as of_registrations

_ASPIRATION: Final = (
    "code", "kind", "topic", "text", "link", "region", "file", "name", "contact", "sender_allows",
    "consented_at", "received_at", "due_on", "state", "hold_reason", "agency", "answer",
    "answered_at", "refusal", "lapor_number", "article", "staff_allow", "public_text", "note",
)  # fmt: skip
# Where somebody else's words may name a number or a mail address.
_WORDS: Final = ("topic", "text", "link", "answer", "refusal", "public_text", "note")


def personal_data(key: str) -> Iterator[Holding]:
    """Return the aspirations of whom *key* names, those that mention them, the same of registrations, and groups with that contact.

    Looks through all texts: for a command, not for a page.
    """
    own = Aspiration.objects.filter(contact_key=key) | Aspiration.objects.filter(code=key)
    found = own.filter(erased_at=None).select_related("region", "agency", "article", "file")
    for aspiration in found.order_by("pk"):
        yield _of_sender(aspiration)
    for aspiration in Aspiration.objects.exclude(pk__in=found.values("pk")).order_by("pk"):
        if key in keys_in("\n".join(getattr(aspiration, name) for name in _WORDS)):
            yield _mentioned(aspiration)
    yield from of_registrations(key)
    for group in Group.objects.prefetch_related("channels").order_by("pk"):
        if key in keys_in(_contacts(group)):
            yield _of_group(group, key)


def _of_sender(aspiration: Aspiration) -> Holding:
    article = aspiration.article
    draft = (
        f" Periksa klaim di {_admin('news_article', article.pk)}: mungkin disalin dari isiannya."
        if article
        else ""
    )
    return Holding(
        title=f"Aspirasi {aspiration.code} “{aspiration.topic}”",
        data=_aspiration_data(aspiration),
        files=_files(aspiration),
        stays="Jenis, kelurahan, OPD, keadaan, dan tanggalnya, untuk hitungan; tidak menunjuk orangnya."
        + draft,
        erase=partial(forget_aspiration, aspiration),
    )


def _aspiration_data(aspiration: Aspiration) -> dict[str, Any]:
    return described(aspiration, _ASPIRATION) | {
        "langkah": [
            {"pada": step.at, "langkah": step.label, "keterangan": step.text}
            for step in aspiration.steps.all()
        ],
        "dibuka petugas": looks_at(aspiration),
    }


def _mentioned(aspiration: Aspiration) -> Holding:
    return Holding(
        title=f"Disebut dalam aspirasi {aspiration.code}",
        data={"alamat": _admin("community_aspiration", aspiration.pk)},
        stays="Kiriman orang lain yang menyebut alamat ini. Baca dulu; bila harus dihapus, "
        f"jalankan data_pribadi hapus {aspiration.code}.",
    )


def _contacts(group: Group) -> str:
    lines = (group.private_contact, group.secretariat, group.contact_phone, group.contact_email)
    return "\n".join([*lines, *(channel.url for channel in group.channels.all())])


def _of_group(group: Group, key: str) -> Holding:
    return Holding(
        title=f"Kontak {group.name}",
        data={"KIM": group.name, "kontak": lines_with(_contacts(group), key)},
        stays="KIM-nya, dan kontak lain di dalamnya.",
        erase=partial(_forget_in_group, group, key),
    )


def _forget_in_group(group: Group, key: str, at: datetime) -> None:
    forget_contact(group, key)


def _files(aspiration: Aspiration) -> tuple[HeldFile, ...]:
    if (file := aspiration.file) is None:
        return ()
    return (HeldFile(f"{aspiration.code}.{file.kind}", partial(files.read, file.file_path())),)


def _admin(model: str, pk: int) -> str:
    return absolute_url(reverse(f"admin:{model}_change", args=[pk]))
