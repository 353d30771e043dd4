"""What an article must have before readers see it, and dates that contradict themselves."""

import re
from datetime import datetime

from django.utils import timezone
from django.utils.html import strip_tags

from cilegon_portal.publishing.problems import Problem, Weight
from cilegon_portal.written_days import MONTHS, meant_day, month_number

_WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
_DAY = "|".join(_WEEKDAYS)
# "Minggu (22/9)", "Minggu (22/9/2019)" and "Minggu, 22 September 2019"
_SHORT = re.compile(rf"\b({_DAY}),?\s*\((\d{{1,2}})/(\d{{1,2}})(?:/(\d{{4}}))?\)")
_LONG = re.compile(rf"\b({_DAY}),?\s+\(?(\d{{1,2}})\s+({'|'.join(MONTHS)})(?:\s+(\d{{4}}))?")


def date_problems(html: str, near: datetime | None) -> list[Problem]:
    """Return a problem for each weekday in *html* that does not fall on the date beside it.

    Without a year the one that brings the date nearest to *near* (default: now) counts. A person
    may insist, since a quotation can be wrong on purpose: ``Weight.CONFIRM``.
    """
    text = strip_tags(html.replace("</p>", " "))
    day = timezone.localtime(near or timezone.now()).date()
    found = [
        (match[0], match[1], int(match[2]), int(match[3]), match[4])
        for match in _SHORT.finditer(text)
    ]
    found += [
        (match[0], match[1], int(match[2]), month_number(match[3]), match[4])
        for match in _LONG.finditer(text)
    ]
    problems = []
    for words, weekday, number, month, year in found:
        meant = meant_day(number, month, int(year) if year else None, day)
        if meant is None:
            problems.append(_confirm(f"“{words}”: tanggal itu tidak ada. Periksa lagi tanggalnya."))
        elif _WEEKDAYS[meant.weekday()] != weekday:
            problems.append(
                _confirm(
                    f"“{words}”: {meant.day} {MONTHS[meant.month - 1]} {meant.year} adalah hari "
                    f"{_WEEKDAYS[meant.weekday()]}. Perbaiki harinya atau tanggalnya."
                )
            )
    return problems


def _confirm(message: str) -> Problem:
    return Problem("body", message, "Hari dan tanggal berbeda", Weight.CONFIRM)
