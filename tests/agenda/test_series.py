"""Dates follow the pattern of their event; what was seen, is past or was set by hand stays."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone

from agenda.changes import Moved, Scope, cancel, confirm, in_scope, move, postpone
from agenda.events import Event
from agenda.occurrences import Occurrence
from agenda.series import sync_occurrences
from agenda.times import at_wib
from cilegon_portal.publishing.models import Status
from tests.factories import make_event, make_occurrence

pytestmark = pytest.mark.django_db

SATURDAY = date(2030, 6, 1)
BEFORE = at_wib(date(2030, 5, 1), time(8))


def _series(**fields: object) -> Event:
    return make_event(
        **{
            "first_on": SATURDAY,
            "rule": "FREQ=WEEKLY;BYDAY=SA",
            "repeats_until": SATURDAY + timedelta(weeks=3),
            "start_time": time(6),
            **fields,
        }
    )


def _days(event: Event) -> list[date]:
    return [row.slot.first_day for row in event.occurrences.in_order()]


def test_series_has_a_row_for_each_date_at_its_hour_in_wib() -> None:
    event = _series()

    assert _days(event) == [SATURDAY + timedelta(weeks=week) for week in range(4)]
    assert {row.slot.hours() for row in event.occurrences.all()} == {"06.00 WIB"}


def test_holiday_is_skipped_where_asked() -> None:
    independence = date(2030, 8, 17)  # a Saturday
    fields = {"first_on": independence, "repeats_until": independence + timedelta(weeks=1)}

    assert independence in _days(_series(**fields))
    assert _days(_series(**fields, skips_holidays=True)) == [independence + timedelta(weeks=1)]


def test_changed_hour_of_a_public_series_is_shown_as_moved() -> None:
    event = _series()
    event.start_time = time(7)

    sync_occurrences(event, at=timezone.now())

    row = event.occurrences.in_order().first()
    assert row is not None
    assert (row.status, row.was_hours, row.moved_label()) == (
        "jadwal-ulang",
        "06.00 WIB",
        "Jam berubah",
    )
    assert row.sequence == 1


@pytest.mark.parametrize(
    ("fields", "is_correction"), [({"status": Status.DRAFT}, False), ({}, True)]
)
def test_hour_nobody_saw_or_that_was_a_slip_leaves_no_trace(
    fields: dict[str, object],
    is_correction: bool,  # noqa: FBT001
) -> None:
    event = _series(**fields)
    event.start_time = time(7)

    sync_occurrences(event, is_correction=is_correction)

    assert set(event.occurrences.values_list("status", "was_hours")) == {("terjadwal", "")}
    assert {row.slot.hours() for row in event.occurrences.all()} == {"07.00 WIB"}


def test_date_set_by_hand_and_past_dates_stay_where_they_are() -> None:
    event = _series()
    by_hand, past = event.occurrences.in_order()[2], event.occurrences.in_order()[0]
    Occurrence.objects.filter(pk=by_hand.pk).update(differs=True)
    event.start_time = time(7)

    sync_occurrences(event, at=past.closes_at)

    hours = [row.slot.hours() for row in event.occurrences.in_order()]
    assert hours == ["06.00 WIB", "07.00 WIB", "06.00 WIB", "07.00 WIB"]


def test_shortened_public_series_cancels_what_was_announced() -> None:
    event = _series()
    event.repeats_until = SATURDAY + timedelta(weeks=2)

    sync_occurrences(event)

    assert list(event.occurrences.in_order().values_list("status", flat=True)) == [
        "terjadwal",
        "terjadwal",
        "terjadwal",
        "dibatalkan",
    ]


def test_shortened_draft_drops_the_dates() -> None:
    event = _series(status=Status.DRAFT)
    event.repeats_until = SATURDAY

    sync_occurrences(event)

    assert _days(event) == [SATURDAY]


def test_single_public_event_that_moves_keeps_its_day_of_origin() -> None:
    event = make_event(first_on=SATURDAY)
    event.first_on = SATURDAY + timedelta(days=3)

    sync_occurrences(event)

    row = event.occurrences.get()
    assert (row.on, row.slot.first_day) == (SATURDAY, SATURDAY + timedelta(days=3))
    assert row.moved_label() == "Dijadwalkan ulang"


def test_second_move_still_tells_the_first_time() -> None:
    row = make_occurrence(first_on=SATURDAY)

    move(row, Moved(row.slot.shifted(timedelta(hours=1))))
    move(row, Moved(row.slot.shifted(timedelta(hours=2))))

    assert row.was_hours == "09.00 WIB"


def test_moving_back_is_no_move() -> None:
    row = make_occurrence(first_on=SATURDAY)
    first = row.slot
    move(row, Moved(first.shifted(timedelta(hours=1))))

    move(row, Moved(first))

    assert (row.status, row.was_starts_at, row.sequence) == ("terjadwal", None, 2)


def test_place_of_one_date_is_kept_as_it_was() -> None:
    row = make_occurrence(place="Aula Kota")

    move(row, Moved(row.slot, place="Balai Warga"))

    row.refresh_from_db()
    assert (row.place_text(), row.was_place, row.status) == (
        "Balai Warga",
        "Aula Kota",
        "terjadwal",
    )


def test_each_change_of_status_is_a_new_sequence_and_none_is_none() -> None:
    row = make_occurrence()

    postpone(row, "Menunggu jadwal pimpinan.")
    postpone(row, "Menunggu jadwal pimpinan.")
    cancel(row, "Hujan lebat.")
    confirm(row)

    assert (row.status, row.reason, row.sequence) == ("terjadwal", "", 3)


@pytest.mark.parametrize(
    ("scope", "count"), [(Scope.THIS, 1), (Scope.FOLLOWING, 3), (Scope.ALL, 4)]
)
def test_change_reaches_the_dates_it_is_meant_for(scope: Scope, count: int) -> None:
    second = _series().occurrences.in_order()[1]

    assert len(in_scope(second, scope, at=BEFORE)) == count


def test_time_decides_what_is_coming_running_and_over() -> None:
    row = make_occurrence(first_on=SATURDAY, start_time=time(0), end_time=time(0, 30))

    start, end = row.starts_at, row.closes_at
    assert row.state_label(start - timedelta(seconds=1)) == "Mendatang"
    assert row.state_label(start) == "Sedang berlangsung"
    assert row.state_label(end) == "Telah selesai"
    assert Occurrence.objects.upcoming(end - timedelta(seconds=1)).contains(row)
    assert not Occurrence.objects.upcoming(end).contains(row)


def test_event_of_several_days_is_on_each_of_them() -> None:
    make_event(first_on=SATURDAY, last_on=SATURDAY + timedelta(days=2), is_all_day=True)

    found = [
        Occurrence.objects.between(day, day).count()
        for day in (SATURDAY + timedelta(days=offset) for offset in range(-1, 4))
    ]
    assert found == [0, 1, 1, 1, 0]
