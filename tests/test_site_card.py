"""The site's own card, on every page that has none of its own."""

import io
import re

import pytest
from django.test import Client
from PIL import Image

from cilegon_portal.office.models import SiteProfile
from tests.factories import make_article, make_page

pytestmark = pytest.mark.django_db


def _path(client: Client, page: str = "/") -> str:
    found = re.search(
        r'<meta property="og:image" content="http://localhost:8000([^"]+)">', client.get(page).text
    )
    assert found is not None
    return found[1]


@pytest.mark.parametrize("page", ["/", "/berita/", "/halaman-uji/", "/cari/"])
def test_page_without_a_card_of_its_own_shows_the_sites(client: Client, page: str) -> None:
    make_article()
    make_page(slug="halaman-uji")

    response = client.get(_path(client, page))

    assert re.fullmatch(r"/kartu-[0-9a-f]{10}\.jpg", _path(client, page))
    assert response["Content-Type"] == "image/jpeg"
    assert response["Cache-Control"] == "private, max-age=31536000, immutable"
    assert len(response.content) <= 300_000
    assert Image.open(io.BytesIO(response.content)).size == (1200, 630)


@pytest.mark.parametrize("field", ["site_name", "office_name", "owner_name"])
def test_card_of_the_site_follows_its_profile(client: Client, field: str) -> None:
    old = _path(client)
    before = client.get(old).content
    profile = SiteProfile.load()
    setattr(profile, field, "Nama Baru")
    profile.save()

    current = _path(client)

    assert client.get(current).content != before
    moved = client.get(old)
    assert (moved.status_code, moved["Location"]) == (301, current)
