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


@dataclass(frozen=True)
class Move:
    """One way from a state to another. ``sources`` are states; ``by_reviewer``: needs review_<model>."""

    name: str
    label: str
    sources: frozenset[str]
    target: str
    by_reviewer: bool = True
    needs_note: bool = False


MOVES = {
    move.name: move
    for move in (
        Move(
            "ajukan",
            "Ajukan",
            frozenset({Status.DRAFT, Status.RETURNED}),
            Status.REVIEW,
            by_reviewer=False,
        ),
        Move(
            "urungkan", "Tarik ajuan", frozenset({Status.REVIEW}), Status.DRAFT, by_reviewer=False
        ),
        Move(
            "kembalikan", "Kembalikan", frozenset({Status.REVIEW}), Status.RETURNED, needs_note=True
        ),
        Move(
            "terbitkan",
            "Terbitkan",
            frozenset(
                {Status.DRAFT, Status.REVIEW, Status.RETURNED, Status.WITHDRAWN, Status.ARCHIVED}
            ),
            Status.PUBLISHED,
        ),
        Move("tarik", "Tarik", frozenset({Status.PUBLISHED}), Status.WITHDRAWN),
        Move(
            "arsipkan",
            "Arsipkan",
            frozenset({Status.PUBLISHED, Status.WITHDRAWN, Status.DRAFT}),
            Status.ARCHIVED,
        ),
    )
}


def may_review(user: User, item: Publishable) -> bool:
    """Tell whether *user* holds ``review_<model>`` for *item*."""
    options = item._meta
    return user.has_perm(f"{options.app_label}.review_{options.model_name}")


def available_moves(item: Publishable, user: User) -> list[Move]:
    """Return what *user* may do with *item* now, in the order of ``MOVES``."""
    reviewer = may_review(user, item)
    owner = item.created_by_id == user.pk
    return [
        move
        for move in MOVES.values()
        if item.status in move.sources and (reviewer or (owner and not move.by_reviewer))
    ]


@transaction.atomic
def move_item(
    item: Publishable, name: str, *, by: User, note: str = "", at: datetime | None = None
) -> None:
    """Move a saved *item*, note who did it, and save.

    Raises PermissionDenied when *by* may not, ValidationError (Indonesian) when a note is missing.
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
