"""How good the search is: questions with known answers, beside a BM25 library.

Passages are made from the kelurahan and the services of a city; the questions have other forms of
the words than the passages.
"""

import itertools
import random
from collections.abc import Sequence

from tests.bench.search.storing import say, store

DEPTH = 10


# A service as a headline says it, as a text tells it, and as a citizen asks.
SERVICES = [
    ("Pendaftaran peserta posyandu balita", "penimbangan dan pemberian vitamin", "mendaftarkan balita untuk ditimbang"),
    ("Pembangunan drainase jalan lingkungan", "saluran digali sedalam satu meter", "kapan got dibangun supaya jalan tidak digenangi air"),
    ("Pelayanan perekaman KTP elektronik", "perekaman sidik jari dan foto", "melayani rekam sidik jari untuk KTP"),
    ("Pelatihan menjahit ibu rumah tangga", "mesin dipinjamkan selama sebulan", "siapa melatih ibu menjahit dengan mesin pinjaman"),
    ("Penyaluran bantuan beras keluarga penerima", "sepuluh kilogram setiap keluarga", "berapa beras disalurkan bagi tiap keluarga"),
    ("Pengangkutan sampah rumah tangga", "truk datang pada pagi hari", "pukul berapa truk mengangkut sampah"),
    ("Pemeriksaan kesehatan lanjut usia", "tekanan darah dan gula diperiksa", "memeriksakan gula darah orang tua"),
    ("Penanaman mangrove pesisir", "bibit ditanam bersama nelayan", "menanam bibit mangrove dengan nelayan"),
    ("Perbaikan lampu penerangan jalan", "tiang yang padam diganti", "melaporkan tiang lampu padam yang belum diperbaiki"),
    ("Penyuluhan pencegahan demam berdarah", "jentik dicari di bak mandi", "menyuluh warga mencegah jentik demam berdarah"),
    ("Pembagian bibit ikan lele", "kolam terpal dibuat sendiri", "membagikan bibit lele untuk kolam terpal"),
    ("Pembukaan taman bacaan anak", "buku cerita disumbangkan warga", "anak membaca buku cerita sumbangan"),
    ("Penyemprotan kandang ternak", "kambing dan sapi divaksin", "vaksinasi kambing serta menyemprot kandang"),
    ("Perpanjangan izin usaha mikro", "nomor induk berusaha diterbitkan", "memperpanjang nomor induk usaha mikro"),
    ("Pengerukan sungai sebelum musim hujan", "lumpur diangkat alat berat", "alat berat mengeruk lumpur sungai"),
    ("Pertandingan bola voli antarkampung", "piala diserahkan camat", "bertanding voli memperebutkan piala camat"),
    ("Pengajian akbar tahun baru Hijriah", "penceramah dari pesantren", "mengaji bersama penceramah pesantren"),
    ("Penertiban pedagang kaki lima", "lapak dipindahkan ke pasar", "lapak pedagang ditertibkan dan dipindah ke mana"),
    ("Pemasangan pipa air bersih", "sambungan baru setiap rumah", "memasang sambungan pipa air di rumah"),
    ("Simulasi evakuasi gempa sekolah", "murid berkumpul di lapangan", "murid dievakuasi saat simulasi gempa"),
    ("Penghargaan kader keluarga berencana", "kader mengunjungi pasangan muda", "kader dihargai karena kunjungan pasangan muda"),
    ("Pengecatan gapura kampung", "lomba kebersihan kemerdekaan", "mengecat gapura untuk berlomba bersih"),
    ("Pendataan rumah tidak layak huni", "atap dan lantai diperbaiki", "mendata atap rumah yang tak layak dihuni"),
    ("Peresmian pos kamling", "ronda malam digilir", "giliran meronda di pos yang diresmikan"),
    ("Pemutaran film dokumenter sejarah", "layar tancap di alun-alun", "menonton film sejarah di layar tancap"),
    ("Pemilihan ketua rukun warga", "suara dihitung terbuka", "memilih ketua RW dan penghitungan suara"),
]  # fmt: skip


