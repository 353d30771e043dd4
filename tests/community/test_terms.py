"""Masa bakti: where the boards of a group stand on a day."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from community.boards import Board, BoardMember
from community.terms import Term, TermState
from tests.factories import make_board, make_group

pytestmark = pytest.mark.django_db

FIRST, LAST = date(2021, 1, 1), date(2023, 12, 31)


def _days_before_the_end(days: int) -> date:
    return LAST - timedelta(days=days)


@pytest.mark.parametrize(
    ("on", "state"),
    [
        (FIRST - timedelta(days=1), TermState.NONE),
        (FIRST, TermState.IN_TERM),
        (_days_before_the_end(91), TermState.IN_TERM),
        (_days_before_the_end(90), TermState.ENDS_IN_90),
        (_days_before_the_end(31), TermState.ENDS_IN_90),
        (_days_before_the_end(30), TermState.ENDS_IN_30),
        (LAST, TermState.ENDS_IN_30),
        (LAST + timedelta(days=1), TermState.LAPSED),
    ],
)
def test_state_follows_the_day(on: date, state: TermState) -> None:
    group = make_group()
    make_board(group, FIRST, ends_on=LAST)

    assert group.term_state(on) == state


def test_group_without_a_board_has_no_term() -> None:
    assert make_group().term(FIRST) == Term(TermState.NONE)


def test_renewal_without_a_gap_ends_no_term() -> None:
    group = make_group()
    make_board(group, LAST + timedelta(days=1), ends_on=date(2026, 12, 31))
    make_board(group, FIRST, ends_on=LAST)

    assert group.term(LAST) == Term(TermState.IN_TERM, date(2026, 12, 31))


def test_renewal_after_a_gap_leaves_the_warning() -> None:
    group = make_group()
    make_board(group, FIRST, ends_on=LAST)
    make_board(group, LAST + timedelta(days=60), ends_on=date(2026, 12, 31))

    assert group.term(LAST) == Term(TermState.ENDS_IN_30, LAST)
    assert group.term(LAST + timedelta(days=2)) == Term(TermState.LAPSED, LAST)


def test_renewal_keeps_the_old_board() -> None:
    group = make_group()
    make_board(group, FIRST, ends_on=LAST)
    make_board(group, date(2024, 1, 1), ends_on=date(2026, 12, 31))

    assert [board.ends_on.year for board in group.boards.all()] == [2026, 2023]


def test_board_cannot_end_before_it_starts() -> None:
    board = Board(group=make_group(), starts_on=LAST, ends_on=FIRST)

    with pytest.raises(ValidationError, match="Masa bakti harus berakhir sesudah mulai"):
        board.full_clean()


def test_name_is_public_only_with_the_day_of_consent() -> None:
    board = make_board(make_group())
    member = BoardMember(board=board, role="ketua", name="Nama contoh", shows_name=True)

    with pytest.raises(ValidationError, match="Isi kapan orangnya setuju"):
        member.full_clean()
    assert member.public_name() == ""
    member.consent_on = date(2026, 1, 5)
    assert member.public_name() == "Nama contoh"
    member.shows_name = False
    assert member.public_name() == ""
