"""With 500 groups, 10,000 aspirations and 5,000 activities, pages and staff lists ask as few queries as with a handful."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from community.activities import Activity
from community.aspirations import Aspiration
from community.groups import Group
from tests.bench.community_content import grow_activities_to, grow_aspirations_to, grow_groups_to
from tests.factories import make_user

pytestmark = pytest.mark.django_db

PUBLIC = [
    "/",
    "/kim/",
    "/kim/?halaman=2",
    "/kim/?kecamatan=citangkil",
    "/kim/?q=citangkil",
    "/kim/kim-ukur-0/",
    "/kim/kim-ukur-0/kegiatan/",
    "/kim/sebaran/",
    "/kim/sebaran.csv",
    "/aspirasi/",
    "/sitemap-kim.xml",
    "/api/v1/groups/",
]
STAFF = [
    "",
    "community/aspiration/",
    "community/aspiration/?kapan=terlambat",
    "community/aspiration/?kapan=semua",
    "community/aspiration/?kapan=semua&p=2",
    "community/aspiration/?q=ukur",
    "community/group/",
    "community/group/?q=citangkil",
    "community/group/?p=2",
    "community/activity/",
    "community/activity/?p=2",
]
FEW, MANY = (150, 150, 450), (500, 10_000, 5_000)


def _grow(groups: int, aspirations: int, activities: int) -> None:
    today = timezone.localdate()
    grow_groups_to(groups, today)
    grow_aspirations_to(aspirations, today)
    grow_activities_to(activities, today)


def _counts(get: Callable[[str], Any]) -> dict[str, int]:
    """Return how many queries each address asks once caches are warm."""
    counts = {}
    for address in [*PUBLIC, *(f"/admin/{path}" for path in STAFF)]:
        assert get(address).status_code == 200, address
        with CaptureQueriesContext(connection) as captured:
            get(address)
        counts[address] = len(captured)
    return counts


def test_queries_stay_the_same() -> None:
    client = Client()
    client.force_login(make_user("Petugas KIM"))
    _grow(*FEW)
    before = _counts(client.get)

    _grow(*MANY)

    assert _counts(client.get) == before
    grown = (Group, Aspiration, Activity)
    assert tuple(model._default_manager.count() for model in grown) == MANY
