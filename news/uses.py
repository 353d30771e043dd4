"""When the files of a picture or document are public because of an article."""

from django.db.models import Exists, OuterRef, QuerySet

from cilegon_portal.library.usage import register_document_use, register_picture_use
from news.models import Article, Attachment


def register() -> None:
    """Tell the library which files public articles show."""
    register_picture_use(_main_picture)
    register_picture_use(_picture_in_body)
    register_picture_use(_picture_in_gallery)
    register_document_use(_attached_document)


def _main_picture() -> Exists:
    return Exists(Article.objects.published().filter(picture=OuterRef("pk")))


def _picture_in_body() -> Exists:
    return Exists(Article.objects.published().filter(body_pictures=OuterRef("pk")))


def _picture_in_gallery() -> Exists:
    return Exists(_of_public_articles().filter(picture=OuterRef("pk")))


def _attached_document() -> Exists:
    return Exists(_of_public_articles().filter(document=OuterRef("pk")))


def _of_public_articles() -> QuerySet[Attachment]:
    return Attachment.objects.filter(article__in=Article.objects.published())
