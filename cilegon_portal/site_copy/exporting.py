"""Write the whole site into a folder: rows as JSON lines, files as they are."""

import json
from collections.abc import Callable
from pathlib import Path

from django.db import models

from cilegon_portal.library import files
from cilegon_portal.site_copy.catalogue import copied_models, file_paths, left_out_fields
from cilegon_portal.site_copy.files import Folder
from cilegon_portal.site_copy.records import Codec, Names

_ROWS_AT_ONCE = 500


def export_site(
    path: Path, *, personal: bool, tell: Callable[[str], None] = lambda words: None
) -> dict[str, int]:
    """Write the site into the new folder *path*; return how many rows of each model. Raises CopyError.

    Rows are read one by one: what is saved meanwhile may be missing. ``tell`` hears of each model,
    and of files that are not there.
    """
    folder = Folder(path)
    folder.create()
    exported = copied_models(personal=personal)
    labels = frozenset(model._meta.label_lower for model in exported)
    names, left_out = Names(), left_out_fields(personal=personal)
    counts = {}
    for model in exported:
        codec = Codec(model, labels, left_out, names)
        label = model._meta.label_lower
        counts[label] = _write_rows(codec, folder, tell)
        tell(f"{label}: {counts[label]}")
    folder.write_manifest(counts, personal=personal)
    return counts


def _write_rows(codec: Codec, folder: Folder, tell: Callable[[str], None]) -> int:
    count = 0
    rows = codec.model._default_manager.order_by("pk").iterator(chunk_size=_ROWS_AT_ONCE)
    with folder.data(codec.model._meta.label_lower).open("w", encoding="utf-8") as out:
        for item in rows:
            record = codec.write(item)
            if record is None:
                continue
            out.write(json.dumps(record, ensure_ascii=False) + "\n")
            _copy_files(item, folder, tell)
            count += 1
    return count


def _copy_files(item: models.Model, folder: Folder, tell: Callable[[str], None]) -> None:
    for name in file_paths(item):
        try:
            content = files.read(name)
        except OSError:
            tell(f"berkas {name} dari “{item}” tidak ada di penyimpanan")
            continue
        target = folder.file(name)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
