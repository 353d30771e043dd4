"""The agenda as a table: each date of public events, as everybody may read of it."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Max

from agenda.occurrences import Occurrence, OccurrenceStatus
from cilegon_portal.addresses import absolute_url
from cilegon_portal.open_data import Column, Dataset, Row, one_of

_AT_ONCE = 1_000
_COLUMNS = (
    Column("id", "Nomor tanggal acara; tetap."),
    Column("id_acara", "Nomor acara; tanggal sebuah seri memiliki nomor yang sama."),
    Column("alamat", "Alamat halamannya."),
    Column("acara", "Nama acara."),
    Column("jenis", "Jenis acara."),
    Column("terbuka_untuk", "terbuka atau undangan."),
    Column("keadaan", f"{one_of(OccurrenceStatus)}."),
    Column("sebab", "Mengapa berubah, bila ada."),
    Column("mulai", "Waktu mulai, ISO 8601 dengan zona; bila jamnya berupa kata, perkiraan."),
    Column("selesai", "Waktu selesai, bila ditentukan."),
    Column("sepanjang_hari", "ya atau tidak."),
    Column("waktu", "Hari dan jam dalam kata."),
    Column("tempat", "Tempat."),
    Column("kode_wilayah", "Kode Kemendagri tempat yang tersimpan, bila ada."),
    Column("penyelenggara", "Penyelenggara; kosong untuk undangan."),
    Column("pejabat", "Siapa yang hadir atau diwakili, dipisah titik koma."),
    Column("diubah_pada", "Waktu disimpan terakhir."),
)


def occurrences() -> Dataset:
    """Return the table of public dates in the order of time."""
    return Dataset(
        slug="agenda",
        title="Agenda",
        summary="Setiap tanggal acara yang diumumkan, yang lalu dan yang akan datang.",
        columns=_COLUMNS,
        rows=_rows,
        updated_at=_updated_at,
    )


def _rows(at: datetime) -> Iterator[Row]:
    rows = Occurrence.objects.published(at).in_order().for_lists()
    for row in rows.iterator(chunk_size=_AT_ONCE):
        event, venue = row.event, row.place_venue()
        yield (
            row.pk,
            event.pk,
            absolute_url(row.get_absolute_url()),
            event.title,
            event.event_type.name,
            event.audience,
            row.status,
            row.reason,
            row.starts_at,
            row.ends_at,
            row.is_all_day,
            row.slot.in_words(),
            row.place_text(),
            venue.region_id if venue else None,
            event.organiser_text() if event.shows_details() else "",
            "; ".join(item.in_words() for item in row.attending()),
            row.saved_at(),
        )


def _updated_at(at: datetime) -> datetime | None:
    newest = Occurrence.objects.published(at).aggregate(Max("updated_at"), Max("event__updated_at"))
    return max(filter(None, newest.values()), default=None)
