"""Demo articles around the source article of September 2019."""

from news.demo_articles.record import DemoArticle

ARTICLES = (
    DemoArticle(
        "Kelas Gizi Balita Dibuka di Posyandu Ciwandan",
        "kesehatan",
        "2019-03-12 09:40",
        "Orang tua belajar menyusun menu dari bahan yang mudah didapat di warung dan membaca kartu "
        "tumbuh kembang.",
        """
        Posyandu di Kecamatan Ciwandan membuka kelas gizi bagi orang tua balita. Kelas diadakan
        seusai penimbangan, sehingga peserta tidak perlu datang dua kali.

        Kader menunjukkan cara menyusun menu dari bahan yang mudah didapat: telur, tempe, ikan, dan
        sayur. Peserta lalu mencoba memasak satu menu bersama.

        Petugas puskesmas menjelaskan cara membaca garis pada kartu tumbuh kembang. Bila berat anak
        tidak naik dua kali berturut-turut, orang tua diminta berkonsultasi.

        Kelas berikutnya membahas kebersihan alat makan dan air minum.
        """,
        ("Posyandu", "Gizi", "Ciwandan"),
        picture="ladang",
        region="Kecamatan Ciwandan",
        dateline_place="Ciwandan",
    ),
    DemoArticle(
        "Hari Pertama Sekolah, Antar Anak Tanpa Membuat Macet",
        "pendidikan",
        "2019-07-12 16:00",
        "Orang tua diminta menurunkan anak di titik yang ditentukan dan tidak berhenti di depan "
        "gerbang.",
        """
        Menjelang hari pertama sekolah, orang tua diminta mengatur cara mengantar anak. Kendaraan
        yang berhenti di depan gerbang sering membuat jalan tersendat.

        Sekolah menyiapkan titik turun di sisi jalan yang aman. Dari sana anak berjalan kaki bersama
        guru piket sampai ke gerbang.

        Bagi yang rumahnya dekat, berjalan kaki bersama tetangga dianjurkan. Anak mengenal jalan
        pulang, dan gerbang sekolah tidak penuh kendaraan.

        Petugas perhubungan berjaga pada jam masuk dan jam pulang selama pekan pertama.
        """,
        ("Sekolah", "Lalu lintas"),
        picture="sekolah",
    ),
    DemoArticle(
        "Pelatihan Pengelasan untuk Pemuda Kota Baja Dibuka",
        "ekonomi",
        "2019-09-16 13:00",
        "Pelatihan dasar pengelasan dibuka bagi pemuda Cilegon yang sedang mencari kerja, dengan "
        "praktik di bengkel mitra.",
        """
        Pemerintah kota membuka pelatihan dasar pengelasan bagi pemuda yang sedang mencari kerja.

        Peserta belajar keselamatan kerja lebih dulu: memakai pelindung mata dan tangan, memeriksa
        kabel, dan menjauhkan bahan yang mudah terbakar. Setelah itu barulah praktik di bengkel
        mitra.

        Pelatih memberi penilaian setiap akhir pekan. Peserta yang menyelesaikan semua latihan
        menerima surat keterangan.

        Pendaftaran dilakukan di kantor dinas yang menangani ketenagakerjaan tanpa pungutan biaya.
        """,
        ("Pelatihan", "Ketenagakerjaan"),
        picture="baja",
    ),
    DemoArticle(
        "Arus Penyeberangan Merak Lancar, Pengguna Diminta Datang Lebih Awal",
        "perhubungan",
        "2019-09-17 17:00",
        "Petugas mengimbau calon penumpang membeli tiket sebelum berangkat dan tiba di pelabuhan "
        "lebih awal.",
        """
        Arus kendaraan menuju Pelabuhan Merak terpantau lancar sepanjang hari.

        Petugas di lapangan mengimbau calon penumpang membeli tiket sebelum berangkat agar tidak
        menumpuk di gerbang.

        Pengemudi diminta beristirahat cukup dan tidak berhenti di bahu jalan. Kantong parkir di
        sekitar pelabuhan dapat dipakai untuk menunggu.

        Bila cuaca memburuk, informasi penundaan disampaikan melalui pengeras suara dan kanal resmi
        pelabuhan.
        """,
        ("Merak", "Pelabuhan"),
        picture="pelabuhan",
        region="Kecamatan Pulomerak",
        dateline_place="Pulomerak",
    ),
    DemoArticle(
        "Warga Pesisir Ciwandan Tanam Bibit Mangrove",
        "lingkungan",
        "2019-09-18 11:15",
        "Penanaman dilakukan bersama kelompok pemuda dan sekolah di sekitar pantai untuk menahan "
        "abrasi.",
        """
        Warga pesisir Kecamatan Ciwandan menanam bibit mangrove di tepi pantai bersama kelompok
        pemuda dan siswa sekolah setempat.

        Kepala bidang yang menangani lingkungan mengatakan, bibit dipilih dari jenis yang tumbuh
        alami di pesisir Cilegon supaya lebih tahan gelombang.

        Siswa belajar cara menanam: lubang digali saat air surut, bibit diikat pada ajir, dan jarak
        antarbibit dijaga agar akarnya leluasa.

        Perawatan setelah tanam diserahkan kepada kelompok warga dengan jadwal pemantauan setiap
        bulan.
        """,
        ("Mangrove", "Ciwandan", "Gotong royong"),
        picture="mangrove",
        region="Kecamatan Ciwandan",
        dateline_place="Ciwandan",
    ),
    DemoArticle(
        "Mobil Layanan Kependudukan Keliling Singgah di Pulomerak",
        "layanan-publik",
        "2019-09-19 09:30",
        "Warga dapat mengurus KTP elektronik dan akta kelahiran tanpa datang ke pusat kota, cukup "
        "di halaman kantor kelurahan.",
        """
        Layanan kependudukan keliling dibuka di Kecamatan Pulomerak agar warga tidak perlu menempuh
        jarak jauh ke pusat kota.

        Petugas melayani perekaman KTP elektronik, perubahan kartu keluarga, dan akta kelahiran.
        Warga diminta membawa berkas asli dan salinannya.

        Warga lanjut usia dan penyandang disabilitas didahulukan. Keluarga yang tidak dapat
        bepergian boleh meminta kunjungan petugas melalui kelurahan.

        Jadwal kelurahan berikutnya diumumkan melalui kantor kecamatan dan pengurus RT.
        """,
        ("Kependudukan", "Layanan keliling", "Pulomerak"),
        picture="layanan",
        region="Kecamatan Pulomerak",
        dateline_place="Pulomerak",
    ),
    DemoArticle(
        "Pengajian FKMT Angkat Tema Adab Bermedia Sosial",
        "keagamaan",
        "2019-09-20 15:45",
        "Pengajian rutin terbuka untuk anggota majelis taklim dari delapan kecamatan dan membahas "
        "etika membagikan kabar.",
        """
        Forum Komunikasi Majelis Taklim menggelar pengajian rutin dengan tema adab bermedia sosial.

        Peserta diajak memeriksa kabar sebelum membagikannya dan menjaga tutur kata di ruang daring.

        Penceramah memberi contoh sehari-hari: pesan berantai tentang obat, kabar duka yang belum
        tentu benar, dan foto anak yang dibagikan tanpa izin orang tuanya.

        Pengajian berikutnya tetap terbuka bagi jamaah dari seluruh kecamatan.
        """,
        ("FKMT", "Pengajian", "Literasi digital"),
        picture="majelis",
    ),
    DemoArticle(
        "Lima Langkah Memeriksa Kabar Sebelum Membagikannya",
        "literasi-digital",
        "2019-09-21 16:20",
        "Baca judul dengan tenang, periksa sumber, lalu cari bantahan resmi sebelum meneruskan "
        "pesan ke grup keluarga.",
        """
        Pesan berantai sering datang dengan judul yang memancing emosi. Lima langkah berikut
        membantu menahan jempol.

        <ol>
        <li>Baca sampai selesai, jangan berhenti pada judul.</li>
        <li>Periksa siapa yang menulis dan kapan ditulis.</li>
        <li>Cari tahu apakah fotonya pernah dipakai untuk peristiwa lain.</li>
        <li>Bandingkan dengan kanal resmi dan dua media yang berbeda.</li>
        <li>Bila masih ragu, jangan diteruskan.</li>
        </ol>

        Langkah terakhir sering yang paling sulit, apalagi bila pengirimnya kerabat. Jawablah dengan
        bertanya: dari mana kabar ini berasal?

        Warga juga dapat bertanya kepada pengurus KIM atau Diskominfo.
        """,
        ("Hoaks", "Literasi digital"),
        picture="literasi",
    ),
    DemoArticle(
        "Rapat Paripurna DPRD Terbuka untuk Umum, Ini Tata Tertibnya",
        "pemerintahan",
        "2019-09-22 08:00",
        "Warga dapat hadir di balkon ruang sidang. Kursi terbatas dan dibuka tiga puluh menit "
        "sebelum rapat dimulai.",
        """
        Rapat paripurna dapat diikuti warga dari balkon ruang sidang dengan menaati tata tertib.

        Pengunjung diminta mengisi buku tamu, berpakaian rapi, dan tidak memotret dengan lampu
        kilat.

        Rombongan pelajar sebaiknya memberi tahu lebih dulu supaya disiapkan tempat duduk yang
        berdekatan.

        Bagi yang tidak dapat hadir, ringkasan rapat dimuat di portal ini.
        """,
        ("DPRD", "Rapat paripurna"),
        picture="paripurna",
    ),
    DemoArticle(
        "Pemkot Bontang Belajar Layanan Informasi Publik ke Cilegon",
        "pemerintahan",
        "2019-09-23 10:05",
        "Rombongan meninjau pengelolaan portal kota dan pembinaan Kelompok Informasi Masyarakat di "
        "tingkat kecamatan.",
        """
        Pemerintah Kota Cilegon menerima kunjungan kerja Pemerintah Kota Bontang yang ingin bertukar
        pengalaman mengelola informasi publik.

        Dalam pertemuan itu dibahas cara memperbarui portal, menjawab permohonan informasi, dan
        membina KIM.

        Tamu juga melihat meja redaksi: bagaimana kabar dari kecamatan diperiksa, disunting, lalu
        diterbitkan.

        Kedua pihak sepakat bertukar bahan pelatihan untuk petugas pengelola informasi.
        """,
        ("Kunjungan", "KIM", "Informasi publik"),
        picture="kunjungan",
    ),
    DemoArticle(
        "Aspal Plastik Mulai Digelar di Jalan Kota Cilegon",
        "pembangunan",
        "2019-09-23 14:10",
        "Campuran limbah plastik dipakai pada lapis atas jalan. Pengguna jalan diminta mengikuti "
        "pengaturan lalu lintas.",
        """
        Penggelaran aspal dengan campuran limbah plastik dimulai pada salah satu ruas jalan kota.

        Dinas yang menangani pekerjaan umum menjelaskan, plastik yang dipakai adalah cacahan kantong
        kresek yang sudah dibersihkan.

        Selama pekerjaan berlangsung, arus kendaraan diatur bergantian dan warga diminta mengurangi
        kecepatan.

        Hasilnya akan diamati selama beberapa bulan sebelum dipakai pada ruas lain.
        """,
        ("Jalan", "Aspal plastik", "Sampah"),
        picture="aspal",
    ),
)
