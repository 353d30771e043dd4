"""What staff do with an aspiration: each move is a dated step that the sender reads.

Mails wait for ``manage.py kirim_kabar``: nothing of the sender's is sent from a request.
"""

from datetime import datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from cilegon_portal.accounts.models import User
from cilegon_portal.office.models import Agency, SiteProfile
from cilegon_portal.publishing.slugs import unique_slug
from cilegon_portal.suspicion import suspicion
from community.aspirations import (
    Aspiration,
    AspirationKind,
    AspirationState,
)
from community.working_days import after_working_days
from news.models import CREDIT_MAX_CHARS, TITLE_MAX_CHARS, Article, Category, Kind

REPEATS_MAX = 3  # the same words again within a day
_DAY = timedelta(days=1)


@transaction.atomic
def receive(aspiration: Aspiration, at: datetime | None = None) -> Aspiration:
    """Save what a citizen sent; what looks like spam is held for staff, never dropped."""
    at = at or timezone.now()
    aspiration.received_at = aspiration.consented_at = at
    days = SiteProfile.load().aspiration_answer_days
    aspiration.due_on = after_working_days(timezone.localdate(at), days)
    aspiration.hold_reason = suspicion(aspiration.topic, aspiration.text) or _repeated(
        aspiration, at
    )
    if aspiration.hold_reason:
        aspiration.state = AspirationState.HELD
    aspiration.save()
    aspiration.steps.create(at=at, label="Diterima", told_at=at)
    return aspiration


def _repeated(aspiration: Aspiration, at: datetime) -> str:
    same = Aspiration.objects.filter(received_at__gt=at - _DAY, text=aspiration.text)
    count = same.count()
    return f"Isi yang sama sudah masuk {count} kali hari ini." if count >= REPEATS_MAX else ""


def assign(aspiration: Aspiration, officer: User, *, by: User, at: datetime | None = None) -> None:
    """Give it to *officer*; what was held is let go by that."""
    aspiration.assigned_to = officer
    _move(aspiration, AspirationState.IN_HAND, "Ditangani petugas", by=by, at=at)


def forward(
    aspiration: Aspiration, agency: Agency, *, by: User, at: datetime | None = None
) -> None:
    """Say that *agency* has it now."""
    aspiration.agency = agency
    text = f"Diteruskan kepada {agency.name}."
    _move(aspiration, AspirationState.FORWARDED, "Diteruskan ke OPD", text, by=by, at=at)


def reply(aspiration: Aspiration, answer: str, *, by: User, at: datetime | None = None) -> None:
    """Answer the sender; an answer given before is replaced, its step stays."""
    at = at or timezone.now()
    label = "Jawaban diperbarui" if aspiration.answered_at else "Dijawab"
    aspiration.answer, aspiration.answered_at = answer, at
    _move(aspiration, AspirationState.ANSWERED, label, by=by, at=at)


def refuse(aspiration: Aspiration, reason: str, *, by: User, at: datetime | None = None) -> None:
    """Close it with a reason that the sender reads; nothing of it stays public."""
    aspiration.refusal, aspiration.staff_allow = reason, False
    label = "Tidak dapat ditindaklanjuti"
    _move(aspiration, AspirationState.REFUSED, label, reason, by=by, at=at)


def link(aspiration: Aspiration, *, by: User) -> None:
    """Say that an article is about it; which one, the sender reads once that is public."""
    aspiration.steps.create(label="Dikaitkan dengan berita", by=by)


def release(aspiration: Aspiration, *, by: User) -> None:
    """Say that nothing is wrong with what was held."""
    aspiration.hold_reason = ""
    _move(aspiration, AspirationState.NEW, "Selesai diperiksa petugas", by=by)


@transaction.atomic
def clarification(aspiration: Aspiration, *, by: User) -> Article:
    """Return the klarifikasi article about it: the draft begun before, or a new one with the claim filled in.

    Raises ValidationError (Indonesian) where there is no category.
    """
    if aspiration.article is not None:
        return aspiration.article
    category = Category.objects.first()
    if category is None:
        raise ValidationError(
            "Belum ada kategori berita. Buat dulu satu kategori di bagian Berita."
        )
    title = f"Klarifikasi: {aspiration.topic}"[:TITLE_MAX_CHARS]
    article = Article.objects.create(
        title=title,
        slug=unique_slug(Article, title),
        kind=Kind.CLARIFICATION,
        claim=aspiration.text,
        category=category,
        region=aspiration.region,
        author_credit=by.full_name[:CREDIT_MAX_CHARS],
        created_by=by,
        updated_by=by,
    )
    aspiration.article = article
    _move(aspiration, AspirationState.IN_HAND, "Klarifikasi sedang disiapkan", by=by)
    return article


def can_be_clarified(aspiration: Aspiration) -> bool:
    """Tell whether an article of kind klarifikasi is the answer to it."""
    return aspiration.kind == AspirationKind.CLARIFICATION and aspiration.erased_at is None


@transaction.atomic
def _move(
    aspiration: Aspiration,
    state: AspirationState,
    label: str,
    text: str = "",
    *,
    by: User,
    at: datetime | None = None,
) -> None:
    aspiration.state = state
    if state != AspirationState.HELD:
        aspiration.hold_reason = ""
    aspiration.save()
    aspiration.steps.create(at=at or timezone.now(), label=label, text=text, by=by)
