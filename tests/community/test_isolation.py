"""An officer of one group and what belongs to another: no door of the admin opens it or tells of it."""

from typing import Any

import pytest
from django.test import Client

from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.models import Status
from community.activities import Activity
from community.contributions import Contribution, ContributionState
from community.groups import Group
from tests.community.test_activity_admin import report
from tests.community.test_contributions import text
from tests.factories import (
    make_activity,
    make_article,
    make_category,
    make_contribution,
    make_group,
    make_picture,
    make_user,
)
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db

MARK = "Rahasia"
ACTIVITY = "/admin/community/activity/"


@pytest.fixture
def user() -> User:
    return make_user("Pengurus KIM", username="pengurus")


@pytest.fixture
def own(user: User) -> Group:
    return make_group(name="KIM Citangkil", officers=[user])


@pytest.fixture
def officer(client: Client, user: User, own: Group) -> Client:
    client.force_login(user)
    return client


def _other_group(**fields: Any) -> Group:
    officers = [make_user("Pengurus KIM", full_name=f"{MARK} Orang")]
    return make_group(name=f"KIM {MARK}", region="36.72.05.1003", officers=officers, **fields)


def _foreign(**fields: Any) -> Activity:
    picture = make_picture(title=f"Foto {MARK}")
    return make_activity(
        _other_group(),
        title=f"{MARK} Kegiatan",
        place="Tempat tersembunyi",
        picture=picture,
        **fields,
    )


DOORS = {
    "list": ACTIVITY,
    "search": f"{ACTIVITY}?q=tersembunyi",
    "list as raw id": f"{ACTIVITY}?_popup=1",
    "filter": f"{ACTIVITY}?kecamatan=36.72.05",
    "form": ACTIVITY + "{pk}/change/",
    "form as popup": ACTIVITY + "{pk}/change/?_popup=1",
    "history": ACTIVITY + "{pk}/history/",
    "deletion": ACTIVITY + "{pk}/delete/",
    "move": ACTIVITY + "{pk}/pindah/",
    "own form": ACTIVITY + "{own}/change/",
    "new form": f"{ACTIVITY}add/",
    "autocomplete": (
        "/admin/autocomplete/?app_label=community&model_name=activityphoto&field_name=activity"
        "&term=tersembunyi"
    ),
    "autocomplete of groups": (
        "/admin/autocomplete/?app_label=community&model_name=membership&field_name=group&term=KIM"
    ),
    "groups": "/admin/community/group/",
    "groups, searched": "/admin/community/group/?q=masigit",
    "its group": "/admin/community/group/{group}/change/",
    "history of its group": "/admin/community/group/{group}/history/",
    "desk": "/admin/",
    "memberships": "/admin/community/membership/",
    "accounts": "/admin/accounts/user/",
    "aspirations": "/admin/community/aspiration/",
    "picture dialog": "/admin/library/picture/pilih/",
    "picture by number": "/admin/library/picture/pilih/?nomor={picture}",
}


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
@pytest.mark.parametrize("group_is", ["public", "hidden"])
@pytest.mark.parametrize("state", ["draft", "in review", "scheduled"])
def test_hidden_activity_of_another_group_is_not_told_of(
    officer: Client, own: Group, state: str, group_is: str, door: str
) -> None:
    foreign = _foreign(**HIDDEN[state])
    if group_is == "hidden":
        Group.objects.filter(pk=foreign.group_id).update(status=Status.DRAFT)
    else:  # a public name may be read: as a partner
        Group.objects.filter(pk=foreign.group_id).update(name="KIM Masigit")
    mine = make_activity(own, status=Status.DRAFT)
    path = door.format(
        pk=foreign.pk, own=mine.pk, picture=foreign.picture_id, group=foreign.group_id
    )

    assert MARK not in officer.get(path, follow=True).text


def test_published_activity_of_another_group_is_not_in_the_admin(officer: Client) -> None:
    foreign = _foreign()

    assert MARK not in officer.get(ACTIVITY).text
    assert officer.get(f"{ACTIVITY}{foreign.pk}/change/").status_code == 404


@pytest.mark.parametrize("status", [Status.DRAFT, Status.RETURNED, Status.REVIEW, Status.PUBLISHED])
def test_activity_of_another_group_takes_no_form_and_no_move(
    officer: Client, own: Group, status: str
) -> None:
    foreign = _foreign(status=status)
    taken = report(own, version=foreign.version, title="Diambil")

    changed = officer.post(f"{ACTIVITY}{foreign.pk}/change/", taken)
    moved = officer.post(f"{ACTIVITY}{foreign.pk}/pindah/", {"_pindah": "ajukan"})
    back = officer.post(f"{ACTIVITY}{foreign.pk}/pindah/", {"_pindah": "urungkan"})
    gone = officer.post(f"{ACTIVITY}{foreign.pk}/delete/", {"post": "yes"})

    assert {answer.status_code for answer in (changed, moved, back, gone)} == {404}
    foreign.refresh_from_db()
    assert (foreign.title, foreign.status) == (f"{MARK} Kegiatan", status)


