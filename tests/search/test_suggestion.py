"""“Mungkin maksud Anda”: mends what was mistyped, and gives away nothing that is hidden."""

import pytest
from django.test import Client

from agenda.catalogue import Audience
from cilegon_portal.publishing.models import Status
from news.models import Article
from tests.factories import make_article, make_event
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db


def suggested(client: Client, query: str) -> str:
    """Return the query that is offered instead of *query*; nothing where none is."""
    return str(client.get("/cari/", {"q": query}).context["suggestion"])


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("onthl", "onthel"),
        ("ontehl", "onthel"),
        ("oonthel", "onthel"),
        ("Gowes onthl di kota", "Gowes onthel di kota"),
        ("pelayann", "pelayanan"),
    ],
)
def test_mistyped_word_is_mended(client: Client, typed: str, meant: str) -> None:
    make_article(title="Gowes Onthel", body="<p>Pelayanan kota.</p>")

    assert suggested(client, typed) == meant
    page = client.get("/cari/", {"q": typed}).text
    assert "Mungkin maksud Anda" in page


@pytest.mark.parametrize("query", ["onthel", "mangrove", "gowis 123456", "ABC", "grogol"])
def test_known_and_wholly_different_words_are_left(client: Client, query: str) -> None:
    make_article(title="Gowes Onthel")

    assert suggested(client, query) in {"", "gowes 123456"}


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_words_of_hidden_items_are_not_offered(client: Client, fields: dict[str, object]) -> None:
    article = make_article(title="Rahasia")
    make_article(title="Merahasiakan")
    Article.objects.filter(pk=article.pk).update(**fields)

    assert suggested(client, "rahasis") == ""


def test_hidden_word_is_as_unknown_as_one_that_nobody_wrote(client: Client) -> None:
    make_article(title="Rahasia", status=Status.DRAFT)
    make_article(title="Rahasta")

    assert suggested(client, "rahasia") == "rahasta"


def test_words_of_a_closed_event_are_not_offered(client: Client) -> None:
    make_event(title="Rahasia", audience=Audience.CLOSED)
    make_event(title="Jamuan", summary="Rahasia", audience=Audience.INVITED)

    assert suggested(client, "rahasis") == ""
