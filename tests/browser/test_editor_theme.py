"""The editor looks as the admin around it does."""

import pytest
from playwright.sync_api import Browser, expect
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from tests.browser.staff import open_admin, wait_for_editor
from tests.factories import make_user


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_editor_follows_the_theme_of_the_admin(
    browser: Browser, site: LiveServer, django_db_blocker: DjangoDbBlocker, theme: str
) -> None:
    with django_db_blocker.unblock():
        user = make_user("Penulis")
    desk = open_admin(browser, site, user.username)
    # The system wants the other one: what was chosen in the admin counts.
    desk.emulate_media(color_scheme="light" if theme == "dark" else "dark")
    desk.goto("/admin/news/article/add/")
    wait_for_editor(desk)
    desk.evaluate("theme => { document.documentElement.dataset.theme = theme; }", theme)
    text = desk.frame_locator("#cke_id_body iframe").locator("html")

    expect(text).to_have_attribute("data-theme", theme)
    desk.evaluate("CKEDITOR.instances.id_body.setData('<p>Teks lain.</p>')")
    expect(text.locator("p")).to_have_text("Teks lain.")
    expect(text).to_have_attribute("data-theme", theme)
    colour = "getComputedStyle({}).backgroundColor"
    page_colour = desk.evaluate(colour.format("document.body"))
    assert desk.evaluate(colour.format("document.querySelector('.cke_inner')")) == page_colour
    assert text.evaluate(f"() => {colour.format('document.body')}") == page_colour