def test_bulk_moves_leave_another_group_s_activities(officer: Client) -> None:
    foreign = _foreign(status=Status.DRAFT)
    chosen = {"action": "pindah_ajukan", "_selected_action": foreign.pk}
    item = {"_pindah": "ajukan", "_item": f"{foreign.pk}:{foreign.version}"}

    asked = officer.post(ACTIVITY, chosen, follow=True)
    done = officer.post(f"{ACTIVITY}pindah-bersama/", item, follow=True)
    deleted = officer.post(
        ACTIVITY,
        {"action": "delete_selected", "_selected_action": foreign.pk, "post": "yes"},
        follow=True,
    )

    assert MARK not in asked.text + done.text + deleted.text
    foreign.refresh_from_db()
    assert foreign.status == Status.DRAFT


@pytest.mark.parametrize("where", ["new", "own"])
def test_nothing_is_reported_in_the_name_of_another_group(
    officer: Client, own: Group, where: str
) -> None:
    other = _other_group()
    mine = make_activity(own, status=Status.DRAFT)
    address = "add/" if where == "new" else f"{mine.pk}/change/"

    page = officer.post(ACTIVITY + address, report(other, version=mine.version))

    assert page.status_code == 200
    assert "Masukkan pilihan yang valid" in page.text
    assert not Activity.objects.filter(group=other).exists()


@pytest.mark.parametrize("field", ["picture", "photos-0-picture"])
def test_picture_of_another_is_neither_used_nor_named_by_its_number(
    officer: Client, own: Group, field: str
) -> None:
    foreign = make_picture(title=f"Foto {MARK}", alt_text=MARK)
    rows = {"photos-TOTAL_FORMS": 1}

    page = officer.post(f"{ACTIVITY}add/", report(own, **rows, **{field: foreign.pk}))

    assert page.status_code == 200
    assert MARK not in page.text
    assert not Activity.objects.exists()


def test_hidden_group_is_no_partner(officer: Client, own: Group) -> None:
    hidden = _other_group(status=Status.DRAFT)

    page = officer.post(f"{ACTIVITY}add/", report(own, partners=[hidden.pk]))

    assert page.status_code == 200
    assert MARK not in page.text


def test_hidden_partner_that_staff_chose_stays_and_is_not_named(
    officer: Client, own: Group
) -> None:
    hidden = _other_group(status=Status.DRAFT)
    mine = make_activity(own, status=Status.DRAFT)
    mine.partners.add(hidden)

    address = f"{ACTIVITY}{mine.pk}/change/"

    page = officer.get(address).text
    officer.post(address, report(own, version=mine.version, partners=[hidden.pk]))

    assert MARK not in page
    assert "KIM yang tidak tampil di publik" in page
    assert mine.partners.contains(hidden)


LOOKUPS = [
    "group=1",
    "group__name__startswith=KIM",
    "group__private_contact__contains=08",
    "group__memberships__user__password__startswith=p",
    "created_by__password__startswith=p",
    "created_by=1",
    "partners=1",
    "review_note__contains=x",
    "picture__title__startswith=F",
    "photos__picture=1",
]


@pytest.mark.parametrize("query", LOOKUPS)
def test_list_is_narrowed_by_no_column_of_the_address(officer: Client, query: str) -> None:
    assert officer.get(f"{ACTIVITY}?{query}").status_code == 400


def test_ended_membership_closes_every_door(officer: Client, user: User, own: Group) -> None:
    mine = make_activity(own, status=Status.DRAFT, title=f"{MARK} Draf")
    assert MARK in officer.get(ACTIVITY).text

    user.kim_memberships.update(is_active=False)

    assert MARK not in officer.get(ACTIVITY).text
    assert officer.get(f"{ACTIVITY}{mine.pk}/change/").status_code == 404
    assert officer.get(mine.get_absolute_url()).status_code == 404
    assert officer.post(f"{ACTIVITY}add/", report(own)).status_code == 200


CONTRIBUTION = "/admin/community/contribution/"
CONTRIBUTION_DOORS = {
    "list": CONTRIBUTION,
    "search": f"{CONTRIBUTION}?q=naskah",
    "list as raw id": f"{CONTRIBUTION}?_popup=1",
    "filter": f"{CONTRIBUTION}?state__exact={{state}}",
    "form": CONTRIBUTION + "{pk}/change/",
    "history": CONTRIBUTION + "{pk}/history/",
    "deletion": CONTRIBUTION + "{pk}/delete/",
    "autocomplete": (
        "/admin/autocomplete/?app_label=community&model_name=contributionphoto"
        "&field_name=contribution&term=naskah"
    ),
    "desk": "/admin/",
    "new form": f"{CONTRIBUTION}add/",
    "picture dialog": "/admin/library/picture/pilih/",
    "picture by number": "/admin/library/picture/pilih/?nomor={picture}",
    "page of its group": "/kim/kim-masigit/",
}


