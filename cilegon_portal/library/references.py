"""Where a picture or document is used, public or not: what is used is not deleted."""

from django.db import models

from cilegon_portal.library.models import Document, Picture


def references(item: Picture | Document) -> list[models.Model]:
    """Return everything that points to *item*, whatever app it belongs to: 1 query a relation."""
    found: list[models.Model] = []
    for relation in item._meta.get_fields(include_hidden=True):
        if not isinstance(relation, models.ManyToOneRel | models.ManyToManyRel):
            continue
        model = relation.related_model
        if model._meta.auto_created:
            continue  # the table between: its many-to-many relation is asked instead
        found += model._default_manager.filter(**{relation.field.name: item})
    return found
