"""The topics of the demo articles: address → name and what it is about."""

from typing import Final

CATEGORIES: Final = {
    "kim-warga": ("KIM", "Kegiatan Kelompok Informasi Masyarakat di kecamatan dan kelurahan."),
    "pemerintahan": ("Pemerintahan", "Rapat, kunjungan, dan keterbukaan informasi pemerintah kota."),
    "pembangunan": ("Pembangunan", "Jalan, air bersih, penerangan, dan perbaikan di lingkungan."),
    "layanan-publik": ("Layanan Publik", "Kependudukan, perizinan, dan layanan daring bagi warga."),
    "keagamaan": ("Keagamaan", "Pengajian, pesantren, dan kegiatan majelis taklim."),
    "literasi-digital": ("Literasi Digital", "Memeriksa kabar dan menjaga diri di ruang daring."),
    "lingkungan": ("Lingkungan", "Sampah, penghijauan, pesisir, dan musim hujan."),
    "perhubungan": ("Perhubungan", "Angkutan, lalu lintas, dan penyeberangan Merak."),
    "ekonomi": ("Ekonomi", "Pasar, usaha kecil, nelayan, dan pelatihan kerja."),
    "kesehatan": ("Kesehatan", "Puskesmas, posyandu, dan hidup sehat."),
    "pendidikan": ("Pendidikan", "Sekolah, perpustakaan, dan taman baca."),
}  # fmt: skip
