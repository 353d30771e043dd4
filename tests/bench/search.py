"""``python -m tests.bench.search``: how good and how fast the search is.

Good: questions with known answers over passages made from the kelurahan and the services of a
city, asked in other forms of the words than the passages have; recall@10 and MRR of the site's
engine beside those of bm25s on the same stems. Fast: 100,000 articles whose words are as
unevenly common as those of a language. Uses DATABASE_URL (an empty database), else SQLite in a
temporary folder.
"""

import itertools
import os
import random
import shutil
import statistics
import tempfile
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

SIZE = 100_000
STEP = 10_000
VOCABULARY = 40_000
TOPICS = 10
APART = timedelta(minutes=50)  # 100,000 articles are nine and a half years
DEPTH = 10
_NEWEST = datetime(2026, 1, 1, tzinfo=UTC)

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


def main() -> None:
    """Measure and print both."""
    folder = Path(tempfile.mkdtemp(prefix="portal-cari-"))
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder / 'ukur.sqlite3'}")
    os.environ["CACHE_URL"] = f"filecache://{folder / 'cache'}"
    os.environ["BENCH_PAGES"] = str(folder / "halaman")
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
    try:
        _prepare()
        _measure_quality()
        _measure_speed()
    finally:
        shutil.rmtree(folder)


def _prepare() -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    if connection.introspection.table_names():
        raise SystemExit("Basis data di DATABASE_URL berisi tabel. Pakai yang kosong.")
    call_command("migrate", verbosity=0)


def _measure_quality() -> None:
    from django.utils import timezone

    from cilegon_portal.search.finding import find
    from cilegon_portal.search.query import parse_query
    from cilegon_portal.search.scope import Scope
    from news.models import Article

    passages, questions = _passages_and_questions()
    _store([(title, f"<p>{text}</p>") for title, text in passages])
    keys = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    scope = Scope(timezone.now())
    ours = []
    for question, answer in questions:
        hits = find(parse_query(question), scope).hits[:DEPTH]
        ours.append(_place(keys[answer], [hit.object_id for hit in hits]))
    theirs = _places_of_library(passages, questions)
    _say(f"{len(passages):,} bacaan, {len(questions)} pertanyaan")
    for name, places in (("portal", ours), ("bm25s", theirs)):
        recall = sum(place > 0 for place in places) / len(places)
        mrr = sum(1 / place for place in places if place) / len(places)
        _say(f"{name:<8} recall@10 {recall:.3f}  MRR {mrr:.3f}")
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


def _measure_speed() -> None:
    from django.core.management import call_command

    started = time.monotonic()
    _fill()
    _say(f"{SIZE:,} berita masuk dalam {time.monotonic() - started:.0f} s")
    started = time.monotonic()
    call_command("bangun_indeks", "--awal", stdout=open(os.devnull, "w"))  # noqa: PTH123, SIM115
    _say(f"bangun_indeks {time.monotonic() - started:.0f} s, indeks {_index_megabytes():.0f} MB")
    with_index, without = _saving_ms()
    _say(
        f"simpan {with_index:.1f} ms, tanpa indeks {without:.1f} ms, {with_index / without:.2f} kali"
    )
    _store_synonyms()
    # What a process does once: the addresses are loaded with the first result that is shown.
    _search_ms(" ".join(_words()[0][:2]), {})
    for name, queries in _queries().items():
        waited, spent = zip(*(_search_ms(*query) for query in queries), strict=True)
        _say(
            f"{name:<24} prosesor: median {statistics.median(spent):5.1f}, terlama {max(spent):5.1f} ms;"
            f" menunggu: {statistics.median(waited):5.1f}, {max(waited):5.1f} ms"
        )


def _words() -> tuple[list[str], list[float]]:
    """Return words and how often they occur, piled up: the n-th most common 1/n as often as the first."""
    syllables = [first + last for first in "bdgjklmnprst" for last in "aeiou"]
    words = ["".join(parts) for parts in itertools.product(syllables, repeat=3)][:VOCABULARY]
    random.Random(3).shuffle(words)  # noqa: S311 -- content, not secrets
    return words, list(itertools.accumulate(1 / (rank + 3) for rank in range(len(words))))


