"""An officer of a KIM on a phone: a report with a photo and an article, from the desk to "Ajukan"."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from community.activities import Activity, Membership
from community.contributions import Contribution
from community.groups import Group
from tests.browser.staff import sign_in, wait_for_editor
from tests.factories import make_user

WIDTH = 360


@pytest.fixture
def phone(browser: Browser, site: LiveServer, django_db_blocker: DjangoDbBlocker) -> Iterator[Page]:
    """Return the desk of an officer of KIM Citangkil, on a phone."""
    with django_db_blocker.unblock():
        officer = make_user("Pengurus KIM")
        Membership.objects.create(user=officer, group=Group.objects.get(slug="kim-citangkil"))
    context = browser.new_context(
        base_url=site.url, viewport={"width": WIDTH, "height": 740}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto("/admin/")
    sign_in(page, officer.username)
    page.wait_for_url("**/admin/")
    yield page
    context.close()


def _photo(folder: Path) -> Path:
    data = io.BytesIO()
    Image.effect_noise((800, 600), 40).convert("RGB").save(data, "JPEG")
    path = folder / "rapat.jpg"
    path.write_bytes(data.getvalue())
    return path


def _faults(page: Page) -> list[tuple[str, str]]:
    violations = Axe().run(page).response["violations"]
    return [(item["id"], item["nodes"][0]["html"]) for item in violations]


def test_report_with_a_photo_is_handed_in(
    phone: Page, tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> None:
    phone.get_by_role("link", name="Lapor kegiatan").click()
    phone.fill("#id_title", "Latihan Cek Fakta")
    phone.fill("#id_place", "Balai warga")
    phone.fill("#id_description", "Dua puluh warga berlatih memeriksa kabar.")
    phone.get_by_label("Diskusi").check()
    phone.locator("[data-picture-upload]").first.click()
    phone.get_by_label("Unggah foto baru").set_input_files(_photo(tmp_path))
    phone.get_by_label("Teks alternatif").fill("Warga duduk melingkar")
    phone.get_by_role("button", name="Unggah", exact=True).click()
    expect(phone.locator(".picture-select__thumb").first).to_be_visible()
    phone.get_by_text("Peserta, mitra, dan wilayah").click()

    assert phone.evaluate("document.documentElement.scrollWidth") <= WIDTH
    assert _faults(phone) == []
    phone.get_by_role("button", name="Ajukan").click()

    expect(phone.locator(".messagelist")).to_contain_text("diajukan dan menunggu tinjauan")
    with django_db_blocker.unblock():
        activity = Activity.objects.get(title="Latihan Cek Fakta")
        assert activity.group.slug == "kim-citangkil"
        assert activity.picture is not None
        assert activity.picture.alt_text == "Warga duduk melingkar"
    expect(phone.get_by_role("link", name="Latihan Cek Fakta")).to_be_visible()
    assert _faults(phone) == []


def test_article_is_written_and_handed_in(phone: Page, django_db_blocker: DjangoDbBlocker) -> None:
    phone.get_by_role("link", name="Kirim tulisan").click()
    wait_for_editor(phone)
    phone.fill("#id_title", "Warga Bersihkan Saluran")
    phone.evaluate("CKEDITOR.instances.id_body.setData('<p>Warga membersihkan saluran.</p>')")

    assert phone.evaluate("document.documentElement.scrollWidth") <= WIDTH
    assert _faults(phone) == []
    phone.get_by_role("button", name="Ajukan").click()

    expect(phone.locator(".messagelist")).to_contain_text("diajukan dan menunggu tinjauan")
    with django_db_blocker.unblock():
        sent = Contribution.objects.get(title="Warga Bersihkan Saluran")
        assert sent.body == "<p>Warga membersihkan saluran.</p>"
    phone.get_by_role("link", name="Warga Bersihkan Saluran").click()
    expect(phone.get_by_role("button", name="Tarik ajuan")).to_be_visible()
    assert _faults(phone) == []
