"""``make bench``: speed and growth of the public pages, as ratios.

Starts gunicorn on databases of 10,000 and 100,000 generated articles, as many dates of events and
aspirations, and 50 and 500 KIM, and measures, page by page, against a bare Django view that
returns the same bytes in the same run: both in turn, so that a machine whose speed drifts does
not bend the ratio. Absolute figures are
printed for orientation; only ratios carry over to another machine. Each page is measured
for a fixed time, so a busy machine gives rougher figures and not a longer run; least rough
then is the processor time of the server (without that of PostgreSQL, another process).

Uses DATABASE_URL when it is set (an empty database), else SQLite in a temporary folder.
"""

import contextlib
import http.client
import os
import shutil
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SIZES = (10_000, 100_000)
SECONDS_A_PAGE = 5.0
IN_TURN = 5  # requests to the page, then as many to its bare counterpart
GROUPS_AMONG = 200  # one KIM to so many articles: 50, then 500
STEP = 10_000  # articles between two lines of progress

_STARTED = time.monotonic()


@dataclass(frozen=True)
class Answer:
    """How long one answer took, in seconds: for who asked, and of the server's processor."""

    waited: float
    processor: float
    body: bytes


@dataclass
class Measured:
    """Answers of a page and of its bare counterpart, and the page's queries."""

    page: list[Answer]
    bare: list[Answer]
    queries: int


