"""Models whose items are searched: every door that writes an item writes its document too.

Same transaction, so that the index never says what the database does not. Raw SQL, and
``loaddata`` (which calls no ``save()``), are followed by ``manage.py bangun_indeks``.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any, TypeVar

from django.db import models, transaction

from cilegon_portal.search.indexing import forget, reindex
from cilegon_portal.search.sources import source_of

_SearchableT = TypeVar("_SearchableT", bound="Searchable")


class SearchableQuerySet(models.QuerySet[_SearchableT]):
    """Writes in bulk that keep the index."""

    def update(self, **kwargs: Any) -> int:
        if source_of(self.model) is None:
            return super().update(**kwargs)
        with transaction.atomic(savepoint=False):
            keys = self._keys()
            count = super().update(**kwargs)
            reindex(self.model, keys)
        return count

    def delete(self) -> tuple[int, dict[str, int]]:
        source = source_of(self.model)
        if source is None:
            return super().delete()
        with transaction.atomic(savepoint=False):
            keys = self._keys()
            deleted = super().delete()
            forget(source, keys)
        return deleted

    def bulk_create(self, *args: Any, **kwargs: Any) -> list[_SearchableT]:
        with transaction.atomic(savepoint=False):
            created = super().bulk_create(*args, **kwargs)
            reindex(self.model, [item.pk for item in created])
        return created

    def bulk_update(
        self, objs: Iterable[_SearchableT], fields: Iterable[str], batch_size: int | None = None
    ) -> int:
        items = tuple(objs)
        with transaction.atomic(savepoint=False):
            # Its statements go by update(), which writes the index: each batch its own items.
            return super().bulk_update(items, fields, batch_size)

    def _keys(self) -> list[int]:
        return list(self.order_by().values_list("pk", flat=True))


class Searchable(models.Model):
    """Base of what is searched (:mod:`cilegon_portal.search.sources`)."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        with transaction.atomic(savepoint=False):
            super().save(*args, **kwargs)
            self.reindex()

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        key = self.pk
        with transaction.atomic(savepoint=False):
            deleted = super().delete(*args, **kwargs)
            if source := source_of(type(self)):
                forget(source, [key])
        return deleted

    def reindex(self) -> None:
        """Write the document anew: after saving what hangs on the item (tags)."""
        reindex(type(self), [self.pk])

    def public_window(self) -> tuple[datetime, datetime | None] | None:
        """Return from when until when the public may see it; None: never, as it stands."""
        return None
