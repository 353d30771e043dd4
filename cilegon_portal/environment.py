"""Read settings from the environment, checked, with errors that say what to set.

Parsing of addresses (database, cache, mail) is django-environ's; this adds that all
mistakes are collected and told at once, in a sentence that names the variable.
"""

from collections.abc import Sequence
from importlib.util import find_spec
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from django.http.request import validate_host

SECRET_MIN_CHARS = 50  # Django's own check wants the same (security.W009)
_WEAK_SECRET_PREFIXES = ("django-insecure-", "untuk-pengembangan-")


class Environment:
    """Typed access to environment variables; mistakes are kept for :meth:`raise_if_wrong`."""

    def __init__(self) -> None:
        self._env = environ.Env()
        self._mistakes: list[str] = []

    def flag(self, name: str, *, default: bool) -> bool:
        """Return a yes/no variable: 1, true, yes, on, or 0, false, no, off, in any case."""
        value = self.text(name, default="1" if default else "0").strip().lower()
        if value in {"1", "true", "yes", "on"}:
            return True
        if value not in {"0", "false", "no", "off", ""}:
            self._mistakes.append(f"{name}={value!r}: isi dengan 1 atau 0.")
        return False

    def text(self, name: str, *, default: str = "") -> str:
        """Return a variable as it stands."""
        return str(self._env.str(name, default=default))

    def secret(self, name: str) -> str:
        """Return a required secret of at least ``SECRET_MIN_CHARS`` characters."""
        value = self.text(name)
        if len(value) < SECRET_MIN_CHARS or value.startswith(_WEAK_SECRET_PREFIXES):
            self._mistakes.append(
                f"{name}: isi dengan teks acak sedikitnya {SECRET_MIN_CHARS} huruf, misalnya dari "
                "python3 -c 'import secrets; print(secrets.token_urlsafe(64))'."
            )
        return value or "-"

    def words(self, name: str, *, default: Sequence[str] | None = None) -> list[str]:
        """Return a comma-separated list; without *default* it must not be empty."""
        value = [word.strip() for word in self.text(name).split(",") if word.strip()]
        if not value and default is None:
            self._mistakes.append(
                f"{name}: isi dengan daftar dipisah koma, misalnya portal.contoh.go.id."
            )
        return value or list(default or ())

    def url(self, name: str, *, default: str | None = None) -> str:
        """Return an http(s) address without a trailing slash or path."""
        value = self.text(name, default=default or "").rstrip("/")
        parts = urlsplit(value)
        if parts.scheme not in {"http", "https"} or not parts.netloc or parts.path or parts.query:
            self._mistakes.append(
                f"{name}={value!r}: isi dengan alamat situs, misalnya https://portal.contoh.go.id."
            )
        return value

    def require_host(self, site_url: str, allowed_hosts: Sequence[str]) -> None:
        """Note a mistake when the host of *site_url* is not among *allowed_hosts*."""
        host = urlsplit(site_url).hostname or ""
        if host and allowed_hosts and not validate_host(host, allowed_hosts):
            self._mistakes.append(f"ALLOWED_HOSTS: tambahkan {host}, yaitu nama situs di SITE_URL.")

    def networks(self, name: str) -> list[IPv4Network | IPv6Network | str]:
        """Return a comma-separated list of addresses or networks; the word "unix" stays a word."""
        found: list[IPv4Network | IPv6Network | str] = []
        for word in self.words(name, default=[]):
            try:
                found.append(word if word == "unix" else ip_network(word))
            except ValueError:
                self._mistakes.append(
                    f"{name}: {word!r} bukan alamat. Isi misalnya unix, 127.0.0.1, atau 10.0.0.0/24."
                )
        return found

    def path(self, name: str, *, default: Path) -> Path:
        """Return a folder as an absolute path."""
        return Path(self.text(name, default=str(default))).expanduser().absolute()

    def database(self, name: str, *, default: str) -> dict[str, Any]:
        """Return one entry of DATABASES: SQLite (WAL, immediate) or PostgreSQL (checked, kept open)."""
        config: dict[str, Any] = self._parsed(name, self._env.db_url, default)
        if config.get("ENGINE") == "django.db.backends.sqlite3":
            config["OPTIONS"] = {
                # Readers never wait for the writer, and two writers queue instead of failing.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
            }
        elif config.get("ENGINE") == "django.db.backends.postgresql":
            config |= {"CONN_MAX_AGE": 60, "CONN_HEALTH_CHECKS": True}
        else:
            self._mistakes.append(f"{name}: pakai sqlite:///… atau postgres://….")
        return config

    def cache(self, name: str, *, default: str) -> dict[str, Any]:
        """Return one entry of CACHES; it must be shared by all processes of the site."""
        config = dict(self._parsed(name, self._env.cache_url, default))
        if "redis" in config.get("BACKEND", "").lower() and find_spec("redis") is None:
            self._mistakes.append(
                f"{name}: pasang dahulu paket Python redis, atau pakai filecache:///folder."
            )
        return config

    def mail(self, name: str, *, default: str) -> dict[str, Any]:
        """Return Django's EMAIL_* settings."""
        return dict(self._parsed(name, self._env.email_url, default))

    def raise_if_wrong(self, error: type[Exception]) -> None:
        """Raise *error* listing every mistake found so far; do nothing if there is none."""
        if self._mistakes:
            raise error("Pengaturan lingkungan belum benar:\n- " + "\n- ".join(self._mistakes))

    def _parsed(self, name: str, parse: Any, default: str) -> dict[str, Any]:
        try:
            return dict(parse(name, default=default))
        except (environ.ImproperlyConfigured, ValueError, KeyError) as error:
            self._mistakes.append(f"{name} tidak terbaca ({error}).")
            return {}
