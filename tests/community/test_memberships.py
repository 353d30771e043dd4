"""Which accounts speak for which groups: said by staff, ended without a trace lost."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.publishing.models import Status
from community.activities import Membership
from community.groups import Group
from tests.factories import make_group, make_user

pytestmark = pytest.mark.django_db

LIST = "/admin/community/membership/"


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(make_user("Petugas KIM"))
    return client


def test_staff_name_an_account_of_the_role_and_its_group(staff: Client) -> None:
    officer, group = make_user("Pengurus KIM"), make_group(status=Status.DRAFT)

    staff.post(LIST + "add/", {"user": officer.pk, "group": group.pk, "is_active": "on"})

    assert list(Group.objects.owned_by(officer)) == [group]


def test_account_without_the_role_is_neither_offered_nor_taken(staff: Client) -> None:
    writer = make_user("Penulis", full_name="Penulis Lain")
    data = {"user": writer.pk, "group": make_group().pk, "is_active": "on"}

    assert "Penulis Lain" not in staff.get(LIST + "add/").text
    assert staff.post(LIST + "add/", data).status_code == 200
    assert not Membership.objects.exists()


def test_second_membership_of_the_same_kind_is_refused_with_a_sentence(staff: Client) -> None:
    officer = make_user("Pengurus KIM")
    group = make_group(officers=[officer])

    page = staff.post(LIST + "add/", {"user": officer.pk, "group": group.pk})

    assert "Akun ini sudah menjadi pengurus KIM itu." in page.text


def test_ended_membership_gives_nothing_and_can_be_taken_up_again(staff: Client) -> None:
    officer = make_user("Pengurus KIM")
    group = make_group(status=Status.DRAFT, officers=[officer])
    address = f"{LIST}{Membership.objects.get().pk}/change/"
    reader = Client()
    reader.force_login(officer)
    assert reader.get(group.get_absolute_url()).status_code == 200

    staff.post(address, {})
    assert reader.get(group.get_absolute_url()).status_code == 404
    staff.post(address, {"is_active": "on"})

    assert reader.get(group.get_absolute_url()).status_code == 200


def test_account_and_group_of_a_membership_stay(staff: Client) -> None:
    officer, other = make_user("Pengurus KIM"), make_user("Pengurus KIM")
    group = make_group(officers=[officer])
    membership = Membership.objects.get()

    staff.post(
        f"{LIST}{membership.pk}/change/",
        {"user": other.pk, "group": make_group().pk, "is_active": "on"},
    )

    membership.refresh_from_db()
    assert (membership.user, membership.group) == (officer, group)


@pytest.mark.parametrize("query", ["user__password__startswith=p", "group__private_contact=x"])
def test_list_is_narrowed_by_no_column_of_the_address(staff: Client, query: str) -> None:
    assert staff.get(f"{LIST}?{query}").status_code == 400


@pytest.mark.parametrize("number", [1, 50])
def test_list_costs_the_same_for_any_number(
    staff: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        make_group(officers=[make_user("Pengurus KIM")])
    staff.get(LIST)

    # session, user, 2 for permissions, count, rows
    with django_assert_num_queries(6):
        assert staff.get(LIST).text.count("field-user") == number
