"""Who may see a group, and what a group may be."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ValidationError

from cilegon_portal.publishing.models import Status
from community.groups import Group, Level
from tests.factories import make_group, make_user
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db

CITY, DISTRICT, VILLAGE = "36.72", "36.72.08", "36.72.08.1007"


@pytest.mark.parametrize("fields", [{}, *HIDDEN.values()], ids=["public", *HIDDEN])
def test_instance_and_queryset_agree_on_the_rule(fields: dict[str, object]) -> None:
    group = make_group(**fields)

    assert group.is_public() == (not fields)
    assert Group.objects.published().contains(group) == (not fields)
    assert Group.objects.visible_to(AnonymousUser()).contains(group) == (not fields)


def test_officer_sees_the_own_hidden_group_and_no_other() -> None:
    officer, other = make_user(), make_user()
    own = make_group(status=Status.DRAFT, officers=[officer])
    make_group(status=Status.DRAFT, officers=[other], created_by=officer)

    assert list(Group.objects.visible_to(officer)) == [own]


@pytest.mark.parametrize(
    ("level", "region", "is_right"),
    [
        (Level.CITY, CITY, True),
        (Level.CITY, DISTRICT, False),
        (Level.DISTRICT, DISTRICT, True),
        (Level.DISTRICT, VILLAGE, False),
        (Level.VILLAGE, VILLAGE, True),
        (Level.VILLAGE, DISTRICT, False),
        (Level.NEIGHBOURHOOD, VILLAGE, True),
        (Level.NEIGHBOURHOOD, CITY, False),
        (Level.COMMUNITY, VILLAGE, True),
        (Level.COMMUNITY, CITY, True),
    ],
)
def test_region_fits_the_level(level: Level, region: str, *, is_right: bool) -> None:
    group = make_group(level=level, region=region)

    if is_right:
        group.full_clean()
    else:
        with pytest.raises(ValidationError, match="bukan wilayah untuk KIM tingkat"):
            group.full_clean()


def test_group_is_not_below_itself() -> None:
    forum = make_group(level=Level.DISTRICT, region=DISTRICT)
    below = make_group(parent=forum)
    forum.parent = below

    with pytest.raises(ValidationError, match="di bawah dirinya sendiri"):
        forum.full_clean()


def test_region_is_told_with_its_levels() -> None:
    group = make_group(level=Level.NEIGHBOURHOOD, neighbourhood="RW 03")

    assert group.region_text() == "RW 03, Kelurahan Citangkil, Kecamatan Citangkil"


@pytest.mark.parametrize(
    ("fields", "shows"),
    [
        ({"contact_phone": "0254-000000"}, False),
        ({"contact_consent_note": "Ketua, 5 Januari 2026"}, False),
        ({"contact_email": "kim@contoh.id", "contact_consent_note": "Ketua, 5 Jan 2026"}, True),
    ],
)
def test_contact_shows_only_with_recorded_consent(fields: dict[str, str], *, shows: bool) -> None:
    assert make_group(**fields).shows_contact() == shows
