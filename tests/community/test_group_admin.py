"""The registry in the admin: what Petugas KIM type, find and are told."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.publishing.models import Status
from community.groups import ActivityStatus, Group, Level, MediaChannel, Stage
from tests.factories import make_board, make_group, make_user
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db

LIST = "/admin/community/group/"
CITANGKIL, GEROGOL_DISTRICT, GROGOL = "36.72.08.1007", "36.72.06", "36.72.06.1002"


@pytest.fixture
def staff(client: Client) -> Client:
    client.force_login(make_user("Petugas KIM", username="kim"))
    return client


def form(group: Group | None = None, **fields: Any) -> dict[str, Any]:
    """Return what the form of *group* sends, a new one's where there is none."""
    return {
        "name": group.name if group else "KIM Palas",
        "level": group.level if group else Level.VILLAGE,
        "region": group.region_id if group else CITANGKIL,
        "activity_status": ActivityStatus.ACTIVE,
        "slug": group.slug if group else "",
        "version": group.version if group else "",
        "published_at": (
            f"{timezone.localtime(group.published_at):%Y-%m-%dT%H:%M}"
            if group and group.published_at
            else ""
        ),
        "channels-TOTAL_FORMS": 0,
        "channels-INITIAL_FORMS": 0,
        **fields,
    }


def _change(staff: Client, group: Group, **fields: Any) -> Any:
    group.refresh_from_db()
    return staff.post(f"{LIST}{group.pk}/change/", form(group, **fields), follow=True)


def test_staff_make_and_publish_a_group_in_one_go(staff: Client) -> None:
    channel: dict[str, Any] = {
        "channels-TOTAL_FORMS": 1,
        "channels-0-kind": "instagram",
        "channels-0-url": "instagram.com/kimpalas",
    }

    staff.post(LIST + "add/", form(_pindah="terbitkan", **channel))

    page = Client().get("/kim/kim-palas/").text
    assert "KIM Palas" in page
    assert MediaChannel.objects.get().url == "https://instagram.com/kimpalas"


def test_address_follows_the_name_until_it_is_public(staff: Client) -> None:
    staff.post(LIST + "add/", form())
    group = Group.objects.get()

    _change(staff, group, name="KIM Palas Bersatu")

    group.refresh_from_db()
    assert group.slug == "kim-palas-bersatu"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"name": ""}, "Bidang ini tidak boleh kosong"),
        ({"name": "K" * 121}, "paling banyak 120"),
        ({"name": "KIM\0"}, "null tidak diizinkan"),
        ({"region": GEROGOL_DISTRICT}, "bukan wilayah untuk KIM tingkat Kelurahan"),
        ({"region": "99.99"}, "bukan salah satu dari pilihan"),
        ({"contact_phone": "tanya ketua"}, "Tulis nomor telepon dengan angka"),
        ({"contact_email": "bukan surel"}, "alamat email yang valid"),
        ({"founded_on": "0202-01-01"}, "Isi tahun 1990 sampai 2100"),
        ({"founded_on": "besok"}, "tanggal yang valid"),
        ({"member_count": "-3"}, "lebih besar dari atau sama dengan 0"),
        ({"kim_id_url": "javascript:alert(1)"}, "URL yang valid"),
        ({"slug": "sebaran"}, "dipakai sistem"),
    ],
)
def test_bad_input_is_told_beside_its_field_and_the_rest_stays(
    staff: Client, fields: dict[str, Any], words: str
) -> None:
    response = staff.post(LIST + "add/", form(neighbourhood="Lingkungan Palas 林") | fields)

    assert response.status_code == 200
    assert set(response.context["adminform"].form.errors) == set(fields)
    assert words in str(response.context["adminform"].form.errors)
    assert "Lingkungan Palas 林" in response.text
    assert not Group.objects.exists()


def test_group_is_neither_its_own_partner_nor_above_itself(staff: Client) -> None:
    group = make_group()

    page = _change(staff, group, partners=[group.pk], parent=group.pk)

    assert set(page.context["adminform"].form.errors) == {"partners", "parent"}


def test_contact_without_consent_is_kept_hidden_and_that_is_said(staff: Client) -> None:
    group = make_group()

    page = _change(staff, group, contact_phone="(0254) 391 234")
    assert "tidak tampil untuk umum" in page.text
    assert "391 234" not in Client().get(group.get_absolute_url()).text

    page = _change(
        staff, group, contact_phone="(0254) 391 234", contact_consent_note="Ketua, 5/1/2026"
    )
    assert "tidak tampil untuk umum" not in page.text
    assert "391 234" in Client().get(group.get_absolute_url()).text


