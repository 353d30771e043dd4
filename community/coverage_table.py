"""Coverage as a table: one line a region, the 8 kecamatan and the 43 kelurahan."""

from collections.abc import Iterator

from community.coverage import Coverage, RegionReach

COLUMNS = (
    "kode_kemendagri",
    "tingkat",
    "nama",
    "kode_kecamatan",
    "kecamatan",
    "status",
    "kim",
    "per_tanggal",
)


def table(coverage: Coverage) -> Iterator[list[str]]:
    """Yield the header and a line for each region; codes keep their dots, so they stay strings."""
    yield list(COLUMNS)
    on = coverage.on.isoformat()
    for district in coverage.districts:
        region = district.region
        yield [region.pk, region.level, region.name, "", "", district.reach, _names(district), on]
        for village in district.villages:
            below = village.region
            yield [
                below.pk, below.level, below.name, region.pk, region.name, village.reach,
                _names(village), on,
            ]  # fmt: skip


def _names(reach: RegionReach) -> str:
    return "; ".join(group.name for group in reach.groups)
