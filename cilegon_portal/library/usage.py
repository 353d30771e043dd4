"""What uses a picture or document: each app says it, the file addresses ask it.

A file is public exactly while an item that uses it is (docs/publishing.md#the-rule),
so an app registers, in ``AppConfig.ready``, functions that return a Q over pictures or
documents for "used by something public now". Before that, staff see all pictures, and who
may not ``use_any_picture`` sees own ones and what an app shares; staff see all documents but
those that an app keeps to a circle.
"""

from collections.abc import Callable
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from cilegon_portal.library.illustrated import Illustrated
from cilegon_portal.library.models import Document, Picture

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from cilegon_portal.accounts.models import User

PublicUse = Callable[[], Exists | Q]
PictureShare = Callable[["User"], Exists | Q]

_picture_uses: list[PublicUse] = []
_document_uses: list[PublicUse] = []
_picture_shares: list[PictureShare] = []
_document_circles: list[tuple[PublicUse, str]] = []


def register_picture_use(use: PublicUse) -> None:
    """Add a condition on Picture (``OuterRef("pk")`` is the picture) that makes its files public."""
    _picture_uses.append(use)


def register_picture_share(share: PictureShare) -> None:
    """Add a condition on Picture (as above) for what an account uses beside its own uploads."""
    _picture_shares.append(share)


def register_document_use(use: PublicUse) -> None:
    """Add a condition on Document (``OuterRef("pk")`` is the document) that makes its file public."""
    _document_uses.append(use)


def register_document_circle(kept: PublicUse, permission: str) -> None:
    """Keep the documents of a condition, before they are public, to holders of *permission*."""
    _document_circles.append((kept, permission))


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


def usable_pictures(user: "User | AnonymousUser") -> QuerySet[Picture]:
    """Return what *user* may choose, and see before it is public: all, or own and shared pictures."""
    if user.has_perm("library.use_any_picture"):
        return Picture.objects.all()
    if not user.is_authenticated or not user.has_perm("library.view_picture"):
        return Picture.objects.none()
    condition = Q(uploaded_by=user)
    for share in _picture_shares:
        condition |= Q(share(user))
    return Picture.objects.filter(condition)


def may_use(user: "User | AnonymousUser", picture: Picture) -> bool:
    """Tell whether *picture* is among :func:`usable_pictures`: 0 queries for who may use any."""
    if user.has_perm("library.use_any_picture"):
        return True
    return usable_pictures(user).filter(pk=picture.pk).exists()


def readable_documents(user: "User | AnonymousUser") -> QuerySet[Document]:
    """Return what *user* may read before it is public: own ones, those of their circles, and what is kept to none."""
    circles = [(Q(kept()), user.has_perm(permission)) for kept, permission in _document_circles]
    condition = Q(pk__in=[])
    if user.is_authenticated and user.has_perm("library.view_document"):
        others = [kept for kept, is_inside in circles if not is_inside]
        condition = Q(uploaded_by=user) | ~reduce(or_, others, condition)
    inside = [kept for kept, is_inside in circles if is_inside]
    return Document.objects.filter(reduce(or_, inside, condition))


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
