"""How somebody can be reached: one field for a WhatsApp number or a mail address."""

import re
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

CONTACT_MAX_CHARS: Final = 100
_NUMBER: Final = re.compile(r"\+?[0-9][0-9 ().-]{6,24}", re.ASCII)
_DIGITS_MIN, _DIGITS_MAX = 8, 15  # E.164 ends at 15
_NEITHER = (
    "Tulis nomor WhatsApp dengan angka, misalnya 081234567890, atau alamat surel, "
    "misalnya warga@contoh.id."
)


def validate_contact(value: str) -> None:
    """Refuse what is neither a number nor a mail address. Raises ValidationError."""
    if "@" in value:
        try:
            validate_email(value)
        except ValidationError as error:
            raise ValidationError(_NEITHER, code="contact") from error
    elif not _NUMBER.fullmatch(value) or not _DIGITS_MIN <= len(_digits(value)) <= _DIGITS_MAX:
        raise ValidationError(_NEITHER, code="contact")


def contact_key(value: str) -> str:
    """Return *value* in the one form by which it is found again: "081234567890", "warga@contoh.id"."""
    if "@" in value:
        return value.strip().lower()
    digits = _digits(value)
    return f"0{digits[2:]}" if digits.startswith("62") else digits


def whatsapp_number(value: str) -> str:
    """Return *value* as wa.me takes it, "6281234567890"; empty for a mail address."""
    key = "" if "@" in value else contact_key(value)
    return f"62{key[1:]}" if key.startswith("0") else key


def _digits(value: str) -> str:
    return "".join(char for char in value if char in "0123456789")
