"""Error pages: in the design, and standing when little else does."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import include, path
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.publishing.models import Status
from news.models import Article
from tests.factories import make_article


def _break(request: HttpRequest) -> HttpResponse:
    raise RuntimeError


def _refuse(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


urlpatterns = [
    path("rusak/", _break),
    path("tertutup/", _refuse),
    path("", include("cilegon_portal.urls")),
]


@pytest.mark.django_db
@override_settings(ROOT_URLCONF="tests.design.test_errors")
def test_refusal_is_in_the_design(client: Client) -> None:
    response = client.get("/tertutup/")

    assert response.status_code == 403
    assert "Halaman ini tidak terbuka" in response.text
    assert 'class="masthead"' in response.text


@pytest.mark.django_db
@override_settings(ROOT_URLCONF="tests.design.test_errors")
def test_failure_is_told_without_asking_the_database(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    client = Client(raise_request_exception=False)

    with django_assert_num_queries(0):
        response = client.get("/rusak/")

    assert response.status_code == 500
    assert "Gangguan sementara" in response.text
    assert "<style" not in response.text


def test_unreadable_request_is_told_without_asking_the_database(client: Client) -> None:
    response = client.get("/", headers={"host": "penyusup.example"})

    assert response.status_code == 400
    assert "Permintaan tidak terbaca" in response.text


@pytest.mark.django_db
def test_withdrawn_page_is_in_the_design_and_is_not_kept(client: Client) -> None:
    make_article(slug="dulu")
    Article.objects.update(status=Status.WITHDRAWN)

    response = client.get("/berita/dulu/")

    assert response.status_code == 410
    assert "Halaman sudah ditarik" in response.text
    assert response["Cache-Control"] == "no-cache"
