"""Demo articles of 2017 and 2018. Nobody in them is a real person: offices speak, by role."""

from news.demo_articles.record import DemoArticle
from news.models import Kind

ARTICLES = (
    DemoArticle(
        "Loket Perizinan Buka Jam Konsultasi Setiap Rabu",
        "layanan-publik",
        "2017-02-15 09:20",
        "Warga dan pelaku usaha dapat bertanya lebih dulu sebelum menyerahkan berkas, tanpa perlu "
        "membuat janji.",
        """
        Loket perizinan membuka jam konsultasi setiap Rabu pagi. Warga dan pelaku usaha dapat
        memeriksa kelengkapan berkas bersama petugas sebelum menyerahkannya.

        Selama ini banyak berkas dikembalikan karena lampirannya kurang. Dengan konsultasi di awal,
        pemohon cukup datang satu kali lagi ketika berkas sudah lengkap.

        “Bawalah apa yang sudah ada, walaupun belum lengkap. Petugas akan mencatat yang kurang,”
        kata petugas loket.

        Konsultasi tidak dipungut biaya dan tidak perlu membuat janji. Antrean dilayani menurut
        urutan kedatangan.
        """,
        ("Perizinan", "Layanan tatap muka"),
        picture="loket",
    ),
    DemoArticle(
        "Pasar Menjelang Ramadan Ditata, Lorong Tetap Lapang",
        "ekonomi",
        "2017-05-22 14:00",
        "Pedagang musiman mendapat tempat di sisi luar pasar supaya lorong tetap dapat dilalui "
        "pembeli dan petugas.",
        """
        Menjelang Ramadan jumlah pedagang di pasar bertambah. Pengelola pasar menata tempat supaya
        pedagang musiman tidak menutup lorong yang dipakai pembeli.

        Pedagang musiman berjualan di sisi luar pasar. Setiap lapak mendapat batas yang dicat di
        lantai, dan barang tidak boleh melewati batas itu.

        Pengelola juga mengingatkan soal kebersihan: sampah dikumpulkan dua kali sehari, sebelum
        zuhur dan sebelum pasar tutup.

        Pembeli yang menemukan timbangan meragukan dapat meminta penimbangan ulang di pos pengelola.
        """,
        ("Pasar", "Ramadan"),
        picture="pasar",
    ),
    DemoArticle(
        "Warga Cibeber Hidupkan Kembali Ronda Malam",
        "kim-warga",
        "2017-08-07 19:45",
        "Jadwal ronda disusun bersama di tingkat RT, lengkap dengan cara menghubungi petugas bila "
        "ada yang mencurigakan.",
        """
        Warga di beberapa RT di Kecamatan Cibeber menghidupkan kembali ronda malam. Jadwal disusun
        dalam pertemuan warga dan ditempel di pos ronda.

        Setiap regu terdiri atas warga tua dan muda. Yang tidak dapat berjaga menyumbang kopi atau
        menggantikan giliran pada pekan berikutnya.

        Pengurus RT mengingatkan agar ronda tidak bertindak sendiri. Bila ada hal yang mencurigakan,
        petugas di kelurahan dihubungi lebih dulu.

        Pos ronda juga menjadi tempat bertukar kabar: pengumuman kelurahan dibacakan sebelum regu
        berkeliling.
        """,
        ("KIM", "Keamanan lingkungan", "Cibeber"),
        picture="lampu",
        region="Kecamatan Cibeber",
        dateline_place="Cibeber",
    ),
    DemoArticle(
        "Kerja Bakti Membersihkan Saluran di Citangkil",
        "lingkungan",
        "2017-11-13 10:10",
        "Endapan dan sampah diangkat sebelum puncak musim hujan; warga membagi pekerjaan menurut "
        "ruas saluran.",
        """
        Warga Kecamatan Citangkil bekerja bakti membersihkan saluran air sebelum puncak musim hujan.
        Endapan diangkat, lalu dikeringkan di tepi jalan sebelum diangkut.

        Pekerjaan dibagi menurut ruas. Setiap RT menangani saluran di depan permukimannya, sedangkan
        saluran besar dikerjakan bersama petugas kebersihan.

        Sampah plastik paling banyak ditemukan di bawah jembatan kecil. Warga sepakat memasang
        saringan sederhana yang mudah diangkat dan dibersihkan.

        Kerja bakti berikutnya direncanakan setelah hujan pertama, untuk memeriksa apakah air sudah
        mengalir tanpa hambatan.
        """,
        ("Gotong royong", "Musim hujan", "Citangkil"),
        picture="saluran",
        region="Kecamatan Citangkil",
        dateline_place="Citangkil",
    ),
    DemoArticle(
        "Perpustakaan Daerah Buka Sampai Sore pada Akhir Pekan",
        "pendidikan",
        "2018-03-19 08:30",
        "Jam buka diperpanjang supaya pelajar dan pekerja dapat membaca dan meminjam buku pada hari "
        "libur.",
        """
        Perpustakaan daerah memperpanjang jam buka pada akhir pekan. Pembaca yang bersekolah atau
        bekerja pada hari biasa kini dapat datang sampai sore.

        Ruang anak dibuka lebih dulu, disusul ruang baca umum. Pada sore hari ada pembacaan cerita
        untuk anak-anak.

        Kartu anggota dibuat di tempat dengan menunjukkan kartu identitas; pelajar cukup membawa
        kartu pelajar. Setiap anggota dapat meminjam dua buku selama sepekan.

        Usulan judul dapat ditulis di buku usulan yang tersedia di meja petugas.
        """,
        ("Perpustakaan", "Literasi"),
        picture="buku",
    ),
    DemoArticle(
        "Pilah Sampah dari Rumah, Begini Cara Memulainya",
        "lingkungan",
        "2018-06-05 07:45",
        "Cukup tiga wadah: sisa makanan, barang yang dapat dijual, dan sampah berbahaya seperti "
        "baterai.",
        """
        Memilah sampah tidak perlu menunggu fasilitas besar. Di rumah, tiga wadah sudah cukup untuk
        memulai.

        Wadah pertama untuk sisa makanan dan daun. Isinya dapat menjadi kompos atau pakan. Wadah
        kedua untuk kertas, plastik, dan logam yang masih laku di bank sampah.

        Wadah ketiga paling kecil, tetapi paling penting: baterai, lampu, dan kemasan bahan kimia.
        Jangan dicampur dengan sampah lain dan jangan dibakar.

        Kader lingkungan menyarankan mulai dari satu kebiasaan dulu. “Pisahkan sisa makanan selama
        sepekan. Setelah terasa ringan, tambah wadah berikutnya.”
        """,
        ("Sampah", "Bank sampah"),
        picture="sampah",
    ),
    DemoArticle(
        "Siaran Pers: Permohonan Informasi Dapat Dikirim lewat Surel",
        "pemerintahan",
        "2018-09-26 10:00",
        "Warga tidak harus datang ke kantor untuk meminta informasi publik; surel diterima dan "
        "diberi nomor seperti surat.",
        """
        Pejabat pengelola informasi dan dokumentasi menerima permohonan informasi publik lewat
        surel. Setiap surel yang masuk dicatat dan diberi nomor seperti surat yang diantar sendiri.

        Permohonan cukup memuat nama, alamat yang dapat dihubungi, dan informasi yang diminta.
        Tuliskan juga bentuk yang dikehendaki: salinan, berkas, atau melihat di tempat.

        Bila permohonan ditolak sebagian, alasannya dijelaskan secara tertulis. Pemohon yang tidak
        puas dapat mengajukan keberatan kepada atasan pejabat pengelola informasi.

        Ketentuan itu mengikuti Undang-Undang Keterbukaan Informasi Publik.
        """,
        ("Informasi publik", "Layanan daring"),
        picture="loket",
        kind=Kind.PRESS_RELEASE,
        writer="penulis2",
    ),
    DemoArticle(
        "Santri Belajar Menulis Kabar dari Pesantren",
        "keagamaan",
        "2018-10-22 15:30",
        "Pelatihan sehari mengajak santri menulis kegiatan pesantren dengan bahasa sederhana dan "
        "data yang diperiksa.",
        """
        Sejumlah santri belajar menulis kabar kegiatan pesantren dalam pelatihan sehari. Mereka
        berlatih menjawab enam pertanyaan dasar: apa, siapa, kapan, di mana, mengapa, dan bagaimana.

        Latihan pertama adalah menulis satu paragraf tentang kegiatan pagi itu. Naskah lalu ditukar
        dan diperiksa oleh kelompok lain.

        Pendamping mengingatkan dua hal: nama ditulis setelah ditanyakan, dan foto diambil dengan
        izin.

        Tulisan yang selesai ditempel di mading pesantren. Beberapa di antaranya akan disunting
        untuk buletin.
        """,
        ("Santri", "Pelatihan", "Literasi"),
        picture="pena",
    ),
)
