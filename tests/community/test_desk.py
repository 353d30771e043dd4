"""The desk of Petugas KIM: whose masa bakti ends, seen 90, 30 and 0 days ahead."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.publishing.models import Status
from community.groups import ActivityStatus
from tests.factories import make_board, make_group, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(make_user("Petugas KIM"))
    return client


def _ending_in(days: int, **fields: object) -> None:
    today = timezone.localdate()
    board = today - timedelta(days=1000)
    make_board(make_group(**fields), board, ends_on=today + timedelta(days=days))


def test_desk_names_what_ends_and_what_ended(staff: Client) -> None:
    for days, name in {91: "Lama", 90: "Sembilan", 30: "Tiga", 0: "Kini", -1: "Lewat"}.items():
        _ending_in(days, name=f"KIM {name}")

    page = staff.get("/admin/").text

    assert "Masa bakti berakhir dalam 90 hari: 3" in page
    assert "Masa bakti sudah berakhir: 1" in page
    assert "KIM Lama" not in page
    for tag in ("90 hari lagi", "30 hari lagi", "Hari terakhir"):
        assert tag in page
    assert page.index("KIM Kini") < page.index("KIM Tiga") < page.index("KIM Sembilan")


def test_links_of_the_desk_lead_to_as_many(staff: Client) -> None:
    for days in (91, 60, 20, -1, -400):
        _ending_in(days)
    _ending_in(-1, activity_status=ActivityStatus.INACTIVE)
    _ending_in(20, status=Status.DRAFT)

    boxes = [box for box in staff.get("/admin/").context["desk_boxes"] if "bakti" in box.title]

    found = [len(staff.get(box.address).context["cl"].result_list) for box in boxes]
    assert found == [2, 2]
    assert [box.title.rpartition(": ")[2] for box in boxes] == ["2", "2"]


@pytest.mark.parametrize("number", [1, 12])
def test_desk_costs_the_same_for_any_number_of_groups(
    staff: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        _ending_in(20)
        _ending_in(-20)
    staff.get("/admin/")

    # session, user, 2 for permissions, aspirations, activities, days of boards, groups, 3 of the news
    with django_assert_num_queries(13):
        staff.get("/admin/")


def test_other_roles_have_no_such_boxes(client: Client) -> None:
    _ending_in(-1)
    client.force_login(make_user("Editor"))

    assert "Masa bakti" not in client.get("/admin/").text
