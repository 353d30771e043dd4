"""The news as a table: what articles are about, without their texts."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import Max

from cilegon_portal.addresses import absolute_url
from cilegon_portal.open_data import Column, Dataset, Row, one_of
from news.models import Article, InformationClass, Kind, Verdict

_AT_ONCE = 1_000
_COLUMNS = (
    Column("id", "Nomor berita; tetap."),
    Column("nomor_lama", "Nomor di situs lama, bila ada."),
    Column("alamat", "Alamat halamannya."),
    Column("judul", "Judul."),
    Column("ringkasan", "Ringkasan."),
    Column("jenis", f"{one_of(Kind)}."),
    Column("hasil", f"Hasil pemeriksaan sebuah klarifikasi: {one_of(Verdict)}."),
    Column("kategori", "Kategori."),
    Column("tag", "Tag, dipisah titik koma."),
    Column("kode_wilayah", "Kode Kemendagri tempat kejadiannya, bila ada."),
    Column("kelas_informasi", f"Kelas menurut UU 14/2008: {one_of(InformationClass)}."),
    Column("terbit_pada", "Waktu terbit, ISO 8601 dengan zona."),
    Column("diubah_pada", "Waktu disimpan terakhir."),
)


def articles() -> Dataset:
    """Return the table of public articles, newest first."""
    return Dataset(
        slug="berita",
        title="Berita",
        summary="Semua berita yang terbit, tanpa isinya.",
        columns=_COLUMNS,
        rows=_rows,
        updated_at=_updated_at,
    )


def _rows(at: datetime) -> Iterator[Row]:
    rows = Article.objects.published(at).for_api()
    for article in rows.iterator(chunk_size=_AT_ONCE):
        yield (
            article.pk,
            article.legacy_id,
            absolute_url(article.get_absolute_url()),
            article.title,
            article.summary,
            article.kind,
            article.verdict,
            article.category.name,
            "; ".join(sorted(tag.name for tag in article.tags.all())),
            article.region_id,
            article.information_class,
            article.published_at,
            article.updated_at,
        )


def _updated_at(at: datetime) -> datetime | None:
    newest: datetime | None = Article.objects.published(at).aggregate(at=Max("updated_at"))["at"]
    return newest
