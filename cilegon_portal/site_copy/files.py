"""A copy as a folder: ``situs.json``, ``data/<app>.<model>.jsonl`` and ``media/``."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.migrations.loader import MigrationLoader

from cilegon_portal.site_copy.records import Record

FORMAT = 1


class CopyError(Exception):
    """Something is wrong with the folder or the database; the message says what to do, in Indonesian."""


class Folder:
    """The folder of a copy. ``situs.json`` comes last: without it the copy is not whole."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.media = path / "media"

    def create(self) -> None:
        """Make the folder. Raises CopyError when something is in it."""
        if self.path.exists() and (not self.path.is_dir() or any(self.path.iterdir())):
            raise CopyError(f"Folder {self.path} sudah berisi. Pilih folder baru.")
        (self.path / "data").mkdir(parents=True)
        self.path.chmod(0o700)  # names of staff and unpublished texts are in it

    def data(self, label: str) -> Path:
        """Return the file of the model *label*."""
        return self.path / "data" / f"{label}.jsonl"

    def file(self, name: str) -> Path:
        """Return where the file *name* of the storage stands. Raises CopyError for one outside of it."""
        if ".." in Path(name).parts or Path(name).is_absolute():
            raise CopyError(f"Nama berkas {name} menunjuk ke luar salinan.")
        return self.media / name

    def records(self, label: str) -> Iterator[tuple[int, Record]]:
        """Return the records of *label* with their line. Raises CopyError for a line that is none."""
        with self.data(label).open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                try:
                    record = json.loads(line)
                except ValueError as error:
                    raise CopyError(f"{self.data(label)} baris {number} bukan JSON.") from error
                yield number, record

    def write_manifest(self, counts: dict[str, int], *, personal: bool) -> None:
        """Write ``situs.json``: what is there, and of which version of the portal."""
        told = {
            "format": FORMAT,
            "data_pribadi": personal,
            "migrasi": migrations(),
            "baris": counts,
        }
        self._manifest.write_text(json.dumps(told, indent=1, sort_keys=True), encoding="utf-8")

    def read_manifest(self) -> dict[str, Any]:
        """Return ``situs.json``. Raises CopyError when it is missing, broken or of another version."""
        try:
            told = json.loads(self._manifest.read_text(encoding="utf-8"))
            is_known = told["format"] == FORMAT and isinstance(told["baris"], dict)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise CopyError(f"{self.path} bukan salinan situs yang utuh.") from error
        if not is_known or told.get("migrasi") != migrations():
            raise CopyError(
                "Salinan ini dari versi portal yang lain. Pasang versi yang sama di sini (atau "
                "tingkatkan situs asalnya lalu ekspor lagi), jalankan migrate, lalu ulangi."
            )
        return dict(told)

    @property
    def _manifest(self) -> Path:
        return self.path / "situs.json"


def migrations() -> dict[str, str]:
    """Return the last migration of each app that this version of the portal has."""
    loader = MigrationLoader(connection)
    return dict(sorted(loader.graph.leaf_nodes()))
