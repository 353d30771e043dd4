"""Teks WhatsApp: what is on, as it is sent into groups, and what changed since it was last sent."""

from datetime import date, time, timedelta

import pytest
from django.test import Client

from agenda.attendance import Attendance
from agenda.changes import Moved, cancel, move
from agenda.events import Event
from cilegon_portal.office.models import Official
from tests.agenda.test_rule import CLOSED
from tests.factories import make_event, make_occurrence, make_user
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db

SATURDAY = date(2030, 6, 1)
TEXT = "/admin/agenda/teks-whatsapp/?dari=2030-06-01"


@pytest.fixture
def officer(client: Client) -> Client:
    client.force_login(make_user("Petugas Agenda"))
    return client


def _text(client: Client, address: str = TEXT) -> str:
    return str(client.get(address).context["text"].text)


def _attend(event: Event, title: str = "Wali Kota", **fields: str) -> Official:
    official, _ = Official.objects.get_or_create(title=title, slug=title.lower().replace(" ", "-"))
    Attendance.objects.create(event=event, official=official, **fields)
    return official


def test_day_is_numbered_with_hour_place_who_comes_and_a_link(officer: Client) -> None:
    first = make_event(title="Rapat Paripurna", first_on=SATURDAY, end_time=time(11))
    make_event(title="Kunjungan", first_on=SATURDAY, start_time=time(13), audience="undangan")
    _attend(first, mode="diwakili", represented_by="Sekda")

    *lines, address = _text(officer).splitlines()

    assert address.startswith("Selengkapnya: ")
    assert address.endswith("/agenda/2030/06/01/")
    assert lines == [
        "Yth. Bapak/Ibu, berikut agenda Pemerintah Kota Cilegon:",
        "",
        "*Sabtu, 1 Juni 2030*",
        "",
        "1. *09.00–11.00 WIB* Rapat Paripurna",
        "   Tempat: Aula Kota",
        "   Pejabat: Wali Kota, diwakili oleh Sekda",
        "",
        "2. *13.00 WIB* Kunjungan",
        "   Tempat: Aula Kota",
        "   (Undangan)",
        "",
    ]


def test_cancelled_is_struck_and_moved_says_semula(officer: Client) -> None:
    cancel(make_occurrence(title="Gerak Jalan", first_on=SATURDAY), "Jalan diperbaiki.")
    moved = make_occurrence(title="Rapat", first_on=SATURDAY)
    move(moved, Moved(moved.slot.shifted(timedelta(hours=4)), place="Balai"))

    text = _text(officer)

    assert "~09.00 WIB Gerak Jalan~\n   *DIBATALKAN*: Jalan diperbaiki." in text
    assert "_semula 09.00 WIB_\n   Tempat: Balai _(semula di Aula Kota)_" in text


def test_one_officials_text_leaves_out_the_others(officer: Client) -> None:
    event = make_event(title="Bersama Wali Kota", first_on=SATURDAY)
    make_event(title="Tanpa Beliau", first_on=SATURDAY)
    mayor = _attend(event)

    text = _text(officer, f"{TEXT}&pejabat={mayor.pk}")

    assert "Bersama Wali Kota" in text
    assert "Tanpa Beliau" not in text
    assert "agenda Wali Kota, Pemerintah Kota Cilegon" in text


def test_marks_tell_what_changed_since_the_last_copy(officer: Client) -> None:
    stays = make_occurrence(title="Tetap", first_on=SATURDAY)
    moves = make_occurrence(title="Berpindah", first_on=SATURDAY)
    leaves = make_occurrence(title="Pergi", first_on=SATURDAY)
    assert "*(baru)*" not in _text(officer)
    officer.post(TEXT)

    move(moves, Moved(moves.slot.shifted(timedelta(hours=1))))
    move(leaves, Moved(leaves.slot.shifted(timedelta(days=9))))
    make_event(title="Mendadak", first_on=SATURDAY, start_time=time(20))

    text = _text(officer)
    assert "*(berubah)* *10.00 WIB* Berpindah" in text
    assert "*(baru)* *20.00 WIB* Mendadak" in text
    assert f"1. *09.00 WIB* {stays.event.title}" in text
    assert "*Tidak jadi atau dipindah dari daftar ini:*\n\n~*09.00 WIB* Pergi~" in text


@pytest.mark.parametrize("fields", [CLOSED, *HIDDEN.values()], ids=["closed", *HIDDEN])
def test_what_the_public_may_not_see_is_not_in_the_text(
    officer: Client, fields: dict[str, object]
) -> None:
    make_event(title="Rahasia", first_on=SATURDAY, **fields)
    make_event(title="Umum", first_on=SATURDAY)

    text = _text(officer)

    assert "Rahasia" not in text
    assert "Umum" in text


def test_markup_in_a_title_does_not_break_the_text(officer: Client) -> None:
    make_event(title="Lomba *Foto* _Kota_ ~2030~", first_on=SATURDAY)

    assert "*09.00 WIB* Lomba Foto Kota 2030" in _text(officer)


def test_too_long_a_span_is_refused_in_words(officer: Client) -> None:
    page = officer.get(f"{TEXT}&sampai=2030-07-31").text

    assert "Paling lama 14 hari." in page
