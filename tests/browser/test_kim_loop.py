"""The whole loop of a KIM: registered, approved, heard, read; and a citizen's question answered by news."""

import io
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, FilePayload, Page, ViewportSize, expect
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from cilegon_portal.anonymous_forms import SHORTEST
from tests.browser.staff import open_admin, wait_for_editor
from tests.factories import make_category, make_user
from tests.library.images import pdf

GROUP = "KIM Suralaya Bersinar"
PROFILE = "/kim/kim-suralaya-bersinar/"
ACTIVITY = "Latihan Cek Fakta di Balai Warga"
ARTICLE = "Warga Suralaya Bersihkan Saluran Air"
RUMOUR = "Bantuan tunai lewat tautan"
CLARIFICATION = f"Klarifikasi: {RUMOUR}"
MESSAGES = "main > .messagelist"
PHONE: ViewportSize = {"width": 360, "height": 740}

Open = Callable[[str], Page]


@pytest.fixture
def sign_in(
    browser: Browser, site: LiveServer, django_db_blocker: DjangoDbBlocker
) -> Iterator[Open]:
    """Return a function that opens the admin as the account of that name; the officer's on a phone."""
    with django_db_blocker.unblock():
        make_user("Pengurus KIM", username="pengurus")
        make_user("Editor", username="editor")
        make_category("KIM")
    with ExitStack() as contexts:

        def open_as(username: str) -> Page:
            page = open_admin(browser, site, username)
            contexts.callback(page.context.close)
            if username == "pengurus":
                page.set_viewport_size(PHONE)
            return page

        yield open_as


@pytest.fixture
def citizen(page: Page) -> Page:
    """Return a phone that nobody signed in on."""
    page.set_viewport_size(PHONE)
    return page


def test_kim_is_registered_reports_becomes_news_and_a_question_is_answered(
    citizen: Page, sign_in: Open, tmp_path: Path
) -> None:
    staff, editor = sign_in("petugaskim"), sign_in("editor")

    code_page = _register(citizen)
    _ask_for_more(staff)
    _complete(citizen)
    _approve(staff)
    _read_approval(citizen, code_page)

    _bind_officer(staff)
    officer = sign_in("pengurus")
    _report_activity(officer, _photo(tmp_path))
    _write_article(officer)
    _publish_activity(staff)
    _make_news_of_article(editor)
    _read_about_the_group(citizen)

    answer_page = _ask_for_clarification(citizen)
    _prepare_clarification(staff)
    _publish_clarification(editor)
    _read_answer(citizen, answer_page)

    assert citizen.context.cookies() == []


def _register(phone: Page) -> str:
    """Fill in the three steps of the registration; return the page under its code."""
    phone.goto("/kim/daftar/")
    phone.get_by_label("Nama kelompok").fill(GROUP)
    phone.get_by_label("Tingkat").select_option("kelurahan")
    phone.get_by_label("Kecamatan").select_option("Pulomerak")
    phone.get_by_label("Kelurahan", exact=True).select_option(label="Suralaya")
    phone.get_by_label("Jumlah anggota").fill("8")
    _go_on(phone)
    phone.get_by_label("Mulai").fill("2026-01-01")
    phone.get_by_label("Sampai").fill("2028-12-31")
    phone.get_by_label("Nama ketua").fill("Ketua Contoh")
    _go_on(phone)
    phone.get_by_label("Nama lengkap").fill("Pendaftar Contoh")
    phone.get_by_label("Jabatan").fill("Sekretaris")
    phone.get_by_label("Nomor WhatsApp atau surel").fill("0812-1111-2222")
    phone.get_by_label("Saya setuju").check()
    phone.get_by_label("Berkas SK").set_input_files(_letter("sk.pdf"))
    phone.wait_for_timeout(SHORTEST.total_seconds() * 1000)
    phone.get_by_role("button", name="Kirim pendaftaran").click()
    expect(phone.get_by_role("heading", name="Simpan kode ini")).to_be_visible()
    _fits(phone)
    return phone.url


