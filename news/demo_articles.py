"""The words of the demo articles. Nobody in them is a real person: offices speak, by role."""

from dataclasses import dataclass, field

from cilegon_portal.publishing.models import Status
from news.models import Kind, Verdict

CATEGORIES = {
    "kim-warga": "KIM",
    "pemerintahan": "Pemerintahan",
    "pembangunan": "Pembangunan",
    "layanan-publik": "Layanan Publik",
    "keagamaan": "Keagamaan",
    "literasi-digital": "Literasi Digital",
    "lingkungan": "Lingkungan",
    "perhubungan": "Perhubungan",
    "ekonomi": "Ekonomi",
    "kesehatan": "Kesehatan",
    "pendidikan": "Pendidikan",
}


@dataclass(frozen=True)
class DemoArticle:
    """One article; ``published_at`` is WIB without zone, ``paragraphs`` plain text."""

    title: str
    category: str
    published_at: str
    summary: str
    paragraphs: tuple[str, ...]
    tags: tuple[str, ...]
    kind: str = Kind.NEWS
    status: str = Status.PUBLISHED
    claim: str = ""
    verdict: str = ""
    explanation: str = field(default="")
    unpublish_at: str = ""
    review_note: str = ""
    picture: str = ""  # an illustration of demo_pictures.py


