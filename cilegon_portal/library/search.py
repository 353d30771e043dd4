"""Photos are searched by their words; by staff alone."""

from datetime import datetime

from cilegon_portal.library.models import Picture
from cilegon_portal.search.sources import Content, Source, register_source


def register() -> None:
    """Have the words of photos indexed."""
    register_source(Source("foto", 7, "Foto", Picture, items=Picture.objects.all, content=_content))


def _content(picture: Picture) -> Content:
    at: datetime = picture.uploaded_at
    texts = (picture.alt_text, picture.caption, picture.credit)
    return Content(title=picture.title, at=at, text=" ".join(filter(None, texts)))
