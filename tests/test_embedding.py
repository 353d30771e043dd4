"""Pages that other sites show in a frame."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.factories import make_article, make_event

pytestmark = pytest.mark.django_db

EMBEDS = ("/berita/sematkan/", "/agenda/sematkan/")


@pytest.mark.parametrize("path", EMBEDS)
def test_any_site_may_frame_it_and_nothing_in_it_acts(client: Client, path: str) -> None:
    response = client.get(path)

    policy = response["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "script-src 'none'" in policy
    assert "form-action 'none'" in policy
    assert "X-Frame-Options" not in response.headers
    assert "<form" not in response.text
    assert '<base target="_top">' in response.text
    assert not response.cookies


@pytest.mark.parametrize("path", ["/berita/", "/agenda/", "/aspirasi/", "/admin/login/"])
def test_no_other_page_may_be_framed(client: Client, path: str) -> None:
    response = client.get(path)

    assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
    assert response["X-Frame-Options"] == "DENY"


def test_newest_articles_and_next_events_are_shown(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(7):
        make_article(title=f"Berita ke-{number}")
        make_event(title=f"Acara ke-{number}")
    client.get("/berita/sematkan/")

    with django_assert_num_queries(1):
        articles = client.get("/berita/sematkan/").text
    with django_assert_num_queries(1):
        events = client.get("/agenda/sematkan/").text

    assert "Berita ke-6" in articles
    assert "Berita ke-1" not in articles
    assert "Acara ke-0" in events
    assert "Acara ke-6" not in events


@pytest.mark.parametrize("path", EMBEDS)
def test_page_of_open_data_has_the_line_to_copy(client: Client, path: str) -> None:
    assert f"&lt;iframe src=&quot;http://localhost:8000{path}" in client.get("/data/").text.replace(
        '"', "&quot;"
    )
