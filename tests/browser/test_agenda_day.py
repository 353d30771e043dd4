"""A day of the agenda officer: a series, a clash, two changes, the text for the groups, the news of it."""

import functools
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect
from pytest_django import DjangoDbBlocker
from pytest_django.live_server_helper import LiveServer

from agenda.attendance import Attendance
from agenda.catalogue import EventType
from cilegon_portal.office.models import Official
from tests.browser.staff import open_admin, wait_for_editor
from tests.factories import make_category, make_event, make_user

TITLE = "Pengajian Pekanan Majelis Taklim"
SLUG = "pengajian-pekanan-majelis-taklim"
WIB = ZoneInfo("Asia/Jakarta")
WEEK = timedelta(weeks=1)
MESSAGES = "main > .messagelist"

SignIn = Callable[[str], Page]


def _saturday() -> date:
    today = timezone.localdate()
    return today + timedelta(days=(5 - today.weekday()) % 7 + 7)


@pytest.fixture
def sign_in(browser: Browser, site: LiveServer, django_db_blocker: DjangoDbBlocker) -> SignIn:
    """Return a function that opens the admin as the account of that name."""
    with django_db_blocker.unblock():
        make_user("Petugas Agenda", username="agenda")
        make_user("Penulis", username="penulis")
        make_user("Editor", username="editor")
        make_category("Keagamaan")
        EventType.objects.create(name="Pengajian", slug="pengajian")
        official = Official.objects.create(title="Sekretaris Daerah", slug="sekda", precedence=3)
        other = make_event(title="Rapat Anggaran", first_on=_saturday(), start_time=time(6, 30))
        Attendance.objects.create(event=other, official=official)
    return functools.partial(open_admin, browser, site)


def _add_series(page: Page) -> None:
    page.goto("/admin/agenda/event/add/")
    page.fill("#id_title", TITLE)
    page.select_option("#id_event_type", label="Pengajian")
    page.fill("#id_first_on", _saturday().isoformat())
    page.fill("#id_start_time", "06:00")
    page.fill("#id_end_time", "08:00")
    page.fill("#id_place", "Masjid Agung")
    page.get_by_text("Berulang", exact=True).click()
    page.select_option("#id_repeats", label="Setiap minggu")
    page.fill("#id_repeats_until", (_saturday() + 4 * WEEK).isoformat())
    page.select_option("#id_attendances-0-official", label="Sekretaris Daerah")
    expect(page.locator("[data-clashes]")).to_contain_text(
        "Bentrok: Sekretaris Daerah sudah ada acara: Rapat Anggaran"
    )
    expect(page.locator("[data-dates]")).to_contain_text("5 tanggal, 06.00–08.00 WIB")
    page.get_by_role("button", name="Terbitkan").click()
    expect(page.locator(MESSAGES)).to_contain_text("diterbitkan")
    page.get_by_role("link", name=TITLE).click()


def _change_dates(page: Page) -> None:
    page.locator("tr", has_text=re.compile(_words(_saturday() + WEEK))).get_by_role(
        "link", name="Ubah"
    ).click()
    page.fill("#id_day", (_saturday() + WEEK + timedelta(days=1)).isoformat())
    page.fill("#id_start_time", "07:15")
    page.fill("#id_end_time", "09:00")
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.locator(MESSAGES)).to_contain_text("tersimpan")
    page.locator("tr", has_text=re.compile(_words(_saturday() + 2 * WEEK))).get_by_role(
        "link", name="Batalkan"
    ).click()
    page.fill("#id_reason", "Masjid sedang dibersihkan.")
    page.get_by_role("button", name="Simpan", exact=True).click()
    expect(page.locator(MESSAGES)).to_contain_text("tersimpan")


def _words(day: date) -> str:
    months = (
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
    )
    return f"{day.day} {months.split()[day.month - 1]} {day.year}"


