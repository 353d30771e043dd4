"""From the writer's desk to a phone: writing, handing in, publishing, reading, sharing."""

import functools
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from tests.browser.staff import open_admin, wait_for_editor
from tests.factories import make_category, make_user

TITLE = "Posko Mudik Merak Dibuka untuk Warga"
WORD_HTML = (
    '<p class="MsoNormal" style="margin-left:0cm"><b>Posko mudik</b> dibuka di Merak.<o:p></o:p></p>'
    '<p class="MsoNormal" style="mso-hide:none">Warga dapat beristirahat gratis.</p>'
    "<script>window.jahat = 1</script>"
)

SignIn = Callable[[str], Page]


@pytest.fixture
def sign_in(browser: Browser, site: LiveServer, django_db_blocker: DjangoDbBlocker) -> SignIn:
    """Return a function that opens the admin as the account of that name."""
    with django_db_blocker.unblock():
        make_user("Penulis", username="penulis")
        make_user("Editor", username="editor")
        make_category("Perhubungan")
    return functools.partial(open_admin, browser, site)


def _photo(folder: Path) -> Path:
    data = io.BytesIO()
    Image.effect_noise((1600, 900), 40).convert("RGB").save(data, "JPEG")
    path = folder / "posko.jpg"
    path.write_bytes(data.getvalue())
    return path


def test_article_goes_from_the_writer_to_a_phone(
    sign_in: SignIn, browser: Browser, site: LiveServer, tmp_path: Path
) -> None:
    writer = sign_in("penulis")
    writer.goto("/admin/news/article/add/")
    writer.fill("#id_title", TITLE)
    writer.fill("#id_tags", "Mudik, Merak")
    writer.select_option("#id_category", label="Perhubungan")
    wait_for_editor(writer)
    writer.evaluate(
        "html => CKEDITOR.instances.id_body.fire('paste', {type: 'html', dataValue: html, method: 'paste', dataTransfer: new CKEDITOR.plugins.clipboard.dataTransfer()})",
        WORD_HTML,
    )
    expect(writer.frame_locator(".cke_wysiwyg_frame").first.locator("body")).to_contain_text(
        "gratis"
    )
    writer.locator("[data-picture-upload]").first.click()
    dialog = writer.locator("dialog[open]")
    dialog.locator("input[name=files]").set_input_files(_photo(tmp_path))
    dialog.locator("input[name=alt]").fill("Tenda posko di tepi pelabuhan")
    dialog.get_by_role("button", name="Unggah", exact=True).click()
    expect(writer.locator("#id_picture")).not_to_have_value("")
    writer.get_by_role("button", name="Ajukan").click()
    expect(writer.locator(".messagelist")).to_contain_text("menunggu tinjauan")

    editor = sign_in("editor")
    editor.goto("/admin/news/article/")
    editor.get_by_role("link", name=TITLE).click()
    editor.get_by_role("button", name="Terbitkan").click()
    expect(editor.locator(".messagelist")).to_contain_text("diterbitkan")

    phone = browser.new_context(
        base_url=site.url, viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True
    ).new_page()
    phone.goto("/berita/posko-mudik-merak-dibuka-untuk-warga/")
    expect(phone.get_by_role("heading", level=1)).to_have_text(TITLE)
    body = phone.locator(".prose")
    expect(body.locator("strong")).to_have_text("Posko mudik")
    expect(body).to_contain_text("Warga dapat beristirahat gratis.")
    assert "mso" not in body.inner_html().lower()
    assert phone.evaluate("window.jahat") is None
    photo = phone.get_by_role("img", name="Tenda posko di tepi pelabuhan")
    assert photo.evaluate("image => image.complete && image.naturalWidth > 0")
    expect(phone.locator(".share a")).to_have_count(5)
    expect(phone.locator(".share button[data-copy]")).to_be_visible()
    assert phone.context.cookies() == []
