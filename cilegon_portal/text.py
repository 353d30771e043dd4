"""Plain text as it comes in: normalised, without invisible tricks."""

import re
import unicodedata
from typing import TYPE_CHECKING, Any, Literal

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

if TYPE_CHECKING:
    _AnyField = models.Field[str, str]
    _CharField = models.CharField[str, str]
    _TextField = models.TextField[str, str]
    _URLField = models.URLField[str, str]
else:  # subscripting them is for the type checker only
    _AnyField, _CharField, _TextField = models.Field, models.CharField, models.TextField
    _URLField = models.URLField

# Most text is ASCII, so only what is not gets looked at: an article is cleaned at each view.
_UNUSUAL = re.compile(r"[^\n\t -~]+")
_INVISIBLE = {"Cc", "Cf"}
_LINE_ENDS = {"Zl", "Zp"}  # U+2028 and U+2029, as some programs copy them


def normalise_text(value: str, form: Literal["NFC"] | None = "NFC") -> str:
    r"""Return *value* in NFC with ``\n`` line ends and no control, bidi or zero-width characters.

    Those characters hide gambling links from reviewers and break search and sorting;
    no Indonesian text needs them. Raises ValidationError for NUL, which no person types.
    """
    if "\0" in value:
        raise ValidationError(
            "Teks berisi karakter NUL. Salin ulang teksnya tanpa karakter itu.", code="null"
        )
    value = value.replace("\r\n", "\n").replace("\r", "\n")
    if form is not None:
        value = unicodedata.normalize(form, value)
    return _UNUSUAL.sub(_visible, value)


def _visible(match: re.Match[str]) -> str:
    kinds = ((char, unicodedata.category(char)) for char in match[0])
    return "".join(
        "\n" if kind in _LINE_ENDS else char for char, kind in kinds if kind not in _INVISIBLE
    )


class _NormalisedMixin(_AnyField):
    """Normalise at every door: forms, ``save()``, ``update()`` and bulk writes."""

    def clean_text(self, value: str) -> str:
        return normalise_text(value)

    def to_python(self, value: Any) -> Any:
        value = super().to_python(value)
        return self.clean_text(value) if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:  # noqa: FBT001 -- Django's signature
        value = super().pre_save(model_instance, add)
        if isinstance(value, str):
            value = self.clean_text(value)
            setattr(model_instance, self.attname, value)
        return value

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        if isinstance(value, str):
            value = self.clean_text(value)
        return super().get_db_prep_save(value, connection)


class LineField(_NormalisedMixin, _CharField):
    """One line of plain text; line ends and runs of blanks become one blank."""

    def clean_text(self, value: str) -> str:
        return " ".join(normalise_text(value).split())


class PlainTextField(_NormalisedMixin, _TextField):
    """Plain text of several lines."""

    def clean_text(self, value: str) -> str:
        return normalise_text(value).strip()


class WebAddressField(_URLField):
    """An address of the web, valid at every door: pages link to it, and ``javascript:`` is one that acts."""

    default_validators = [URLValidator(schemes=["http", "https"])]

    def deconstruct(self) -> Any:
        """Say what the database knows of: a URLField."""
        name, _, args, kwargs = super().deconstruct()
        return name, "django.db.models.URLField", args, kwargs

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        """Raise ValidationError for what a form would refuse."""
        if isinstance(value, str):
            self.run_validators(value)
        return super().get_db_prep_save(value, connection)
