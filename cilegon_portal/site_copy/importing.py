"""Read a site from a folder into an empty database, all of it or nothing."""

import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.apps import apps
from django.core.cache import cache
from django.core.exceptions import SuspiciousOperation, ValidationError
from django.core.management.color import no_style
from django.db import DatabaseError, connection, models, transaction

from cilegon_portal.accounts.models import User
from cilegon_portal.library import files
from cilegon_portal.library.models import Document, Picture
from cilegon_portal.office.models import Page
from cilegon_portal.publishing.models import Publishable
from cilegon_portal.site_copy.catalogue import (
    copied_models,
    file_paths,
    left_out_fields,
    personal_models,
    replaced_models,
)
from cilegon_portal.site_copy.files import CopyError, Folder
from cilegon_portal.site_copy.records import Codec, Names

_PROGRESS_ROWS = 5_000


def import_site(path: Path, *, tell: Callable[[str], None] = lambda words: None) -> dict[str, Any]:
    """Bring the copy in *path* in and return what its ``situs.json`` says. Raises CopyError."""
    folder = Folder(path)
    manifest = folder.read_manifest()
    require_empty()
    try:
        with transaction.atomic():
            _empty_tables()
            _read_all(folder, manifest, tell)
            connection.check_constraints()
    except DatabaseError as error:
        raise CopyError(f"Basis data menolak salinan ini: {error}") from error
    cache.clear()
    return manifest


def require_empty() -> None:
    """Raise CopyError when somebody has worked in this database already."""
    used: list[type[models.Model]] = [User, Picture, Document]
    used += [
        model for model in apps.get_models() if issubclass(model, Publishable) and model is not Page
    ]
    used += [apps.get_model(label) for label in personal_models()]
    found = [
        str(model._meta.verbose_name_plural) for model in used if model._default_manager.exists()
    ]
    if found:
        raise CopyError(
            f"Basis data ini sudah berisi ({', '.join(found)}). Pakai basis data baru: buat, "
            "jalankan migrate, lalu ulangi."
        )


def _empty_tables() -> None:
    """Take out what migrations have filled: the copy has it too."""
    tables = [model._meta.db_table for model in replaced_models()]
    connection.ops.execute_sql_flush(
        connection.ops.sql_flush(no_style(), tables, reset_sequences=False, allow_cascade=False)
    )


def _read_all(folder: Folder, manifest: dict[str, Any], tell: Callable[[str], None]) -> None:
    personal = bool(manifest["data_pribadi"])
    models_here = copied_models(personal=personal)
    labels = frozenset(model._meta.label_lower for model in models_here)
    if labels != set(manifest["baris"]):
        raise CopyError("Isi salinan ini tidak cocok dengan versi portal di sini.")
    names, left_out = Names(), left_out_fields(personal=personal)
    for model in models_here:
        label = model._meta.label_lower
        count = _read_rows(Codec(model, labels, left_out, names), folder, tell)
        if count != manifest["baris"][label]:
            raise CopyError(f"{folder.data(label)} tidak utuh: {count} baris.")
        tell(f"{label}: {count}")
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), models_here):
            cursor.execute(statement)


def _read_rows(codec: Codec, folder: Folder, tell: Callable[[str], None]) -> int:
    count = 0
    label = codec.model._meta.label_lower
    try:
        for line, record in folder.records(label):
            count = line
            if (item := codec.read(record)) is not None:
                _save(item, folder, tell)
            if line % _PROGRESS_ROWS == 0:
                tell(f"… {label} {line}")
    except (
        LookupError,
        TypeError,
        ValueError,
        ValidationError,
        OSError,
        SuspiciousOperation,
    ) as error:
        raise CopyError(f"{folder.data(label)} baris {count}: {_reason(error)}") from error
    return count


def _reason(error: Exception) -> str:
    """Return what is wrong; of a value that a field refuses, the sentence and the value to look for."""
    if not isinstance(error, ValidationError) or hasattr(error, "error_dict"):
        return repr(error)
    return " ".join(
        f"{one.messages[0]} (“{one.params['value']}”)"
        if one.params and "value" in one.params
        else one.messages[0]
        for one in error.error_list
    )


def _save(item: models.Model, folder: Folder, tell: Callable[[str], None]) -> None:
    if isinstance(item, User):
        # Nobody knows it; "Lupa kata sandi" sends letters only to accounts that have one.
        item.set_password(secrets.token_urlsafe(32))
    for name in file_paths(item):
        source = folder.file(name)
        if source.is_file():
            files.write(name, source.read_bytes())
        else:
            tell(f"berkas {name} tidak ada di salinan")
    # Raw: times of saving and everything else stay as they were. Texts are cleaned all the same.
    item.save_base(raw=True, force_insert=True)
