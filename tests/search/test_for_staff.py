"""The index in the admin: whole texts, hidden items included, and nobody sees more than before."""

import pytest
from django.test import Client

from cilegon_portal.publishing.models import Status
from tests.factories import make_article, make_picture, make_user

pytestmark = pytest.mark.django_db


def _client(role: str) -> Client:
    client = Client()
    client.force_login(make_user(role, is_staff=True))
    return client


@pytest.mark.parametrize("query", ["membangun", "jerang bangunan", '"kota membangun"', "embang"])
def test_articles_are_found_by_their_text_and_by_parts_of_the_title(query: str) -> None:
    make_article(title="Kota Membangun", body="<p>Di Jerang.</p>", status=Status.DRAFT)
    make_article(title="Pasar Rakyat")

    text = _client("Editor").get("/admin/news/article/", {"q": query}).text

    assert "Kota Membangun" in text
    assert "Pasar Rakyat" not in text


def test_writer_does_not_find_the_drafts_of_others() -> None:
    make_article(title="Kota Membangun", status=Status.DRAFT)

    assert "Kota Membangun" not in _client("Penulis").get("/admin/news/article/?q=kota").text


@pytest.mark.parametrize("query", ["sepeda", "alun-alun bersepeda", "onth"])
def test_photos_are_found_by_their_words(query: str) -> None:
    make_picture(title="Onthel", alt_text="Warga bersepeda di alun-alun")
    make_picture(title="Pasar", alt_text="Pedagang")

    found = _client("Editor").get("/admin/library/picture/pilih/", {"q": query}).json()["pictures"]

    assert [picture["title"] for picture in found] == ["Onthel"]


def test_photos_are_in_no_public_result(client: Client) -> None:
    make_picture(title="Onthel", alt_text="Onthel")

    assert client.get("/cari/?q=onthel").context["results"] == []
