"""How fast the search is among 100,000 articles whose words are as unevenly common as those of a language."""

import itertools
import os
import random
import statistics
import time
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

from tests.bench.search.quality import DEPTH
from tests.bench.search.storing import say, store

SIZE = 100_000
STEP = 10_000
VOCABULARY = 40_000


def measure_speed() -> None:
    """Fill the database, and print size, rebuild, the cost of a save and what searches take."""
    from django.core.management import call_command

    started = time.monotonic()
    _fill()
    say(f"{SIZE:,} berita masuk dalam {time.monotonic() - started:.0f} s")
    started = time.monotonic()
    call_command("bangun_indeks", "--awal", stdout=open(os.devnull, "w"))  # noqa: PTH123, SIM115
    say(f"bangun_indeks {time.monotonic() - started:.0f} s, indeks {_index_megabytes():.0f} MB")
    with_index, without = _saving_ms()
    say(
        f"simpan {with_index:.1f} ms, tanpa indeks {without:.1f} ms, {with_index / without:.2f} kali"
    )
    _store_synonyms()
    # What a process does once: the addresses are loaded with the first result that is shown.
    _search_ms(" ".join(_words()[0][:2]), {})
    for name, queries in _queries().items():
        waited, spent = zip(*(_search_ms(*query) for query in queries), strict=True)
        say(
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
        store(
            [
                (" ".join(pool[at : at + 8]), f"<p>{' '.join(pool[at + 8 : at + 210])}</p>")
                for at in range(0, len(pool), 210)
            ],
            first,
            have_places=True,
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
