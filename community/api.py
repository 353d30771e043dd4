"""What the API tells of the KIM: public groups, and which regions they reach. Rule: docs/api.md."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from cilegon_portal.addresses import absolute_url
from cilegon_portal.feeds import absolute_html
from cilegon_portal.open_api import (
    ApiProblem,
    Asked,
    Chosen,
    Item,
    Order,
    PictureItem,
    Problem,
    RegionItem,
    item_response,
    list_response,
    within,
)
from cilegon_portal.richtext import allowed_html
from community.coverage import RegionReach, coverage
from community.groups import Group
from community.profile import profile_of

router = Router(tags=["KIM"])
_BY_NAME = Order("name")


class GroupItem(Item):
    """A KIM as the directory tells it."""

    id: int
    slug: str
    url: str
    name: str
    level: str = Field(description="kota, kecamatan, kelurahan, rw, atau komunitas.")
    region: RegionItem | None
    neighbourhood: str
    activity_status: str = Field(description="diusulkan, aktif, tidak-aktif, atau dibubarkan.")
    term_state: str = Field(description="Keadaan masa bakti pada hari dijawab.")
    term_ends_on: date | None
    stage: str
    member_count: int | None
    founded_on: date | None
    summary: str


class MemberItem(Schema):
    """An office of the board; the name only where its holder agreed."""

    role: str
    name: str


class ChannelItem(Schema):
    """Where the group publishes."""

    kind: str
    url: str


class WholeGroup(GroupItem):
    """A KIM with what its page shows."""

    description_html: str
    secretariat: str
    kim_id_url: str
    contact_email: str
    contact_phone: str
    logo: PictureItem | None
    board: list[MemberItem]
    channels: list[ChannelItem]
    partners: list[str] = Field(description="Kata alamat KIM lain yang bekerja sama.")


class GroupList(Schema):
    """A page of groups."""

    results: list[GroupItem]
    next: str | None


class CoverageItem(Schema):
    """A kecamatan or kelurahan, and whether a KIM reaches it."""

    region: RegionItem | None
    reach: str = Field(description="punya, berakhir, atau belum.")
    groups: list[str] = Field(description="Kata alamat KIM yang menentukannya.")


class CoverageAnswer(Schema):
    """Coverage of the city as of a day."""

    on: date
    villages: int
    reached_villages: int
    lapsed_villages: int
    districts: int
    reached_districts: int
    results: list[CoverageItem]


class GroupsAsked(Asked):
    """Which groups."""

    level: str = Field("", max_length=9, description="Satu tingkat, misalnya kelurahan.")
    region: str = Field(
        "", max_length=13, description="Kode Kemendagri; kecamatan berikut kelurahannya."
    )


@router.get(
    "/groups/", response={200: GroupList, 400: Problem, 429: Problem}, summary="KIM, menurut nama"
)
def group_list(request: HttpRequest, asked: Query[GroupsAsked]) -> HttpResponse:
    """List public groups by name: 2 queries."""
    rows = Group.objects.published().for_lists()
    if asked.level:
        rows = rows.filter(level=asked.level)
    if asked.region:
        rows = rows.filter(within(asked.region))
    return list_response(request, asked, rows, _BY_NAME, _group_item, GroupItem)


@router.get(
    "/groups/{slug:slug}/",
    response={200: WholeGroup, 400: Problem, 404: Problem, 429: Problem},
    summary="Satu KIM",
)
def group_detail(request: HttpRequest, slug: str, asked: Query[Chosen]) -> HttpResponse:
    """Return one public group: 8 queries. Raises ApiProblem when there is none."""
    group = Group.objects.published().for_page().filter(slug=slug).first()
    if group is None:
        raise ApiProblem("Tidak ada KIM terbit dengan kata alamat itu.", status=404)
    return item_response(_whole(group), asked)


@router.get(
    "/coverage/",
    response={200: CoverageAnswer, 429: Problem},
    summary="Kecamatan dan kelurahan yang memiliki KIM",
)
def coverage_detail(request: HttpRequest) -> HttpResponse:
    """Return which regions have a KIM today: 3 queries."""
    found = coverage()
    rows = [part for district in found.districts for part in (district, *district.villages)]
    answer = CoverageAnswer(
        on=found.on,
        villages=found.village_count,
        reached_villages=found.reached_villages,
        lapsed_villages=found.lapsed_villages,
        districts=len(found.districts),
        reached_districts=found.reached_districts,
        results=[_coverage_item(row) for row in rows],
    )
    return JsonResponse(answer.model_dump(mode="json"))


def _coverage_item(row: RegionReach) -> CoverageItem:
    return CoverageItem(
        region=RegionItem.of(row.region),
        reach=row.reach,
        groups=[group.slug for group in row.groups],
    )


def _group_item(group: Group) -> GroupItem:
    return GroupItem(**_basics(group))


def _basics(group: Group) -> dict[str, Any]:
    term = group.term(timezone.localdate())
    return {
        "id": group.pk,
        "slug": group.slug,
        "url": absolute_url(group.get_absolute_url()),
        "name": group.name,
        "level": group.level,
        "region": RegionItem.of(group.region),
        "neighbourhood": group.neighbourhood,
        "activity_status": group.activity_status,
        "term_state": term.state,
        "term_ends_on": term.ends_on,
        "stage": group.stage.name if group.stage else "",
        "member_count": group.member_count,
        "founded_on": group.founded_on,
        "summary": group.summary,
    }


def _whole(group: Group) -> WholeGroup:
    profile, shows_contact = profile_of(group), group.shows_contact()
    return WholeGroup(
        **_basics(group),
        description_html=absolute_html(allowed_html(group.description)),
        secretariat=group.secretariat,
        kim_id_url=group.kim_id_url,
        contact_email=group.contact_email if shows_contact else "",
        contact_phone=group.contact_phone if shows_contact else "",
        logo=PictureItem.of(group.logo),
        board=[
            MemberItem(role=str(item.get_role_display()), name=item.public_name())
            for item in profile.members
        ],
        channels=[ChannelItem(kind=item.kind, url=item.url) for item in profile.channels],
        partners=[partner.slug for partner in profile.partners],
    )
