"""When the files of a picture or document are public because of an event.

Of an undangan the public sees neither text nor documents, so their files are not public either.
Until they are, documents of events are for those who may know all of the agenda.
"""

from django.db.models import Exists, OuterRef, Q

from agenda.documents import EventDocument
from agenda.events import Event
from cilegon_portal.library.usage import (
    register_document_circle,
    register_document_use,
    register_picture_use,
)
from news.models import Attachment


def register() -> None:
    """Tell the library which files public events show."""
    register_picture_use(_picture_in_description)
    register_document_use(_public_document)
    register_document_circle(_document_of_events_alone, "agenda.view_internal_event")


def _picture_in_description() -> Exists:
    shown = Event.text_pictures.through._default_manager.filter(picture=OuterRef("pk"))
    return Exists(shown.filter(_of_an_event_in_full()))


def _public_document() -> Exists:
    offered = EventDocument.objects.filter(document=OuterRef("pk"), is_public=True)
    return Exists(offered.filter(_of_an_event_in_full()))


def _document_of_events_alone() -> Q:
    # Who puts it into an article as well hands it to the newsroom.
    of_event = EventDocument.objects.filter(document=OuterRef("pk"))
    of_article = Attachment.objects.filter(document=OuterRef("pk"))
    return Q(Exists(of_event)) & ~Q(Exists(of_article))


def _of_an_event_in_full() -> Exists:
    # Asked row by row, as cilegon_portal.library.usage.of_public does.
    return Exists(Event.objects.published_in_full().filter(pk=OuterRef("event_id")))