def _fill() -> None:
    words, weights = _words()
    dice = random.Random(5)  # noqa: S311 -- content, not secrets
    for first in range(0, SIZE, STEP):
        pool = dice.choices(words, cum_weights=weights, k=STEP * 210)
        _store(
            [
                (" ".join(pool[at : at + 8]), f"<p>{' '.join(pool[at + 8 : at + 210])}</p>")
                for at in range(0, len(pool), 210)
            ],
            first,
            have_places=True,
        )


def _store(texts: Sequence[tuple[str, str]], first: int = 0, *, have_places: bool = False) -> None:
    from cilegon_portal.publishing.models import Status
    from cilegon_portal.regions.models import Region
    from news.models import Article, Category

    topics = [
        Category.objects.get_or_create(name=f"Topik {number}", slug=f"topik-{number}")[0]
        for number in range(TOPICS)
    ]
    places = [
        None,
        None,
        *Region.objects.villages().order_by("code"),
    ]  # most news is of no one place
    for at in range(0, len(texts), 1_000):
        Article.objects.bulk_create(
            Article(
                title=title[:120],
                slug=f"ukur-{number}",
                body=body,
                category=topics[number % TOPICS],
                region=places[number % len(places)] if have_places else None,
                status=Status.PUBLISHED,
                published_at=_NEWEST - number * APART,
            )
            for number, (title, body) in enumerate(texts[at : at + 1_000], first + at)
        )


def _store_synonyms() -> None:
    """Have twenty common words mean the same as a rare one, half of them in pairs, as "kartu keluarga" and "KK"."""
    from cilegon_portal.search.models import Synonyms

    words, _ = _words()
    for number, rare in enumerate(words[4_000:4_010]):
        Synonyms.objects.create(words=f"{words[20 + number]}\n{rare}")
    for number, rare in enumerate(words[4_010:4_015]):
        Synonyms.objects.create(words=f"{words[30 + 2 * number]} {words[31 + 2 * number]}\n{rare}")


def _queries() -> dict[str, list[tuple[str, dict[str, Any]]]]:
    """Return searches by kind: what is typed, and what it is narrowed to (``newest``: the other order)."""
    from cilegon_portal.regions.models import Region
    from news.models import Category

    words, _ = _words()
    dice = random.Random(11)  # noqa: S311 -- content, not secrets
    common, usual = words[:20], words[20:5_000]
    letters = "abcdefghijklmnopqrstuvwxyz    "
    two: list[tuple[str, dict[str, Any]]] = [
        (" ".join(dice.sample(common, 2)), {}) for _ in range(10)
    ]
    narrowed: dict[str, dict[str, Any]] = {
        "disaring tahun": {"year": 2017},
        "disaring wilayah": {"region": Region.objects.villages()[0].pk},
        "disaring kategori": {"topic": Category.objects.all()[0].pk},
        "disaring jenis (kosong)": {"kinds": ("kim",)},
        "terbaru": {"newest": True},
        "terbaru satu tahun": {"newest": True, "year": 2017},
        "staf (admin)": {"at": None, "newest": True, "kinds": ("berita",)},
    }
    kinds: dict[str, list[tuple[str, dict[str, Any]]]] = {
        "dua kata biasa": [
            (f"{dice.choice(words[20:2_000])} {dice.choice(usual)}", {}) for _ in range(60)
        ],
        "satu kata biasa": [(dice.choice(words[20:3_000]), {}) for _ in range(20)],
        "satu kata sangat umum": [(word, {}) for word in common],
        "dua kata sangat umum": two,
        "sepuluh kata umum": [(" ".join(dice.sample(common, 10)), {}) for _ in range(10)],
        "sepuluh kata biasa": [(" ".join(dice.sample(words[20:300], 10)), {}) for _ in range(10)],
        "pertanyaan 20 kata": [
            (" ".join(dice.sample(words[:60], 12) + dice.sample(usual, 8)), {}) for _ in range(10)
        ],
        "petik, kata umum": [(f'"{" ".join(dice.sample(words[:10], 2))}"', {}) for _ in range(10)],
        "petik, tiga kata": [(f'"{" ".join(dice.sample(words[:30], 3))}"', {}) for _ in range(10)],
        "petik yang tidak ada": [
            (f'"{" ".join(dice.sample(words[:20], 6))}" {dice.choice(usual)}', {})
            for _ in range(10)
        ],
        "kata dengan padanan": [(word, {}) for word in words[20:30]],
        "frasa dengan padanan": [(" ".join(words[at : at + 2]), {}) for at in range(30, 40, 2)],
        "padanan dalam pertanyaan": [
            (" ".join(words[20:40] + dice.sample(usual, 4)), {}) for _ in range(10)
        ],
        "dua petik": [
            ('"{} {}" "{} {}"'.format(*dice.sample(words[:10], 4)), {}) for _ in range(10)
        ],
        "200 huruf acak": [("".join(dice.choices(letters, k=200)), {}) for _ in range(10)],
        "salah ketik": [(word[:3] + word[4:], {}) for word in dice.sample(words[:3_000], 10)],
    }
    for name, asked in narrowed.items():
        kinds[name] = [(text, asked) for text, _ in two]
    return kinds


