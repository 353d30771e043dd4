"""The agenda from today on, and its filters."""

from datetime import date, datetime, time, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agenda.catalogue import Audience, EventType
from agenda.changes import Moved, cancel, move, postpone
from agenda.filters import Filters
from agenda.lists import AgendaPage, agenda_page
from agenda.times import at_wib, make_slot
from cilegon_portal.office.models import Agency, Official
from tests.factories import make_event, make_occurrence

pytestmark = pytest.mark.django_db

TUESDAY = date(2030, 9, 24)
MORNING = at_wib(TUESDAY, time(8))
DAY = timedelta(days=1)


def _page(at: datetime = MORNING, **fields: object) -> AgendaPage:
    return agenda_page(AnonymousUser(), Filters(**fields), at, page_max=5)  # type: ignore[arg-type]


def _titles(page: AgendaPage) -> dict[date, list[str]]:
    return {day.on: [entry.occurrence.event.title for entry in day.entries] for day in page.days}


def _states(at: datetime, **fields: object) -> list[str]:
    make_event(first_on=TUESDAY, published_at=MORNING - 9 * DAY, **fields)
    return [
        badge.label for day in _page(at).days for entry in day.entries for badge in entry.badges
    ]


def test_days_follow_in_order_with_today_first_and_what_is_past_left_out() -> None:
    shared = {"published_at": MORNING - 9 * DAY}
    make_event(title="Kemarin", first_on=TUESDAY - DAY, **shared)
    make_event(title="Siang", first_on=TUESDAY, start_time=time(13), **shared)
    make_event(title="Subuh", first_on=TUESDAY, start_time=None, time_label="bada-subuh", **shared)
    make_event(title="Lusa", first_on=TUESDAY + 2 * DAY, **shared)

    assert _titles(_page()) == {TUESDAY: ["Subuh", "Siang"], TUESDAY + 2 * DAY: ["Lusa"]}


@pytest.mark.parametrize(
    ("hour", "state"),
    [
        (8, "Mendatang"),
        (9, "Sedang berlangsung"),
        (10, "Sedang berlangsung"),
        (11, "Telah selesai"),
    ],
)
def test_state_of_today_follows_the_clock(hour: int, state: str) -> None:
    at = at_wib(TUESDAY, time(hour))

    assert _states(at, start_time=time(9), end_time=time(11)) == [state]


@pytest.mark.parametrize(
    ("at", "days"),
    [
        (at_wib(TUESDAY - DAY, time(23, 59)), {TUESDAY: ["Acara"]}),
        (at_wib(TUESDAY, time(0, 10)), {TUESDAY: ["Acara"]}),
        (at_wib(TUESDAY, time(23, 59)), {TUESDAY: ["Acara"]}),
        (at_wib(TUESDAY + DAY, time(0)), {}),
    ],
)
@pytest.mark.parametrize(
    "fields",
    [
        {"start_time": time(0), "end_time": time(0, 30)},
        {"is_all_day": True},
        {"start_time": time(21), "until_done": True},
    ],
    ids=["around midnight", "all day", "until done"],
)
def test_event_stands_on_its_day_of_wib_until_that_day_ends(
    fields: dict[str, object], at: datetime, days: dict[date, list[str]]
) -> None:
    make_event(title="Acara", first_on=TUESDAY, published_at=MORNING - 9 * DAY, **fields)

    assert _titles(_page(at)) == days


@pytest.mark.parametrize(
    ("at", "state"),
    [
        (at_wib(TUESDAY, time(0, 29)), "Sedang berlangsung"),
        (at_wib(TUESDAY, time(0, 30)), "Telah selesai"),
    ],
)
def test_event_after_midnight_is_over_at_its_minute(at: datetime, state: str) -> None:
    assert _states(at, start_time=time(0), end_time=time(0, 30)) == [state]


def test_event_until_done_is_running_to_the_last_minute_of_its_day() -> None:
    at = at_wib(TUESDAY, time(23, 59))

    assert _states(at, start_time=time(9), until_done=True) == ["Sedang berlangsung"]


def test_event_of_several_days_stands_on_today_while_it_lasts() -> None:
    make_event(
        title="Pameran",
        first_on=TUESDAY - DAY,
        last_on=TUESDAY + DAY,
        is_all_day=True,
        published_at=MORNING - 9 * DAY,
    )

    assert _titles(_page()) == {TUESDAY: ["Pameran"]}
    assert _titles(_page(MORNING + 2 * DAY)) == {}


