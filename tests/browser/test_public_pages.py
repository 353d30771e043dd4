"""What holds for every public page, in a real browser."""

import gzip
import subprocess
import urllib.request
from collections.abc import Callable
from pathlib import Path
from urllib.error import HTTPError

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import BrowserContext, Page, Response, Route, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.pages import ARTICLE, PAGES, PublicPage
from tests.browser.traffic import Traffic
from tests.services import machine

ARTICLE_MAX_BYTES = 60 * 1024

every_page = pytest.mark.parametrize(
    "public_page", PAGES, ids=[public_page.path for public_page in PAGES]
)


def open_page(page: Page, public_page: PublicPage) -> Response:
    """Open a page to its end, so that what loads lazily has loaded."""
    response = page.goto(public_page.path)
    assert response is not None
    assert response.status == public_page.status
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    page.wait_for_load_state("networkidle")
    return response


@every_page
def test_page_has_no_axe_violations(page: Page, public_page: PublicPage) -> None:
    open_page(page, public_page)

    found = {}
    for width in (360, 1440):
        for scheme in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            results = Axe().run(page)
            if results.violations_count:
                found[width, scheme] = results.generate_report()

    assert found == {}


@every_page
def test_page_asks_only_this_site_and_leaves_no_cookie(
    page: Page, traffic: Traffic, public_page: PublicPage, site: LiveServer
) -> None:
    open_page(page, public_page)

    assert traffic.hosts == {site.url.removeprefix("http://")}
    assert traffic.cookie_setters == set()
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0


@every_page
def test_page_loads_without_a_complaint_of_the_browser(
    page: Page, traffic: Traffic, public_page: PublicPage
) -> None:
    open_page(page, public_page)

    assert traffic.complaints == []


@every_page
def test_page_does_not_scroll_sideways_on_the_smallest_phone(
    page: Page, public_page: PublicPage
) -> None:
    page.set_viewport_size({"width": 320, "height": 640})

    open_page(page, public_page)

    assert page.evaluate("document.documentElement.scrollWidth") == 320


@every_page
def test_page_says_the_same_without_script(
    page: Page, new_context: Callable[..., BrowserContext], public_page: PublicPage
) -> None:
    open_page(page, public_page)
    with_script = page.locator("main").inner_text()

    plain = new_context(java_script_enabled=False).new_page()
    plain.goto(public_page.path)

    expect(plain.locator("h1")).to_be_visible()
    # Script only adds: what it reveals (native share, copying a link) is left out of account.
    said = set(plain.locator("main").inner_text().splitlines())
    assert set(with_script.splitlines()) - said <= {"Bagikan", "Cetak", "Salin tautan"}


