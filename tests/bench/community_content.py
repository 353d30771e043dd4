"""Generated KIM with boards and activities, and aspirations in every state: many, quickly, alike to real ones."""

from datetime import date, datetime, time, timedelta
from itertools import pairwise

from cilegon_portal.contacts import contact_key
from cilegon_portal.publishing.models import Status
from cilegon_portal.regions.models import Region
from cilegon_portal.templatetags.tanggal import WIB
from community.activities import Activity
from community.aspirations import (
    Aspiration,
    AspirationKind,
    AspirationState,
    AspirationStep,
)
from community.boards import Board
from community.groups import ActivityStatus, Group, Level

BATCH = 2_000
_TERM = timedelta(days=3 * 365)
_A_DAY = 20  # aspirations received, activities held
_LATELY = 300  # of these some wait in each state; what is older was answered or refused
_REFUSED_IN = 10


def grow_groups_to(total: int, today: date) -> None:
    """Add public groups of kelurahan, each with a former board and one of today, until there are *total*."""
    regions = list(Region.objects.villages())
    numbers = range(Group.objects.count(), total)
    groups = Group.objects.bulk_create(_group(n, regions, today) for n in numbers)
    Board.objects.bulk_create(
        Board(group=group, starts_on=start, ends_on=end - timedelta(days=1))
        for number, group in zip(numbers, groups, strict=True)
        for start, end in pairwise(_terms(number, today))
    )


def grow_activities_to(total: int, today: date) -> None:
    """Add public activities, in turn of each group, twenty on every day back from *today*, until there are *total*."""
    groups = list(Group.objects.order_by("pk").values_list("pk", flat=True))
    numbers = range(Activity.objects.count(), total)
    Activity.objects.bulk_create(_activity(n, groups, today) for n in numbers)


def grow_aspirations_to(total: int, today: date) -> None:
    """Add aspirations, twenty on every day back from *today*, with their steps, until there are *total*."""
    regions = list(Region.objects.villages())
    for first in range(Aspiration.objects.count(), total, BATCH):
        numbers = range(first, min(first + BATCH, total))
        rows = Aspiration.objects.bulk_create(_aspiration(n, regions, today) for n in numbers)
        AspirationStep.objects.bulk_create(
            AspirationStep(aspiration=row, at=row.received_at, label="Diterima") for row in rows
        )


def _group(number: int, regions: list[Region], today: date) -> Group:
    region = regions[number % len(regions)]
    at = datetime.combine(today, time(), WIB) - timedelta(days=number % 300 + 1)
    return Group(
        name=f"KIM {region.name} {number}",
        slug=f"kim-ukur-{number}",
        region=region,
        level=Level.NEIGHBOURHOOD,
        neighbourhood=f"RW {number:03}",
        activity_status=ActivityStatus.ACTIVE if number % 7 else ActivityStatus.INACTIVE,
        member_count=8 + number % 30,
        summary="Kelompok warga yang menyebarkan informasi di lingkungannya.",
        status=Status.PUBLISHED,
        published_at=at,
        first_published_at=at,
    )


def _activity(number: int, groups: list[int], today: date) -> Activity:
    held_on = today - timedelta(days=number // _A_DAY + 1)
    at = datetime.combine(held_on, time(20), WIB)
    return Activity(
        group_id=groups[number % len(groups)],
        title=f"Kegiatan ukur {number}",
        held_on=held_on,
        place="Balai warga",
        description="Warga berlatih memeriksa kabar sebelum membagikannya. " * 5,
        has_discussion=True,
        status=Status.PUBLISHED,
        published_at=at,
        first_published_at=at,
    )


def _terms(number: int, today: date) -> tuple[date, date, date]:
    ends_on = today + timedelta(days=number * 13 % 1400 - 300)
    return ends_on - 2 * _TERM, ends_on - _TERM, ends_on


def _state(number: int) -> AspirationState:
    if number < _LATELY:
        states = list(AspirationState)
        return states[number % len(states)]
    is_refused = number % _REFUSED_IN == 0
    return AspirationState.REFUSED if is_refused else AspirationState.ANSWERED


def _aspiration(number: int, regions: list[Region], today: date) -> Aspiration:
    at = datetime.combine(today, time(1), WIB) - timedelta(days=number // _A_DAY)
    state = _state(number)
    is_answered, contact = state == AspirationState.ANSWERED, f"warga{number}@contoh.id"
    is_shown = is_answered and number % 3 == 0
    return Aspiration(
        kind=AspirationKind.values[number % 3],
        topic=f"Aspirasi ukur {number}",
        text=f"Kapan jalan nomor {number} diperbaiki, dan oleh siapa? " * 5,
        region=regions[number % len(regions)],
        name=f"Pengirim {number}",
        contact=contact,
        contact_key=contact_key(contact),
        state=state,
        received_at=at,
        consented_at=at,
        due_on=at.date() + timedelta(days=14),
        answer="Pekan depan, oleh dinas yang mengurus jalan." if is_answered else "",
        answered_at=at + timedelta(days=2) if is_answered else None,
        sender_allows=is_shown,
        staff_allow=is_shown,
        public_text=f"Kapan jalan nomor {number} diperbaiki?" if is_shown else "",
    )
