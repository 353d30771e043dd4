"""Lists of the admin and the page that asks before many items move, on a phone."""

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
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
    violations = Axe().run(phone).response["violations"]
    assert [(item["id"], item["nodes"][0]["html"]) for item in violations] == []
    phone.get_by_role("button", name="Terbitkan 2 berita").click()

    expect(phone.locator(".messagelist")).to_contain_text("1 berita diterbitkan.")
    expect(phone.locator(".messagelist")).to_contain_text("2 berita tidak berubah.")
    assert phone.url.endswith("/admin/news/article/?keadaan=draf")
    with django_db_blocker.unblock():
        assert Article.objects.get(title="Draf siap").is_public()