def _search_ms(text: str, asked: dict[str, Any]) -> tuple[float, float]:
    """Return waiting and processor time to find and show ten and to suggest; nobody asked for its words lately."""
    from django.core.cache import cache
    from django.utils import timezone

    from cilegon_portal.search.finding import find, show
    from cilegon_portal.search.query import parse_query
    from cilegon_portal.search.scope import Scope
    from cilegon_portal.search.suggesting import suggestion

    at, query, asked = timezone.now(), parse_query(text), dict(asked)
    newest_first = asked.pop("newest", False)
    scope = Scope(**{"at": at, **asked})
    cache.clear()
    find(parse_query("takseorangpun"), Scope(at))  # the size is known: it is kept for all
    started, spent = time.perf_counter(), _processor_s()
    found = find(query, scope, newest_first=newest_first)
    list(show(found, found.hits[:DEPTH], at))
    suggestion(query, scope)
    return (time.perf_counter() - started) * 1000, (_processor_s() - spent) * 1000


def _processor_s() -> float:
    """Return the processor time of this process and, where it runs here, of PostgreSQL's."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return time.process_time()
    backend = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    behind = int(backend.read_text().split()[0]) / 1e9 if backend.exists() else 0.0
    return time.process_time() + behind


def _saving_ms() -> tuple[float, float]:
    """Return the median processor time of a save of an article with and without its index, in turn.

    Each in a transaction of its own, and with a sentence more that holds a word nobody wrote before.
    """
    from unittest import mock

    from cilegon_portal.search.searchable import Searchable
    from news.models import Article

    without = mock.patch.object(Searchable, "reindex", return_value=None)
    spent: tuple[list[float], list[float]] = ([], [])
    for number, article in enumerate(Article.objects.order_by("pk")[:200]):
        ways: tuple[AbstractContextManager[object], ...] = (nullcontext(), without)
        for times, way in zip(spent, ways, strict=True):
            article.body += f"<p>Kalimat baru tentang {_letters(number)}.</p>"
            with way:
                started = _processor_s()
                article.save()
                times.append(_processor_s() - started)
    return statistics.median(spent[0]) * 1000, statistics.median(spent[1]) * 1000


def _letters(number: int) -> str:
    """Return a word of its own for *number*."""
    return "kata" + "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _index_megabytes() -> float:
    """Return what the index takes: documents with their texts and stems, and what engines add."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SELECT pg_total_relation_size('search_document')")
            return float(cursor.fetchone()[0]) / 1e6
        tables = "name LIKE 'search_%%' OR name LIKE 'sqlite_autoindex_search_%%'"
        try:
            cursor.execute(f"SELECT SUM(pgsize) FROM dbstat WHERE {tables.replace('%%', '%')}")  # noqa: S608
        except Exception:  # noqa: BLE001 -- this SQLite was built without dbstat
            return float("nan")
        return float(cursor.fetchone()[0]) / 1e6


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 -- the figures are the command's product


if __name__ == "__main__":
    main()
