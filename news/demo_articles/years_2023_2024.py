"""Demo articles of 2023 and 2024: the last with fixed dates."""

from news.demo_articles.record import DemoArticle
from news.models import Kind, Verdict

ARTICLES = (
    DemoArticle(
        "Foto Banjir yang Beredar Bukan dari Cilegon",
        "literasi-digital",
        "2023-01-17 16:00",
        "Foto lama dari daerah lain dibagikan ulang dengan keterangan keliru saat hujan deras turun "
        "di Cilegon.",
        """
        Foto jalan yang terendam banjir dibagikan ulang seolah-olah terjadi di Cilegon hari ini.

        Petugas lapangan memastikan ruas jalan yang disebut dalam pesan dapat dilalui.

        Untuk memeriksa foto, gunakan pencarian gambar dan perhatikan papan nama, pelat nomor, serta
        bentuk marka jalan. Pada foto ini, papan nama toko menunjukkan kota lain.
        """,
        ("Hoaks", "Musim hujan", "Literasi digital"),
        picture="literasi",
        kind=Kind.CLARIFICATION,
        claim="Foto menunjukkan jalan utama Cilegon terendam banjir setinggi kap mobil.",
        verdict=Verdict.MISLEADING,
        explanation="Fotonya asli, tetapi diambil di daerah lain beberapa tahun sebelumnya.",
        evidence="<ul><li>Foto yang sama sudah dimuat beberapa tahun sebelumnya dengan nama kota "
        "lain.</li><li>Petugas melintasi ruas jalan itu pada hari yang sama.</li></ul>",
    ),
    DemoArticle(
        "Pos Istirahat Mudik Dibuka di Jalur Menuju Merak",
        "perhubungan",
        "2023-04-14 13:45",
        "Pemudik dapat beristirahat, memeriksa tekanan darah, dan bertanya tentang jalur menuju "
        "pelabuhan.",
        """
        Pos istirahat bagi pemudik dibuka di jalur menuju Pelabuhan Merak. Pengemudi dapat berhenti,
        merebahkan badan, dan memeriksa tekanan darah tanpa biaya.

        Petugas memberi informasi tentang jalur, kantong parkir, dan jam yang biasanya padat.
        Pemudik bersepeda motor mendapat tempat teduh tersendiri.

        Tiket penyeberangan dibeli sebelum berangkat. Petugas mengingatkan agar pemudik tidak
        membeli tiket dari perantara di jalan.

        Keluarga yang membawa anak kecil dapat memakai ruang menyusui di bagian belakang pos.
        """,
        ("Merak", "Pelabuhan", "Mudik"),
        picture="aspal",
        region="Kecamatan Pulomerak",
        dateline_place="Pulomerak",
    ),
    DemoArticle(
        "Taman Kota Ditanami Pohon Peneduh",
        "lingkungan",
        "2023-07-25 09:30",
        "Jenis pohon dipilih yang akarnya tidak merusak trotoar; warga sekitar ikut merawat dan "
        "memberi nama.",
        """
        Taman kota mendapat pohon peneduh baru. Jenisnya dipilih yang tajuknya lebar, tetapi akarnya
        tidak mengangkat trotoar.

        Bibit ditanam berselang-seling supaya bangku taman mendapat bayangan pada siang hari. Tanah
        di sekitar batang ditutup serasah agar tidak cepat kering.

        Warga sekitar ikut merawat. Setiap pohon mendapat papan nama kecil berisi nama jenis dan
        kelompok yang menyiramnya.

        Pengunjung diminta tidak mengikat spanduk atau memaku batang pohon.
        """,
        ("Taman", "Penghijauan"),
        picture="taman",
        writer="penulis2",
    ),
    DemoArticle(
        "Siaran Pers: Statistik Sektoral Kota Dapat Diunduh Warga",
        "pemerintahan",
        "2023-10-03 10:15",
        "Tabel penduduk, sekolah, dan layanan disusun dengan keterangan sumber dan tanggal "
        "pembaruan, dalam bentuk yang mudah diolah.",
        """
        Data statistik sektoral Kota Cilegon dapat diunduh warga. Setiap tabel disertai keterangan
        sumber, satuan, dan tanggal pembaruan.

        Berkas disediakan dalam bentuk yang dapat dibuka di pengolah angka, sehingga mahasiswa,
        wartawan, dan pelaku usaha tidak perlu menyalin ulang.

        Bila menemukan angka yang janggal, pengguna data dapat bertanya kepada walidata di
        Diskominfo. Perbaikan dicatat di halaman yang sama.

        Data perorangan tidak dibuka. Angka yang terlalu kecil digabungkan supaya orang tidak dapat
        dikenali.
        """,
        ("Data terbuka", "Statistik", "Informasi publik"),
        picture="grafik",
        kind=Kind.PRESS_RELEASE,
    ),
    DemoArticle(
        "Benar, Mengurus KTP Elektronik Tidak Dipungut Biaya",
        "layanan-publik",
        "2024-03-05 09:50",
        "Pesan yang menyebut KTP elektronik gratis memang benar. Laporkan bila ada yang meminta "
        "bayaran.",
        """
        Sejumlah warga bertanya apakah pesan tentang KTP elektronik gratis benar adanya. Jawabannya:
        benar.

        Pengurusan dan penerbitan dokumen kependudukan tidak dipungut biaya, baik untuk perekaman
        baru maupun penggantian kartu yang rusak.

        Bila ada yang meminta bayaran dengan alasan apa pun, catat waktu dan tempatnya, lalu
        laporkan melalui SP4N-LAPOR! atau langsung ke kelurahan.
        """,
        ("Kependudukan", "Hoaks"),
        kind=Kind.CLARIFICATION,
        claim="Mengurus dan mencetak KTP elektronik tidak dipungut biaya.",
        verdict=Verdict.TRUE,
        explanation="Pengurusan dan penerbitan dokumen kependudukan memang tidak dipungut biaya.",
        evidence="<ul><li>Undang-Undang Nomor 24 Tahun 2013 tentang Administrasi Kependudukan, Pasal "
        "79A.</li></ul>",
    ),
    DemoArticle(
        "Pengumuman Pemeliharaan Jaringan Layanan Daring",
        "layanan-publik",
        "2024-05-20 08:00",
        "Layanan daring kota tidak dapat dibuka selama pemeliharaan malam hari. Layanan tatap muka "
        "tetap berjalan.",
        """
        Layanan daring pemerintah kota dipelihara pada malam hari dan tidak dapat dibuka untuk
        sementara.

        Layanan tatap muka di kantor kelurahan dan kecamatan tetap berjalan seperti biasa.

        Permohonan yang sudah dikirim sebelum pemeliharaan tidak perlu diulang. Nomor antreannya
        tetap berlaku.
        """,
        ("Layanan daring",),
        kind=Kind.ANNOUNCEMENT,
    ),
    DemoArticle(
        "Internet Publik di Kantor Kelurahan Kembali Tersambung",
        "layanan-publik",
        "2024-07-16 15:20",
        "Petugas mengganti alat yang rusak dan memindahkan kabel ke jalur yang lebih aman dari "
        "hujan.",
        """
        Sambungan internet publik di beberapa kantor kelurahan kembali tersambung setelah petugas
        mengganti alat yang rusak.

        Kabel dipindahkan ke jalur yang lebih aman dari hujan. Alat cadangan disiapkan di kecamatan
        supaya perbaikan berikutnya lebih cepat.

        Warga dapat memakai sambungan itu untuk mengisi borang layanan dan mencari informasi. Kata
        sandinya ditempel di papan pengumuman kelurahan.

        Petugas mengingatkan agar warga tidak membuka layanan perbankan lewat sambungan umum.
        """,
        ("Internet publik", "Layanan daring"),
        picture="menara",
    ),
    DemoArticle(
        "Pengajian Muharam Bahas Cara Berbagi di Lingkungan Sendiri",
        "keagamaan",
        "2024-07-19 16:10",
        "Jamaah diajak memulai dari tetangga terdekat: menjenguk yang sakit dan mencatat yang "
        "membutuhkan bantuan.",
        """
        Pengajian bulan Muharam di Kecamatan Gerogol membahas cara berbagi yang paling dekat: di
        lingkungan sendiri.

        Jamaah diajak mencatat tetangga yang sakit, lanjut usia, atau tinggal sendiri. Catatan itu
        disimpan pengurus dan tidak dibagikan di grup percakapan.

        Bantuan diantar tanpa difoto, kecuali penerimanya tidak keberatan.

        Seusai pengajian, pengurus membuka meja konsultasi tentang layanan sosial di kelurahan.
        """,
        ("Pengajian", "FKMT", "Gerogol"),
        picture="kitab",
        region="Kecamatan Gerogol",
        dateline_place="Gerogol",
    ),
)
