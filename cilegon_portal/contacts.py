"""How somebody can be reached: one field for a WhatsApp number or a mail address."""

import re
from typing import Final

from django.core.exceptions import ValidationError
from django.core.validators import validate_email

CONTACT_MAX_CHARS: Final = 100
_NUMBER: Final = re.compile(r"\+?[0-9][0-9 ().-]{6,24}", re.ASCII)
# In a longer text: a mail address, what stands between numbers, how many words make up one.
_MAIL: Final = re.compile(r"[^\s@,;:<>()\"']+@[\w-]+(?:\.[\w-]+)+")
_BETWEEN: Final = re.compile(r"[\s,;:/|&]+")
_WORDS_MAX: Final = 6
_LINE: Final = re.compile(r"[+(]?[0-9][0-9 ().-]*", re.ASCII)
_DIGITS_MIN, _DIGITS_MAX = 8, 15  # E.164 ends at 15
_LINE_MIN = 6  # a line within the city
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


def validate_number(value: str) -> None:
    """Refuse what cannot be dialled; lines of an office are fine: "(0254) 391 234". Raises ValidationError."""
    if not _LINE.fullmatch(value) or not _LINE_MIN <= len(_digits(value)) <= _DIGITS_MAX:
        raise ValidationError(
            "Tulis nomor telepon dengan angka, misalnya 081234567890 atau (0254) 391234.",
            code="number",
        )


def contact_key(value: str) -> str:
    """Return *value* in the one form by which it is found again: "081234567890", "warga@contoh.id".

    "+62 812…", "0062812…", "62812…" and "812…" are one number; numbers of other countries keep
    their digits.
    """
    if "@" in value:
        return value.strip().lower()
    digits = _digits(value)
    for prefix in ("0062", "62"):
        if digits.startswith(prefix):
            return f"0{digits.removeprefix(prefix).lstrip('0')}"
    is_short = digits.startswith("8") and not value.strip().startswith("+")
    return f"0{digits}" if is_short else digits


def keys_in(text: str) -> set[str]:
    """Return the key of every mail address and every number written in *text*, and of other digits in it."""
    keys = {contact_key(address) for address in _MAIL.findall(text)}
    for line in text.splitlines():
        words = [word for word in _BETWEEN.split(line) if _digits(word)]
        for first in range(len(words)):
            for last in range(first, min(first + _WORDS_MAX, len(words))):
                keys.add(contact_key("".join(words[first : last + 1])))
    return keys


def lines_with(text: str, key: str) -> list[str]:
    """Return the lines of *text* in which the number or mail address *key* stands."""
    return [line for line in text.splitlines() if key in keys_in(line)]


def without_contact(text: str, key: str) -> str:
    """Return *text* without :func:`lines_with` *key*."""
    return "\n".join(line for line in text.splitlines() if key not in keys_in(line))


def whatsapp_number(value: str) -> str:
    """Return *value* as wa.me takes it, "6281234567890"; empty for a mail address."""
    key = "" if "@" in value else contact_key(value)
    return f"62{key[1:]}" if key.startswith("0") else key


def _digits(value: str) -> str:
    return "".join(char for char in value if char in "0123456789")
