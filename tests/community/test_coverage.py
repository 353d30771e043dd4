"""Coverage: the constructed case of every state, as page and as CSV."""

import csv
import io
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.publishing.models import Status
from cilegon_portal.regions.models import Region
from community.coverage import Reach, coverage
from community.groups import ActivityStatus, Group, Level
from tests.factories import make_board, make_group
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db

PAGE, CSV = "/kim/sebaran/", "/kim/sebaran.csv"
CITANGKIL, DISTRICT = "36.72.08.1007", "36.72.08"
TODAY = timezone.localdate


def _lapse(group: Group) -> None:
    make_board(group, TODAY() - timedelta(days=400), ends_on=TODAY() - timedelta(days=1))


def _reach_of(code: str) -> Reach:
    found = coverage()
    regions = {reach.region.pk: reach.reach for reach in (*found.districts, *found.villages)}
    return regions[code]


@pytest.mark.parametrize("level", [Level.VILLAGE, Level.NEIGHBOURHOOD, Level.COMMUNITY])
def test_group_in_term_reaches_its_kelurahan(level: Level) -> None:
    make_board(make_group(level=level))

    assert _reach_of(CITANGKIL) == Reach.HAS
    assert coverage().reached_villages == 1


def test_last_day_of_the_masa_bakti_still_counts() -> None:
    make_board(make_group(), ends_on=TODAY())

    assert _reach_of(CITANGKIL) == Reach.HAS


def test_only_expired_boards_are_lapsed() -> None:
    _lapse(make_group())
    make_group()

    assert _reach_of(CITANGKIL) == Reach.LAPSED
    assert (coverage().reached_villages, coverage().lapsed_villages) == (0, 1)


def test_one_group_in_term_outweighs_a_lapsed_one() -> None:
    _lapse(make_group())
    make_board(make_group())

    assert _reach_of(CITANGKIL) == Reach.HAS


def test_group_without_a_board_reaches_nobody() -> None:
    make_group()

    assert _reach_of(CITANGKIL) == Reach.NONE


def test_board_that_has_not_begun_reaches_nobody() -> None:
    make_board(make_group(), TODAY() + timedelta(days=1))

    assert _reach_of(CITANGKIL) == Reach.NONE


@pytest.mark.parametrize(
    "fields",
    [
        *HIDDEN.values(),
        *(
            {"activity_status": status}
            for status in ActivityStatus
            if status != ActivityStatus.ACTIVE
        ),
    ],
)
def test_hidden_or_inactive_group_reaches_nobody(fields: dict[str, object]) -> None:
    make_board(make_group(**fields))

    assert _reach_of(CITANGKIL) == Reach.NONE


def test_kecamatan_counts_by_its_forum_alone() -> None:
    make_board(make_group())

    assert _reach_of(DISTRICT) == Reach.NONE
    make_board(make_group(level=Level.DISTRICT, region=DISTRICT))
    assert _reach_of(DISTRICT) == Reach.HAS
    assert coverage().reached_districts == 1


def test_community_of_a_whole_kecamatan_reaches_neither() -> None:
    make_board(make_group(level=Level.COMMUNITY, region=DISTRICT))

    assert _reach_of(DISTRICT) == Reach.NONE
    assert coverage().reached_villages == 0


def test_coverage_is_of_the_day_that_is_asked() -> None:
    group = make_group(published_at=timezone.now() - timedelta(days=30))
    make_board(group, TODAY() - timedelta(days=30), ends_on=TODAY() + timedelta(days=30))

    assert coverage(timezone.now() + timedelta(days=31)).lapsed_villages == 1
    assert coverage(timezone.now() - timedelta(days=31)).reached_villages == 0


def _make_every_state() -> None:
    make_board(make_group(name="KIM Citangkil"))
    _lapse(make_group(name="KIM Dringo", region="36.72.08.1002"))
    make_board(make_group(name="=KIM Rahasia", region="36.72.08.1003", status=Status.DRAFT))
    make_board(make_group(name="=HYPERLINK(1)", region="36.72.08.1004"))
    _lapse(make_group(name="Forum Citangkil", level=Level.DISTRICT, region=DISTRICT))


def test_page_tells_every_region_in_words(client: Client) -> None:
    _make_every_state()

    page = client.get(PAGE).text

    assert "<dd>2 dari 43</dd>" in page
    assert "<dd>0 dari 8</dd>" in page
    assert page.count(">Punya KIM<") == 2
    assert page.count(">Masa bakti berakhir<") == 2
    assert page.count(">Belum ada KIM<") == 43 + 8 - 4
    assert "KIM Rahasia" not in page
    assert "batas perkiraan" in page.lower()


def test_map_colours_a_kecamatan_by_its_share_and_is_silent(client: Client) -> None:
    _make_every_state()

    page = client.get(PAGE).text

    assert page.count('<path class="k') == 8
    assert page.count('<path class="k2"') == 1  # Citangkil, 2 of 7
    assert '<tspan x="' in page
    assert "2/7</tspan>" in page


def test_csv_is_rfc_4180_with_mark_and_codes_and_without_formulas(client: Client) -> None:
    _make_every_state()

    response = client.get(CSV)

    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"].startswith('attachment; filename="sebaran-kim-')
    assert response.content.startswith(b"\xef\xbb\xbfkode_kemendagri,")
    assert response.content.endswith(b"\r\n")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    states = {row["kode_kemendagri"]: (row["status"], row["kim"]) for row in rows}
    assert len(states) == 43 + 8
    assert set(states) == set(Region.objects.exclude(level="kota").values_list("pk", flat=True))
    assert states[CITANGKIL] == ("punya", "KIM Citangkil")
    assert states["36.72.08.1002"] == ("berakhir", "KIM Dringo")
    assert states["36.72.08.1003"] == ("belum", "")
    assert states["36.72.08.1004"] == ("punya", "'=HYPERLINK(1)")
    assert states[DISTRICT] == ("berakhir", "Forum Citangkil")


@pytest.mark.parametrize("count", [1, 40])
@pytest.mark.parametrize("path", [PAGE, CSV])
def test_queries_do_not_grow_with_the_groups(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, path: str, count: int
) -> None:
    for _ in range(count):
        make_board(make_group())
    client.get(path)

    with django_assert_num_queries(3):  # regions, groups, boards
        client.get(path)
