"""Guard of public forms behind which no session stands. Rule: docs/community.md#forms.

Nobody signs in to send such a form and it sets no cookie, so a CSRF cookie would protect
nothing. What is stopped instead: other sites' pages (Origin, Sec-Fetch-Site), forms not
fetched here or sent again (a signed, time-stamped token that is spent once), programs (a
field people do not see, a time nobody types in), and floods from one network. Every stop is a
sentence for a person, who keeps all that was typed and may press the button again.
"""

import hashlib
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import ip_address, ip_network
from typing import Any, Final

from django.core import signing
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from cilegon_portal.accounts.throttle import Limit

TOKEN_FIELD: Final = "tanda"  # noqa: S105 -- the name of a field
TRAP_FIELD: Final = "pesan_tambahan"  # no word that a browser fills in by itself
ANSWERS_FIELD: Final = "jawaban"
SHORTEST: Final = timedelta(seconds=3)
# Somebody writes, eats, and comes back; a stolen token is of no use tomorrow.
TOKEN_LIFE: Final = timedelta(hours=12)
WAIT: Final = timedelta(hours=1)
_ADDRESS_MAX_CHARS: Final = 45
_IPV6_HOUSEHOLD: Final = 64  # bits that one subscriber holds


@dataclass(frozen=True)
class Guard:
    """The guard of one form; ``most`` sendings an hour from one network.

    Phones of one provider share an address, so ``most`` is no number of one person.
    """

    purpose: str
    most: int = 30

    def token(self, at: datetime | None = None) -> str:
        """Return a new token, as of *at*."""
        since = int((at or timezone.now()).timestamp())
        return signing.dumps([secrets.token_urlsafe(12), since], salt=self._salt)

    def next_token(self, request: HttpRequest) -> str:
        """Return the token for the form shown again: as old as the one that came, so no waiting twice."""
        opened = self._opened(request)
        return self.token(
            datetime.fromtimestamp(opened[1], timezone.get_current_timezone()) if opened else None
        )

    def problem(self, request: HttpRequest, at: datetime | None = None) -> str:
        """Return why this form is not taken, as a sentence that says what to do; empty when it is."""
        at = at or timezone.now()
        opened = self._opened(request, at)
        if is_foreign(request):
            return (
                "Borang ini datang dari situs lain. Periksa isiannya, lalu kirim dari halaman ini."
            )
        if opened is None:
            return "Borang ini sudah terlalu lama terbuka. Isian Anda masih ada; tekan kirim sekali lagi."
        if request.POST.get(TRAP_FIELD):
            return (
                "Isian tersembunyi ikut terisi, biasanya oleh pengisi otomatis. Sudah kami kosongkan; "
                "periksa isian Anda, lalu tekan kirim sekali lagi."
            )
        if at.timestamp() - opened[1] < SHORTEST.total_seconds():
            return (
                "Borang terkirim terlalu cepat. Periksa isian Anda, lalu tekan kirim sekali lagi."
            )
        if self._limit(request).is_reached():
            return (
                "Terlalu banyak kiriman dari jaringan Anda. Isian Anda masih ada; "
                "coba kirim lagi satu jam kemudian."
            )
        if cache.get(self._key(opened[0])) is not None:
            return _AGAIN
        return ""

    def send(self, request: HttpRequest, make: Callable[[], str]) -> tuple[str, str]:
        """Spend the token and return (address, "") with what *make* returns; or ("", the problem).

        The same answers sent twice, as by a second tap, lead to the address of the first time.
        """
        opened = self._opened(request)
        if opened is None:
            return "", self.problem(request)
        key, digest = self._key(opened[0]), _digest(request)
        if not cache.add(key, (digest, ""), TOKEN_LIFE.total_seconds()):
            return "", _AGAIN
        try:
            address = make()
        except BaseException:
            cache.delete(key)  # nothing was sent: the person may try again
            raise
        cache.set(key, (digest, address), TOKEN_LIFE.total_seconds())
        self._limit(request).count()
        return address, ""

    def sent_before(self, request: HttpRequest) -> str:
        """Return where the very same answers led when they were sent before; else nothing."""
        opened = self._opened(request)
        sent = cache.get(self._key(opened[0])) if opened else None
        if sent is None or is_foreign(request) or sent[0] != _digest(request):
            return ""
        return str(sent[1])

    def seal(self, answers: Mapping[str, Any]) -> str:
        """Return *answers* signed, for a hidden field on the way to the next step."""
        return signing.dumps(dict(answers), salt=f"{self._salt}.answers", compress=True)

    def unseal(self, request: HttpRequest) -> dict[str, Any] | None:
        """Return the answers of the steps before, or None when there are none or they were changed.

        They may be old: whoever comes back tomorrow has lost nothing, and every step is checked again.
        """
        try:
            answers: dict[str, Any] = signing.loads(
                request.POST.get(ANSWERS_FIELD, ""), salt=f"{self._salt}.answers"
            )
        except signing.BadSignature:
            return None
        return answers

    @property
    def _salt(self) -> str:
        return f"anonymous_forms.{self.purpose}"

    def _key(self, nonce: str) -> str:
        return f"{self._salt}.{nonce}"

    def _limit(self, request: HttpRequest) -> Limit:
        return Limit(self._salt, network(request), self.most, WAIT)

    def _opened(self, request: HttpRequest, at: datetime | None = None) -> tuple[str, int] | None:
        try:
            nonce, since = signing.loads(request.POST.get(TOKEN_FIELD, ""), salt=self._salt)
        except (signing.BadSignature, ValueError, TypeError):
            return None
        age = (at or timezone.now()).timestamp() - since
        return (nonce, since) if age <= TOKEN_LIFE.total_seconds() else None


_AGAIN = "Borang ini sudah terkirim. Tekan kirim sekali lagi hanya bila isinya memang berbeda."


def is_foreign(request: HttpRequest) -> bool:
    """Tell whether a browser says that another site's page sends this.

    Old browsers say nothing, and pages that keep their address to themselves (no-referrer) send
    "null": the token decides then.
    """
    if request.headers.get("Sec-Fetch-Site", "same-origin") not in {"same-origin", "none"}:
        return True
    origin = request.headers.get("Origin", "null")
    return origin not in {"null", f"{request.scheme}://{request.get_host()}"}


def network(request: HttpRequest) -> str:
    """Return the network a request comes from: an IPv4 address, or the IPv6 /64 of one household."""
    address = request.META.get("REMOTE_ADDR", "")[:_ADDRESS_MAX_CHARS]
    try:
        number = ip_address(address)
    except ValueError:
        return str(address)
    if number.version == 4:
        return str(number)
    return str(ip_network((number, _IPV6_HOUSEHOLD), strict=False))


def _digest(request: HttpRequest) -> str:
    """Return a digest of what was answered; files by name and size."""
    answers = [
        (name, request.POST.getlist(name)) for name in sorted(request.POST) if name != TOKEN_FIELD
    ]
    uploads = [
        (name, upload.name, upload.size)
        for name in sorted(request.FILES)
        for upload in request.FILES.getlist(name)
    ]
    return hashlib.sha256(repr((answers, uploads)).encode()).hexdigest()
