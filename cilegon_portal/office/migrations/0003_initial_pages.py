"""Write the pages that every government site owes its readers; editors go on from here."""

from datetime import UTC, datetime

from django.db import migrations

PUBLISHED_AT = datetime(2025, 1, 1, tzinfo=UTC)

ABOUT = """<p>Portal Cilegon adalah portal resmi Pemerintah Kota Cilegon, Banten. Di sini warga membaca berita, pengumuman, siaran pers, dan klarifikasi hoaks.</p>
<h2>Siapa yang mengelola</h2>
<p>Portal dikelola Dinas Komunikasi, Informatika, Sandi dan Statistik (Diskominfo) Kota Cilegon. Tulisan terbit sesudah diperiksa editor.</p>
<h2>Bila ada yang keliru</h2>
<p>Kekeliruan diperbaiki di tulisannya dan disebutkan pada bagian Ralat, lengkap dengan tanggalnya. Beri tahu kami lewat <a href="/kontak/">halaman kontak</a>.</p>
<h2>Memakai isi portal</h2>
<p>Berita boleh dikutip dengan menyebut Portal Cilegon sebagai sumber. Foto milik pihak lain mengikuti izin pemiliknya. Berita terbaru juga dapat diikuti lewat <a href="/umpan/">umpan RSS dan Atom</a>.</p>"""

CONTACT = """<p>Alamat kantor, telepon, dan surel Diskominfo Kota Cilegon tercantum di bagian bawah setiap halaman.</p>
<h2>Keadaan darurat</h2>
<p>Untuk kebakaran, kecelakaan, gawat darurat medis, atau gangguan keamanan, telepon <a href="tel:112">112</a>. Gratis dan siaga 24 jam.</p>
<h2>Laporan dan pengaduan</h2>
<p>Keluhan tentang jalan, sampah, penerangan, atau layanan pemerintah disampaikan lewat <a href="https://www.lapor.go.id/">SP4N-LAPOR!</a> supaya tercatat dan dapat dilacak.</p>
<h2>Ralat dan hak jawab</h2>
<p>Bila sebuah berita keliru atau merugikan Anda, hubungi redaksi lewat kontak kantor. Sebutkan alamat beritanya, bagian yang keliru, dan keterangan yang benar.</p>"""

PRIVACY = """<p>Halaman ini menjelaskan data pribadi yang diproses Portal Cilegon menurut Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi. Pengendali datanya adalah Diskominfo Kota Cilegon.</p>
<h2>Bila Anda hanya membaca</h2>
<ul><li>Anda tidak perlu mendaftar dan tidak diberi kuki.</li><li>Halaman tidak memuat iklan, pelacak, atau alat statistik milik pihak lain.</li><li>Jumlah pembaca dihitung per berita per hari, tanpa menyimpan alamat IP dan tanpa mengenali siapa yang membaca.</li><li>Peladen dapat mencatat alamat IP dan halaman yang diminta untuk keamanan. Catatan itu tidak dipakai untuk mengikuti pembaca.</li></ul>
<p>Tombol bagikan adalah tautan biasa. Layanan yang Anda tuju, misalnya WhatsApp atau Facebook, baru tahu tentang Anda sesudah tombolnya ditekan.</p>
<h2>Bila Anda petugas</h2>
<p>Akun petugas memuat nama pengguna, nama lengkap, surel, jabatan, unit kerja, waktu terakhir masuk, dan kata sandi dalam bentuk teracak yang tidak dapat dibaca kembali. Siapa menulis, meninjau, dan menerbitkan ikut dicatat. Data ini dipakai untuk mengelola portal dan mempertanggungjawabkan isinya. Kuki hanya dipakai untuk masuk ke ruang redaksi.</p>
<h2>Data pribadi di dalam berita</h2>
<p>Berita dapat menyebut nama dan memuat foto orang dalam kegiatan publik. Keterangan lokasi yang tersembunyi di dalam berkas foto dibuang saat foto diunggah.</p>
<h2>Hak Anda</h2>
<p>Anda berhak meminta keterangan tentang data pribadi Anda, meminta data itu diperbaiki atau dihapus, dan berkeberatan atas pemrosesannya, sesuai undang-undang. Sampaikan permintaan lewat <a href="/kontak/">kontak kantor</a>.</p>"""

