"""The page of a registration under its code: its sender reads and completes it, nobody finds it."""

from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.anonymous_forms import Guard
from community.private_files import PrivateFile
from community.registration_moves import approve, ask, refuse, take_up
from community.registration_views import COMPLETION_GUARD
from community.registrations import Registration, RegistrationState
from tests.community.registering import BOARD, CONTACT, GROUP, aged, register
from tests.factories import make_aspiration, make_registration, make_user
from tests.library.images import jpeg, pdf

pytestmark = pytest.mark.django_db


def complete(client: Client, registration: Registration, headers: Any = None, **fields: Any) -> Any:
    data = {"tanda": aged(COMPLETION_GUARD), "text": "SK menyusul pekan depan."} | fields
    return client.post(registration.get_absolute_url(), data, headers=headers)


def test_sender_reads_code_next_steps_and_what_was_sent(client: Client) -> None:
    page = client.get(register(client)["Location"]).text

    registration = Registration.objects.get()
    for words in (registration.code, "Diterima", "KIM Suralaya Bersinar", "Kelurahan Suralaya"):
        assert words in page
    assert "paling lambat" in page


def test_page_under_the_code_names_nobody(client: Client) -> None:
    page = client.get(register(client)["Location"]).text

    names = (BOARD["chair"], BOARD["secretary"], CONTACT["name"], CONTACT["contact"])
    for personal in (*names, CONTACT["position"], "081211112222"):
        assert personal not in page


def test_page_is_kept_by_nobody_and_told_to_nobody(client: Client) -> None:
    for response in (
        client.get(make_registration().get_absolute_url()),
        client.get("/kim/daftar/22222-22222-22222/"),
    ):
        assert response["Cache-Control"] == "private, no-store"
        assert response["Referrer-Policy"] == "no-referrer"
        assert "noindex" in response["X-Robots-Tag"]
        assert not response.cookies


@pytest.mark.parametrize("method", ["get", "post"])
def test_other_codes_open_nothing(client: Client, method: str) -> None:
    make_registration()
    asked = make_aspiration().code

    for code in ("22222-22222-22222", asked):
        assert getattr(client, method)(f"/kim/daftar/{code}/").status_code == 404
    for written in ("k7p4m-2xrhw-9qtbn", "1", "..%2f"):
        assert getattr(client, method)(f"/kim/daftar/{written}/").status_code == 404


def test_guesser_has_to_wait_and_then_learns_nothing(client: Client) -> None:
    known = make_registration()
    for _ in range(30):
        client.get("/kim/daftar/22222-22222-22222/")

    assert client.get(known.get_absolute_url()).status_code == 429
    assert complete(client, known).status_code == 429
    assert Client(REMOTE_ADDR="192.0.2.7").get(known.get_absolute_url()).status_code == 200


def test_each_move_is_a_dated_step_that_the_sender_reads(client: Client) -> None:
    registration, officer = make_registration(), make_user("Petugas KIM", full_name="Petugas Satu")

    take_up(registration, by=officer)
    ask(registration, "Lampirkan SK lurah.", by=officer)
    refuse(registration, "Wilayahnya sudah punya KIM.", by=officer)

    page = client.get(registration.get_absolute_url()).text
    for words in ("Sedang diperiksa", "Lampirkan SK lurah.", "Wilayahnya sudah punya KIM."):
        assert words in page
    assert page.count("<time datetime=") == 1 + 4  # the strip, received, three moves
    assert "Petugas Satu" not in page


def test_sender_answers_what_staff_asked_for(client: Client) -> None:
    registration = make_registration(state=RegistrationState.INCOMPLETE)
    assert "Lengkapi pendaftaran" in client.get(registration.get_absolute_url()).text

    response = complete(client, registration, sk=SimpleUploadedFile("sk.pdf", pdf()))

    assert response["Location"] == registration.get_absolute_url()
    registration.refresh_from_db()
    assert registration.state == RegistrationState.IN_HAND
    assert registration.sk_file is not None
    page = client.get(registration.get_absolute_url()).text
    assert "SK menyusul pekan depan." in page
    assert "Berkas SK dikirim." in page


def test_new_letter_takes_the_place_of_the_old(
    client: Client, django_capture_on_commit_callbacks: Any
) -> None:
    register(client, sk=SimpleUploadedFile("lama.jpg", jpeg()))
    registration = Registration.objects.get()
    assert registration.sk_file is not None
    former = registration.sk_file.file_path()

    with django_capture_on_commit_callbacks(execute=True):
        complete(client, registration, text="", sk=SimpleUploadedFile("baru.pdf", pdf()))

    assert PrivateFile.objects.get().original_name == "baru.pdf"
    assert not default_storage.exists(former)


