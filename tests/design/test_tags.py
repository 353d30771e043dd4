"""Dates and icons in templates."""

from datetime import UTC, date, datetime

from django.template import Context, Template

EVENING = datetime(2019, 9, 22, 12, 30, tzinfo=UTC)
LATE = datetime(2019, 9, 22, 17, 0, tzinfo=UTC)  # midnight WIB


def _render(source: str, **context: object) -> str:
    return Template("{% load tanggal icons %}" + source).render(Context(context))


def test_date_is_written_with_weekday_and_month_in_indonesian() -> None:
    assert _render("{{ at|tanggal }}", at=EVENING) == "Minggu, 22 September 2019"


def test_date_and_time_are_in_wib() -> None:
    text = _render("{{ at|tanggal_waktu }}", at=EVENING)

    assert text == "Minggu, 22 September 2019 · 19.30 WIB"


def test_midnight_wib_belongs_to_the_new_day() -> None:
    assert _render("{{ at|tanggal_waktu }}", at=LATE) == "Senin, 23 September 2019 · 00.00 WIB"


def test_hour_month_and_machine_form() -> None:
    text = _render("{{ at|jam }} {{ at|bulan }} {{ at|waktu_mesin }}", at=EVENING)

    assert text == "19.30 WIB September 2019 2019-09-22T19:30+07:00"


def test_plain_date_needs_no_zone() -> None:
    assert _render("{{ on|tanggal }}", on=date(2019, 9, 22)) == "Minggu, 22 September 2019"


def test_missing_date_renders_nothing() -> None:
    assert _render("[{{ at|tanggal }}{{ at|tanggal_waktu }}{{ at|jam }}]", at=None) == "[]"


def test_icon_points_into_the_sprite_and_is_silent() -> None:
    assert _render('{% icon "share" %}') == (
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true">'
        '<use href="/static/img/ikon.svg#share"/></svg>'
    )
