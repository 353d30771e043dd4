"""A video in an article: YouTube is asked when somebody presses its poster, not before."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, Route, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.pages import ARTICLE
from tests.browser.traffic import Traffic

POSTER = "Putar video di YouTube: Peresmian jalan lingkar"
WATCH = "https://www.youtube.com/watch?v=a-B_c1d2E3_&t=90"
PLAYER = "https://www.youtube-nocookie.com/embed/a-B_c1d2E3_?autoplay=1&rel=0&start=90"


def answer_for_youtube(route: Route) -> None:
    route.fulfill(
        content_type="text/html", body="<!doctype html><title>Pemutar</title><button>Jeda"
    )


def test_pressed_poster_becomes_the_player(page: Page, traffic: Traffic, site: LiveServer) -> None:
    page.route("https://www.youtube-nocookie.com/**", answer_for_youtube)
    page.goto(ARTICLE)
    poster = page.get_by_role("link", name=POSTER)
    poster.scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    assert traffic.hosts == {site.url.removeprefix("http://")}

    poster.focus()
    page.keyboard.press("Enter")

    player = page.locator("iframe")
    expect(player).to_have_attribute("src", PLAYER)
    expect(player).to_have_attribute("title", "Peresmian jalan lingkar")
    expect(player).to_be_focused()
    expect(poster).to_be_hidden()
    expect(page.frame_locator("iframe").get_by_role("button", name="Jeda")).to_be_visible()
    assert traffic.hosts == {site.url.removeprefix("http://"), "www.youtube-nocookie.com"}
    assert traffic.complaints == []


def test_poster_is_a_link_without_script(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(java_script_enabled=False).new_page()

    page.goto(ARTICLE)

    expect(page.get_by_role("link", name=POSTER)).to_have_attribute("href", WATCH)


def test_player_takes_the_room_of_the_poster(page: Page) -> None:
    page.route("https://www.youtube-nocookie.com/**", answer_for_youtube)
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(ARTICLE)
    size = "figure => [figure.offsetWidth, figure.offsetHeight]"
    before = page.locator(".video").evaluate(size)

    page.get_by_role("link", name=POSTER).click()

    expect(page.locator("iframe")).to_be_visible()
    assert page.locator(".video").evaluate(size) == before


def test_print_shows_the_address_of_a_video_that_was_played(page: Page) -> None:
    page.route("https://www.youtube-nocookie.com/**", answer_for_youtube)
    page.goto(ARTICLE)
    page.get_by_role("link", name=POSTER).click()
    expect(page.locator("iframe")).to_be_visible()

    page.emulate_media(media="print")

    expect(page.locator(".video > a")).to_be_visible()
    expect(page.locator("iframe")).to_be_hidden()
    printed = page.locator(".video a").evaluate("link => getComputedStyle(link, '::after').content")
    assert "watch?v=a-B_c1d2E3_" in printed or "attr(href)" in printed
