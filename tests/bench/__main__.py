"""``make bench``: speed and growth of the public pages, as ratios.

Starts gunicorn on databases of 10,000 and 100,000 generated articles and measures, page
by page, against a bare Django view that returns the same bytes in the same run: both in
turn, so that a machine whose speed drifts does not bend the ratio. Absolute figures are
printed for orientation; only ratios carry over to another machine.

Uses DATABASE_URL when it is set (an empty database), else SQLite in a temporary folder.
"""

import contextlib
import http.client
import os
import shutil
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
ROUNDS = 10
REQUESTS_A_ROUND = 40


@dataclass
class Measured:
    """Latencies in seconds of a page and of its bare counterpart, and its queries."""

    page: list[float]
    bare: list[float]
    size_bytes: int
    queries: int


def main() -> None:
    """Measure and print the table."""
    folder = Path(tempfile.mkdtemp(prefix="portal-ukur-"))
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder / 'ukur.sqlite3'}")
    os.environ["CACHE_URL"] = f"filecache://{folder / 'cache'}"
    os.environ["BENCH_PAGES"] = str(folder / "halaman")
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
    try:
        _print_table({size: _measure_size(size) for size in SIZES})
    finally:
        shutil.rmtree(folder)


def _measure_size(size: int) -> dict[str, Measured]:
    import django

    django.setup()
    from django.core.management import call_command

    from tests.bench.content import grow_to

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    _say(f"Membuat {size:,} berita …")
    grow_to(size)
    _update_statistics()
    paths = _paths()
    queries = {name: _count_queries(path) for name, path in paths.items()}
    with _server() as port:
        return {name: _measure(port, name, path, queries[name]) for name, path in paths.items()}


def _paths() -> dict[str, str]:
    from news.models import Article

    middle = Article.objects.published().newest_first()[200]
    return {
        "beranda": "/",
        "berita": middle.get_absolute_url(),
        "daftar hlm. 1": "/berita/",
        "daftar dalam": "/berita/?halaman=50",
        "umpan RSS": "/berita/rss/",
    }


def _count_queries(path: str) -> int:
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    client = Client()
    client.get(path)  # warm the shared cache of the site profile
    with CaptureQueriesContext(
        connection,
    ) as captured:
        response = client.get(path)
    if response.status_code != http.HTTPStatus.OK:
        raise SystemExit(f"{path} menjawab {response.status_code}.")
    return len(captured)


def _update_statistics() -> None:
    """Let the planner know the size, as autovacuum or a nightly ANALYZE does."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    connection.close()


@contextlib.contextmanager
def _server() -> Iterator[int]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    command = [sys.executable, "-m", "gunicorn", "cilegon_portal.wsgi", "--log-level", "error"]
    command += ["--bind", f"127.0.0.1:{port}", "--workers", "1", "--threads", "1"]
    process = subprocess.Popen(command)
    try:
        for _ in range(200):
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
    _, body = _get(port, path)
    slug = name.replace(" ", "-").replace(".", "")
    stored = Path(os.environ["BENCH_PAGES"])
    stored.mkdir(exist_ok=True)
    (stored / f"{slug}-{len(body)}").write_bytes(body)
    bare_path = f"/ukur/{slug}-{len(body)}/"
    _get(port, bare_path)
    measured = Measured([], [], len(body), queries)
    for _ in range(ROUNDS):
        measured.page += [_get(port, path)[0] for _ in range(REQUESTS_A_ROUND)]
        measured.bare += [_get(port, bare_path)[0] for _ in range(REQUESTS_A_ROUND)]
    return measured


def _get(port: int, path: str) -> tuple[float, bytes]:
    started = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", path)
    response = connection.getresponse()
    body = response.read()
    connection.close()
    if response.status != http.HTTPStatus.OK:
        raise SystemExit(f"{path} menjawab {response.status}.")
    return time.perf_counter() - started, body


def _print_table(results: dict[int, dict[str, Measured]]) -> None:
    _say("")
    _say(
        "| halaman | berita | kueri | kB | permintaan/s | p50 ms | p99 ms | p50 ÷ polos | p99 ÷ polos | tumbuh |"
    )
    _say("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    smallest = min(results)
    for name in results[smallest]:
        for size, pages in results.items():
            one, first = pages[name], results[smallest][name]
            growth = _ratio(one, 50) / _ratio(first, 50)
            rate = len(one.page) / sum(one.page)
            _say(
                f"| {name} | {size:,} | {one.queries} | {one.size_bytes / 1000:.1f} | {rate:.0f} "
                f"| {_percentile(one.page, 50) * 1000:.1f} | {_percentile(one.page, 99) * 1000:.1f} "
                f"| {_ratio(one, 50):.2f} | {_ratio(one, 99):.2f} | {growth:.2f} |"
            )
    unequal = [
        n for n in results[smallest] if len({pages[n].queries for pages in results.values()}) > 1
    ]
    if unequal:
        raise SystemExit(f"Jumlah kueri tumbuh bersama isi: {', '.join(unequal)}.")


def _ratio(measured: Measured, percent: int) -> float:
    return _percentile(measured.page, percent) / _percentile(measured.bare, percent)


def _percentile(values: list[float], percent: int) -> float:
    return statistics.quantiles(values, n=100)[percent - 1]


def _say(text: str) -> None:
    print(text, flush=True)  # noqa: T201 -- the table is the command's product


if __name__ == "__main__":
    main()
