"""What nobody gave an address of is not found by trying addresses."""

from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.files.storage import default_storage
from django.test import Client

from community.access_log import AccessLog
from community.aspirations import Aspiration
from community.private_files import PrivateFile, store_private_file
from tests.factories import make_aspiration, make_group, make_registration, make_user
from tests.library.images import jpeg, pdf
from tests.marks import MAIL, NAME, PHONE, PLACE, marks_in

pytestmark = pytest.mark.django_db

ADMIN = "/admin/community/aspiration/"
# Roles that have no business with what citizens send.
OTHERS = ["Penulis", "Editor", "Petugas Agenda", "Pengurus KIM", "Ajudan"]


def _sent(**fields: Any) -> Aspiration:
    aspiration = make_aspiration(
        **{"name": NAME, "contact": PHONE, "text": f"Di {PLACE}", "topic": "Lampu padam", **fields}
    )
    aspiration.file = store_private_file(jpeg(400, 400), name="rumah.jpg")
    aspiration.save()
    return aspiration


def _signed_in(*roles: str, **fields: Any) -> Client:
    client = Client()
    client.force_login(make_user(*roles, **fields))
    return client


@pytest.mark.parametrize(
    "address",
    [
        "/aspirasi/{pk}/",
        "/aspirasi/{code}",
        "/aspirasi/{small}/",
        "/aspirasi/{code}/berkas/",
        "/aspirasi/{code}.json",
        "/aspirasi/{code}/kontak/",
        "/aspirasi/%2e%2e/{code}/",
        "/aspirasi/?kode={code}",
        "/aspirasi/?id={pk}",
        "/kim/daftar/{code}/",
        "/kim/{code}/",
        "/{code}/",
        "/cari/?q={code}",
        "/cari/?q=Lampu+padam",
        "/api/v1/aspirasi/{pk}/",
    ],
)
def test_no_other_address_shows_a_sending(client: Client, address: str) -> None:
    aspiration = _sent()
    path = address.format(
        pk=aspiration.pk, code=aspiration.code, small=aspiration.code.lower().replace("-", "")
    )

    response = client.get(path)

    assert response.status_code in {200, 301, 404}
    assert marks_in(response.text) == []
    assert aspiration.text not in response.text


def test_code_of_one_kind_opens_nothing_of_the_other(client: Client) -> None:
    registration = make_registration(name=NAME, contact=PHONE)

    for address in ("/aspirasi/{}/", "/kim/{}/", "/kim/daftar/{}/x/", "/api/v1/groups/{}/"):
        response = client.get(address.format(registration.code))
        assert response.status_code == 404, address
        assert marks_in(response.text) == []
    assert client.get(f"/kim/daftar/{_sent().code}/").status_code == 404


def test_neighbouring_codes_tell_nothing(client: Client) -> None:
    aspiration = _sent()
    last = "3" if aspiration.code[-1] == "2" else "2"

    response = client.get(f"/aspirasi/{aspiration.code[:-1]}{last}/")

    assert response.status_code == 404
    assert marks_in(response.text) == []


@pytest.mark.parametrize(
    "address",
    [
        "/media/{path}",
        "/media/pribadi/",
        "/media/gambar/{token}/{name}",
        "/media/gambar/{token}/720.jpg",
        "/media/dokumen/{token}/{name}",
        "/media/dokumen/{token}/surat.pdf",
        "/media/gambar/..%2f..%2fpribadi/{name}",
        "/media/gambar/../{path}",
        "/media/gambar/{token}/..%2f..%2f{path}",
        "/static/../media/{path}",
        "/{path}",
    ],
)
def test_private_file_has_no_address_but_the_logged_one(address: str) -> None:
    for data in (jpeg(400, 400), pdf()):
        file = store_private_file(data, name="surat")
        path = file.file_path()
        assert default_storage.exists(path)
        tried = address.format(path=path, token=file.token, name=path.rpartition("/")[2])
        for client in (Client(), _signed_in("Penulis"), _signed_in("Pengelola Situs")):
            assert client.get(tried).status_code == 404


@pytest.mark.parametrize("role", OTHERS)
def test_file_and_contact_by_number_are_refused_and_nothing_is_logged(role: str) -> None:
    aspiration = _sent()
    client = _signed_in(role)

    for number in (aspiration.pk, aspiration.pk + 1):
        assert client.get(f"{ADMIN}{number}/berkas/").status_code == 403
        assert client.post(f"{ADMIN}{number}/kontak/").status_code == 403
        assert client.get(f"{ADMIN}{number}/kontak/").status_code == 405
    assert not AccessLog.objects.exists()