# The gate of the design guide: a busy machine may paint once before the font or a deferred script.
SHIFT_MAX = 0.05
WATCH_SHIFTS = """
window.shifted = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
PAINTED = """
new Promise((done) => {
  new PerformanceObserver(() => done()).observe({ type: "paint", buffered: true });
})
"""


@every_page
@pytest.mark.parametrize("width", [360, 1440])
def test_nothing_moves_while_a_page_loads(page: Page, public_page: PublicPage, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})
    page.add_init_script(WATCH_SHIFTS)

    open_page(page, public_page)

    assert page.evaluate("shifted") < SHIFT_MAX


@pytest.mark.parametrize("path", ["/", "/berita/", "/agenda/", "/aspirasi/", "/cari/?q=jalan"])
def test_nothing_moves_when_the_font_comes_late(page: Page, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.add_init_script(WATCH_SHIFTS)
    late: list[Route] = []
    page.route("**/*.woff2", lambda route: late.append(route))

    page.goto(path, wait_until="commit")
    page.evaluate(PAINTED)
    with page.expect_response("**/*.woff2"):
        late[0].continue_()
    page.evaluate("document.fonts.ready")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")

    assert page.evaluate("shifted") < SHIFT_MAX


@pytest.mark.parametrize("path", ["/", "/berita/", ARTICLE])
def test_only_the_first_picture_is_hurried_and_all_keep_their_room(page: Page, path: str) -> None:
    page.goto(path)

    pictures = page.locator("main picture img")
    assert pictures.count() > 1
    for number, picture in enumerate(pictures.all()):
        assert picture.get_attribute("width")
        assert picture.get_attribute("height")
        hurried = picture.get_attribute("fetchpriority") == "high"
        assert hurried != (picture.get_attribute("loading") == "lazy"), number
        assert not hurried or number == 0


@pytest.mark.parametrize("width", [360, 1440])
def test_picture_of_a_row_stands_beside_its_words(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})

    page.goto("/berita/")

    row = page.locator(".row", has=page.locator("img")).first
    words, picture = row.locator("> div").bounding_box(), row.locator("img").bounding_box()
    assert words is not None
    assert picture is not None
    assert picture["x"] >= words["x"] + words["width"]
    assert picture["y"] == words["y"]


BROKEN_WORDS = """links => links.flatMap(link => {
  const text = link.firstChild, broken = [];
  for (const word of text.data.matchAll(/\\S+/g)) {
    const range = document.createRange();
    range.setStart(text, word.index);
    range.setEnd(text, word.index + word[0].length);
    if (range.getClientRects().length > 1) broken.push(word[0]);
  }
  return broken;
})"""


@pytest.mark.parametrize("width", [320, 360])
def test_names_in_tables_are_not_broken_in_the_middle(page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 740})

    page.goto("/kim/sebaran/")

    broken = page.locator(".data a").evaluate_all(BROKEN_WORDS)
    assert [word for word in broken if len(word) <= len("Kalitimbang")] == []


def test_pages_have_no_nu_errors(site: LiveServer, nu_jar: Path, tmp_path: Path) -> None:
    addresses = {}
    for number, public_page in enumerate(PAGES):
        file = tmp_path / f"{number}.html"
        file.write_bytes(fetch(site.url + public_page.path))
        addresses[file.as_uri()] = public_page.path

    checker = subprocess.run(
        [
            str(machine.java()),
            "-Xss4m",
            "-jar",
            nu_jar,
            "--errors-only",
            "--exit-zero-always",
            tmp_path,
        ],
        check=True,
        capture_output=True,
        text=True,
    )

    errors = checker.stderr
    for uri, path in addresses.items():
        errors = errors.replace(uri.replace("file:///", "file:/"), path)
    assert errors == ""


def test_article_weighs_little(page: Page, record_property: Callable[[str, object], None]) -> None:
    responses: list[Response] = []
    page.on("response", lambda response: responses.append(response))
    open_page(page, PublicPage(ARTICLE))

    weights = dict.fromkeys(("document", "stylesheet", "script", "font"), 0)
    for response in responses:
        kind = response.request.resource_type
        if kind in weights:
            body = response.body()
            # Fonts are compressed files; all else the server compresses.
            weights[kind] += len(body if kind == "font" else gzip.compress(body))
    total = sum(weights.values())
    parts = ", ".join(f"{kind} {size / 1024:.1f}" for kind, size in sorted(weights.items()))
    record_property("Berat halaman berita (KiB, gzip)", f"{total / 1024:.1f} = {parts}")
    assert total <= ARTICLE_MAX_BYTES


def test_wide_table_scrolls_inside_itself(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})

    page.goto("/berita/daftar-ruas-jalan/")

    last_cell = page.get_by_role("cell", name="Lingkar-Selatan-10")
    expect(last_cell).not_to_be_in_viewport()
    last_cell.scroll_into_view_if_needed()
    expect(last_cell).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def share_ways(page: Page) -> list[str]:
    ways = page.get_by_role("list", name="Bagikan Artikel ini").get_by_role("listitem")
    return [way.inner_text().strip() for way in ways.all()]


def test_article_is_shared_five_ways_without_script(
    new_context: Callable[..., BrowserContext],
) -> None:
    page = new_context(java_script_enabled=False).new_page()

    page.goto(ARTICLE)

    assert share_ways(page) == ["WhatsApp", "Facebook", "X", "Telegram", "Surel"]


def test_article_is_shared_seven_ways_with_script(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    # A desktop browser without a screen has no share menu: a phone's is put in its place.
    page.add_init_script("navigator.share = async (given) => { window.shared = given; }")
    page.goto(ARTICLE)

    page.get_by_role("button", name="Bagikan", exact=True).click()
    page.get_by_role("button", name="Salin tautan").click()
    expect(page.get_by_role("button", name="Tautan tersalin")).to_be_visible()

    assert share_ways(page) == [
        "Bagikan",
        "WhatsApp",
        "Facebook",
        "X",
        "Telegram",
        "Surel",
        "Tautan tersalin",
    ]
    address = settings.SITE_URL + ARTICLE
    assert page.evaluate("shared.url") == address
    assert page.evaluate("navigator.clipboard.readText()") == address


def fetch(address: str) -> bytes:
    """Return the body of an answer, whatever its status."""
    try:
        with urllib.request.urlopen(address) as answer:  # noqa: S310 our own server
            return bytes(answer.read())
    except HTTPError as error:
        return bytes(error.read())


def test_day_of_eight_items_prints_on_one_sheet(page: Page) -> None:
    page.goto("/agenda/2019/09/24/")
    assert page.get_by_role("row").count() == 1 + 8

    sheet = page.pdf(prefer_css_page_size=True)

    assert sheet.count(b"/Type /Page\n") == 1
    page.emulate_media(media="print")
    expect(page.get_by_text("Dinas Komunikasi, Informatika").first).to_be_visible()
    expect(page.get_by_role("navigation").first).to_be_hidden()
    expect(page.get_by_text("Dibatalkan", exact=True)).to_be_visible()
    expect(page.get_by_text("Telah selesai").first).to_be_hidden()  # it was not, when printed
    page.set_viewport_size({"width": 680, "height": 960})
    assert page.evaluate("document.documentElement.scrollWidth") <= 680


SMALL_TARGETS = """targets => targets.map(target => [target.innerText, target.getBoundingClientRect()])
  .filter(([, box]) => box.height && (box.height < 24 || box.width < 24)).map(([name]) => name)"""


@pytest.mark.parametrize(
    "path",
    [
        "/cari/?q=jallan",
        "/cari/?q=jalan+12+november&tahun=2019",
        "/data/",
        "/api/v1/docs/",
        "/berita/sematkan/",
        "/agenda/sematkan/",
    ],
)
def test_what_is_pressed_outside_of_sentences_is_large_enough_for_a_finger(
    page: Page, path: str
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(path)

    targets = page.locator(
        "main :is(a, button, input, select, summary):not(.prose > p:not(.links) > a, .cover)"
    )
    assert targets.evaluate_all(SMALL_TARGETS) == []