def test_page_ends_where_a_day_ends_and_leads_both_ways() -> None:
    for number in range(8):  # two a day
        make_event(first_on=TUESDAY + number // 2 * DAY, published_at=MORNING - 9 * DAY)

    first = _page()
    second = _page(first=TUESDAY + 2 * DAY)

    assert list(_titles(first)) == [TUESDAY, TUESDAY + DAY]
    assert first.later == "/agenda/?dari=2030-09-26"
    assert list(_titles(second)) == [TUESDAY + 2 * DAY, TUESDAY + 3 * DAY]
    assert (second.later, second.earlier) == ("", "/agenda/?dari=2030-09-24")


def test_day_with_more_than_a_page_leads_on_and_says_so() -> None:
    for _ in range(7):
        make_event(first_on=TUESDAY, published_at=MORNING - 9 * DAY)

    page = _page()

    assert len(page.days[0].entries) == 5
    assert (page.is_cut, page.later) == (True, "/agenda/?dari=2030-09-25")


def test_cancelled_and_moved_dates_stay_with_their_reasons(client: Client) -> None:
    cancelled = make_occurrence(title="Gerak Jalan")
    cancel(cancelled, "Jalan di rute lomba diperbaiki.")
    postponed = make_occurrence(title="Rapat Paripurna")
    postpone(postponed, "Menunggu kuorum.")
    moved = make_occurrence(title="Pembinaan KIM")
    move(moved, Moved(make_slot(moved.on, start=time(13, 30))))

    text = client.get("/agenda/").text

    for words in ("Dibatalkan", "Jalan di rute lomba diperbaiki.", "Ditunda", "Menunggu kuorum."):
        assert words in text
    assert "Jam berubah" in text
    assert "Semula 09.00 WIB." in text


def _filled() -> None:
    mayor = Official.objects.create(title="Wali Kota", slug="wali-kota")
    agency = Agency.objects.create(name="Dinas Kominfo", slug="diskominfo")
    prayer = EventType.objects.create(name="Pengajian", slug="pengajian")
    make_event(title="Biasa")
    make_event(title="Dzikir", event_type=prayer)
    make_event(title="Sosialisasi", organiser=agency)
    make_event(title="Peresmian").attendances.create(official=mayor)
    make_event(title="Bulan Depan", first_on=timezone.localdate() + 30 * DAY)


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("jenis=pengajian", "Dzikir"),
        ("opd=diskominfo", "Sosialisasi"),
        ("pejabat=wali-kota", "Peresmian"),
    ],
)
def test_filter_shows_only_what_was_asked_for_and_stays_out_of_indexes(
    client: Client, query: str, title: str
) -> None:
    _filled()

    response = client.get(f"/agenda/?{query}")

    assert list(_titles(response.context["page"]).values()) == [[title]]
    assert '<meta name="robots" content="noindex">' in response.text
    assert '<link rel="canonical" href="http://localhost:8000/agenda/">' in response.text


def test_dates_narrow_the_list_on_both_sides(client: Client) -> None:
    _filled()
    day = timezone.localdate() + 30 * DAY

    response = client.get(f"/agenda/?dari={day}&sampai={day}")

    assert _titles(response.context["page"]) == {day: ["Bulan Depan"]}


def test_form_with_empty_fields_leads_to_the_short_address(client: Client) -> None:
    _filled()

    response = client.get("/agenda/?jenis=pengajian&pejabat=&opd=&dari=&sampai=")

    assert (response.status_code, response["Location"]) == (301, "/agenda/?jenis=pengajian")


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("jenis=gacor", "Jenis acara itu tidak ada"),
        ("pejabat=gacor", "Pejabat itu tidak ada"),
        ("opd=gacor", "OPD itu tidak ada"),
        ("dari=gacor", "Tanggal “dari” tidak terbaca"),
        ("sampai=2019-02-30", "Tanggal “sampai” tidak terbaca"),
        ("dari=0001-01-01", "Tanggal “dari” tidak terbaca"),
        ("dari=2030-02-02&sampai=2030-02-01", "Tukar keduanya"),
        ("sampai=2019-01-01", "Isi juga tanggal “dari”"),
        ("dari=2030-01-01&sampai=2032-01-01", "paling panjang 400 hari"),
    ],
)
def test_filter_that_cannot_be_read_is_told_and_not_repeated(
    client: Client, query: str, words: str
) -> None:
    response = client.get(f"/agenda/?{query}")

    assert response.status_code == 400
    assert words in response.text
    assert "gacor" not in response.text


def test_what_was_readable_stays_chosen_beside_a_problem(client: Client) -> None:
    _filled()

    text = client.get("/agenda/?jenis=pengajian&dari=besok").text

    assert '<option value="pengajian" selected>' in text


def test_organiser_of_an_undangan_is_no_choice(client: Client) -> None:
    agency = Agency.objects.create(name="Dinas Rahasia", slug="dinas-rahasia")
    make_event(audience=Audience.INVITED, organiser=agency)

    assert "Dinas Rahasia" not in client.get("/agenda/").text
    assert client.get("/agenda/?opd=dinas-rahasia").status_code == 400


@pytest.mark.parametrize("number", [40, 400])
def test_list_costs_the_same_at_any_size(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    mayor = Official.objects.create(title="Wali Kota", slug="wali-kota")
    for index in range(number):
        event = make_event(first_on=timezone.localdate() + index % 40 * DAY)
        event.attendances.create(official=mayor)
    client.get("/agenda/")

    # 3 for the choices, dates, 2 for who attends, the days before
    with django_assert_num_queries(7):
        client.get("/agenda/")


def test_list_sets_no_cookie_and_asks_caches_to_check(client: Client) -> None:
    response = client.get("/agenda/")

    assert not response.cookies
    assert response["Cache-Control"] == "no-cache"
    assert client.get("/agenda/", headers={"if-none-match": response["ETag"]}).status_code == 304
