"""Documents of events before they are public: for who may know all of the agenda, and who uploaded them."""

import pytest
from django.test import Client

from agenda.documents import EventDocument
from cilegon_portal.accounts.models import User
from cilegon_portal.library.models import Document
from cilegon_portal.library.uploads import store_document
from cilegon_portal.publishing.models import Status
from news.models import Attachment
from tests.factories import make_article, make_category, make_event, make_user
from tests.library import images

pytestmark = pytest.mark.django_db

INSIDE = ["Petugas Agenda", "Ajudan", "Pengelola Situs"]
OUTSIDE = ["Penulis", "Editor", "Petugas KIM", "Pengurus KIM"]


@pytest.fixture
def document() -> Document:
    """Return the internal document of a closed event."""
    document = store_document(images.pdf(), title="Risalah Rahasia", file_name="risalah.pdf")
    EventDocument.objects.create(event=make_event(audience="tertutup"), document=document)
    return document


def _client(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def _article_form(document: Document) -> dict[str, object]:
    return {
        "title": "Berita Penulis",
        "kind": "berita",
        "category": make_category().pk,
        "version": 0,
        "attachments-TOTAL_FORMS": 1,
        "attachments-INITIAL_FORMS": 0,
        "attachments-0-document": document.pk,
        "attachments-0-position": 1,
        "corrections-TOTAL_FORMS": 0,
        "corrections-INITIAL_FORMS": 0,
    }


@pytest.mark.parametrize("role", INSIDE)
def test_who_may_know_all_of_the_agenda_reads_it(document: Document, role: str) -> None:
    client = _client(make_user(role))

    assert client.get(document.get_absolute_url()).status_code == 200


@pytest.mark.parametrize("role", OUTSIDE)
def test_nobody_else_does(document: Document, role: str) -> None:
    client = _client(make_user(role))

    assert client.get(document.get_absolute_url()).status_code == 404
    assert "Risalah Rahasia" not in client.get("/admin/library/document/").text
    assert client.get(f"/admin/library/document/{document.pk}/change/").status_code in {302, 403}


def test_other_documents_are_everybodys(document: Document) -> None:
    other = store_document(images.pdf(), title="Formulir", file_name="formulir.pdf")
    client = _client(make_user("Penulis"))

    assert client.get(other.get_absolute_url()).status_code == 200
    assert "Formulir" in client.get("/admin/library/document/").text


def test_who_uploaded_it_reads_it(document: Document) -> None:
    writer = make_user("Penulis")
    Document.objects.filter(pk=document.pk).update(uploaded_by=writer)

    assert _client(writer).get(document.get_absolute_url()).status_code == 200


def test_its_number_puts_it_into_no_article_and_tells_no_title(document: Document) -> None:
    client = _client(make_user("Penulis"))

    page = client.post("/admin/news/article/add/", _article_form(document))

    assert page.status_code == 200
    assert "Berita Penulis" in page.text
    assert "Risalah Rahasia" not in page.text
    assert not Attachment.objects.exists()


def test_what_the_agenda_hands_to_the_newsroom_is_read_there(document: Document) -> None:
    article = make_article(status=Status.REVIEW)
    Attachment.objects.create(article=article, document=document)
    editor = _client(make_user("Editor"))

    assert editor.get(document.get_absolute_url()).status_code == 200
    assert "Risalah Rahasia" in editor.get(f"/admin/news/article/{article.pk}/change/").text


@pytest.mark.parametrize("number", ["x", "²", "9" * 20, "9" * 5_000])
def test_what_is_no_number_of_a_document_is_told(number: str) -> None:
    client = _client(make_user("Penulis"))
    document = Document(pk=number)

    page = client.post("/admin/news/article/add/", _article_form(document))

    assert page.status_code == 200
    assert "Berita Penulis" in page.text
