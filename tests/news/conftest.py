"""A site of its own, for commands that are killed, and the files of an old one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from tests.library import images


@pytest.fixture
def site(tmp_path: Path) -> dict[str, str]:
    """Return the environment of a migrated site of its own, in SQLite."""
    environment = os.environ | {
        "DEBUG": "1",
        "DATABASE_URL": f"sqlite:///{tmp_path / 'situs.sqlite3'}",
        "MEDIA_ROOT": str(tmp_path / "media"),
        "CACHE_URL": f"filecache://{tmp_path / 'cache'}",
    }
    subprocess.run(manage("migrate", "-v0"), env=environment, check=True, cwd=settings.BASE_DIR)
    return environment


def manage(*words: str) -> list[str]:
    return [sys.executable, "manage.py", *words]


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    """Return a copy of wp-content/uploads."""
    folder = tmp_path / "uploads" / "2019" / "09"
    folder.mkdir(parents=True)
    for width, name in ((320, "pantai.jpg"), (330, "bibit.jpg"), (340, "galeri.jpg")):
        (folder / name).write_bytes(images.jpeg(width, 200))
    (folder / "laporan.pdf").write_bytes(images.pdf())
    (folder / "palsu.jpg").write_bytes(b"<script>alert(1)</script>")
    return tmp_path / "uploads"
