"""Demo KIM: the city's forum, eight of kecamatan, groups of kelurahan, and the community of the source article.

Matched by slug: what is there already, also changed by hand, stays as it is. Names of people
are none: boards are there with their terms, so that every state can be seen.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from django.utils import timezone
from django.utils.text import slugify

from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.models import Status
from cilegon_portal.regions.models import Level as RegionLevel
from cilegon_portal.regions.models import Region
from community import (
    demo_activities,
    demo_aspirations,
    demo_contributions,
    demo_registrations,
)
from community.activities import Membership
from community.boards import Board
from community.groups import ActivityStatus, Group, Level, Stage

_TERM: Final = timedelta(days=3 * 365)
_NO_BOARD: Final = None
# Days until the masa bakti ends, for a board that is in office long, soon, very soon, or no more.
_LONG, _SOON, _VERY_SOON, _OVER = 700, 75, 20, -200


@dataclass(frozen=True)
class DemoGroup:
    """A group of a kelurahan; ``left``: days until its masa bakti ends, None without a board."""

    village: str
    left: int | None
    stage: str
    members: int
    founded: int
    status: str = ActivityStatus.ACTIVE
    summary: str = ""


_FORUMS: Final = {
    "Cibeber": _LONG, "Cilegon": _LONG, "Citangkil": _SOON, "Ciwandan": _OVER, "Gerogol": _LONG,
    "Jombang": _VERY_SOON, "Pulomerak": _LONG, "Purwakarta": _OVER,
}  # fmt: skip
_GROUPS: Final = (
    DemoGroup("36.72.08.1007", _LONG, "mandiri", 14, 2017, summary="Meliput kegiatan lingkungan, layanan kesehatan, dan usaha kecil."),
    DemoGroup("36.72.08.1005", _LONG, "berkembang", 11, 2018),
    DemoGroup("36.72.08.1006", _OVER, "rintisan", 9, 2018),
    DemoGroup("36.72.05.1003", _LONG, "mandiri", 17, 2016, summary="Papan informasi warga dan pelatihan cek fakta."),
    DemoGroup("36.72.05.1002", _OVER, "berkembang", 9, 2015),
    DemoGroup("36.72.05.1001", _SOON, "berkembang", 12, 2019),
    DemoGroup("36.72.02.1005", _LONG, "berkembang", 12, 2018),
    DemoGroup("36.72.02.1001", _OVER, "rintisan", 8, 2019),
    DemoGroup("36.72.03.1004", _LONG, "rintisan", 8, 2019),
    DemoGroup("36.72.03.1001", _VERY_SOON, "berkembang", 10, 2017),
    DemoGroup("36.72.06.1004", _LONG, "berkembang", 10, 2017),
    DemoGroup("36.72.06.1002", _NO_BOARD, "rintisan", 6, 2021, ActivityStatus.INACTIVE),
    DemoGroup("36.72.07.1002", _LONG, "berkembang", 13, 2018),
    DemoGroup("36.72.04.1006", _OVER, "rintisan", 7, 2016),
    DemoGroup("36.72.01.1002", _LONG, "mandiri", 15, 2016),
    DemoGroup("36.72.01.1006", _LONG, "rintisan", 9, 2020),
)  # fmt: skip
_OFFICERS: Final = {"pengurus": "kim-citangkil", "pengurus2": "kim-masigit"}
_BICYCLES: Final = "kim-sekotji-sekoempoelan-onthel-tjilegon"


def load() -> None:
    """Make what is not there yet; once made, boards keep their days."""
    city = Region.objects.get(level=RegionLevel.CITY)
    top = _make(
        "Forum Komunikasi KIM Kota Cilegon",
        city,
        level=Level.CITY,
        left=_LONG,
        stage="mandiri",
        summary="Menghubungkan forum kecamatan, KIM kelurahan, dan komunitas.",
        founded_on=date(2015, 3, 2),
    )
    forums = {
        region.pk: _make(
            f"Forum KIM Kecamatan {region.name}",
            region,
            level=Level.DISTRICT,
            left=_FORUMS[region.name],
            stage="berkembang",
            parent=top,
            founded_on=date(2016, 5, 2),
        )
        for region in Region.objects.districts()
    }
    for item in _GROUPS:
        region = Region.objects.get(pk=item.village)
        _make(
            f"KIM {region.name}",
            region,
            level=Level.VILLAGE,
            left=item.left,
            stage=item.stage,
            parent=forums[region.parent_id or ""],
            member_count=item.members,
            founded_on=date(item.founded, 8, 1),
            activity_status=item.status,
            summary=item.summary,
            secretariat=f"Kantor Kelurahan {region.name}",
        )
    _load_bicycles(city, top)
    _load_officers()
    demo_activities.load()
    demo_registrations.load()
    demo_contributions.load()
    demo_aspirations.load()


def _load_bicycles(city: Region, top: Group) -> None:
    """Make the community that the source article tells of; its address is the article's."""
    if Group.objects.filter(slug=_BICYCLES).exists():
        return
    group = _make(
        "KIM SEKOTJI (Sekoempoelan Onthel Tjilegon)",
        city,
        level=Level.COMMUNITY,
        left=_LONG,
        stage="rintisan",
        parent=top,
        neighbourhood="Komunitas sepeda onthel",
        founded_on=date(2019, 9, 22),
        summary="Komunitas sepeda onthel yang ikut menyebarkan informasi pembangunan dan menyampaikan aspirasi warga.",
        secretariat="Kantor Sekretariat Sepeda Ontel Cilegon, Jl. Arjuna No. 90",
        description="<p>Dibentuk sesudah sosialisasi KIM pada Minggu, 22 September 2019. Anggotanya "
        "bersepeda bersama, bertukar kabar yang sudah diperiksa, dan menyampaikan keperluan warga "
        "kepada pemerintah.</p>",
    )
    group.partners.set(Group.objects.filter(slug__in=["kim-citangkil", "kim-masigit"]))


def _load_officers() -> None:
    """Let the demo accounts speak for a group each; a membership that was ended stays so."""
    for username, slug in _OFFICERS.items():
        user = User.objects.filter(username=username).first()
        group = Group.objects.filter(slug=slug).first()
        if user and group:
            Membership.objects.get_or_create(user=user, group=group)


def _make(
    name: str, region: Region, *, level: Level, left: int | None, stage: str, **fields: Any
) -> Group:
    slug = slugify(name)
    if (known := Group.objects.filter(slug=slug).first()) is not None:
        return known
    today = timezone.localdate()
    group = Group.objects.create(
        name=name,
        slug=slug,
        region=region,
        level=level,
        stage=Stage.objects.filter(slug=stage).first(),
        status=Status.PUBLISHED,
        published_at=timezone.now(),
        created_by=User.objects.filter(username="kim").first(),
        checked_on=today,
        **{"activity_status": ActivityStatus.ACTIVE, **fields},
    )
    if left is not None:
        _board(group, today + timedelta(days=left))
        if level == Level.DISTRICT and left > 0:
            _board(group, today + timedelta(days=left) - _TERM - timedelta(days=90))  # and a gap
    return group


def _board(group: Group, ends_on: date) -> None:
    place = (
        "Wali Kota Cilegon"
        if group.level in {Level.CITY, Level.COMMUNITY}
        else (
            f"Camat {group.region.name}"
            if group.level == Level.DISTRICT
            else f"Lurah {group.region.name}"
        )
    )
    Board.objects.create(group=group, starts_on=ends_on - _TERM, ends_on=ends_on, sk_issuer=place)
