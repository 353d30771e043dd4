"""The agenda by year, month and day."""

from datetime import date, time, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agenda.catalogue import Audience
from agenda.changes import Moved, cancel, move
from agenda.events import Event
from agenda.times import make_slot
from cilegon_portal.office.models import Official, SiteProfile
from cilegon_portal.publishing.models import Status
from tests.factories import make_event, make_occurrence

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def test_month_table_leads_to_the_days_below(client: Client) -> None:
    make_event(title="Rapat Paripurna", first_on=date(2019, 9, 24))
    make_event(title="Kunjungan", first_on=date(2019, 9, 24), start_time=time(13))

    text = client.get("/agenda/2019/09/").text
    table, below = text.split("</table>")

    assert 'href="#tgl-2019-09-24">24 <small>2 acara</small>' in table
    assert "09.00 Rapat Paripurna" in table
    assert 'id="tgl-2019-09-24"' in below
    assert below.index("Rapat Paripurna") < below.index("Kunjungan")


def test_month_begins_with_its_weeks_from_monday(client: Client) -> None:
    make_event(first_on=date(2019, 9, 24))

    weeks = client.get("/agenda/2019/09/").context["weeks"]

    assert [week[0].on for week in weeks[:2]] == [date(2019, 8, 26), date(2019, 9, 2)]
    assert {len(week) for week in weeks} == {7}


def test_event_of_several_days_stands_on_each_of_them(client: Client) -> None:
    make_event(first_on=date(2019, 8, 31), last_on=date(2019, 9, 2), is_all_day=True)

    days = client.get("/agenda/2019/09/").context["days"]

    assert [day.on for day in days] == [date(2019, 9, 1), date(2019, 9, 2)]


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"first_on": date(2020, 2, 29), "start_time": time(0)}, "/agenda/2020/02/29/"),
        ({"first_on": date(2019, 12, 31), "start_time": time(23, 59)}, "/agenda/2019/12/31/"),
        ({"first_on": date(2020, 1, 1), "is_all_day": True}, "/agenda/2020/01/01/"),
    ],
)
def test_event_is_on_its_day_of_wib_and_on_no_other(
    client: Client, fields: dict[str, object], path: str
) -> None:
    make_event(title="Di Tengah Malam", **fields)
    on = fields["first_on"]
    assert isinstance(on, date)

    assert "Di Tengah Malam" in client.get(path).text
    for other in (on - DAY, on + DAY):
        assert "Di Tengah Malam" not in client.get(f"/agenda/{other:%Y/%m/%d}/").text


def test_holidays_are_named_in_month_and_year(client: Client) -> None:
    make_event(first_on=date(2019, 8, 20))

    for path in ("/agenda/2019/08/", "/agenda/2019/"):
        assert "Hari Kemerdekaan" in client.get(path).text


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/agenda/2018/", 200),
        ("/agenda/2018/12/", 200),
        ("/agenda/2018/12/31/", 200),
        ("/agenda/2017/", 404),
        ("/agenda/2017/12/", 404),
        ("/agenda/2017/12/31/", 404),
        ("/agenda/2100/01/", 404),
        ("/agenda/2019/02/30/", 404),
        ("/agenda/2019/9/", 404),
        ("/agenda/2019/13/", 404),
    ],
)
def test_addresses_end_a_year_beyond_the_content(client: Client, path: str, status: int) -> None:
    make_event(first_on=date(2019, 9, 24))

    assert client.get(path).status_code == status


def test_hidden_events_open_no_years(client: Client) -> None:
    make_event(first_on=date(2001, 9, 24), audience="tertutup")

    assert client.get("/agenda/2001/").status_code == 404


def test_empty_month_is_a_page_but_in_no_index(client: Client) -> None:
    today = timezone.localdate()

    response = client.get(f"/agenda/{today:%Y/%m}/")

    assert "Tidak ada acara pada" in response.text
    assert '<meta name="robots" content="noindex">' in response.text


def test_year_leads_to_the_months_that_have_something(client: Client) -> None:
    make_event(first_on=date(2019, 9, 24))

    text = client.get("/agenda/2019/").text

    assert '<a href="/agenda/2019/09/">September 2019</a>' in text
    assert "<span>Oktober 2019</span>" in text


