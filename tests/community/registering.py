"""Register a KIM as a browser does: step by step, with what the pages hold in their hidden fields."""

import html
import re
from datetime import datetime, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from cilegon_portal.anonymous_forms import Guard
from community.registration_steps import GUARD

FORM = "/kim/daftar/"
_HIDDEN = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')

GROUP: dict[str, str] = {
    "group_name": "KIM Suralaya Bersinar",
    "level": "kelurahan",
    "district": "Pulomerak",
    "village": "36.72.03.1004",
    "neighbourhood": "",
    "member_count": "8",
    "founded_on": "2019-09-22",
    "summary": "Kelompok warga yang memeriksa kabar.",
    "secretariat": "Kantor kelurahan",
    "channels": "instagram.com/kim.contoh",
}
BOARD: dict[str, str] = {
    "starts_on": "2026-01-01",
    "ends_on": "2028-12-31",
    "chair": "Ketua Contoh",
    "secretary": "Sekretaris Contoh",
    "treasurer": "",
    "collecting": "",
    "processing": "",
    "spreading": "",
    "sk_number": "470/12",
    "sk_on": "2026-01-01",
    "sk_issuer": "Lurah Contoh",
}
CONTACT: dict[str, str] = {
    "name": "Pendaftar Contoh",
    "position": "Sekretaris KIM",
    "contact": "0812-1111-2222",
    "consent": "on",
}
STEPS = (GROUP, BOARD, CONTACT)


def aged(guard: Guard = GUARD, at: datetime | None = None) -> str:
    """Return the token of a form that was fetched a minute ago, or at *at*."""
    return guard.token(at or timezone.now() - timedelta(minutes=1))


def hidden(page: str) -> dict[str, str]:
    """Return the hidden fields of the page's form, with a token that is a minute old."""
    found = {name: html.unescape(value) for name, value in _HIDDEN.findall(page)}
    return found | {"tanda": aged()}


def register(client: Client, upto: int = 3, headers: Any = None, /, **fields: Any) -> Any:
    """Send the steps up to *upto* (the third sends it all), and return the last answer.

    *fields* replace those of a whole registration; it stops at the step that is refused.
    """
    response: Any = client.get(FORM)
    for number, step in enumerate(STEPS[:upto], start=1):
        sent = {name: value for name, value in fields.items() if name != "sk" or number == 3}
        response = client.post(FORM, hidden(response.text) | step | sent, headers=headers)
        if response.status_code != 200:
            break
    return response
