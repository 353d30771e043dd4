"""Requests that no page of the site makes: from other sites, with odd methods, with a way out in the address."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from tests.crawling import all_rows
from tests.factories import make_article, make_user
from tests.hostile import make_hostile_site

pytestmark = pytest.mark.django_db

# What stands for each kind of part in an address.
_PART = re.compile(r"<(?:(\w+):)?\w+>")
_PARTS = {
    "int": "1",
    "yyyy": "2026",
    "mm": "01",
    "dd": "02",
    "date": "2026-01-02",
    "code": "22222-22222-22222",
}
# Forms behind which no session stands: their own guard watches them, with tests beside the views.
_GUARDED = {
    "/aspirasi/",
    "/berita/baca/",
    "/kim/daftar/",
    "/kim/daftar/22222-22222-22222/",
}


def _addresses(patterns: Any = None, prefix: str = "/") -> Iterator[str]:
    """Yield an address of every view that has one of plain parts."""
    for item in get_resolver().url_patterns if patterns is None else patterns:
        route = prefix + str(item.pattern)
        if isinstance(item, URLResolver):
            yield from _addresses(item.url_patterns, route)
        elif isinstance(item, URLPattern) and "(?P" not in route:
            yield _PART.sub(lambda part: _PARTS.get(part[1], "x"), route)


def _signed_in(**options: Any) -> Client:
    client = Client(**options)
    client.force_login(make_user(is_superuser=True))
    return client


def test_form_of_another_site_is_refused_at_every_address() -> None:
    strict = _signed_in(enforce_csrf_checks=True)
    addresses = set(_addresses())

    taken = {path for path in addresses if strict.post(path).status_code != 403}

    assert len(addresses) > 150
    assert {path for path in taken if not path.startswith("/api/")} == _GUARDED


def test_odd_method_is_answered_everywhere_and_changes_nothing() -> None:
    make_hostile_site(1)
    client = _signed_in(raise_request_exception=False)
    before = all_rows()

    failed = [
        f"{method} {path}"
        for path in set(_addresses()) - {"/admin/logout/"}
        for method in ("OPTIONS", "PROPFIND")
        if client.generic(method, path).status_code >= 500
    ]

    assert failed == []
    assert all_rows() == before


@pytest.mark.parametrize(
    "way_out",
    ["//jahat.example", "https://jahat.example/admin/", r"/\jahat.example", "javascript:alert(1)"],
)
def test_signing_in_and_out_leads_to_no_other_site(client: Client, way_out: str) -> None:
    user = make_user("Editor")
    sent = {"username": user.username, "password": "rahasia-uji-2026", "next": way_out}

    page = client.get("/admin/login/", {"next": way_out})
    entered = client.post("/admin/login/", sent)
    left = client.post("/admin/logout/", {"next": way_out})

    assert f'href="{way_out}' not in page.text
    assert entered["Location"] == "/admin/"
    assert "jahat" not in left.get("Location", "")
    assert "javascript" not in left.get("Location", "")


@pytest.mark.parametrize(
    "path", ["//jahat.example/admin", r"/\jahat.example/berita", "/%2F%2Fjahat.example"]
)
def test_address_that_begins_like_a_host_leads_nowhere_else(client: Client, path: str) -> None:
    answer = client.generic("GET", path)

    assert answer.status_code in {301, 302, 400, 404}
    assert not re.match(r"(https?:)?[/\\]{2}jahat", answer.get("Location", ""))


@pytest.mark.parametrize(
    "query", ["at=0001-01-01", "slug=../x", "ending=xml", "format=%00", "q=" + "9" * 5000]
)
def test_parameters_of_a_table_mean_nothing(client: Client, query: str) -> None:
    make_article()

    for path in ("/data/", "/data/berita.csv", "/data/agenda.json", "/data/kecamatan.geojson"):
        assert client.get(f"{path}?{query}").status_code == 200
