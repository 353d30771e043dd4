"""What a writer typed survives whatever keeps it from being saved."""

from collections.abc import Iterator
from datetime import date, time
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Browser, Dialog, Locator, Page, expect
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from agenda.events import Event
from cilegon_portal.accounts.models import User
from cilegon_portal.office.models import Official
from cilegon_portal.publishing.models import Status
from news.models import Article
from tests.browser.staff import open_admin, sign_in, wait_for_editor, wait_until
from tests.factories import make_article, make_category, make_event, make_picture, make_user

ADD = "/admin/news/article/add/"
TITLE = "Posko Mudik Merak Dibuka"
BODY = "<p>Posko mudik dibuka di <strong>Merak</strong>.</p>"


@pytest.fixture(autouse=True)
def _database(site: LiveServer, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Let the tests of this module make and ask for objects of the site."""
    with django_db_blocker.unblock():
        yield


@pytest.fixture
def user(_database: None) -> User:
    """Return a writer of this test's own."""
    return make_user("Penulis")


@pytest.fixture
def writer(browser: Browser, site: LiveServer, user: User) -> Page:
    """Return the writer's desk."""
    return open_admin(browser, site, user.username)


def make_draft(user: User, **fields: Any) -> Article:
    return make_article(status=Status.DRAFT, published_at=None, created_by=user, **fields)


def form_of(article: Article) -> str:
    return f"/admin/news/article/{article.pk}/change/"


def offer(page: Page) -> Locator:
    return page.get_by_role("region", name="Tulisan yang belum tersimpan")


def write_body(page: Page, html: str) -> None:
    wait_for_editor(page)
    page.evaluate("html => CKEDITOR.instances.id_body.setData(html)", html)
    wait_until(page, "html => CKEDITOR.instances.id_body.getData().trim() === html", html)


def body_of(page: Page) -> str:
    wait_for_editor(page)
    return str(page.evaluate("CKEDITOR.instances.id_body.getData()")).strip()


def is_kept(page: Page, text: str) -> None:
    wait_until(
        page, "text => Object.values(localStorage).some((copy) => copy.includes(text))", text
    )


def kept_copies(page: Page) -> int:
    return int(
        page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('naskah:')).length")
    )


def sign_out(page: Page) -> None:
    page.get_by_role("button", name="Keluar", exact=True).click()


def end_all_sessions() -> None:
    Session.objects.all().delete()


def test_expired_session_leads_back_to_everything_that_was_typed(writer: Page, user: User) -> None:
    category = make_category("Perhubungan")
    related = make_article(title="Pelabuhan Merak Siap")
    picture = make_picture(title="Dermaga")
    writer.goto(ADD)
    writer.fill("#id_title", TITLE)
    writer.fill("#id_tags", "Mudik, Merak")
    writer.select_option("#id_category", str(category.pk))
    writer.fill("#id_published_at", "2030-01-02T03:04")
    writer.fill("#id_picture", str(picture.pk))
    write_body(writer, BODY)
    writer.locator("summary", has_text="Kredit").click()
    writer.locator(".field-related .select2-selection").click()
    writer.locator(".select2-search__field").last.fill("Pelabuhan")
    writer.locator(".select2-results__option", has_text=related.title).click()
    writer.locator("#corrections-group .add-row a").click()
    writer.fill("#id_corrections-0-text", "Sebelumnya tertulis Bojonegara.")
    end_all_sessions()

    writer.get_by_role("button", name="Simpan").click()
    writer.wait_for_url("**/admin/login/**")
    sign_in(writer, user.username)
    writer.wait_for_url(f"**{ADD}")
    expect(offer(writer)).to_contain_text("Ada tulisan yang belum tersimpan")
    offer(writer).get_by_role("button", name="Pulihkan").click()

    expect(writer.locator("#id_title")).to_have_value(TITLE)
    expect(writer.locator("#id_tags")).to_have_value("Mudik, Merak")
    expect(writer.locator("#id_category")).to_have_value(str(category.pk))
    expect(writer.locator("#id_published_at")).to_have_value("2030-01-02T03:04")
    expect(writer.locator("#id_picture")).to_have_value(str(picture.pk))
    expect(writer.get_by_role("img", name="Dermaga")).to_be_attached()
    expect(writer.locator("#id_corrections-0-text")).to_have_value(
        "Sebelumnya tertulis Bojonegara."
    )
    expect(writer.locator(".field-related")).to_contain_text(related.title)
    assert body_of(writer) == BODY
    writer.get_by_role("button", name="Simpan").click()
    expect(writer.locator("main > .messagelist")).to_contain_text("tersimpan")
    article = Article.objects.get(title=TITLE)
    assert (article.body, list(article.related.all())) == (BODY, [related])
    assert article.corrections.get().text == "Sebelumnya tertulis Bojonegara."
    writer.goto(ADD)
    wait_for_editor(writer)
    expect(offer(writer)).to_have_count(0)
    assert kept_copies(writer) == 0


