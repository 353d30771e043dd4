"""The pages that a new site starts with."""

import importlib

import pytest
from django.test import Client

from cilegon_portal.office.models import Page, SiteProfile
from cilegon_portal.richtext import clean_html

pytestmark = pytest.mark.django_db

BODIES = {
    slug: body
    for slug, _, _, body in importlib.import_module(
        "cilegon_portal.office.migrations.0003_initial_pages"
    ).PAGES
}


@pytest.mark.parametrize("slug", ["tentang", "kontak", "privasi", "aksesibilitas", "umpan"])
def test_initial_page_is_public_and_in_the_footer(client: Client, slug: str) -> None:
    home = client.get("/").text

    assert f'href="/{slug}/"' in home
    assert client.get(f"/{slug}/").status_code == 200


@pytest.mark.parametrize("slug", BODIES)
def test_initial_text_is_what_the_editor_would_keep(slug: str) -> None:
    assert clean_html(BODIES[slug]) == BODIES[slug]


def test_initial_page_that_is_withdrawn_answers_gone(client: Client) -> None:
    Page.objects.filter(slug="umpan").update(status="ditarik")

    assert client.get("/umpan/").status_code == 410


@pytest.mark.parametrize("address", ["/berita/rss/", "/berita/atom/"])
def test_feed_that_the_page_names_is_there(client: Client, address: str) -> None:
    assert f'href="{address}"' in client.get("/umpan/").text
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("months", [24, 7])
def test_privacy_page_and_form_say_the_retention_that_is_set(client: Client, months: int) -> None:
    profile = SiteProfile.load()
    profile.retention_months = months
    profile.save()

    for address in ("/privasi/", "/aspirasi/"):
        page = client.get(address).text
        assert f"dihapus sendiri paling lambat {months} bulan sesudah masuk" in page
        assert "untuk menjawab aspirasi" in page


def test_page_of_the_office_says_nothing_of_sendings(client: Client) -> None:
    assert "bulan sesudah masuk" not in client.get("/tentang/").text
