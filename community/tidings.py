"""What senders who left a mail address are told: each step of staff, and when the article that answers is public.

Rule: docs/community.md#kabar. Nothing is mailed because of what somebody typed, only of what
staff did: the forms send no letters to addresses of others.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Exists, OuterRef, Q

from cilegon_portal.addresses import absolute_url
from cilegon_portal.tidings.letters import Tiding, Topic
from community.aspirations import Aspiration, AspirationStep
from community.registrations import RegistrationStep
from news.models import Article

# A timer that stood still for longer has other things to tell.
LOOK_BACK: Final = timedelta(days=7)
_ASPIRATION: Final = Topic(
    "Kabar aspirasi Anda",
    "Anda menerima surel ini karena alamat ini ditulis pada aspirasi yang dikirim ke situs kami.",
)
_REGISTRATION: Final = Topic(
    "Kabar pendaftaran KIM Anda",
    "Anda menerima surel ini karena alamat ini ditulis pada pendaftaran KIM di situs kami.",
)


def news_of_senders(at: datetime) -> Iterator[Tiding]:
    """Return what was done lately with what was sent, told or not, in its order: 3 queries."""
    yield from _aspiration_steps(at)
    yield from _answering_articles(at)
    yield from _registration_steps(at)


def _aspiration_steps(at: datetime) -> Iterator[Tiding]:
    steps = AspirationStep.objects.filter(
        told_at=None,
        at__gt=at - LOOK_BACK,
        at__lte=at,
        aspiration__contact__contains="@",
        aspiration__erased_at=None,
    )
    for step in steps.select_related("aspiration"):
        words = [step.text]
        if step.aspiration.answered_at == step.at:
            words = [step.aspiration.answer]
        yield _tiding(step.aspiration, f"langkah/{step.pk}", step.label, words)


def _answering_articles(at: datetime) -> Iterator[Tiding]:
    """Yield each linked article that became public, or was linked, lately."""
    recent = AspirationStep.objects.filter(aspiration=OuterRef("pk"), at__gt=at - LOOK_BACK)
    public = Article.objects.published(at).filter(pk=OuterRef("article"))
    aspirations = Aspiration.objects.filter(
        Exists(public),
        Q(article__published_at__gt=at - LOOK_BACK) | Exists(recent),
        contact__contains="@",
        erased_at=None,
    )
    for aspiration in aspirations.select_related("article").order_by("pk"):
        article = aspiration.article
        if article is not None:
            words = [article.title, absolute_url(article.get_absolute_url())]
            yield _tiding(aspiration, f"berita/{article.pk}", "Dijawab lewat berita", words)


def _tiding(aspiration: Aspiration, key: str, label: str, words: Iterable[str]) -> Tiding:
    text = _text(f"Aspirasi “{aspiration.topic}”", label, words, aspiration.get_absolute_url())
    name = aspiration.name or "pengirim aspirasi"
    return Tiding(_ASPIRATION, f"aspirasi/{aspiration.pk}/{key}", aspiration.contact, name, text)


def _registration_steps(at: datetime) -> Iterator[Tiding]:
    steps = RegistrationStep.objects.filter(
        is_senders=False,
        at__gt=at - LOOK_BACK,
        at__lte=at,
        registration__contact__contains="@",
    )
    for step in steps.select_related("registration"):
        registration = step.registration
        text = _text(
            f"Pendaftaran {registration.group_name}",
            step.label,
            [step.text],
            registration.get_absolute_url(),
        )
        key = f"pendaftaran/{registration.pk}/{step.pk}"
        yield Tiding(_REGISTRATION, key, registration.contact, registration.name, text)


def _text(subject: str, label: str, words: Iterable[str], path: str) -> str:
    lines = [subject, f"{label}.", *words, f"Selengkapnya: {absolute_url(path)}"]
    return "\n".join(line for line in lines if line)
