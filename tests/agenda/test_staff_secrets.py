"""What writers of the news must not learn of the agenda in the admin, by any door of it."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from openpyxl import load_workbook

from agenda.attendance import Attendance
from agenda.catalogue import EventType
from agenda.documents import EventDocument
from agenda.events import Event
from cilegon_portal.library.uploads import store_document
from cilegon_portal.office.models import Agency, Official
from cilegon_portal.publishing.models import Status
from news.models import Article
from tests.factories import make_article, make_category, make_event, make_user
from tests.library.images import pdf

pytestmark = pytest.mark.django_db

SATURDAY = date(2030, 6, 1)
ADVICE = "/admin/agenda/event/saran/"
EXPORT = "/admin/agenda/ekspor/?dari=2030-06-01&sampai=2030-06-01&bentuk=xlsx"
TEXT = "/admin/agenda/teks-whatsapp/?dari=2030-06-01"
DETAILS = {
    "summary": "Soal rahasia",
    "description": "<p>Soal rahasia</p>",
    "contact": "0254 rahasia",
    "dress_code": "Batik rahasia",
    "livestream_url": "https://contoh.go.id/rahasia",
    "organiser_name": "Panitia rahasia",
}


def _as(client: Client, role: str) -> Client:
    client.force_login(make_user(role))
    return client


def _invited(**fields: Any) -> Event:
    fields = {"audience": "undangan", "first_on": SATURDAY, **DETAILS, **fields}
    return make_event(title="Jamuan", **fields)


def _cells(client: Client) -> str:
    book = load_workbook(BytesIO(client.get(EXPORT).content))
    return str(list(book.worksheets[0].values))


def _half_filled(**fields: object) -> dict[str, object]:
    mayor, _ = Official.objects.get_or_create(title="Wali Kota", slug="wali-kota")
    return {
        "first_on": "2030-06-01",
        "start_time": "09:00",
        "attendances-TOTAL_FORMS": "1",
        "attendances-0-official": mayor.pk,
        "attendances-0-mode": "hadir",
        **fields,
    }


@pytest.mark.parametrize("role", ["Penulis", "Editor", "Petugas KIM"])
def test_clash_advice_names_closed_events_to_nobody_else(client: Client, role: str) -> None:
    data = _half_filled()
    closed = make_event(title="Rapat Tertutup", first_on=SATURDAY, audience="tertutup")
    Attendance.objects.create(event=closed, official=Official.objects.get())

    assert "Rapat Tertutup" in _as(client, "Petugas Agenda").post(ADVICE, data).text
    answer = _as(client, role).post(ADVICE, data)

    assert answer.status_code == 403
    assert "Rapat Tertutup" not in answer.text


@pytest.mark.parametrize(
    "odd",
    [
        {"attendances-TOTAL_FORMS": "banyak"},
        {"attendances-0-official": "9" * 30},
        {"_acara": "9" * 5000},
        {"_acara": "²"},
    ],
)
def test_advice_bears_odd_numbers(client: Client, odd: dict[str, object]) -> None:
    answer = _as(client, "Petugas Agenda").post(ADVICE, _half_filled(**odd))

    assert answer.json()["dates"].startswith("Sabtu, 1 Juni 2030")


@pytest.mark.parametrize(
    "query",
    [
        "internal_note__startswith=Jemput",
        "letter_number=005/7",
        "summary__contains=rahasia",
        "organiser_name__isnull=False",
        "organiser_id=1",
        "event_type__events__internal_note__startswith=Jemput",
        "created_by__password__startswith=p",
    ],
)
def test_list_of_events_is_narrowed_by_no_column_of_the_address(client: Client, query: str) -> None:
    _invited(internal_note="Jemput di bandara", letter_number="005/7")

    assert _as(client, "Penulis").get(f"/admin/agenda/event/?{query}").status_code == 400


@pytest.mark.parametrize("query", ["note__contains=rahasia", "event__internal_note__contains=x"])
def test_list_of_dates_is_narrowed_by_no_column_of_the_address(client: Client, query: str) -> None:
    _invited()

    assert _as(client, "Penulis").get(f"/admin/agenda/occurrence/?{query}").status_code == 400


def test_lists_are_narrowed_by_the_filters_they_offer(client: Client) -> None:
    event = _invited()
    writer = _as(client, "Penulis")
    kind = EventType.objects.get().pk

    for query in (f"event_type__id__exact={kind}", "audience__exact=undangan", "keadaan=terbit"):
        assert event.title in writer.get(f"/admin/agenda/event/?{query}").text
    for query in (f"event__event_type__id__exact={kind}", "status__exact=terjadwal", "kapan=semua"):
        assert event.title in writer.get(f"/admin/agenda/occurrence/?{query}").text


@pytest.mark.parametrize(("role", "reads"), [("Penulis", False), ("Petugas Agenda", True)])
def test_form_of_an_undangan_shows_its_details_to_those_who_may_know(
    client: Client,
    role: str,
    reads: bool,  # noqa: FBT001
) -> None:
    event = _invited()

    page = _as(client, role).get(f"/admin/agenda/event/{event.pk}/change/").text

    assert "Jamuan" in page
    assert ("rahasia" in page) is reads


@pytest.mark.parametrize(("role", "reads"), [("Penulis", False), ("Petugas Agenda", True)])
def test_undangan_is_found_by_its_summary_by_those_who_may_know(
    client: Client,
    role: str,
    reads: bool,  # noqa: FBT001
) -> None:
    _invited()

    page = _as(client, role).get("/admin/agenda/event/?q=Soal").text

    assert ("Jamuan" in page) is reads


@pytest.mark.parametrize(("role", "reads"), [("Penulis", False), ("Petugas Agenda", True)])
def test_export_tells_of_an_undangan_what_its_reader_may_know(
    client: Client,
    role: str,
    reads: bool,  # noqa: FBT001
) -> None:
    setda = Agency.objects.create(name="Sekretariat rahasia", short_name="S", slug="setda")
    _invited(organiser=setda)

    cells = _cells(_as(client, role))

    assert "Jamuan" in cells
    assert ("rahasia" in cells) is reads


def test_note_of_a_date_is_part_of_the_details(client: Client) -> None:
    event = _invited()
    event.occurrences.update(note="Lewat pintu rahasia")
    row = event.occurrences.get()

    text = _as(client, "Petugas Agenda").get(TEXT).text
    page = _as(client, "Penulis").get(f"/admin/agenda/occurrence/{row.pk}/change/").text

    for shown in (text, page):
        assert "Jamuan" in shown
        assert "pintu rahasia" not in shown


def test_history_that_names_internal_documents_is_for_those_who_may_know(client: Client) -> None:
    event = make_event()
    document = store_document(pdf(), title="Risalah rahasia", file_name="risalah.pdf")
    EventDocument.objects.create(event=event, document=document)
    history = f"/admin/agenda/event/{event.pk}/history/"

    assert _as(client, "Petugas Agenda").get(history).status_code == 200
    assert _as(client, "Penulis").get(history).status_code == 403


def test_draft_of_a_writer_does_not_name_who_invites(client: Client) -> None:
    make_category()
    row = _invited().occurrences.get()

    _as(client, "Penulis").post(f"/admin/agenda/occurrence/{row.pk}/buat-berita/")

    body = Article.objects.get().body
    assert "[Penyelenggara] menggelar Jamuan" in body
    assert "rahasia" not in body


def test_draft_of_another_is_not_linked_by_guessing_its_number(client: Client) -> None:
    hidden = make_article(title="Naskah Orang", status=Status.DRAFT)
    row = make_event(first_on=SATURDAY).occurrences.get()
    officer = _as(client, "Petugas Agenda")
    address = f"/admin/agenda/occurrence/{row.pk}/change/"
    data = {
        "status": "terjadwal",
        "day": "2030-06-01",
        "start_time": "09:00",
        "coverage": "belum",
        "stamp": row.updated_at.isoformat(),
        "attendances-TOTAL_FORMS": "0",
        "attendances-INITIAL_FORMS": "0",
    }

    page = officer.post(address, {**data, "articles": [hidden.pk]}, follow=True).text

    assert "Naskah Orang" not in page
    assert not row.articles.exists()
    row.articles.add(hidden)  # an editor's link
    officer.post(address, {**data, "articles": [hidden.pk], "note": "Tetap"})
    row.refresh_from_db()
    assert row.note == "Tetap"
    assert row.articles.contains(hidden)
    assert "Naskah Orang" not in officer.get(address).text
