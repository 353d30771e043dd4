"""Codes under which a sender follows what was sent: unguessable, and readable aloud.

Three groups of five, of letters and digits that nobody confuses: 31^15 is 74 bits.
"""

import re
import secrets
from datetime import timedelta
from typing import Final

from django.http import HttpRequest, HttpResponse

from cilegon_portal.accounts.throttle import Limit
from cilegon_portal.anonymous_forms import network

_ALPHABET: Final = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"  # without 0 O 1 I L
_GROUPS: Final = 3
_GROUP_CHARS: Final = 5
CODE_CHARS: Final = _GROUPS * _GROUP_CHARS + _GROUPS - 1
_NOT_CODE: Final = re.compile(r"[^0-9A-Za-z]+")
_GUESSES_MAX, _GUESSES_WAIT = 30, timedelta(minutes=15)


def new_code() -> str:
    """Return a random code, "K7P4M-2XRHW-9QTBN"."""
    groups = (
        "".join(secrets.choice(_ALPHABET) for _ in range(_GROUP_CHARS)) for _ in range(_GROUPS)
    )
    return "-".join(groups)


def read_code(written: str) -> str:
    """Return a code as people write it (small letters, blanks, no dashes) in its one form; empty if it is none."""
    letters = _NOT_CODE.sub("", written).upper()
    if len(letters) != _GROUPS * _GROUP_CHARS or set(letters) - set(_ALPHABET):
        return ""
    return "-".join(
        letters[start : start + _GROUP_CHARS] for start in range(0, len(letters), _GROUP_CHARS)
    )


class CodeConverter:
    """A code in an address, in its one form."""

    regex = "-".join([f"[{_ALPHABET}]{{{_GROUP_CHARS}}}"] * _GROUPS)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


def guesses(request: HttpRequest) -> Limit:
    """Return the count of codes that a network tried and that lead nowhere."""
    return Limit("community.code", network(request), _GUESSES_MAX, _GUESSES_WAIT)


def keep_private(response: HttpResponse) -> HttpResponse:
    """Return the answer of a page under a code: kept by no cache, told to no other site, in no index."""
    response["Cache-Control"] = "private, no-store"
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
