"""``manage.py kirim_kabar``: senders who left a mail address are told, once, and nobody else is."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.utils import timezone

from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.models import Status
from community.aspiration_moves import assign, clarification, refuse, reply
from community.aspirations import Aspiration
from community.registration_moves import approve, ask, complete, take_up
from community.registrations import RegistrationStep
from tests.community.registering import register
from tests.factories import (
    make_article,
    make_aspiration,
    make_category,
    make_registration,
    make_user,
)

pytestmark = pytest.mark.django_db

MAIL = "warga.contoh@contoh.id"
SITE = "http://localhost:8000"


@pytest.fixture
def officer() -> User:
    return make_user("Petugas KIM", full_name="Petugas Satu")


def _sent() -> list[Any]:
    """Run the timer and return the letters that left."""
    mail.outbox.clear()
    call_command("kirim_kabar", stdout=StringIO())
    return list(mail.outbox)


def test_sender_of_an_aspiration_reads_the_answer_in_a_letter(officer: User) -> None:
    aspiration = make_aspiration(contact=MAIL, name="Warga Contoh", topic="Jadwal perpustakaan")
    reply(aspiration, "Setiap Senin.", by=officer)

    (letter,) = _sent()

    assert letter.to == [MAIL]
    assert letter.subject == "Kabar aspirasi Anda · Portal Cilegon"
    assert str(letter.body).splitlines()[:6] == [
        "Yth. Warga Contoh,",
        "",
        "Aspirasi “Jadwal perpustakaan”",
        "Dijawab.",
        "Setiap Senin.",
        f"Selengkapnya: {SITE}{aspiration.get_absolute_url()}",
    ]
    assert "Petugas Satu" not in letter.body
    assert aspiration.code not in letter.subject


def test_each_step_of_staff_is_told_once(officer: User) -> None:
    aspiration = make_aspiration(contact=MAIL)
    assign(aspiration, officer, by=officer)
    assert len(_sent()) == 1

    assert _sent() == []
    refuse(aspiration, "Sudah ditangani LAPOR.", by=officer)

    (letter,) = _sent()
    assert "Sudah ditangani LAPOR." in letter.body
    assert "Ditangani petugas" not in letter.body
    assert "Yth. pengirim aspirasi," in letter.body


def test_new_answer_is_told_again_and_the_old_one_is_not_repeated(officer: User) -> None:
    aspiration = make_aspiration(contact=MAIL)
    reply(aspiration, "Setiap Senin.", by=officer)
    reply(aspiration, "Setiap Selasa.", by=officer)

    (letter,) = _sent()

    assert "Jawaban diperbarui.\nSetiap Selasa." in letter.body
    assert "Setiap Senin." not in letter.body


def test_article_that_answers_is_told_when_it_becomes_public(officer: User) -> None:
    make_category()
    aspiration = make_aspiration(contact=MAIL, kind="klarifikasi", topic="Bantuan lewat tautan")
    article = clarification(aspiration, by=officer)
    (begun,) = _sent()
    assert "Klarifikasi sedang disiapkan" in begun.body
    assert article.title not in begun.body

    article.status, article.published_at = Status.PUBLISHED, timezone.now()
    article.save()

    (letter,) = _sent()
    assert "Dijawab lewat berita." in letter.body
    assert article.title in letter.body
    assert f"{SITE}{article.get_absolute_url()}" in letter.body
    assert _sent() == []


def test_old_article_is_told_when_it_is_linked(client: Client, officer: User) -> None:
    article = make_article(published_at=timezone.now() - timedelta(days=300))
    aspiration = make_aspiration(contact=MAIL)
    client.force_login(officer)
    form = {"article": article.pk, "action": "", "stamp": aspiration.updated_at.isoformat()}

    client.post(f"/admin/community/aspiration/{aspiration.pk}/change/", form)

    (letter,) = _sent()
    assert article.title in letter.body
    assert "Dikaitkan dengan berita" in Client().get(aspiration.get_absolute_url()).text


@pytest.mark.parametrize(
    "fields",
    [{"status": Status.DRAFT}, {"published_at": timezone.now() + timedelta(hours=1)}],
    ids=["draft", "scheduled"],
)
def test_article_that_is_not_public_is_not_named(fields: dict[str, Any]) -> None:
    make_aspiration(contact=MAIL, article=make_article(title="Rahasia", **fields))

    assert _sent() == []


def test_registrant_is_told_each_step_of_staff(officer: User) -> None:
    registration = make_registration(contact=MAIL, group_name="KIM Suralaya")
    take_up(registration, by=officer)
    ask(registration, "Lampirkan SK lurah.", by=officer)

    (letter,) = _sent()

    assert letter.to == [MAIL]
    assert letter.subject == "Kabar pendaftaran KIM Anda · Portal Cilegon"
    assert "Yth. Pendaftar Contoh," in letter.body
    assert "Pendaftaran KIM Suralaya\nPerlu dilengkapi.\nLampirkan SK lurah." in letter.body
    assert f"{SITE}{registration.get_absolute_url()}" in letter.body
    complete(registration, text="Ini.")
    assert _sent() == []
    approve(registration, by=officer)
    (letter,) = _sent()
    assert "Disetujui." in letter.body


def test_what_citizens_type_sends_no_letter_to_anybody(client: Client) -> None:
    register(client, contact=MAIL)
    make_aspiration(contact=MAIL)

    assert _sent() == []


def test_who_left_a_number_gets_no_letter(officer: User) -> None:
    for contact in ("0812-1111-2222", ""):
        reply(make_aspiration(contact=contact), "Jawaban.", by=officer)
    take_up(make_registration(), by=officer)

    assert _sent() == []


def test_old_steps_are_not_told(officer: User) -> None:
    registration = make_registration(contact=MAIL)
    take_up(registration, by=officer)
    RegistrationStep.objects.update(at=timezone.now() - timedelta(days=8))
    aspiration = make_aspiration(contact=MAIL)
    reply(aspiration, "Jawaban.", by=officer)
    aspiration.steps.update(at=timezone.now() - timedelta(days=8))

    assert _sent() == []


def test_erased_sender_is_not_told(officer: User) -> None:
    aspiration = make_aspiration(contact=MAIL)
    reply(aspiration, "Jawaban.", by=officer)
    call_command("data_pribadi", "hapus", MAIL, "--ya", stdout=StringIO())

    assert _sent() == []
    assert Aspiration.objects.get().contact == ""
