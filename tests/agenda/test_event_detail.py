"""The page of an event and of one date of a series."""

import json
import re
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agenda.catalogue import Audience, Venue
from agenda.changes import Moved, cancel, move, postpone
from agenda.documents import EventDocument
from agenda.events import Event
from agenda.occurrences import Occurrence
from agenda.times import make_slot
from cilegon_portal.library.models import Document
from cilegon_portal.office.models import Agency, Official, SiteProfile
from cilegon_portal.publishing.models import Status
from cilegon_portal.publishing.slugs import leave_redirect
from tests.factories import make_article, make_event, make_occurrence, make_user

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
DETAILS = {
    "summary": "Ringkasan uji.",
    "description": "<p>Keterangan uji.</p>",
    "contact": "Kontak uji",
    "dress_code": "Batik uji",
    "organiser_name": "Panitia uji",
    "livestream_url": "https://siaran.example/uji",
}
INTERNAL = {"letter_number": "005/rahasia", "internal_note": "Catatan rahasia."}


def _document(name: str) -> Document:
    return Document.objects.create(title=name, file_name=f"{name}.pdf", size=1000)


def _series(first_on: date, **fields: Any) -> Event:
    rule = f"FREQ=WEEKLY;BYDAY={WEEKDAYS[first_on.weekday()]}"
    return make_event(first_on=first_on, rule=rule, repeats_until=first_on + 28 * DAY, **fields)