def _foreign_contribution(state: str = "diajukan") -> Contribution:
    group = make_group(
        name="KIM Masigit", region="36.72.05.1003", officers=[make_user("Pengurus KIM")]
    )
    picture = make_picture(title=f"Foto {MARK}")
    return make_contribution(group, title=f"{MARK} Naskah", note=MARK, picture=picture, state=state)


@pytest.mark.parametrize("door", CONTRIBUTION_DOORS.values(), ids=CONTRIBUTION_DOORS)
@pytest.mark.parametrize("state", ContributionState.values)
def test_contribution_of_another_group_is_not_told_of(
    officer: Client, state: str, door: str
) -> None:
    foreign = _foreign_contribution(state)
    path = door.format(pk=foreign.pk, picture=foreign.picture_id, state=state)

    assert MARK not in officer.get(path, follow=True).text


@pytest.mark.parametrize("state", ContributionState.values)
def test_contribution_of_another_group_takes_no_form_and_no_move(
    officer: Client, own: Group, state: str
) -> None:
    make_category()
    foreign = _foreign_contribution(state)
    address = f"{CONTRIBUTION}{foreign.pk}/"

    answers = [
        officer.post(f"{address}change/", text(own, foreign, title="Diambil")),
        officer.post(f"{address}delete/", {"post": "yes"}),
        *(
            officer.post(f"{address}langkah/", {"_pindah": move, "_catatan": "x"})
            for move in ("ajukan", "urungkan", "kembalikan", "tolak")
        ),
    ]

    assert {answer.status_code for answer in answers} == {404}
    assert officer.post(f"{address}jadikan-berita/").status_code == 403
    foreign.refresh_from_db()
    assert (foreign.title, foreign.state) == (f"{MARK} Naskah", state)


@pytest.mark.parametrize("action", ["delete_selected", "pindah_ajukan"])
def test_list_of_contributions_has_no_bulk_door(officer: Client, action: str) -> None:
    foreign = _foreign_contribution("draf")
    data = {"action": action, "_selected_action": foreign.pk, "post": "yes"}

    page = officer.post(CONTRIBUTION, data, follow=True)

    assert MARK not in page.text
    foreign.refresh_from_db()
    assert foreign.state == "draf"


@pytest.mark.parametrize("where", ["new", "own"])
def test_nothing_is_written_in_the_name_of_another_group(
    officer: Client, own: Group, where: str
) -> None:
    other = _other_group()
    mine = make_contribution(own, state="draf")
    address = "add/" if where == "new" else f"{mine.pk}/change/"

    page = officer.post(CONTRIBUTION + address, text(other, mine))

    assert "Masukkan pilihan yang valid" in page.text
    assert not other.contributions.exists()


@pytest.mark.parametrize("place", ["main", "other", "inside"])
def test_picture_of_another_is_in_no_contribution(officer: Client, own: Group, place: str) -> None:
    foreign = make_picture(title=f"Foto {MARK}", alt_text=MARK)
    inside = f'<p>A</p><p><img src="/media/gambar/{foreign.token}/720.webp" alt=""></p>'
    ways: dict[str, dict[str, Any]] = {
        "main": {"picture": foreign.pk},
        "other": {"photos-TOTAL_FORMS": 1, "photos-0-picture": foreign.pk},
        "inside": {"body": inside},
    }

    page = officer.post(f"{CONTRIBUTION}add/", text(own, **ways[place]))

    assert page.status_code == 200
    assert MARK not in page.text
    assert not own.contributions.exists()


def test_public_picture_and_a_colleague_s_may_be_in_a_contribution(
    officer: Client, own: Group
) -> None:
    public, shared = make_picture(), make_picture()
    make_article(picture=public)
    make_contribution(own, picture=shared)
    body = "".join(
        f'<p><img src="/media/gambar/{photo.token}/720.webp" alt="x"></p>'
        for photo in (public, shared)
    )

    officer.post(f"{CONTRIBUTION}add/", text(own, body=body, picture=shared.pk))

    assert set(own.contributions.latest("pk").text_pictures.all()) == {public, shared}


@pytest.mark.parametrize(
    "query",
    [
        "group=1",
        "group__memberships__user__password__startswith=p",
        "created_by__password__startswith=p",
        "body__contains=x",
        "note__contains=x",
        "article__body__contains=x",
        "picture__title__startswith=F",
    ],
)
def test_list_of_contributions_is_narrowed_by_no_column_of_the_address(
    officer: Client, query: str
) -> None:
    assert officer.get(f"{CONTRIBUTION}?{query}").status_code == 400


def test_article_made_of_the_own_contribution_stays_with_the_newsroom(
    officer: Client, own: Group
) -> None:
    article = make_article(title=f"{MARK} Naskah Redaksi", status=Status.DRAFT)
    mine = make_contribution(own, article=article, state="diadopsi")

    for path in (
        f"{CONTRIBUTION}{mine.pk}/change/",
        CONTRIBUTION,
        "/admin/",
        f"/admin/news/article/{article.pk}/change/",
        article.get_absolute_url(),
        own.get_absolute_url(),
    ):
        assert MARK not in officer.get(path, follow=True).text
