"""The text that staff copy into WhatsApp."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from cilegon_portal.publishing.models import Status
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db


def _editor() -> Client:
    client = Client()
    client.force_login(make_user("Editor"))
    return client


def _path(pk: int) -> str:
    return f"/admin/news/article/{pk}/teks-whatsapp/"


def test_text_holds_bold_title_summary_and_address() -> None:
    article = make_article(title="Onthel & Kota", slug="onthel", summary="Warga bersepeda.")

    page = _editor().get(_path(article.pk))

    assert page.context["text"] == (
        "*Onthel & Kota*\n\nWarga bersepeda.\n\nhttp://localhost:8000/berita/onthel/"
    )
    assert "*Onthel &amp; Kota*" in page.text
    assert "Pembaca belum dapat" not in page.text


def test_scheduled_article_says_that_readers_cannot_open_it_yet() -> None:
    article = make_article(published_at=timezone.now() + timedelta(hours=1))

    page = _editor().get(_path(article.pk)).text

    assert "Dijadwalkan" in page
    assert "Pembaca belum dapat membuka alamat ini" in page


def test_draft_of_another_writer_is_not_found() -> None:
    client = Client()
    client.force_login(make_user("Penulis"))
    article = make_article(status=Status.DRAFT)

    assert client.get(_path(article.pk)).status_code == 404


def test_visitor_is_sent_to_sign_in(client: Client) -> None:
    response = client.get(_path(make_article().pk))

    assert response.status_code == 302
    assert response["Location"].startswith("/")


def test_account_without_news_is_refused() -> None:
    client = Client()
    client.force_login(make_user(is_staff=True))

    assert client.get(_path(make_article().pk)).status_code == 403
