"""What the server tells the browser about copies of unsaved text; the rest is tests/browser."""

import re

import pytest
from django.test import Client

from cilegon_portal.accounts.models import User
from cilegon_portal.office.models import Page
from cilegon_portal.publishing.models import Status
from tests.factories import make_article, make_user

pytestmark = pytest.mark.django_db

ADD = "/admin/office/page/add/"


@pytest.fixture
def editor() -> User:
    return make_user("Editor")


def _saved_copies(client: Client, path: str = "/admin/") -> list[str]:
    found = re.search(r'data-saved="([^"]*)"', client.get(path).text)
    assert found is not None
    return found[1].split()


def test_saved_copy_is_listed_on_the_next_pages(client: Client, editor: User) -> None:
    client.force_login(editor)

    client.post(ADD, {"title": "Layanan", "body": "<p>Isi.</p>", "position": 1, "naskah": "a1"})

    page = Page.objects.get(title="Layanan")
    assert _saved_copies(client) == ["a1"]
    assert _saved_copies(client, f"/admin/office/page/{page.pk}/change/") == ["a1"]


def test_refused_form_names_its_copy_and_saves_none(client: Client, editor: User) -> None:
    client.force_login(editor)

    response = client.post(ADD, {"title": "", "naskah": "a1"})

    assert 'data-naskah="a1"' in response.text
    assert _saved_copies(client) == []


def test_name_of_a_copy_that_no_browser_makes_is_not_kept(client: Client, editor: User) -> None:
    client.force_login(editor)

    client.post(ADD, {"title": "Layanan", "body": "<p>Isi.</p>", "position": 1, "naskah": "a 1"})

    assert Page.objects.filter(title="Layanan").exists()
    assert _saved_copies(client) == []


def test_signing_in_again_never_ends_at_an_address_that_only_takes_forms(
    client: Client, editor: User
) -> None:
    article = make_article(status=Status.REVIEW, published_at=None)
    move = f"/admin/news/article/{article.pk}/pindah/"

    refused = client.post(move, {"_pindah": "setujui"})
    client.force_login(editor)
    response = client.get(move)

    assert refused.headers["Location"] == f"/admin/login/?next={move}"
    assert response.headers["Location"] == f"/admin/news/article/{article.pk}/change/"


def test_refused_key_leads_back_to_the_form(editor: User) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(editor)

    response = client.post(f"{ADD}?_changelist_filters=q%3Dx", {"title": "Layanan"})

    assert response.status_code == 403
    assert f'href="{ADD}?_changelist_filters=q%3Dx"' in response.text
