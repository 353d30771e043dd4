"""Times the Indonesian way: in words, on the right day, over at the right moment."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from agenda.times import at_wib, make_slot

DAY = date(2019, 9, 24)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"start": time(9), "end": time(11, 30)}, "09.00–11.30 WIB"),
        ({"start": time(9)}, "09.00 WIB"),
        ({"start": time(9), "until_done": True}, "09.00 WIB s.d. selesai"),
        ({"time_label": "bada-isya", "until_done": True}, "Ba'da Isya s.d. selesai"),
        ({"time_label": "bada-isya", "end": time(22)}, "Ba'da Isya s.d. 22.00 WIB"),
        ({"time_label": "menyesuaikan"}, "Menyesuaikan"),
        ({"is_all_day": True}, "Sepanjang hari"),
        (
            {"start": time(20), "end": time(2), "last_on": DAY + timedelta(days=1)},
            "20.00 WIB s.d. 02.00 WIB",
        ),
    ],
)
def test_hours_are_written_as_people_say_them(fields: dict[str, object], words: str) -> None:
    assert make_slot(DAY, **fields).hours() == words  # type: ignore[arg-type]


def test_several_days_are_both_named() -> None:
    slot = make_slot(DAY, is_all_day=True, last_on=DAY + timedelta(days=2))

    assert slot.days() == "Selasa, 24 September 2019 s.d. Kamis, 26 September 2019"


def test_a_word_for_the_hour_sorts_where_the_hour_would() -> None:
    after_asar = make_slot(DAY, time_label="bada-asar")

    assert make_slot(DAY, start=time(15)).starts_at < after_asar.starts_at
    assert after_asar.starts_at < make_slot(DAY, start=time(16)).starts_at


def test_event_after_midnight_wib_belongs_to_the_new_day() -> None:
    slot = make_slot(DAY, start=time(0), end=time(0, 30))

    assert slot.starts_at.astimezone(UTC) == datetime(2019, 9, 23, 17, tzinfo=UTC)
    assert (slot.first_day, slot.last_day) == (DAY, DAY)
    assert slot.closes_at == at_wib(DAY, time(0, 30))


@pytest.mark.parametrize(
    "fields", [{"start": time(9), "until_done": True}, {"start": time(9)}, {"is_all_day": True}]
)
def test_what_names_no_end_closes_with_its_day(fields: dict[str, object]) -> None:
    slot = make_slot(DAY, **fields)  # type: ignore[arg-type]

    assert slot.closes_at == at_wib(DAY + timedelta(days=1), time(0))
    assert slot.last_day == DAY


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"start": time(9), "end": time(9)}, "mendahului jam mulai"),
        ({"start": time(9), "last_on": DAY - timedelta(days=1)}, "mendahului tanggal mulai"),
        ({"is_all_day": True, "last_on": DAY + timedelta(days=31)}, "paling lama 31 hari"),
        ({}, "Isi jam mulai"),
    ],
)
def test_a_time_that_cannot_be_is_refused_in_words(fields: dict[str, object], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        make_slot(DAY, **fields)  # type: ignore[arg-type]
