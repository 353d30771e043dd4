"""A forgotten password is replaced through a letter that only its owner receives."""

import re

import pytest
from django.core.mail import EmailMessage
from django.test import Client

from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_login_page_offers_a_new_password(client: Client) -> None:
    assert 'href="/akun/lupa-sandi/"' in client.get("/admin/login/").text


def test_letter_leads_to_a_new_password(client: Client, mailoutbox: list[EmailMessage]) -> None:
    user = make_user(email="pegawai@example.org")

    client.post("/akun/lupa-sandi/", {"email": user.email}, HTTP_HOST="127.0.0.1")

    found = re.search(r"http://localhost:8000(/akun/sandi-baru/\S+)", str(mailoutbox[0].body))
    assert found is not None
    form = client.get(found[1]).headers["Location"]
    new = {"new_password1": "sandi-baru-2026", "new_password2": "sandi-baru-2026"}
    assert client.post(form, new).headers["Location"] == "/akun/sandi-baru/selesai/"
    user.refresh_from_db()
    assert user.check_password("sandi-baru-2026")
    assert 'href="/admin/login/"' in client.get("/akun/sandi-baru/selesai/").text


def test_answer_does_not_tell_who_has_an_account(
    client: Client, mailoutbox: list[EmailMessage]
) -> None:
    response = client.post("/akun/lupa-sandi/", {"email": "tidak-ada@example.org"})

    assert response.headers["Location"] == "/akun/lupa-sandi/terkirim/"
    assert mailoutbox == []


@pytest.mark.parametrize("page", ["lupa-sandi/", "lupa-sandi/terkirim/"])
def test_pages_stay_out_of_search_engines(client: Client, page: str) -> None:
    assert client.get(f"/akun/{page}").headers["X-Robots-Tag"] == "noindex, nofollow"
