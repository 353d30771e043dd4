"""The inbox of registrations: every step is dated and told, approving makes the group, others reach nothing."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.models import Status, StatusChange
from community.access_log import AccessLog
from community.boards import Board
from community.groups import Group, Level
from community.registration_moves import ask, refuse
from community.registrations import Registration, RegistrationState
from tests.community.registering import CONTACT, GROUP, register
from tests.community.test_registration_detail import complete
from tests.factories import make_board, make_group, make_registration, make_user
from tests.library.images import jpeg, pdf

pytestmark = pytest.mark.django_db

LIST = "/admin/community/registration/"
MAIL = "kim.contoh@contoh.id"
OTHERS = ("Penulis", "Editor", "Petugas Agenda", "Ajudan", "Pengurus KIM")


@pytest.fixture
def user() -> User:
    return make_user("Petugas KIM", full_name="Petugas Satu")


@pytest.fixture
def officer(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def _step(client: Client, registration: Registration, name: str = "", **fields: Any) -> Any:
    registration.refresh_from_db()
    data = {"message": "", "note": registration.note, "stamp": registration.updated_at.isoformat()}
    if name:
        data["_langkah"] = name
    return client.post(f"{LIST}{registration.pk}/change/", data | fields)


def _page(registration: Registration) -> str:
    return Client().get(registration.get_absolute_url()).text


def test_officer_takes_up_asks_and_refuses_and_the_sender_reads_it(officer: Client) -> None:
    registration = make_registration()

    assert _step(officer, registration, "periksa").status_code == 302
    assert "Sedang diperiksa" in _page(registration)
    assert _step(officer, registration, "minta", message="Lampirkan SK.").status_code == 302
    assert "Lampirkan SK." in _page(registration)
    assert _step(officer, registration, "tolak", message="Sudah ada KIM-nya.").status_code == 302

    page = _page(registration)
    assert "Sudah ada KIM-nya." in page
    assert "Tidak disetujui" in page
    assert "Petugas Satu" not in page


@pytest.mark.parametrize("name", ["minta", "tolak"])
@pytest.mark.parametrize("written", ["", "\u200b", "x" * 1501])
def test_step_without_fitting_words_is_refused_beside_the_field(
    officer: Client, name: str, written: str
) -> None:
    registration = make_registration()

    response = _step(officer, registration, name, message=written, note="Catatan panjang")

    assert response.status_code == 200
    assert response.context["adminform"].form.errors["message"]
    assert "Catatan panjang" in response.text
    assert registration.steps.count() == 1


def test_note_is_kept_and_the_sender_does_not_read_it(officer: Client) -> None:
    registration = make_registration()

    _step(officer, registration, note="Sudah ditelepon.")

    registration.refresh_from_db()
    assert registration.note == "Sudah ditelepon."
    assert "Sudah ditelepon." not in _page(registration)
    assert registration.steps.count() == 1


BUTTONS = {
    RegistrationState.NEW: {"periksa", "minta", "tolak", "setujui"},
    RegistrationState.IN_HAND: {"minta", "tolak", "setujui"},
    RegistrationState.INCOMPLETE: {"periksa", "minta", "tolak", "setujui"},
    RegistrationState.REFUSED: {"buka"},
    RegistrationState.APPROVED: set(),
}
ALL_BUTTONS = {"periksa", "buka", "minta", "tolak", "setujui", "hapus"}


@pytest.mark.parametrize("state", BUTTONS)
def test_only_steps_of_the_state_are_offered_and_taken(
    officer: Client, state: RegistrationState
) -> None:
    registration = make_registration(state=state)
    page = officer.get(f"{LIST}{registration.pk}/change/").text

    offered = {name for name in ALL_BUTTONS if f'name="_langkah" value="{name}"' in page}
    assert offered == BUTTONS[state]
    for name in ALL_BUTTONS - offered:
        response = _step(officer, registration, name, message="Kata-kata.")
        assert response.status_code == 200
        assert "Langkah itu tidak tersedia" in response.text
    assert registration.steps.count() == 1


def test_refused_registration_is_taken_up_again(officer: Client) -> None:
    registration = make_registration(state=RegistrationState.REFUSED)

    _step(officer, registration, "buka")

    registration.refresh_from_db()
    assert registration.state == RegistrationState.IN_HAND


def test_second_officer_overwrites_nothing_unseen(officer: Client, user: User) -> None:
    registration = make_registration()
    former = registration.updated_at.isoformat()
    refuse(registration, "Alasan rekan.", by=user)

    response = _step(officer, registration, "", note="Catatan saya.", stamp=former)

    assert response.status_code == 200
    assert "sudah disimpan orang lain sesudah Anda membukanya" in response.text
    assert "sekarang: tidak disetujui" in response.text
    assert "Catatan saya." in response.text


def test_what_the_sender_adds_meanwhile_stops_the_approval(officer: Client) -> None:
    registration = make_registration()
    former = registration.updated_at.isoformat()
    complete(Client(), registration)

    response = _step(officer, registration, "setujui", stamp=former)

    assert "sudah disimpan orang lain sesudah Anda membukanya" in response.text
    assert not Group.objects.exists()


def _registered(**fields: Any) -> Registration:
    response = register(Client(), **fields)
    assert response.status_code == 302, response.context["form"].errors
    return Registration.objects.latest("pk")


def test_approving_makes_the_public_group_in_one_press(officer: Client, user: User) -> None:
    forum = make_group(level=Level.DISTRICT, region="36.72.03", name="Forum Pulomerak")
    registration = _registered(shows_names="on", sk=SimpleUploadedFile("sk.pdf", pdf()))
    letter = registration.sk_file

    page = officer.post(
        f"{LIST}{registration.pk}/change/",
        {
            "message": "",
            "note": "",
            "stamp": registration.updated_at.isoformat(),
            "_langkah": "setujui",
        },
        follow=True,
    ).text

    group = Group.objects.get(name=GROUP["group_name"])
    assert f"/admin/community/group/{group.pk}/change/" in page
    assert group.is_public()
    assert group.is_active()
    assert (group.parent, group.created_by, group.member_count) == (forum, user, 8)
    assert "Pendaftar Contoh (Sekretaris KIM): 0812-1111-2222" in group.private_contact
    assert [channel.kind for channel in group.channels.all()] == ["instagram"]
    board = group.boards.get()
    assert (board.sk_number, board.sk_file) == ("470/12", letter)
    assert [(member.role, member.public_name()) for member in board.members.all()] == [
        ("ketua", "Ketua Contoh"),
        ("sekretaris", "Sekretaris Contoh"),
    ]
    registration.refresh_from_db()
    assert (registration.group, registration.sk_file) == (group, None)
    assert group.get_absolute_url() in _page(registration)
    assert StatusChange.objects.get(object_id=group.pk).by == user
    public = Client().get(group.get_absolute_url()).text
    assert "Ketua Contoh" in public
    for personal in ("Pendaftar Contoh", CONTACT["contact"], "0812", registration.code):
        assert personal not in public


def test_names_without_consent_are_kept_and_not_shown(officer: Client) -> None:
    registration = _registered()

    _step(officer, registration, "setujui")

    group = Group.objects.get()
    assert group.boards.get().members.count() == 2
    assert "Ketua Contoh" not in Client().get(group.get_absolute_url()).text


def test_city_wide_community_stands_below_the_citys_forum(officer: Client) -> None:
    forum = make_group(level=Level.CITY, region="36.72")
    make_group(level=Level.DISTRICT, region="36.72.03", status=Status.DRAFT)
    for fields in (
        {"level": "komunitas", "district": "kota", "village": ""},
        {"group_name": "Forum KIM Pulomerak", "level": "kecamatan", "village": ""},
    ):
        _step(officer, _registered(**fields), "setujui")
        assert Group.objects.latest("pk").parent == forum
    _step(officer, _registered(group_name="KIM Suralaya"), "setujui")
    draft_forum_is_unknown = Group.objects.get(name="KIM Suralaya").parent
    assert draft_forum_is_unknown is not None
    assert draft_forum_is_unknown.name == "Forum KIM Pulomerak"


def test_name_that_hides_an_address_word_is_published_beside_it(officer: Client) -> None:
    _step(officer, _registered(group_name="Daftar"), "setujui")

    assert Client().get(Group.objects.get().get_absolute_url()).status_code == 200
    assert "Langkah 1 dari 3" in Client().get("/kim/daftar/").text


def test_second_approval_makes_no_second_group(officer: Client) -> None:
    registration = _registered()
    _step(officer, registration, "setujui")

    response = _step(officer, registration, "setujui")

    assert "Langkah itu tidak tersedia" in response.text
    assert Group.objects.count() == 1


def test_nothing_is_half_made_where_no_group_can_be(officer: Client) -> None:
    registration = _registered()
    Registration.objects.update(starts_on="2026-01-01", region="36.72.03")  # no kelurahan

    response = officer.post(
        f"{LIST}{registration.pk}/change/",
        {
            "message": "",
            "note": "",
            "stamp": registration.updated_at.isoformat(),
            "_langkah": "setujui",
        },
        follow=True,
    )

    assert "Belum disetujui" in response.text
    assert "bukan wilayah untuk KIM tingkat Kelurahan" in response.text
    assert not Group.objects.exists()
    assert not Board.objects.exists()


def test_all_that_may_be_the_same_is_shown_to_staff(officer: Client) -> None:
    draft = make_group(name="KIM Rahasia", region="36.72.03.1004", status=Status.DRAFT)
    other = make_registration(group_name="KIM Serupa", state=RegistrationState.REFUSED)
    registration = make_registration()

    page = officer.get(f"{LIST}{registration.pk}/change/").text

    assert f'<a href="/admin/community/group/{draft.pk}/change/">KIM Rahasia</a>' in page
    assert f'<a href="{LIST}{other.pk}/change/">KIM Serupa</a>' in page


def test_group_that_it_became_is_no_twin_of_it(officer: Client) -> None:
    registration = _registered()
    _step(officer, registration, "setujui")

    assert "Mungkin kembar" not in officer.get(f"{LIST}{registration.pk}/change/").text


def test_list_begins_with_what_waits_for_staff(officer: Client, user: User) -> None:
    late = timezone.localdate() - timedelta(days=1)
    make_registration(group_name="KIM Terlambat", due_on=late)
    make_registration(group_name="KIM Baru")
    ask(make_registration(group_name="KIM Ditanya", due_on=late), "SK?", by=user)
    refuse(make_registration(group_name="KIM Ditolak"), "Bukan KIM.", by=user)
    names = {"KIM Terlambat", "KIM Baru", "KIM Ditanya", "KIM Ditolak"}

    def listed(query: str = "") -> set[str]:
        page = officer.get(LIST + query).text
        return {name for name in names if name in page}

    assert listed() == {"KIM Terlambat", "KIM Baru"}
    assert listed("?kapan=terlambat") == {"KIM Terlambat"}
    assert listed("?kapan=pendaftar") == {"KIM Ditanya"}
    assert listed("?kapan=semua") == names
    assert listed("?state__exact=ditolak") == {"KIM Ditolak"}
    assert listed("?kapan=semua&level__exact=rw") == set()
    assert listed("?q=terlambat") == {"KIM Terlambat"}
    desk = officer.get("/admin/").text
    assert "Pendaftaran KIM menunggu" in desk
    assert desk.index("KIM Terlambat") < desk.index("KIM Baru")
    assert "KIM Ditanya" not in desk
    assert "menunggu 0 hari" in desk


def test_code_finds_its_registration(officer: Client) -> None:
    registration = make_registration(group_name="KIM Ini")
    make_registration(group_name="KIM Itu")

    page = officer.get(f"{LIST}?q={registration.code}").text

    assert "KIM Ini" in page
    assert "KIM Itu" not in page


def test_contact_opens_by_a_logged_press_alone(officer: Client, user: User) -> None:
    registration = _registered()
    for address in (LIST, f"{LIST}{registration.pk}/change/", "/admin/", f"{LIST}?q=Pendaftar"):
        page = officer.get(address).text
        assert CONTACT["contact"] not in page
        assert CONTACT["name"] not in page
    assert not AccessLog.objects.exists()

    response = officer.post(f"{LIST}{registration.pk}/kontak/")

    assert CONTACT["contact"] in response.text
    assert CONTACT["name"] in response.text
    assert "no-store" in response["Cache-Control"]
    assert "wa.me/6281211112222" in response.text
    entry = AccessLog.objects.get()
    assert (entry.user, entry.item) == (user, registration)
    assert officer.get(f"{LIST}{registration.pk}/kontak/").status_code == 405


@pytest.mark.parametrize(
    ("upload", "kind"),
    [
        (SimpleUploadedFile("sk.pdf", pdf()), "application/pdf"),
        (SimpleUploadedFile("sk.jpg", jpeg()), "image/jpeg"),
    ],
    ids=["pdf", "photo"],
)
def test_letter_opens_for_staff_alone_and_is_logged(
    officer: Client, user: User, upload: SimpleUploadedFile, kind: str
) -> None:
    upload.seek(0)
    registration = _registered(sk=upload)
    address = f"{LIST}{registration.pk}/berkas/"

    response = officer.get(address)

    assert response["Content-Type"] == kind
    assert "no-store" in response["Cache-Control"]
    assert "sandbox" in response["Content-Security-Policy"]
    assert AccessLog.objects.get().user == user
    assert Client().get(address).status_code == 302
    for role in OTHERS:
        other = Client()
        other.force_login(make_user(role))
        assert other.get(address).status_code == 403
    assert AccessLog.objects.count() == 1
    assert registration.sk_file is not None
    for path in (registration.sk_file.file_path(), registration.sk_file.token):
        assert officer.get(f"/media/{path}").status_code == 404


def test_registration_without_a_letter_has_none_to_open(officer: Client) -> None:
    assert officer.get(f"{LIST}{make_registration().pk}/berkas/").status_code == 404
    assert officer.get(f"{LIST}99999/berkas/").status_code == 404
    assert not AccessLog.objects.exists()


@pytest.mark.parametrize(
    "query",
    [
        "contact__startswith=0",
        "name__contains=Pendaftar",
        "contact_key__gt=0",
        "chair__startswith=K",
        "sk_file__token__startswith=a",
        "note__contains=a",
        "steps__by__password__startswith=p",
        "group__private_contact__contains=0",
    ],
)
def test_address_of_the_list_cannot_ask_for_persons(officer: Client, query: str) -> None:
    make_registration()

    assert officer.get(f"{LIST}?{query}").status_code == 400


def test_nothing_is_added_deleted_or_done_to_many(officer: Client) -> None:
    registration = make_registration()

    officer.post(LIST, {"action": "delete_selected", "_selected_action": registration.pk})

    assert Registration.objects.filter(pk=registration.pk).exists()
    assert officer.get(f"{LIST}{registration.pk}/delete/").status_code == 403
    assert officer.get(f"{LIST}add/").status_code == 403


@pytest.mark.parametrize("role", OTHERS)
def test_other_roles_reach_nothing_of_it(role: str) -> None:
    registration = make_registration()
    client = Client()
    client.force_login(make_user(role))

    for path in ("", f"{registration.pk}/change/", f"{registration.pk}/history/"):
        assert client.get(LIST + path).status_code == 403
    assert client.post(f"{LIST}{registration.pk}/kontak/").status_code == 403
    assert _step(client, registration, "setujui").status_code == 403
    assert registration.group_name not in client.get("/admin/").text


@pytest.mark.parametrize("address", ["", "{pk}/change/", "{pk}/kontak/", "{pk}/berkas/"])
def test_visitor_is_led_to_signing_in(client: Client, address: str) -> None:
    registration = make_registration()

    for method in (client.get, client.post):
        response: Any = method(LIST + address.format(pk=registration.pk))
        assert response["Location"].startswith("/admin/login/")


def test_site_manager_may_all(client: Client) -> None:
    client.force_login(make_user("Pengelola Situs"))
    registration = _registered()

    assert client.post(f"{LIST}{registration.pk}/kontak/").status_code == 200
    _step(client, registration, "setujui")

    assert Group.objects.get().is_public()


def test_list_and_form_cost_the_same_for_one_and_for_many(
    officer: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    registration = make_registration()
    form = f"{LIST}{registration.pk}/change/"
    for address in (LIST, form):
        officer.get(address)
    # session, account, 2 permissions, count, rows
    with django_assert_num_queries(6):
        officer.get(LIST)
    for _ in range(30):
        make_board(make_group(region="36.72.03.1004"))
        make_registration()

    with django_assert_num_queries(6):
        officer.get(LIST)
    # session, account, 2 permissions, it, steps, groups and registrations alike, last step told,
    # site profile, its region, groups of the account
    with django_assert_num_queries(10):
        officer.get(form)


def test_channel_that_was_written_twice_becomes_one(officer: Client) -> None:
    registration = make_registration(channels="https://contoh.id/kim\nhttps://contoh.id/kim")

    _step(officer, registration, "setujui")

    registration.refresh_from_db()
    assert registration.group is not None
    assert registration.group.channels.get().url == "https://contoh.id/kim"
