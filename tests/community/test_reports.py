"""The report of a quarter: agrees with the database, down to midnight WIB, and costs the same for any number."""

from datetime import UTC, date, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from openpyxl import load_workbook
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.publishing.models import Status
from community.reports import COLUMNS, Quarter, Row
from tests.factories import (
    make_activity,
    make_article,
    make_board,
    make_contribution,
    make_group,
    make_user,
)

pytestmark = pytest.mark.django_db

REPORT = "/admin/community/laporan/"


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(make_user("Petugas KIM"))
    return client


def _rows(client: Client, quarter: str = "2026-3") -> dict[str, Row]:
    rows = client.get(f"{REPORT}?triwulan={quarter}").context["report"].rows
    return {row.group.name: row for row in rows}


def _lines(client: Client, quarter: str = "2026-3") -> list[dict[str, str]]:
    text = client.get(f"{REPORT}?triwulan={quarter}&bentuk=csv").content.decode("utf-8-sig")
    header, *lines = [line.split(",") for line in text.split("\r\n") if line]
    assert tuple(header) == COLUMNS
    return [dict(zip(header, line, strict=True)) for line in lines]


def test_activities_of_the_quarter_and_their_tasks_are_counted(staff: Client) -> None:
    group = make_group(name="KIM Citangkil")
    make_activity(group, held_on=date(2026, 7, 1), has_aspiration=True)
    make_activity(group, held_on=date(2026, 9, 30))
    make_activity(group, held_on=date(2026, 6, 30))
    make_activity(group, held_on=date(2026, 10, 1))
    make_activity(group, held_on=date(2026, 8, 1), status=Status.DRAFT)
    make_group(name="KIM Sunyi")

    rows = _rows(staff)

    assert rows["KIM Citangkil"].activities == 2
    assert rows["KIM Citangkil"].tasks == (0, 2, 0, 0, 0, 1)
    assert rows["KIM Citangkil"].tasks_done == 2
    assert (rows["KIM Sunyi"].activities, rows["KIM Sunyi"].tasks_done) == (0, 0)
    page = staff.get(f"{REPORT}?triwulan=2026-3").text
    assert "2 KIM: 2 kegiatan terbit, 0 kiriman menjadi berita. 1 tanpa kegiatan" in page


def test_quarter_of_a_contribution_is_that_of_its_adoption_in_wib(staff: Client) -> None:
    group = make_group(name="KIM Citangkil")
    for hour, minute in ((16, 59), (17, 0)):  # 23.59 of 30 June, midnight of 1 July in Cilegon
        make_contribution(
            group,
            state="diadopsi",
            article=make_article(),
            decided_at=datetime(2026, 6, 30, hour, minute, tzinfo=UTC),
        )
    make_contribution(group, state="ditolak", decided_at=datetime(2026, 8, 1, tzinfo=UTC))

    assert _rows(staff)["KIM Citangkil"].contributions == 1
    assert _rows(staff, "2026-2")["KIM Citangkil"].contributions == 1


def test_hidden_group_is_in_no_report(staff: Client) -> None:
    make_activity(make_group(name="KIM Rahasia", status=Status.DRAFT), held_on=date(2026, 8, 1))

    assert _rows(staff) == {}
    assert "Belum ada KIM yang terbit." in staff.get(REPORT).text


def test_masa_bakti_stands_as_of_the_end_of_the_quarter(staff: Client) -> None:
    group = make_group(name="KIM Citangkil")
    make_board(group, date(2020, 1, 1), ends_on=date(2023, 6, 30))

    assert not _rows(staff, "2023-2")["KIM Citangkil"].is_lapsed
    assert _rows(staff, "2023-3")["KIM Citangkil"].is_lapsed
    assert _lines(staff, "2023-3")[0]["masa_bakti_sampai"] == "2023-06-30"
    assert "1 dengan masa bakti yang sudah berakhir per 30 September 2023" in (
        staff.get(f"{REPORT}?triwulan=2023-3").text
    )


def test_it_opens_with_the_quarter_of_today(staff: Client) -> None:
    group = make_group(name="KIM Citangkil")
    make_activity(group, held_on=timezone.localdate())

    found = staff.get(REPORT).context["report"]

    assert found.quarter == Quarter.of(timezone.localdate())
    assert found.on == timezone.localdate()
    assert found.activities == 1


def test_csv_and_workbook_tell_the_same_and_hold_no_formula(staff: Client) -> None:
    group = make_group(name="=HYPERLINK(1)")
    make_activity(group, held_on=date(2026, 8, 1))

    csv = _lines(staff)
    response = staff.get(f"{REPORT}?triwulan=2026-3&bentuk=xlsx")
    sheet = load_workbook(BytesIO(response.content)).worksheets[0]
    header, line = list(sheet.values)

    assert response["Content-Disposition"] == 'attachment; filename="laporan-kim-2026-3.xlsx"'
    assert csv == [dict(zip(header, (cell or "" for cell in line), strict=True))]
    assert csv[0]["nama"] == "'=HYPERLINK(1)"
    assert (csv[0]["kegiatan_terbit"], csv[0]["diskusi"], csv[0]["kecamatan"]) == (
        "1",
        "1",
        "Citangkil",
    )


@pytest.mark.parametrize(
    "asked", ["", "x", "2026-5", "2026-0", "0000-1", "9999-4", "1900-1", "2026-3-1", "²026-1"]
)
def test_quarter_that_is_none_is_told(staff: Client, asked: str) -> None:
    response = staff.get(REPORT, {"triwulan": asked, "bentuk": "csv"})

    assert response.status_code == 400
    assert "Triwulan itu tidak dikenal." in response.text


@pytest.mark.parametrize("asked", ["0", "-1", "x", "99999"])
def test_page_that_is_none_shows_one_that_is(staff: Client, asked: str) -> None:
    make_group()

    assert staff.get(REPORT, {"halaman": asked}).status_code == 200


def test_unknown_form_is_shown_on_the_screen(staff: Client) -> None:
    assert "Laporan KIM" in staff.get(f"{REPORT}?bentuk=pdf").text


@pytest.mark.parametrize("role", ["Penulis", "Editor", "Petugas Agenda", "Pengurus KIM", "Ajudan"])
def test_report_is_for_staff_of_the_kim(client: Client, role: str) -> None:
    client.force_login(make_user(role))

    assert client.get(REPORT).status_code == 403
    assert "Laporan KIM" not in client.get("/admin/").text


def test_visitor_is_asked_to_sign_in(client: Client) -> None:
    assert client.get(REPORT)["Location"].startswith("/admin/login/")


@pytest.mark.parametrize("number", [5, 150])
@pytest.mark.parametrize("form", ["", "csv", "xlsx"])
def test_it_costs_the_same_for_any_number(
    staff: Client, number: int, form: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for index in range(number):
        group = make_group()
        make_board(group)
        make_activity(group, held_on=date(2026, 7, 1) + timedelta(days=index % 60))
        make_contribution(group)
    staff.get(REPORT)
    data: dict[str, Any] = {"triwulan": "2026-3", "bentuk": form}

    # session, user, 2 for permissions, groups, boards, activities, contributions
    with django_assert_num_queries(8):
        assert staff.get(REPORT, data).status_code == 200


def test_long_report_goes_on(staff: Client) -> None:
    for number in range(101):
        make_group(name=f"KIM {number:03}")

    assert "KIM 100" not in staff.get(REPORT).text
    assert "KIM 100" in staff.get(f"{REPORT}?halaman=2").text
