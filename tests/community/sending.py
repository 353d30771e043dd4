"""Send the public forms as a browser does: fetched a while ago, filled in by a person."""

from datetime import datetime, timedelta
from typing import Any

from django.test import Client
from django.utils import timezone

from cilegon_portal.anonymous_forms import Guard
from community.aspiration_views import GUARD

ASPIRASI = "/aspirasi/"
WHOLE: dict[str, Any] = {
    "kind": "pertanyaan",
    "topic": "Jadwal perpustakaan keliling",
    "text": "Kapan perpustakaan keliling datang ke Jombang?",
    "consent": "on",
}


def token(guard: Guard = GUARD, at: datetime | None = None) -> str:
    """Return the token of a form that was fetched a minute ago, or at *at*."""
    return guard.token(at or timezone.now() - timedelta(minutes=1))


def send(client: Client, headers: Any = None, **fields: Any) -> Any:
    """Send an aspiration; *fields* replace those of a whole one."""
    data = {"tanda": token(), **WHOLE, **fields}
    return client.post(ASPIRASI, data, headers=headers)
