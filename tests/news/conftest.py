"""A site of its own, for commands that are killed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings


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
