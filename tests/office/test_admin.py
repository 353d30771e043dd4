"""The office in the admin: one profile, and pages that know who saved them."""

import pytest
from django.test import Client

from cilegon_portal.office.models import Page, SiteProfile
from cilegon_portal.publishing.models import Status
from tests.factories import make_page, make_user

pytestmark = pytest.mark.django_db


def test_migration_made_the_profile() -> None:
    assert SiteProfile.objects.count() == 1


def test_profile_list_leads_to_the_form(client: Client) -> None:
    client.force_login(make_user("Pengelola Situs"))

    response = client.get("/admin/office/siteprofile/")

    assert response.headers["Location"] == "/admin/office/siteprofile/1/change/"
    assert client.get(response.headers["Location"]).status_code == 200


@pytest.mark.parametrize("address", ["add/", "1/delete/"])
def test_profile_is_neither_added_nor_deleted(client: Client, address: str) -> None:
    client.force_login(make_user("Pengelola Situs"))

    assert client.get(f"/admin/office/siteprofile/{address}").status_code == 403


def test_editor_does_not_change_the_profile(client: Client) -> None:
    client.force_login(make_user("Editor"))

    assert client.get("/admin/office/siteprofile/1/change/").status_code == 403


def test_page_keeps_who_wrote_it(client: Client) -> None:
    editor = make_user("Editor")
    client.force_login(editor)

    client.post(
        "/admin/office/page/add/",
        {"title": "Layanan", "slug": "layanan", "body": "<p>Isi.</p>", "position": "10"},
    )

    page = Page.objects.get(slug="layanan")
    assert (page.created_by, page.updated_by) == (editor, editor)


def test_editor_publishes_a_page_through_its_form(client: Client) -> None:
    page = make_page(title="Layanan", slug="layanan", status=Status.DRAFT, published_at=None)
    client.force_login(make_user("Editor"))
    typed = {"title": "Layanan", "body": "<p>Buka tiap hari kerja.</p>", "position": "10"}

    client.post(
        f"/admin/office/page/{page.pk}/change/",
        typed | {"slug": "layanan", "version": str(page.version), "_pindah": "terbitkan"},
    )

    assert "Buka tiap hari kerja." in Client().get("/layanan/").text


def test_page_opened_before_another_save_overwrites_nothing(client: Client) -> None:
    page = make_page(title="Layanan", slug="layanan")
    client.force_login(make_user("Editor"))

    response = client.post(
        f"/admin/office/page/{page.pk}/change/",
        {
            "title": "Judul Usang",
            "body": "<p>Isi.</p>",
            "position": "10",
            "published_at": "2026-01-01T08:00",
            "version": str(page.version - 1),
        },
    )

    page.refresh_from_db()
    assert page.title == "Layanan"
    assert "Judul Usang" in response.text
