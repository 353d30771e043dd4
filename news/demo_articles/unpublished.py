"""Demo articles that readers do not see: one for each state that the newsroom knows."""

from cilegon_portal.publishing.models import Status
from news.demo_articles.record import DemoArticle
from news.models import Kind

ARTICLES = (
    DemoArticle(
        "Rencana Liputan Peresmian Balai Warga",
        "pemerintahan",
        "",
        "Draf yang masih menunggu kepastian jadwal dan foto.",
        """
        Balai warga selesai diperbaiki dan akan diresmikan. Jadwalnya masih menunggu kepastian.

        Tanyakan kepada kelurahan: siapa yang hadir, dan apakah warga boleh datang.
        """,
        ("Balai warga",),
        status=Status.DRAFT,
    ),
    DemoArticle(
        "Catatan Rapat Redaksi: Rubrik Tanya Jawab Layanan",
        "layanan-publik",
        "",
        "Bahan untuk rubrik baru: pertanyaan yang paling sering masuk lewat kelurahan.",
        """
        Pertanyaan terbanyak: pindah alamat, kartu keluarga baru, dan cara membaca jadwal layanan
        keliling.

        Jawaban disusun bersama petugas loket supaya sama dengan yang dikatakan di tempat.
        """,
        ("Layanan tatap muka",),
        status=Status.DRAFT,
        writer="penulis2",
    ),
    DemoArticle(
        "Gotong Royong Membersihkan Saluran Air di Gerogol",
        "lingkungan",
        "",
        "Warga membersihkan saluran air menjelang musim hujan bersama petugas kecamatan.",
        """
        Warga Kecamatan Gerogol membersihkan saluran air menjelang puncak musim hujan.

        Petugas kecamatan menyediakan karung dan kendaraan pengangkut.

        Warga sepakat mengulanginya setiap bulan selama musim hujan.
        """,
        ("Gotong royong", "Gerogol"),
        picture="saluran",
        region="Kecamatan Gerogol",
        dateline_place="Gerogol",
        status=Status.REVIEW,
    ),
    DemoArticle(
        "Jalan Kampung di Samangraya Diperbaiki Warga",
        "pembangunan",
        "",
        "Warga memperbaiki jalan kampung secara gotong royong supaya dapat dilalui sepeda motor.",
        """
        Warga Kelurahan Samangraya memperbaiki jalan kampung secara gotong royong.

        Bahan disediakan bersama, sedangkan pekerjaan dilakukan pada akhir pekan.
        """,
        ("Gotong royong", "Jalan", "Citangkil"),
        region="Kelurahan Samangraya",
        dateline_place="Citangkil",
        status=Status.RETURNED,
        note="Lengkapi panjang jalan yang diperbaiki dan keterangan dari kelurahan.",
    ),
    DemoArticle(
        "Jadwal Layanan Kependudukan Keliling Bulan Depan",
        "layanan-publik",
        "+10 08:00",
        "Mobil layanan singgah di setiap kecamatan; warga cukup membawa berkas asli dan salinannya.",
        """
        Jadwal layanan kependudukan keliling bulan depan diumumkan di setiap kantor kecamatan dan di
        portal ini.

        Warga diminta membawa berkas asli dan salinannya. Warga lanjut usia dan penyandang
        disabilitas didahulukan.

        Layanan tidak dipungut biaya.
        """,
        ("Kependudukan", "Layanan keliling"),
        kind=Kind.ANNOUNCEMENT,
    ),
    DemoArticle(
        "Penutupan Sementara Loket Pendaftaran di Ciwedus",
        "layanan-publik",
        "-40 08:00",
        "Loket ditutup sepekan selama perbaikan ruang layanan; warga dilayani di kantor kecamatan.",
        """
        Loket pendaftaran di Kelurahan Ciwedus ditutup sementara selama perbaikan ruang layanan.

        Warga dilayani di kantor kecamatan pada jam yang sama.
        """,
        ("Layanan tatap muka",),
        region="Kelurahan Ciwedus",
        kind=Kind.ANNOUNCEMENT,
        until="-33 17:00",
    ),
    DemoArticle(
        "Lomba Video Warga Dibuka untuk Umum",
        "literasi-digital",
        "2024-08-12 09:00",
        "Warga diajak membuat video pendek tentang informasi yang berguna di lingkungannya.",
        """
        Lomba video warga dibuka untuk umum, dengan tema informasi yang berguna di lingkungan.

        Video dikirim lewat kelurahan. Panjangnya paling lama dua menit.
        """,
        ("Lomba",),
        picture="kamera",
        status=Status.WITHDRAWN,
        note="Jadwal lomba dibatalkan panitia.",
    ),
    DemoArticle(
        "Jam Layanan Selama Ramadan Tahun Lalu",
        "layanan-publik",
        "2024-03-11 08:00",
        "Jam layanan kantor kelurahan dan kecamatan disesuaikan selama Ramadan.",
        """
        Selama Ramadan jam layanan kantor kelurahan dan kecamatan disesuaikan. Loket dibuka lebih
        pagi dan ditutup sebelum waktu berbuka.

        Setelah Idulfitri jam layanan kembali seperti biasa.
        """,
        ("Layanan tatap muka", "Ramadan"),
        kind=Kind.ANNOUNCEMENT,
        status=Status.ARCHIVED,
        note="Sudah tidak berlaku.",
    ),
)
