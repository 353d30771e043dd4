"""Files of an event: public only while everyone may read its text and documents."""

from typing import Any

import pytest
from django.test import Client

from agenda.catalogue import Audience
from agenda.documents import EventDocument
from cilegon_portal.library.models import Document, Picture
from cilegon_portal.library.uploads import store_document, store_picture
from tests.factories import make_event
from tests.library import images
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db

NOT_IN_FULL = {
    "closed": {"audience": Audience.CLOSED},
    "undangan": {"audience": Audience.INVITED},
    **HIDDEN,
}


@pytest.fixture
def document() -> Document:
    return store_document(images.pdf(), title="Risalah", file_name="risalah.pdf")


@pytest.fixture
def picture() -> Picture:
    return store_picture(images.jpeg(), title="Aula", alt_text="Aula kota")


def _offer(document: Document, *, is_public: bool = True, **fields: Any) -> None:
    EventDocument.objects.create(event=make_event(**fields), document=document, is_public=is_public)


def _describe(picture: Picture, **fields: Any) -> str:
    address = f"/media/gambar/{picture.token}/720.webp"
    make_event(description=f'<figure><img src="{address}" alt="Aula"></figure>', **fields)
    return address


def test_public_document_of_an_open_event_is_public(client: Client, document: Document) -> None:
    _offer(document)

    assert client.get(document.get_absolute_url()).status_code == 200


def test_internal_document_is_not(client: Client, document: Document) -> None:
    _offer(document, is_public=False)

    assert client.get(document.get_absolute_url()).status_code == 404


@pytest.mark.parametrize("fields", NOT_IN_FULL.values(), ids=NOT_IN_FULL)
def test_document_of_an_event_that_is_not_read_in_full_is_not(
    client: Client, document: Document, fields: dict[str, Any]
) -> None:
    _offer(document, **fields)

    assert client.get(document.get_absolute_url()).status_code == 404


def test_picture_in_the_text_of_an_open_event_is_public(client: Client, picture: Picture) -> None:
    assert client.get(_describe(picture)).status_code == 200


@pytest.mark.parametrize("fields", NOT_IN_FULL.values(), ids=NOT_IN_FULL)
def test_picture_of_an_event_that_is_not_read_in_full_is_not(
    client: Client, picture: Picture, fields: dict[str, Any]
) -> None:
    assert client.get(_describe(picture, **fields)).status_code == 404
