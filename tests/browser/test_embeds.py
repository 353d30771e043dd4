"""The newest articles and the next events in a page of another host."""

import re
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.browser.traffic import Traffic


@pytest.fixture
def elsewhere(site: LiveServer) -> Iterator[str]:
    """Serve a page of another host that shows both frames; give its address."""
    frames = "".join(
        f'<iframe title="{name}" src="{site.url}/{name}/sematkan/"></iframe>'
        for name in ("berita", "agenda")
    )

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(f"<!doctype html><title>Kelurahan</title>{frames}".encode())

        def log_message(self, *words: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def test_other_host_shows_them_without_cookie_and_links_lead_out(
    page: Page, traffic: Traffic, site: LiveServer, elsewhere: str
) -> None:
    page.goto(elsewhere)

    for name in ("berita", "agenda"):
        inside = page.frame_locator(f'iframe[title="{name}"]')
        expect(inside.get_by_role("link").first).to_be_visible()
        style = inside.locator("body").evaluate("body => getComputedStyle(body).fontFamily")
        assert "Jakarta" in style  # the style sheet came along
    assert page.context.cookies() == []
    assert traffic.cookie_setters == set()
    assert [words for words in traffic.complaints if "favicon" not in words] == []

    page.frame_locator('iframe[title="berita"]').get_by_role("link").first.click()

    expect(page).to_have_url(re.compile(rf"^{re.escape(site.url)}/berita/"))
