"""Kepengurusan in the admin: renewals propose, history stays, letters are private."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Permission
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries, DjangoCaptureOnCommitCallbacks

from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.models import Status
from community.access_log import AccessLog, Subject
from community.boards import Board, BoardMember, BoardRole
from community.groups import Group
from community.private_files import PrivateFile, store_private_file
from tests.factories import make_board, make_group, make_user
from tests.library.images import jpeg, pdf

pytestmark = pytest.mark.django_db

BOARD = "/admin/community/board/"
NAME = "Nama Contoh"


@pytest.fixture
def user() -> User:
    return make_user("Petugas KIM", username="kim")


@pytest.fixture
def staff(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def _add(staff: Client, group: Group, *members: dict[str, Any], **fields: Any) -> Any:
    return staff.post(f"{BOARD}add/?kim={group.pk}", _data(*members, **fields))


def _change(staff: Client, board: Board, *members: dict[str, Any], **fields: Any) -> Any:
    board.refresh_from_db()
    first: dict[str, Any] = {"starts_on": board.starts_on, "ends_on": board.ends_on}
    first |= {"stamp": board.updated_at.isoformat(), "sk_number": board.sk_number}
    return staff.post(f"{BOARD}{board.pk}/change/", _data(*members, **first | fields))


def _data(*members: dict[str, Any], **fields: Any) -> dict[str, Any]:
    rows = {
        f"members-{number}-{name}": value
        for number, member in enumerate(members)
        for name, value in member.items()
    }
    saved = sum("id" in member for member in members)
    return {
        "starts_on": "2026-01-01",
        "ends_on": "2028-12-31",
        "members-TOTAL_FORMS": len(members),
        "members-INITIAL_FORMS": saved,
        **rows,
        **fields,
    }


def _letter(data: bytes | None = None, name: str = "SK Lurah.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf() if data is None else data)


def test_first_board_of_a_group_offers_each_office_once(staff: Client) -> None:
    page = staff.get(f"{BOARD}add/?kim={make_group().pk}")

    rows = page.context["inline_admin_formsets"][0].formset.forms
    assert [row.initial["role"] for row in rows] == BoardRole.values


def test_public_reads_the_board_in_the_order_of_its_offices(client: Client) -> None:
    board = make_board(make_group())
    for role in reversed(BoardRole.values):
        BoardMember.objects.create(board=board, role=role, name=NAME)

    page = client.get(board.group.get_absolute_url()).text

    places = [page.index(str(label)) for label in BoardRole.labels]
    assert places == sorted(places)


def test_board_is_made_of_the_named_rows_alone(staff: Client) -> None:
    group = make_group()

    response = _add(
        staff,
        group,
        {"role": "ketua", "name": NAME, "shows_name": "on", "consent_on": "2026-01-02"},
        {"role": "sekretaris", "name": ""},
        sk_number="470/12",
    )

    assert response["Location"] == f"/admin/community/group/{group.pk}/change/#kepengurusan"
    assert [member.role for member in Board.objects.get(group=group).members.all()] == ["ketua"]
    page = Client().get(group.get_absolute_url()).text
    assert NAME in page


def test_renewal_proposes_the_day_after_the_same_length_and_the_same_names(staff: Client) -> None:
    group = make_group()
    make_board(group, date(2017, 1, 1), ends_on=date(2019, 12, 31))
    old = make_board(group, date(2023, 2, 1), ends_on=date(2026, 1, 31))
    BoardMember.objects.create(board=old, role="bendahara", name="Orang Kedua")
    BoardMember.objects.create(
        board=old, role="ketua", name=NAME, shows_name=True, consent_on=date(2023, 2, 1)
    )

    page = staff.get(f"{BOARD}add/?kim={group.pk}")

    form = page.context["adminform"].form
    assert form.initial["starts_on"] == date(2026, 2, 1)
    assert form.initial["ends_on"] == date(2029, 1, 31)
    rows = [row.initial for row in page.context["inline_admin_formsets"][0].formset.extra_forms]
    assert [row["name"] for row in rows if row["name"]] == [NAME, "Orang Kedua"]
    assert [row["role"] for row in rows] == BoardRole.values
    # Consent was given for the old term.
    assert not any("consent_on" in row or "shows_name" in row for row in rows)


def test_renewal_leaves_the_old_board_as_it_is(staff: Client) -> None:
    group = make_group()
    old = make_board(group, date(2023, 1, 1), ends_on=date(2025, 12, 31), sk_number="1/2023")
    BoardMember.objects.create(board=old, role="ketua", name=NAME)

    _add(staff, group, {"role": "ketua", "name": "Orang Baru"})

    before = Board.objects.values("starts_on", "ends_on", "sk_number", "updated_at").get(pk=old.pk)
    assert before == {
        "starts_on": old.starts_on,
        "ends_on": old.ends_on,
        "sk_number": "1/2023",
        "updated_at": old.updated_at,
    }
    assert old.members.get().name == NAME
    page = staff.get(f"/admin/community/group/{group.pk}/change/").text
    first = page.index("1 Januari 2026 s.d. 31 Desember 2028")
    assert first < page.index("1 Januari 2023 s.d. 31 Desember 2025")


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"starts_on": ""}, "tidak boleh kosong"),
        ({"starts_on": "2023-01-01"}, "Kepengurusan dengan tanggal mulai ini sudah ada."),
        ({"starts_on": "0206-01-01"}, "Isi tahun 1990 sampai 2100"),
        ({"ends_on": "2025-12-31"}, "harus berakhir sesudah mulai"),
        ({"ends_on": "2062-12-31"}, "lebih dari 10 tahun"),
        ({"ends_on": "9999-12-31"}, "Isi tahun 1990 sampai 2100"),
        ({"sk_on": "kemarin"}, "tanggal yang valid"),
        ({"sk_number": "9" * 101}, "paling banyak 100"),
        ({"letter": _letter(b"<html>")}, "bukan PDF, JPEG"),
        ({"letter": _letter(b"")}, "kosong"),
        ({"letter": _letter(b"0" * (20 * 1024 * 1024 + 1))}, "melebihi 20 MB"),
    ],
    ids=[
        *("no start", "known start", "year 206", "end before start", "too long", "year 9999"),
        *("no day", "long number", "html", "empty file", "large file"),
    ],
)
def test_bad_input_is_told_beside_its_field_and_the_rest_stays(
    staff: Client, fields: dict[str, Any], words: str
) -> None:
    group = make_group()
    make_board(group, date(2023, 1, 1), ends_on=date(2025, 12, 31))

    response = _add(staff, group, {"role": "ketua", "name": NAME}, sk_issuer="Lurah 林", **fields)

    errors = response.context["adminform"].form.errors
    assert set(errors) == set(fields)
    assert words in str(errors)
    assert "Lurah 林" in response.text
    assert NAME in response.text
    assert group.boards.count() == 1
    assert not PrivateFile.objects.exists()


@pytest.mark.parametrize(
    ("member", "field"),
    [
        ({"role": "", "name": NAME}, "role"),
        ({"role": "raja", "name": NAME}, "role"),
        ({"role": "ketua", "name": "", "shows_name": "on", "consent_on": "2026-01-02"}, "name"),
        ({"role": "ketua", "name": NAME, "shows_name": "on"}, "consent_on"),
        ({"role": "ketua", "name": NAME, "consent_on": "2099-01-01"}, "consent_on"),
    ],
)
def test_bad_row_is_told_and_the_file_is_asked_for_again(
    staff: Client, member: dict[str, Any], field: str
) -> None:
    response = _add(staff, make_group(), member, letter=_letter())

    assert list(response.context["inline_admin_formsets"][0].formset.errors[0]) == [field]
    assert "Pilih ulang berkasnya" in response.text
    assert not Board.objects.exists()
    assert not PrivateFile.objects.exists()


def test_overlapping_terms_are_told_and_saved(staff: Client) -> None:
    group = make_group()
    make_board(group, date(2024, 1, 1), ends_on=date(2026, 12, 31))

    page = staff.get(_add(staff, group)["Location"])

    assert "bertumpuk dengan kepengurusan 1 Januari 2024 s.d. 31 Desember 2026" in page.text
    assert group.boards.count() == 2


def test_term_that_follows_the_next_day_overlaps_nothing(staff: Client) -> None:
    group = make_group()
    make_board(group, date(2023, 1, 1), ends_on=date(2025, 12, 31))

    page = staff.get(_add(staff, group)["Location"])

    assert "tersimpan" in page.text
    assert "bertumpuk" not in page.text


def test_second_person_overwrites_nothing_unseen(staff: Client) -> None:
    board = make_board(make_group(), sk_number="1/2023")

    response = _change(staff, board, sk_number="2/2023", stamp="2026-01-01")

    assert "sudah disimpan orang lain" in response.text
    assert "SK 1/2023" in response.text
    assert "2/2023" in response.text
    board.refresh_from_db()
    assert board.sk_number == "1/2023"


def test_name_is_taken_back_in_the_form_and_no_log_keeps_it(staff: Client) -> None:
    board = make_board(make_group())
    member = BoardMember.objects.create(board=board, role="ketua", name=NAME)
    row = {"id": member.pk, "role": "ketua", "name": NAME, "DELETE": "on"}

    _change(staff, board, {**row, "DELETE": ""}, {"role": "bendahara", "name": "Orang Kedua"})
    _change(staff, board, row)

    assert [member.name for member in board.members.all()] == ["Orang Kedua"]
    history = staff.get(f"{BOARD}{board.pk}/history/").text
    assert "Bendahara" in history
    assert NAME not in history
    assert "Orang Kedua" not in history


def test_letter_opens_for_staff_and_is_logged_before_it_is_read(staff: Client, user: User) -> None:
    group = make_group(slug="kim-palas")
    _add(staff, group, letter=_letter(), starts_on="2026-01-01")
    board = group.boards.get()
    assert board.sk_file is not None
    assert board.sk_file.uploaded_by == user
    address = board.sk_file.get_absolute_url()
    assert address in staff.get(f"{BOARD}{board.pk}/change/").text
    assert not AccessLog.objects.exists()

    response = staff.get(address)

    assert response.content == pdf()
    assert response["Content-Type"] == "application/pdf"
    assert response["Content-Disposition"] == 'inline; filename="sk-kim-palas-2026.pdf"'
    assert "private, no-store" in response["Cache-Control"]
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]
    entry = AccessLog.objects.get()
    assert (entry.user, entry.item, entry.subject) == (user, board, Subject.FILE)


def test_letter_that_got_lost_is_not_found(staff: Client) -> None:
    board = make_board(make_group(), sk_file=store_private_file(pdf(), name="sk.pdf"))
    assert board.sk_file is not None
    default_storage.delete(board.sk_file.file_path())

    assert staff.get(board.sk_file.get_absolute_url()).status_code == 404


def test_new_letter_replaces_the_old_and_a_wrong_one_is_taken_out(
    client: Client, django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks
) -> None:
    client.force_login(make_user("Petugas KIM"))
    old = store_private_file(pdf(), name="lama.pdf")
    board = make_board(make_group(), sk_file=old)

    with django_capture_on_commit_callbacks(execute=True):
        _change(client, board, letter=_letter(jpeg(), "foto sk.jpg"))

    board.refresh_from_db()
    new = board.sk_file
    assert new is not None
    assert new.original_name == "foto sk.jpg"
    assert not default_storage.exists(old.file_path())

    with django_capture_on_commit_callbacks(execute=True):
        _change(client, board, removes_letter="on")

    board.refresh_from_db()
    assert board.sk_file is None
    assert not PrivateFile.objects.exists()
    assert not default_storage.exists(new.file_path())


STRANGERS = ["Penulis", "Editor", "Petugas Agenda", "Ajudan", "Pengurus KIM", ""]


@pytest.mark.parametrize("role", STRANGERS)
def test_letter_opens_for_no_other_role_by_any_address(role: str) -> None:
    group = make_group()
    board = make_board(group, sk_file=store_private_file(pdf(), name="sk.pdf"))
    assert board.sk_file is not None
    client = Client()
    client.force_login(make_user(role))
    path = board.sk_file.file_path()

    assert client.get(board.sk_file.get_absolute_url()).status_code == 403
    assert client.get(f"/admin/community/berkas/{board.sk_file_id}/").status_code == 403
    for address in (f"/media/{path}", f"/media/gambar/{path}", f"/media/dokumen/{path}"):
        assert client.get(address).status_code == 404
    assert Client().get(board.sk_file.get_absolute_url()).status_code == 302
    assert not AccessLog.objects.exists()


def _reader_of_boards(**fields: Any) -> User:
    """Return an account that may look at boards, and reviews no group."""
    user = make_user("Pengurus KIM", **fields)
    user.user_permissions.set(
        Permission.objects.filter(
            codename__in=["view_board", "add_board", "change_board", "view_group", "change_group"]
        )
    )
    return user


def test_reader_of_boards_without_review_sees_those_of_own_groups_alone() -> None:
    user = _reader_of_boards()
    client = Client()
    client.force_login(user)
    letter = store_private_file(pdf(), name="sk.pdf")
    own = make_board(make_group(officers=[user], status=Status.DRAFT))
    other = make_board(make_group(name="KIM Tetangga"), sk_file=letter)
    BoardMember.objects.create(board=other, role="ketua", name=NAME)

    assert client.get(f"{BOARD}{own.pk}/change/").status_code == 200
    assert client.get(f"/admin/community/group/{own.group_id}/change/").status_code == 200
    for address in (
        f"{BOARD}{other.pk}/change/",
        f"{BOARD}{other.pk}/history/",
        f"{BOARD}add/?kim={other.group_id}",
        f"/admin/community/group/{other.group_id}/change/",
        letter.get_absolute_url(),
    ):
        assert client.get(address).status_code == 404
        assert client.post(address, _data()).status_code in {404, 405}
    assert "KIM Tetangga" not in client.get("/admin/community/group/").text
    # Names alone are offered for choosing, and of hidden groups not even those.
    make_group(name="KIM Tetangga Tersembunyi", status=Status.DRAFT)
    offered = client.get(
        "/admin/autocomplete/?app_label=community&model_name=group&field_name=partners&term=tetangga"
    ).json()
    assert [item["text"] for item in offered["results"]] == ["KIM Tetangga"]
    assert not AccessLog.objects.exists()


@pytest.mark.parametrize("number", ["", "abc", "0", "99999", "1' or '1'='1"])
def test_board_of_no_group_is_not_found(staff: Client, number: str) -> None:
    assert staff.get(f"{BOARD}add/?kim={number}").status_code == 404
    assert staff.post(f"{BOARD}add/?kim={number}", _data()).status_code == 404


def test_board_stays_with_its_group(staff: Client) -> None:
    board = make_board(make_group())

    _change(staff, board, group=make_group().pk)

    assert Board.objects.get().group == board.group


def test_list_of_boards_is_that_of_the_groups(staff: Client) -> None:
    assert staff.get(BOARD)["Location"] == "/admin/community/group/"
    assert BOARD not in staff.get("/admin/").text


def test_only_pengelola_situs_deletes_a_board(staff: Client) -> None:
    board = make_board(make_group())
    assert staff.post(f"{BOARD}{board.pk}/delete/", {"post": "yes"}).status_code == 403

    staff.force_login(make_user("Pengelola Situs"))
    staff.post(f"{BOARD}{board.pk}/delete/", {"post": "yes"})

    assert not Board.objects.exists()


@pytest.mark.parametrize("number", [1, 20])
def test_form_of_a_group_costs_the_same_for_any_number_of_boards(
    staff: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    group = make_group()
    for years in range(number):
        make_board(group, timezone.localdate() - timedelta(days=400 * years), sk_number="1")
    address = f"/admin/community/group/{group.pk}/change/"
    staff.get(address)

    # session, user, 2 for permissions, group, boards, twins, channels, partners, memberships,
    # region, stages, moves
    with django_assert_num_queries(13):
        assert staff.get(address).text.count(BOARD) == number + 1
