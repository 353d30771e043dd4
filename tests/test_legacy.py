"""Addresses of the old site lead on."""

import pytest
from django.test import Client

from cilegon_portal.publishing.models import Status
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path",
    [
        "/index.php/web/berita/248",
        "/index.php/web/berita/248/",
        "/index.php/web/berita/248/judul-lama",
        "/index.php/web/berita/248?fbclid=x",
    ],
)
def test_old_number_leads_to_its_article(client: Client, path: str) -> None:
    make_article(slug="onthel", legacy_id=248)

    response = client.get(path)

    assert (response.status_code, response["Location"]) == (301, "/berita/onthel/")


@pytest.mark.parametrize(
    "path",
    ["/index.php/web/berita/9", "/index.php/web/berita/999999999999999", "/index.php/web/galeri/1"],
)
def test_unknown_old_address_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_draft_is_not_found_under_its_old_number(client: Client) -> None:
    make_article(legacy_id=248, status=Status.DRAFT)

    assert client.get("/index.php/web/berita/248").status_code == 404


def test_withdrawn_article_is_gone_under_its_old_number(client: Client) -> None:
    article = make_article(legacy_id=248)
    article.status = Status.WITHDRAWN
    article.save()

    assert client.get("/index.php/web/berita/248").status_code == 410


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/index.php", "/"),
        ("/index.php/", "/"),
        ("/index.php/web", "/"),
        ("/index.php/web/berita/", "/berita/"),
    ],
)
def test_old_entrances_lead_to_the_new_ones(client: Client, path: str, target: str) -> None:
    response = client.get(path)

    assert (response.status_code, response["Location"]) == (301, target)
