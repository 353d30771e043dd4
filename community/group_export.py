"""The registry as a table in the shape that kim.id asks for: one line a group.

What is of persons is marked in its header. Rule: docs/community.md#export.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from cilegon_portal.addresses import absolute_url
from cilegon_portal.regions.models import Level as RegionLevel
from community.boards import Board, BoardRole, board_on
from community.groups import Group

PERSONAL: Final = " (data pribadi)"
_OFFICES: Final = {
    BoardRole.CHAIR: "ketua",
    BoardRole.SECRETARY: "sekretaris",
    BoardRole.TREASURER: "bendahara",
    BoardRole.COLLECTING: "seksi_pengumpulan",
    BoardRole.PROCESSING: "seksi_pengolahan",
    BoardRole.SPREADING: "seksi_penyebaran",
}
COLUMNS: Final = (
    "nama", "tingkat", "induk", "kode_kecamatan", "kecamatan", "kode_kelurahan", "kelurahan",
    "rw_lingkungan_komunitas", "sekretariat", "sk_nomor", "sk_tanggal", "sk_penerbit",
    *(name + PERSONAL for name in _OFFICES.values()),
    "masa_bakti_mulai", "masa_bakti_sampai", "masa_bakti", "kanal_media", "alamat_kim_id",
    "keaktifan", "tahap", "jumlah_anggota", "berdiri", "data_diperiksa", "keadaan", "halaman",
    "per_tanggal",
)  # fmt: skip


def table(groups: Iterable[Group], on: date, *, all_names: bool) -> Iterator[list[str]]:
    """Yield the header and a line for each of *groups* (as ``for_export()`` loads them) as of the day *on*.

    Names of the board in office: those that their holders let show, or with *all_names* each.
    """
    yield list(COLUMNS)
    for group in groups:
        board = board_on(group.boards.all(), on)
        yield [
            *_place(group),
            *_decision(board),
            *(_names(board, role, all_names=all_names) for role in _OFFICES),
            *_state(group, board, on),
        ]


def names_persons(group: Group, on: date) -> bool:
    """Tell whether the line of *group* has names that the public does not read."""
    board = board_on(group.boards.all(), on)
    return board is not None and any(not item.public_name() for item in board.members.all())


def _place(group: Group) -> list[str]:
    region = group.region
    district = region.parent if region.level == RegionLevel.VILLAGE else region
    has_district = district is not None and district.level == RegionLevel.DISTRICT
    village = region if region.level == RegionLevel.VILLAGE else None
    return [
        group.name,
        group.level,
        group.parent.name if group.parent else "",
        *((district.pk, district.name) if has_district and district else ("", "")),
        *((village.pk, village.name) if village else ("", "")),
        group.neighbourhood,
        group.secretariat,
    ]


def _decision(board: Board | None) -> list[str]:
    return [board.sk_number, _day(board.sk_on), board.sk_issuer] if board else ["", "", ""]


def _names(board: Board | None, role: str, *, all_names: bool) -> str:
    members = [member for member in board.members.all() if member.role == role] if board else []
    names = (member.name if all_names else member.public_name() for member in members)
    return "; ".join(name for name in names if name)


def _state(group: Group, board: Board | None, on: date) -> list[str]:
    return [
        *((_day(board.starts_on), _day(board.ends_on)) if board else ("", "")),
        group.term_state(on),
        "; ".join(channel.url for channel in group.channels.all()),
        group.kim_id_url,
        group.activity_status,
        group.stage.slug if group.stage else "",
        "" if group.member_count is None else str(group.member_count),
        _day(group.founded_on),
        _day(group.checked_on),
        group.state_label(),
        absolute_url(group.get_absolute_url()),
        on.isoformat(),
    ]


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""
