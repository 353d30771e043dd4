"""When the files of a picture or document are public because of an article."""

from django.db.models import Exists, OuterRef

from cilegon_portal.library.usage import (
    of_public,
    register_document_use,
    register_illustrated,
    register_picture_use,
)
from news.models import Article, Attachment


def register() -> None:
    """Tell the library which files public articles show."""
    register_picture_use(_main_picture)
    register_illustrated(Article)
    register_picture_use(_picture_in_gallery)
    register_document_use(_attached_document)


def _main_picture() -> Exists:
    return Exists(Article.objects.published().filter(picture=OuterRef("pk")))


def _picture_in_gallery() -> Exists:
    return of_public(Attachment.objects.filter(picture=OuterRef("pk")), "article")


def _attached_document() -> Exists:
    return of_public(Attachment.objects.filter(document=OuterRef("pk")), "article")