ACCESSIBILITY = """<p>Portal ini dibuat supaya dapat dipakai semua warga, termasuk yang memakai pembaca layar, papan ketik, huruf besar, atau ponsel sederhana dengan jaringan lambat.</p>
<h2>Ukuran yang kami pakai</h2>
<p>Sasaran kami adalah Pedoman Aksesibilitas Konten Web (WCAG) 2.2 tingkat AA. Halaman publik diperiksa dengan alat otomatis setiap kali portal diubah. Pemeriksaan otomatis tidak menemukan semua hambatan, jadi laporan Anda sangat berarti.</p>
<h2>Yang mungkin masih menghambat</h2>
<ul><li>Dokumen PDF, terutama hasil pindaian, belum tentu terbaca oleh pembaca layar.</li><li>Foto lama mungkin belum mempunyai keterangan yang memadai.</li><li>Video dari layanan lain belum tentu mempunyai teks.</li></ul>
<h2>Melaporkan hambatan</h2>
<p>Hubungi kami lewat <a href="/kontak/">kontak kantor</a>. Sebutkan alamat halaman, apa yang ingin Anda lakukan, dan alat yang Anda pakai. Bila suatu dokumen tidak terbaca, mintalah isinya dalam bentuk lain.</p>"""

FEEDS = """<p>Dengan umpan (feed), aplikasi pembaca berita memberi tahu Anda setiap kali ada berita baru. Tidak perlu mendaftar. Salin salah satu alamat di bawah ke aplikasi pembaca umpan Anda.</p>
<h2>Semua berita</h2>
<ul><li><a href="/berita/rss/">/berita/rss/</a> untuk RSS</li><li><a href="/berita/atom/">/berita/atom/</a> untuk Atom</li></ul>
<h2>Satu kategori</h2>
<p>Buka halaman kategori di <a href="/berita/">daftar berita</a>, lalu tambahkan rss/ di belakang alamatnya. Bentuknya: /berita/kategori/nama-kategori/rss/.</p>
<h2>Untuk pengelola situs dan media</h2>
<p>Umpan memuat isi lengkap dan waktu terbit setiap berita. Silakan menampilkannya di situs lain dengan menyebut Portal Cilegon sebagai sumber dan menautkan ke berita aslinya.</p>"""

PAGES = [
    ("tentang", "Tentang Portal", "Siapa yang mengelola portal resmi Kota Cilegon.", ABOUT),
    ("kontak", "Kontak", "Menghubungi redaksi, layanan darurat, dan layanan pengaduan.", CONTACT),
    ("privasi", "Privasi", "Data pribadi yang diproses, dan yang tidak.", PRIVACY),
    (
        "aksesibilitas",
        "Aksesibilitas",
        "Ukuran yang dipakai dan cara melaporkan hambatan.",
        ACCESSIBILITY,
    ),
    ("umpan", "Umpan RSS", "Mengikuti berita dengan aplikasi pembaca umpan.", FEEDS),
]


def write_pages(apps, schema_editor):
    Page = apps.get_model("office", "Page")
    for number, (slug, title, summary, body) in enumerate(PAGES, start=1):
        Page.objects.get_or_create(
            slug=slug,
            defaults={
                "title": title,
                "summary": summary,
                "body": body,
                "position": number * 10,
                "status": "terbit",
                "published_at": PUBLISHED_AT,
                # Models of a migration do not run save(), which would set it.
                "first_published_at": PUBLISHED_AT,
            },
        )


class Migration(migrations.Migration):
    dependencies = [("office", "0002_profile_row")]
    operations = [migrations.RunPython(write_pages, migrations.RunPython.noop)]
