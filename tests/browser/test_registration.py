"""Registering a KIM in a browser: on a phone without script, and the steps that a GET does not reach."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pytest_django.live_server_helper import LiveServer

from cilegon_portal.anonymous_forms import SHORTEST
from tests.browser.staff import open_admin
from tests.browser.test_admin_pages import violations
from tests.library.images import pdf


def _fill_group(page: Page) -> None:
    page.get_by_label("Nama kelompok").fill("KIM Suralaya Bersinar")
    page.get_by_label("Tingkat").select_option("kelurahan")
    page.get_by_label("Kecamatan").select_option("Pulomerak")
    page.get_by_label("Kelurahan", exact=True).select_option(label="Suralaya")
    page.get_by_label("Jumlah anggota").fill("8")


def _fill_board(page: Page) -> None:
    page.get_by_label("Mulai").fill("2026-01-01")
    page.get_by_label("Sampai").fill("2028-12-31")
    page.get_by_label("Nama ketua").fill("Ketua Contoh")


def _fill_contact(page: Page) -> None:
    page.get_by_label("Nama lengkap").fill("Pendaftar Contoh")
    page.get_by_label("Jabatan").fill("Sekretaris")
    page.get_by_label("Nomor WhatsApp atau surel").fill("0812-1111-2222")
    page.get_by_label("Saya setuju").check()


def _go_on(page: Page) -> None:
    page.get_by_role("button", name="Lanjut", exact=True).click()


def test_kim_registers_on_a_phone_without_script_and_staff_approve(
    new_context: Callable[..., BrowserContext], browser: Browser, site: LiveServer
) -> None:
    context = new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto("/kim/")
    page.get_by_role("main").get_by_role("link", name="Daftarkan KIM").click()
    _fill_group(page)
    _go_on(page)
    page.get_by_role("button", name="Kembali").click()
    expect(page.get_by_label("Kelurahan", exact=True)).to_have_value("36.72.03.1004")
    _go_on(page)
    _fill_board(page)
    _go_on(page)
    _fill_contact(page)
    page.get_by_label("Berkas SK").set_input_files(
        {"name": "sk.pdf", "mimeType": "application/pdf", "buffer": pdf()}
    )
    page.wait_for_timeout(SHORTEST.total_seconds() * 1000)
    page.get_by_role("button", name="Kirim pendaftaran").click()
    expect(page.get_by_role("heading", name="Simpan kode ini")).to_be_visible()
    expect(page.get_by_text("Sudah diterima; hanya dilihat petugas")).to_be_visible()
    assert context.cookies() == []

    staff = open_admin(browser, site, "petugaskim")
    staff.get_by_role("link", name="KIM Suralaya Bersinar").click()
    staff.get_by_role("button", name="Setujui dan terbitkan").click()
    expect(staff.get_by_text("KIM Suralaya Bersinar: Disetujui.", exact=True)).to_be_visible()
    staff.context.close()

    page.reload()
    page.get_by_role("link", name="KIM Suralaya Bersinar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("KIM Suralaya Bersinar")


@pytest.mark.parametrize("number", [1, 2, 3])
def test_step_with_problems_has_no_axe_violations(page: Page, number: int) -> None:
    page.goto("/kim/daftar/")
    for fill in (_fill_group, _fill_board)[: number - 1]:
        fill(page)
        _go_on(page)
    page.locator("form.form button").first.click()
    expect(page.get_by_role("alert")).to_be_focused()

    assert violations(page) == {}
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_kelurahan_follow_the_kecamatan_with_script(page: Page) -> None:
    page.goto("/kim/daftar/")

    page.get_by_label("Kecamatan").select_option("Cibeber")

    shown = page.get_by_label("Kelurahan", exact=True).locator("option").all_inner_texts()
    assert len(shown) == 1 + 6
    assert "Suralaya" not in shown


@pytest.mark.parametrize("path", ["/kim/daftar/", "/aspirasi/"])
def test_form_begins_as_high_as_what_stands_beside_it(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})

    page.goto(path)

    first = page.locator("form.form > :not([type=hidden], .sr)").first.bounding_box()
    beside = page.locator("main aside").bounding_box()
    assert first is not None
    assert beside is not None
    assert abs(first["y"] - beside["y"]) <= 1
