"""Store several photos of one upload: good ones stay, bad ones are told by name."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from cilegon_portal.library.models import Picture
from cilegon_portal.library.uploads import store_picture
from cilegon_portal.library.usage import usable_pictures

if TYPE_CHECKING:
    from cilegon_portal.accounts.models import User


@dataclass
class Batch:
    """What became of an upload; messages are sentences that begin with the file's name."""

    stored: list[Picture] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def store_pictures(
    uploads: "Iterable[UploadedFile[Any]]",
    *,
    by: "User",
    alt_text: str = "",
    is_decorative: bool = False,
    credit: str = "",
) -> Batch:
    """Return what was stored and what was refused; one bad file does not cost the others."""
    batch = Batch()
    for upload in uploads:
        name = PurePath(upload.name or "foto").name
        try:
            picture = store_picture(
                upload,
                title=PurePath(name).stem or "foto",
                alt_text=alt_text,
                is_decorative=is_decorative,
                credit=credit,
                uploaded_by=by,
            )
        except ValidationError as error:
            batch.errors.append(f"{name}: {' '.join(error.messages)}")
            continue
        batch.stored.append(picture)
        twin = usable_pictures(by).filter(digest=picture.digest).exclude(pk=picture.pk).first()
        if twin is not None:
            batch.warnings.append(f"{name}: foto yang sama sudah ada di pustaka, “{twin}”.")
    return batch
