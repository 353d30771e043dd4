"""``manage.py import_articles``: bring the articles of a home-made portal along."""

from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from cilegon_portal.search.indexing import indexed_together, settle
from news.imports.dates import read_instant
from news.imports.drafting import draft_of
from news.imports.entering import Entrance, Outcome, Ready
from news.imports.pictures import Uploads, reason
from news.imports.reading import Row, UnreadableFileError, read_rows, unknown_keys

_PROGRESS_ROWS = 1_000
# Articles of one transaction: together they cost little more than half. A stop loses no more than these.
_TOGETHER = 200
_TOGETHER_CHARS = 4_000_000


class Command(BaseCommand):
    """Enter each row of a CSV or JSON lines file that is not there yet; tell which were skipped."""

    help = (
        "Memasukkan berita dari berkas CSV atau JSON lines. Aman diulang: yang sudah ada tidak diubah. "
        "Kode keluar 1 bila ada baris yang dilewati. Kunci dan contoh: docs/operations.md."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="BERKAS", help="berkas .csv atau .jsonl")
        parser.add_argument(
            "--uploads", type=Path, metavar="FOLDER", help="folder foto (semula: folder berkasnya)"
        )
        parser.add_argument(
            "--tanggal", type=_instant, help="tanggal bagi baris yang tidak punya; semula: dilewati"
        )
        parser.add_argument(
            "--coba", action="store_true", help="hanya periksa dan laporkan; tidak ada yang masuk"
        )

    def handle(self, *args: object, **options: Any) -> None:
        """Enter the rows and report; fail when some were skipped."""
        folder = options["uploads"] or options["file"].parent
        if not folder.is_dir():
            raise CommandError(f"Folder {folder} tidak ada.", returncode=2)
        uploads = Uploads(folder, dry=options["coba"])
        self.line = 0
        self.count = {Outcome.ENTERED: 0, Outcome.KNOWN: 0}
        self.skipped = 0
        entrance = Entrance(uploads, self._tell)
        self.unknown: set[str] = set()
        try:
            rows = self._ready(entrance, read_rows(options["file"]), options["tanggal"])
            for some in _parted(rows):
                self._save(entrance, some)
        except (UnreadableFileError, OSError) as error:
            raise CommandError(str(error), returncode=2) from error
        except DatabaseError as error:
            raise CommandError(f"Basis data berhenti ({error}). Ulangi perintahnya.") from error
        settle()
        self._report(entrance)

    def _ready(
        self, entrance: Entrance, rows: Iterable[Row], default: datetime | None
    ) -> Iterator[tuple[int, Ready]]:
        """Yield what is to be saved, with its line; count and tell all else."""
        for number, row in enumerate(rows, start=1):
            self.line = row.line
            self.unknown |= unknown_keys(row)
            try:
                ready = entrance.prepare(draft_of(row, default))
            except (ValueError, ValidationError) as error:
                self._skip(error)
            else:
                if ready:
                    self._warn(ready)
                    yield row.line, ready
                else:
                    self.count[Outcome.KNOWN] += 1
            if number % _PROGRESS_ROWS == 0:
                self.stdout.write(f"… {number} baris")

    def _warn(self, ready: Ready) -> None:
        if "\ufffd" in f"{ready.draft.title}{ready.body}":
            self._tell("ada huruf yang rusak di berkasnya; ia menjadi “\ufffd”")

    def _save(self, entrance: Entrance, some: list[tuple[int, Ready]]) -> None:
        with indexed_together():
            for self.line, ready in some:
                try:
                    entrance.save(ready)
                except (ValueError, ValidationError, DatabaseError) as error:
                    self._skip(error)
                else:
                    self.count[Outcome.ENTERED] += 1

    def _tell(self, words: str) -> None:
        self.stdout.write(f"Baris {self.line}: {words}.")

    def _skip(self, error: Exception) -> None:
        why = reason(error) if isinstance(error, ValidationError) else str(error)
        if isinstance(error, DatabaseError):
            why = f"ditolak basis data ({error})."
        self.skipped += 1
        self.stderr.write(f"Baris {self.line} dilewati: {why}")

    def _report(self, entrance: Entrance) -> None:
        if self.unknown:
            self.stdout.write(f"Kolom yang tidak dipakai: {', '.join(sorted(self.unknown))}.")
        if entrance.categories.new:
            self.stdout.write(f"Kategori baru: {', '.join(entrance.categories.new)}.")
        if entrance.uploads.stored:
            self.stdout.write(
                f"{entrance.uploads.stored} foto masuk pustaka; {entrance.uploads.undescribed} "
                "belum punya teks alternatif (Pustaka → saring “tanpa teks alternatif”)."
            )
        entered, known = self.count.values()
        would = "akan masuk" if entrance.uploads.dry else "masuk"
        told = f"{entered} berita {would}, {known} sudah ada, {self.skipped} dilewati."
        if not entered and not self.skipped:
            told += " Tidak ada yang berubah."
        if self.skipped:
            raise CommandError(told)
        self.stdout.write(told)


def _instant(text: str) -> datetime:
    try:
        found = read_instant(text)
    except ValueError as error:
        raise ArgumentTypeError(str(error)) from error
    if found is None:
        raise ArgumentTypeError("Tanggal kosong.")
    return found


def _parted(rows: Iterable[tuple[int, Ready]]) -> Iterator[list[tuple[int, Ready]]]:
    """Part *rows* into what goes into one transaction; a few are never much text."""
    some: list[tuple[int, Ready]] = []
    chars = 0
    for line, ready in rows:
        some.append((line, ready))
        chars += len(ready.body)
        if len(some) >= _TOGETHER or chars >= _TOGETHER_CHARS:
            yield some
            some, chars = [], 0
    yield some
