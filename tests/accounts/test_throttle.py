"""Guessing passwords gets slow, without locking out the colleague at another address."""

import pytest
from django.test import Client

from tests.factories import make_user

pytestmark = pytest.mark.django_db
_RIGHT = "rahasia-uji-2026"


def _sign_in(client: Client, name: str, password: str, address: str = "192.0.2.1") -> bool:
    client.post("/admin/login/", {"username": name, "password": password}, REMOTE_ADDR=address)
    return "_auth_user_id" in client.session


def test_right_password_waits_after_five_failures(client: Client) -> None:
    user = make_user()
    for _ in range(5):
        _sign_in(client, user.username, "salah")

    assert not _sign_in(client, user.username, _RIGHT)


def test_four_failures_are_forgiven(client: Client) -> None:
    user = make_user()
    for _ in range(4):
        _sign_in(client, user.username, "salah")

    assert _sign_in(client, user.username, _RIGHT)


def test_other_address_may_still_sign_in(client: Client) -> None:
    user = make_user()
    for _ in range(5):
        _sign_in(client, user.username, "salah")

    assert _sign_in(client, user.username, _RIGHT, address="192.0.2.2")
