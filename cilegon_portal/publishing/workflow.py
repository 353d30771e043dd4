"""Who may move an item from one state to another.

Rule: docs/publishing.md#moves. Writers hand in their own items; holders of
``review_<model>`` decide. Every move is written down as a StatusChange.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.models import Publishable, Status, StatusChange
from cilegon_portal.publishing.problems import Problem, Weight


@dataclass(frozen=True)
class Move:
    """One way from a state to another.

    ``sources`` are states; ``by_reviewer``: needs review_<model>; ``done`` ends the sentence
    "<item> …".
    """

    name: str
    label: str
    done: str
    sources: frozenset[str]
    target: str
    by_reviewer: bool = True
    needs_note: bool = False


class NotInOrder(ValidationError):  # noqa: N818 -- what it says is no error of the program
    """Something stands between an item and its readers: ``problems``."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__([problem.html() for problem in problems], code="problems")
        self.problems = problems


_HIDDEN = {Status.DRAFT, Status.REVIEW, Status.RETURNED, Status.WITHDRAWN, Status.ARCHIVED}

MOVES = {
    move.name: move
    for move in (
        Move(
            "ajukan",
            "Ajukan",
            "diajukan dan menunggu tinjauan",
            frozenset({Status.DRAFT, Status.RETURNED}),
            Status.REVIEW,
            by_reviewer=False,
        ),
        Move(
            "urungkan",
            "Tarik ajuan",
            "kembali menjadi draf",
            frozenset({Status.REVIEW}),
            Status.DRAFT,
            by_reviewer=False,
        ),
        Move(
            "kembalikan",
            "Kembalikan",
            "dikembalikan kepada penulisnya",
            frozenset({Status.REVIEW}),
            Status.RETURNED,
            needs_note=True,
        ),
        Move("terbitkan", "Terbitkan", "diterbitkan", frozenset(_HIDDEN), Status.PUBLISHED),
        Move("tarik", "Tarik", "ditarik", frozenset({Status.PUBLISHED}), Status.WITHDRAWN),
        Move(
            "arsipkan",
            "Arsipkan",
            "diarsipkan",
            frozenset({Status.PUBLISHED, Status.WITHDRAWN, Status.DRAFT}),
            Status.ARCHIVED,
        ),
    )
}


def leads_to_readers(target: str) -> bool:
    """Tell whether *target* is a state for which an item must be in order."""
    return target in {Status.REVIEW, Status.PUBLISHED}


def may_review(user: User, item: Publishable) -> bool:
    """Tell whether *user* holds ``review_<model>`` for *item*."""
    options = item._meta
    return user.has_perm(f"{options.app_label}.review_{options.model_name}")


def available_moves(item: Publishable, user: User) -> list[Move]:
    """Return what *user* may do with *item* now, in the order of ``MOVES``."""
    reviewer = may_review(user, item)
    owner = item.is_owned_by(user)
    return [
        move
        for move in MOVES.values()
        if item.status in move.sources and (reviewer or (owner and not move.by_reviewer))
    ]


def standing_in_the_way(item: Publishable, *, confirmed: bool = False) -> list[Problem]:
    """Return the problems of a saved *item* that forbid handing it in or publishing it."""
    harmless = {Weight.HINT, Weight.CONFIRM} if confirmed else {Weight.HINT}
    return [problem for problem in item.problems() if problem.weight not in harmless]


@transaction.atomic
def move_item(
    item: Publishable,
    name: str,
    *,
    by: User,
    note: str = "",
    confirmed: bool = False,
    at: datetime | None = None,
) -> None:
    """Move a saved *item*, note who did it, and save.

    Raises PermissionDenied when *by* may not, ValidationError (Indonesian) when a note is missing,
    NotInOrder when the item is not fit for readers; *confirmed* says that a person answered what only asks "sure?".
    Withdrawing something that was only scheduled makes it a draft again: nobody ever saw it.
    """
    move = MOVES[name]
    at = at or timezone.now()
    if move not in available_moves(item, by):
        raise PermissionDenied(f"{move.label} tidak tersedia untuk keadaan {item.state_label(at)}.")
    if move.needs_note and not note.strip():
        raise ValidationError(
            "Tulis catatan: apa yang perlu diperbaiki penulis?", code="note_required"
        )
    if leads_to_readers(move.target) and (found := standing_in_the_way(item, confirmed=confirmed)):
        raise NotInOrder(found)
    before = item.status
    target = move.target
    if name == "tarik" and not item.was_public(at):
        target = Status.DRAFT
    if target == Status.PUBLISHED and item.published_at is None:
        item.published_at = at
    item.status = target
    item.review_note = note if name == "kembalikan" else ""
    item.updated_by = by
    item.save()
    StatusChange.objects.create(
        item=item, action=name, from_status=before, to_status=target, note=note, by=by, at=at
    )
