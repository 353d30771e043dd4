"""The way through the steps: nothing typed is lost, nothing is skipped, and programs are stopped."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from cilegon_portal.anonymous_forms import Guard
from community.registration_steps import GUARD
from community.registrations import Registration
from tests.community.registering import BOARD, CONTACT, FORM, GROUP, aged, hidden, register
from tests.community.sending import ASPIRASI
from tests.factories import make_aspiration

pytestmark = pytest.mark.django_db


def _sent(client: Client, page: str, step: dict[str, str], **fields: Any) -> Any:
    return client.post(FORM, hidden(page) | step | fields)


HEADERS: dict[str, dict[str, str]] = {
    "old browser, nothing told": {},
    "own page": {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"},
    "own page, no Sec-Fetch": {"Origin": "http://testserver"},
    "address kept to itself": {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
    "with Referer": {"Origin": "http://testserver", "Referer": "http://testserver/kim/daftar/"},
}


@pytest.mark.parametrize("headers", HEADERS.values(), ids=HEADERS)
def test_person_without_script_and_cookie_goes_through(
    client: Client, headers: dict[str, str]
) -> None:
    response = register(client, 3, headers)

    registration = Registration.objects.get()
    assert response.status_code == 302
    assert response["Location"] == f"/kim/daftar/{registration.code}/"
    assert "no-store" in response["Cache-Control"]
    assert not client.cookies


def test_going_back_keeps_what_was_typed_also_what_is_wrong(client: Client) -> None:
    second = register(client, 1).text
    wrong = BOARD | {"ends_on": "", "chair": "Ketua Sementara"}

    first = _sent(client, second, wrong, kembali="1")
    assert first.status_code == 200
    assert 'value="KIM Suralaya Bersinar"' in first.text
    assert '<option value="36.72.03.1004" selected>' in first.text
    assert "Galat" not in first.text
    again = _sent(client, first.text, GROUP)

    assert 'value="Ketua Sementara"' in again.text
    assert 'id="id_ends_on_error"' not in again.text


def test_ticked_box_of_a_later_step_stays_ticked_on_the_way_back(client: Client) -> None:
    third = register(client, 2).text

    second = _sent(client, third, CONTACT, kembali="1").text
    third_again = _sent(client, second, BOARD).text

    assert 'value="Pendaftar Contoh"' in third_again
    assert "checked" in third_again


def test_back_from_the_first_step_is_the_first_step(client: Client) -> None:
    page = _sent(client, client.get(FORM).text, GROUP, kembali="1").text

    assert "Langkah 1 dari 3" in page
    assert 'value="KIM Suralaya Bersinar"' in page


@pytest.mark.parametrize("sealed", ["", "abc:def:ghi", "changed", "foreign"])
def test_answers_that_cannot_be_read_are_asked_for_again(client: Client, sealed: str) -> None:
    known = hidden(register(client, 2).text)
    made = {
        "changed": "x" + known["jawaban"],
        "foreign": Guard("lain").seal({"1": GROUP, "2": BOARD}),
    }

    response = client.post(FORM, known | CONTACT | {"jawaban": made.get(sealed, sealed)})

    assert response.status_code == 400
    assert "tidak dapat dibaca lagi" in response.text
    assert "Langkah 1 dari 3" in response.text
    assert not Registration.objects.exists()
    second = _sent(client, response.text, GROUP)
    third = _sent(client, second.text, BOARD)
    assert 'value="Pendaftar Contoh"' in third.text  # what came with the torn answers


def test_answers_of_yesterday_are_still_read(client: Client) -> None:
    known = hidden(register(client, 2).text)
    with pytest.MonkeyPatch.context() as patch:
        yesterday = timezone.now().timestamp() - timedelta(days=2).total_seconds()
        patch.setattr("django.core.signing.time.time", lambda: yesterday)
        known["jawaban"] = GUARD.seal({"1": GROUP, "2": BOARD})

    assert client.post(FORM, known | CONTACT).status_code == 302


SKIPPED = {
    "second": ({"1": GROUP}, "2", "Tulis nama ketua"),
    "first": ({"2": BOARD}, "1", "Tulis nama kelompok"),
    "wrong first": ({"1": GROUP | {"member_count": "2"}, "2": BOARD}, "1", "sedikitnya lima"),
}


@pytest.mark.parametrize(("answers", "number", "says"), SKIPPED.values(), ids=SKIPPED)
def test_step_that_was_skipped_or_is_wrong_is_shown(
    client: Client, answers: dict[str, Any], number: str, says: str
) -> None:
    response = client.post(
        FORM, CONTACT | {"tanda": aged(), "langkah": "3", "jawaban": GUARD.seal(answers)}
    )

    assert response.status_code == 400
    assert f"Langkah {number} dari 3" in response.text
    assert says in response.text
    assert not Registration.objects.exists()
    assert 'value="Pendaftar Contoh"' not in response.text
    assert hidden(response.text)["langkah"] == number


@pytest.mark.parametrize("number", ["0", "4", "-1", "abc", "٢", "\0", "9" * 5000, ""])
def test_invented_step_is_the_first(client: Client, number: str) -> None:
    response = client.post(FORM, GROUP | {"tanda": aged(), "langkah": number})

    assert response.status_code == 200
    assert "Langkah 2 dari 3" in response.text


STOPPED: dict[str, tuple[dict[str, str], dict[str, str], str]] = {
    "honeypot": ({"pesan_tambahan": "beli"}, {}, "tersembunyi"),
    "instant": ({"tanda": "now"}, {}, "terlalu cepat"),
    "no token": ({"tanda": ""}, {}, "terlalu lama terbuka"),
    "old token": ({"tanda": "old"}, {}, "terlalu lama terbuka"),
    "token of another form": ({"tanda": "foreign"}, {}, "terlalu lama terbuka"),
    "foreign origin": ({}, {"Origin": "https://jahat.example"}, "situs lain"),
    "foreign fetch": ({}, {"Sec-Fetch-Site": "cross-site"}, "situs lain"),
}


@pytest.mark.parametrize(("fields", "headers", "says"), STOPPED.values(), ids=STOPPED)
def test_program_is_stopped_and_nothing_typed_is_lost(
    client: Client, fields: dict[str, str], headers: dict[str, str], says: str
) -> None:
    made = {
        "now": aged(at=timezone.now()),
        "old": aged(at=timezone.now() - timedelta(days=1)),
        "foreign": aged(Guard("aspirasi")),
    }
    known = hidden(register(client, 2).text)
    changed = {name: made.get(value, value) for name, value in fields.items()}

    response = client.post(FORM, known | CONTACT | changed, headers=headers)

    assert response.status_code == 400
    assert says in response.text
    assert 'value="Pendaftar Contoh"' in response.text
    assert not Registration.objects.exists()
    assert _sent(client, response.text, CONTACT).status_code == 302


def test_program_that_runs_through_the_steps_is_too_fast(client: Client) -> None:
    response: Any = client.get(FORM)
    for step in (GROUP, BOARD, CONTACT):
        page = response.text
        brought = page.partition('name="tanda" value="')[2].partition('"')[0]
        response = client.post(FORM, hidden(page) | step | {"tanda": brought})

    assert "terlalu cepat" in response.text
    assert not Registration.objects.exists()


def test_second_tap_leads_to_the_first_sending(client: Client) -> None:
    known = hidden(register(client, 2).text) | CONTACT

    first, second = client.post(FORM, known), client.post(FORM, known)

    assert second["Location"] == first["Location"]
    assert Registration.objects.count() == 1


def test_token_is_spent_for_other_words(client: Client) -> None:
    known = hidden(register(client, 2).text) | CONTACT
    client.post(FORM, known)

    response = client.post(FORM, known | {"name": "Pendaftar Lain"})

    assert response.status_code == 400
    assert "sudah terkirim" in response.text
    assert Registration.objects.count() == 1


def test_one_network_sends_no_more_than_its_share(client: Client) -> None:
    third = register(client, 2).text
    for _ in range(GUARD.most):
        assert _sent(client, third, CONTACT).status_code == 302

    response = _sent(client, third, CONTACT)

    assert "satu jam kemudian" in response.text
    assert 'value="Pendaftar Contoh"' in response.text
    assert Registration.objects.count() == GUARD.most


@pytest.mark.parametrize("path", [FORM, ASPIRASI])
def test_code_typed_at_either_form_leads_to_what_it_belongs_to(client: Client, path: str) -> None:
    registered = register(client)["Location"]
    asked = make_aspiration()

    for address in (registered, asked.get_absolute_url()):
        code = address.split("/")[-2]
        response = client.post(path, {"kode": code.lower().replace("-", " ")})
        assert response["Location"] == address


@pytest.mark.parametrize(
    ("written", "status"), [("", 400), ("K7P4M", 400), ("22222-22222-22222", 404), ("\0", 400)]
)
def test_wrong_code_says_what_to_do(client: Client, written: str, status: int) -> None:
    response = client.post(FORM, {"kode": written})

    assert response.status_code == status
    assert 'id="id_kode_error"' in response.text
