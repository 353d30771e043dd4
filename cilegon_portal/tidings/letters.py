"""Letters made of what the apps have to tell, sent once to each recipient, whatever fails.

An app offers ``AppConfig.tidings(at)``, which returns its :class:`Tiding` of the last days, told
or not; the kernel knows no app by name and remembers who was told. ``manage.py kirim_kabar`` sends.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from smtplib import SMTPException

from django.apps import apps
from django.core.mail import BadHeaderError, EmailMessage
from django.db import IntegrityError, transaction

from cilegon_portal.office.models import SiteProfile
from cilegon_portal.tidings.models import Told

# How long it is remembered who was told (UU 27/2022: no longer than needed). An app that offers
# older news would tell it again.
MEMORY = timedelta(days=90)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Topic:
    """What a letter is about; ``why`` tells its reader why it came to them."""

    subject: str
    why: str


@dataclass(frozen=True)
class Tiding:
    """One piece of news for one person. ``key`` names it and its version ("agenda/31/4")."""

    topic: Topic
    key: str
    email: str
    name: str
    text: str


@dataclass(frozen=True)
class Letter:
    """The news of one topic for one person."""

    topic: Topic
    email: str
    name: str
    tidings: tuple[Tiding, ...]

    def message(self) -> EmailMessage:
        """Return it as a mail in plain text."""
        site = SiteProfile.load().site_name
        parts = [
            f"Yth. {self.name},",
            *(tiding.text for tiding in self.tidings),
            f"{self.topic.why}\n{site}",
        ]
        return EmailMessage(f"{self.topic.subject} · {site}", "\n\n".join(parts), to=[self.email])


def pending_letters(at: datetime) -> list[Letter]:
    """Return what is still to be told at *at*, in the order the apps tell it: their queries and 1."""
    offered = [
        tiding
        for config in apps.get_app_configs()
        if (offer := getattr(config, "tidings", None))
        for tiding in offer(at)
    ]
    told = set(
        Told.objects.filter(key__in={tiding.key for tiding in offered}).values_list("email", "key")
    )
    grouped: dict[tuple[Topic, str, str], list[Tiding]] = {}
    for tiding in offered:
        if (tiding.email, tiding.key) not in told:
            told.add((tiding.email, tiding.key))
            grouped.setdefault((tiding.topic, tiding.email, tiding.name), []).append(tiding)
    return [Letter(*about, tidings=tuple(tidings)) for about, tidings in grouped.items()]


def send_letters(letters: Iterable[Letter], at: datetime) -> int:
    """Send *letters*, and return how many could not be sent: the next run tries those again.

    Each is noted before it is sent: a crash in between loses that one, and nobody is told twice.
    """
    failed = 0
    for letter in letters:
        if not _note(letter, at):
            continue
        try:
            letter.message().send()
        except (OSError, SMTPException, BadHeaderError) as error:
            _log.warning("Surat kabar gagal terkirim: %s", error)
            _forget(letter)
            failed += 1
    Told.objects.filter(at__lt=at - MEMORY).delete()
    return failed


def _note(letter: Letter, at: datetime) -> bool:
    """Return False when another run, at the same time, has told any of it."""
    rows = [Told(key=tiding.key, email=tiding.email, at=at) for tiding in letter.tidings]
    try:
        with transaction.atomic():
            Told.objects.bulk_create(rows)
    except IntegrityError:
        return False
    return True


def _forget(letter: Letter) -> None:
    keys = [tiding.key for tiding in letter.tidings]
    Told.objects.filter(email=letter.email, key__in=keys).delete()