def main() -> None:
    """Measure and print the table."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("Dihentikan."))  # server and folder go too
    folder = Path(tempfile.mkdtemp(prefix="portal-ukur-"))
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder / 'ukur.sqlite3'}")
    os.environ["CACHE_URL"] = f"filecache://{folder / 'cache'}"
    os.environ["BENCH_PAGES"] = str(folder / "halaman")
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
    try:
        _prepare()
        _print_table({size: _measure_size(size) for size in SIZES})
    finally:
        shutil.rmtree(folder)


def _prepare() -> None:
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    if connection.introspection.table_names():
        raise SystemExit("Basis data di DATABASE_URL berisi tabel. Pakai yang kosong.")
    _progress(f"Menyiapkan {connection.display_name} dan berkas statis")
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)


def _measure_size(size: int) -> dict[str, Measured]:
    _fill(size)
    paths = _paths()
    queries = {name: _count_queries(path) for name, path in paths.items()}
    measured = {}
    with _server() as port:
        for name, path in paths.items():
            _progress(f"Mengukur {name} pada {size:,} berita")
            measured[name] = _measure(port, name, path, queries[name])
    return measured


def _fill(size: int) -> None:
    from django.db import connection
    from django.utils import timezone

    from news.models import Article
    from tests.bench.agenda_content import grow_agenda_to
    from tests.bench.community_content import (
        grow_activities_to,
        grow_aspirations_to,
        grow_groups_to,
    )
    from tests.bench.content import grow_to, read_lately

    for total in range(Article.objects.count() + STEP, size + 1, STEP):
        _progress(f"Membuat berita sampai {total:,}")
        grow_to(total)
    read_lately(timezone.localdate())
    _progress(f"Membuat tanggal acara sampai {size:,}")
    grow_agenda_to(size, timezone.localdate())
    _progress(f"Membuat {size // GROUPS_AMONG:,} KIM, {size:,} aspirasi, dan kegiatan")
    grow_groups_to(size // GROUPS_AMONG, timezone.localdate())
    grow_aspirations_to(size, timezone.localdate())
    grow_activities_to(size // 2, timezone.localdate())
    with connection.cursor() as cursor:
        # Let the planner know the size, as autovacuum or a nightly ANALYZE does.
        cursor.execute("ANALYZE")
    connection.close()


def _paths() -> dict[str, str]:
    from django.utils import timezone

    from news.models import Article

    today = timezone.localdate()
    middle = Article.objects.published().newest_first()[200]
    return {
        "beranda": "/",
        "berita": middle.get_absolute_url(),
        "daftar hlm. 1": "/berita/",
        "daftar hlm. 50": "/berita/?halaman=50",
        "umpan RSS": "/berita/rss/",
        "topik": middle.category.get_absolute_url(),
        "tag pada separuh berita": "/berita/tag/tag-0/",
        "arsip bulan": "/berita/arsip/2021/05/",
        "pencarian": "/cari/?q=pelabuhan",
        "agenda": "/agenda/",
        "agenda satu bulan": f"/agenda/{today:%Y/%m}/",
        "agenda satu hari": f"/agenda/{today:%Y/%m/%d}/",
        "agenda satu pejabat": "/agenda/pejabat/pejabat-0/",
        "kalender .ics": "/agenda/kalender.ics",
        "direktori KIM": "/kim/",
        "satu KIM": "/kim/kim-ukur-0/",
        "kegiatan satu KIM": "/kim/kim-ukur-0/kegiatan/",
        "sebaran KIM": "/kim/sebaran/",
        "aspirasi": "/aspirasi/",
    }


def _count_queries(path: str) -> int:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    client.get(path)  # warm the shared cache of the site profile
    with CaptureQueriesContext(connection) as captured:
        response = client.get(path)
    if response.status_code != http.HTTPStatus.OK:
        raise SystemExit(f"{path} menjawab {response.status_code}.")
    connection.close()
    return len(captured)


@contextlib.contextmanager
def _server() -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "cilegon_portal.wsgi", "--log-level", "error"]
    command += ["--bind", f"127.0.0.1:{port}", "--workers", "1", "--threads", "1"]
    process = subprocess.Popen(command)
    try:
        for _ in range(600):
            with (
                contextlib.suppress(OSError),
                socket.create_connection(("127.0.0.1", port), timeout=1),
            ):
                break
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait()


def _measure(port: int, name: str, path: str, queries: int) -> Measured:
    body = _get(port, path).body
    slug = name.replace(" ", "-").replace(".", "")
    stored = Path(os.environ["BENCH_PAGES"])
    stored.mkdir(exist_ok=True)
    (stored / f"{slug}-{len(body)}").write_bytes(body)
    bare_path = f"/ukur/{slug}-{len(body)}/"
    _get(port, bare_path)
    measured = Measured([], [], queries)
    deadline = time.monotonic() + SECONDS_A_PAGE
    while time.monotonic() < deadline:
        measured.page += [_get(port, path) for _ in range(IN_TURN)]
        measured.bare += [_get(port, bare_path) for _ in range(IN_TURN)]
    return measured


def _get(port: int, path: str) -> Answer:
    started = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    if response.status != http.HTTPStatus.OK:
        raise SystemExit(f"{path} menjawab {response.status}.")
    waited = time.perf_counter() - started
    return Answer(waited, float(response.headers["X-Processor-Time"]), body)


def _print_table(results: dict[int, dict[str, Measured]]) -> None:
    columns = ["halaman", "berita", "kueri", "kB", "per detik", "p50 ms", "p99 ms", "prosesor ms"]
    columns += ["per detik ÷ polos", "p50 ÷ polos", "p99 ÷ polos", "prosesor ÷ polos"]
    columns += ["tumbuh p50", "tumbuh prosesor"]
    _say(f"\n| {' | '.join(columns)} |")
    _say(f"| --- {'| ---: ' * (len(columns) - 1)}|")
    smallest = results[min(results)]
    for name, first in smallest.items():
        for size, pages in results.items():
            cells = [name, f"{size:,}", *_cells(pages[name], first)]
            _say(f"| {' | '.join(cells)} |")
    unequal = [
        name for name in smallest if len({pages[name].queries for pages in results.values()}) > 1
    ]
    if unequal:
        raise SystemExit(f"Jumlah kueri tumbuh bersama isi: {', '.join(unequal)}.")


def _cells(one: Measured, first: Measured) -> list[str]:
    page, bare = _figures(one.page), _figures(one.bare)
    ratios = [mine / theirs for mine, theirs in zip(page, bare, strict=True)]
    first_page, first_bare = _figures(first.page), _figures(first.bare)
    _, p50, _, processor = (
        now * theirs / mine
        for now, mine, theirs in zip(ratios, first_page, first_bare, strict=True)
    )
    return [
        str(one.queries),
        f"{len(one.page[0].body) / 1000:.1f}",
        f"{page[0]:.0f}",
        *(f"{seconds * 1000:.1f}" for seconds in page[1:]),
        *(f"{ratio:.2f}" for ratio in (*ratios, p50, processor)),
    ]


def _figures(answers: list[Answer]) -> tuple[float, float, float, float]:
    """Return answers a second, p50 and p99 of waiting, and p50 of the processor, in seconds."""
    waited = [answer.waited for answer in answers]
    percentiles = statistics.quantiles(waited, n=100)
    processor = statistics.median(answer.processor for answer in answers)
    return len(waited) / sum(waited), percentiles[49], percentiles[98], processor


def _progress(text: str) -> None:
    _say(f"[{time.monotonic() - _STARTED:4.0f} s] {text} …")


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 -- the table is the command's product


if __name__ == "__main__":
    main()