def test_day_is_a_numbered_sheet_under_the_letterhead(client: Client) -> None:
    SiteProfile.objects.update_or_create(pk=1, defaults={"office_full_name": "Dinas Uji"})
    mayor = Official.objects.create(title="Wali Kota", slug="wali-kota")
    event = make_event(title="Rapat Paripurna", place="Ruang Sidang", first_on=date(2019, 9, 24))
    event.attendances.create(official=mayor, mode="diwakili", represented_by="Sekda")
    off = make_occurrence(title="Gerak Jalan", first_on=date(2019, 9, 24), start_time=time(6))
    cancel(off, "Hujan lebat.")

    text = client.get("/agenda/2019/09/24/").text

    assert text.index("Dinas Uji") < text.index("<table")
    assert text.index("Gerak Jalan") < text.index("Rapat Paripurna")
    for words in ("Dibatalkan", "Hujan lebat.", "Ruang Sidang", "Wali Kota, diwakili oleh Sekda"):
        assert words in text


def test_day_leads_to_the_nearest_days_that_have_something(client: Client) -> None:
    for day in (3, 10, 24):
        make_event(first_on=date(2019, 9, day))

    context = client.get("/agenda/2019/09/10/").context

    assert context["earlier"].url == "/agenda/2019/09/03/"
    assert context["later"].url == "/agenda/2019/09/24/"


@pytest.mark.parametrize("path", ["/agenda/2030/09/", "/agenda/2030/09/24/"])
def test_day_tells_where_its_date_went(client: Client, path: str) -> None:
    moved = make_occurrence(title="Pembinaan KIM", first_on=date(2030, 9, 24))
    move(moved, Moved(make_slot(date(2030, 10, 1), start=time(13, 30))))

    text = " ".join(client.get(path).text.split())

    assert "Dipindah dari hari ini" in text
    assert "Pembinaan KIM" in text
    assert "sekarang" in text
    assert "Selasa, 1 Oktober 2030 · 13.30 WIB" in text


def test_day_tells_that_its_moved_date_was_called_off(client: Client) -> None:
    moved = make_occurrence(title="Pembinaan KIM", first_on=date(2030, 9, 24))
    move(moved, Moved(make_slot(date(2030, 10, 1), start=time(13, 30))))
    cancel(moved, "Tempat terendam banjir.")

    assert "kemudian dibatalkan" in client.get("/agenda/2030/09/24/").text


@pytest.mark.parametrize("hidden", [{"status": Status.WITHDRAWN}, {"audience": Audience.CLOSED}])
def test_day_says_nothing_of_a_hidden_date_that_moved(
    client: Client, hidden: dict[str, str]
) -> None:
    moved = make_occurrence(title="Pembinaan KIM", first_on=date(2030, 9, 24))
    move(moved, Moved(make_slot(date(2030, 10, 1), start=time(13, 30))))
    Event.objects.filter(pk=moved.event_id).update(**hidden)
    make_event(title="Upacara", first_on=date(2030, 9, 24))

    for path in ("/agenda/2030/09/", "/agenda/2030/09/24/"):
        assert "Pembinaan KIM" not in client.get(path).text


def test_moved_hour_is_no_move_to_another_day(client: Client) -> None:
    moved = make_occurrence(first_on=date(2030, 9, 24))
    move(moved, Moved(make_slot(moved.on, start=time(13, 30))))

    assert "Dipindah dari hari ini" not in client.get("/agenda/2030/09/24/").text


@pytest.mark.parametrize("number", [40, 400])
def test_archive_costs_the_same_at_any_size(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    mayor = Official.objects.create(title="Wali Kota", slug="wali-kota")
    for index in range(number):
        event = make_event(first_on=date(2019, 1, 1) + index * DAY)
        event.attendances.create(official=mayor)
    client.get("/agenda/2019/")

    with django_assert_num_queries(2):  # edges, months
        client.get("/agenda/2019/")
    with django_assert_num_queries(5):  # edges, dates, 2 for who attends, what moved away
        client.get("/agenda/2019/01/")
    with django_assert_num_queries(5):
        client.get("/agenda/2019/01/10/")
