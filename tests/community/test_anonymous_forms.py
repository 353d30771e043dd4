"""The guard of forms without cookies: programs and other sites are stopped, people are not."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from cilegon_portal.anonymous_forms import Guard
from community.aspiration_views import GUARD
from community.aspirations import Aspiration
from tests.community.sending import ASPIRASI, WHOLE, send, token

pytestmark = pytest.mark.django_db


def _is_kept(response: Any) -> bool:
    """Tell whether the form came back with what was typed and a token for another try."""
    text = response.text
    return all(str(WHOLE[name]) in text for name in ("topic", "text")) and 'name="tanda"' in text


def test_person_without_script_and_cookie_is_taken(client: Client) -> None:
    form = client.get(ASPIRASI)
    assert form.status_code == 200
    assert not form.cookies

    response = send(client)

    aspiration = Aspiration.objects.get()
    assert response.status_code == 302
    assert response["Location"] == f"/aspirasi/{aspiration.code}/"
    assert not response.cookies


def test_form_brings_a_token_that_counts(client: Client) -> None:
    page = client.get(ASPIRASI).text
    brought = page.partition('name="tanda" value="')[2].partition('"')[0]
    request = client.post(ASPIRASI, {"tanda": brought}).wsgi_request

    assert GUARD.problem(request, at=timezone.now() + timedelta(minutes=1)) == ""


STOPPED = {
    "honeypot": ({"pesan_tambahan": "beli"}, {}, "tersembunyi"),
    "instant": ({"tanda": "now"}, {}, "terlalu cepat"),
    "no token": ({"tanda": ""}, {}, "terlalu lama terbuka"),
    "false token": ({"tanda": "abc:def:ghi"}, {}, "terlalu lama terbuka"),
    "old token": ({"tanda": "old"}, {}, "terlalu lama terbuka"),
    "foreign token": ({"tanda": "foreign"}, {}, "terlalu lama terbuka"),
    "foreign origin": ({}, {"Origin": "https://jahat.example"}, "situs lain"),
    "foreign fetch": ({}, {"Sec-Fetch-Site": "cross-site"}, "situs lain"),
    "sister site": ({}, {"Sec-Fetch-Site": "same-site"}, "situs lain"),
}


@pytest.mark.parametrize(("fields", "headers", "says"), STOPPED.values(), ids=STOPPED)
def test_program_is_stopped_and_nothing_typed_is_lost(
    client: Client, fields: dict[str, str], headers: dict[str, str], says: str
) -> None:
    made = {
        "now": token(at=timezone.now()),
        "old": token(at=timezone.now() - timedelta(days=1)),
        "foreign": token(Guard("lain")),
    }
    fields = {name: made.get(value, value) for name, value in fields.items()}

    response = send(client, headers, **fields)

    assert response.status_code == 400
    assert says in response.text
    assert _is_kept(response)
    assert not Aspiration.objects.exists()


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"},
        {"Origin": "http://testserver"},
        {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
    ],
)
def test_own_page_is_taken(client: Client, headers: dict[str, str]) -> None:
    assert send(client, headers).status_code == 302


def test_second_tap_leads_to_the_first_sending(client: Client) -> None:
    same = token()

    first, second = send(client, tanda=same), send(client, tanda=same)

    assert second["Location"] == first["Location"]
    assert Aspiration.objects.count() == 1


def test_token_is_spent_for_other_words(client: Client) -> None:
    same = token()
    send(client, tanda=same, text="Kapan datang ke Pulomerak?")

    response = send(client, tanda=same)

    assert response.status_code == 400
    assert "sudah terkirim" in response.text
    assert _is_kept(response)
    assert Aspiration.objects.count() == 1


def test_another_site_learns_nothing_from_a_spent_token(client: Client) -> None:
    same = token()
    send(client, tanda=same)

    response = send(client, {"Origin": "https://jahat.example"}, tanda=same)

    assert response.status_code == 400


def test_form_that_came_back_may_be_sent_at_once(client: Client) -> None:
    page = send(client, topic="").text
    brought = page.partition('name="tanda" value="')[2].partition('"')[0]

    assert send(client, tanda=brought).status_code == 302


def test_one_network_sends_no_more_than_its_share(client: Client) -> None:
    for _ in range(GUARD.most):
        assert send(client).status_code == 302

    response = send(client)

    assert "satu jam kemudian" in response.text
    assert _is_kept(response)
    assert Aspiration.objects.count() == GUARD.most


@pytest.mark.parametrize(
    ("address", "status"), [("2001:db8:1:2::99", 400), ("2001:db8:1:3::1", 302)]
)
def test_network_of_ipv6_is_a_household(address: str, status: int) -> None:
    for number in range(GUARD.most):
        send(Client(REMOTE_ADDR=f"2001:db8:1:2::{number:x}"))

    assert send(Client(REMOTE_ADDR=address)).status_code == status
