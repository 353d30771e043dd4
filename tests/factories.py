"""Saved objects for tests; a test states only the field it is about."""

import itertools
from datetime import date, time, timedelta
from typing import Any

from django.contrib.auth.models import Group as Role
from django.utils import timezone

from agenda.catalogue import EventType
from agenda.events import Event
from agenda.occurrences import Occurrence
from agenda.series import sync_occurrences
from cilegon_portal.accounts.models import User
from cilegon_portal.library.models import Picture
from cilegon_portal.office.models import Page
from cilegon_portal.publishing.models import Status
from cilegon_portal.publishing.slugs import unique_slug
from cilegon_portal.regions.models import Region
from community.activities import Activity, Membership
from community.aspiration_moves import receive
from community.aspirations import Aspiration
from community.boards import Board
from community.contributions import Contribution, ContributionState
from community.groups import ActivityStatus, Group, Level
from community.registration_moves import receive as receive_registration
from community.registrations import Registration
from news.models import Article, Category

_numbers = itertools.count(1)


def make_user(*roles: str, **fields: Any) -> User:
    """Return a saved staff account that holds *roles*; its password is "rahasia-uji-2026"."""
    username = fields.pop("username", f"pengguna{next(_numbers)}")
    fields.setdefault("full_name", username.title())
    user = User.objects.create_user(username, "rahasia-uji-2026", **fields)
    user.groups.set(Role.objects.filter(name__in=roles))
    return user


def make_category(name: str = "Pemerintahan", **fields: Any) -> Category:
    """Return the category of that name, saved."""
    slug = fields.pop("slug", None) or unique_slug(Category, name)
    category, _ = Category.objects.get_or_create(name=name, defaults={"slug": slug, **fields})
    return category


def make_article(**fields: Any) -> Article:
    """Return a saved, public article; ``tags`` takes a list of names."""
    tags = fields.pop("tags", [])
    fields.setdefault("title", f"Berita {next(_numbers)}")
    fields.setdefault("slug", unique_slug(Article, fields["title"]))
    fields.setdefault("body", "<p>Isi berita.</p>")
    fields.setdefault("status", Status.PUBLISHED)
    fields.setdefault("published_at", timezone.now())
    if "category" not in fields:
        fields["category"] = make_category()
    article = Article.objects.create(**fields)
    if tags:
        article.tags.add(*tags)
    return article


def make_event(**fields: Any) -> Event:
    """Return a saved, public event of tomorrow 09.00 WIB s.d. selesai, with its dates."""
    fields.setdefault("title", f"Acara {next(_numbers)}")
    fields.setdefault("slug", unique_slug(Event, fields["title"]))
    fields.setdefault("first_on", timezone.localdate() + timedelta(days=1))
    fields.setdefault("place", "Aula Kota")
    fields.setdefault("status", Status.PUBLISHED)
    fields.setdefault("published_at", timezone.now())
    if not fields.get("is_all_day") and not fields.get("time_label"):
        fields.setdefault("start_time", time(9))
    if "event_type" not in fields:
        fields["event_type"], _ = EventType.objects.get_or_create(name="Rapat", slug="rapat")
    event = Event.objects.create(**fields)
    sync_occurrences(event)
    return event


def make_occurrence(**fields: Any) -> Occurrence:
    """Return the one date of a saved, public event with *fields*."""
    return make_event(**fields).occurrences.get()


def make_page(**fields: Any) -> Page:
    """Return a saved, public page."""
    fields.setdefault("title", f"Halaman {next(_numbers)}")
    fields.setdefault("slug", unique_slug(Page, fields["title"], max_length=80))
    fields.setdefault("body", "<p>Isi halaman.</p>")
    fields.setdefault("status", Status.PUBLISHED)
    fields.setdefault("published_at", timezone.now())
    return Page.objects.create(**fields)


def make_picture(**fields: Any) -> Picture:
    """Return a saved picture without files; upload through the library to have files."""
    fields.setdefault("title", f"Foto {next(_numbers)}")
    fields.setdefault("alt_text", "Warga berkumpul di alun-alun")
    fields.setdefault("digest", f"{next(_numbers):064x}")
    return Picture.objects.create(width=1600, height=900, **fields)


