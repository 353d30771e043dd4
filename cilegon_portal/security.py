"""Middleware that guards every answer: who the client is, which headers go out, what may be cached.

Rules: docs/operations.md#security. Order: :data:`cilegon_portal.settings.MIDDLEWARE`.
"""

from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import add_never_cache_headers, has_vary_header

HEALTH_PATH = "/healthz/"
STAFF_PREFIXES = ("/admin/", "/akun/")

_Answer = Callable[[HttpRequest], HttpResponse]
_FORWARDED_HEADERS = (
    "HTTP_FORWARDED",
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_REAL_IP",
)


def believe_trusted_proxies(get_response: _Answer) -> _Answer:
    """Take client and scheme from X-Forwarded-* of ``TRUSTED_PROXIES``; drop them from anybody else.

    Outermost: what runs later (redirect to https, rate limits) can then read ``REMOTE_ADDR``
    and ``request.scheme`` without asking who said so.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        if not _is_trusted(request.META.get("REMOTE_ADDR", "")):
            for header in _FORWARDED_HEADERS:
                request.META.pop(header, None)
        elif client := _client(request.META.get("HTTP_X_FORWARDED_FOR", "")):
            request.META["REMOTE_ADDR"] = client
        return get_response(request)

    return middleware


def _is_trusted(address: str) -> bool:
    if not address:  # a connection over the Unix socket has no number
        return "unix" in settings.TRUSTED_PROXIES
    try:
        number = ip_address(address)
    except ValueError:
        return False
    return any(number in network for network in settings.TRUSTED_PROXIES if network != "unix")


def _client(forwarded_for: str) -> str:
    """Return the last address that no trusted proxy is: what stands left of it anybody may invent."""
    for part in reversed(forwarded_for.split(",")):
        address = part.strip()
        if address and not _is_trusted(address):
            try:
                return str(ip_address(address))
            except ValueError:
                return ""
    return ""


def name_health_checks(get_response: _Answer) -> _Answer:
    """Let a load balancer ask ``/healthz/`` by number: there, the Host header decides nothing."""
    host = urlsplit(settings.SITE_URL).netloc

    def middleware(request: HttpRequest) -> HttpResponse:
        if request.path_info == HEALTH_PATH:
            request.META["HTTP_HOST"] = host
        return get_response(request)

    return middleware


class PolicyMiddleware(CSPMiddleware):
    """Set the Content-Security-Policy (one for the public, one for the admin) and its companions."""

    def get_policy_parts(
        self,
        request: HttpRequest,
        response: HttpResponseBase,
        report_only: bool = False,  # noqa: FBT001, FBT002 - as django-csp has it
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if request.path_info.startswith("/admin/") and not report_only:
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY
        return parts

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        response = super().process_response(request, response)
        response.headers.setdefault("Permissions-Policy", settings.PERMISSIONS_POLICY)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            # Pages only: pictures and feeds are meant to be shown elsewhere.
            response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if request.path_info.startswith(STAFF_PREFIXES):
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
        if has_vary_header(response, "Cookie") and "Cache-Control" not in response.headers:
            # A session was read: the answer is for one person, no cache may keep it.
            add_never_cache_headers(response)
        return response
