"""The pictures of the demo articles: illustrations, so that no photo claims to show an event."""

from typing import Final

from cilegon_portal.accounts.models import User
from cilegon_portal.library.models import Picture
from cilegon_portal.library.uploads import store_picture
from news.demo_drawing import draw

CREDIT: Final = "Ilustrasi: Portal Cilegon"
# File in demo_data/ilustrasi → name in the library, alternative text.
ILLUSTRATIONS: Final = {
    "aspal": ("Jalan aspal plastik", "Jalan aspal lurus dengan serpih plastik berwarna di permukaannya"),
    "baja": ("Gulungan baja", "Gulungan lembaran baja di samping tungku yang menyala"),
    "kunjungan": ("Dua bintang bertaut", "Dua bintang segi delapan yang saling bertaut"),
    "layanan": ("Mobil layanan keliling", "Mobil layanan keliling berwarna putih dan jingga di jalan"),
    "literasi": ("Memeriksa kabar", "Kaca pembesar bertanda centang di atas berita pada layar ponsel"),
    "majelis": ("Masjid", "Masjid berkubah kuning dengan dua menara"),
    "mangrove": ("Mangrove", "Tiga pohon mangrove di tepi laut saat matahari rendah"),
    "onthel": ("Sepeda onthel", "Sepeda onthel dengan lampu menyala di bawah bulan sabit"),
    "paripurna": ("Ruang rapat paripurna", "Deretan kursi melengkung menghadap mimbar ruang rapat"),
    "pelabuhan": ("Pelabuhan", "Kapal bermuatan peti kemas di samping derek pelabuhan"),
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
