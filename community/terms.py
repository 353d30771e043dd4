"""Masa bakti: where a board stands on a day. Derived, never stored.

Rule: docs/community.md#masa-bakti.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from django.db import models
from django.utils.formats import date_format

SOON = timedelta(days=90)
VERY_SOON = timedelta(days=30)


class TermState(models.TextChoices):
    """Where the masa bakti of a group stands; "berakhir" is what every report looks for."""

    IN_TERM = "berlaku", "Masa bakti berlaku"
    ENDS_IN_90 = "90-hari", "Berakhir dalam 90 hari"
    ENDS_IN_30 = "30-hari", "Berakhir dalam 30 hari"
    LAPSED = "berakhir", "Masa bakti berakhir"
    NONE = "belum-ada", "Belum ada kepengurusan"


IN_TERM_STATES = frozenset({TermState.IN_TERM, TermState.ENDS_IN_90, TermState.ENDS_IN_30})


class HasTerm(Protocol):
    """Anything with a first and a last day, both included."""

    starts_on: date
    ends_on: date


@dataclass(frozen=True)
class Term:
    """What the boards of a group come to on a day: the state, and the day it ends or ended."""

    state: TermState
    ends_on: date | None = None

    def is_current(self) -> bool:
        """Tell whether a board is in office."""
        return self.state in IN_TERM_STATES

    def in_words(self) -> str:
        """Return the state with its day: "Berakhir dalam 30 hari · s.d. 12 Desember 2026"."""
        day = f" · s.d. {date_format(self.ends_on, 'j F Y')}" if self.ends_on else ""
        return f"{self.state.label}{day}"


def term_of(boards: Iterable[HasTerm], on: date) -> Term:
    """Return where *boards* (all of a group's, in any order) stand on the day *on*.

    A renewal that follows without a gap counts: what it continues is not about to end.
    """
    ordered = sorted(boards, key=lambda board: board.starts_on)
    ends_on = max((board.ends_on for board in ordered if _covers(board, on)), default=None)
    if ends_on is None:
        ended = [board.ends_on for board in ordered if board.ends_on < on]
        return Term(TermState.LAPSED, max(ended)) if ended else Term(TermState.NONE)
    for board in ordered:
        if board.starts_on <= ends_on + timedelta(days=1):
            ends_on = max(ends_on, board.ends_on)
    left = ends_on - on
    if left <= VERY_SOON:
        return Term(TermState.ENDS_IN_30, ends_on)
    return Term(TermState.ENDS_IN_90 if left <= SOON else TermState.IN_TERM, ends_on)


def overlap(first: HasTerm, second: HasTerm) -> bool:
    """Tell whether both are in office on some day."""
    return first.starts_on <= second.ends_on and second.starts_on <= first.ends_on


def _covers(board: HasTerm, on: date) -> bool:
    return board.starts_on <= on <= board.ends_on
