"""A row as JSON and back, exact to the microsecond and the same for every engine.

Rows keep their numbers. What each database numbers by itself (models, roles, permissions) goes by
its name.
"""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db import models

Record = dict[str, Any]


class Names:
    """Numbers of this database's models, roles and permissions, and their names."""

    @cached_property
    def of_number(self) -> dict[type[models.Model], dict[int, str]]:
        """The name of each number."""
        permissions = Permission.objects.select_related("content_type")
        return {
            ContentType: {
                kind.pk: f"{kind.app_label}.{kind.model}" for kind in ContentType.objects.all()
            },
            Group: {role.pk: role.name for role in Group.objects.all()},
            Permission: {item.pk: ".".join(item.natural_key()) for item in permissions},
        }

    @cached_property
    def to_number(self) -> dict[type[models.Model], dict[str, int]]:
        """The number of each name."""
        return {
            model: {name: number for number, name in names.items()}
            for model, names in self.of_number.items()
        }


class Codec:
    """Writes and reads the rows of one model."""

    def __init__(
        self,
        model: type[models.Model],
        labels: frozenset[str],
        left_out: frozenset[str],
        names: Names,
    ) -> None:
        self.model = model
        self._labels = labels  # of the models in the copy
        self._names = names
        label = model._meta.label_lower
        self._fields = [
            field
            for field in model._meta.concrete_fields
            if f"{label}.{field.name}" not in left_out
        ]

    def write(self, item: models.Model) -> Record | None:
        """Return *item* as a record; None when it hangs on what the copy does not hold."""
        record: Record = {}
        for field in self._fields:
            value = field.value_from_object(item)
            target = field.related_model
            if value is not None and isinstance(target, type):
                value, is_held = self._reference(target, value)
                if not is_held and not field.null:
                    return None
            record[field.attname] = value.isoformat() if hasattr(value, "isoformat") else value
        return record

    def _reference(self, target: type[models.Model], value: Any) -> tuple[Any, bool]:
        """Return what stands for a reference to *target*, and whether the copy holds that."""
        if target in self._names.of_number:
            name = self._names.of_number[target].get(value)
            # A note about a row of another model goes with that model.
            return name, name is not None and (target is not ContentType or name in self._labels)
        is_held = target._meta.label_lower in self._labels
        return value if is_held else None, is_held

    def read(self, record: Record) -> models.Model | None:
        """Return the unsaved item of *record*; None when a role or permission is none here.

        Raises KeyError, TypeError, ValueError or ValidationError for what :meth:`write` did not write.
        """
        values: Record = {}
        for field in self._fields:
            value = record[field.attname]
            target = field.related_model
            if value is not None and isinstance(target, type) and target in self._names.to_number:
                value = self._names.to_number[target].get(value)
                if value is None and not field.null:
                    return None
            values[field.attname] = _python(field)(value)
        return self.model(**values)


def _python(field: "models.Field[Any, Any]") -> Callable[[Any], Any]:
    """Return how a value of *field* comes back; texts are as they were, and cleaned on saving."""
    if isinstance(field, models.DateField | models.TimeField):
        return field.to_python
    return lambda value: value