def test_second_person_overwrites_nothing_and_reads_both_versions(staff: Client) -> None:
    group = make_group(summary="Ringkasan lama.")
    opened = form(group, summary="Ringkasan saya.")
    _change(staff, group, summary="Ringkasan rekan.")

    page = staff.post(f"{LIST}{group.pk}/change/", opened)

    assert "Sudah disimpan oleh" in page.text
    assert "Ringkasan rekan." in page.text
    assert "Ringkasan saya." in page.text
    group.refresh_from_db()
    assert group.summary == "Ringkasan rekan."


def test_groups_are_withdrawn_together(staff: Client) -> None:
    groups = [make_group(), make_group()]
    page = staff.post(
        LIST, {"action": "pindah_tarik", "_selected_action": [group.pk for group in groups]}
    )
    keys = [prospect.key for prospect in page.context["ready"]]

    staff.post(LIST + "pindah-bersama/", {"_pindah": "tarik", "_item": keys})

    assert {group.status for group in Group.objects.all()} == {Status.WITHDRAWN}


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_possible_twin_is_named_whatever_its_state(staff: Client, fields: dict[str, Any]) -> None:
    make_group(name="KIM PALAS", region=GROGOL, **fields)
    make_group(name="Yang Setempat", **fields)

    page = staff.post(LIST + "add/", form(), follow=True)

    assert "Mungkin kembar" in page.text
    assert "KIM PALAS" in page.text
    assert "Yang Setempat" in page.text


def test_twin_is_named_too_when_publishing_leads_to_the_list(staff: Client) -> None:
    make_group(name="KIM Palas", region=GROGOL)

    page = staff.post(LIST + "add/", form(_pindah="terbitkan"), follow=True)

    assert "Mungkin kembar dengan: KIM Palas." in page.text


@pytest.mark.parametrize(
    "fields",
    [
        {"region": GROGOL},
        {"level": Level.COMMUNITY},
        {"level": Level.NEIGHBOURHOOD, "neighbourhood": "RW 03"},
    ],
    ids=["another place", "another level", "another RW"],
)
def test_other_groups_are_no_twins(staff: Client, fields: dict[str, Any]) -> None:
    make_group(name="KIM Lain", **fields)
    wanted = {"level": fields.get("level", Level.VILLAGE), "neighbourhood": "RW 04"}
    if fields.get("level") == Level.COMMUNITY:
        wanted = {"level": Level.COMMUNITY, "neighbourhood": ""}

    page = staff.post(LIST + "add/", form(**wanted), follow=True)

    assert "tersimpan" in page.text
    assert "Mungkin kembar" not in page.text


@pytest.mark.parametrize("term", ["grogol", "Gerogol", "36.72.06"])
def test_region_is_chosen_by_any_of_its_names_and_tells_its_level(staff: Client, term: str) -> None:
    answer = staff.get(
        "/admin/autocomplete/?app_label=community&model_name=group&field_name=region&term=" + term
    ).json()

    assert "Kecamatan Gerogol" in [item["text"] for item in answer["results"]]


@pytest.mark.parametrize("words", ["palas", "Grogol", "gerogol", "RW+03"])
def test_search_knows_names_places_and_other_names_of_places(staff: Client, words: str) -> None:
    make_group(name="KIM Palas", region=GROGOL, level=Level.NEIGHBOURHOOD, neighbourhood="RW 03")
    make_group(name="KIM Lain")

    page = staff.get(f"{LIST}?q={words}").text

    assert "KIM Palas" in page
    assert "KIM Lain" not in page


def _in_every_term_state() -> None:
    today = timezone.localdate()
    for name, left in {"Lama": 400, "Sembilan": 90, "Tiga": 30, "Lewat": -1}.items():
        make_board(make_group(name=name), today - timedelta(700), ends_on=today + timedelta(left))
    make_group(name="Kosong")
    renewed = make_group(name="Perpanjangan")
    make_board(renewed, today - timedelta(700), ends_on=today + timedelta(10))
    make_board(renewed, today + timedelta(11), ends_on=today + timedelta(700))


@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("", {"Lama", "Sembilan", "Tiga", "Lewat", "Kosong", "Perpanjangan"}),
        ("berlaku", {"Lama", "Sembilan", "Tiga", "Perpanjangan"}),
        ("90-hari", {"Sembilan", "Tiga"}),
        ("30-hari", {"Tiga"}),
        ("berakhir", {"Lewat"}),
        ("belum-ada", {"Kosong"}),
        ("omong-kosong", {"Lama", "Sembilan", "Tiga", "Lewat", "Kosong", "Perpanjangan"}),
    ],
)
def test_list_is_narrowed_to_where_the_masa_bakti_stands(
    staff: Client, value: str, names: set[str]
) -> None:
    _in_every_term_state()

    page = staff.get(f"{LIST}?masa_bakti={value}")

    assert {group.name for group in page.context["cl"].result_list} == names


def test_filters_can_be_counted(staff: Client) -> None:
    _in_every_term_state()

    assert "Berakhir dalam 90 hari (2)" in staff.get(LIST + "?_facets=True").text


