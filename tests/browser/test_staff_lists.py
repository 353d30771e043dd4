"""Lists, the page that asks before many items move, and the library, on a phone."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from cilegon_portal.publishing.models import Status
from news.models import Article
from tests.factories import make_article, make_user

PASSWORD = "rahasia-uji-2026"  # noqa: S105 -- make_user's


@pytest.fixture
def phone(browser: Browser, site: LiveServer, django_db_blocker: DjangoDbBlocker) -> Iterator[Page]:
    """Return the admin on a phone, signed in as an editor, with three drafts at the top."""
    with django_db_blocker.unblock():
        editor = make_user("Editor", is_staff=True)
        draft = {"status": Status.DRAFT, "published_at": None}
        make_article(title="Draf siap", **draft)
        make_article(title="Draf meragukan", body="<p>Digelar Senin (22/9/2019).</p>", **draft)
        make_article(title="Draf kosong", body="", **draft)
    context = browser.new_context(
        base_url=site.url, viewport={"width": 360, "height": 740}, reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto("/admin/login/?next=/admin/")
    page.fill("#id_username", editor.username)
    page.fill("#id_password", PASSWORD)
    page.click("[type=submit]")
    page.wait_for_url("**/admin/")
    yield page
    context.close()


def test_editor_publishes_several_on_a_phone(
    phone: Page, django_db_blocker: DjangoDbBlocker
) -> None:
    phone.goto("/admin/news/article/?keadaan=draf")
    for title in ("Draf siap", "Draf meragukan", "Draf kosong"):
        phone.locator("tr", has_text=title).locator("input.action-select").check()
    phone.select_option("select[name=action]", "pindah_terbitkan")
    phone.locator("button[name=index]").click()

    expect(phone.get_by_role("heading", level=1)).to_have_text("Terbitkan 3 berita")
    width = phone.evaluate("document.documentElement.scrollWidth")
    assert width <= 360
    assert _faults(phone) == []
    phone.get_by_role("button", name="Terbitkan 2 berita").click()

    expect(phone.locator(".messagelist")).to_contain_text("1 berita diterbitkan.")
    expect(phone.locator(".messagelist")).to_contain_text("2 berita tidak berubah.")
    assert phone.url.endswith("/admin/news/article/?keadaan=draf")
    with django_db_blocker.unblock():
        assert Article.objects.get(title="Draf siap").is_public()


def _photo(name: str, folder: Path) -> Path:
    data = io.BytesIO()
    Image.effect_noise((800, 600), 40).convert("RGB").save(data, "JPEG")
    path = folder / name
    path.write_bytes(data.getvalue())
    return path


def _faults(page: Page) -> list[tuple[str, str]]:
    violations = Axe().run(page).response["violations"]
    return [(item["id"], item["nodes"][0]["html"]) for item in violations]


def test_several_photos_are_uploaded_and_described_on_a_phone(phone: Page, tmp_path: Path) -> None:
    phone.goto("/admin/library/picture/add/")
    phone.locator("#id_files").set_input_files(
        [_photo("apel.jpg", tmp_path), _photo("pasar.jpg", tmp_path)]
    )
    assert _faults(phone) == []
    phone.get_by_role("button", name="Unggah").click()
    expect(phone.locator(".messagelist")).to_contain_text("2 foto tersimpan.")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    assert _faults(phone) == []

    words = phone.get_by_role("textbox", name="Teks alternatif")
    words.nth(0).fill("Pedagang menata sayur")
    phone.get_by_role("checkbox", name="Dekoratif").nth(1).check()
    phone.get_by_role("button", name="Simpan").click()

    expect(phone.locator(".messagelist")).to_contain_text("2 gambar")
    expect(phone.get_by_role("textbox", name="Teks alternatif").nth(0)).to_have_value(
        "Pedagang menata sayur"
    )
    expect(phone.get_by_role("checkbox", name="Dekoratif").nth(1)).to_be_checked()


def test_click_on_the_photo_sets_its_focal_point(phone: Page, tmp_path: Path) -> None:
    phone.goto("/admin/library/picture/add/")
    phone.locator("#id_files").set_input_files(_photo("wajah.jpg", tmp_path))
    phone.get_by_role("button", name="Unggah").click()
    phone.locator(".field-thumbnail a").first.click()
    photo = phone.locator("[data-focal-photo] img")
    box = photo.bounding_box()
    assert box is not None

    photo.click(position={"x": box["width"] / 4, "y": box["height"] / 2})

    expect(phone.locator("#id_focal_x")).to_have_value("25")
    expect(phone.locator("#id_focal_y")).to_have_value("50")
    crop = phone.locator("[data-focal-crops] img").first
    assert crop.evaluate("image => getComputedStyle(image).objectPosition") == "25% 50%"
    assert _faults(phone) == []


def test_dialog_uploads_a_decorative_photo_without_words(phone: Page, tmp_path: Path) -> None:
    phone.goto("/admin/news/article/add/")
    phone.locator("[data-picture-upload]").first.click()
    dialog = phone.locator("dialog.picture-dialog")
    dialog.locator("input[name=files]").set_input_files(_photo("garis.jpg", tmp_path))
    dialog.get_by_role("button", name="Unggah", exact=True).click()
    expect(dialog).to_be_visible()  # words are asked first

    dialog.get_by_label("Dekoratif").check()
    dialog.get_by_role("button", name="Unggah", exact=True).click()

    expect(dialog).to_be_hidden()
    expect(phone.locator("#id_picture")).not_to_have_value("")
    expect(phone.get_by_role("link", name="Ubah foto (tab baru)")).to_be_visible()
