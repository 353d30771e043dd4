"""Wrong surroundings stop the start with a sentence that says what to set."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

PRODUCTION = {
    "SECRET_KEY": "a1B2c3D4e5" * 6,
    "ALLOWED_HOSTS": "portal.contoh.go.id",
    "SITE_URL": "https://portal.contoh.go.id",
}


def _start(*command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run Python with production's variables, changed by *variables* ("" removes one)."""
    surroundings = {"PATH": os.environ["PATH"], **PRODUCTION, **variables}
    return subprocess.run(
        [sys.executable, *command],
        cwd=settings.BASE_DIR,
        env={name: value for name, value in surroundings.items() if value},
        capture_output=True,
        text=True,
        check=False,
    )


def _error(**variables: str) -> str:
    result = _start("-c", "import cilegon_portal.settings", **variables)
    assert result.returncode != 0
    return result.stderr


def test_complete_surroundings_pass_the_deployment_checks() -> None:
    result = _start("manage.py", "check", "--deploy", "--fail-level", "WARNING")

    assert result.returncode == 0, result.stderr


def test_development_needs_no_variable_but_debug() -> None:
    variables = dict.fromkeys(PRODUCTION, "")

    result = _start("manage.py", "check", "--fail-level", "WARNING", **variables, DEBUG="1")

    assert result.returncode == 0, result.stderr


def test_all_mistakes_are_told_at_once() -> None:
    error = _error(SECRET_KEY="", ALLOWED_HOSTS="", SITE_URL="")

    assert "Pengaturan lingkungan belum benar" in error
    assert "SECRET_KEY: isi dengan teks acak sedikitnya 50 huruf" in error
    assert "ALLOWED_HOSTS: isi dengan daftar dipisah koma" in error
    assert "SITE_URL='': isi dengan alamat situs" in error


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("SECRET_KEY", "pendek", "SECRET_KEY: isi dengan teks acak"),
        ("SECRET_KEY", "django-insecure-" + "x" * 50, "SECRET_KEY: isi dengan teks acak"),
        ("DEBUG", "mungkin", "DEBUG='mungkin': isi dengan 1 atau 0."),
        ("SITE_URL", "portal.contoh.go.id", "isi dengan alamat situs"),
        ("SITE_URL", "https://portal.contoh.go.id/sub", "isi dengan alamat situs"),
        ("ALLOWED_HOSTS", "lain.contoh.go.id", "ALLOWED_HOSTS: tambahkan portal.contoh.go.id"),
        ("DATABASE_URL", "mysql://u@h/d", "DATABASE_URL: pakai sqlite:///… atau postgres://…."),
        ("DATABASE_URL", "kacau", "DATABASE_URL"),
        ("CACHE_URL", "apa://itu", "CACHE_URL tidak terbaca"),
        ("EMAIL_URL", "surat://itu", "EMAIL_URL tidak terbaca"),
        ("TRUSTED_PROXIES", "nginx", "TRUSTED_PROXIES: 'nginx' bukan alamat."),
    ],
)
def test_wrong_value_is_told_with_the_way_out(name: str, value: str, message: str) -> None:
    assert message in _error(**{name: value})


def _setting(expression: str, **variables: str) -> str:
    code = f"from cilegon_portal import settings; print({expression})"
    result = _start("-c", code, **variables)
    assert result.returncode == 0, result.stderr
    return result.stdout.strip()


def test_https_site_sends_cookies_by_https_only() -> None:
    assert _setting("settings.SESSION_COOKIE_SECURE, settings.CSRF_COOKIE_SECURE") == "True True"
    assert _setting("settings.SECURE_SSL_REDIRECT, settings.SECURE_HSTS_SECONDS > 0") == (
        "True True"
    )


def test_http_site_does_not_redirect_to_where_nobody_listens() -> None:
    assert _setting("settings.SECURE_SSL_REDIRECT", SITE_URL="http://portal.contoh.go.id") == (
        "False"
    )


def test_production_hashes_static_names_and_keeps_the_plain_ones() -> None:
    assert _setting("settings.STORAGES['staticfiles']['BACKEND']") == (
        "whitenoise.storage.CompressedManifestStaticFilesStorage"
    )
    assert _setting("hasattr(settings, 'WHITENOISE_KEEP_ONLY_HASHED_FILES')") == "False"


def test_forwarded_scheme_counts_only_behind_a_named_proxy() -> None:
    expression = "getattr(settings, 'SECURE_PROXY_SSL_HEADER', None)"

    assert _setting(expression) == "None"
    assert "X_FORWARDED_PROTO" in _setting(expression, TRUSTED_PROXIES="unix, 10.0.0.0/24")
