"""Items whose rich texts show pictures: which pictures, so that their files are public with the item.

An app derives its model from :class:`Illustrated` and registers it in ``AppConfig.ready``
with :func:`cilegon_portal.library.usage.register_illustrated`.
"""

from typing import Any

from django.db import models, transaction

from cilegon_portal.library.description import describe_photos, undescribed
from cilegon_portal.library.models import Picture
from cilegon_portal.publishing.problems import Problem
from cilegon_portal.richtext import RichTextField, picture_tokens


class Illustrated(models.Model):
    """Base of what has texts for the editor (RichTextField), however many.

    ``text_pictures`` follows the texts on ``save()`` and nowhere else: what writes them with
    ``update()`` or ``bulk_create()`` saves each item afterwards, or its pictures stay hidden
    and can be deleted.
    """

    text_pictures = models.ManyToManyField(Picture, editable=False, related_name="+")

    class Meta:
        abstract = True

    @transaction.atomic
    def save(self, *args: Any, **kwargs: Any) -> None:
        saved = kwargs.get("update_fields")
        texts = [field.name for field in self._meta.fields if isinstance(field, RichTextField)]
        if saved is not None and not set(texts) & set(saved):
            super().save(*args, **kwargs)
            return
        for name in texts:
            setattr(self, name, describe_photos(getattr(self, name)))
        is_new = self._state.adding
        super().save(*args, **kwargs)
        tokens = set().union(*(picture_tokens(getattr(self, name)) for name in texts))
        if tokens or not is_new:
            self.text_pictures.set(Picture.objects.filter(token__in=tokens) if tokens else [])

    def photo_problems(self) -> list[Problem]:
        """Return a problem for each photo in the saved texts that has no words: 1 query or prefetched."""
        photos = self.text_pictures.all()
        return [undescribed(photo, "Foto di isi") for photo in photos if not photo.has_text()]
