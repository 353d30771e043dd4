"""The public pages that every check of test_public_pages.py visits; one line each.

What stands at these addresses is made in content.py.
"""

from dataclasses import dataclass

ARTICLE = "/berita/jalan-lingkar-dibuka/"


@dataclass(frozen=True)
class PublicPage:
    """An address, and the status that it answers with."""

    path: str
    status: int = 200


PAGES = [
    PublicPage("/"),
    PublicPage("/berita/"),
    PublicPage("/berita/?halaman=2"),
    PublicPage("/berita/kategori/pemerintahan/"),
    PublicPage("/berita/tag/jalan/"),
    PublicPage("/berita/jenis/klarifikasi/"),
    PublicPage("/berita/arsip/2019/"),
    PublicPage("/berita/arsip/2019/09/"),
    PublicPage(ARTICLE),
    PublicPage("/berita/klarifikasi-pesan-bantuan/"),
    PublicPage("/berita/pengumuman-tanpa-foto/"),
    PublicPage("/cari/"),
    PublicPage("/cari/?q=jalan"),
    PublicPage("/cari/?q=tidakadasamasekali"),
    PublicPage("/tentang/"),
    PublicPage("/privasi/"),
    PublicPage("/umpan/"),
    PublicPage("/halaman-yang-tidak-ada/", status=404),
]
