"""What uses a picture or document: each app says it, the file addresses ask it.

A file is public exactly while an item that uses it is (docs/publishing.md#the-rule),
so an app registers, in ``AppConfig.ready``, functions that return a Q over pictures or
documents for "used by something public now".
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from cilegon_portal.library.illustrated import Illustrated

PublicUse = Callable[[], Exists | Q]

_picture_uses: list[PublicUse] = []
_document_uses: list[PublicUse] = []


def register_picture_use(use: PublicUse) -> None:
    """Add a condition on Picture (``OuterRef("pk")`` is the picture) that makes its files public."""
    _picture_uses.append(use)


def register_document_use(use: PublicUse) -> None:
    """Add a condition on Document (``OuterRef("pk")`` is the document) that makes its file public."""
    _document_uses.append(use)


def register_illustrated(model: type[Illustrated]) -> None:
    """Make the pictures in the texts of *model*, which is Publishable too, public with them."""
    between: type[Model] = model.text_pictures.through
    owner = str(model._meta.model_name)
    register_picture_use(
        lambda: of_public(between._default_manager.filter(picture=OuterRef("pk")), owner)
    )


def of_public(rows: QuerySet[Any], owner: str) -> Exists:
    """Return "one of *rows* belongs to something public"; *owner* is their foreign key to it.

    Asked row by row, from the few rows of one file: a join or ``IN`` lets SQLite begin with all
    that is public, 250 ms at 100,000 articles.
    """
    items = rows.model._meta.get_field(owner).related_model._default_manager
    return Exists(rows.filter(Exists(items.published().filter(pk=OuterRef(f"{owner}_id")))))


def public_pictures() -> Q:
    """Return the condition "something public uses this picture", evaluated now."""
    return _any(_picture_uses)


def public_documents() -> Q:
    """Return the condition "something public offers this document", evaluated now."""
    return _any(_document_uses)


def _any(uses: list[PublicUse]) -> Q:
    condition = Q(pk__in=[])
    for use in uses:
        condition |= Q(use())
    return condition
