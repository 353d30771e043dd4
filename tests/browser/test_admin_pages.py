"""Axe on the pages of the staff's side: phone and desk, light and dark.

The text inside an editor stands in a frame of its own, which axe is not run in: its style is
that of the article page, which test_public_pages.py checks.
"""

from collections.abc import Iterator
from datetime import date

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from cilegon_portal.publishing.models import Status
from community.boards import BoardMember, BoardRole
from community.groups import Group, MediaChannel
from community.private_files import store_private_file
from news.models import Attachment, Correction
from tests.browser.staff import open_admin, wait_for_editor
from tests.factories import (
    make_activity,
    make_article,
    make_board,
    make_contribution,
    make_group,
    make_occurrence,
    make_page,
    make_picture,
    make_registration,
    make_user,
)
from tests.library.images import pdf

SIGNED_OUT = [
    "/admin/login/",
    "/akun/lupa-sandi/",
    "/akun/lupa-sandi/terkirim/",
    "/akun/sandi-baru/x/y/",
    "/akun/sandi-baru/selesai/",
]
SIGNED_IN = [
    "/admin/",
    "/admin/news/article/",
    "/admin/news/article/add/",
    "/admin/news/article/{article}/change/",
    "/admin/news/article/{article}/history/",
    "/admin/news/article/{article}/delete/",
    "/admin/news/article/{article}/teks-whatsapp/",
    "/admin/news/category/",
    "/admin/library/picture/",
    "/admin/library/picture/add/",
    "/admin/library/picture/{picture}/change/",
    "/admin/library/document/add/",
    "/admin/office/siteprofile/1/change/",
    "/admin/office/page/{page}/change/",
    "/admin/office/official/add/",
    "/admin/regions/region/",
    "/admin/accounts/user/",
    "/admin/accounts/user/add/",
    "/admin/accounts/user/{user}/change/",
    "/admin/agenda/event/",
    "/admin/agenda/event/add/",
    "/admin/agenda/event/{event}/change/",
    "/admin/agenda/event/{event}/salin/",
    "/admin/agenda/occurrence/{occurrence}/change/",
    "/admin/agenda/kalender/2030/01/",
    "/admin/agenda/kalender/2030/01/05/",
    "/admin/agenda/teks-whatsapp/",
    "/admin/agenda/impor/",
    "/admin/agenda/ekspor/",
    "/admin/community/group/",
    "/admin/community/group/add/",
    "/admin/community/group/{group}/change/",
    "/admin/community/board/add/?kim={group}",
    "/admin/community/board/{board}/change/",
    "/admin/community/stage/",
    "/admin/community/activity/",
    "/admin/community/activity/add/",
    "/admin/community/activity/{activity}/change/",
    "/admin/community/contribution/",
    "/admin/community/contribution/add/",
    "/admin/community/contribution/{contribution}/change/",
    "/admin/community/laporan/",
    "/admin/community/membership/",
    "/admin/community/membership/add/",
    "/admin/community/group/ekspor/",
    "/admin/community/accesslog/",
    "/admin/community/registration/",
    "/admin/community/registration/{registration}/change/",
    "/admin/password_change/",
    "/admin/panduan/",
]


@pytest.fixture(scope="module")
def numbers(site: LiveServer, django_db_blocker: DjangoDbBlocker) -> dict[str, int]:
    """Return the primary keys that SIGNED_IN names; the article has rows in every table."""
    with django_db_blocker.unblock():
        manager = make_user("Pengelola Situs", username="pengelola")
        picture = make_picture()
        article = make_article(created_by=manager, picture=picture, title="Berita dengan galeri")
        Attachment.objects.create(article=article, picture=picture)
        Correction.objects.create(article=article, text="Sebelumnya tertulis pukul 19.00 WIB.")
        make_article(status=Status.REVIEW, published_at=None, created_by=make_user("Penulis"))
        occurrence = make_occurrence(first_on=date(2030, 1, 5))
        return {
            "activity": make_activity(picture=picture).pk,
            "article": article.pk,
            "contribution": make_contribution(picture=picture, state="draf").pk,
            "event": occurrence.event.pk,
            "group": (group := _group_with_a_twin()).pk,
            "board": _board_with_a_letter(group),
            "occurrence": occurrence.pk,
            "page": make_page().pk,
            "picture": picture.pk,
            "registration": make_registration(hold_reason="Berisi 3 tautan.").pk,
            "user": make_user("Editor").pk,
        }


def _group_with_a_twin() -> Group:
    make_group(name="KIM Palas", status=Status.DRAFT)
    group = make_group(name="KIM Palas", contact_phone="0254 391234")
    MediaChannel.objects.create(group=group, kind="situs", url="https://kim.id/")
    return group


def _board_with_a_letter(group: Group) -> int:
    board = make_board(group, sk_file=store_private_file(pdf(), name="SK Lurah.pdf"))
    BoardMember.objects.create(board=board, role=BoardRole.CHAIR, name="Nama ketua (contoh)")
    return board.pk


@pytest.fixture(scope="module")
def desk(browser: Browser, site: LiveServer, numbers: dict[str, int]) -> Iterator[Page]:
    """Return a page of Pengelola Situs, one sign-in for all tests."""
    page = open_admin(browser, site, "pengelola")
    yield page
    page.context.close()


def violations(page: Page) -> dict[tuple[int, str], str]:
    """Return axe's reports by width and scheme."""
    found = {}
    for width in (360, 1440):
        for scheme in ("light", "dark"):
            page.set_viewport_size({"width": width, "height": 900})
            page.emulate_media(color_scheme=scheme)
            results = Axe().run(page)
            if results.violations_count:
                found[width, scheme] = results.generate_report()
    return found


@pytest.mark.parametrize("path", SIGNED_OUT)
def test_page_before_signing_in_has_no_axe_violations(page: Page, path: str) -> None:
    page.goto(path)

    assert violations(page) == {}


@pytest.mark.parametrize("path", SIGNED_IN)
def test_page_of_the_admin_has_no_axe_violations(
    desk: Page, numbers: dict[str, int], path: str
) -> None:
    response = desk.goto(path.format(**numbers))
    desk.wait_for_load_state("networkidle")

    assert response is not None
    assert response.status == 200
    assert violations(desk) == {}


def test_refused_form_and_new_rows_have_no_axe_violations(desk: Page) -> None:
    desk.goto("/admin/news/article/add/")
    desk.get_by_role("button", name="Simpan").click()
    expect(desk.locator(".errornote")).to_be_visible()
    wait_for_editor(desk)
    for table in ("attachments", "corrections"):
        desk.locator(f"#{table}-group .add-row a").click()

    assert violations(desk) == {}


def test_contact_of_a_group_has_no_axe_violations(desk: Page, numbers: dict[str, int]) -> None:
    desk.goto(f"/admin/community/group/{numbers['group']}/change/")
    desk.get_by_role("button", name="Kontak untuk petugas").click()
    expect(desk.get_by_label("Kontak untuk petugas")).to_be_visible()

    assert violations(desk) == {}


def test_dialogs_have_no_axe_violations(desk: Page) -> None:
    desk.goto("/admin/news/article/add/")
    wait_for_editor(desk)
    desk.locator("[data-picture-choose]").first.click()
    expect(desk.locator(".picture-dialog__list li")).not_to_have_count(0)
    found = [violations(desk)]
    desk.keyboard.press("Escape")
    desk.fill("#id_title", "Tulisan yang belum tersimpan")
    desk.get_by_role("button", name="Keluar", exact=True).click()
    expect(desk.get_by_role("dialog")).to_be_visible()

    assert [*found, violations(desk)] == [{}, {}]
