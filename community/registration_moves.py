"""What becomes of a registration: each move is a dated step that its sender reads.

Mails wait for ``manage.py kirim_kabar``: nothing of the sender's is sent from a request.
"""

from datetime import date, datetime
from typing import Any, Final
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.files import File
from django.db import transaction
from django.utils import timezone

from cilegon_portal.accounts.models import User
from cilegon_portal.office.models import SiteProfile
from cilegon_portal.publishing.slugs import unique_slug
from cilegon_portal.publishing.workflow import move_item
from cilegon_portal.suspicion import suspicion
from community.boards import Board, BoardMember
from community.groups import ActivityStatus, ChannelKind, Group, Level, MediaChannel
from community.private_files import store_private_file
from community.registrations import Registration, RegistrationState
from community.working_days import after_working_days

_KINDS: Final = {
    "whatsapp.com": ChannelKind.WHATSAPP,
    "facebook.com": ChannelKind.FACEBOOK,
    "instagram.com": ChannelKind.INSTAGRAM,
    "twitter.com": ChannelKind.X,
    "x.com": ChannelKind.X,
    "youtube.com": ChannelKind.YOUTUBE,
    "youtu.be": ChannelKind.YOUTUBE,
    "tiktok.com": ChannelKind.TIKTOK,
    "t.me": ChannelKind.TELEGRAM,
}


@transaction.atomic
def receive(
    registration: Registration, upload: "File[Any] | None" = None, at: datetime | None = None
) -> Registration:
    """Save what a citizen sent; what looks like spam is marked for staff, never dropped."""
    at = at or timezone.now()
    registration.received_at = registration.consented_at = at
    registration.due_on = _due_on(at)
    registration.hold_reason = suspicion(
        registration.group_name, registration.summary, registration.secretariat
    )
    if upload is not None:
        registration.sk_file = store_private_file(upload, name=upload.name or "sk")
    registration.save()
    registration.steps.create(at=at, label="Diterima", is_senders=True)
    return registration


@transaction.atomic
def complete(
    registration: Registration,
    *,
    text: str,
    sk: "File[Any] | None" = None,
    at: datetime | None = None,
) -> Registration:
    """Add what the sender writes, and a letter that takes the place of the one before. Raises ValidationError when it is closed."""
    registration, at = _open(registration), at or timezone.now()
    former = registration.sk_file
    if sk is not None:
        registration.sk_file = store_private_file(sk, name=sk.name or "sk")
        text = "\n".join(part for part in (text, "Berkas SK dikirim.") if part)
    if registration.state == RegistrationState.INCOMPLETE:
        registration.state, registration.due_on = RegistrationState.IN_HAND, _due_on(at)
    registration.save()
    registration.steps.create(at=at, label="Kelengkapan dikirim", text=text, is_senders=True)
    if sk is not None and former is not None:
        former.delete()
    return registration


def take_up(registration: Registration, *, by: User) -> None:
    """Say that staff look at it, also again after it was refused."""
    _move(registration, RegistrationState.IN_HAND, "Sedang diperiksa", by=by)


def ask(registration: Registration, request: str, *, by: User) -> None:
    """Ask the sender for more."""
    _move(registration, RegistrationState.INCOMPLETE, "Perlu dilengkapi", request, by=by)


def refuse(registration: Registration, reason: str, *, by: User) -> None:
    """Close it with a reason that the sender reads."""
    _move(registration, RegistrationState.REFUSED, "Tidak disetujui", reason, by=by)


@transaction.atomic
def approve(registration: Registration, *, by: User, at: datetime | None = None) -> Group:
    """Make the group, active and public, with its board and what the sender wrote of them.

    Raises ValidationError when it is closed, PermissionDenied where *by* may not publish groups.
    """
    registration, at = _open(registration), at or timezone.now()
    group = registration.as_group()
    group.slug = unique_slug(Group, group.name)
    group.parent = _forum_above(group)
    group.activity_status, group.checked_on = ActivityStatus.ACTIVE, timezone.localdate(at)
    group.private_contact = f"{registration.name} ({registration.position}): {registration.contact}"
    group.created_by = group.updated_by = by
    group.full_clean()
    group.save()
    for address in dict.fromkeys(registration.channels.split()):  # some write one twice
        MediaChannel.objects.create(group=group, kind=_kind_of(address), url=address)
    _make_board(registration, group)
    move_item(group, "terbitkan", by=by, at=at)
    registration.group, registration.sk_file = group, None  # the letter is the board's now
    text = "KIM Anda tampil di daftar KIM."
    _move(registration, RegistrationState.APPROVED, "Disetujui", text, by=by, at=at)
    return group


def _make_board(registration: Registration, group: Group) -> None:
    names = ("starts_on", "ends_on", "sk_number", "sk_on", "sk_issuer", "sk_file")
    board = Board(group=group, **{name: getattr(registration, name) for name in names})
    board.full_clean()
    board.save()
    consent_on = timezone.localdate(registration.consented_at) if registration.shows_names else None
    for role, name in registration.board_names():
        BoardMember.objects.create(
            board=board,
            role=role,
            name=name,
            shows_name=registration.shows_names,
            consent_on=consent_on,
        )


def _forum_above(group: Group) -> Group | None:
    """Return the one active forum that a new group stands below: its kecamatan's, or the city's."""
    region = group.region
    level, place = (
        (Level.CITY, None)
        if group.level == Level.DISTRICT or region.parent_id is None
        else (Level.DISTRICT, {region.pk, region.parent_id})
    )
    forums = Group.objects.published().active().filter(level=level)
    found = list((forums.filter(region__in=place) if place else forums)[:2])
    return found[0] if len(found) == 1 else None


def _kind_of(address: str) -> ChannelKind:
    host = f".{urlsplit(address).hostname or ''}"
    return next(
        (kind for name, kind in _KINDS.items() if host.endswith(f".{name}")), ChannelKind.WEBSITE
    )


def _due_on(at: datetime) -> date:
    days = SiteProfile.load().registration_answer_days
    return after_working_days(timezone.localdate(at), days)


def _open(registration: Registration) -> Registration:
    """Return it as it stands now, locked. Raises ValidationError when it is closed."""
    registration = Registration.objects.select_for_update().get(pk=registration.pk)
    if not registration.is_open():
        raise ValidationError(
            f"Pendaftaran ini sudah ditutup: {registration.state_label().lower()}.",
            code="closed",
        )
    return registration


@transaction.atomic
def _move(
    registration: Registration,
    state: RegistrationState,
    label: str,
    text: str = "",
    *,
    by: User,
    at: datetime | None = None,
) -> None:
    registration.state, registration.hold_reason = state, ""
    registration.save()
    registration.steps.create(at=at or timezone.now(), label=label, text=text, by=by)