def _event_data(client: Client, path: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', client.get(path).text)
    assert found is not None
    graph = json.loads(found[1])["@graph"]
    return next(item for item in graph if item["@type"] == "Event")


def test_event_says_when_where_who_and_all_details(client: Client) -> None:
    venue = Venue.objects.create(
        name="Gedung DPRD",
        address="Jl. Uji 1",
        access_note="Jalan kursi roda di sisi timur.",
        map_url="https://peta.example/",
    )
    event = make_event(
        title="Rapat Paripurna",
        slug="rapat",
        first_on=date(2019, 9, 24),
        end_time=time(11, 30),
        venue=venue,
        place="Ruang Sidang",
        **DETAILS,
        **INTERNAL,
    )
    mayor = Official.objects.create(title="Wali Kota", slug="wali-kota")
    event.attendances.create(official=mayor, mode="diwakili", represented_by="Sekda")

    text = client.get("/agenda/acara/rapat/").text

    for words in (
        "Selasa, 24 September 2019",
        "09.00–11.30 WIB",
        "Ruang Sidang, Gedung DPRD",
        "Jalan kursi roda di sisi timur.",
        'href="https://peta.example/"',
        '<a href="/agenda/pejabat/wali-kota/">Wali Kota</a>, diwakili oleh Sekda',
        "Terbuka untuk umum",
        "Telah selesai",
        *("Ringkasan uji.", "Keterangan uji.", "Kontak uji", "Batik uji", "Panitia uji"),
        'href="https://siaran.example/uji"',
        "Bagikan agenda ini",
    ):
        assert words in text
    assert "rahasia" not in text


def test_undangan_shows_name_kind_time_place_and_who_attends_only(client: Client) -> None:
    event = make_event(slug="temu", audience=Audience.INVITED, **DETAILS, **INTERNAL)
    mayor = Official.objects.create(title="Wali Kota", slug="wali-kota")
    event.attendances.create(official=mayor)
    Occurrence.objects.update(note="Catatan tanggal uji")
    EventDocument.objects.create(event=event, document=_document("Bahan uji"), is_public=True)

    text = client.get("/agenda/acara/temu/").text

    for words in (event.title, "Undangan", "09.00 WIB", "Aula Kota", "Wali Kota"):
        assert words in text
    assert " uji" not in text
    assert "siaran.example" not in text


def test_aide_reads_the_details_of_an_undangan_and_no_cache_keeps_them(client: Client) -> None:
    make_event(slug="temu", audience=Audience.INVITED, **DETAILS)
    client.force_login(make_user("Petugas Agenda"))

    response = client.get("/agenda/acara/temu/")

    assert "Keterangan uji." in response.text
    assert "no-store" in response["Cache-Control"]


def test_only_public_documents_are_offered(client: Client) -> None:
    event = make_event(slug="rapat")
    EventDocument.objects.create(event=event, document=_document("Risalah"), is_public=True)
    EventDocument.objects.create(event=event, document=_document("Lampiran rahasia"))

    text = client.get("/agenda/acara/rapat/").text

    assert "Risalah" in text
    assert "Lampiran rahasia" not in text


@pytest.mark.parametrize(
    ("change", "words", "status"),
    [
        (lambda row: cancel(row, "Hujan lebat."), ["Dibatalkan", "Hujan lebat."], "EventCancelled"),
        (
            lambda row: postpone(row, "Menunggu kuorum."),
            ["Ditunda", "Menunggu kuorum.", "Tanggal barunya belum ditetapkan."],
            "EventPostponed",
        ),
        (
            lambda row: move(
                row, Moved(make_slot(row.on + DAY, start=time(13))), reason="Jalan ditutup."
            ),
            [
                "Dijadwalkan ulang",
                "Semula",
                "09.00 WIB",
                "Jadwal baru",
                "13.00 WIB",
                "Jalan ditutup.",
            ],
            "EventRescheduled",
        ),
        (lambda row: None, [], "EventScheduled"),
    ],
    ids=["cancelled", "postponed", "moved", "as planned"],
)
def test_what_became_of_it_stands_before_the_facts_and_in_the_data(
    client: Client, change: Any, words: list[str], status: str
) -> None:
    row = make_occurrence(slug="rapat")
    was = row.starts_at
    change(row)

    text = client.get("/agenda/acara/rapat/").text
    head = text[text.index("<h1") : text.index("<dl")]
    data = _event_data(client, "/agenda/acara/rapat/")

    assert [word for word in words if word not in head] == []
    assert data["eventStatus"] == f"https://schema.org/{status}"
    moved = timezone.localtime(was).isoformat() if status == "EventRescheduled" else None
    assert data.get("previousStartDate") == moved


def test_data_names_place_organiser_and_livestream(client: Client) -> None:
    agency = Agency.objects.create(name="Sekretariat DPRD", slug="setwan")
    make_event(
        slug="rapat",
        first_on=date(2019, 9, 24),
        end_time=time(11),
        organiser=agency,
        livestream_url="https://siaran.example/",
    )

    data = _event_data(client, "/agenda/acara/rapat/")

    assert (data["startDate"], data["endDate"]) == (
        "2019-09-24T09:00:00+07:00",
        "2019-09-24T11:00:00+07:00",
    )
    assert data["location"][0]["name"] == "Aula Kota"
    assert data["location"][1] == {"@type": "VirtualLocation", "url": "https://siaran.example/"}
    assert data["organizer"]["name"] == "Sekretariat DPRD"
    assert data["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"


@pytest.mark.parametrize(
    "fields", [{"time_label": "bada-isya"}, {"is_all_day": True}], ids=["word", "all day"]
)
def test_data_of_an_event_without_an_hour_names_the_day(
    client: Client, fields: dict[str, object]
) -> None:
    make_event(slug="pengajian", first_on=date(2019, 9, 24), **fields)

    assert _event_data(client, "/agenda/acara/pengajian/")["startDate"] == "2019-09-24"


def test_hijri_date_stands_beside_unless_switched_off(client: Client) -> None:
    make_event(slug="rapat", first_on=date(2019, 9, 22))

    shown = client.get("/agenda/acara/rapat/").text
    profile = SiteProfile.load()
    profile.shows_hijri = False
    profile.save()

    assert "23 Muharam 1441 H (perkiraan)" in shown
    assert "Muharam" not in client.get("/agenda/acara/rapat/").text


def test_series_shows_its_next_date_and_the_others_with_their_states(client: Client) -> None:
    first_on = timezone.localdate() - 7 * DAY
    event = _series(first_on, slug="pengajian", start_time=time(0), end_time=time(0, 1))
    second = event.occurrences.in_order()[2]
    cancel(second, "Hari raya.")

    response = client.get("/agenda/acara/pengajian/")
    page = response.context["page"]

    assert page.entry.occurrence.on == first_on + 21 * DAY
    assert [entry.occurrence.on for entry in page.coming] == [second.on, first_on + 28 * DAY]
    assert [badge.label for badge in page.coming[0].badges] == ["Dibatalkan"]
    assert [badge.label for entry in page.past for badge in entry.badges] == ["Telah selesai"] * 2
    assert "Tanggal terdekat" in response.text


def test_date_of_a_series_keeps_its_address_when_it_moves(client: Client) -> None:
    first_on = timezone.localdate() + DAY
    event = _series(first_on, title="Pengajian", slug="pengajian")
    row = event.occurrences.in_order()[1]
    move(row, Moved(make_slot(row.on + DAY, start=time(13))))

    response = client.get(f"/agenda/acara/pengajian/{row.on}/")

    assert response.context["entry"].occurrence == row
    assert "13.00 WIB" in response.text
    assert (
        f'<link rel="canonical" href="http://localhost:8000/agenda/acara/pengajian/{row.on}/">'
        in (response.text)
    )
    assert client.get(f"/agenda/acara/pengajian/{row.on + DAY}/").status_code == 404


def test_event_of_one_date_has_one_address(client: Client) -> None:
    make_event(slug="rapat", first_on=date(2019, 9, 24))

    response = client.get("/agenda/acara/rapat/2019-09-24/")

    assert (response.status_code, response["Location"]) == (301, "/agenda/acara/rapat/")
    assert client.get("/agenda/acara/rapat/2019-09-25/").status_code == 404
    assert client.get("/agenda/acara/rapat/2019-02-30/").status_code == 404


@pytest.mark.parametrize("path", ["/agenda/acara/rapat/", "/agenda/acara/rapat/2019-09-24/"])
@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"status": Status.DRAFT, "published_at": None}, 404),
        ({"audience": Audience.CLOSED}, 404),
        ({"published_at": timezone.now() + DAY}, 404),
        ({}, 410),
    ],
    ids=["draft", "closed", "embargoed", "withdrawn"],
)
def test_hidden_event_answers_as_its_past_says(
    client: Client, fields: dict[str, Any], status: int, path: str
) -> None:
    event = make_event(slug="rapat", first_on=date(2019, 9, 24), **fields)
    if not fields:
        event.status = Status.WITHDRAWN
        event.save()

    assert client.get(path).status_code == status


