"""Rich text: one allow-list for the editor's toolbar and for what the server keeps."""

import re
from typing import Any

import nh3
from ckeditor.widgets import CKEditorWidget
from django import forms
from django.db import models

from cilegon_portal.text import PlainTextField, normalise_text


def clean_html(value: str) -> str:
    """Return *value* with only what editors may store."""
    return nh3.clean(normalise_text(value))


class RichTextField(PlainTextField):
    """HTML written in the editor, cleaned at every door (form, ``save()``, ``update()``, bulk)."""

    def clean_text(self, value: str) -> str:
        return clean_html(value)

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        kwargs["widget"] = CKEditorWidget
        return models.TextField.formfield(self, **kwargs)


_PICTURE_ADDRESS = re.compile(r"/media/gambar/([A-Za-z0-9_-]{22})/")


def picture_tokens(html: str) -> set[str]:
    """Return the tokens of the library pictures that *html* shows."""
    return set(_PICTURE_ADDRESS.findall(html))
