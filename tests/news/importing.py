"""An export of a home-made portal, written and brought in."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import CommandError, call_command

ROW = {
    "title": "Warga Merak tanam mangrove",
    "body": "<p>Lima ratus bibit.</p>",
    "date": "2019-09-22T19:30:00+07:00",
    "legacy_id": 77,
}


def written(folder: Path, *rows: dict[str, Any] | str, name: str = "berita.jsonl") -> Path:
    path = folder / name
    lines = [row if isinstance(row, str) else json.dumps(row) for row in rows]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


def run(path: Path, *options: str) -> str:
    """Return what the import says; its last line too when rows were skipped."""
    out = StringIO()
    try:
        call_command("import_articles", str(path), *options, stdout=out, stderr=out)
    except CommandError as error:
        return f"{out.getvalue()}{error}"
    return out.getvalue()
