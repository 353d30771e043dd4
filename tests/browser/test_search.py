"""The page of results as it is seen and used."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect


@pytest.mark.parametrize("width", [360, 1440])
def test_passage_that_answers_is_seen_with_its_words_marked(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})

    page.goto("/cari/?q=pulomerak")

    expect(page.locator(".row mark").first).to_be_visible()


def test_results_are_narrowed_and_put_in_order_with_keys_alone(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context(java_script_enabled=False).new_page()
    page.goto("/cari/?q=jalan")
    summary = page.locator("summary")
    expect(summary.locator("svg")).to_be_visible()  # it is seen to unfold

    summary.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Tahun").fill("2019")
    page.keyboard.press("Enter")

    expect(page.get_by_label("Tahun")).to_have_value("2019")
    for date in page.locator(".row time").all():
        expect(date).to_contain_text("2019")
    page.get_by_role("link", name="Terbaru").click()
    expect(page.get_by_role("link", name="Terbaru")).to_have_attribute("aria-current", "true")
    expect(page.get_by_label("Tahun")).to_have_value("2019")


def test_what_was_mistyped_is_mended_before_anything_else(page: Page) -> None:
    page.goto("/cari/?q=jallan")

    page.locator("main input[type=search]").focus()
    page.keyboard.press("Tab")  # to the button
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.locator("main input[type=search]")).to_have_value("jalan")
    expect(page.locator(".row").first).to_be_visible()


def test_result_without_a_photo_has_the_whole_width(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 740})

    page.goto("/cari/?q=pulomerak")

    row = page.locator(".row").first.bounding_box()
    words = page.locator(".row > div").first.bounding_box()
    assert row is not None
    assert words is not None
    assert words["width"] == row["width"]
