"""``manage.py import_site``: a copy of a site becomes the site of an empty database."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError

from cilegon_portal.site_copy.files import CopyError
from cilegon_portal.site_copy.importing import import_site


class Command(BaseCommand):
    """Read what ``export_site`` wrote, all of it or nothing; the engine may be another one."""

    help = (
        "Memasukkan salinan dari export_site ke basis data kosong (sesudah migrate), SQLite atau "
        "PostgreSQL. Semua atau tidak sama sekali."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder dari export_site")

    def handle(self, *args: object, **options: Any) -> None:
        """Import and say what is left to do."""
        try:
            manifest = import_site(options["folder"], tell=self.stdout.write)
        except (CopyError, OSError) as error:
            raise CommandError(str(error)) from error
        call_command("bangun_indeks", "--awal", stdout=self.stdout)
        self.stdout.write(f"{sum(manifest['baris'].values())} baris masuk.")
        self.stdout.write(
            "Kata sandi tidak ikut: setiap petugas memakai “Lupa kata sandi”, atau jalankan "
            "manage.py changepassword NAMA."
        )
