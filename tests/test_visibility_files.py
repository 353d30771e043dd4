"""Files that belong to an article: shown to the public exactly while the article is."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.test.utils import override_settings

from cilegon_portal.library.uploads import store_document, store_picture
from news.cards import card_path
from news.models import Article, Attachment
from tests.factories import make_article, make_user
from tests.library import images
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db

Address = Callable[..., str]


def _main_picture(**fields: Any) -> str:
    picture = store_picture(images.jpeg(800, 450), title="Foto", alt_text="Warga")
    make_article(picture=picture, **fields)
    return picture.rendition_url(720, "jpg")


def _gallery_picture(**fields: Any) -> str:
    picture = store_picture(images.jpeg(800, 450), title="Foto", alt_text="Warga")
    Attachment.objects.create(article=make_article(**fields), picture=picture)
    return picture.rendition_url(360, "avif")


def _document(**fields: Any) -> str:
    document = store_document(images.pdf(), title="Surat", file_name="surat.pdf")
    Attachment.objects.create(article=make_article(**fields), document=document)
    return document.get_absolute_url()


def _card(**fields: Any) -> str:
    return card_path(make_article(**fields))


def _card_of_another_version(**fields: Any) -> str:
    return f"/berita/{make_article(**fields).slug}/kartu-0000000000.jpg"


ADDRESSES: dict[str, Address] = {
    "main picture": _main_picture,
    "gallery picture": _gallery_picture,
    "document": _document,
    "share card": _card,
    "share card of another version": _card_of_another_version,
}
CARDS = {name: address for name, address in ADDRESSES.items() if "card" in name}


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_file_of_a_hidden_article_is_not_sent(
    client: Client, fields: dict[str, Any], address: Address
) -> None:
    path = address(**fields)

    assert client.get(path, follow=True).status_code in {404, 410}
    assert client.head(path, follow=True).status_code in {404, 410}


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_file_of_a_public_article_is_sent(client: Client, address: Address) -> None:
    path = address()

    assert client.get(path, follow=True).status_code == 200
    assert client.head(path, follow=True).status_code == 200


# Pictures and documents are the whole staff's to choose from: of articles they say nothing.
@pytest.mark.parametrize("address", CARDS.values(), ids=CARDS)
@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_card_of_a_hidden_article_is_not_sent_to_another_writer(
    client: Client, fields: dict[str, Any], address: Address
) -> None:
    client.force_login(make_user("Penulis"))

    assert client.get(address(**fields), follow=True).status_code in {404, 410}


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_no_cache_keeps_the_file_of_a_hidden_article(
    client: Client, fields: dict[str, Any], address: Address
) -> None:
    client.force_login(make_user("Editor"))

    response = client.get(address(**fields), follow=True)

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_file_that_was_kept_is_asked_for_in_vain_once_the_article_is_withdrawn(
    client: Client, address: Address
) -> None:
    path = address()
    etag = client.get(path, follow=True)["ETag"]
    Article.objects.update(status="ditarik")

    response = client.get(path, headers={"if-none-match": etag}, follow=True)

    assert response.status_code in {404, 410}


@override_settings(MEDIA_ACCEL_PREFIX="/_media/")
@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_web_server_is_not_told_to_send_it_either(
    client: Client, fields: dict[str, Any], address: Address
) -> None:
    response = client.get(address(**fields), follow=True)

    assert response.status_code in {404, 410}
    assert "X-Accel-Redirect" not in response
