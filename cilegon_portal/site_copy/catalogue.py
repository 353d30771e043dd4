"""What a copy of the site holds: all models, but for what each place has of its own.

An app names in its ``AppConfig`` what comes only when it is asked for: ``personal_models``, and
``personal_fields`` as "Model.field".
"""

from collections.abc import Iterable, Iterator
from typing import Final

from django.apps import AppConfig, apps
from django.db import models

from cilegon_portal.library.models import Picture

Model = type[models.Model]
# Written by migrate in each database, under numbers of its own; sessions are nobody else's.
_OWN: Final = frozenset([
    "contenttypes.contenttype", "auth.permission", "auth.group", "auth.group_permissions",
    "sessions.session",
    # The index is made of the rest, in each database its own way.
    "search.document", "search.word", "search.rebuild",
])  # fmt: skip
# The log of the admin repeats titles, those of citizens among them.
_PERSONAL: Final = frozenset(["admin.logentry"])
# A hash of a password is as good as a password to who has time.
_SECRET_FIELDS: Final = frozenset(["accounts.user.password"])


def copied_models(*, personal: bool) -> list[Model]:
    """Return the models of a copy, with or without data of persons."""
    left_out = _OWN if personal else _OWN | personal_models()
    return [model for model in all_models() if model._meta.label_lower not in left_out]


def replaced_models() -> list[Model]:
    """Return the models whose rows a copy replaces: what migrations fill is there already."""
    return [model for model in all_models() if model._meta.label_lower not in _OWN]


def all_models() -> list[Model]:
    """Return every model with a table, those between two others included."""
    found = apps.get_models(include_auto_created=True)
    return [model for model in found if model._meta.managed and not model._meta.proxy]


def personal_models() -> frozenset[str]:
    """Return the labels of what comes only when it is asked for."""
    return _PERSONAL | _named("personal_models")


def left_out_fields(*, personal: bool) -> frozenset[str]:
    """Return which fields a copy does not hold, as "app.model.field"."""
    return _SECRET_FIELDS | (frozenset() if personal else _named("personal_fields"))


def file_paths(item: models.Model) -> Iterable[str]:
    """Return where the files of *item* stand in the storage; nothing for what has none."""
    if isinstance(item, Picture):
        return [item.file_path(name) for name in item.file_names()]
    path = getattr(item, "file_path", None)
    return [path()] if path else []


def _named(attribute: str) -> frozenset[str]:
    return frozenset(_labels(attribute, apps.get_app_configs()))


def _labels(attribute: str, configs: Iterable[AppConfig]) -> Iterator[str]:
    for config in configs:
        for name in getattr(config, attribute, ()):
            yield f"{config.label}.{name}".lower()
