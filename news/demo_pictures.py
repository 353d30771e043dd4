"""The pictures of the demo articles: illustrations, so that no photo claims to show an event."""

from typing import Final

from cilegon_portal.accounts.models import User
from cilegon_portal.library.models import Picture
from cilegon_portal.library.uploads import store_picture
from news.demo_drawing import draw

CREDIT: Final = "Ilustrasi: Portal Cilegon"
# File in demo_data/ilustrasi → name in the library, alternative text.
ILLUSTRATIONS: Final = {
    "air": ("Keran air bersih", "Keran meneteskan air ke ember kecil berwarna jingga"),
    "aspal": ("Jalan aspal plastik", "Jalan aspal lurus dengan serpih plastik berwarna di permukaannya"),
    "baja": ("Gulungan baja", "Gulungan lembaran baja di samping tungku yang menyala"),
    "buku": ("Buku terbuka", "Buku terbuka di depan rak berisi buku berwarna-warni"),
    "grafik": ("Grafik data", "Layar berisi diagram batang, garis, dan lingkaran"),
    "halte": ("Halte dan bus", "Bus jingga mendekati halte dengan rambu bundar"),
    "kamera": ("Kamera", "Kamera foto berwarna putih dan jingga"),
    "kitab": ("Kitab dan lampu", "Kitab terbuka di atas rehal, dua lampu kuning tergantung"),
    "kunjungan": ("Dua bintang bertaut", "Dua bintang segi delapan yang saling bertaut"),
    "ladang": ("Ladang sayur", "Barisan sayur di ladang, matahari di balik bukit"),
    "lampu": ("Lampu penerangan jalan", "Lampu jalan menyinari aspal pada malam hari, gedung di kejauhan"),
    "layanan": ("Mobil layanan keliling", "Mobil layanan keliling berwarna putih dan jingga di jalan"),
    "literasi": ("Memeriksa kabar", "Kaca pembesar bertanda centang di atas berita pada layar ponsel"),
    "loket": ("Loket layanan", "Tiga loket bernomor dengan dua petugas di balik kaca"),
    "majelis": ("Masjid", "Masjid berkubah kuning dengan dua menara"),
    "mangrove": ("Mangrove", "Tiga pohon mangrove di tepi laut saat matahari rendah"),
    "menara": ("Menara pemancar", "Menara pemancar di bukit, diapit dua rumah"),
    "musyawarah": ("Musyawarah", "Tujuh orang duduk mengelilingi meja lonjong dengan kertas di atasnya"),
    "onthel": ("Sepeda onthel", "Sepeda onthel dengan lampu menyala di bawah bulan sabit"),
    "paripurna": ("Ruang rapat paripurna", "Deretan kursi melengkung menghadap mimbar ruang rapat"),
    "pasar": ("Lapak pasar", "Lapak pasar bertenda jingga dengan sayur dan buah"),
    "pelabuhan": ("Pelabuhan", "Kapal bermuatan peti kemas di samping derek pelabuhan"),
    "pena": ("Buku catatan", "Pensil di atas buku catatan yang terisi tulisan"),
    "perahu": ("Perahu layar", "Perahu layar di laut dengan matahari dan perbukitan di belakangnya"),
    "ponsel": ("Portal di ponsel", "Halaman berita pada layar ponsel dengan dua gelembung percakapan"),
    "posyandu": ("Rumah sehat", "Rumah beratap jingga bertanda hati, diapit dua pohon"),
    "saluran": ("Saluran air saat hujan", "Hujan turun di atas saluran air yang mengalir lancar"),
    "sampah": ("Tiga tempat sampah", "Tempat sampah hijau, kuning, dan merah untuk tiga jenis sampah"),
    "sekolah": ("Gedung sekolah", "Gedung sekolah dengan jam dinding dan bendera"),
    "stetoskop": ("Catatan pemeriksaan", "Papan catatan kesehatan bertanda tambah hijau dan stetoskop"),
    "taman": ("Taman kota", "Bangku taman di bawah pohon peneduh"),
    "telepon": ("Menelepon 112", "Ponsel dengan nomor 112 di layar, siap memanggil"),
}  # fmt: skip


def illustration(name: str) -> Picture:
    """Return the illustration *name* from the library; drawn and stored when it is not there yet."""
    title, alt_text = ILLUSTRATIONS[name]
    picture = Picture.objects.filter(title=title, credit=CREDIT).first()
    return picture or store_picture(
        draw(name),
        title=title,
        alt_text=alt_text,
        credit=CREDIT,
        uploaded_by=User.objects.filter(username="editor").first(),
    )
