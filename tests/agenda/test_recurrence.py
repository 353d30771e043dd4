"""Which days a series falls on."""

from datetime import date

import pytest

from agenda.recurrence import Frequency, Pattern, dates_of

SATURDAYS = Pattern(Frequency.WEEKLY, weekdays=(5,))


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (SATURDAYS, "Setiap Sabtu"),
        (Pattern(Frequency.WEEKLY, 2, (1, 3)), "Setiap 2 minggu, Selasa dan Kamis"),
        (Pattern(Frequency.MONTHLY, weekdays=(0,), nth=3), "Setiap bulan, Senin ketiga"),
        (Pattern(Frequency.MONTHLY, weekdays=(4,), nth=-1), "Setiap bulan, Jumat terakhir"),
        (Pattern(Frequency.YEARLY), "Setiap tahun"),
    ],
)
def test_pattern_survives_as_rule_text_and_reads_as_words(pattern: Pattern, words: str) -> None:
    assert Pattern.from_rule(pattern.to_rule()) == pattern
    assert pattern.in_words() == words


def test_weekly_series_keeps_its_weekday_across_month_year_and_leap_day() -> None:
    days = dates_of(SATURDAYS.to_rule(), date(2023, 12, 23), date(2024, 3, 2))

    assert {day.weekday() for day in days} == {5}
    assert days[:3] == [date(2023, 12, 23), date(2023, 12, 30), date(2024, 1, 6)]
    assert days[-2:] == [date(2024, 2, 24), date(2024, 3, 2)]


def test_last_friday_of_each_month() -> None:
    rule = Pattern(Frequency.MONTHLY, weekdays=(4,), nth=-1).to_rule()

    assert dates_of(rule, date(2024, 1, 1), date(2024, 3, 31)) == [
        date(2024, 1, 26),
        date(2024, 2, 23),
        date(2024, 3, 29),
    ]


def test_leap_day_returns_in_leap_years_only() -> None:
    days = dates_of(Pattern(Frequency.YEARLY).to_rule(), date(2024, 2, 29), date(2032, 12, 31))

    assert days == [date(2024, 2, 29), date(2028, 2, 29), date(2032, 2, 29)]


def test_skipped_days_are_left_out_and_move_nothing() -> None:
    days = dates_of(
        SATURDAYS.to_rule(), date(2024, 3, 2), date(2024, 3, 16), skip=[date(2024, 3, 9)]
    )

    assert days == [date(2024, 3, 2), date(2024, 3, 16)]


def test_a_rule_without_bound_ends_with_its_last_day() -> None:
    assert len(dates_of("FREQ=WEEKLY;BYDAY=MO", date(2024, 1, 1), date(2099, 1, 1))) == 400
