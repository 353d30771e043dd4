"""The page under a code: its sender reads it, nobody finds it."""

import logging
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils.module_loading import import_string

from community.aspirations import Aspiration
from tests.community.sending import ASPIRASI, WHOLE, send
from tests.factories import make_article, make_aspiration
from tests.marks import NAME, PHONE, marks_in

pytestmark = pytest.mark.django_db


def _open(client: Client, written: str) -> Any:
    return client.post(ASPIRASI, {"kode": written})


def test_sender_reads_steps_and_words_under_the_code(client: Client) -> None:
    address = send(client)["Location"]

    page = client.get(address).text

    assert "Diterima" in page
    assert WHOLE["text"] in page
    assert Aspiration.objects.get().code in page


def test_page_is_kept_by_nobody_and_told_to_nobody(client: Client) -> None:
    response = client.get(make_aspiration().get_absolute_url())

    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert "noindex" in response["X-Robots-Tag"]
    assert not response.cookies


def test_page_costs_the_same_however_many_there_are(
    client: Client, django_assert_num_queries: Any
) -> None:
    address = make_aspiration().get_absolute_url()
    client.get(address)

    with django_assert_num_queries(2):  # it, its steps
        client.get(address)


@pytest.mark.parametrize(
    "change",
    [str.lower, lambda code: code.replace("-", ""), lambda code: f" {code} "],
    ids=["small letters", "no dashes", "blanks"],
)
def test_code_is_typed_as_people_write_it(client: Client, change: Any) -> None:
    code = make_aspiration().code

    response = _open(client, change(code))

    assert response.status_code == 302
    assert response["Location"] == f"/aspirasi/{code}/"


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("", 400),
        ("K7P4M", 400),
        ("O0I1L-O0I1L-O0I1L", 400),
        ("22222-22222-22222", 404),
        ("\0", 400),
    ],
)
def test_wrong_code_says_what_to_do(client: Client, written: str, status: int) -> None:
    response = _open(client, written)

    assert response.status_code == status
    assert 'id="id_kode_error"' in response.text


def test_problem_with_a_code_is_told_at_the_top_and_leads_to_its_field(client: Client) -> None:
    page = _open(client, "22222-22222-22222").text

    summary = page.partition('class="summary"')[2].partition("</div>")[0]
    assert 'href="#id_kode"' in summary
    assert "tidak kami kenal" in summary


@pytest.mark.parametrize(
    ("fields", "heading"),
    [
        ({"state": "dijawab", "answer": "Setiap Senin."}, "Jawaban"),
        ({"state": "ditolak", "refusal": "Setiap Senin."}, "Mengapa tidak"),
    ],
)
def test_who_comes_back_reads_the_answer_before_the_code(
    client: Client, fields: dict[str, str], heading: str
) -> None:
    page = client.get(make_aspiration(**fields).get_absolute_url()).text

    assert page.index(heading) < page.index("Setiap Senin.") < page.index("Simpan kode ini")


def test_sender_reads_all_that_was_sent_but_name_and_contact(client: Client) -> None:
    aspiration = make_aspiration(
        name=NAME, contact=PHONE, link="https://contoh.id/kabar", lapor_number="LAPOR-77"
    )

    page = client.get(aspiration.get_absolute_url()).text

    for words in (aspiration.text, "https://contoh.id/kabar", "LAPOR-77"):
        assert words in page
    assert marks_in(page) == []


def test_unknown_codes_answer_alike(client: Client) -> None:
    first, second = (client.get(f"/aspirasi/{group}-22222-22222/") for group in ("22222", "33333"))

    assert first.status_code == second.status_code == 404
    assert first.text == second.text
    assert first["Cache-Control"] == "private, no-store"


def test_guesser_has_to_wait_and_then_learns_nothing(client: Client) -> None:
    known = make_aspiration().get_absolute_url()
    for _ in range(30):
        client.get("/aspirasi/22222-22222-22222/")

    assert client.get(known).status_code == 429
    assert client.get("/aspirasi/22222-22222-22222/").status_code == 429
    assert _open(client, make_aspiration().code).status_code == 429
    assert Client(REMOTE_ADDR="192.0.2.7").get(known).status_code == 200


def test_draft_article_is_not_named_and_a_public_one_is_at_once(client: Client) -> None:
    article = make_article(title="Klarifikasi Bantuan", status="draf", published_at=None)
    aspiration = make_aspiration(article=article)
    address = aspiration.get_absolute_url()
    assert "Klarifikasi Bantuan" not in client.get(address).text

    make_public = make_article(title="Klarifikasi Terbit")
    aspiration.article = make_public
    aspiration.save()

    page = client.get(address).text
    assert "Klarifikasi Terbit" in page
    assert "Dijawab lewat berita" in page


@pytest.mark.parametrize("form", ["aspirasi", "kim/daftar"])
def test_code_stands_in_no_log_line(form: str) -> None:
    logging_settings: Any = settings.LOGGING
    options = dict(logging_settings["filters"]["secrets"])
    mask = import_string(options.pop("()"))(**options)
    path = f"/{form}/{make_aspiration().code}/"
    record = logging.LogRecord("django.request", logging.ERROR, "", 0, "Error: %s", (path,), None)

    mask.filter(record)

    assert path not in record.getMessage()
    assert f"/{form}/" in record.getMessage()
