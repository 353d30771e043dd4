"""Pasting into the editor, with the clipboard of a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from tests.factories import make_user

PASSWORD = "rahasia-uji-2026"  # noqa: S105 -- make_user's
CHAT = "*Apel pagi* di halaman\n\n- membawa topi\n- hadir pukul 07.00"
CLEAN_CHAT = "<p><strong>Apel pagi</strong> di halaman</p><ul><li>membawa topi</li><li>hadir pukul 07.00</li></ul>"
WORD = Path("tests/richtext/pasted/word-desktop.html")


@pytest.fixture
def desk(browser: Browser, site: LiveServer, django_db_blocker: DjangoDbBlocker) -> Page:
    """Return a writer's empty article with the cursor in its editor."""
    with django_db_blocker.unblock():
        username = make_user("Penulis").username
    context = browser.new_context(
        base_url=site.url, locale="id-ID", permissions=["clipboard-read", "clipboard-write"]
    )
    page = context.new_page()
    page.goto("/admin/login/?next=/admin/news/article/add/")
    page.fill("#id_username", username)
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit], button[type=submit]")
    page.wait_for_function("() => window.CKEDITOR?.instances.id_body?.status === 'ready'")
    page.evaluate("CKEDITOR.instances.id_body.focus()")
    return page


def copy(page: Page, kind: str, content: str) -> None:
    page.evaluate(
        "([kind, text]) => navigator.clipboard.write([new ClipboardItem({[kind]: new Blob([text], {type: kind})})])",
        [kind, content],
    )


def written(page: Page) -> str:
    data: str = page.evaluate("CKEDITOR.instances.id_body.getData()")
    return data.replace("\n", "").replace("\t", "")


def wait_for_words(page: Page, words: str) -> None:
    expect(page.frame_locator(".cke_wysiwyg_frame").first.locator("body")).to_contain_text(words)


def test_text_from_whatsapp_is_formatted_when_it_is_pasted(desk: Page) -> None:
    copy(desk, "text/plain", CHAT)

    desk.keyboard.press("Control+V")
    wait_for_words(desk, "07.00")

    assert written(desk) == CLEAN_CHAT


def test_undo_takes_a_paste_back(desk: Page) -> None:
    desk.keyboard.type("Awal. ")
    copy(desk, "text/plain", CHAT)
    desk.keyboard.press("Control+V")
    wait_for_words(desk, "07.00")

    desk.keyboard.press("Control+Z")

    assert written(desk).replace("&nbsp;", " ").strip() == "<p>Awal. </p>"


def test_plain_paste_keeps_every_sign(desk: Page) -> None:
    copy(desk, "text/plain", "*tebal* dan 2*3")

    desk.keyboard.press("Control+Shift+V")
    wait_for_words(desk, "2*3")

    assert written(desk) == "<p>*tebal* dan 2*3</p>"


def test_pasted_words_stand_where_the_cursor_was(desk: Page) -> None:
    desk.keyboard.type("awal akhir")
    for _ in range(len(" akhir")):
        desk.keyboard.press("ArrowLeft")
    copy(desk, "text/plain", " _tengah_")

    desk.keyboard.press("Control+V")
    wait_for_words(desk, "tengah")

    assert written(desk).replace("&nbsp;", " ") == "<p>awal <em>tengah</em> akhir</p>"


def test_word_document_keeps_its_lists_and_tells_what_went(desk: Page) -> None:
    html = WORD.read_text().replace(
        "<!--EndFragment-->", '<p><img src="https://contoh.com/pasar.jpg"></p><!--EndFragment-->'
    )
    desk.evaluate(
        """html => {
          const transfer = new DataTransfer();
          transfer.setData("text/html", html);
          const body = CKEDITOR.instances.id_body.editable().$;
          body.dispatchEvent(new ClipboardEvent("paste", {clipboardData: transfer, bubbles: true, cancelable: true}));
        }""",
        html,
    )
    wait_for_words(desk, "laman dinas")

    assert '<ol start="2"><li>Setor sebelum pukul 10.00 WIB.</li></ol>' in written(desk)
    assert "<li>Sampah organik<ul><li>sisa sayur<ul><li>daun" in written(desk)
    expect(desk.get_by_text("1 gambar tidak ikut karena bukan dari pustaka foto")).to_be_visible()


def test_text_is_pasted_even_when_the_server_does_not_answer(desk: Page) -> None:
    desk.route("**/admin/tempel/", lambda route: Route.abort(route))
    copy(desk, "text/plain", CHAT)

    desk.keyboard.press("Control+V")
    wait_for_words(desk, "07.00")

    assert "*Apel pagi* di halaman" in written(desk)
    expect(desk.get_by_text("Server tidak menjawab")).to_be_visible()


def test_picture_of_the_library_can_link_to_a_video(desk: Page) -> None:
    source = "/media/gambar/AAAAAAAAAAAAAAAAAAAAAA/720.webp"
    desk.evaluate(
        "source => { CKEDITOR.instances.id_body.setData(`<figure><img src='${source}' alt='Pawai'></figure>`) }",
        source,
    )
    desk.frame_locator(".cke_wysiwyg_frame").first.locator("img").click()

    desk.locator(".cke_button__link").first.click()
    dialog = desk.locator(".cke_dialog")
    dialog.locator("input[type=text]:visible").last.fill("https://youtu.be/a-B_c1d2E3_")
    dialog.locator(".cke_dialog_ui_button_ok").click()

    expect(dialog).to_be_hidden()
    assert f'<figure><a href="https://youtu.be/a-B_c1d2E3_"><img alt="Pawai" src="{source}"' in (
        written(desk)
    )