def test_former_address_leads_on(client: Client) -> None:
    event = make_event(slug="rapat-baru")
    leave_redirect(event, "rapat")

    response = client.get("/agenda/acara/rapat/")

    assert (response.status_code, response["Location"]) == (301, "/agenda/acara/rapat-baru/")


def test_author_previews_a_draft_and_no_cache_keeps_it(client: Client) -> None:
    author = make_user("Penulis")
    make_event(slug="rapat", status=Status.DRAFT, published_at=None, created_by=author)
    client.force_login(author)

    response = client.get("/agenda/acara/rapat/")

    assert "Pratinjau: Draf." in response.text
    assert '<meta name="robots" content="noindex">' in response.text
    assert "no-store" in response["Cache-Control"]


def test_public_news_about_it_is_shown(client: Client) -> None:
    row = make_occurrence(slug="rapat")
    row.articles.add(make_article(title="Rapat Digelar"))
    row.articles.add(make_article(title="Naskah Tersembunyi", status=Status.DRAFT))

    text = client.get("/agenda/acara/rapat/").text

    assert "Rapat Digelar" in text
    assert "Naskah Tersembunyi" not in text


@pytest.mark.parametrize("number", [40, 400])
def test_event_costs_the_same_at_any_size(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    first_on = timezone.localdate() + DAY
    event = _series(first_on, slug="pengajian")
    mayor = Official.objects.create(title="Wali Kota", slug="wali-kota")
    for index in range(number):
        make_event(first_on=first_on + index * DAY).attendances.create(official=mayor)
    event.attendances.create(official=mayor)
    row = event.occurrences.in_order()[0]
    row.articles.add(make_article())
    client.get("/agenda/acara/pengajian/")

    # event, officials, documents, dates to come, past ones, officials of the date, news, nearest
    with django_assert_num_queries(8):
        client.get("/agenda/acara/pengajian/")
    with django_assert_num_queries(9):  # and the date itself
        client.get(f"/agenda/acara/pengajian/{row.on}/")
