"""Where a picture or document is used, public or not: what is used is not deleted.

A part of an item (a row of a gallery) names the item in its property ``part_of``.
"""

from collections.abc import Iterator
from typing import Any

from django.db import models
from django.db.models import Exists, OuterRef, Q

from cilegon_portal.library.models import Document, Picture

_Relation = models.ManyToOneRel | models.ManyToManyRel


def references(item: Picture | Document, limit: int | None = None) -> list[models.Model]:
    """Return what uses *item*, whatever app it belongs to, each once: 1 query a relation.

    *limit* bounds each relation; default: all.
    """
    found: dict[tuple[type[models.Model], object], models.Model] = {}
    for relation in _relations(type(item)):
        rows = relation.related_model._default_manager.filter(**{relation.field.name: item})
        for row in rows[:limit]:
            user = getattr(row, "part_of", row)
            found[type(user), user.pk] = user
    return list(found.values())


def is_used(model: type[Picture] | type[Document]) -> Q:
    """Return the condition on *model* "something uses it", public or not."""
    condition = Q(pk__in=[])
    for relation in _relations(model):
        if isinstance(relation, models.ManyToManyRel):
            table: Any = relation.through  # asked itself: no join with what may be a big archive
            name = relation.field.m2m_reverse_field_name()
        else:
            table, name = relation.related_model, relation.field.name
        condition |= Q(Exists(table._default_manager.filter(**{name: OuterRef("pk")})))
    return condition


def _relations(model: type[models.Model]) -> Iterator[_Relation]:
    for relation in model._meta.get_fields(include_hidden=True):
        # Of a many-to-many relation the table between has one of its own: it is asked once.
        if isinstance(relation, _Relation) and not relation.related_model._meta.auto_created:
            yield relation
