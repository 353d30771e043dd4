"""Forms that are only read."""

from django.db import models

from cilegon_portal.richtext import RichTextField
from cilegon_portal.templatetags.richtext import richtext


def show_texts(item: models.Model) -> None:
    """Let the form of *item* show rich texts as readers see them, not their source; it is not saved after."""
    for field in item._meta.fields:
        if isinstance(field, RichTextField):
            setattr(item, field.name, richtext(getattr(item, field.name)))
