"""Slow down who guesses passwords or floods mailboxes: counts in the shared cache, for a short time.

Neither names nor addresses are kept, only keyed hashes of them.
"""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac

LOGIN_WAIT = timedelta(minutes=15)
# A person mistypes a few times; an office shares one address; a name is tried from many.
PERSON_MAX_FAILURES = 5
ADDRESS_MAX_FAILURES = 30
NAME_MAX_FAILURES = 50


@dataclass(frozen=True)
class Limit:
    """How often *value* may do what *kind* names; ``wait`` counts from the last time."""

    kind: str
    value: str
    most: int
    wait: timedelta

    @property
    def _key(self) -> str:
        return f"{self.kind}.{salted_hmac('accounts.throttle', self.value).hexdigest()}"

    def is_reached(self) -> bool:
        """Tell whether it is enough for now."""
        return bool(cache.get(self._key, 0) >= self.most)

    def count(self) -> None:
        """Count one more."""
        cache.set(self._key, cache.get(self._key, 0) + 1, timeout=self.wait.total_seconds())

    def forget(self) -> None:
        """Start from nothing."""
        cache.delete(self._key)


class ThrottledLoginForm(AdminAuthenticationForm):
    """The admin's sign-in form, which asks for patience after too many failures."""

    def clean(self) -> dict[str, Any]:
        name = str(self.cleaned_data.get("username", "")).lower()
        address = self.request.META.get("REMOTE_ADDR", "") if self.request else ""
        person = Limit("login.person", f"{name} {address}", PERSON_MAX_FAILURES, LOGIN_WAIT)
        limits = [
            person,
            Limit("login.address", address, ADDRESS_MAX_FAILURES, LOGIN_WAIT),
            Limit("login.name", name, NAME_MAX_FAILURES, LOGIN_WAIT),
        ]
        if any(limit.is_reached() for limit in limits):
            raise ValidationError("Terlalu banyak percobaan masuk. Coba lagi 15 menit kemudian.")
        try:
            cleaned: dict[str, Any] = super().clean()
        except ValidationError:
            for limit in limits:
                limit.count()
            raise
        person.forget()
        return cleaned
