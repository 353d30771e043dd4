"""A forgotten password is replaced through a letter that only its owner receives."""

import re
import threading
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, build_opener

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from pytest_django.live_server_helper import LiveServer

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


def _ask(client: Client, email: str, address: str = "192.0.2.1") -> bool:
    """Ask for a new password; tell whether that was accepted."""
    response = client.post("/akun/lupa-sandi/", {"email": email}, REMOTE_ADDR=address)
    return response.status_code == 302


@pytest.mark.parametrize(("account", "letters"), [("pegawai@example.org", 3), ("", 0)])
def test_mailbox_is_not_flooded(
    client: Client, mailoutbox: list[EmailMessage], account: str, letters: int
) -> None:
    make_user(email=account)
    asked = [_ask(client, "Pegawai@example.org", f"192.0.2.{number}") for number in range(4)]

    assert asked == [True, True, True, False]
    assert len(mailoutbox) == letters
    refused = client.post("/akun/lupa-sandi/", {"email": "pegawai@example.org"})
    assert "Terlalu banyak permintaan" in refused.text


def test_one_address_cannot_ask_for_many(client: Client) -> None:
    asked = [_ask(client, f"pegawai{number}@example.org") for number in range(11)]

    assert asked == [True] * 10 + [False]
    assert _ask(client, "pegawai0@example.org", "192.0.2.2")


@pytest.mark.django_db(transaction=True)
def test_answer_does_not_wait_for_the_mail_server(
    live_server: LiveServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_user(email="pegawai@example.org")
    answered, sent = threading.Event(), threading.Event()

    def send(message: EmailMessage) -> None:
        assert answered.wait(30), "the mail went out before the answer"
        sent.set()

    monkeypatch.setattr(EmailMessage, "send", send)
    browser = build_opener(HTTPCookieProcessor())
    page = browser.open(f"{live_server.url}/akun/lupa-sandi/").read().decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert token is not None
    form = urlencode({"csrfmiddlewaretoken": token[1], "email": "pegawai@example.org"})

    answer = browser.open(f"{live_server.url}/akun/lupa-sandi/", form.encode())

    assert answer.url.endswith("/akun/lupa-sandi/terkirim/")
    answered.set()
    assert sent.wait(30)


@pytest.mark.parametrize("page", ["lupa-sandi/", "lupa-sandi/terkirim/"])
def test_pages_stay_out_of_search_engines(client: Client, page: str) -> None:
    assert client.get(f"/akun/{page}").headers["X-Robots-Tag"] == "noindex, nofollow"
