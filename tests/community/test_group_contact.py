"""The contact of a group for staff: opened by a press that is written down, and found nowhere else."""

import pytest
from django.test import Client

from cilegon_portal.accounts.models import User
from community.access_log import AccessLog, Subject
from community.groups import Group
from tests.factories import make_board, make_group, make_user

pytestmark = pytest.mark.django_db

CONTACT = "Ketua: 0812-7777-6666"
GROUP = "/admin/community/group/"


@pytest.fixture
def user() -> User:
    return make_user("Petugas KIM")


@pytest.fixture
def staff(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def _save(staff: Client, group: Group, contact: str, opened: str = CONTACT) -> str:
    data = {"contact": contact, "opened": opened, "_save": "Simpan"}
    return staff.post(f"{GROUP}{group.pk}/kontak/", data, follow=True).text


def test_contact_opens_by_a_logged_press_alone(staff: Client, user: User) -> None:
    group = make_group(private_contact=CONTACT)
    make_board(group)
    for address in (
        "/admin/",
        GROUP,
        f"{GROUP}{group.pk}/change/",
        f"{GROUP}{group.pk}/history/",
        f"{GROUP}{group.pk}/kontak/",
        group.get_absolute_url(),
    ):
        assert "7777" not in staff.get(address, follow=True).text
    assert group.name not in staff.get(f"{GROUP}?q=7777").text
    assert group.name not in staff.get("/cari/?q=7777").text
    assert not AccessLog.objects.exists()

    response = staff.post(f"{GROUP}{group.pk}/kontak/")

    assert CONTACT in response.text
    assert "no-store" in response["Cache-Control"]
    entry = AccessLog.objects.get()
    assert (entry.user, entry.item, entry.subject) == (user, group, Subject.CONTACT)


def test_contact_is_saved_and_the_log_of_the_admin_names_none_of_it(staff: Client) -> None:
    group = make_group(private_contact=CONTACT)
    version = group.version

    page = _save(staff, group, "Sekretaris: 0813-1111-2222\r\nsesudah pukul 16.00 林")

    assert "tersimpan" in page
    group.refresh_from_db()
    assert group.private_contact == "Sekretaris: 0813-1111-2222\nsesudah pukul 16.00 林"
    assert group.version == version
    history = staff.get(f"{GROUP}{group.pk}/history/").text
    assert "Kontak untuk petugas diubah." in history
    assert "0813" not in history


def test_second_person_overwrites_nothing_unseen(staff: Client) -> None:
    group = make_group(private_contact=CONTACT)

    page = _save(staff, group, "Kontak saya", opened="Kontak lama")

    assert "sudah diubah orang lain" in page
    assert CONTACT in page
    assert "Kontak saya" in page
    group.refresh_from_db()
    assert group.private_contact == CONTACT
    _save(staff, group, "Kontak saya")
    group.refresh_from_db()
    assert group.private_contact == "Kontak saya"


@pytest.mark.parametrize(("contact", "words"), [("x" * 1001, "1000"), ("a\0b", "null")])
def test_bad_input_is_told_beside_the_field(staff: Client, contact: str, words: str) -> None:
    group = make_group(private_contact=CONTACT)

    page = _save(staff, group, contact)

    assert words in page
    group.refresh_from_db()
    assert group.private_contact == CONTACT


@pytest.mark.parametrize(
    "role", ["Penulis", "Editor", "Petugas Agenda", "Ajudan", "Pengurus KIM", ""]
)
def test_contact_opens_for_no_other_role(role: str) -> None:
    user = make_user(role)
    group = make_group(private_contact=CONTACT, officers=[user] if role == "Pengurus KIM" else [])
    client = Client()
    client.force_login(user)
    address = f"{GROUP}{group.pk}/kontak/"

    assert client.get(address).status_code == 403
    assert client.post(address).status_code == 403
    assert Client().post(address).status_code == 302
    assert not AccessLog.objects.exists()


def test_contact_of_no_group_is_not_found(staff: Client) -> None:
    assert staff.post(f"{GROUP}99999/kontak/").status_code == 404
