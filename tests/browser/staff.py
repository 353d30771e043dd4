"""Signing in as staff, in a browser of their own."""

from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

PASSWORD = "rahasia-uji-2026"  # noqa: S105 -- make_user's


def open_admin(browser: Browser, site: LiveServer, username: str) -> Page:
    """Return the desk of that account."""
    context = browser.new_context(
        base_url=site.url, locale="id-ID", timezone_id="Asia/Jakarta", reduced_motion="reduce"
    )
    page = context.new_page()
    page.goto("/admin/")
    sign_in(page, username)
    page.wait_for_url("**/admin/")
    return page


def sign_in(page: Page, username: str) -> None:
    """Fill in and send the sign-in form that the page shows."""
    page.fill("#id_username", username)
    page.fill("#id_password", PASSWORD)
    page.click("input[type=submit]")


def wait_until(page: Page, test: str, argument: object = None) -> None:
    """Wait until the JavaScript function *test* is true of *argument*.

    Playwright's own wait_for_function evaluates text later, which the admin's policy refuses.
    """
    page.evaluate(
        f"""argument => new Promise((done, fail) => {{
          const test = {test};
          const end = Date.now() + 15000;
          const look = () =>
            test(argument) ? done()
            : Date.now() > end ? fail(new Error("did not happen: " + test))
            : setTimeout(look, 50);
          look();
        }})""",
        argument,
    )


def wait_for_editor(page: Page) -> None:
    """Wait until the body of an article can be written."""
    wait_until(page, "() => window.CKEDITOR?.instances.id_body?.status === 'ready'")
