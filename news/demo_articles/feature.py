"""The demo article that uses all that an article can hold."""

from news.demo_articles.record import DemoArticle
from news.models import FrontPage

ARTICLES = (
    DemoArticle(
        "Panduan Musim Hujan: Saluran, Jalur Aman, dan Nomor Penting",
        "lingkungan",
        "-1 16:40",
        "Yang dapat disiapkan keluarga, RT, dan sekolah sebelum hujan lebat, lengkap dengan daftar "
        "periksa yang dapat dicetak.",
        """
        Musim hujan lebih mudah dihadapi bila setiap rumah tahu tugasnya. Panduan ini disusun dari
        kebiasaan baik warga di delapan kecamatan dan dapat dipakai siapa saja.

        Mulailah dari hal yang paling dekat: talang, saluran di depan rumah, dan tas siaga. Setelah
        itu barulah lingkungan RT dan jalan menuju sekolah.

        <h2>Periksa rumah lebih dulu</h2>

        Satu sore cukup untuk memeriksa rumah. Kerjakan bersama anak-anak supaya mereka hafal
        letaknya.

        <ul>
        <li>Bersihkan talang dan lubang pembuangan dari daun.</li>
        <li>Simpan surat penting dalam wadah kedap air.</li>
        <li>Taruh lampu senter, obat, dan air minum di tempat yang mudah dijangkau.</li>
        <li>Cabut peralatan listrik yang letaknya rendah bila air mulai naik.</li>
        </ul>

        <h2>Rawat saluran bersama</h2>

        Saluran yang bersih di hulu tidak berguna bila tersumbat di hilir. Karena itu RT yang
        berdekatan sebaiknya membersihkan saluran pada hari yang sama.

        Pengurus KIM tingkat kecamatan menceritakan kebiasaan di kampungnya:

        <blockquote><p>“Kami mulai dari hulu dan saling memberi kabar lewat grup. Air jadi tidak
        pindah ke kampung sebelah.”</p></blockquote>

        <h3>Siapa mengerjakan apa</h3>

        Pembagian tugas berikut dapat disesuaikan dengan keadaan kampung masing-masing.

        <table><caption>Pembagian tugas sebelum dan saat hujan lebat</caption><thead><tr><th
        scope="col">Siapa</th><th scope="col">Sebelum hujan</th><th scope="col">Saat hujan
        lebat</th><th scope="col">Setelah surut</th><th scope="col">Alat</th></tr></thead><tbody>
        <tr><th scope="row">Keluarga</th><td>Bersihkan talang</td><td>Matikan listrik di tempat
        rendah</td><td>Keringkan lantai</td><td>Sapu, ember</td></tr>
        <tr><th scope="row">RT</th><td>Kerja bakti saluran</td><td>Pantau titik rawan</td><td>Catat
        kerusakan</td><td>Cangkul, karung</td></tr>
        <tr><th scope="row">Sekolah</th><td>Latih jalur aman</td><td>Tahan siswa di
        kelas</td><td>Periksa halaman</td><td>Peluit, denah</td></tr>
        <tr><th scope="row">Kelurahan</th><td>Siapkan titik kumpul</td><td>Teruskan
        peringatan</td><td>Kumpulkan laporan</td><td>Pengeras suara</td></tr>
        </tbody></table>

        <h2>Bila air mulai naik</h2>

        <ol>
        <li>Utamakan orang: anak kecil, lanjut usia, dan penyandang disabilitas.</li>
        <li>Pindah lewat jalan yang lebih tinggi, jangan menerobos arus.</li>
        <li>Hubungi 112 dan sebutkan tempat, kejadian, serta keadaan orang.</li>
        <li>Tunggu kabar dari kelurahan sebelum kembali.</li>
        </ol>

        [gambar: menara | Peringatan diteruskan lewat kanal resmi, lalu pengeras suara di musala dan
        pos ronda. Ilustrasi: Portal Cilegon]

        Kabar yang belum jelas jangan diteruskan. Periksa dulu di portal ini atau tanyakan kepada
        pengurus RT.
        """,
        ("Musim hujan", "Kesiapsiagaan", "Gotong royong"),
        picture="saluran",
        reporter="Tim Peliput Diskominfo",
        front_page=FrontPage.HEADLINE,
        gallery=("musyawarah", "sampah", "air", "lampu"),
        correction="Sebelumnya tertulis bahwa tas siaga disimpan di gudang. Yang benar: di tempat "
        "yang mudah dijangkau.",
        related=(
            "Kenali Jalur Aman di Sekitar Rumah Sebelum Hujan Datang",
            "Majelis Taklim Berlatih Menghubungi Layanan Darurat 112",
        ),
    ),
)
