"""Days that people can mean here: a year outside of 1990 to 2100 is a slip of the finger.

Beyond it also lies what cannot be reckoned: the first and last day of the calendar have no
yesterday or tomorrow, and no hour in another zone.
"""

from datetime import date
from typing import Final

from django import forms
from django.core.exceptions import ValidationError

FIRST_YEAR: Final = 1990
LAST_YEAR: Final = 2100


def is_likely(day: date) -> bool:
    """Tell whether *day* (or an instant) is in a year that somebody can mean."""
    return FIRST_YEAR <= day.year <= LAST_YEAR


def validate_likely(day: date) -> None:
    """Refuse another year. Raises ValidationError with what to do."""
    if not is_likely(day):
        raise ValidationError(
            f"Tahunnya {day.year}. Isi tahun {FIRST_YEAR} sampai {LAST_YEAR}.", code="year"
        )


class LikelyDateField(forms.DateField):
    """A day in a likely year."""

    default_validators = [validate_likely]


class LikelyDateTimeField(forms.DateTimeField):
    """A time in a likely year."""

    default_validators = [validate_likely]
