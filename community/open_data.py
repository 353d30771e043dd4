"""The KIM and what citizens brought, as tables without a word of a person."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Count, Max
from django.db.models.functions import TruncMonth

from cilegon_portal.addresses import absolute_url
from cilegon_portal.open_data import Column, Dataset, Row, one_of
from cilegon_portal.regions.shapes import geometry_of
from cilegon_portal.templatetags.tanggal import WIB
from community.aspirations import Aspiration, AspirationKind, AspirationState
from community.coverage import Coverage, RegionReach, coverage
from community.groups import ActivityStatus, Group, Level
from community.terms import TermState

_AT_ONCE = 500


def tables() -> list[Dataset]:
    """Return the register, the coverage and the statistics."""
    return [
        Dataset(
            slug="kim",
            title="Daftar KIM",
            summary="KIM yang terbit, dengan wilayah dan masa baktinya. Tanpa nama dan kontak orang.",
            columns=(
                Column("id", "Nomor KIM; tetap."),
                Column("alamat", "Alamat halamannya."),
                Column("nama", "Nama."),
                Column("tingkat", f"{one_of(Level)}."),
                Column("kode_wilayah", "Kode Kemendagri."),
                Column("wilayah", "Wilayah dengan tingkatnya."),
                Column("keaktifan", f"{one_of(ActivityStatus)}."),
                Column("masa_bakti", f"Pada hari data diambil: {one_of(TermState)}."),
                Column("berakhir_pada", "Hari terakhir masa bakti."),
                Column("tahap", "Tahap pembinaan."),
                Column("anggota", "Jumlah anggota."),
                Column("berdiri_pada", "Tanggal berdiri."),
            ),
            rows=_groups,
            updated_at=_groups_updated_at,
        ),
        Dataset(
            slug="sebaran-kim",
            title="Sebaran KIM",
            summary="Delapan kecamatan dan 43 kelurahan: punya KIM, masa bakti berakhir, atau belum ada.",
            columns=(
                Column("kode_kemendagri", "Kode wilayah."),
                Column("tingkat", "kecamatan atau kelurahan."),
                Column("nama", "Nama wilayah."),
                Column("kode_kecamatan", "Kode kecamatan dari sebuah kelurahan."),
                Column("keadaan", "punya, berakhir, atau belum."),
                Column("kim", "KIM yang menentukannya, dipisah titik koma."),
            ),
            rows=_coverage,
            updated_at=_groups_updated_at,
        ),
        Dataset(
            slug="kecamatan",
            title="Kecamatan",
            summary="Delapan kecamatan dengan jumlah kelurahan yang punya KIM. Batas perkiraan, olahan dari wilayah_boundaries (lisensi MIT).",
            columns=(
                Column("kode_kemendagri", "Kode kecamatan."),
                Column("nama", "Nama kecamatan."),
                Column("kelurahan", "Jumlah kelurahan."),
                Column("kelurahan_punya_kim", "Berapa di antaranya punya KIM."),
                Column("forum", "Keadaan forum kecamatan: punya, berakhir, atau belum."),
            ),
            rows=_districts,
            updated_at=_groups_updated_at,
            geometry=lambda row: geometry_of(str(row[0])),
        ),
        Dataset(
            slug="aspirasi",
            title="Statistik aspirasi",
            summary="Berapa aspirasi yang masuk tiap bulan, menurut jenis dan keadaan. Tanpa isi dan pengirim.",
            columns=(
                Column("bulan", "Bulan masuk (WIB), hari pertamanya."),
                Column("jenis", f"{one_of(AspirationKind)}."),
                Column("keadaan", f"Pada hari data diambil: {one_of(AspirationState)}."),
                Column("jumlah", "Berapa."),
            ),
            rows=_aspirations,
            updated_at=_aspirations_updated_at,
        ),
    ]


def _groups(at: datetime) -> Iterator[Row]:
    on = at.astimezone(WIB).date()
    for group in Group.objects.published(at).for_lists().iterator(chunk_size=_AT_ONCE):
        term = group.term(on)
        yield (
            group.pk,
            absolute_url(group.get_absolute_url()),
            group.name,
            group.level,
            group.region_id,
            group.region_text(),
            group.activity_status,
            term.state,
            term.ends_on,
            group.stage.name if group.stage else "",
            group.member_count,
            group.founded_on,
        )


def _coverage(at: datetime) -> Iterator[Row]:
    for district in coverage(at).districts:
        yield _reach(district, "")
        for village in district.villages:
            yield _reach(village, district.region.code)


def _reach(row: RegionReach, district: str) -> Row:
    region, names = row.region, "; ".join(group.name for group in row.groups)
    return (region.code, region.level, region.name, district, row.reach, names)


def _districts(at: datetime) -> Iterator[Row]:
    found: Coverage = coverage(at)
    for district in found.districts:
        region = district.region
        yield (
            region.code,
            region.name,
            district.village_count,
            district.reached_count,
            district.reach,
        )


def _aspirations(at: datetime) -> Iterator[Row]:
    rows: Any = (
        Aspiration.objects.filter(received_at__lte=at)
        .annotate(month=TruncMonth("received_at", tzinfo=WIB))
        .values_list("month", "kind", "state")
        .annotate(count=Count("pk"))
        .order_by("month", "kind", "state")
    )
    for month, kind, state, count in rows:
        yield (month.date(), kind, state, count)


def _groups_updated_at(at: datetime) -> datetime | None:
    newest = Group.objects.published(at).aggregate(Max("updated_at"), Max("boards__updated_at"))
    return max(filter(None, newest.values()), default=None)


def _aspirations_updated_at(at: datetime) -> datetime | None:
    newest: datetime | None = Aspiration.objects.aggregate(at=Max("updated_at"))["at"]
    return newest
