"""``manage.py import_articles``: bring the articles of a home-made portal along."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from news.imports.drafting import draft_of
from news.imports.entering import Entrance, Outcome
from news.imports.pictures import Uploads, reason
from news.imports.reading import Row, UnreadableFileError, read_rows, unknown_keys

_PROGRESS_ROWS = 1_000


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
        unknown: set[str] = set()
        try:
            for row in read_rows(options["file"]):
                unknown |= unknown_keys(row)
                self._enter(entrance, row)
        except (UnreadableFileError, OSError) as error:
            raise CommandError(str(error), returncode=2) from error
        self._report(entrance, unknown)

    def _enter(self, entrance: Entrance, row: Row) -> None:
        self.line = row.line
        try:
            self.count[entrance.enter(draft_of(row))] += 1
        except (ValueError, ValidationError) as error:
            self._skip(str(error) if isinstance(error, ValueError) else reason(error))
        except DatabaseError as error:
            self._skip(f"ditolak basis data ({error}).")
        done = sum(self.count.values()) + self.skipped
        if done % _PROGRESS_ROWS == 0:
            self.stdout.write(f"… {done} baris")

    def _tell(self, words: str) -> None:
        self.stdout.write(f"Baris {self.line}: {words}.")

    def _skip(self, why: str) -> None:
        self.skipped += 1
        self.stderr.write(f"Baris {self.line} dilewati: {why}")

    def _report(self, entrance: Entrance, unknown: set[str]) -> None:
        if unknown:
            self.stdout.write(f"Kolom yang tidak dipakai: {', '.join(sorted(unknown))}.")
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
