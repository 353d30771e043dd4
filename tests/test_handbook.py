"""The editors' handbook in the admin."""

import pytest
from django.test import Client

from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_every_page_of_the_admin_leads_to_the_handbook(client: Client) -> None:
    client.force_login(make_user("Penulis"))

    page = client.get("/admin/news/article/").text
    handbook = client.get("/admin/panduan/").text

    assert 'href="/admin/panduan/"' in page
    assert '<h2 id="menulis-berita">Menulis berita</h2>' in handbook
    assert "<ol><li>Tekan <strong>Tulis berita</strong>.</li>" in handbook
    assert "**" not in handbook


def test_only_staff_read_the_handbook(client: Client) -> None:
    assert client.get("/admin/panduan/")["Location"] == "/admin/login/?next=/admin/panduan/"
