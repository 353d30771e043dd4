"""Target days: Monday to Friday. Holidays are not left out: a target that is a day early harms nobody."""

from datetime import date, timedelta

_FRIDAY = 4


def after_working_days(start: date, days: int) -> date:
    """Return the day that lies *days* working days after *start*."""
    day = start
    while days > 0:
        day += timedelta(days=1)
        if day.weekday() <= _FRIDAY:
            days -= 1
    return day