def _copy_text(page: Page) -> str:
    first = _saturday() + WEEK
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"/admin/agenda/teks-whatsapp/?dari={first}&sampai={first + WEEK}")
    page.get_by_role("button", name="Salin teks").click()
    expect(page.locator(MESSAGES)).to_contain_text("salinan berikutnya menandai")
    return str(page.evaluate("navigator.clipboard.readText()"))


def _expected() -> list[tuple[datetime, datetime, str]]:
    """Return what the five dates must be everywhere: beginning, end, and whether they take place."""

    def at(day: date, hour: time) -> datetime:
        return datetime.combine(day, hour, tzinfo=WIB)

    dates = [
        (
            at(_saturday() + number * WEEK, time(6)),
            at(_saturday() + number * WEEK, time(8)),
            "CONFIRMED",
        )
        for number in range(5)
    ]
    moved = _saturday() + WEEK + timedelta(days=1)
    dates[1] = (at(moved, time(7, 15)), at(moved, time(9)), "CONFIRMED")
    dates[2] = (*dates[2][:2], "CANCELLED")
    return dates


def test_officers_day_reaches_citizens_and_calendars_to_the_minute(
    sign_in: SignIn, browser: Browser, site: LiveServer
) -> None:
    officer = sign_in("agenda")
    _add_series(officer)
    _change_dates(officer)
    text = _copy_text(officer)
    officer.goto("/admin/agenda/event/")
    officer.get_by_role("link", name=TITLE).click()
    officer.locator("tr", has_text=re.compile(_words(_saturday()))).get_by_role(
        "link", name="Ubah"
    ).click()
    officer.get_by_role("button", name="Buat berita").click()
    expect(officer.locator(MESSAGES)).to_contain_text("Draf berita dari acara ini")
    wait_for_editor(officer)
    officer.get_by_role("button", name="Ajukan").click()
    expect(officer.locator(MESSAGES)).to_contain_text("menunggu tinjauan")

    editor = sign_in("editor")
    editor.goto("/admin/news/article/")
    editor.get_by_role("link", name=TITLE).click()
    wait_for_editor(editor)
    editor.get_by_role("button", name="Terbitkan").click()
    expect(editor.locator(MESSAGES)).to_contain_text("diterbitkan")

    assert f"*07.15–09.00 WIB* {TITLE}" in text
    assert f"~06.00–08.00 WIB {TITLE}~" in text
    assert "*DIBATALKAN*: Masjid sedang dibersihkan." in text

    citizen = browser.new_context(
        base_url=site.url, viewport={"width": 360, "height": 740}
    ).new_page()
    calendar = icalendar.Calendar.from_ical(
        citizen.request.get(f"/agenda/acara/{SLUG}/kalender.ics").body()
    )
    entries = sorted(
        (entry.decoded("DTSTART"), entry.decoded("DTEND"), str(entry["STATUS"]))
        for entry in calendar.walk("VEVENT")
    )
    assert entries == sorted(_expected())
    for start, _, status in _expected():
        citizen.goto(f"/agenda/{start:%Y/%m/%d}/")
        row = citizen.locator("tr", has_text=TITLE)
        assert row.locator("time").get_attribute("datetime") == start.isoformat(timespec="minutes")
        expect(row).to_contain_text("Dibatalkan" if status == "CANCELLED" else TITLE)
    citizen.goto(f"/agenda/acara/{SLUG}/{_saturday() + WEEK}/")
    expect(citizen.locator("main")).to_contain_text(f"Semula Sabtu, {_words(_saturday() + WEEK)}")
    expect(citizen.locator("main")).to_contain_text("Sekretaris Daerah")
    citizen.goto(f"/agenda/acara/{SLUG}/{_saturday()}/")
    citizen.locator("main").get_by_role("link", name=TITLE).first.click()
    expect(citizen.get_by_role("heading", level=1)).to_have_text(TITLE)
    assert "/berita/" in citizen.url
    assert citizen.context.cookies() == []
