"""``manage.py import_wordpress``: bring a WordPress site along."""

from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cilegon_portal.search.indexing import settle
from news.imports.pictures import Uploads
from news.imports.reading import UnreadableFileError
from news.imports.wordpress import Report, WordpressImport

_PROGRESS_ITEMS = 200


class Command(BaseCommand):
    """Enter each item of a WordPress export that is not there yet; report what came and what did not."""

    help = (
        "Memasukkan ekspor WordPress (WXR): berita, halaman, kategori, tag, foto, dan galeri. "
        "Aman diulang, juga setelah terputus: yang sudah ada tidak diubah. "
        "Kode keluar 1 bila ada yang dilewati. Rinciannya: docs/operations.md."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path, metavar="BERKAS", help="berkas .xml dari WordPress")
        parser.add_argument(
            "--uploads", type=Path, metavar="FOLDER", help="salinan folder wp-content/uploads"
        )
        parser.add_argument(
            "--coba", action="store_true", help="hanya periksa dan laporkan; tidak ada yang masuk"
        )

    def handle(self, *args: object, **options: Any) -> None:
        """Enter the items and report; fail when some were skipped."""
        if options["uploads"] is not None and not options["uploads"].is_dir():
            raise CommandError(f"Folder {options['uploads']} tidak ada.", returncode=2)
        uploads = Uploads(options["uploads"], dry=options["coba"])
        try:
            run = WordpressImport(options["file"], uploads, self._tell)
            for number in run.run():
                if number % _PROGRESS_ITEMS == 0:
                    self.stdout.write(f"… {number} butir")
        except UnreadableFileError as error:
            raise CommandError(str(error), returncode=2) from error
        settle()
        self._report(run)

    def _tell(self, label: str, words: str) -> None:
        self.stdout.write(f"{label}: {words}.")

    def _report(self, run: WordpressImport) -> None:
        self.stdout.writelines(f"{line}\n" for line in _told(run))
        counts = run.report.counts
        skipped = sum(count for (_, outcome), count in counts.items() if outcome == "dilewati")
        if skipped:
            raise CommandError(f"{skipped} butir dilewati; alasannya di atas.")
        if not any(outcome == "masuk" for _, outcome in counts):
            self.stdout.write("Tidak ada yang berubah.")


def _told(run: WordpressImport) -> Iterator[str]:
    report, uploads = run.report, run.uploads
    if uploads.dry:
        yield "Percobaan: tidak ada yang disimpan."
    for (kind, outcome), count in sorted(report.counts.items()):
        yield f"{kind} {outcome}: {count}"
    if report.others:
        yield f"Tidak diambil: {_counted(report.others)}."
    yield f"Komentar tidak ikut: {report.comments}."
    yield from _changed(report)
    if run.categories.new:
        yield f"Kategori baru: {', '.join(run.categories.new)}."
    if run.files.missing:
        hint = "" if uploads.folder else " Beri --uploads pada kali pertama."
        yield f"Berkas yang tidak ditemukan: {run.files.missing}.{hint}"
    if run.files.shortcodes:
        yield f"Kode pendek yang tidak dapat ditampilkan: {_counted(run.files.shortcodes)}."
    if uploads.undescribed:
        yield f"{uploads.undescribed} foto baru belum punya teks alternatif."


def _changed(report: Report) -> Iterator[str]:
    if report.as_tags:
        yield f"Kategori kedua dan seterusnya menjadi tag: {_counted(report.as_tags)}."
    if report.other_terms:
        yield f"Pengelompokan lain tidak ikut: {_counted(report.other_terms)}."
    if report.children:
        yield f"Halaman anak kini berdiri sendiri: {report.children}. Alamat lamanya dialihkan."


def _counted(counts: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in sorted(counts.items()))
