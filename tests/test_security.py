"""What every public answer says of itself: policies, no cookie, no varying on one."""

from ipaddress import ip_network

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.test import Client, RequestFactory, override_settings

from cilegon_portal.security import believe_trusted_proxies
from tests.factories import make_article, make_page, make_user

pytestmark = pytest.mark.django_db

PUBLIC_ADDRESSES = [
    "/",
    "/berita/",
    "/berita/lomba-onthel/",
    "/berita/tidak-ada/",
    "/tentang-kota/",
    "/tidak-ada/",
    "/healthz/",
]


@pytest.fixture
def _content() -> None:
    make_article(title="Lomba Onthel", slug="lomba-onthel")
    make_page(title="Tentang Kota", slug="tentang-kota")


def _policy(response: HttpResponseBase) -> dict[str, set[str]]:
    parts = response["Content-Security-Policy"].split("; ")
    return {name: set(rest) for name, *rest in (part.split() for part in parts)}


@pytest.mark.usefixtures("_content")
@pytest.mark.parametrize("address", PUBLIC_ADDRESSES)
def test_visitor_gets_no_cookie_and_no_varying_on_one(client: Client, address: str) -> None:
    response = client.get(address)

    assert not response.cookies
    assert "cookie" not in response.get("Vary", "").lower()


@pytest.mark.usefixtures("_content")
@pytest.mark.parametrize("address", PUBLIC_ADDRESSES)
def test_public_answer_carries_the_strict_policies(client: Client, address: str) -> None:
    response = client.get(address)

    policy = _policy(response)
    assert policy["default-src"] == {"'none'"}
    assert policy["script-src"] == policy["style-src"] == {"'self'"}
    assert policy["frame-src"] == {"https://www.youtube-nocookie.com"}
    assert policy["base-uri"] == policy["frame-ancestors"] == {"'none'"}
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "DENY"
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in response["Permissions-Policy"]


def test_pages_are_not_to_be_embedded_elsewhere(client: Client) -> None:
    assert client.get("/")["Cross-Origin-Resource-Policy"] == "same-origin"


def test_admin_policy_allows_what_the_editor_needs_and_no_eval(admin_client: Client) -> None:
    response = admin_client.get("/admin/")

    policy = _policy(response)
    assert policy["script-src"] == {"'self'", "'unsafe-inline'"}
    assert "'unsafe-eval'" not in response["Content-Security-Policy"]
    assert policy["default-src"] == {"'none'"}
    assert response["X-Robots-Tag"] == "noindex, nofollow"


def test_page_for_somebody_signed_in_is_kept_by_no_cache(client: Client) -> None:
    article = make_article()
    client.force_login(make_user("Editor"))

    response = client.get(article.get_absolute_url())

    assert "no-store" in response["Cache-Control"]


@override_settings(
    SECURE_SSL_REDIRECT=True,
    SECURE_SSL_HOST="portal.contoh.go.id",
    SECURE_HSTS_SECONDS=31_536_000,
)
def test_http_leads_to_https_on_the_sites_own_name(client: Client) -> None:
    response = client.get("/berita/")

    assert response.status_code == 301
    assert response["Location"] == "https://portal.contoh.go.id/berita/"
    assert client.get("/berita/", secure=True)["Strict-Transport-Security"] == "max-age=31536000"


def test_foreign_host_is_refused(client: Client) -> None:
    assert client.get("/berita/", headers={"host": "jahat.example"}).status_code == 400


@override_settings(SECURE_SSL_REDIRECT=True)
def test_health_check_may_ask_by_number(client: Client) -> None:
    response = client.get("/healthz/", headers={"host": "10.9.8.7"})

    assert (response.status_code, response.text) == (200, "ok")
    assert "no-store" in response["Cache-Control"]


def test_article_addresses_come_from_the_settings_not_the_host(client: Client) -> None:
    article = make_article()

    response = client.get(
        article.get_absolute_url(),
        headers={"host": "127.0.0.1", "x-forwarded-host": "jahat.example"},
    )

    assert response.status_code == 200
    assert "http://127.0.0.1" not in response.text
    assert "jahat.example" not in response.text


def _seen(**meta: str) -> HttpRequest:
    """Return the request as the inner layers see it."""
    request = RequestFactory().get("/", **meta)  # type: ignore[arg-type]
    request.user = AnonymousUser()
    believe_trusted_proxies(lambda _: HttpResponse())(request)
    return request


PROXIES = override_settings(
    TRUSTED_PROXIES=[ip_network("10.0.0.0/24"), "unix"],
    SECURE_PROXY_SSL_HEADER=("HTTP_X_FORWARDED_PROTO", "https"),
)


@PROXIES
@pytest.mark.parametrize("proxy", ["10.0.0.7", ""])
def test_trusted_proxy_names_the_client_and_the_scheme(proxy: str) -> None:
    request = _seen(
        REMOTE_ADDR=proxy,
        HTTP_X_FORWARDED_FOR="1.2.3.4, 203.0.113.9, 10.0.0.8",
        HTTP_X_FORWARDED_PROTO="https",
    )

    assert request.META["REMOTE_ADDR"] == "203.0.113.9"
    assert request.is_secure()


@PROXIES
def test_anybody_else_is_taken_for_what_they_are() -> None:
    request = _seen(
        REMOTE_ADDR="203.0.113.9",
        HTTP_X_FORWARDED_FOR="10.0.0.7",
        HTTP_X_FORWARDED_PROTO="https",
        HTTP_X_REAL_IP="10.0.0.7",
    )

    assert request.META["REMOTE_ADDR"] == "203.0.113.9"
    assert "HTTP_X_REAL_IP" not in request.META
    assert not request.is_secure()


@PROXIES
def test_nonsense_from_a_proxy_changes_nothing() -> None:
    request = _seen(REMOTE_ADDR="10.0.0.7", HTTP_X_FORWARDED_FOR="<script>")

    assert request.META["REMOTE_ADDR"] == "10.0.0.7"