REFUSED: dict[str, tuple[dict[str, Any], str, str]] = {
    "nothing": ({"text": ""}, "text", "Tulis keterangan"),
    "invisible": ({"text": "\u200b"}, "text", "Tulis keterangan"),
    "too long": ({"text": "x" * 1501}, "text", "1500"),
    "NUL": ({"text": "a\0b"}, "text", "null"),
    "NIK": ({"text": "NIK saya 3672010101900001"}, "text", "mirip NIK"),
    "page": ({"sk": SimpleUploadedFile("sk.pdf", b"<html>")}, "sk", "bukan PDF"),
}


@pytest.mark.parametrize(("fields", "name", "says"), REFUSED.values(), ids=REFUSED)
def test_completion_says_what_is_wrong_beside_its_field(
    client: Client, fields: dict[str, Any], name: str, says: str
) -> None:
    registration = make_registration()

    response = complete(client, registration, **fields)

    assert response.status_code == 400
    assert says in response.text.partition(f'id="id_{name}_error"')[2].partition("</p>")[0]
    assert registration.steps.count() == 1


STOPPED: dict[str, tuple[dict[str, str], dict[str, str], str]] = {
    "honeypot": ({"pesan_tambahan": "beli"}, {}, "tersembunyi"),
    "no token": ({"tanda": ""}, {}, "terlalu lama terbuka"),
    "token of another form": ({"tanda": "foreign"}, {}, "terlalu lama terbuka"),
    "foreign origin": ({}, {"Origin": "https://jahat.example"}, "situs lain"),
}


@pytest.mark.parametrize(("fields", "headers", "says"), STOPPED.values(), ids=STOPPED)
def test_program_is_stopped_and_the_words_stay(
    client: Client, fields: dict[str, str], headers: dict[str, str], says: str
) -> None:
    registration = make_registration()
    fields = {
        name: aged(Guard("aspirasi")) if value == "foreign" else value
        for name, value in fields.items()
    }

    response = complete(client, registration, headers, **fields)

    assert response.status_code == 400
    assert says in response.text
    assert "SK menyusul pekan depan." in response.text
    assert registration.steps.count() == 1


def test_second_tap_adds_nothing(client: Client) -> None:
    registration, same = make_registration(), aged(COMPLETION_GUARD)

    for _ in range(2):
        assert complete(client, registration, tanda=same).status_code == 302

    assert registration.steps.count() == 2


@pytest.mark.parametrize("state", [RegistrationState.REFUSED, RegistrationState.APPROVED])
def test_what_comes_too_late_is_told_and_kept_on_the_page(
    client: Client, state: RegistrationState
) -> None:
    registration = make_registration(state=state)
    assert "Kirim kelengkapan" not in client.get(registration.get_absolute_url()).text

    response = complete(client, registration)

    assert response.status_code == 400
    assert "sudah ditutup" in response.text
    assert "SK menyusul pekan depan." in response.text
    assert registration.steps.count() == 1


def test_approved_registration_leads_to_its_group_while_that_is_public(client: Client) -> None:
    registration = make_registration()
    group = approve(registration, by=make_user("Petugas KIM"))
    assert group.get_absolute_url() in client.get(registration.get_absolute_url()).text

    group.status = "ditarik"
    group.save()

    assert group.get_absolute_url() not in client.get(registration.get_absolute_url()).text


def test_page_costs_the_same_however_many_there_are(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    registration = make_registration()
    for _ in range(5):
        make_registration()
        take_up(registration, by=make_user("Petugas KIM"))
    client.get(registration.get_absolute_url())

    with django_assert_num_queries(2):  # it, its steps
        client.get(registration.get_absolute_url())


# Pages of the public: none tells that somebody registers.
PUBLIC = ["/", "/kim/", "/kim/sebaran/", "/kim/sebaran.csv", "/kim/daftar/", "/sitemap-kim.xml",
    "/cari/?q=suralaya", "/kim/?q=suralaya", "/kim/?kecamatan=pulomerak", "/aspirasi/", "/robots.txt",
]  # fmt: skip


@pytest.mark.parametrize("path", PUBLIC)
def test_registration_is_on_no_page_of_the_public(client: Client, path: str) -> None:
    register(client)
    registration = Registration.objects.get()

    page = client.get(path).text

    names = (BOARD["chair"], CONTACT["name"], CONTACT["contact"], CONTACT["position"])
    for word in (registration.code, GROUP["group_name"], GROUP["summary"], *names):
        assert word not in page


def test_form_is_led_to_and_in_the_sitemap(client: Client) -> None:
    assert (
        '<a class="button button--baja" href="/kim/daftar/">Daftarkan KIM</a>'
        in client.get("/kim/").text
    )
    assert "<loc>http://localhost:8000/kim/daftar/</loc>" in client.get("/sitemap-kim.xml").text
    form = client.get("/kim/daftar/").text
    assert '<link rel="canonical" href="http://localhost:8000/kim/daftar/">' in form
    assert '<li><a href="/kim/daftar/">Daftarkan KIM</a></li>' in form