def make_group(**fields: Any) -> Group:
    """Return a saved, public, active KIM of Kelurahan Citangkil, without boards.

    ``region`` takes a code or a Region; ``officers`` a list of accounts that speak for it.
    """
    officers = fields.pop("officers", [])
    region = fields.pop("region", "36.72.08.1007")
    fields["region"] = Region.objects.get(pk=region) if isinstance(region, str) else region
    fields.setdefault("name", f"KIM {next(_numbers)}")
    fields.setdefault("slug", unique_slug(Group, fields["name"]))
    fields.setdefault("level", Level.VILLAGE)
    fields.setdefault("activity_status", ActivityStatus.ACTIVE)
    fields.setdefault("status", Status.PUBLISHED)
    fields.setdefault("published_at", timezone.now())
    group = Group.objects.create(**fields)
    for officer in officers:
        Membership.objects.create(group=group, user=officer)
    return group


def make_activity(group: Group | None = None, **fields: Any) -> Activity:
    """Return a saved, public activity of *group* (default: a new public one), of yesterday, in order."""
    fields.setdefault("title", f"Kegiatan {next(_numbers)}")
    fields.setdefault("held_on", timezone.localdate() - timedelta(days=1))
    fields.setdefault("place", "Balai warga")
    fields.setdefault("description", "Warga berlatih memeriksa kabar.")
    fields.setdefault("has_discussion", True)
    fields.setdefault("status", Status.PUBLISHED)
    fields.setdefault("published_at", timezone.now())
    return Activity.objects.create(group=group or make_group(), **fields)


def make_contribution(group: Group | None = None, **fields: Any) -> Contribution:
    """Return a saved contribution of *group* (default: a new public one), handed in, with a text."""
    fields.setdefault("title", f"Kiriman {next(_numbers)}")
    fields.setdefault("body", "<p>Warga membersihkan saluran air.</p>")
    fields.setdefault("state", ContributionState.SENT)
    return Contribution.objects.create(group=group or make_group(), **fields)


def make_board(group: Group, starts_on: date | None = None, **fields: Any) -> Board:
    """Return a saved board of *group*: three years from *starts_on* (default: a year ago) unless ``ends_on`` says."""
    starts_on = starts_on or timezone.localdate() - timedelta(days=365)
    fields.setdefault("ends_on", starts_on + timedelta(days=3 * 365))
    return Board.objects.create(group=group, starts_on=starts_on, **fields)


def make_aspiration(**fields: Any) -> Aspiration:
    """Return what a citizen sent and staff received; *fields* are set over that."""
    aspiration = receive(
        Aspiration(
            kind=fields.pop("kind", "pertanyaan"),
            topic=fields.pop("topic", f"Pertanyaan {next(_numbers)}"),
            text=fields.pop("text", f"Kapan dibuka, dan di mana? {next(_numbers)}"),
            name=fields.pop("name", ""),
            contact=fields.pop("contact", ""),
            sender_allows=fields.pop("sender_allows", False),
        )
    )
    for name, value in fields.items():
        setattr(aspiration, name, value)
    aspiration.save()
    return aspiration


def make_registration(**fields: Any) -> Registration:
    """Return what a KIM of Kelurahan Suralaya sent and staff received; *fields* are set over that."""
    today = timezone.localdate()
    registration = receive_registration(
        Registration(
            group_name=fields.pop("group_name", f"KIM Baru {next(_numbers)}"),
            level=fields.pop("level", Level.VILLAGE),
            region=Region.objects.get(pk=fields.pop("region", "36.72.03.1004")),
            member_count=8,
            starts_on=fields.pop("starts_on", today - timedelta(days=30)),
            ends_on=fields.pop("ends_on", today + timedelta(days=1000)),
            chair=fields.pop("chair", "Ketua Contoh"),
            name=fields.pop("name", "Pendaftar Contoh"),
            position="Ketua KIM",
            contact=fields.pop("contact", "0812-1111-2222"),
        )
    )
    for name, value in fields.items():
        setattr(registration, name, value)
    registration.save()
    return registration
