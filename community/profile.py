"""The page of one group: what it shows of it, and of those round it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q
from django.utils import timezone

from cilegon_portal.contacts import whatsapp_number
from cilegon_portal.regions.models import Level as RegionLevel
from community.activities import Activity
from community.boards import Board, BoardMember, board_on
from community.groups import Group, MediaChannel
from community.terms import Term
from news.models import Article

NEIGHBOURS_MAX = 8
ACTIVITIES_MAX = 5
ARTICLES_MAX = 4


@dataclass(frozen=True)
class Profile:
    """One group as of a day."""

    group: Group
    on: date
    term: Term
    board: Board | None
    former_boards: list[Board]
    channels: list[MediaChannel]
    parent: Group | None
    partners: list[Group]
    neighbours: list[Group]
    neighbours_label: str
    activities: list[Activity]
    articles: list[Article]

    @property
    def members(self) -> list[BoardMember]:
        """The board in the order of its offices; the public reads names only by consent."""
        return sorted(self.board.members.all(), key=BoardMember.rank) if self.board else []

    @property
    def chat_url(self) -> str:
        """Where WhatsApp opens a chat with the group's number, if it is shown and has one."""
        number = whatsapp_number(self.group.contact_phone)
        is_mobile = number.startswith("628")  # an office's line has no chat
        return f"https://wa.me/{number}" if self.group.shows_contact() and is_mobile else ""


def profile_of(group: Group) -> Profile:
    """Return the page of *group* as of today: 5 queries; *group* as :meth:`GroupQuerySet.for_page` loads it."""
    on = timezone.localdate()
    boards = list(group.boards.all())  # newest first
    shown = board_on(boards, on)
    public = Group.objects.published()
    parent = group.parent if group.parent and group.parent.is_public() else None
    neighbours, label = _neighbours(group)
    return Profile(
        group=group,
        on=on,
        term=group.term(on),
        board=shown,
        former_boards=[board for board in boards if board != shown and board.ends_on < on],
        channels=list(group.channels.all()),
        parent=parent,
        partners=list(public.filter(pk__in=group.partners.values("pk")).order_by("name", "pk")),
        neighbours=neighbours,
        neighbours_label=label,
        activities=list(
            Activity.objects.published().filter(group=group).for_lists()[:ACTIVITIES_MAX]
        ),
        articles=list(
            Article.objects.published().filter(contribution__group=group).for_cards()[:ARTICLES_MAX]
        ),
    )


def _neighbours(group: Group) -> tuple[list[Group], str]:
    """Return public groups of the same kecamatan, or below the city's forum, and what they are called."""
    region = group.region
    if region.level == RegionLevel.CITY:
        near, label = Q(parent=group), "Forum dan KIM di bawahnya"
    else:
        district = region.parent if region.level == RegionLevel.VILLAGE else region
        near, label = Q(region=district) | Q(region__parent=district), f"KIM lain di {district}"
    found = Group.objects.published().filter(near).exclude(pk=group.pk).order_by("name", "pk")
    return list(found.only("name", "slug")[:NEIGHBOURS_MAX]), label
