"""Tags of an item that is searched: changing them writes its document anew."""

from typing import Any

from django.db import transaction
from taggit.managers import _TaggableManager


class IndexedTags(_TaggableManager):  # type: ignore[misc]  # taggit tells no types
    """The manager behind ``article.tags``; ``set()`` goes by these three."""

    def add(self, *tags: Any, **kwargs: Any) -> None:
        with transaction.atomic():
            super().add(*tags, **kwargs)
            if tags:
                self.instance.reindex()

    def remove(self, *tags: Any) -> None:
        with transaction.atomic():
            super().remove(*tags)
            if tags:
                self.instance.reindex()

    def clear(self) -> None:
        with transaction.atomic():
            super().clear()
            self.instance.reindex()
