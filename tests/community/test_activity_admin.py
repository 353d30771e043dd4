"""An officer reports in one short form; staff publish it or give it back."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.models import Status
from community.activities import Activity
from community.groups import Group
from tests.factories import make_activity, make_group, make_picture, make_user

pytestmark = pytest.mark.django_db

LIST = "/admin/community/activity/"


@pytest.fixture
def user() -> User:
    return make_user("Pengurus KIM", username="pengurus")


@pytest.fixture
def group(user: User) -> Group:
    return make_group(name="KIM Citangkil", officers=[user])


@pytest.fixture
def officer(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


@pytest.fixture
def staff() -> Client:
    client = Client()
    client.force_login(make_user("Petugas KIM"))
    return client


def report(to: Group, **fields: Any) -> dict[str, Any]:
    """Return what a filled-in form of the group *to* sends; *fields* replace or add."""
    return {
        "group": to.pk,
        "title": "Latihan Cek Fakta",
        "held_on": timezone.localdate().isoformat(),
        "place": "Balai warga",
        "description": "Dua puluh warga berlatih memeriksa kabar.",
        "has_discussion": "on",
        "photos-TOTAL_FORMS": 0,
        "photos-INITIAL_FORMS": 0,
        **fields,
    }


def test_form_opens_with_the_own_group_and_today(officer: Client, group: Group) -> None:
    make_group(name="KIM Masigit")

    form = officer.get(LIST + "add/").context["adminform"].form

    assert form["group"].value() == group.pk
    assert [choice[1] for choice in form["group"].field.choices] == ["KIM Citangkil"]
    assert form["held_on"].value() == timezone.localdate()
    assert "published_at" not in form.fields


def test_officer_of_two_groups_chooses(officer: Client, user: User, group: Group) -> None:
    make_group(name="KIM Masigit", officers=[user])

    form = officer.get(LIST + "add/").context["adminform"].form

    assert form["group"].value() is None
    labels = [choice[1] for choice in form["group"].field.choices]
    assert labels[1:] == ["KIM Citangkil", "KIM Masigit"]


def test_account_without_a_group_is_told_whom_to_ask(officer: Client) -> None:
    assert "Minta petugas KIM menghubungkannya" in officer.get(LIST + "add/").text


def test_report_is_handed_in_with_one_press_and_locked(officer: Client, group: Group) -> None:
    photo = make_picture(uploaded_by_id=officer.session["_auth_user_id"])
    more = {
        "picture": photo.pk,
        "photos-TOTAL_FORMS": 1,
        "photos-0-picture": photo.pk,
        "start_time": "13:00",
        "participant_count": 20,
        "partners": [make_group(name="KIM Masigit").pk, group.pk],
        "_pindah": "ajukan",
    }

    officer.post(LIST + "add/", report(group, **more))

    activity = Activity.objects.get()
    assert activity.status == Status.REVIEW
    assert activity.picture == photo
    assert activity.gallery() == [photo]
    assert [str(partner) for partner in activity.partners.all()] == ["KIM Masigit"]
    address = f"{LIST}{activity.pk}/change/"
    assert officer.post(address, report(group, version=1)).status_code == 403
    assert "Tarik ajuan" in officer.get(address).text


def test_officer_never_publishes(officer: Client, group: Group) -> None:
    answer = officer.post(LIST + "add/", report(group, _pindah="terbitkan"))
    activity = make_activity(group, status=Status.REVIEW)
    moved = officer.post(f"{LIST}{activity.pk}/pindah/", {"_pindah": "terbitkan"})
    many = officer.post(
        f"{LIST}pindah-bersama/", {"_pindah": "terbitkan", "_item": f"{activity.pk}:1"}
    )

    assert (answer.status_code, moved.status_code, many.status_code) == (403, 403, 403)
    assert not Activity.objects.filter(status=Status.PUBLISHED).exists()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"title": ""}, "Bidang ini tidak boleh kosong"),
        ({"title": "x" * 121}, "paling banyak 120 karakter"),
        ({"held_on": ""}, "Bidang ini tidak boleh kosong"),
        ({"held_on": "besok"}, "Masukkan tanggal yang valid"),
        ({"held_on": "0001-01-01"}, "Tahunnya 1."),
        ({"held_on": "9999-12-31"}, "Tahunnya 9999."),
        ({"start_time": "99:99"}, "Masukkan waktu yang valid"),
        ({"participant_count": "999999999999"}, "Jumlah peserta sebanyak itu keliru ketik."),
        ({"participant_count": "-1"}, "lebih besar dari atau sama dengan 0"),
        ({"place": "x" * 151}, "paling banyak 150 karakter"),
        ({"description": "a\0b"}, "Karakter null"),
        ({"picture": "99999"}, "Masukkan pilihan yang valid"),
        ({"partners": ["x"]}, "“x” bukan nilai yang valid"),
        ({"partners": ["9" * 30]}, "Masukkan pilihan yang valid"),
        ({"group": ""}, "Bidang ini tidak boleh kosong"),
    ],
)
def test_wrong_field_is_told_and_the_rest_stays(
    officer: Client, group: Group, fields: dict[str, Any], told: str
) -> None:
    kept = {"description": "Yang sudah diketik."} | fields

    page = officer.post(LIST + "add/", report(group, **kept))

    assert page.status_code == 200
    assert told in page.context["adminform"].form.errors.as_text()
    assert "Yang sudah diketik." in page.text or "description" in fields
    assert not Activity.objects.exists()


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"place": ""}, "Tulis di mana kegiatannya."),
        ({"description": ""}, "Tulis apa yang dikerjakan."),
        ({"has_discussion": ""}, "Centang sedikitnya satu tugas KIM"),
        ({"held_on": "2099-01-01"}, "Tanggal ini belum tiba."),
    ],
)
def test_draft_may_lack_what_handing_in_asks_for(
    officer: Client, group: Group, fields: dict[str, Any], told: str
) -> None:
    assert officer.post(LIST + "add/", report(group, **fields)).status_code == 302
    activity = Activity.objects.get()

    handed_in = report(group, **fields, version=activity.version, _pindah="ajukan")
    page = officer.post(f"{LIST}{activity.pk}/change/", handed_in)

    assert told in page.text
    assert Activity.objects.get().status == Status.DRAFT


@pytest.mark.parametrize("place", ["main", "other"])
def test_photo_without_words_is_not_handed_in(officer: Client, group: Group, place: str) -> None:
    silent = make_picture(alt_text="", uploaded_by_id=officer.session["_auth_user_id"])
    photos = {"photos-TOTAL_FORMS": 1, "photos-0-picture": silent.pk}
    fields = {"picture": silent.pk} if place == "main" else photos

    page = officer.post(LIST + "add/", report(group, **fields, _pindah="ajukan"))

    assert "belum punya teks alternatif" in page.text
    assert "Dua puluh warga berlatih" in page.text
    assert not Activity.objects.exists()


def test_staff_give_back_with_a_note_and_the_officer_mends_it(
    officer: Client, staff: Client, group: Group
) -> None:
    activity = make_activity(group, status=Status.REVIEW, title="Latihan")
    address = f"{LIST}{activity.pk}/change/"
    sent = report(group, version=activity.version)

    staff.post(address, sent | {"_pindah": "kembalikan", "_catatan": "Tulis hasilnya."})
    assert "Tulis hasilnya." in officer.get(address).text
    assert "Tulis hasilnya." in officer.get("/admin/").text
    activity.refresh_from_db()
    officer.post(address, sent | {"version": activity.version, "_pindah": "ajukan"})
    activity.refresh_from_db()
    staff.post(address, sent | {"version": activity.version, "_pindah": "terbitkan"})

    page = Client().get(Activity.objects.get().get_absolute_url())
    assert page.status_code == 200
    assert "Latihan Cek Fakta" in page.text


def test_colleague_of_the_same_group_goes_on_with_the_draft(officer: Client, group: Group) -> None:
    photo = make_picture(title="Foto rekan", uploaded_by=make_user("Pengurus KIM"))
    activity = make_activity(group, status=Status.DRAFT, picture=photo)
    sent = report(group, version=activity.version, picture=photo.pk, _pindah="ajukan")

    assert officer.post(f"{LIST}{activity.pk}/change/", sent).status_code == 302

    activity.refresh_from_db()
    assert (activity.status, activity.picture) == (Status.REVIEW, photo)


def test_second_officer_overwrites_nothing_unseen(officer: Client, group: Group) -> None:
    activity = make_activity(group, status=Status.DRAFT, title="Judul rekan")
    sent = report(group, version=activity.version - 1)

    page = officer.post(f"{LIST}{activity.pk}/change/", sent)

    assert "Sudah disimpan oleh" in page.text
    assert "Judul rekan" in page.text
    assert Activity.objects.get().title == "Judul rekan"


def test_desk_shows_staff_what_was_reported_and_officers_what_is_open(
    officer: Client, staff: Client, group: Group
) -> None:
    make_activity(group, title="Menunggu", status=Status.REVIEW)
    make_activity(group, title="Masih draf", status=Status.DRAFT)
    make_activity(group, title="Sudah terbit")

    for_staff, for_officer = staff.get("/admin/").text, officer.get("/admin/").text

    assert "Menunggu" in for_staff
    assert "Masih draf" not in for_staff
    assert "Menunggu" in for_officer
    assert "Masih draf" in for_officer
    assert "Sudah terbit" not in for_staff + for_officer
    assert 'href="/admin/community/activity/add/">Lapor kegiatan</a>' in for_officer


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("kecamatan=36.72.08", ["Di Citangkil"]),
        ("kecamatan=36.72.05", ["Di Masigit"]),
        ("kecamatan=x", []),
        ("keadaan=draf", ["Di Masigit"]),
        ("q=citangkil", ["Di Citangkil"]),
        ("held_on__gte=2026-01-01&held_on__lt=2026-01-02", []),
    ],
)
def test_staff_narrow_the_list(staff: Client, query: str, found: list[str]) -> None:
    make_activity(title="Di Citangkil")
    make_activity(make_group(region="36.72.05.1003"), title="Di Masigit", status=Status.DRAFT)

    rows = staff.get(f"{LIST}?{query}").context["cl"].result_list

    assert [row.title for row in rows] == found


@pytest.mark.parametrize("number", [5, 50])
@pytest.mark.parametrize("role", ["Petugas KIM", "Pengurus KIM"])
def test_list_costs_the_same_for_any_number(
    client: Client, role: str, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    user = make_user(role)
    for day in range(number):
        day_before = timezone.localdate() - timedelta(days=day)
        make_activity(make_group(officers=[user]), held_on=day_before, picture=make_picture())
    client.force_login(user)
    client.get(LIST)

    # session, user, 2 for permissions, count, rows, kecamatan
    with django_assert_num_queries(7):
        assert len(client.get(LIST).context["cl"].result_list) == number
