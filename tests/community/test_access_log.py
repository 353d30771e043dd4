"""The list of who looked at personal data: for Pengelola Situs, and changed by nobody."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.accounts.models import User
from community.access_log import AccessLog, Subject, log_access
from tests.factories import make_aspiration, make_board, make_group, make_user

pytestmark = pytest.mark.django_db

LIST = "/admin/community/accesslog/"


@pytest.fixture
def manager(client: Client) -> Client:
    client.force_login(make_user("Pengelola Situs"))
    return client


def _looks(user: User) -> None:
    group = make_group()
    log_access(group, Subject.CONTACT, by=user)
    log_access(make_board(group), Subject.FILE, by=user)
    log_access(make_aspiration(topic="Jadwal"), Subject.CONTACT, by=user)


def test_list_tells_who_opened_what_of_whom(manager: Client) -> None:
    group = make_group(name="KIM Palas", private_contact="0812")
    log_access(group, Subject.CONTACT, by=make_user(full_name="Petugas Satu"))

    page = manager.get(LIST).text

    for words in ("Petugas Satu", "Kontak", "KIM Palas"):
        assert words in page
    assert "0812" not in page


def test_what_was_deleted_since_keeps_its_number(manager: Client) -> None:
    group = make_group()
    log_access(group, Subject.CONTACT, by=make_user())
    number = group.pk
    group.delete()

    assert f"nomor {number} (sudah dihapus)" in manager.get(LIST).text


@pytest.mark.parametrize("number", [1, 15])
def test_list_costs_the_same_for_any_number(
    manager: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(number):
        _looks(make_user())
    manager.get(LIST)

    # session, user, 2 for permissions, count, entries, aspirations, boards, groups
    with django_assert_num_queries(9):
        assert manager.get(LIST).text.count("field-what") == 3 * number


def test_nobody_changes_or_empties_it(manager: Client) -> None:
    _looks(make_user())
    entry = AccessLog.objects.all()[0]

    manager.post(LIST, {"action": "delete_selected", "_selected_action": entry.pk, "post": "yes"})

    assert AccessLog.objects.count() == 3
    assert manager.post(f"{LIST}{entry.pk}/delete/", {"post": "yes"}).status_code == 403
    assert manager.post(f"{LIST}{entry.pk}/change/", {"subject": "berkas"}).status_code == 403
    assert manager.get(LIST + "add/").status_code == 403


@pytest.mark.parametrize("query", ["user__password__startswith=p", "object_id=1"])
def test_list_is_narrowed_by_its_filters_alone(manager: Client, query: str) -> None:
    assert manager.get(f"{LIST}?{query}").status_code == 400


@pytest.mark.parametrize("role", ["Penulis", "Editor", "Petugas KIM", "Pengurus KIM", "Ajudan"])
def test_no_other_role_reads_it(role: str) -> None:
    client = Client()
    client.force_login(make_user(role))

    assert client.get(LIST).status_code == 403
