"""Staff accounts in the admin: who may change whom, and what no role may do."""

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from cilegon_portal.accounts.models import User
from cilegon_portal.accounts.roles import ROLES, SITE_MANAGER
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def _form(user: User, *roles: str, **fields: str) -> dict[str, object]:
    groups = Group.objects.filter(name__in=roles).values_list("pk", flat=True)
    form: dict[str, object] = {
        "username": user.username,
        "full_name": user.full_name,
        "groups": list(groups),
        "is_staff": "on",
        "is_active": "on",
    }
    return form | fields


def test_site_manager_adds_an_account_with_a_role(client: Client) -> None:
    client.force_login(make_user(SITE_MANAGER))
    writer = Group.objects.get(name="Penulis")

    client.post(
        "/admin/accounts/user/add/",
        {
            "username": "baru",
            "usable_password": "true",
            "password1": "sandi-baru-2026",
            "password2": "sandi-baru-2026",
            "full_name": "Pegawai Baru",
            "groups": [writer.pk],
        },
    )

    assert list(User.objects.get(username="baru").groups.all()) == [writer]


def test_site_manager_cannot_make_a_superuser(client: Client) -> None:
    client.force_login(make_user(SITE_MANAGER))
    user = make_user("Penulis")

    client.post(
        f"/admin/accounts/user/{user.pk}/change/",
        _form(user, "Editor", is_superuser="on", user_permissions="1"),
    )

    user.refresh_from_db()
    assert [group.name for group in user.groups.all()] == ["Editor"]
    assert not user.is_superuser
    assert not user.user_permissions.exists()


@pytest.mark.parametrize("page", ["change", "password"])
def test_site_manager_cannot_touch_a_superuser(client: Client, page: str) -> None:
    client.force_login(make_user(SITE_MANAGER))
    root = make_user(is_superuser=True)

    response = client.post(
        f"/admin/accounts/user/{root.pk}/{page}/", _form(root, full_name="Diambil")
    )

    assert response.status_code == 403


def test_site_manager_cannot_drop_the_own_role(client: Client) -> None:
    manager = make_user(SITE_MANAGER)
    client.force_login(manager)

    response = client.post(f"/admin/accounts/user/{manager.pk}/change/", _form(manager, "Penulis"))

    assert "mencabut akses Anda sendiri" in response.text
    assert manager.groups.get().name == SITE_MANAGER


def test_accounts_are_not_deleted(client: Client) -> None:
    client.force_login(make_user(SITE_MANAGER))
    user = make_user()

    assert client.post(f"/admin/accounts/user/{user.pk}/delete/").status_code == 403


def test_writer_does_not_see_accounts(client: Client) -> None:
    client.force_login(make_user("Penulis"))

    assert client.get("/admin/accounts/user/").status_code == 403


def test_groups_are_not_in_the_admin(client: Client) -> None:
    client.force_login(make_user(is_superuser=True))

    assert client.get("/admin/auth/group/").status_code == 404


@pytest.mark.parametrize("role", ROLES)
def test_only_site_manager_deletes_for_good(role: str) -> None:
    permissions = Group.objects.get(name=role).permissions

    assert permissions.filter(codename__startswith="delete_").exists() == (role == SITE_MANAGER)
