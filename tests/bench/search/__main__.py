"""``python -m tests.bench.search``: how good and how fast the search is.

Good: questions with known answers over passages made from the kelurahan and the services of a
city, asked in other forms of the words than the passages have; recall@10 and MRR of the site's
engine beside those of bm25s on the same stems. Fast: 100,000 articles whose words are as
unevenly common as those of a language. Uses DATABASE_URL (an empty database), else SQLite in a
temporary folder.
"""

import os
import shutil
import tempfile
from pathlib import Path

from tests.bench.search.quality import measure_quality
from tests.bench.search.speed import measure_speed


def main() -> None:
    """Measure and print both."""
    folder = Path(tempfile.mkdtemp(prefix="portal-cari-"))
    os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder / 'ukur.sqlite3'}")
    os.environ["CACHE_URL"] = f"filecache://{folder / 'cache'}"
    os.environ["BENCH_PAGES"] = str(folder / "halaman")
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.bench.settings"
    try:
        _prepare()
        measure_quality()
        measure_speed()
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


if __name__ == "__main__":
    main()
