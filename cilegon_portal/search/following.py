"""Names that documents repeat, such as a venue's: where one changes, they are written anew."""

from collections.abc import Mapping
from typing import Any

from django.db import models
from django.db.models.signals import post_save

from cilegon_portal.search.indexing import reindex


def follow(model: type[models.Model], others: Mapping[type[models.Model], str]) -> None:
    """Index the items of *model* anew with each save of what they name: *others*, by the field that leads there."""
    for other, field in others.items():
        post_save.connect(
            _reindexing(model, field),
            sender=other,
            weak=False,
            dispatch_uid=f"search.{model._meta.label_lower}.{field}",
        )


def _reindexing(model: type[models.Model], field: str) -> Any:
    def receive(instance: models.Model, *, created: bool, **_signal: object) -> None:
        if not created:
            items = model._default_manager.filter(**{field: instance})
            reindex(model, items.order_by().values_list("pk", flat=True))

    return receive
