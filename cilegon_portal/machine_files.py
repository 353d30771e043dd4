"""Small files that machines look for at fixed addresses."""

from datetime import UTC, datetime, timedelta

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from cilegon_portal.addresses import absolute_url
from cilegon_portal.office.models import SiteProfile

_DAY_SECONDS = 24 * 3600
SECURITY_LIFE = timedelta(days=180)  # RFC 9116 asks for less than a year


@require_safe
def robots_txt(request: HttpRequest) -> HttpResponse:
    """Tell crawlers where not to go and where the sitemaps are."""
    lines = [
        "User-agent: *",
        "Disallow: /admin/",
        "Disallow: /cari/",
        "",
        f"Sitemap: {absolute_url('/sitemap.xml')}",
        f"Sitemap: {absolute_url('/sitemap-berita.xml')}",
    ]
    return _text(lines)


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """Tell finders of a weakness whom to write to (RFC 9116)."""
    email = SiteProfile.load().email
    lines = [
        f"Contact: {f'mailto:{email}' if email else absolute_url('/')}",
        f"Expires: {security_expiry():%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages: id, en",
        f"Canonical: {absolute_url(reverse('security_txt'))}",
    ]
    return _text(lines)


def security_expiry(at: datetime | None = None) -> datetime:
    """Return until when security.txt stands: moves on by itself, once a day."""
    day = (at or timezone.now()).astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    return day + SECURITY_LIFE


@require_safe
def web_manifest(request: HttpRequest) -> HttpResponse:
    """Describe the site to a phone that puts it on its home screen."""
    profile = SiteProfile.load()
    manifest = {
        "name": profile.site_name,
        "short_name": profile.site_name,
        "description": profile.description,
        "lang": "id",
        "dir": "ltr",
        "id": "/",
        "start_url": "/",
        "scope": "/",
        "display": "minimal-ui",
        "background_color": "#f1f4f6",
        "theme_color": "#10222f",
        "icons": [
            {"src": static("img/favicon.svg"), "sizes": "any", "type": "image/svg+xml"},
            {"src": static("img/ikon-192.png"), "sizes": "192x192", "type": "image/png"},
            {"src": static("img/ikon-512.png"), "sizes": "512x512", "type": "image/png"},
            {
                "src": static("img/ikon-maskable-512.png"),
                "sizes": "512x512",
                "type": "image/png",
                "purpose": "maskable",
            },
        ],
    }
    response = JsonResponse(manifest, content_type="application/manifest+json")
    patch_cache_control(response, public=True, max_age=_DAY_SECONDS)
    return response


def _text(lines: list[str]) -> HttpResponse:
    response = HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
    patch_cache_control(response, public=True, max_age=_DAY_SECONDS)
    return response
