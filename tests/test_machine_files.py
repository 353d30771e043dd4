"""robots.txt, security.txt and the web manifest."""

from datetime import UTC, datetime

import pytest
from django.test import Client, override_settings

from cilegon_portal.machine_files import security_expiry
from cilegon_portal.office.models import SiteProfile

pytestmark = pytest.mark.django_db


@override_settings(SITE_URL="https://portal.contoh.go.id")
def test_robots_txt_closes_admin_and_search_and_names_the_sitemaps(client: Client) -> None:
    response = client.get("/robots.txt")

    assert response["Content-Type"] == "text/plain; charset=utf-8"
    assert response.text.splitlines() == [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /cari/",
        "",
        "Sitemap: https://portal.contoh.go.id/sitemap.xml",
        "Sitemap: https://portal.contoh.go.id/sitemap-berita.xml",
    ]


def _fields(client: Client) -> dict[str, str]:
    lines = client.get("/.well-known/security.txt").text.splitlines()
    return dict(line.split(": ", 1) for line in lines)


def test_security_txt_has_what_the_standard_asks(client: Client) -> None:
    SiteProfile(email="csirt@contoh.go.id").save()

    fields = _fields(client)

    assert fields["Contact"] == "mailto:csirt@contoh.go.id"
    assert fields["Preferred-Languages"] == "id, en"
    assert fields["Canonical"] == "http://localhost:8000/.well-known/security.txt"
    assert fields["Expires"].endswith("T00:00:00Z")


def test_security_txt_without_mail_leads_to_the_site(client: Client) -> None:
    assert _fields(client)["Contact"] == "http://localhost:8000/"


def test_security_txt_expires_half_a_year_ahead() -> None:
    assert security_expiry(datetime(2026, 1, 1, 15, 30, tzinfo=UTC)) == datetime(
        2026, 6, 30, tzinfo=UTC
    )


def test_manifest_names_the_site(client: Client) -> None:
    SiteProfile(site_name="Portal Uji").save()

    response = client.get("/manifest.webmanifest")

    assert response["Content-Type"] == "application/manifest+json"
    assert response.json()["name"] == "Portal Uji"
    assert response.json()["start_url"] == "/"