QUESTIONS = (
    "bagaimana cara {asked} di {place}?",
    "saya warga {place}, ingin tahu soal {asked}",
    "{asked} {place}",
    "apakah ada kegiatan {asked} di sekitar {place} tahun ini",
    "di mana dan kapan {asked}, khususnya warga {place}",
)


_FILLING = (
    "Lurah mengajak warga datang lebih awal dan membawa kartu keluarga.",
    "Kegiatan serupa sebelumnya berlangsung di {other} dan mendapat sambutan.",
    "Anggarannya dari APBD kota dan diawasi bersama pengurus kampung.",
    "Keterangan lebih lanjut dapat ditanyakan di kantor kelurahan pada jam kerja.",
    "Sesudah itu ada pula {service} di {other} pada bulan depan.",
    "Petugas dinas hadir sejak pagi sampai kegiatan selesai.",
)


def measure_quality() -> None:
    """Print recall@10 and MRR of both; the passages go again."""
    from django.utils import timezone

    from cilegon_portal.search.finding import find
    from cilegon_portal.search.query import parse_query
    from cilegon_portal.search.scope import Scope
    from news.models import Article

    passages, questions = _passages_and_questions()
    store([(title, f"<p>{text}</p>") for title, text in passages])
    keys = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    scope = Scope(timezone.now())
    ours = []
    for question, answer in questions:
        hits = find(parse_query(question), scope).hits[:DEPTH]
        ours.append(_place(keys[answer], [hit.object_id for hit in hits]))
    theirs = _places_of_library(passages, questions)
    say(f"{len(passages):,} bacaan, {len(questions)} pertanyaan")
    for name, places in (("portal", ours), ("bm25s", theirs)):
        recall = sum(place > 0 for place in places) / len(places)
        mrr = sum(1 / place for place in places if place) / len(places)
        say(f"{name:<8} recall@10 {recall:.3f}  MRR {mrr:.3f}")
    Article.objects.all().delete()


def _places_of_library(
    passages: Sequence[tuple[str, str]], questions: Sequence[tuple[str, int]]
) -> list[int]:
    import bm25s

    from cilegon_portal.search.analysis import stems

    library = bm25s.BM25()
    library.index([stems(f"{title} {text}") for title, text in passages], show_progress=False)
    asked = [stems(question) for question, _ in questions]
    found, _ = library.retrieve(asked, k=DEPTH, show_progress=False)
    return [_place(answer, list(row)) for row, (_, answer) in zip(found, questions, strict=True)]


def _place(answer: int, found: Sequence[int]) -> int:
    """Return at which place *answer* was found; 0 where it was not."""
    return found.index(answer) + 1 if answer in found else 0


def _passages_and_questions() -> tuple[list[tuple[str, str]], list[tuple[str, int]]]:
    from cilegon_portal.regions.models import Region

    dice = random.Random(7)  # noqa: S311 -- content, not secrets
    places = [region.name for region in Region.objects.villages().order_by("code")]
    passages, questions = [], []
    for number, (service, place) in enumerate(itertools.product(SERVICES, places)):
        headline, detail, asked = service
        filling = [
            sentence.format(other=dice.choice(places), service=dice.choice(SERVICES)[1])
            for sentence in dice.sample(_FILLING, k=4)
        ]
        # A headline does not always say where.
        title = f"{headline} di {place}" if dice.random() < 0.6 else headline
        where = f"Warga Kelurahan {place} menyambut {headline.lower()}; {detail}."
        text = " ".join([*filling[:2], where, *filling[2:]])
        passages.append((title, text))
        if dice.random() < 0.4:
            questions.append((dice.choice(QUESTIONS).format(asked=asked, place=place), number))
    return passages, questions
