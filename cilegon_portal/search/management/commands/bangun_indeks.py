"""``manage.py bangun_indeks``: write the index of the search anew."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection, transaction
from django.db.models import Max

from cilegon_portal.search.indexing import BATCH, forget_missing, reindex, settle
from cilegon_portal.search.models import Document, Rebuild
from cilegon_portal.search.sources import Source, sources


class Command(BaseCommand):
    """Index all items in batches; stopped, it goes on where it was. The site stays up meanwhile."""

    help = "Membangun ulang indeks pencarian. Bila terputus, ulangi: dilanjutkan dari situ."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--if-empty", action="store_true", help="Hanya bila indeks kosong.")
        parser.add_argument(
            "--awal",
            action="store_true",
            help="Mulai dari awal, bukan melanjutkan, dan tulis semua, juga yang tidak berubah.",
        )

    def handle(self, *args: object, **options: Any) -> None:
        """Index each kind, then let the database tidy what it searches."""
        has_begun = Rebuild.objects.exists()
        if options["if_empty"] and not has_begun and Document.objects.exists():
            return
        if options["awal"] or not has_begun:
            Rebuild.objects.all().delete()
            Rebuild.objects.bulk_create(Rebuild(kind=source.kind) for source in sources())
        for source in sources():
            self._index(source, anew=options["awal"])
        self._tidy()

    def _index(self, source: Source, *, anew: bool) -> None:
        progress = Rebuild.objects.filter(kind=source.kind).first()
        if progress is None:  # finished before it was stopped
            return
        items = source.items().order_by("pk")
        last = items.aggregate(last=Max("pk"))["last"] or 0
        while keys := list(
            items.filter(pk__gt=progress.done_to).values_list("pk", flat=True)[:BATCH]
        ):
            with transaction.atomic():
                reindex(source.model, keys, anew=anew)
                progress.done_to = keys[-1]
                progress.save()
            self.stdout.write(f"{source.label}: {keys[-1]:,} dari {last:,}")
        with transaction.atomic():
            forget_missing(source)
            progress.delete()

    def _tidy(self) -> None:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                cursor.execute("INSERT INTO search_fts (search_fts) VALUES ('optimize')")
        settle()
        self.stdout.write(f"Indeks berisi {Document.objects.count():,} isian.")