def _ask_for_more(staff: Page) -> None:
    staff.goto("/admin/")
    staff.get_by_role("link", name=GROUP).click()
    staff.get_by_label("Kepada pendaftar").fill("Kirim lagi foto SK halaman kedua.")
    staff.get_by_role("button", name="Minta kelengkapan").click()
    expect(staff.locator(MESSAGES)).to_contain_text(f"{GROUP}: Perlu dilengkapi")


def _complete(phone: Page) -> None:
    phone.reload()
    expect(phone.get_by_role("heading", name="Yang diminta petugas")).to_be_visible()
    expect(phone.get_by_text("Kirim lagi foto SK halaman kedua.").first).to_be_visible()
    phone.get_by_label("Keterangan").fill("Ini halaman keduanya.")
    phone.get_by_label("Berkas SK").set_input_files(_letter("sk-kedua.pdf"))
    phone.wait_for_timeout(SHORTEST.total_seconds() * 1000)
    phone.get_by_role("button", name="Kirim kelengkapan").click()
    expect(phone.get_by_role("heading", name="Yang diminta petugas")).to_be_hidden()
    expect(phone.get_by_text("Ini halaman keduanya.")).to_be_visible()


def _approve(staff: Page) -> None:
    staff.goto("/admin/")
    staff.get_by_role("link", name=GROUP).click()
    expect(staff.get_by_text("Ini halaman keduanya.")).to_be_visible()
    staff.get_by_role("button", name="Setujui dan terbitkan").click()
    expect(staff.locator(MESSAGES)).to_contain_text(f"{GROUP}: Disetujui.")


def _read_approval(phone: Page, code_page: str) -> None:
    phone.goto(code_page)
    phone.get_by_role("link", name=GROUP).click()
    phone.wait_for_url(f"**{PROFILE}")
    expect(phone.get_by_role("heading", level=1)).to_have_text(GROUP)


def _bind_officer(staff: Page) -> None:
    staff.goto("/admin/community/membership/add/")
    staff.select_option("#id_user", label="Pengurus (pengurus)")
    staff.select_option("#id_group", label=GROUP)
    staff.get_by_role("button", name="Simpan", exact=True).click()
    expect(staff.locator(MESSAGES)).to_contain_text("berhasil")


def _report_activity(officer: Page, photo: Path) -> None:
    officer.get_by_role("link", name="Lapor kegiatan").click()
    officer.fill("#id_title", ACTIVITY)
    officer.fill("#id_place", "Balai warga Suralaya")
    officer.fill("#id_description", "Dua puluh warga berlatih memeriksa kabar.")
    officer.get_by_label("Diskusi").check()
    officer.locator("[data-picture-upload]").first.click()
    officer.get_by_label("Unggah foto baru").set_input_files(photo)
    officer.get_by_label("Teks alternatif").fill("Warga duduk melingkar")
    officer.get_by_role("button", name="Unggah", exact=True).click()
    # A busy machine takes its time to make the sizes of a photo.
    expect(officer.locator(".picture-select__thumb").first).to_be_visible()
    officer.get_by_role("button", name="Ajukan").click()
    expect(officer.locator(MESSAGES)).to_contain_text("diajukan dan menunggu tinjauan")
    _fits(officer)


def _write_article(officer: Page) -> None:
    officer.goto("/admin/")
    officer.get_by_role("link", name="Kirim tulisan").click()
    wait_for_editor(officer)
    officer.fill("#id_title", ARTICLE)
    officer.evaluate("CKEDITOR.instances.id_body.setData('<p>Saluran kini mengalir lagi.</p>')")
    officer.get_by_role("button", name="Ajukan").click()
    expect(officer.locator(MESSAGES)).to_contain_text("diajukan dan menunggu tinjauan")
    _fits(officer)


def _publish_activity(staff: Page) -> None:
    staff.goto("/admin/")
    staff.get_by_role("link", name=ACTIVITY).click()
    staff.get_by_role("button", name="Terbitkan").click()
    expect(staff.locator(MESSAGES)).to_contain_text("diterbitkan")


