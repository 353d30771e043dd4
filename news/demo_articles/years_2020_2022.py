"""Demo articles from 2020 to 2022."""

from news.demo_articles.record import DemoArticle
from news.models import InformationClass, Kind, Verdict

ARTICLES = (
    DemoArticle(
        "Siaran Pers: Antrean Layanan Kependudukan Kini Daring",
        "layanan-publik",
        "2020-04-06 10:00",
        "Warga memilih jam kedatangan lewat antrean daring, sehingga ruang tunggu tidak penuh dan "
        "waktu menunggu lebih pasti.",
        """
        Layanan kependudukan memakai antrean daring. Warga memilih hari dan jam kedatangan dari
        ponsel, lalu menunjukkan nomor antrean kepada petugas.

        Dengan cara itu ruang tunggu tidak penuh dan waktu menunggu lebih pasti. Warga yang tidak
        punya ponsel tetap dilayani melalui kelurahan.

        Berkas dapat difoto dan dikirim lebih dulu. Petugas memberi tahu bila ada yang kurang,
        sebelum warga berangkat dari rumah.

        Layanan ini tidak dipungut biaya. Abaikan pihak yang menawarkan nomor antrean dengan
        bayaran.
        """,
        ("Kependudukan", "Layanan daring"),
        picture="loket",
        kind=Kind.PRESS_RELEASE,
    ),
    DemoArticle(
        "Taman Baca Antar Buku ke Rumah Pembaca Cilik",
        "pendidikan",
        "2020-07-14 13:20",
        "Relawan mengantar dua buku setiap pekan dan mengambilnya kembali, supaya anak-anak tetap "
        "membaca dari rumah.",
        """
        Relawan taman baca mengantar buku ke rumah anak-anak yang biasa membaca di tempat. Setiap
        anak menerima dua buku setiap pekan.

        Buku yang kembali dibersihkan dan disimpan beberapa hari sebelum dipinjamkan lagi. Daftar
        pinjaman dicatat oleh orang tua dan relawan.

        Anak-anak diminta menceritakan isi buku kepada keluarga. Beberapa mengirim gambar tokoh
        kesukaan mereka.

        Warga dapat menyumbangkan buku anak yang masih baik melalui kantor kelurahan.
        """,
        ("Taman baca", "Literasi"),
        picture="pena",
        writer="penulis2",
    ),
    DemoArticle(
        "Kenali Jalur Aman di Sekitar Rumah Sebelum Hujan Datang",
        "lingkungan",
        "2020-11-09 08:15",
        "Warga diajak menggambar peta sederhana: tempat yang sering tergenang, jalan yang lebih "
        "tinggi, dan titik kumpul.",
        """
        Menjelang musim hujan, warga diajak menggambar peta sederhana lingkungannya. Peta itu tidak
        perlu rapi; yang penting semua penghuni rumah memahaminya.

        Tandai tempat yang sering tergenang, jalan yang lebih tinggi, dan rumah warga yang perlu
        dibantu lebih dulu. Sepakati satu titik kumpul.

        Simpan surat penting dalam wadah kedap air. Catat nomor pengurus RT dan layanan darurat 112.

        Peta yang sudah jadi dapat difoto dan dibagikan di grup warga.
        """,
        ("Musim hujan", "Kesiapsiagaan"),
        picture="saluran",
    ),
    DemoArticle(
        "Posyandu Remaja Dibuka di Kelurahan-Kelurahan Jombang",
        "kesehatan",
        "2021-03-11 10:00",
        "Remaja dapat memeriksa tekanan darah, berat badan, dan berkonsultasi gizi di pos terdekat "
        "sebulan sekali.",
        """
        Kecamatan Jombang membuka posyandu remaja di sejumlah kelurahan.

        Di pos itu remaja dapat memeriksa berat dan tinggi badan serta bertanya tentang gizi kepada
        petugas puskesmas.

        Konsultasi dilakukan satu per satu supaya remaja leluasa bercerita. Petugas menjaga
        kerahasiaan percakapan.

        Kader setempat menyusun jadwal bulanan yang ditempel di balai warga.
        """,
        ("Posyandu", "Remaja", "Jombang"),
        picture="posyandu",
        region="Kecamatan Jombang",
        dateline_place="Jombang",
    ),
    DemoArticle(
        "Pelaku Usaha Kecil Belajar Memotret Produk dengan Ponsel",
        "ekonomi",
        "2021-05-03 14:30",
        "Cahaya jendela, alas polos, dan keterangan yang jujur: tiga hal yang membuat dagangan "
        "mudah dikenali pembeli.",
        """
        Pelaku usaha kecil di Kecamatan Purwakarta belajar memotret produk dengan ponsel. Pelatihan
        memakai barang dagangan peserta sendiri.

        Pelatih menekankan tiga hal: cahaya dari jendela, alas yang polos, dan sudut yang
        menunjukkan ukuran barang.

        Keterangan juga dibahas. Harga, berat, dan bahan ditulis lengkap; klaim khasiat yang tidak
        dapat dibuktikan dihindari.

        Peserta saling memberi masukan sebelum foto diunggah ke lapak daring masing-masing.
        """,
        ("UMKM", "Pelatihan", "Purwakarta"),
        picture="kamera",
        region="Kecamatan Purwakarta",
        dateline_place="Purwakarta",
    ),
    DemoArticle(
        "Perpustakaan Keliling Datangi Sekolah di Cibeber",
        "pendidikan",
        "2021-08-24 09:00",
        "Mobil perpustakaan membawa buku cerita dan sains populer, dan singgah bergiliran di "
        "sekolah dasar.",
        """
        Mobil perpustakaan keliling kembali mengunjungi sekolah dasar di Kecamatan Cibeber.

        Siswa boleh meminjam dua buku dan mengembalikannya pada kunjungan berikutnya.

        Petugas membacakan satu cerita sebelum siswa memilih buku. Siswa yang lebih besar diminta
        menulis satu kalimat tentang buku yang baru selesai dibaca.

        Guru dapat mengusulkan judul yang dibutuhkan kelasnya.
        """,
        ("Perpustakaan", "Layanan keliling", "Cibeber"),
        picture="layanan",
        region="Kecamatan Cibeber",
        dateline_place="Cibeber",
    ),
    DemoArticle(
        "Lampu Penerangan Jalan Diperiksa dari Kampung ke Kampung",
        "pembangunan",
        "2021-11-15 20:10",
        "Petugas memeriksa lampu pada malam hari dan meminta warga melaporkan nomor tiang yang "
        "padam.",
        """
        Petugas memeriksa lampu penerangan jalan pada malam hari, dimulai dari jalan kampung yang
        dilalui pelajar dan pekerja pulang malam.

        Lampu yang padam dicatat menurut nomor tiang. Perbaikan didahulukan untuk tikungan, jembatan
        kecil, dan depan sekolah.

        Warga dapat membantu dengan melaporkan nomor tiang melalui kelurahan. Tanpa nomor, petugas
        sulit menemukan lampu yang dimaksud.

        Warga diminta tidak menyambung kabel sendiri ke tiang karena berbahaya.
        """,
        ("Penerangan jalan", "Jalan"),
        picture="lampu",
    ),
    DemoArticle(
        "Tidak Benar Ada Pendaftaran Bantuan lewat Tautan Pesan Berantai",
        "literasi-digital",
        "2022-02-08 14:30",
        "Tautan yang beredar di grup percakapan meminta data pribadi. Pemerintah kota tidak pernah "
        "membuka pendaftaran semacam itu.",
        """
        Sebuah pesan berantai mengajak warga mengisi borang bantuan melalui tautan yang tidak
        dikenal. Borang itu meminta nomor induk kependudukan dan foto KTP.

        Warga yang telanjur mengisi disarankan mengganti kata sandi, memberi tahu bank bila nomor
        rekening ikut dikirim, dan melapor kepada pengurus KIM atau Diskominfo.

        Sebelum mengisi borang apa pun, periksa alamat situsnya: situs pemerintah berakhiran .go.id.
        """,
        ("Hoaks", "Bantuan sosial", "Literasi digital"),
        kind=Kind.CLARIFICATION,
        information_class=InformationClass.IMMEDIATE,
        claim="Pemerintah kota membuka pendaftaran bantuan tunai melalui tautan di pesan WhatsApp.",
        verdict=Verdict.HOAX,
        explanation="Penyaluran bantuan dilakukan melalui kelurahan dengan data resmi, tidak "
        "melalui tautan pesan.",
        evidence="<ul><li>Alamat pada pesan tidak berakhiran .go.id.</li><li>Pemeriksaan ke "
        "kelurahan: tidak ada pendaftaran seperti itu.</li></ul>",
    ),
    DemoArticle(
        "Halte Dekat Pasar Diperbaiki, Penumpang Naik dari Halte Sementara",
        "perhubungan",
        "2022-05-17 11:00",
        "Selama perbaikan atap dan bangku, angkutan berhenti di halte sementara yang berjarak "
        "beberapa langkah.",
        """
        Halte di dekat pasar diperbaiki. Atap yang bocor diganti, bangku diperkuat, dan jalur landai
        untuk kursi roda ditambahkan.

        Selama perbaikan, angkutan berhenti di halte sementara yang berjarak beberapa langkah.
        Petunjuk arah dipasang di kedua ujung trotoar.

        Pengemudi diminta menunggu sampai penumpang lanjut usia duduk sebelum berangkat.

        Bila ada kesulitan, penumpang dapat bertanya kepada petugas yang berjaga pada jam sibuk.
        """,
        ("Angkutan", "Pasar"),
        picture="halte",
    ),
    DemoArticle(
        "Nelayan Pulomerak Ikuti Pelatihan Keselamatan Melaut",
        "ekonomi",
        "2022-09-06 15:10",
        "Pelatihan membahas pelampung, radio, dan kebiasaan memeriksa prakiraan cuaca sebelum "
        "menyalakan mesin.",
        """
        Kelompok nelayan di Kecamatan Pulomerak mengikuti pelatihan keselamatan melaut. Latihan
        dimulai dari hal sederhana: memakai pelampung dengan benar.

        Peserta memeriksa isi perahu masing-masing: lampu, peluit, air minum, dan kotak obat. Yang
        kurang dicatat untuk dilengkapi bersama koperasi.

        Petugas mengajak nelayan memeriksa prakiraan cuaca sebelum menyalakan mesin dan memberi tahu
        keluarga tujuan melaut serta perkiraan waktu kembali.

        Pada akhir latihan, peserta mencoba memanggil bantuan lewat radio dengan menyebut nama
        perahu dan posisinya.
        """,
        ("Nelayan", "Pelatihan", "Pulomerak"),
        picture="perahu",
        region="Kecamatan Pulomerak",
        dateline_place="Pulomerak",
    ),
)