def test_event_comes_back_with_who_attends(browser: Browser, site: LiveServer) -> None:
    officials = [Official.objects.create(title=f"Pejabat {n}", slug=f"pejabat-{n}") for n in "ab"]
    event = make_event()
    officer = make_user("Petugas Agenda")
    page = open_admin(browser, site, officer.username)
    page.goto("/admin/agenda/event/add/")
    page.fill("#id_title", "Rapat Mudik")
    page.select_option("#id_event_type", str(event.event_type.pk))
    page.fill("#id_first_on", "2030-01-05")
    page.fill("#id_start_time", "09:00")
    page.check("#id_until_done")
    page.locator("#attendances-group .add-row a").click()
    for row, official in enumerate(officials):
        page.select_option(f"#id_attendances-{row}-official", str(official.pk))
    end_all_sessions()

    page.get_by_role("button", name="Simpan", exact=True).click()
    page.wait_for_url("**/admin/login/**")
    sign_in(page, officer.username)
    offer(page).get_by_role("button", name="Pulihkan").click()
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.locator("main > .messagelist")).to_contain_text("tersimpan")

    saved = Event.objects.get(title="Rapat Mudik")
    assert (saved.first_on, saved.start_time, saved.until_done) == (date(2030, 1, 5), time(9), True)
    assert [attendance.official for attendance in saved.attendances.order_by("pk")] == officials


def test_copy_is_offered_to_its_writer_alone_and_listed_on_the_desk(
    writer: Page, user: User
) -> None:
    writer.goto(ADD)
    writer.fill("#id_title", TITLE)
    is_kept(writer, TITLE)
    sign_out(writer)
    writer.get_by_role("button", name="Keluar, simpan di peramban ini").click()

    writer.goto(ADD)
    sign_in(writer, make_user("Penulis").username)
    wait_for_editor(writer)
    expect(offer(writer)).to_have_count(0)
    writer.goto("/admin/")
    assert TITLE not in writer.inner_text("body")
    sign_out(writer)
    writer.goto("/admin/")
    sign_in(writer, user.username)

    expect(offer(writer)).to_contain_text(TITLE)
    offer(writer).get_by_role("link", name="Buka formulirnya").click()
    expect(offer(writer)).to_contain_text("Ada tulisan yang belum tersimpan")


def test_signing_out_throws_copies_away_only_when_told_to(writer: Page, user: User) -> None:
    writer.goto(ADD)
    writer.fill("#id_title", TITLE)

    sign_out(writer)
    writer.get_by_role("button", name="Jangan keluar").click()
    expect(writer.locator("#id_title")).to_have_value(TITLE)
    sign_out(writer)
    writer.get_by_role("button", name="Keluar dan buang").click()
    writer.goto("/admin/")
    sign_in(writer, user.username)

    expect(writer.locator("#user-tools")).to_be_visible()
    assert kept_copies(writer) == 0


def test_form_with_an_old_key_says_that_nothing_is_lost_and_leads_back(
    writer: Page, user: User
) -> None:
    draft = make_draft(user)
    writer.goto(form_of(draft))
    writer.fill("#id_title", TITLE)
    writer.context.clear_cookies(name="csrftoken")

    writer.get_by_role("button", name="Simpan").click()
    expect(writer.get_by_role("heading", level=1)).to_have_text("Formulir kedaluwarsa")
    writer.get_by_role("link", name="Buka lagi formulirnya").click()
    offer(writer).get_by_role("button", name="Pulihkan").click()
    writer.get_by_role("button", name="Simpan").click()

    expect(writer.locator("main > .messagelist")).to_contain_text("tersimpan")
    draft.refresh_from_db()
    assert draft.title == TITLE


def test_lost_connection_and_closed_tab_lose_nothing(writer: Page, user: User) -> None:
    draft = make_draft(user)
    writer.goto(form_of(draft))
    write_body(writer, BODY)
    writer.context.set_offline(True)
    writer.get_by_role("button", name="Simpan").click()
    writer.wait_for_url("chrome-error://**")
    writer.context.set_offline(False)
    later = writer.context.new_page()
    writer.close()

    later.goto(form_of(draft))
    offer(later).get_by_role("button", name="Pulihkan").click()

    wait_for_editor(later)
    wait_until(later, "html => CKEDITOR.instances.id_body.getData().trim() === html", BODY)


def test_refused_form_goes_on_with_its_copy(writer: Page) -> None:
    writer.goto(ADD)
    writer.fill("#id_title", TITLE)
    writer.get_by_role("button", name="Ajukan").click()  # without a body
    expect(writer.locator(".errornote")).to_be_visible()
    expect(offer(writer)).to_have_count(0)
    writer.goto("/admin/")

    writer.goto(ADD)
    offer(writer).get_by_role("button", name="Pulihkan").click()
    expect(writer.locator("#id_title")).to_have_value(TITLE)