def _make_news_of_article(editor: Page) -> None:
    editor.goto("/admin/")
    editor.get_by_role("link", name=ARTICLE).click()
    editor.get_by_role("button", name="Jadikan berita").click()
    expect(editor.locator("#id_author_credit")).to_have_value(f"Kiriman {GROUP}")
    editor.get_by_role("button", name="Terbitkan").click()
    expect(editor.locator(MESSAGES)).to_contain_text("diterbitkan")


def _read_about_the_group(phone: Page) -> None:
    """Read of the group on its own page, the page of its activity, the front page, and in the news."""
    phone.goto(PROFILE)
    news = phone.get_by_role("region", name="Berita dari KIM ini")
    expect(news.get_by_role("link", name=ARTICLE)).to_be_visible()
    phone.get_by_role("link", name=ACTIVITY).click()
    expect(phone.get_by_role("img", name="Warga duduk melingkar")).to_be_visible()
    phone.goto("/")
    phone.get_by_role("main").get_by_role("link", name=ARTICLE).click()
    expect(phone.get_by_text(f"Kiriman {GROUP}").first).to_be_visible()
    phone.get_by_role("main").get_by_role("link", name=GROUP).click()
    phone.wait_for_url(f"**{PROFILE}")


def _ask_for_clarification(phone: Page) -> str:
    """Send "mohon klarifikasi"; return the page under its code."""
    phone.goto("/aspirasi/")
    phone.get_by_label("Mohon klarifikasi").check()
    phone.get_by_label("Judul singkat").fill(RUMOUR)
    phone.get_by_label("Penjelasan").fill("Kabarnya bantuan dibagikan lewat tautan. Benarkah?")
    phone.get_by_label("Saya setuju").check()
    phone.wait_for_timeout(SHORTEST.total_seconds() * 1000)
    phone.get_by_role("button", name="Kirim aspirasi").click()
    expect(phone.get_by_role("heading", name="Simpan kode ini")).to_be_visible()
    return phone.url


def _prepare_clarification(staff: Page) -> None:
    staff.goto("/admin/")
    staff.get_by_role("link", name=RUMOUR).click()
    staff.get_by_role("button", name="Buat klarifikasi").click()
    expect(staff.locator("#id_claim")).to_have_value(
        "Kabarnya bantuan dibagikan lewat tautan. Benarkah?"
    )
    staff.select_option("#id_verdict", label="Hoaks")
    staff.fill("#id_explanation", "Dinas tidak pernah membagikan bantuan lewat tautan.")
    staff.get_by_role("button", name="Ajukan").click()
    expect(staff.locator(MESSAGES)).to_contain_text("menunggu tinjauan")


def _publish_clarification(editor: Page) -> None:
    editor.goto("/admin/")
    editor.get_by_role("link", name=CLARIFICATION).click()
    editor.get_by_role("button", name="Terbitkan").click()
    expect(editor.locator(MESSAGES)).to_contain_text("diterbitkan")


def _read_answer(phone: Page, answer_page: str) -> None:
    """Type the code at /aspirasi/, as somebody who kept nothing else, and read what it leads to."""
    code = answer_page.rstrip("/").rpartition("/")[2]
    phone.goto("/aspirasi/#lacak")
    phone.get_by_label("Kode").fill(code.lower().replace("-", " "))
    phone.get_by_role("button", name="Buka dengan kode").click()
    phone.wait_for_url(answer_page)
    expect(phone.get_by_role("heading", name="Dijawab lewat berita")).to_be_visible()
    _fits(phone)
    phone.get_by_role("link", name=CLARIFICATION).click()
    expect(phone.get_by_role("heading", level=1)).to_have_text(CLARIFICATION)
    expect(phone.get_by_text("Dinas tidak pernah membagikan")).to_be_visible()


def _go_on(phone: Page) -> None:
    phone.get_by_role("button", name="Lanjut", exact=True).click()


def _fits(phone: Page) -> None:
    assert phone.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def _letter(name: str) -> FilePayload:
    return {"name": name, "mimeType": "application/pdf", "buffer": pdf()}


def _photo(folder: Path) -> Path:
    data = io.BytesIO()
    Image.effect_noise((800, 600), 40).convert("RGB").save(data, "JPEG")
    path = folder / "latihan.jpg"
    path.write_bytes(data.getvalue())
    return path
