"""The staff's side: a writer finds nothing of an article that is neither public nor their own.

Surfaces answer for "penulis2", who is signed in and did not write the article. Editors see all.
"""

from typing import Any

import pytest
from django.test import Client

from cilegon_portal.publishing.models import Status
from news.models import Article
from tests.factories import make_article, make_category, make_picture, make_user
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db

MARKS = ("Rahasia", "rahasia-kota")
# Where a public article is shown to every writer: the control.
SURFACES = {
    "list": "/admin/news/article/",
    "search in the list": "/admin/news/article/?q=tersembunyi",
    "list as raw id": "/admin/news/article/?_popup=1",
    "form": "/admin/news/article/{pk}/change/",
    "history": "/admin/news/article/{pk}/history/",
    "teks WhatsApp": "/admin/news/article/{pk}/teks-whatsapp/",
    "autocomplete": (
        "/admin/autocomplete/?app_label=news&model_name=article&field_name=related&term=tersembunyi"
    ),
    "a form that relates to it": "/admin/news/article/{own}/change/",
}
# Where articles of others have no place, public or not.
SILENT = {
    "desk": "/admin/",
    "picture dialog": "/admin/library/picture/pilih/?q=foto",
    "list of pictures": "/admin/library/picture/",
    "form of its picture": "/admin/library/picture/{picture}/change/",
    "deletion": "/admin/news/article/{pk}/delete/",
    "pages": "/admin/office/page/",
}


def _make(**fields: Any) -> Article:
    return make_article(
        **{
            "title": "Rahasia Kota",
            "slug": "rahasia-kota",
            "summary": "Perkara yang tersembunyi.",
            "picture": make_picture(title="foto"),
            "created_by": make_user("Penulis", is_staff=True),
            **fields,
        }
    )


@pytest.fixture
def other() -> Client:
    """Return a writer's browser, signed in; its own draft is the article that "{own}" names."""
    client = Client()
    client.force_login(make_user("Penulis", username="penulis2", is_staff=True))
    return client


def _text(client: Client, surface: str, article: Article) -> str:
    writer = client.session["_auth_user_id"]
    own = make_article(title="Punyaku", status=Status.DRAFT, created_by_id=writer)
    own.related.add(article)
    path = surface.format(pk=article.pk, own=own.pk, picture=article.picture_id)
    return client.get(path, follow=True).text


def _shows(text: str) -> bool:
    return any(mark in text for mark in MARKS)


@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES)
@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_hidden_article_of_another_is_absent(
    other: Client, fields: dict[str, Any], surface: str
) -> None:
    assert not _shows(_text(other, surface, _make(**fields)))


@pytest.mark.parametrize("surface", SURFACES.values(), ids=SURFACES)
def test_public_article_of_another_does_appear(other: Client, surface: str) -> None:
    assert _shows(_text(other, surface, _make()))


@pytest.mark.parametrize("surface", SILENT.values(), ids=SILENT)
@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_hidden_article_of_another_is_not_told_of(
    other: Client, fields: dict[str, Any], surface: str
) -> None:
    assert not _shows(_text(other, surface, _make(**fields)))


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_hidden_article_cannot_be_related_by_guessing_its_number(
    other: Client, fields: dict[str, Any]
) -> None:
    hidden = _make(**fields)

    page = other.post(
        "/admin/news/article/add/",
        {**_form(), "related": [hidden.pk]},
        follow=True,
    )

    assert not _shows(page.text)
    assert not Article.objects.filter(related=hidden).exists()


def test_public_article_of_another_may_be_related(other: Client) -> None:
    article = _make()

    other.post("/admin/news/article/add/", {**_form(), "related": [article.pk]})

    assert Article.objects.get(title="Punyaku").related.contains(article)


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_saving_keeps_the_hidden_article_that_an_editor_related(
    other: Client, fields: dict[str, Any]
) -> None:
    hidden = _make(**fields)
    own = make_article(created_by_id=other.session["_auth_user_id"], status=Status.DRAFT)
    own.related.add(hidden)

    other.post(
        f"/admin/news/article/{own.pk}/change/",
        {**_form(), "version": own.version, "related": [hidden.pk]},
    )

    own.refresh_from_db()
    assert own.title == "Punyaku"
    assert own.related.contains(hidden)


def _form() -> dict[str, Any]:
    parts = {
        f"{part}-{name}": value
        for part in ("attachments", "corrections")
        for name, value in {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}.items()
    }
    return {
        **parts,
        "title": "Punyaku",
        "body": "<p>Isi.</p>",
        "kind": "berita",
        "category": make_category().pk,
        "information_class": "berkala",
        "front_page": 0,
    }


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
@pytest.mark.parametrize("address", ["change", "pindah"])
def test_hidden_article_of_another_takes_no_form(
    other: Client, address: str, fields: dict[str, Any]
) -> None:
    article = _make(**fields)

    response = other.post(
        f"/admin/news/article/{article.pk}/{address}/", {**_form(), "_pindah": "ajukan"}
    )

    assert response.status_code == 404
    article.refresh_from_db()
    assert article.title == "Rahasia Kota"


def test_anonymous_reader_is_led_to_signing_in(client: Client) -> None:
    article = _make(status=Status.DRAFT)

    for surface in (*SURFACES.values(), *SILENT.values()):
        path = surface.format(pk=article.pk, own=article.pk, picture=article.picture_id)
        response = client.get(path)
        assert response.status_code == 302
        assert response["Location"].startswith("/admin/login/")
