"""What is kept long enough is erased by itself; time is a parameter."""

import os
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from cilegon_portal.library import files
from cilegon_portal.office.models import SiteProfile
from community.access_log import AccessLog, Subject, log_access
from community.aspirations import Aspiration
from community.boards import Board
from community.private_files import PrivateFile, store_private_file
from tests.factories import make_aspiration, make_board, make_group, make_user
from tests.library.images import pdf
from tests.marks import MAIL, NAME, PHONE, PLACE, rows_with_marks

pytestmark = pytest.mark.django_db

RECEIVED = datetime(2026, 1, 31, 3, tzinfo=UTC)
DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def _own_storage(settings: Settings, tmp_path: Path) -> None:
    """Keep out what other tests stored."""
    settings.MEDIA_ROOT = tmp_path / "media"


def _sweep(at: datetime) -> str:
    out = StringIO()
    call_command("data_pribadi", "bersihkan", "--at", at.isoformat(), stdout=out)
    return out.getvalue()


def _sent(**fields: Any) -> Aspiration:
    values = {"name": NAME, "contact": PHONE, "text": f"Di {PLACE}", "answer": f"Yth. {NAME}"}
    return make_aspiration(**values | {"received_at": RECEIVED} | fields)


def _keep_for(months: int) -> None:
    profile = SiteProfile.load()
    profile.retention_months = months
    profile.save()


@pytest.mark.parametrize("state", ["masuk", "ditahan", "diteruskan", "dijawab", "ditolak"])
def test_aspiration_is_kept_for_its_months_and_no_longer(state: str) -> None:
    _sent(state=state)

    assert _sweep(datetime(2028, 1, 30, 2, tzinfo=UTC)) == ""
    assert rows_with_marks() != []
    assert _sweep(datetime(2028, 1, 30, 4, tzinfo=UTC)).startswith("1 aspirasi dihapus")

    assert rows_with_marks() == []
    assert Aspiration.objects.get().state == state


def test_setting_says_how_long_and_the_form_says_the_same(client: Client) -> None:
    _keep_for(1)
    _sent()

    assert "1 bulan sesudah masuk" in client.get("/aspirasi/").text
    assert _sweep(datetime(2026, 2, 27, 20, tzinfo=UTC)) == ""
    assert _sweep(datetime(2026, 2, 28, 2, tzinfo=UTC)) != ""


def test_next_night_finds_nothing_left_and_new_ones_stay() -> None:
    _sent()
    late = RECEIVED.replace(year=2030)
    _sweep(late)
    fresh = _sent(contact=MAIL, received_at=late - DAY)

    assert _sweep(late) == ""

    fresh.refresh_from_db()
    assert fresh.contact == MAIL


def test_looks_are_remembered_as_long_as_what_was_looked_at() -> None:
    officer = make_user("Petugas KIM")
    for _ in range(2):
        log_access(_sent(), Subject.CONTACT, by=officer)
    old = AccessLog.objects.earliest("pk")
    AccessLog.objects.filter(pk=old.pk).update(at=RECEIVED)
    AccessLog.objects.exclude(pk=old.pk).update(at=RECEIVED + 30 * DAY)

    assert "1 catatan akses" in _sweep(RECEIVED.replace(year=2028) + DAY)

    assert AccessLog.objects.count() == 1


def _stored(age: timedelta) -> PrivateFile:
    stored = store_private_file(pdf(), name="surat.pdf")
    PrivateFile.objects.filter(pk=stored.pk).update(uploaded_at=timezone.now() - age)
    return stored


def test_file_that_nothing_holds_goes_after_a_day(django_capture_on_commit_callbacks: Any) -> None:
    left, fresh, letter, photo = (_stored(age) for age in (2 * DAY, DAY / 2, 2 * DAY, 2 * DAY))
    Board.objects.filter(pk=make_board(make_group()).pk).update(sk_file=letter)
    make_aspiration(file=photo)

    with django_capture_on_commit_callbacks(execute=True):
        assert "1 berkas tanpa pemilik" in _sweep(timezone.now())

    assert not default_storage.exists(left.file_path())
    for kept in (fresh, letter, photo):
        assert default_storage.exists(kept.file_path())


def test_stored_file_whose_row_never_came_goes_too() -> None:
    old, fresh = "pribadi/tanpa-baris.pdf", "pribadi/baru-saja.pdf"
    for path in (old, fresh):
        files.write(path, pdf())
    yesterday = (timezone.now() - 2 * DAY).timestamp()
    os.utime(default_storage.path(old), (yesterday, yesterday))

    _sweep(timezone.now())

    assert not default_storage.exists(old)
    assert default_storage.exists(fresh)


def test_without_any_file_there_is_nothing_to_do() -> None:
    assert _sweep(timezone.now()) == ""


@pytest.mark.parametrize("at", ["besok", "2026-13-01", "2026"])
def test_time_that_cannot_be_read_is_refused(at: str) -> None:
    with pytest.raises(CommandError) as stopped:
        call_command("data_pribadi", "bersihkan", "--at", at)

    assert stopped.value.returncode == 2