def test_restoring_overwrites_nobody_who_saved_meanwhile(
    writer: Page, user: User, browser: Browser, site: LiveServer
) -> None:
    article = make_draft(user, title="Judul Lama")
    kept = article.corrections.create(text="Ralat pertama")
    gone = article.corrections.create(text="Ralat kedua")
    writer.goto(form_of(article))
    writer.fill("#id_title", TITLE)
    writer.fill("#id_corrections-1-text", "Ralat kedua, ditambah")
    is_kept(writer, "ditambah")
    writer.goto("/admin/")
    editor = open_admin(browser, site, make_user("Editor", full_name="Editor Pagi").username)
    editor.goto(form_of(article))
    editor.fill("#id_summary", "Ringkasan dari editor.")
    editor.get_by_role("button", name="Simpan").click()
    expect(editor.locator("main > .messagelist")).to_contain_text("tersimpan")
    gone.delete()

    writer.goto(form_of(article))
    offer(writer).get_by_role("button", name="Pulihkan").click()
    expect(writer.locator("#id_summary")).to_have_value("Ringkasan dari editor.")
    expect(writer.locator("#id_corrections-0-text")).to_have_value(kept.text)
    expect(writer.locator("#id_corrections-1-text")).to_have_value("Ralat kedua, ditambah")
    writer.get_by_role("button", name="Simpan").click()

    expect(writer.locator(".errorlist").first).to_contain_text("Editor Pagi")
    writer.get_by_role("button", name="Simpan").click()
    expect(writer.locator("main > .messagelist")).to_contain_text("tersimpan")
    assert list(article.corrections.order_by("pk").values_list("text", flat=True)) == [
        "Ralat pertama",
        "Ralat kedua, ditambah",
    ]


def test_copy_of_a_form_that_was_locked_can_still_be_read(writer: Page, user: User) -> None:
    article = make_draft(user)
    writer.goto(form_of(article))
    write_body(writer, BODY)
    is_kept(writer, "Posko mudik")
    Article.objects.filter(pk=article.pk).update(status=Status.REVIEW)

    writer.get_by_role("button", name="Simpan").click()
    writer.goto(form_of(article))

    expect(offer(writer)).to_contain_text("sedang terkunci")
    expect(offer(writer).get_by_role("button", name="Pulihkan")).to_have_count(0)
    offer(writer).get_by_text("Lihat isinya").click()
    expect(offer(writer).locator("dd")).to_have_text("Posko mudik dibuka di Merak.")


def test_thrown_away_copy_comes_back_when_it_was_a_slip(writer: Page) -> None:
    writer.goto(ADD)
    writer.fill("#id_title", TITLE)
    is_kept(writer, TITLE)
    writer.reload()

    offer(writer).get_by_role("button", name="Buang").click()
    assert kept_copies(writer) == 0
    writer.get_by_role("button", name="Jangan dibuang").click()
    expect(offer(writer)).to_be_visible()
    assert kept_copies(writer) == 1


def test_second_tab_is_offered_the_text_once_the_first_is_gone(writer: Page) -> None:
    writer.goto(ADD)
    writer.fill("#id_title", TITLE)
    is_kept(writer, TITLE)
    second = writer.context.new_page()
    second.goto(ADD)
    wait_for_editor(second)
    expect(offer(second)).to_have_count(0)
    second.fill("#id_title", "Tulisan lain")
    is_kept(second, "Tulisan lain")

    writer.close()

    expect(offer(second)).to_be_visible()
    assert kept_copies(second) == 2


def test_leaving_is_asked_about_only_after_a_change(writer: Page) -> None:
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    writer.on("dialog", answer)
    writer.goto(ADD)
    wait_for_editor(writer)
    writer.locator("#id_title").click()
    writer.goto("/admin/")
    assert asked == []

    writer.goto(ADD)
    writer.fill("#id_title", TITLE)
    writer.goto("/admin/")

    assert asked == ["beforeunload"]


def test_full_storage_is_told_softly(writer: Page) -> None:
    writer.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError'); }"
    )
    writer.goto(ADD)

    writer.fill("#id_title", TITLE)

    expect(writer.locator(".draft-warning")).to_contain_text("Tekan Simpan lebih sering")


def test_copy_older_than_two_weeks_is_gone(writer: Page) -> None:
    writer.goto(ADD)
    writer.fill("#id_title", TITLE)
    is_kept(writer, TITLE)
    writer.goto("/admin/")
    writer.evaluate(
        """() => {
          const key = Object.keys(localStorage).find((key) => key.startsWith("naskah:"));
          const copy = JSON.parse(localStorage[key]);
          localStorage[key] = JSON.stringify({ ...copy, at: copy.at - 14 * 24 * 3600 * 1000 });
        }"""
    )

    writer.goto(ADD)

    wait_for_editor(writer)
    assert kept_copies(writer) == 0
