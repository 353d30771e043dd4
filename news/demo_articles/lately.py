"""Demo articles of the last two years, counted from the day on which the demo is loaded."""

from news.demo_articles.record import DemoArticle
from news.models import Kind, Verdict

ARTICLES = (
    DemoArticle(
        "Pipa Air Bersih di Bagendung Diganti Bertahap",
        "pembangunan",
        "-680 10:30",
        "Pipa lama diganti ruas demi ruas supaya aliran ke rumah warga tidak berhenti terlalu lama.",
        """
        Pipa air bersih di Kelurahan Bagendung diganti secara bertahap. Pekerjaan dibagi menurut
        ruas supaya aliran ke rumah warga tidak berhenti terlalu lama.

        Sebelum satu ruas dikerjakan, pengurus RT diberi tahu sehari sebelumnya. Warga diminta
        menampung air secukupnya.

        Galian ditutup pada hari yang sama. Bila permukaan jalan turun setelah hujan, warga dapat
        melapor melalui kelurahan.

        Setelah semua ruas selesai, tekanan air diperiksa di rumah yang letaknya paling tinggi.
        """,
        ("Air bersih", "Bagendung"),
        picture="air",
        region="Kelurahan Bagendung",
        dateline_place="Bagendung",
    ),
    DemoArticle(
        "Puskesmas Sediakan Pagi Khusus untuk Warga Lanjut Usia",
        "kesehatan",
        "-600 08:40",
        "Pemeriksaan gula darah dan tekanan darah dilayani lebih dulu, dengan kursi yang cukup di "
        "ruang tunggu.",
        """
        Puskesmas menyediakan satu pagi setiap pekan untuk warga lanjut usia. Pada pagi itu mereka
        dilayani lebih dulu, dan kursi di ruang tunggu ditambah.

        Petugas memeriksa tekanan darah dan gula darah, lalu mencatatnya di buku kesehatan yang
        dibawa pulang.

        Keluarga diminta ikut mendengarkan penjelasan tentang obat: kapan diminum dan apa yang tidak
        boleh dicampur.

        Warga yang tidak dapat datang sendiri dapat meminta kunjungan melalui kader kelurahan.
        """,
        ("Puskesmas", "Lanjut usia"),
        picture="stetoskop",
    ),
    DemoArticle(
        "Pasar Tani Pertemukan Petani dan Pembeli Setiap Jumat Pagi",
        "ekonomi",
        "-450 07:30",
        "Sayur dan buah dipanen sehari sebelumnya; harga ditulis di setiap lapak supaya pembeli "
        "mudah membandingkan.",
        """
        Pasar tani mempertemukan petani dan pembeli setiap Jumat pagi. Sayur dan buah yang dijual
        dipanen sehari sebelumnya.

        Harga ditulis di setiap lapak. Pembeli mudah membandingkan, dan petani tidak perlu menjawab
        pertanyaan yang sama berulang kali.

        Pembeli dianjurkan membawa tas sendiri. Sisa sayur dikumpulkan untuk kompos sebelum pasar
        ditutup.

        Petani yang ingin ikut dapat mendaftar melalui penyuluh di kecamatan.
        """,
        ("Pasar", "UMKM", "Pertanian"),
        picture="ladang",
    ),
    DemoArticle(
        "KIM Pulomerak Kumpulkan Cerita Warga tentang Pelabuhan",
        "kim-warga",
        "-310 13:00",
        "Cerita direkam dengan izin penuturnya, lalu disimpan bersama foto lama yang dipinjamkan "
        "keluarga.",
        """
        Pengurus KIM di Kecamatan Pulomerak mengumpulkan cerita warga tentang pelabuhan. Mereka
        mendatangi warga yang sudah lama tinggal di sekitar dermaga.

        Cerita direkam dengan izin penuturnya. Foto lama dipinjam, dipindai, lalu dikembalikan hari
        itu juga.

        Setiap rekaman diberi keterangan: siapa yang bercerita, kapan, dan tentang apa. Yang tidak
        ingin disebut namanya cukup ditulis sebagai warga.

        Hasilnya akan dipamerkan di kantor kecamatan sebelum disusun menjadi buku kecil.
        """,
        ("KIM", "Pulomerak", "Pelabuhan"),
        picture="kamera",
        region="Kecamatan Pulomerak",
        dateline_place="Pulomerak",
        reporter="KIM Kecamatan Pulomerak",
    ),
    DemoArticle(
        "Warga Lebak Denok Ubah Sisa Dapur Menjadi Kompos",
        "lingkungan",
        "-150 08:20",
        "Ember bekas dan daun kering sudah cukup. Kompos yang jadi dipakai untuk kebun bersama.",
        """
        Warga Kelurahan Lebak Denok mengolah sisa dapur menjadi kompos. Alatnya sederhana: ember
        bekas yang diberi lubang dan daun kering.

        Sisa sayur dicacah, ditutup daun kering, lalu diaduk beberapa hari sekali. Bau muncul bila
        terlalu basah; obatnya menambah daun kering.

        Kompos yang jadi dipakai untuk kebun bersama di lahan kosong milik warga. Sebagian dibagikan
        kepada tetangga yang menanam cabai.

        Kelompok itu terbuka bagi warga kelurahan lain yang ingin belajar.
        """,
        ("Sampah", "Kompos", "Citangkil"),
        picture="sampah",
        region="Kelurahan Lebak Denok",
        dateline_place="Citangkil",
    ),
    DemoArticle(
        "Siaran Pers: Portal Kota Kini Lebih Ringan di Ponsel",
        "layanan-publik",
        "-110 10:00",
        "Halaman portal dirancang ulang agar terbuka cepat di ponsel murah dan hemat kuota, tanpa "
        "iklan dan tanpa pelacak.",
        """
        Diskominfo Kota Cilegon merancang ulang portal kota agar lebih ringan dibuka di ponsel.

        Halaman tidak memasang kuki bagi pengunjung dan tidak memuat apa pun dari pihak ketiga.

        Warga dapat membagikan berita ke WhatsApp langsung dari halaman. Alamat berita lama tetap
        berlaku.

        Saran dan laporan kesalahan dapat dikirim melalui halaman kontak.
        """,
        ("Portal", "Layanan daring"),
        picture="ponsel",
        kind=Kind.PRESS_RELEASE,
    ),
    DemoArticle(
        "Belum Terbukti, Kabar Penutupan Jalan Utama Selama Sepekan",
        "perhubungan",
        "-95 17:15",
        "Sampai pemeriksaan ini terbit belum ada keputusan tentang penutupan. Kabar akan "
        "diperbarui bila ada keputusan.",
        """
        Pesan yang beredar menyebut jalan utama kota akan ditutup selama sepekan untuk sebuah acara.
        Pesan itu tidak mencantumkan sumber.

        Dinas yang menangani perhubungan menyatakan belum ada keputusan. Bila ada penutupan, jadwal
        dan jalur pengganti diumumkan lebih dulu di portal ini.

        Pengguna jalan tidak perlu mengubah rencana perjalanan hanya karena pesan tersebut.
        """,
        ("Hoaks", "Lalu lintas"),
        kind=Kind.CLARIFICATION,
        claim="Jalan utama Kota Cilegon ditutup sepekan penuh mulai pekan depan.",
        verdict=Verdict.UNPROVEN,
        explanation="Belum ada keputusan penutupan jalan. Kabar itu tidak dapat dibenarkan dan belum "
        "dapat disangkal.",
        evidence="<ul><li>Tidak ada surat atau pengumuman resmi tentang penutupan.</li></ul>",
    ),
    DemoArticle(
        "Musyawarah Kelurahan Bahas Usulan Pembangunan",
        "pemerintahan",
        "-80 14:00",
        "Usulan warga diurutkan bersama: mana yang mendesak, mana yang dapat dikerjakan sendiri, "
        "mana yang perlu menunggu.",
        """
        Warga dan perangkat kelurahan di Kecamatan Jombang bermusyawarah tentang usulan pembangunan.
        Setiap RT membawa usulan yang sudah dibicarakan lebih dulu.

        Usulan lalu diurutkan bersama. Yang mendesak dibahas lebih dulu, sedangkan yang dapat
        dikerjakan sendiri dikembalikan kepada warga dengan bantuan bahan.

        Perempuan, pemuda, dan penyandang disabilitas mendapat giliran bicara tersendiri supaya
        usulan mereka tidak terlewat.

        Hasil musyawarah ditempel di kantor kelurahan. Warga dapat menyanggah selama sepekan sebelum
        daftar dikirim ke kecamatan.
        """,
        ("Musyawarah", "Jombang"),
        picture="musyawarah",
        region="Kecamatan Jombang",
        dateline_place="Jombang",
    ),
    DemoArticle(
        "Papan Cuaca Dipasang di Dermaga Nelayan",
        "perhubungan",
        "-58 16:40",
        "Prakiraan cuaca ditulis setiap pagi dan sore, sehingga nelayan tanpa ponsel pun dapat "
        "membacanya sebelum melaut.",
        """
        Papan informasi cuaca dipasang di dermaga nelayan. Prakiraan ditulis setiap pagi dan sore
        oleh petugas jaga.

        Papan memuat arah angin, tinggi gelombang, dan anjuran: melaut, waspada, atau tunda.
        Anjuran ditulis dengan kata-kata, tidak hanya dengan warna.

        Nelayan yang tidak memakai ponsel kini mendapat kabar yang sama dengan yang lain.

        Sumber prakiraan dicantumkan di bagian bawah papan beserta jam penulisannya.
        """,
        ("Nelayan", "Cuaca", "Kesiapsiagaan"),
        picture="pelabuhan",
        region="Kecamatan Ciwandan",
        dateline_place="Ciwandan",
    ),
    DemoArticle(
        "Pelajar Menguji Kabar di Kelas Literasi",
        "literasi-digital",
        "-46 11:10",
        "Siswa bekerja berpasangan memeriksa satu pesan berantai, dari asal gambar sampai tanggal "
        "kejadiannya.",
        """
        Siswa sekolah menengah belajar menguji kabar dalam kelas literasi digital. Mereka bekerja
        berpasangan dengan satu pesan berantai untuk diperiksa.

        Tugas pertama mencari asal gambar. Tugas kedua mencari tanggal kejadian. Baru setelah itu
        siswa menulis kesimpulan: benar, keliru, atau belum terbukti.

        Kesimpulan “belum terbukti” ternyata paling sering muncul. Guru menjelaskan bahwa mengakui
        belum tahu lebih baik daripada menebak.

        Hasil kelas ditempel di mading sekolah beserta langkah pemeriksaannya.
        """,
        ("Literasi digital", "Sekolah", "Hoaks"),
        picture="ponsel",
        writer="penulis2",
    ),
)