ARTICLES = (
    DemoArticle(
        "Warga Pesisir Ciwandan Tanam Bibit Mangrove",
        "lingkungan",
        "2019-09-18T11:15",
        "Penanaman dilakukan bersama kelompok pemuda dan sekolah di sekitar pantai untuk menahan abrasi.",
        (
            "Warga pesisir Kecamatan Ciwandan menanam bibit mangrove di tepi pantai bersama kelompok pemuda dan siswa sekolah setempat.",
            "Kepala bidang yang menangani lingkungan mengatakan, bibit dipilih dari jenis yang tumbuh alami di pesisir Cilegon supaya lebih tahan gelombang.",
            "Perawatan setelah tanam diserahkan kepada kelompok warga dengan jadwal pemantauan setiap bulan.",
        ),
        ("Mangrove", "Ciwandan"),
        picture="mangrove",
    ),
    DemoArticle(
        "Mobil Layanan Kependudukan Keliling Singgah di Pulomerak",
        "layanan-publik",
        "2019-09-19T09:30",
        "Warga dapat mengurus KTP elektronik dan akta kelahiran tanpa datang ke pusat kota, cukup di halaman kantor kelurahan.",
        (
            "Layanan kependudukan keliling dibuka di Kecamatan Pulomerak agar warga tidak perlu menempuh jarak jauh ke pusat kota.",
            "Petugas melayani perekaman KTP elektronik, perubahan kartu keluarga, dan akta kelahiran. Warga diminta membawa berkas asli dan salinannya.",
            "Jadwal kelurahan berikutnya diumumkan melalui kantor kecamatan dan pengurus RT.",
        ),
        ("Kependudukan", "Pulomerak"),
        picture="layanan",
    ),
    DemoArticle(
        "Lima Langkah Memeriksa Kabar Sebelum Membagikannya",
        "literasi-digital",
        "2019-09-21T16:20",
        "Baca judul dengan tenang, periksa sumber, lalu cari bantahan resmi sebelum meneruskan pesan ke grup keluarga.",
        (
            "Pesan berantai sering datang dengan judul yang memancing emosi. Langkah pertama adalah membaca isinya sampai selesai.",
            "Langkah berikutnya: periksa siapa yang menulis, kapan ditulis, dan apakah fotonya pernah dipakai untuk peristiwa lain.",
            "Bila masih ragu, jangan diteruskan. Tanyakan kepada pengurus KIM atau Diskominfo.",
        ),
        ("Hoaks", "Literasi digital"),
        picture="literasi",
    ),
    DemoArticle(
        "Aspal Plastik Mulai Digelar di Jalan Kota Cilegon",
        "pembangunan",
        "2019-09-23T14:10",
        "Campuran limbah plastik dipakai pada lapis atas jalan. Pengguna jalan diminta mengikuti pengaturan lalu lintas.",
        (
            "Penggelaran aspal dengan campuran limbah plastik dimulai pada salah satu ruas jalan kota.",
            "Dinas yang menangani pekerjaan umum menjelaskan, plastik yang dipakai adalah cacahan kantong kresek yang sudah dibersihkan.",
            "Selama pekerjaan berlangsung, arus kendaraan diatur bergantian dan warga diminta mengurangi kecepatan.",
        ),
        ("Jalan", "Aspal plastik"),
        picture="aspal",
    ),
    DemoArticle(
        "Pemkot Bontang Belajar Layanan Informasi Publik ke Cilegon",
        "pemerintahan",
        "2019-09-23T10:05",
        "Rombongan meninjau pengelolaan portal kota dan pembinaan Kelompok Informasi Masyarakat di tingkat kecamatan.",
        (
            "Pemerintah Kota Cilegon menerima kunjungan kerja Pemerintah Kota Bontang yang ingin bertukar pengalaman mengelola informasi publik.",
            "Dalam pertemuan itu dibahas cara memperbarui portal, menjawab permohonan informasi, dan membina KIM.",
            "Kedua pihak sepakat bertukar bahan pelatihan untuk petugas pengelola informasi.",
        ),
        ("Kunjungan", "KIM"),
        picture="kunjungan",
    ),
    DemoArticle(
        "Pengajian FKMT Angkat Tema Adab Bermedia Sosial",
        "keagamaan",
        "2019-09-20T15:45",
        "Pengajian rutin terbuka untuk anggota majelis taklim dari delapan kecamatan dan membahas etika membagikan kabar.",
        (
            "Forum Komunikasi Majelis Taklim menggelar pengajian rutin dengan tema adab bermedia sosial.",
            "Peserta diajak memeriksa kabar sebelum membagikannya dan menjaga tutur kata di ruang daring.",
            "Pengajian berikutnya tetap terbuka bagi jamaah dari seluruh kecamatan.",
        ),
        ("FKMT", "Pengajian"),
        picture="majelis",
    ),
    DemoArticle(
        "Rapat Paripurna DPRD Terbuka untuk Umum, Ini Tata Tertibnya",
        "pemerintahan",
        "2019-09-22T08:00",
        "Warga dapat hadir di balkon ruang sidang. Kursi terbatas dan dibuka tiga puluh menit sebelum rapat dimulai.",
        (
            "Rapat paripurna dapat diikuti warga dari balkon ruang sidang dengan menaati tata tertib.",
            "Pengunjung diminta mengisi buku tamu, berpakaian rapi, dan tidak memotret dengan lampu kilat.",
            "Bagi yang tidak dapat hadir, ringkasan rapat dimuat di portal ini.",
        ),
        ("DPRD", "Rapat paripurna"),
        picture="paripurna",
    ),
    DemoArticle(
        "Pelatihan Pengelasan untuk Pemuda Kota Baja Dibuka",
        "ekonomi",
        "2019-09-16T13:00",
        "Pelatihan dasar pengelasan dibuka bagi pemuda Cilegon yang sedang mencari kerja, dengan praktik di bengkel mitra.",
        (
            "Pemerintah kota membuka pelatihan dasar pengelasan bagi pemuda yang sedang mencari kerja.",
            "Peserta belajar keselamatan kerja lebih dulu sebelum praktik di bengkel mitra.",
            "Pendaftaran dilakukan di kantor dinas yang menangani ketenagakerjaan tanpa pungutan biaya.",
        ),
        ("Pelatihan", "Ketenagakerjaan"),
        picture="baja",
    ),
    DemoArticle(
        "Arus Penyeberangan Merak Lancar, Pengguna Diminta Datang Lebih Awal",
        "perhubungan",
        "2019-09-17T17:00",
        "Petugas mengimbau calon penumpang membeli tiket sebelum berangkat dan tiba di pelabuhan lebih awal.",
        (
            "Arus kendaraan menuju Pelabuhan Merak terpantau lancar sepanjang hari.",
            "Petugas di lapangan mengimbau calon penumpang membeli tiket sebelum berangkat agar tidak menumpuk di gerbang.",
            "Bila cuaca memburuk, informasi penundaan disampaikan melalui pengeras suara dan kanal resmi pelabuhan.",
        ),
        ("Merak", "Pelabuhan"),
        picture="pelabuhan",
    ),
    DemoArticle(
        "Posyandu Remaja Dibuka di Kelurahan-Kelurahan Jombang",
        "kesehatan",
        "2021-03-11T10:00",
        "Remaja dapat memeriksa tekanan darah, berat badan, dan berkonsultasi gizi di pos terdekat sebulan sekali.",
        (
            "Kecamatan Jombang membuka posyandu remaja di sejumlah kelurahan.",
            "Di pos itu remaja dapat memeriksa berat dan tinggi badan serta bertanya tentang gizi kepada petugas puskesmas.",
            "Kader setempat menyusun jadwal bulanan yang ditempel di balai warga.",
        ),
        ("Posyandu", "Jombang"),
        picture="layanan",
    ),
    DemoArticle(
        "Perpustakaan Keliling Datangi Sekolah di Cibeber",
        "pendidikan",
        "2021-08-24T09:00",
        "Mobil perpustakaan membawa buku cerita dan sains populer, dan singgah bergiliran di sekolah dasar.",
        (
            "Mobil perpustakaan keliling kembali mengunjungi sekolah dasar di Kecamatan Cibeber.",
            "Siswa boleh meminjam dua buku dan mengembalikannya pada kunjungan berikutnya.",
            "Guru dapat mengusulkan judul yang dibutuhkan kelasnya.",
        ),
        ("Perpustakaan", "Cibeber"),
        picture="layanan",
    ),
    DemoArticle(
        "Tidak Benar Ada Pendaftaran Bantuan lewat Tautan Pesan Berantai",
        "literasi-digital",
        "2022-02-08T14:30",
        "Tautan yang beredar di grup percakapan meminta data pribadi. Pemerintah kota tidak pernah membuka pendaftaran semacam itu.",
        (
            "Sebuah pesan berantai mengajak warga mengisi borang bantuan melalui tautan yang tidak dikenal.",
            "Warga yang telanjur mengisi disarankan mengganti kata sandi dan melapor kepada pengurus KIM atau Diskominfo.",
        ),
        ("Hoaks", "Bantuan sosial"),
        kind=Kind.CLARIFICATION,
        claim="Pemerintah kota membuka pendaftaran bantuan tunai melalui tautan di pesan WhatsApp.",
        verdict=Verdict.HOAX,
        explanation="Penyaluran bantuan dilakukan melalui kelurahan dengan data resmi, tidak melalui tautan pesan.",
    ),
    DemoArticle(
        "Foto Banjir yang Beredar Bukan dari Cilegon",
        "literasi-digital",
        "2023-01-17T16:00",
        "Foto lama dari daerah lain dibagikan ulang dengan keterangan keliru saat hujan deras turun di Cilegon.",
        (
            "Foto jalan yang terendam banjir dibagikan ulang seolah-olah terjadi di Cilegon hari ini.",
            "Petugas lapangan memastikan ruas jalan yang disebut dalam pesan dapat dilalui.",
        ),
        ("Hoaks", "Banjir"),
        kind=Kind.CLARIFICATION,
        claim="Foto menunjukkan jalan utama Cilegon terendam banjir setinggi kap mobil.",
        verdict=Verdict.MISLEADING,
        explanation="Fotonya asli, tetapi diambil di daerah lain beberapa tahun sebelumnya.",
        picture="literasi",
    ),
    DemoArticle(
        "Pengumuman Pemeliharaan Jaringan Layanan Daring",
        "layanan-publik",
        "2024-05-20T08:00",
        "Layanan daring kota tidak dapat dibuka selama pemeliharaan malam hari. Layanan tatap muka tetap berjalan.",
        (
            "Layanan daring pemerintah kota dipelihara pada malam hari dan tidak dapat dibuka untuk sementara.",
            "Layanan tatap muka di kantor kelurahan dan kecamatan tetap berjalan seperti biasa.",
        ),
        ("Layanan daring",),
        kind=Kind.ANNOUNCEMENT,
    ),
    DemoArticle(
        "Siaran Pers: Portal Kota Kini Lebih Ringan di Ponsel",
        "layanan-publik",
        "2026-10-05T10:00",
        "Halaman portal dirancang ulang agar terbuka cepat di ponsel murah dan hemat kuota, tanpa iklan dan tanpa pelacak.",
        (
            "Diskominfo Kota Cilegon merancang ulang portal kota agar lebih ringan dibuka di ponsel.",
            "Halaman tidak memasang kuki bagi pengunjung dan tidak memuat apa pun dari pihak ketiga.",
            "Warga dapat membagikan berita ke WhatsApp langsung dari halaman.",
        ),
        ("Portal", "Layanan daring"),
        kind=Kind.PRESS_RELEASE,
        picture="literasi",
    ),
    DemoArticle(
        "KIM Kecamatan Berlatih Menulis Berita Warga",
        "kim-warga",
        "2026-11-02T13:30",
        "Pengurus KIM dari delapan kecamatan belajar menulis kabar kegiatan dengan jelas: apa, siapa, kapan, dan di mana.",
        (
            "Pengurus KIM dari delapan kecamatan mengikuti pelatihan menulis kabar kegiatan warga.",
            "Peserta berlatih menyusun teras berita, memeriksa nama dan tanggal, serta memilih foto yang menjelaskan.",
            "Hasil latihan akan disunting bersama dan dimuat di portal.",
        ),
        ("KIM", "Pelatihan"),
        picture="literasi",
    ),
    DemoArticle(
        "Jadwal Angkutan Pagi untuk Pelajar Citangkil Ditambah",
        "perhubungan",
        "2026-11-16T07:00",
        "Penambahan jadwal diharapkan mengurangi kepadatan di halte dekat sekolah pada jam masuk.",
        (
            "Dinas yang menangani perhubungan menambah jadwal angkutan pagi di Kecamatan Citangkil.",
            "Penambahan berlaku pada hari sekolah dan akan dinilai kembali pada akhir semester.",
            "Masukan warga dapat disampaikan melalui kelurahan.",
        ),
        ("Angkutan", "Citangkil"),
        picture="aspal",
    ),
    DemoArticle(
        "Taman Baca Warga Purwakarta Dibuka Kembali",
        "pendidikan",
        "2026-11-20T15:00",
        "Setelah diperbaiki warga dan kelurahan, taman baca kembali melayani anak-anak pada sore hari.",
        (
            "Taman baca di Kecamatan Purwakarta dibuka kembali setelah atapnya diperbaiki bersama warga.",
            "Anak-anak dapat membaca di tempat setiap sore dan meminjam buku pada akhir pekan.",
        ),
        ("Taman baca", "Purwakarta"),
        picture="kunjungan",
    ),
    DemoArticle(
        "Rencana Liputan Peresmian Balai Warga",
        "pemerintahan",
        "2026-11-23T09:00",
        "Draf yang masih menunggu kepastian jadwal dan foto.",
        (
            "Balai warga selesai diperbaiki dan akan diresmikan. Jadwalnya masih menunggu kepastian.",
        ),
        ("Balai warga",),
        status=Status.DRAFT,
    ),
    DemoArticle(
        "Gotong Royong Membersihkan Saluran Air di Gerogol",
        "lingkungan",
        "2026-11-23T10:00",
        "Warga membersihkan saluran air menjelang musim hujan bersama petugas kecamatan.",
        (
            "Warga Kecamatan Gerogol membersihkan saluran air menjelang puncak musim hujan.",
            "Petugas kecamatan menyediakan karung dan kendaraan pengangkut.",
        ),
        ("Gotong royong", "Gerogol"),
        status=Status.REVIEW,
    ),
    DemoArticle(
        "Jalan Kampung di Samangraya Diperbaiki Warga",
        "pembangunan",
        "2026-11-22T10:00",
        "Warga memperbaiki jalan kampung secara gotong royong; tulisan dikembalikan untuk dilengkapi.",
        ("Warga Kelurahan Samangraya memperbaiki jalan kampung secara gotong royong.",),
        ("Gotong royong", "Samangraya"),
        status=Status.RETURNED,
        review_note="Lengkapi panjang jalan yang diperbaiki dan keterangan dari kelurahan.",
    ),
    DemoArticle(
        "Jadwal Layanan Keliling Tahun Depan Diumumkan",
        "layanan-publik",
        "2036-01-02T08:00",
        "Contoh berita terjadwal: baru tampil bagi pembaca pada waktu terbitnya.",
        ("Jadwal layanan keliling diumumkan di setiap kantor kecamatan dan di portal ini.",),
        ("Layanan keliling",),
        kind=Kind.ANNOUNCEMENT,
    ),
    DemoArticle(
        "Penutupan Sementara Loket Pendaftaran di Ciwedus",
        "layanan-publik",
        "2025-03-03T08:00",
        "Contoh pengumuman kedaluwarsa: tidak tampil lagi setelah masa berlakunya habis.",
        (
            "Loket pendaftaran di Kelurahan Ciwedus ditutup sementara selama perbaikan ruang layanan.",
        ),
        ("Layanan publik",),
        kind=Kind.ANNOUNCEMENT,
        unpublish_at="2025-03-10T17:00",
    ),
    DemoArticle(
        "Lomba Video Warga Dibuka untuk Umum",
        "literasi-digital",
        "2024-08-12T09:00",
        "Contoh berita yang ditarik: pernah terbit, lalu diturunkan karena jadwalnya dibatalkan.",
        ("Lomba video warga dibuka untuk umum, dengan tema informasi yang berguna di lingkungan.",),
        ("Lomba",),
        status=Status.WITHDRAWN,
    ),
)
