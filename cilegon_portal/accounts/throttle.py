"""Slow down who guesses passwords: counts failures in the shared cache, for a short time.

Neither names nor addresses are kept, only keyed hashes of them.
"""

from datetime import timedelta
from typing import Any

from django.contrib.admin.forms import AdminAuthenticationForm
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.utils.crypto import salted_hmac

WAIT = timedelta(minutes=15)
# A person mistypes a few times; an office shares one address; a name is tried from many.
PERSON_MAX_FAILURES = 5
ADDRESS_MAX_FAILURES = 30
NAME_MAX_FAILURES = 50


class ThrottledLoginForm(AdminAuthenticationForm):
    """The admin's sign-in form, which asks for patience after too many failures."""

    def clean(self) -> dict[str, Any]:
        limits = self._limits()
        if any(cache.get(key, 0) >= limit for key, limit in limits.items()):
            raise ValidationError("Terlalu banyak percobaan masuk. Coba lagi 15 menit kemudian.")
        try:
            cleaned: dict[str, Any] = super().clean()
        except ValidationError:
            for key in limits:
                cache.set(key, cache.get(key, 0) + 1, timeout=WAIT.total_seconds())
            raise
        cache.delete(next(iter(limits)))
        return cleaned

    def _limits(self) -> dict[str, int]:
        name = str(self.cleaned_data.get("username", "")).lower()
        address = self.request.META.get("REMOTE_ADDR", "") if self.request else ""
        return {
            _key("person", f"{name} {address}"): PERSON_MAX_FAILURES,
            _key("address", address): ADDRESS_MAX_FAILURES,
            _key("name", name): NAME_MAX_FAILURES,
        }


def _key(kind: str, value: str) -> str:
    return f"login.{kind}.{salted_hmac('accounts.throttle', value).hexdigest()}"
