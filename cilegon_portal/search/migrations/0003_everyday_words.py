from django.db import migrations

# What people type on a phone, and short names. Staff add to it and take from it. Whoever types a
# wording of several words finds it as a whole: none is here whose words people mean apart as well.
EVERYDAY = """
yang, yg
dengan, dgn
untuk, utk
jalan, jln, jl
nomor, nomer, no
tanggal, tgl
berapa, brp
bagaimana, gimana, gmn
di mana, dimana, dmn
kecamatan, kec
kelurahan, kel
hoaks, hoax
wali kota, walikota
wakil wali kota, wakil walikota, wawali
dinas kependudukan dan pencatatan sipil, disdukcapil, dukcapil
dinas komunikasi informatika sandi dan statistik, diskominfo, kominfo
dewan perwakilan rakyat daerah, DPRD
kartu tanda penduduk, KTP, e-KTP
kartu keluarga, KK
usaha mikro kecil dan menengah, usaha mikro kecil menengah, UMKM
hari ulang tahun, HUT, hari jadi
masjid, mesjid
salat, sholat, shalat, solat
Pulomerak, Pulo Merak
"""


def add_everyday_words(apps, schema_editor):
    synonyms = apps.get_model("search", "Synonyms").objects
    known = {line.strip().casefold() for item in synonyms.all() for line in item.words.splitlines()}
    for line in EVERYDAY.strip().splitlines():
        words = line.split(", ")
        if not known.intersection(word.casefold() for word in words):
            synonyms.create(words="\n".join(words))


class Migration(migrations.Migration):
    dependencies = [("search", "0002_marks")]

    operations = [
        migrations.RunPython(add_everyday_words, migrations.RunPython.noop, elidable=False)
    ]