def test_who_handles_sendings_without_leave_to_read_contacts_reads_none() -> None:
    aspiration = _sent()
    user = make_user()
    user.user_permissions.add(Permission.objects.get(codename="review_aspiration"))
    client = Client()
    client.force_login(user)

    page = client.get(f"{ADMIN}{aspiration.pk}/change/")

    assert page.status_code == 200
    assert "Lihat kontak" not in page.text
    assert client.post(f"{ADMIN}{aspiration.pk}/kontak/").status_code == 403
    assert not AccessLog.objects.exists()


def test_contact_does_not_open_by_an_address_alone() -> None:
    aspiration = _sent()

    response = _signed_in("Petugas KIM").get(f"{ADMIN}{aspiration.pk}/kontak/")

    assert response.status_code == 405
    assert not AccessLog.objects.exists()


PERSONAL = {
    "community/aspiration": (
        "name", "contact", "contact_key", "text", "note", "link", "file", "code", "hold_reason",
        "received_at__year", "steps__text", "assigned_to__email", "pk__lt",
    ),
    "community/registration": (
        "name", "contact", "contact_key", "chair", "note", "sk_file", "code", "steps__text", "pk__lt",
    ),
    "community/group": (
        "private_contact", "contact_phone", "contact_email", "boards__members__name",
        "memberships__user__email", "created_by__password",
    ),
    "community/membership": ("user__email", "user__password", "group__private_contact"),
    "news/article": ("created_by__email", "created_by__password", "updated_by__email"),
}  # fmt: skip


@pytest.mark.parametrize("role", ["Petugas KIM", "Pengelola Situs"])
@pytest.mark.parametrize(
    ("model", "column"),
    [(model, column) for model, columns in PERSONAL.items() for column in columns],
)
def test_list_cannot_be_narrowed_by_what_it_does_not_show(
    role: str, model: str, column: str
) -> None:
    client = _signed_in(role)

    for how in ("", "__startswith", "__regex", "__isnull"):
        assert client.get(f"/admin/{model}/?{column}{how}=0").status_code == 400


ORDERS = ["o=1", "o=-99", "o=1.2.3.4.5.6.7.8", "o=contact", "all=1", "p=9999", "e=1", "_facets=1"]


@pytest.mark.parametrize("query", [*ORDERS, "q=0812", "q=Warga", "q=Bougenville"])
def test_order_pages_and_search_of_the_list_tell_no_contact(query: str) -> None:
    _sent()

    response = _signed_in("Petugas KIM").get(f"{ADMIN}?kapan=semua&{query}", follow=True)

    assert marks_in(response.text) in ([], [PHONE[:4]])
    assert response.status_code == 200


@pytest.mark.parametrize("field", ["contact", "contact_key", "name", "code", "text"])
def test_list_hands_out_no_other_column_as_a_key(field: str) -> None:
    _sent()

    response = _signed_in("Petugas KIM").get(f"{ADMIN}?_popup=1&_to_field={field}&kapan=semua")

    assert response.status_code == 400


@pytest.mark.parametrize("role", [*OTHERS, "Petugas KIM", "Pengelola Situs"])
@pytest.mark.parametrize("action", ["delete_selected", "_pindah", "export", ""])
def test_bulk_actions_reach_no_sending(role: str, action: str) -> None:
    aspiration = _sent()
    chosen = {
        "action": action,
        "_selected_action": aspiration.pk,
        "select_across": 1,
        "post": "yes",
    }

    response = _signed_in(role).post(ADMIN, chosen, follow=True)

    assert marks_in(response.text) == []
    assert Aspiration.objects.filter(pk=aspiration.pk, name=NAME).exists()
    assert PrivateFile.objects.exists()


@pytest.mark.parametrize("role", [*OTHERS, "Petugas KIM"])
@pytest.mark.parametrize(
    ("model", "field"),
    [("aspiration", "article"), ("aspiration", "assigned_to"), ("aspiration", "file")],
)
def test_autocomplete_offers_no_sendings_and_no_accounts(role: str, model: str, field: str) -> None:
    _sent()
    make_user("Petugas KIM", full_name=NAME, email=MAIL)

    response = _signed_in(role).get(
        f"/admin/autocomplete/?app_label=community&model_name={model}&field_name={field}&term=warga"
    )

    assert response.status_code in {200, 403, 404}
    assert marks_in(response.text) == []


@pytest.mark.parametrize("role", OTHERS)
def test_papers_of_another_group_are_not_found(role: str) -> None:
    make_group(officers=[officer := make_user(role)])
    group = make_group(private_contact=f"{NAME} {PHONE}", contact_phone=PHONE)
    client = Client()
    client.force_login(officer)

    for path in ("change", "history", "delete", "kontak", "pindah"):
        response = client.get(f"/admin/community/group/{group.pk}/{path}/", follow=True)
        assert marks_in(response.text) == [], path
        assert response.status_code != 200 or response.redirect_chain
