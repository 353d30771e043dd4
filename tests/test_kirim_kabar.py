"""``manage.py kirim_kabar``: aides are told of changed dates, once, whatever fails."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.utils import timezone
from pytest_django import Settings

from agenda.attendance import Attendance
from agenda.catalogue import Audience
from agenda.changes import Moved, cancel, confirm, move, postpone
from agenda.occurrences import Occurrence
from cilegon_portal.accounts.models import User
from cilegon_portal.office.models import Official
from cilegon_portal.publishing.models import Status
from cilegon_portal.publishing.workflow import move_item
from tests.factories import make_occurrence, make_user

pytestmark = pytest.mark.django_db


def _aide(*titles: str, email: str = "ajudan@contoh.go.id", **fields: Any) -> User:
    aide = make_user("Ajudan", email=email, **fields)
    for title in titles or ("Wali Kota",):
        _official(title).aides.add(aide)
    return aide


def _official(title: str) -> Official:
    official, _ = Official.objects.get_or_create(title=title, slug=title.lower().replace(" ", "-"))
    return official


def _attended(*titles: str, **fields: object) -> Occurrence:
    row = make_occurrence(**{"title": "Rapat Kota", **fields})
    for title in titles or ("Wali Kota",):
        Attendance.objects.create(event=row.event, official=_official(title))
    return row


def _move(row: Occurrence) -> None:
    move(row, Moved(row.slot.shifted(timedelta(hours=1))), reason="Menunggu DPRD")


def _call_off_and_confirm(row: Occurrence) -> None:
    cancel(row, "Hujan")
    confirm(row)


def _send(*arguments: str) -> str:
    output = StringIO()
    call_command("kirim_kabar", *arguments, stdout=output)
    return output.getvalue()


def _letters() -> list[str]:
    return [str(message.body) for message in mail.outbox]


def test_aide_is_told_what_moved_from_when_to_when_and_why() -> None:
    aide = _aide(full_name="Ajudan Wali Kota")
    row = _attended(slug="rapat-kota")
    move(row, Moved(row.slot.shifted(timedelta(hours=1)), place="Balai Warga"), reason="Sebabnya")

    assert _send() == "1 surat kabar terkirim.\n"

    (message,) = mail.outbox
    assert message.to == [aide.email]
    assert message.subject == "Agenda berubah · Portal Cilegon"
    assert str(message.body).splitlines()[:9] == [
        "Yth. Ajudan Wali Kota,",
        "",
        "Rapat Kota",
        "Jam berubah: Sebabnya",
        f"Waktu: {row.slot.days()} · 10.00 WIB",
        "Semula: 09.00 WIB",
        "Tempat: Balai Warga",
        "Semula di: Aula Kota",
        "Pejabat: Wali Kota",
    ]
    assert "http://localhost:8000/agenda/acara/rapat-kota/" in message.body
    assert "karena tercatat sebagai ajudan" in message.body


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda row: cancel(row, "Hujan lebat"), "Dibatalkan: Hujan lebat"),
        (lambda row: postpone(row, "Menunggu jadwal"), "Ditunda: Menunggu jadwal"),
        (lambda row: confirm(row, tentative=True), "Tentatif."),
        (lambda row: move(row, Moved(row.slot, place="Balai Warga")), "Tempat berubah."),
        (_call_off_and_confirm, "Jadi dilaksanakan."),
    ],
    ids=["cancelled", "postponed", "tentative", "place", "taken up again"],
)
def test_aide_is_told_what_became_of_a_date(change: Any, words: str) -> None:
    _aide()

    change(_attended())
    _send()

    (body,) = _letters()
    assert words in body.splitlines()


def test_aide_is_told_once_what_was_withdrawn_with_its_next_date() -> None:
    _aide()
    today = timezone.localdate()
    row = _attended(title="Rapat Kota", first_on=today + timedelta(days=3))
    _attended(title="Lain")
    _withdraw(row)

    assert _send() == "1 surat kabar terkirim.\n"
    assert _send() == ""

    (body,) = _letters()
    assert "Ditarik dari agenda." in body
    assert f"Waktu: {row.slot.in_words()}" in body
    assert "Lain" not in body
    assert "/agenda/acara/" not in body


def test_nobody_is_told_of_what_came_back_is_over_or_was_never_shown() -> None:
    _aide()
    back = _attended(title="Kembali")
    _withdraw(back)
    move_item(back.event, "terbitkan", by=_editor())
    _withdraw(_attended(title="Lampau", first_on=timezone.localdate() - timedelta(days=2)))
    scheduled = _attended(title="Nanti", published_at=timezone.now() + timedelta(hours=1))
    _withdraw(scheduled)
    _withdraw(_attended("Wakil", title="Pejabat lain"))

    assert _send() == ""


def _withdraw(row: Occurrence) -> None:
    move_item(row.event, "tarik", by=_editor())


def _editor() -> User:
    return make_user("Pengelola Situs", is_staff=True)


def test_nobody_is_told_twice_and_each_new_change_is_told() -> None:
    _aide()
    row = _attended()
    _move(row)
    _send()

    assert _send() == ""
    cancel(row, "Batal")
    _send()

    assert len(mail.outbox) == 2
    assert "Dibatalkan: Batal" in _letters()[1]


def test_changes_come_in_one_letter_soonest_first() -> None:
    _aide("Wali Kota", "Sekretaris Daerah")
    today = timezone.localdate()
    late = _attended(title="Lusa", first_on=today + timedelta(days=3))
    soon = _attended("Wali Kota", "Sekretaris Daerah", title="Besok")
    for row in (late, soon):
        _move(row)

    _send()

    (body,) = _letters()
    assert body.count("Besok\n") == 1
    assert body.index("Besok\n") < body.index("Lusa\n")


def test_letter_that_failed_is_sent_next_time_and_the_others_once(
    settings: Settings,
) -> None:
    for name in ("satu", "dua"):
        _aide(email=f"{name}@contoh.go.id")
    _move(_attended())
    settings.EMAIL_BACKEND = "tests.test_kirim_kabar.RefusesOne"

    with pytest.raises(CommandError, match="1 surat gagal"):
        _send()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    _send()

    assert sorted(message.to[0] for message in mail.outbox) == [
        "dua@contoh.go.id",
        "satu@contoh.go.id",
    ]


def test_address_that_would_break_the_head_of_its_letter_stops_no_other() -> None:
    _aide("Wali Kota", email="a@contoh.id\r\nBcc: x@contoh.id", full_name="Ajudan A")
    other = _aide("Wakil", full_name="Ajudan B")
    cancel(_attended("Wali Kota", "Wakil"), "Hujan")

    with pytest.raises(CommandError, match="1 surat gagal"):
        _send()

    assert [message.to for message in mail.outbox] == [[other.email]]


def test_crash_while_sending_tells_nobody_twice(settings: Settings) -> None:
    for name in ("satu", "dua"):
        _aide(email=f"{name}@contoh.go.id")
    _move(_attended())
    settings.EMAIL_BACKEND = "tests.test_kirim_kabar.CrashesAfterOne"

    with pytest.raises(KeyboardInterrupt):
        _send()
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    _send()

    assert sorted(message.to[0] for message in mail.outbox) == [
        "dua@contoh.go.id",
        "satu@contoh.go.id",
    ]


def test_dry_run_shows_and_sends_nothing() -> None:
    _aide()
    _move(_attended())

    shown = _send("--dry-run")

    assert "Kepada: ajudan@contoh.go.id" in shown
    assert "Semula: 09.00 WIB" in shown
    assert not mail.outbox
    _send()
    assert len(mail.outbox) == 1


@pytest.mark.parametrize("audience", Audience)
def test_aide_is_told_of_every_audience(audience: Audience) -> None:
    _aide()
    _move(_attended(audience=audience))

    _send()

    assert len(mail.outbox) == 1


def test_who_lost_the_role_is_not_told_of_closed_events() -> None:
    _aide().groups.clear()
    _move(_attended(title="Terbuka"))
    _move(_attended(title="Tertutup", audience=Audience.CLOSED))

    _send()

    (body,) = _letters()
    assert "Terbuka\n" in body
    assert "Tertutup\n" not in body


@pytest.mark.parametrize(
    "fields", [{"status": Status.DRAFT}, {"published_at": timezone.now() + timedelta(hours=1)}]
)
def test_what_is_not_announced_is_not_told(fields: dict[str, object]) -> None:
    _aide()
    _move(_attended(**fields))

    assert _send() == ""


def test_change_before_the_announcement_is_none() -> None:
    _aide()
    row = _attended(status=Status.DRAFT)
    _move(row)
    row.event.status, row.event.published_at = Status.PUBLISHED, timezone.now()
    row.event.save()

    assert _send() == ""


def test_old_changes_and_what_is_over_are_not_told() -> None:
    _aide()
    old, over = _attended(), _attended()
    _move(old)
    Occurrence.objects.update(changed_at=timezone.now() - timedelta(days=8))
    move(over, Moved(over.slot.shifted(timedelta(days=-5))))

    assert _send() == ""


def test_aides_of_others_without_address_or_switched_off_get_no_letter() -> None:
    _aide("Sekretaris Daerah")
    _aide(email="")
    _aide(email="lama@contoh.go.id", is_active=False)
    _move(_attended())

    assert _send() == ""


class RefusesOne(EmailBackend):
    """A mail server that is gone for one address."""

    def send_messages(self, messages: Any) -> int:
        if messages[0].to == ["satu@contoh.go.id"]:
            raise ConnectionRefusedError("Sambungan ditolak")
        return super().send_messages(messages)


class CrashesAfterOne(EmailBackend):
    """A process that is killed right after the first letter has left."""

    def send_messages(self, messages: Any) -> int:
        super().send_messages(messages)
        raise KeyboardInterrupt
