"""Read and write library files in Django's default storage: MEDIA_ROOT, or a bucket."""

import tempfile
from pathlib import Path

from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, default_storage


def write(name: str, data: bytes) -> None:
    """Store *data* as *name*, replacing what stood there; no reader ever sees half of it."""
    storage = default_storage
    if not isinstance(storage, FileSystemStorage):
        storage.delete(name)
        storage.save(name, ContentFile(data))
        return
    target = Path(storage.path(name))
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=target.parent, prefix=".", delete=False) as part:
        part.write(data)
    Path(part.name).chmod(0o644)  # temporary files are 0600; nginx reads these as another user
    Path(part.name).replace(target)


def read(name: str) -> bytes:
    """Return what is stored as *name*. Raises FileNotFoundError."""
    with default_storage.open(name) as stored:
        return bytes(stored.read())


def remove(*names: str) -> None:
    """Delete *names*; gone already is no error."""
    for name in names:
        default_storage.delete(name)
