"""Calendars in other programs: python-icalendar, ical.js (Thunderbird, Nextcloud) and khal read them alike.

"The pages" are the rows they list: days and hours of each date in WIB.
"""

import json
import subprocess
import sys
import warnings
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar

from agenda.events import Event
from agenda.times import TimeLabel
from cilegon_portal.templatetags.tanggal import WIB
from tests.factories import make_event
from tests.services.machine import node

pytestmark = pytest.mark.django_db

GOLDEN = sorted((Path(__file__).parents[1] / "agenda" / "golden").glob("*.ics"))
PROGRAM = Path(__file__).with_name("read_calendar.mjs")
SERIES: dict[str, dict[str, Any]] = {
    "across a month end": {
        "first_on": date(2027, 1, 23),
        "rule": "FREQ=WEEKLY;BYDAY=SA",
        "repeats_until": date(2027, 2, 20),
        "start_time": time(6),  # still Friday in UTC
    },
    "last Monday across a year end": {
        "first_on": date(2027, 10, 25),
        "rule": "FREQ=MONTHLY;BYDAY=-1MO",
        "repeats_until": date(2028, 2, 29),
        "time_label": TimeLabel.AFTER_SUBUH,
    },
    "two nights round the new year": {
        "first_on": date(2027, 12, 31),
        "last_on": date(2028, 1, 1),
        "start_time": time(22),
        "end_time": time(1),
    },
    "leap days": {
        "first_on": date(2028, 2, 29),
        "rule": "FREQ=YEARLY",
        "repeats_until": date(2036, 12, 31),
        "is_all_day": True,
    },
    "weekly over a leap day": {
        "first_on": date(2028, 2, 22),
        "rule": "FREQ=WEEKLY;BYDAY=TU",
        "repeats_until": date(2028, 3, 7),
        "start_time": time(0),
        "end_time": time(0, 30),
    },
}


@pytest.fixture(scope="session")
def node_modules() -> Path:
    """Return the folder with ical.js that ``make test-browser`` fetched."""
    folder = Path(".tool/nu/node_modules")
    if not (folder / "ical.js").exists():
        pytest.exit(f"{folder}/ical.js belum ada: jalankan make test-browser.", returncode=1)
    return folder.resolve()


def _read_by_ical_js(content: bytes, node_modules: Path) -> list[dict[str, Any]]:
    done = subprocess.run(
        [str(node()), "--throw-deprecation", str(PROGRAM), str(node_modules)],
        input=content,
        capture_output=True,
        check=True,
    )
    assert not done.stderr
    entries: list[dict[str, Any]] = json.loads(done.stdout)["entries"]
    return entries


def _read_by_icalendar(content: bytes) -> Calendar:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        calendar = Calendar.from_ical(content)
    assert not [component.errors for component in calendar.walk() if component.errors]
    return calendar


def _listed_by_khal(contents: Iterable[bytes], folder: Path, first: date, last: date) -> list[str]:
    """Return "start|title" in WIB of what khal lists from *first* to *last* after importing *contents*."""
    (folder / "calendar").mkdir()
    (folder / "khal.conf").write_text(
        f"[calendars]\n[[agenda]]\npath = {folder}/calendar\n"
        f"[sqlite]\npath = {folder}/khal.db\n"
        "[locale]\nlocal_timezone = Asia/Jakarta\ndefault_timezone = Asia/Jakarta\n"
        "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\n"
        "datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
    )
    files = []
    for number, content in enumerate(contents):
        files.append(folder / f"{number}.ics")
        files[-1].write_bytes(content)
    _khal(folder, "import", "--batch", *map(str, files))
    form = "{start-date-long} {start-time}|{title}"
    days = (f"{first} 00:00", f"{last + timedelta(days=1)} 00:00")
    listed = _khal(folder, "list", "--once", "--day-format", "", "--format", form, *days)
    return sorted(line for line in listed.splitlines() if line)


def _khal(folder: Path, *arguments: str) -> str:
    program = str(Path(sys.executable).with_name("khal"))
    done = subprocess.run(
        [program, "--no-color", "-c", f"{folder}/khal.conf", *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not done.stderr
    return done.stdout


def _line(start: date, title: str) -> str:
    hour = f"{start.astimezone(WIB):%H:%M}" if isinstance(start, datetime) else ""
    day = start.astimezone(WIB).date() if isinstance(start, datetime) else start
    return f"{day} {hour}|{title}"


def _text(moment: date) -> str:
    if isinstance(moment, datetime):
        return f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    return moment.isoformat()


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_libraries_read_each_kind_of_date_alike(path: Path, node_modules: Path) -> None:
    content = path.read_bytes()

    (by_icalendar,) = _read_by_icalendar(content).events
    (by_ical_js,) = _read_by_ical_js(content, node_modules)

    assert by_ical_js == {
        "uid": by_icalendar["UID"],
        "summary": by_icalendar["SUMMARY"],
        "description": by_icalendar["DESCRIPTION"],
        "sequence": by_icalendar["SEQUENCE"],
        "status": by_icalendar["STATUS"],
        "starts": _text(by_icalendar.start),
        "ends": _text(by_icalendar.end),
    }


def test_khal_imports_each_kind_of_date(tmp_path: Path) -> None:
    contents = [path.read_bytes() for path in GOLDEN]
    entries = [entry for content in contents for entry in _read_by_icalendar(content).events]

    listed = _listed_by_khal(contents, tmp_path, date(2019, 9, 20), date(2019, 9, 30))

    assert listed == sorted(_line(entry.start, str(entry["SUMMARY"])) for entry in entries)


def _make_series() -> dict[Event, list[date]]:
    """Return each event of SERIES with the days or hours its pages show."""
    events = [make_event(title=name, **fields) for name, fields in SERIES.items()]
    return {
        event: [
            row.slot.first_day if row.is_all_day else row.starts_at
            for row in event.occurrences.in_order()
        ]
        for event in events
    }


def _sent(client: Client, event: Event) -> bytes:
    return client.get(f"/agenda/acara/{event.slug}/kalender.ics").content


def test_libraries_read_the_dates_of_the_pages(client: Client, node_modules: Path) -> None:
    for event, starts in _make_series().items():
        content = _sent(client, event)

        assert [entry.start for entry in _read_by_icalendar(content).events] == starts
        by_ical_js = _read_by_ical_js(content, node_modules)
        assert [entry["starts"] for entry in by_ical_js] == [_text(start) for start in starts]


def test_khal_lists_the_dates_of_the_pages(client: Client, tmp_path: Path) -> None:
    shown = _make_series()
    contents = [_sent(client, event) for event in shown]

    listed = _listed_by_khal(contents, tmp_path, date(2027, 1, 1), date(2036, 12, 31))

    assert listed == sorted(
        _line(start, event.title) for event, starts in shown.items() for start in starts
    )
