"""Demo articles of the last five weeks, counted from the day on which the demo is loaded."""

from news.demo_articles.record import DemoArticle
from news.models import InformationClass, Kind, Verdict

ARTICLES = (
    DemoArticle(
        "KIM Kecamatan Berlatih Menulis Berita Warga",
        "kim-warga",
        "-35 13:30",
        "Pengurus KIM dari delapan kecamatan belajar menulis kabar kegiatan dengan jelas: apa, "
        "siapa, kapan, dan di mana.",
        """
        Pengurus KIM dari delapan kecamatan mengikuti pelatihan menulis kabar kegiatan warga.

        Peserta berlatih menyusun teras berita, memeriksa nama dan tanggal, serta memilih foto yang
        menjelaskan.

        Setiap kelompok menukar naskah dengan kelompok dari kecamatan lain. Pembaca pertama diminta
        menandai kalimat yang harus dibaca dua kali.

        Hasil latihan akan disunting bersama dan dimuat di portal.
        """,
        ("KIM", "Pelatihan", "Literasi"),
        picture="pena",
    ),
    DemoArticle(
        "Usulkan Judul Buku untuk Perpustakaan Daerah",
        "pendidikan",
        "-32 08:00",
        "Setiap pembaca boleh mengusulkan tiga judul; usulan terbanyak didahulukan saat pengadaan.",
        """
        Perpustakaan daerah menerima usulan judul buku dari pembaca. Setiap orang boleh mengusulkan
        tiga judul.

        Tuliskan judul, penulis, dan alasan singkat di lembar usulan yang tersedia di meja petugas
        atau di mobil perpustakaan keliling.

        Usulan terbanyak didahulukan saat pengadaan. Daftarnya ditempel di ruang baca.
        """,
        ("Perpustakaan", "Literasi"),
        kind=Kind.ANNOUNCEMENT,
    ),
    DemoArticle(
        "Imunisasi Kejar Dibuka di Puskesmas",
        "kesehatan",
        "-28 09:15",
        "Anak yang terlewat jadwal dapat melengkapi imunisasi; orang tua cukup membawa buku "
        "kesehatan anak.",
        """
        Puskesmas membuka imunisasi kejar bagi anak yang terlewat jadwal. Orang tua cukup membawa
        buku kesehatan anak.

        Petugas memeriksa catatan lebih dulu, lalu menjelaskan imunisasi yang perlu dilengkapi dan
        jaraknya.

        Anak yang sedang demam sebaiknya ditunda. Bila ragu, orang tua dapat bertanya kepada kader
        posyandu terdekat.

        Layanan ini tidak dipungut biaya.
        """,
        ("Puskesmas", "Posyandu", "Imunisasi"),
        picture="posyandu",
    ),
    DemoArticle(
        "Jadwal Angkutan Pagi untuk Pelajar Citangkil Ditambah",
        "perhubungan",
        "-23 07:00",
        "Penambahan jadwal diharapkan mengurangi kepadatan di halte dekat sekolah pada jam masuk.",
        """
        Dinas yang menangani perhubungan menambah jadwal angkutan pagi di Kecamatan Citangkil.

        Penambahan berlaku pada hari sekolah dan akan dinilai kembali pada akhir semester.

        Pelajar diminta antre di sisi dalam halte dan memberi jalan kepada penumpang yang turun.
        Pengemudi menunggu sampai pintu tertutup sebelum berangkat.

        Masukan warga dapat disampaikan melalui kelurahan.
        """,
        ("Angkutan", "Citangkil", "Sekolah"),
        picture="halte",
        region="Kecamatan Citangkil",
        dateline_place="Citangkil",
    ),
    DemoArticle(
        "Taman Baca Warga Purwakarta Dibuka Kembali",
        "pendidikan",
        "-18 15:00",
        "Setelah diperbaiki warga dan kelurahan, taman baca kembali melayani anak-anak pada sore "
        "hari.",
        """
        Taman baca di Kecamatan Purwakarta dibuka kembali setelah atapnya diperbaiki bersama warga.

        Anak-anak dapat membaca di tempat setiap sore dan meminjam buku pada akhir pekan.

        Rak disusun menurut usia. Buku bergambar diletakkan paling bawah supaya anak kecil dapat
        mengambil sendiri.

        Warga yang ingin menjadi relawan dapat mendaftar kepada pengurus taman baca.
        """,
        ("Taman baca", "Literasi", "Purwakarta"),
        picture="buku",
        region="Kecamatan Purwakarta",
        dateline_place="Purwakarta",
    ),
    DemoArticle(
        "Pendaftaran Relawan Taman Baca Dibuka",
        "pendidikan",
        "-14 08:00",
        "Relawan membacakan cerita, merapikan buku, dan menemani anak-anak belajar, dua jam dalam "
        "sepekan.",
        """
        Taman baca warga membuka pendaftaran relawan. Tugasnya membacakan cerita, merapikan buku,
        dan menemani anak-anak belajar.

        Waktu yang dibutuhkan dua jam dalam sepekan. Pelajar boleh mendaftar dengan izin orang tua.

        Pendaftaran dilakukan di kantor kelurahan dengan membawa kartu identitas. Relawan baru
        mendapat pengarahan sebelum bertugas.
        """,
        ("Taman baca", "Relawan"),
        kind=Kind.ANNOUNCEMENT,
    ),
    DemoArticle(
        "Jembatan Penyeberangan Dekat Sekolah Diberi Lampu",
        "pembangunan",
        "-11 19:00",
        "Lampu dan pegangan baru membuat pelajar yang pulang petang lebih aman menyeberang.",
        """
        Jembatan penyeberangan di dekat sekolah mendapat lampu dan pegangan baru. Pelajar yang
        pulang petang kini lebih aman menyeberang.

        Anak tangga dicat dengan warna yang mencolok di bagian tepinya supaya mudah terlihat saat
        hujan.

        Warga sekitar membersihkan coretan dan menanam bunga dalam pot di kedua ujung jembatan.

        Lampu yang padam dapat dilaporkan melalui kelurahan dengan menyebut nama ruas jalannya.
        """,
        ("Penerangan jalan", "Sekolah", "Jalan"),
        picture="lampu",
    ),
    DemoArticle(
        "Majelis Taklim Berlatih Menghubungi Layanan Darurat 112",
        "keagamaan",
        "-8 16:00",
        "Peserta berlatih menyebut tempat, kejadian, dan keadaan korban dengan tenang, dalam "
        "kalimat pendek.",
        """
        Anggota majelis taklim berlatih menghubungi layanan darurat 112 seusai pengajian rutin.

        Latihan memakai telepon mainan. Peserta bergantian menjadi pelapor dan petugas, lalu dinilai
        oleh kelompoknya.

        Tiga hal disebut berurutan: tempat, kejadian, dan keadaan korban. Pelapor menunggu sampai
        petugas selesai bertanya dan tidak menutup telepon lebih dulu.

        Panggilan ke 112 tidak memotong pulsa. Petugas mengingatkan agar nomor itu tidak dipakai
        untuk bercanda.
        """,
        ("Pengajian", "FKMT", "Kesiapsiagaan"),
        picture="telepon",
    ),
    DemoArticle(
        "Siaran Pers: Jadwal Pembaruan Data Terbuka Diumumkan",
        "pemerintahan",
        "-6 10:00",
        "Setiap kumpulan data kini mencantumkan kapan diperbarui dan siapa yang bertanggung jawab, "
        "sehingga pengguna tahu kapan kembali.",
        """
        Diskominfo Kota Cilegon mengumumkan jadwal pembaruan data terbuka. Setiap kumpulan data kini
        mencantumkan kapan diperbarui dan unit yang bertanggung jawab.

        Data yang terlambat diberi tanda. Pengguna tidak perlu menebak apakah angka yang dipakai
        masih berlaku.

        Perubahan cara menghitung dijelaskan di samping tabel, beserta tanggal mulai berlakunya.

        Pertanyaan tentang data dijawab walidata pada hari kerja.
        """,
        ("Data terbuka", "Statistik", "Informasi publik"),
        picture="grafik",
        kind=Kind.PRESS_RELEASE,
    ),
    DemoArticle(
        "Pasar Kelurahan Sediakan Timbangan Bersama",
        "ekonomi",
        "-5 08:30",
        "Pembeli dapat menimbang ulang belanjaannya di meja dekat pintu keluar, tanpa harus "
        "bertanya kepada pedagang.",
        """
        Pasar di beberapa kelurahan menyediakan timbangan bersama di dekat pintu keluar. Pembeli
        dapat menimbang ulang belanjaannya sendiri.

        Timbangan diperiksa petugas secara berkala. Tanggal pemeriksaan terakhir ditempel di meja.

        Pedagang menyambut baik karena perselisihan berkurang. “Kalau ada yang ragu, kami antar ke
        meja itu,” kata seorang pengurus pasar.

        Bila selisihnya besar, pembeli dapat melapor kepada pengelola pasar.
        """,
        ("Pasar", "Konsumen"),
        picture="pasar",
    ),
    DemoArticle(
        "Akun yang Meminta Kode OTP atas Nama Kelurahan Adalah Penipuan",
        "literasi-digital",
        "-4 12:20",
        "Petugas kelurahan tidak pernah meminta kode OTP. Jangan berikan kode kepada siapa pun dan "
        "blokir pengirimnya.",
        """
        Sejumlah warga menerima pesan dari akun yang mengaku petugas kelurahan. Pengirim meminta
        kode enam angka yang masuk ke ponsel warga.

        Kode itu dipakai untuk mengambil alih akun percakapan. Petugas kelurahan tidak pernah
        memintanya, baik lewat pesan maupun telepon.

        Bila kode telanjur diberikan, aktifkan verifikasi dua langkah, keluarkan semua perangkat
        lain, dan beri tahu kontak Anda lewat cara lain.

        Simpan tangkapan layar pesan itu untuk laporan.
        """,
        ("Hoaks", "Literasi digital", "Keamanan digital"),
        kind=Kind.CLARIFICATION,
        information_class=InformationClass.IMMEDIATE,
        claim="Kelurahan meminta warga mengirim kode OTP untuk memperbarui data kependudukan.",
        verdict=Verdict.HOAX,
        explanation="Pembaruan data kependudukan tidak memerlukan kode OTP dan tidak dilakukan lewat "
        "pesan percakapan.",
        evidence="<ul><li>Nomor pengirim bukan nomor resmi kelurahan.</li><li>Petugas kependudukan "
        "menegaskan tidak ada permintaan semacam itu.</li></ul>",
    ),
    DemoArticle(
        "Warga Gerogol Tanam Pohon Buah di Lereng",
        "lingkungan",
        "-3 10:45",
        "Akar pohon menahan tanah, buahnya dapat dipanen bersama; setiap keluarga merawat satu "
        "batang.",
        """
        Warga Kecamatan Gerogol menanam pohon buah di lereng dekat permukiman. Akar pohon menahan
        tanah, sedangkan buahnya dapat dipanen bersama.

        Setiap keluarga merawat satu batang. Nama keluarga ditulis pada label bambu yang diikat di
        ajir.

        Penyuluh menyarankan menanam berselang-seling dengan rumput supaya tanah tidak langsung
        terkena hujan.

        Pohon yang mati pada musim pertama akan diganti dari bibit cadangan di kantor kecamatan.
        """,
        ("Penghijauan", "Gotong royong", "Gerogol"),
        picture="taman",
        region="Kecamatan Gerogol",
        dateline_place="Gerogol",
    ),
    DemoArticle(
        "Layanan Daring Kota Dipelihara pada Minggu Dini Hari",
        "layanan-publik",
        "-3 14:00",
        "Permohonan yang sudah dikirim tidak perlu diulang. Layanan darurat 112 dan layanan tatap "
        "muka tidak terpengaruh.",
        """
        Layanan daring kota dipelihara pada Minggu dini hari, pukul 00.00 sampai 04.00 WIB. Selama
        waktu itu borang dan antrean daring tidak dapat dibuka.

        Permohonan yang sudah dikirim tidak perlu diulang. Nomor antrean yang sudah diambil tetap
        berlaku.

        Layanan darurat 112 tidak terpengaruh.
        """,
        ("Layanan daring",),
        kind=Kind.ANNOUNCEMENT,
        until="+28 23:59",
    ),
    DemoArticle(
        "Petugas dan Warga Periksa Saluran di Dringo",
        "pembangunan",
        "-2 11:30",
        "Ruas yang tersumbat dicatat dan diukur bersama, lalu disusun urutan pengerjaannya.",
        """
        Petugas dan warga memeriksa saluran air di Kelurahan Dringo. Mereka berjalan menyusuri
        saluran dari hulu sambil mencatat ruas yang tersumbat.

        Setiap ruas difoto dan diukur. Urutan pengerjaan disusun bersama: yang airnya meluap ke
        jalan didahulukan.

        Warga menyediakan tempat untuk menumpuk endapan sementara. Endapan diangkut setelah kering
        supaya tidak tercecer di jalan.

        Pemeriksaan serupa akan dilakukan di kelurahan lain secara bergiliran.
        """,
        ("Musim hujan", "Gotong royong", "Citangkil"),
        picture="musyawarah",
        region="Kelurahan Dringo",
        dateline_place="Citangkil",
        writer="penulis2",
    ),
    DemoArticle(
        "Puskesmas Keliling Datangi Warga di Perbukitan",
        "kesehatan",
        "-1 09:10",
        "Dokter, bidan, dan petugas gizi datang bersama, sehingga warga tidak perlu turun bukit "
        "untuk pemeriksaan dasar.",
        """
        Puskesmas keliling mendatangi warga di permukiman perbukitan Kecamatan Pulomerak. Dokter,
        bidan, dan petugas gizi datang bersama dalam satu mobil.

        Warga memeriksa tekanan darah, kehamilan, dan tumbuh kembang anak. Obat dasar dibagikan di
        tempat sesuai resep.

        Warga yang perlu pemeriksaan lanjutan mendapat surat rujukan dan penjelasan tentang
        angkutan.

        Kunjungan berikutnya diumumkan di musala dan grup RT.
        """,
        ("Puskesmas", "Layanan keliling", "Pulomerak"),
        picture="layanan",
        region="Kecamatan Pulomerak",
        dateline_place="Pulomerak",
    ),
)
