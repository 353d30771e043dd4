"""``manage.py export_site``: everything out again, for any other system or another portal."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from cilegon_portal.site_copy.exporting import export_site
from cilegon_portal.site_copy.files import CopyError


class Command(BaseCommand):
    """Write rows as JSON lines and files as they are into a new folder."""

    help = (
        "Menulis seluruh situs ke folder baru: data (JSON lines) dan media. Tanpa kata sandi; "
        "data pribadi warga hanya dengan --dengan-data-pribadi. Rinciannya: docs/operations.md."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder yang belum ada")
        parser.add_argument(
            "--dengan-data-pribadi",
            action="store_true",
            dest="personal",
            help="aspirasi, kontak, surat, dan catatan akses ikut",
        )

    def handle(self, *args: object, **options: Any) -> None:
        """Export and say how much."""
        try:
            counts = export_site(
                options["folder"], personal=options["personal"], tell=self.stdout.write
            )
        except (CopyError, OSError) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{sum(counts.values())} baris ditulis ke {options['folder']}.")
