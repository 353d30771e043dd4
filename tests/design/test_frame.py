"""The frame round every public page."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.office.models import SiteProfile
from cilegon_portal.publishing.models import Status
from tests.factories import make_page

pytestmark = pytest.mark.django_db


def test_page_is_in_indonesian_and_starts_with_the_skip_link(client: Client) -> None:
    text = client.get("/").text

    assert '<html lang="id">' in text
    assert text.index('href="#isi"') < text.index("<header")
    assert 'id="isi"' in text


def test_navigation_shows_what_exists_and_marks_the_section(client: Client) -> None:
    text = client.get("/berita/").text

    assert '<a href="/berita/" aria-current="page">Berita</a>' in text
    assert '<a href="/agenda/">Agenda</a>' in text
    assert '<a href="/kim/">KIM</a>' in text


def test_urgent_notice_shows_until_its_end(client: Client) -> None:
    profile = SiteProfile.load()
    profile.notice_text = "Listrik padam di Pulomerak"
    profile.notice_ends_at = timezone.now() + timedelta(hours=1)
    profile.save()
    before = client.get("/").text
    profile.notice_ends_at = timezone.now() - timedelta(minutes=1)
    profile.save()

    assert "Listrik padam di Pulomerak" in before
    assert "Listrik padam di Pulomerak" not in client.get("/").text


def test_footer_names_the_hotline_and_lapor(client: Client) -> None:
    text = client.get("/").text

    assert 'href="tel:112"' in text
    assert 'href="https://www.lapor.go.id/"' in text


def test_footer_lists_public_pages_and_forgets_a_withdrawn_one(client: Client) -> None:
    page = make_page(title="Tentang Kami", slug="tentang-kami")
    before = client.get("/").text
    page.status = Status.WITHDRAWN
    page.save()

    assert '<a href="/tentang-kami/">Tentang Kami</a>' in before
    assert "Tentang Kami" not in client.get("/").text


def test_footer_forgets_a_deleted_page(client: Client) -> None:
    page = make_page(title="Tentang Kami")
    client.get("/")
    page.delete()

    assert "Tentang Kami" not in client.get("/").text


def test_frame_costs_no_query_when_warm(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_page(slug="tentang-kami")
    client.get("/tentang-kami/")

    with django_assert_num_queries(1):  # the page itself
        client.get("/tentang-kami/")


def test_unknown_address_answers_404_in_the_design(client: Client) -> None:
    response = client.get("/tidak-ada/")

    assert response.status_code == 404
    assert "Halaman tidak ditemukan" in response.text
    assert 'class="masthead"' in response.text


def test_public_page_sets_no_cookie_and_does_not_vary_on_it(client: Client) -> None:
    response = client.get("/")

    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_phone_finds_icons_for_its_home_screen(client: Client) -> None:
    manifest = client.get("/manifest.webmanifest").json()

    assert '<link rel="manifest" href="/manifest.webmanifest">' in client.get("/").text
    assert {icon["sizes"] for icon in manifest["icons"]} == {"any", "192x192", "512x512"}
    assert [icon["purpose"] for icon in manifest["icons"] if "purpose" in icon] == ["maskable"]
