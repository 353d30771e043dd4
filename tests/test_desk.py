"""What waits on the admin's front page."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.models import Status
from tests.factories import make_article, make_picture, make_user

pytestmark = pytest.mark.django_db


def _desk(user: User) -> str:
    return _signed_in(user).get("/admin/").content.decode()


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_writer_sees_own_draft_and_not_anothers() -> None:
    writer, other = make_user("Penulis"), make_user("Penulis")
    mine = make_article(title="Pasar Kranggot Ditata", status=Status.DRAFT, created_by=writer)
    make_article(title="Rahasia Orang Lain", status=Status.DRAFT, created_by=other)

    page = _desk(writer)

    assert f'<a href="/admin/news/article/{mine.pk}/change/">Pasar Kranggot Ditata</a>' in page
    assert "Rahasia Orang Lain" not in page


def test_editor_sees_what_waits_with_its_first_blocker() -> None:
    picture = make_picture(alt_text="")
    make_article(title="Merak Lancar", status=Status.REVIEW, picture=picture)

    page = _desk(make_user("Editor"))

    assert "Merak Lancar" in page
    assert '<span class="desk-tag warn">Teks alternatif kosong</span>' in page


def test_editor_sees_that_an_article_in_order_is_ready() -> None:
    make_article(status=Status.REVIEW)

    assert '<span class="desk-tag ok">Siap terbit</span>' in _desk(make_user("Editor"))


def test_writer_has_no_review_box() -> None:
    make_article(title="Milik Penulis Lain", status=Status.REVIEW)

    page = _desk(make_user("Penulis"))

    assert "Milik Penulis Lain" not in page
    assert "<h2>Menunggu tinjauan</h2>" not in page


def test_writer_reads_why_an_article_came_back() -> None:
    writer = make_user("Penulis")
    make_article(
        status=Status.RETURNED, created_by=writer, review_note="Tambahkan nama narasumber."
    )

    assert "<small>Tambahkan nama narasumber.</small>" in _desk(writer)


def test_scheduled_article_stands_on_the_editors_desk() -> None:
    make_article(title="Besok Gerak Jalan", published_at=timezone.now() + timedelta(days=1))
    make_article(title="Sudah Tampil")

    page = _desk(make_user("Editor"))

    assert "Besok Gerak Jalan" in page
    assert "Sudah Tampil" not in page


@pytest.mark.parametrize(
    ("role", "writes", "announces"),
    [("Penulis", True, False), ("Pengelola Situs", True, True), ("Petugas KIM", True, False)],
)
def test_quick_buttons_follow_permissions(role: str, *, writes: bool, announces: bool) -> None:
    page = _desk(make_user(role))

    assert ('<a href="/admin/news/article/add/">Tulis berita</a>' in page) is writes
    assert ("Pasang pemberitahuan</a>" in page) is announces


@pytest.mark.parametrize("number", [1, 9])
def test_desk_costs_the_same_for_any_number_of_articles(
    number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    editor = make_user("Editor")
    client = _signed_in(editor)
    for _ in range(number):
        make_article(status=Status.REVIEW, picture=make_picture(), created_by=make_user("Penulis"))
        make_article(status=Status.DRAFT, created_by=editor)

    client.get("/admin/")  # the first page of five minutes also lengthens the session

    # session, user, 2 for permissions, 7 boxes, 2 for the photos of what waits
    with django_assert_num_queries(13):
        client.get("/admin/")


def test_title_field_says_when_to_warn() -> None:
    page = _signed_in(make_user("Penulis")).get("/admin/news/article/add/").content.decode()

    assert 'data-count-warn="90" data-count-max="120"' in page
    assert "js/admin/title-counter" in page


def test_article_form_leads_to_the_whatsapp_text() -> None:
    article = make_article()

    page = _signed_in(make_user("Editor")).get(f"/admin/news/article/{article.pk}/change/")

    assert f'href="/admin/news/article/{article.pk}/teks-whatsapp/"' in page.content.decode()


def test_empty_boxes_stand_behind_what_waits() -> None:
    make_article(title="Menunggu", status=Status.REVIEW)

    boxes = _signed_in(make_user("Editor")).get("/admin/").context["desk_boxes"]

    assert [bool(box.rows) for box in boxes] == [True] + [False] * (len(boxes) - 1)
    assert len(boxes) > 1