def test_list_tells_where_the_masa_bakti_stands(staff: Client) -> None:
    make_board(make_group(), date(2018, 1, 1), ends_on=date(2020, 12, 31))
    make_group()

    page = staff.get(LIST).text

    assert "Masa bakti berakhir · s.d. 31 Desember 2020" in page
    assert "Belum ada kepengurusan" in page
    assert "Kelurahan Citangkil, Kecamatan Citangkil" in page


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("kecamatan=36.72.06", {"Forum", "Grogol"}),
        ("level__exact=kecamatan", {"Forum"}),
        ("activity_status__exact=tidak-aktif", {"Tidur"}),
        ("keadaan=draf", {"Draf"}),
        ("pembuat=saya", {"Draf"}),
        ("kecamatan=36.72.06&level__exact=kelurahan", {"Grogol"}),
    ],
)
def test_list_is_narrowed_by_its_filters(staff: Client, query: str, names: set[str]) -> None:
    make_group(name="Forum", level=Level.DISTRICT, region=GEROGOL_DISTRICT)
    make_group(name="Grogol", region=GROGOL)
    make_group(name="Tidur", activity_status=ActivityStatus.INACTIVE)
    staff.post(LIST + "add/", form(name="Draf"))

    page = staff.get(f"{LIST}?{query}")

    assert {group.name for group in page.context["cl"].result_list} == names


@pytest.mark.parametrize("number", [5, 50])
def test_list_costs_the_same_for_any_number_of_groups(
    staff: Client, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    stage = Stage.objects.all()[0]
    for _ in range(number):
        group = make_group(stage=stage, region=GROGOL)
        make_board(group, date(2016, 1, 1))
        make_board(group)
    staff.get(LIST)

    # session, user, 2 for permissions, count, groups, boards, kecamatan, owners
    with django_assert_num_queries(9):
        assert staff.get(LIST).text.count("field-place") == number
    with django_assert_num_queries(10):  # and the days of all boards
        staff.get(LIST + "?masa_bakti=berlaku")


GUESSES = [
    "private_contact__contains=08",
    "contact_phone__startswith=0",
    "contact_consent_note=x",
    "boards__members__name__startswith=A",
    "boards__sk_file__token__startswith=a",
    "boards__sk_number=1",
    "memberships__user__password__startswith=p",
    "partners__private_contact__contains=08",
    "parent__private_contact__contains=08",
    "created_by__email__startswith=a",
    "review_note__contains=a",
    "_popup=1&_to_field=private_contact",
]


@pytest.mark.parametrize("query", GUESSES)
def test_address_of_the_list_asks_nothing_but_its_filters(staff: Client, query: str) -> None:
    make_group(private_contact="0812")

    assert staff.get(f"{LIST}?{query}").status_code == 400


@pytest.mark.parametrize("address", [LIST, LIST + "{pk}/change/", LIST + "{pk}/history/"])
@pytest.mark.parametrize("role", ["Penulis", "Editor", "Petugas Agenda", "Ajudan", "Pengurus KIM"])
def test_other_roles_reach_no_group_here(role: str, address: str) -> None:
    user = make_user(role)
    group = make_group(officers=[user] if role == "Pengurus KIM" else [])
    client = Client()
    client.force_login(user)

    assert client.get(address.format(pk=group.pk)).status_code in {403, 404}
    assert client.post(address.format(pk=group.pk), form()).status_code in {403, 404}


def test_groups_are_offered_for_choosing_to_no_other_role() -> None:
    make_group(name="Rahasia", status=Status.DRAFT)
    client = Client()
    client.force_login(make_user("Editor"))

    answer = client.get(
        "/admin/autocomplete/?app_label=community&model_name=group&field_name=parent&term=Rahasia"
    )

    assert answer.status_code == 403


def test_only_pengelola_situs_deletes(staff: Client) -> None:
    group = make_group()
    assert staff.post(f"{LIST}{group.pk}/delete/", {"post": "yes"}).status_code == 403
    staff.post(LIST, {"action": "delete_selected", "_selected_action": group.pk, "post": "yes"})
    assert Group.objects.contains(group)

    staff.force_login(make_user("Pengelola Situs"))
    staff.post(f"{LIST}{group.pk}/delete/", {"post": "yes"})

    assert not Group.objects.exists()


def test_stages_are_named_anew_and_keep_their_code(staff: Client) -> None:
    stage = Stage.objects.get(slug="rintisan")

    staff.post(
        f"/admin/community/stage/{stage.pk}/change/",
        {"name": "Perintis", "slug": "lain", "position": 1},
    )

    stage.refresh_from_db()
    assert (stage.name, stage.slug) == ("Perintis", "rintisan")
    assert staff.post(f"/admin/community/stage/{stage.pk}/delete/").status_code == 403
