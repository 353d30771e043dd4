"""Events: the page (title, place, kind, audience) and the pattern of its dates.

Each date is a row of :mod:`agenda.occurrences`, so that lists are indexed range queries and one
date of a series may differ. :mod:`agenda.series` makes the rows, :mod:`agenda.changes` changes them.
"""

from datetime import date, datetime
from typing import TYPE_CHECKING, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse

from agenda.attendance import Attendance
from agenda.catalogue import Audience, EventType, Venue
from agenda.documents import EventDocument
from agenda.times import Slot, TimeLabel, make_slot
from cilegon_portal.library.illustrated import Illustrated
from cilegon_portal.office.models import Agency
from cilegon_portal.publishing.models import Publishable, PublishableQuerySet
from cilegon_portal.publishing.problems import Problem
from cilegon_portal.publishing.slugs import validate_slug
from cilegon_portal.richtext import RichTextField
from cilegon_portal.text import LineField, PlainTextField, WebAddressField

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from cilegon_portal.accounts.models import User


TITLE_MAX_CHARS = 150
PLACE_MAX_CHARS = 200
ORGANISER_MAX_CHARS = 150


class EventQuerySet(PublishableQuerySet["Event"]):
    """Adds the audience to the shared publishing rule."""

    def for_everyone(self) -> Self:
        return self.exclude(audience=Audience.CLOSED)

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Add what is released for officials' aides (``view_internal_event``) to the shared rule."""
        visible = super().visible_to(user)
        if user.has_perm("agenda.view_internal_event"):
            return visible | self.released()
        return visible

    def shown_to(self, user: "User | AnonymousUser", at: datetime | None = None) -> Self:
        """Return what *user* reads on the agenda's pages: aides also see what is closed, nobody sees drafts."""
        if user.has_perm("agenda.view_internal_event"):
            return self.released(at)
        return self.published(at)

    def detailed_for(self, user: "User | AnonymousUser", at: datetime | None = None) -> Self:
        """Return those of which *user* reads more than name, time, place and who attends."""
        if user.has_perm("agenda.view_internal_event"):
            return self.released(at)
        return self.published_in_full(at)

    def published_in_full(self, at: datetime | None = None) -> Self:
        """Return those of which the public reads more than name, time, place and who attends."""
        return self.published(at).filter(audience=Audience.OPEN)

    def for_page(self) -> Self:
        """Return events with all that their page shows: 1 query and 2 for any number."""
        return self.select_related(
            "event_type", "organiser", "venue", "venue__region"
        ).prefetch_related(
            models.Prefetch("attendances", Attendance.objects.select_related("official")),
            models.Prefetch("documents", EventDocument.objects.select_related("document")),
        )


