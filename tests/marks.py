"""Recognisable personal data, and where the database holds it."""

from typing import Any

from django.apps import apps
from django.db import models

NAME = "Warga Tertentu"
PHONE = "0812-7777-6666"
MAIL = "warga.tertentu@contoh.id"
PLACE = "Gang Bougenville 17"
# However it is written, one of these stands in it.
MARKS = (NAME, PHONE, MAIL, PLACE, "081277776666", "6281277776666")


def marks_in(text: str) -> list[str]:
    """Return which marks stand in *text*, small letters or capitals."""
    return [mark for mark in MARKS if mark.lower() in text.lower()]


def rows_with_marks() -> list[str]:
    """Return which rows of the whole database hold a mark, as "app.Model pk: field"."""
    return [
        f"{model._meta.label} {row['pk']}: {name}"
        for model in apps.get_models(include_auto_created=True)
        for row in model._default_manager.values("pk", *_text_fields(model))
        for name, value in row.items()
        if isinstance(value, str) and marks_in(value)
    ]


def _text_fields(model: type[models.Model]) -> list[Any]:
    kinds = (models.CharField, models.TextField)
    return [field.name for field in model._meta.concrete_fields if isinstance(field, kinds)]
