"""What becomes of a contribution: handed in and taken back by officers, decided by staff.

Each move asks again whether it may be made when the button is pressed.
"""

from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone

from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.slugs import unique_slug
from cilegon_portal.publishing.workflow import NotInOrder
from community.contributions import OPEN_STATES, Contribution, ContributionState
from news.models import Article, Category

TAG = "KIM"  # also the category of what they send, where there is one of that name
_WAITING = frozenset({ContributionState.SENT})


@dataclass(frozen=True)
class Move:
    """One way from a state to another; ``done`` ends the sentence "<kiriman> …"."""

    label: str
    done: str
    sources: frozenset[ContributionState]
    target: ContributionState
    by_staff: bool
    needs_note: bool = False


MOVES = {
    "ajukan": Move(
        "Ajukan", "diajukan dan menunggu tinjauan", OPEN_STATES, ContributionState.SENT, by_staff=False
    ),
    "urungkan": Move(
        "Tarik ajuan", "kembali menjadi draf", _WAITING, ContributionState.DRAFT, by_staff=False
    ),
    "kembalikan": Move(
        "Kembalikan", "dikembalikan kepada pengurusnya", _WAITING, ContributionState.RETURNED,
        by_staff=True, needs_note=True,
    ),
    "tolak": Move(
        "Tidak dimuat", "tidak dimuat", _WAITING, ContributionState.REFUSED,
        by_staff=True, needs_note=True,
    ),
}  # fmt: skip


def available_moves(contribution: Contribution, user: User) -> dict[str, Move]:
    """Return what *user* may do with *contribution* now, by name."""
    is_staff = user.has_perm("community.review_contribution")
    is_own = not contribution.group_id or contribution.is_owned_by(user)
    return {
        name: move
        for name, move in MOVES.items()
        if contribution.state in move.sources and (is_staff if move.by_staff else is_own)
    }


@transaction.atomic
def move(
    contribution: Contribution, name: str, *, by: User, note: str = "", at: datetime | None = None
) -> None:
    """Move a saved *contribution*.

    Raises PermissionDenied, ValidationError (Indonesian) for a missing note, NotInOrder for a text
    that is not fit to be handed in.
    """
    found = available_moves(contribution, by).get(name)
    if found is None:
        raise PermissionDenied
    if found.needs_note and not note.strip():
        raise ValidationError("Tulis catatan; pengurus KIM membacanya.", code="note_required")
    if name == "ajukan" and (problems := contribution.problems()):
        raise NotInOrder(problems)
    at = at or timezone.now()
    contribution.state, contribution.note = found.target, note.strip() if found.by_staff else ""
    if found.by_staff:
        contribution.decided_at = at
    else:
        contribution.submitted_at = at if name == "ajukan" else None
    contribution.save()


def may_become_news(contribution: Contribution) -> bool:
    """Tell whether staff may make news of it: it waits, or what was made of it is deleted."""
    is_lost = contribution.state == ContributionState.ADOPTED and contribution.article_id is None
    return contribution.waits() or is_lost


@transaction.atomic
def adopt(contribution: Contribution, *, by: User, at: datetime | None = None) -> Article:
    """Return the draft article made of *contribution* ("Jadikan berita"): the one begun before, or a new one.

    Raises ValidationError (Indonesian) where it does not wait, or no category exists.
    """
    if contribution.article is not None:
        return contribution.article
    if not may_become_news(contribution):
        raise ValidationError("Kiriman ini tidak menunggu tinjauan. Muat ulang halamannya.")
    named = Category.objects.filter(name__iexact=TAG)
    category = named.first() or Category.objects.first()
    if category is None:
        raise ValidationError(
            "Belum ada kategori berita. Buat dulu satu kategori di bagian Berita."
        )
    article = _article(contribution, category, by)
    contribution.article, contribution.state = article, ContributionState.ADOPTED
    contribution.note, contribution.decided_at = "", at or timezone.now()
    contribution.save()
    return article


def _article(contribution: Contribution, category: Category, by: User) -> Article:
    region = contribution.region or contribution.group.region
    district = region.district()
    article = Article.objects.create(
        title=contribution.title,
        slug=unique_slug(Article, contribution.title),
        summary=contribution.summary,
        dateline_place=contribution.place or (district.name if district else ""),
        body=contribution.body,
        category=category,
        picture=contribution.picture,
        region=region,
        author_credit=contribution.group.credit,
        created_by=by,
        updated_by=by,
    )
    article.tags.add(TAG)
    for position, picture in enumerate(contribution.gallery()):
        article.attachments.create(picture=picture, position=position)
    return article