class Event(Illustrated, Publishable):
    """Something that takes place, once or in a series; ``first_on`` to ``until_done`` are its pattern."""

    title = LineField("nama acara", max_length=TITLE_MAX_CHARS)
    slug = models.SlugField("slug", max_length=140, unique=True, validators=[validate_slug])
    summary = LineField(
        "ringkasan", max_length=200, blank=True, help_text="Satu kalimat: acara apa, untuk siapa."
    )
    event_type = models.ForeignKey(
        EventType, verbose_name="jenis", on_delete=models.PROTECT, related_name="events"
    )
    audience = models.CharField(
        "untuk siapa",
        max_length=8,
        choices=Audience.choices,
        default=Audience.OPEN,
        help_text="Undangan: umum hanya melihat nama, waktu, dan tempat. Tertutup: tidak tampil sama sekali.",
    )
    organiser = models.ForeignKey(
        Agency,
        verbose_name="penyelenggara",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    organiser_name = LineField(
        "penyelenggara lain",
        max_length=ORGANISER_MAX_CHARS,
        blank=True,
        help_text="Bila bukan OPD dalam daftar.",
    )
    venue = models.ForeignKey(
        Venue,
        verbose_name="tempat",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    place = LineField(
        "tempat lain",
        max_length=PLACE_MAX_CHARS,
        blank=True,
        help_text="Bila tidak ada dalam daftar, atau ruang di tempat itu.",
    )
    description = RichTextField("keterangan", blank=True)
    livestream_url = WebAddressField("tautan siaran langsung", blank=True)
    contact = LineField(
        "kontak untuk umum",
        max_length=150,
        blank=True,
        help_text="Nomor kantor atau surel dinas, bukan nomor pribadi.",
    )
    dress_code = LineField("pakaian", max_length=100, blank=True)
    letter_number = LineField(
        "nomor surat", max_length=100, blank=True, help_text="Hanya terlihat di sini."
    )
    internal_note = PlainTextField(
        "catatan internal", blank=True, help_text="Hanya terlihat oleh petugas dan ajudan."
    )

    first_on = models.DateField("tanggal")
    last_on = models.DateField(
        "sampai tanggal", null=True, blank=True, help_text="Hanya bila lebih dari satu hari."
    )
    start_time = models.TimeField("mulai", null=True, blank=True)
    end_time = models.TimeField("selesai", null=True, blank=True)
    until_done = models.BooleanField("s.d. selesai", default=False)
    time_label = models.CharField(
        "kata waktu", max_length=12, choices=TimeLabel.choices, default=TimeLabel.NONE, blank=True
    )
    is_all_day = models.BooleanField("sepanjang hari", default=False)
    rule = models.CharField(max_length=60, blank=True, editable=False)
    repeats_until = models.DateField("berulang sampai", null=True, blank=True)
    skips_holidays = models.BooleanField("lewati hari libur", default=False)

    objects = EventQuerySet.as_manager()

    class Meta(Publishable.Meta):
        verbose_name = "acara"
        verbose_name_plural = "acara"
        permissions = [
            ("review_event", "Boleh meninjau dan menerbitkan acara"),
            ("view_internal_event", "Boleh melihat acara tertutup dan catatan internal"),
        ]
        indexes = [
            # The feed: what was announced last.
            models.Index(fields=["status", "-published_at", "-id"], name="agenda_event_newest"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("agenda:event_detail", args=[self.slug])

    def is_public(self, at: datetime | None = None) -> bool:
        return self.audience != Audience.CLOSED and super().is_public(at)

    def public_window(self) -> tuple[datetime, datetime | None] | None:
        return None if self.audience == Audience.CLOSED else super().public_window()

    def was_public(self, at: datetime | None = None) -> bool:
        """Tell 410 from 404: that an event for an inner circle exists is told to nobody."""
        return self.audience != Audience.CLOSED and super().was_public(at)

    def shows_details(self) -> bool:
        """Tell whether the public reads more than name, time, place and who attends."""
        return self.audience == Audience.OPEN

    def details_shown_to(self, user: "User | AnonymousUser") -> bool:
        """Tell whether *user* reads more than name, time, place and who attends."""
        return self.shows_details() or user.has_perm("agenda.view_internal_event")

    def own_problems(self, at: datetime | None = None) -> list[Problem]:
        """Add what an agenda without it is not worth: a place."""
        problems = super().own_problems(at)
        if not self.place_text():
            problems.append(
                Problem(
                    "venue",
                    "Pilih tempatnya, atau tulis di “tempat lain”; “Menyusul” juga boleh.",
                    "Tempat kosong",
                )
            )
        return problems

    def clean(self) -> None:
        """Refuse a time that cannot be. Raises ValidationError in the words of :func:`make_slot`."""
        super().clean()
        if isinstance(self.first_on, date):  # a form whose date was refused has none
            try:
                self.slot_on(self.first_on)
            except ValueError as error:
                raise ValidationError(str(error), code="time") from error

    def slot_on(self, day: date) -> Slot:
        """Return when the pattern takes place on *day*. Raises ValueError for a time that cannot be."""
        last_on = day + (self.last_on - self.first_on) if self.last_on else None
        return make_slot(
            day,
            start=self.start_time,
            end=self.end_time,
            last_on=last_on,
            is_all_day=self.is_all_day,
            time_label=self.time_label,
            until_done=self.until_done,
        )

    def is_series(self) -> bool:
        """Tell whether it has a pattern of dates."""
        return bool(self.rule)

    def place_text(self) -> str:
        """Return the place in one line: saved venue, then room or free place."""
        return ", ".join(str(part) for part in (self.place, self.venue) if part)

    def organiser_text(self) -> str:
        """Return who organises it, OPD first."""
        return self.organiser.name if self.organiser else self.organiser_name
