"""The public pages that every check of test_public_pages.py visits; one line each.

What stands at these addresses is made in content.py.
"""

from dataclasses import dataclass

CODE = "K7P4M-2XRHW-9QTBN"
REGISTRATION_CODE = "R7P4M-2XRHW-9QTBN"
ARTICLE = "/berita/jalan-lingkar-dibuka/"


@dataclass(frozen=True)
class PublicPage:
    """An address, and the status that it answers with."""

    path: str
    status: int = 200


PAGES = [
    PublicPage("/"),
    PublicPage("/api/v1/docs/"),
    PublicPage("/data/"),
    PublicPage("/berita/sematkan/"),
    PublicPage("/agenda/sematkan/"),
    PublicPage("/agenda/"),
    PublicPage("/agenda/?jenis=rapat-paripurna"),
    PublicPage("/agenda/?dari=kemarin", status=400),
    PublicPage("/agenda/2019/"),
    PublicPage("/agenda/2019/09/"),
    PublicPage("/agenda/2019/10/"),
    PublicPage("/agenda/2019/09/24/"),
    PublicPage("/agenda/2019/09/29/"),
    PublicPage("/agenda/acara/rapat-paripurna/"),
    PublicPage("/agenda/acara/gerak-jalan/"),
    PublicPage("/agenda/acara/pengajian-rutin/"),
    PublicPage("/agenda/acara/pengajian-rutin/2019-09-14/"),
    PublicPage("/agenda/pejabat/wali-kota/"),
    PublicPage("/aspirasi/"),
    PublicPage(f"/aspirasi/{CODE}/"),
    PublicPage("/aspirasi/22222-22222-22222/", status=404),
    PublicPage("/berita/"),
    PublicPage("/berita/?halaman=2"),
    PublicPage("/berita/kategori/pemerintahan/"),
    PublicPage("/berita/tag/jalan/"),
    PublicPage("/berita/jenis/klarifikasi/"),
    PublicPage("/berita/arsip/2019/"),
    PublicPage("/berita/arsip/2019/09/"),
    PublicPage(ARTICLE),
    PublicPage("/berita/klarifikasi-pesan-bantuan/"),
    PublicPage("/berita/kiriman-warga/"),
    PublicPage("/berita/pengumuman-tanpa-foto/"),
    PublicPage("/cari/"),
    PublicPage("/cari/?q=jalan"),
    PublicPage("/cari/?q=tidakadasamasekali"),
    PublicPage("/cari/?q=citangkil"),
    PublicPage("/cari/?q=jalan&halaman=2"),
    PublicPage("/cari/?q=jalan&jenis=berita&kategori=pemerintahan&tahun=2019&urut=terbaru"),
    PublicPage("/cari/?q=jalan&tahun=1999"),
    PublicPage("/cari/?q=jalan&tahun=99&wilayah=serang"),
    PublicPage("/cari/?q=jallan+pertanggungjawabankeuangandaerahkotacilegontahunanggaran"),
    PublicPage("/cari/?q=www.slot.example", status=400),
    PublicPage("/kim/"),
    PublicPage("/kim/?halaman=2"),
    PublicPage("/kim/?kecamatan=gerogol"),
    PublicPage("/kim/?q=tidakadasamasekali"),
    PublicPage("/kim/?kecamatan=serang", status=400),
    PublicPage("/kim/kim-citangkil/"),
    PublicPage("/kim/kim-panjang/"),
    PublicPage("/kim/kim-citangkil/kegiatan/"),
    PublicPage("/kim/kim-citangkil/kegiatan/9001/"),
    PublicPage("/kim/kim-panjang/kegiatan/9002/"),
    PublicPage("/kim/daftar/"),
    PublicPage(f"/kim/daftar/{REGISTRATION_CODE}/"),
    PublicPage("/kim/sebaran/"),
    PublicPage("/tentang/"),
    PublicPage("/privasi/"),
    PublicPage("/umpan/"),
    PublicPage("/halaman-yang-tidak-ada/", status=404),
]
