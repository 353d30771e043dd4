"""Move many items of a list at once: choose, read what will happen, press once more.

Rule: docs/publishing.md#many-at-once. What is moved here could be moved from its own form by the
same person; whatever changed between the page and the press is left as it is.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.html import format_html, format_html_join

from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.models import Publishable, Status
from cilegon_portal.publishing.problems import Problem, Weight
from cilegon_portal.publishing.workflow import (
    MOVES,
    Move,
    available_moves,
    leads_to_readers,
    move_item,
)
from cilegon_portal.templatetags.tanggal import tanggal_waktu

BULK_MAX_ITEMS = 200  # what one request moves in a few seconds, and a person can still read
_REVIEWERS_MOVES = ("terbitkan", "tarik", "arsipkan")
_WRITERS_MOVES = ("ajukan",)


@dataclass(frozen=True)
class Prospect:
    """What a move would do to one chosen item.

    ``effect`` is a sentence; ``reasons`` say why it cannot be moved (none: it can), and
    ``doubts`` what a person has to look at first.
    """

    item: Publishable
    effect: str
    reasons: list[Problem] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)

    @property
    def key(self) -> str:
        """What the page sends back: which item, in which version it was shown."""
        return f"{self.item.pk}:{self.item.version}"


@dataclass
class Outcome:
    """What became of the chosen items: those moved, and sentences about those left."""

    moved: list[Publishable] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def moves_for_many(*, reviewer: bool) -> dict[str, Move]:
    """Return what a list offers: "kembalikan" needs a note of its own for each item."""
    return {name: MOVES[name] for name in (_REVIEWERS_MOVES if reviewer else _WRITERS_MOVES)}


def foresee(item: Publishable, move: Move, user: User, at: datetime | None = None) -> Prospect:
    """Return what *move* by *user* would do to *item*; no query beyond ``for_checking()``."""
    at = at or timezone.now()
    if refusal := _refusal(item, move, user, at):
        return Prospect(item, "", [Problem("", refusal, refusal)])
    problems = item.problems(at) if leads_to_readers(move.target) else []
    return Prospect(
        item,
        _effect(item, move, at),
        [problem for problem in problems if problem.weight is Weight.BLOCKS],
        [problem for problem in problems if problem.weight is Weight.CONFIRM],
    )


@transaction.atomic
def move_many(
    items: Iterable[Publishable],
    move: Move,
    *,
    by: User,
    versions: dict[int, int],
    note: str = "",
    sure_of: frozenset[int] = frozenset(),
) -> Outcome:
    """Move each of the locked *items* that still stands in the version that was shown.

    *versions*: primary key to version on the page; *sure_of*: primary keys whose doubts a
    person has answered. Nothing raises: what cannot be moved is told in ``Outcome.left``.
    """
    outcome = Outcome()
    found = {item.pk: item for item in items}
    for pk, version in versions.items():
        item = found.get(pk)
        if item is None:
            outcome.left.append("Satu yang dipilih sudah tidak ada.")
        elif item.version != version:
            outcome.left.append(f"“{item}” baru saja diubah orang lain. Periksa lagi isinya.")
        else:
            try:
                move_item(item, move.name, by=by, note=note, confirmed=pk in sure_of)
            except ValidationError as error:
                told = format_html_join(" ", "{}", ((message,) for message in error.messages))
                outcome.left.append(format_html("“{}”: {}", item, told))
            except PermissionDenied as error:
                outcome.left.append(f"“{item}”: {error}")
            else:
                outcome.moved.append(item)
    return outcome


def _refusal(item: Publishable, move: Move, user: User, at: datetime) -> str:
    if item.status == move.target:
        return f"Keadaannya sudah {item.state_label(at)}."
    if item.status not in move.sources:
        wanted = ", ".join(str(Status(value).label) for value in Status if value in move.sources)
        return f"Keadaannya {item.state_label(at)}. {move.label} hanya untuk: {wanted}."
    if move not in available_moves(item, user):
        return "Ini tulisan orang lain. Minta penulisnya atau seorang Editor."
    return ""


def _effect(item: Publishable, move: Move, at: datetime) -> str:
    if move.target == Status.PUBLISHED:
        if item.published_at is not None and item.published_at > at:
            return f"Dijadwalkan: tampil di situs mulai {tanggal_waktu(item.published_at)}."
        return "Tampil di situs sekarang juga."
    if move.target == Status.REVIEW:
        return "Menunggu tinjauan; tidak dapat diubah penulisnya sampai ditinjau."
    if move.target == Status.WITHDRAWN and not item.was_public(at):
        return "Batal terbit dan menjadi draf lagi."
    gone = "Tidak tampil lagi di situs" if item.is_public(at) else "Tetap tidak tampil di situs"
    return f"{gone}; keadaannya menjadi {Status(move.target).label}."


def chosen_versions(values: Iterable[str]) -> dict[int, int]:
    """Read "<primary key>:<version>" of each chosen item; anything else is left out."""
    pairs = (value.partition(":") for value in values)
    return {
        int(pk): int(version) for pk, _, version in pairs if _is_number(pk) and _is_number(version)
    }


def chosen_numbers(values: Iterable[str]) -> frozenset[int]:
    """Read primary keys; anything else is left out."""
    return frozenset(int(value) for value in values if _is_number(value))


def _is_number(value: Any) -> bool:
    return value.isascii() and value.isdigit() and len(value) < 18
