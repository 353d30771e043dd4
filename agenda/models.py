"""Events, their dates, and who attends.

An Event is the page: title, place, kind, audience, and the pattern of its dates. Each date is an
Occurrence, a row of its own, so that lists are indexed range queries and one date of a series may
differ. :mod:`agenda.series` makes the rows, :mod:`agenda.changes` changes them.
"""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from agenda.catalogue import Audience, EventType, Venue
from agenda.times import LONGEST, Slot, TimeLabel, make_slot, midnight
from cilegon_portal.library.illustrated import Illustrated
from cilegon_portal.library.models import Document, new_token
from cilegon_portal.office.models import Agency, Official
from cilegon_portal.publishing.models import Publishable, PublishableQuerySet
from cilegon_portal.publishing.problems import Problem
from cilegon_portal.publishing.slugs import validate_slug
from cilegon_portal.richtext import RichTextField
from cilegon_portal.templatetags.tanggal import WIB, tanggal
from cilegon_portal.text import LineField, PlainTextField
from news.models import Article

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
    livestream_url = models.URLField("tautan siaran langsung", blank=True)
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


class OccurrenceStatus(models.TextChoices):
    """What became of a date. Mendatang, berlangsung and selesai follow from the clock."""

    SCHEDULED = "terjadwal", "Terjadwal"
    TENTATIVE = "tentatif", "Tentatif"
    RESCHEDULED = "jadwal-ulang", "Dijadwalkan ulang"
    POSTPONED = "ditunda", "Ditunda"
    CANCELLED = "dibatalkan", "Dibatalkan"


OFF = frozenset({OccurrenceStatus.POSTPONED, OccurrenceStatus.CANCELLED})


class Coverage(models.TextChoices):
    """Whether the newsroom covers it; "dirilis" follows from a public article."""

    OPEN = "belum", "Belum diliput"
    NOT_NEEDED = "tidak-perlu", "Tidak perlu"


class OccurrenceQuerySet(models.QuerySet["Occurrence"]):
    """Dates of events: the event's rule, joined and never copied."""

    def published(self, at: datetime | None = None) -> Self:
        """Return dates of events the public may see at *at*."""
        return self._of(Event.objects.published(at))

    def released(self, at: datetime | None = None) -> Self:
        """Return dates of what is approved and within its times, closed events too: for aides alone."""
        return self._of(Event.objects.released(at))

    def shown_to(self, user: "User | AnonymousUser", at: datetime | None = None) -> Self:
        """Return dates of what *user* reads on the agenda's pages."""
        return self._of(Event.objects.shown_to(user, at))

    def visible_to(self, user: "User | AnonymousUser") -> Self:
        """Return dates of events that *user* may open, drafts of their own included."""
        return self._of(Event.objects.visible_to(user))

    def between(self, first: date, last: date) -> Self:
        """Return dates that touch the days from *first* to *last* (WIB), bounded on both sides of the index."""
        start, end = midnight(first), midnight(last + timedelta(days=1))
        return self.filter(starts_at__lt=end, starts_at__gt=start - LONGEST, closes_at__gt=start)

    def moved_from(self, first: date, last: date) -> Self:
        """Return moved dates that were first announced for the days from *first* to *last* (WIB)."""
        return self.filter(
            was_starts_at__gte=midnight(first),
            was_starts_at__lt=midnight(last + timedelta(days=1)),
        )

    def upcoming(self, at: datetime | None = None) -> Self:
        """Return what is not over at *at*, soonest first: its end, or the end of its day, is not past."""
        at = at or timezone.now()
        return self.filter(closes_at__gt=at, starts_at__gt=at - LONGEST).in_order()

    def past(self, at: datetime | None = None) -> Self:
        """Return what is over at *at*; newest first is the caller's."""
        at = at or timezone.now()
        return self.filter(closes_at__lte=at, starts_at__lt=at)

    def uncovered(self) -> Self:
        """Return what took place and no public article tells of, unless none is needed."""
        covering = Article.objects.published().filter(
            pk__in=Occurrence.articles.through.objects.filter(
                occurrence_id=OuterRef(OuterRef("pk"))
            ).values("article_id")
        )
        return self.filter(coverage=Coverage.OPEN).exclude(status__in=OFF).exclude(Exists(covering))

    def in_order(self) -> Self:
        """Return by beginning; ties by primary key."""
        return self.order_by("starts_at", "pk")

    def attended_by(self, official: Official) -> Self:
        """Return dates that *official* attends, is represented at, or was expected at."""
        every_date = Attendance.objects.filter(
            official=official, event=OuterRef("event"), occurrence__isnull=True
        )
        this_date = Attendance.objects.filter(official=official, occurrence=OuterRef("pk"))
        return self.filter(Exists(every_date) | Exists(this_date))

    def for_titles(self) -> Self:
        """Return dates with what a short list shows of them: name, time, place: 1 query."""
        return self.select_related("event__venue", "venue").defer(
            "event__description", "event__review_note", "event__internal_note"
        )

    def for_lists(self) -> Self:
        """Return dates with what a list shows of them, who attends included: 1 query and 2 for any number."""
        attendances = Attendance.objects.select_related("official")
        return (
            self.select_related("event__event_type", "event__venue", "event__organiser", "venue")
            .prefetch_related(
                models.Prefetch("event__attendances", attendances),
                models.Prefetch("attendances", attendances),
            )
            .defer("event__description", "event__review_note")
        )

    def _of(self, events: EventQuerySet) -> Self:
        return self.filter(Exists(events.filter(pk=OuterRef("event_id"))))


class Occurrence(models.Model):
    """One date of an event. ``on`` is the day it was first set for: its address stays when it moves."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="occurrences")
    on = models.DateField("tanggal semula", editable=False)
    starts_at = models.DateTimeField("mulai", editable=False)
    ends_at = models.DateTimeField("selesai", null=True, editable=False)
    closes_at = models.DateTimeField(editable=False)
    is_all_day = models.BooleanField("sepanjang hari", default=False)
    time_label = models.CharField(
        "kata waktu", max_length=12, choices=TimeLabel.choices, blank=True
    )
    until_done = models.BooleanField("s.d. selesai", default=False)
    differs = models.BooleanField(
        "berbeda dari polanya", default=False, editable=False
    )  # set by hand: the pattern no longer moves it

    status = models.CharField(
        "keadaan acara",
        max_length=12,
        choices=OccurrenceStatus.choices,
        default=OccurrenceStatus.SCHEDULED,
    )
    reason = LineField("sebab", max_length=200, blank=True)
    venue = models.ForeignKey(
        Venue,
        verbose_name="tempat tanggal ini",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    place = LineField("tempat lain tanggal ini", max_length=200, blank=True)
    note = LineField("catatan tanggal ini", max_length=200, blank=True)
    actual_starts_at = models.DateTimeField("mulai sebenarnya", null=True, blank=True)

    was_starts_at = models.DateTimeField(null=True, editable=False)
    was_hours = models.CharField(max_length=60, blank=True, editable=False)
    was_place = LineField(max_length=200, blank=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)  # RFC 5545 §3.8.7.4
    changed_at = models.DateTimeField(null=True, editable=False)
    updated_at = models.DateTimeField(auto_now=True)

    coverage = models.CharField(
        "liputan", max_length=11, choices=Coverage.choices, default=Coverage.OPEN
    )
    articles = models.ManyToManyField(Article, verbose_name="berita", blank=True, related_name="+")

    objects = OccurrenceQuerySet.as_manager()

    class Meta:
        verbose_name = "tanggal acara"
        verbose_name_plural = "tanggal acara"
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["event", "on"], name="agenda_occurrence_once_a_day"),
            models.CheckConstraint(
                condition=Q(closes_at__gt=models.F("starts_at")),
                name="agenda_occurrence_closes_after_start",
            ),
        ]
        indexes = [
            # between(), upcoming(): every list, month, day and calendar.
            models.Index(fields=["starts_at", "id"], name="agenda_occurrence_start"),
            # moved_from(): what a day or month has lost to another.
            models.Index(
                fields=["was_starts_at"],
                name="agenda_occurrence_was",
                condition=Q(was_starts_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event} – {self.slot.in_words()}"

    def get_absolute_url(self) -> str:
        if not self.event.is_series():
            return self.event.get_absolute_url()
        return reverse("agenda:occurrence_detail", args=[self.event.slug, self.on])

    @property
    def slot(self) -> Slot:
        """When it takes place."""
        return Slot(self.starts_at, self.ends_at, self.is_all_day, self.time_label, self.until_done)

    @slot.setter
    def slot(self, slot: Slot) -> None:
        self.starts_at, self.ends_at, self.closes_at = slot.starts_at, slot.ends_at, slot.closes_at
        self.is_all_day, self.time_label = slot.is_all_day, slot.time_label
        self.until_done = slot.until_done

    def place_text(self) -> str:
        """Return where this date is: its own place, or the event's."""
        own = ", ".join(str(part) for part in (self.place, self.venue) if part)
        return own or self.event.place_text()

    def place_venue(self) -> Venue | None:
        """Return the saved venue of this date, if it is at one."""
        return self.venue if self.venue or self.place else self.event.venue

    def is_off(self) -> bool:
        """Tell whether it does not take place then: cancelled or postponed without a new date."""
        return self.status in OFF

    def is_over(self, at: datetime | None = None) -> bool:
        """Tell whether it is past at *at*."""
        return self.closes_at <= (at or timezone.now())

    def is_running(self, at: datetime | None = None) -> bool:
        """Tell whether it has begun and is not over; an hour in words ("menyesuaikan") says it of no one."""
        at = at or timezone.now()
        begins = self.actual_starts_at or self.starts_at
        return (
            not self.is_off()
            and self.time_label != TimeLabel.ADJUSTING
            and begins <= at < self.closes_at
        )

    def state_label(self, at: datetime | None = None) -> str:
        """Return the state in words, as the clock has it: Mendatang, Sedang berlangsung, Telah selesai, and so on."""
        if self.is_off():
            return str(OccurrenceStatus(self.status).label)
        if self.is_over(at):
            return "Telah selesai"
        if self.is_running(at):
            return "Sedang berlangsung"
        return "Tentatif" if self.status == OccurrenceStatus.TENTATIVE else "Mendatang"

    def coverage_label(self, at: datetime | None = None) -> str:
        """Return the state of the coverage: "Dirilis" once one of its articles is public."""
        if any(article.is_public(at) for article in self.articles.all()):
            return "Dirilis"
        return str(Coverage(self.coverage).label)

    def moved_label(self) -> str:
        """Return what a rescheduled date is called: "Jam berubah" on the same day; else nothing."""
        if self.status != OccurrenceStatus.RESCHEDULED or self.was_starts_at is None:
            return ""
        same_day = self.was_starts_at.astimezone(WIB).date() == self.slot.first_day
        return "Jam berubah" if same_day else "Dijadwalkan ulang"

    def was_words(self) -> str:
        """Return the first time as it was announced: only the hours when the day is the same; else nothing."""
        if self.was_starts_at is None:
            return ""
        day = self.was_starts_at.astimezone(WIB).date()
        same_day = day == self.slot.first_day
        return self.was_hours if same_day else f"{tanggal(day)} · {self.was_hours}"

    def attending(self) -> "list[Attendance]":
        """Return who attends this date, by precedence; its own rows win over the event's, official by official."""
        chosen = {
            item.official_id: item
            for item in self.event.attendances.all()
            if item.occurrence_id is None
        }
        chosen |= {item.official_id: item for item in self.attendances.all()}
        return sorted(
            chosen.values(), key=lambda item: (item.official.precedence, item.official.title)
        )


class AttendanceMode(models.TextChoices):
    """How an official attends."""

    PRESENT = "hadir", "Hadir"
    REPRESENTED = "diwakili", "Diwakili"
    TENTATIVE = "tentatif", "Tentatif"
    ABSENT = "berhalangan", "Berhalangan"


class Attendance(models.Model):
    """How an official attends an event, or (with ``occurrence``) one date of it."""

    IN_PERSON = frozenset({AttendanceMode.PRESENT, AttendanceMode.TENTATIVE})

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="attendances")
    occurrence = models.ForeignKey(
        Occurrence, on_delete=models.CASCADE, null=True, blank=True, related_name="attendances"
    )
    official = models.ForeignKey(
        Official, verbose_name="pejabat", on_delete=models.PROTECT, related_name="+"
    )
    mode = models.CharField(
        "kehadiran", max_length=11, choices=AttendanceMode.choices, default=AttendanceMode.PRESENT
    )
    represented_by = LineField(
        "diwakili oleh", max_length=150, blank=True, help_text="Jabatan, misalnya Asisten Daerah I."
    )

    class Meta:
        verbose_name = "kehadiran"
        verbose_name_plural = "kehadiran pejabat"
        ordering = ["official__precedence", "official__title"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "official"],
                condition=Q(occurrence__isnull=True),
                name="agenda_attendance_once_an_event",
                violation_error_message="Pejabat ini sudah ada di daftar.",
            ),
            models.UniqueConstraint(
                fields=["occurrence", "official"],
                condition=Q(occurrence__isnull=False),
                name="agenda_attendance_once_a_date",
                violation_error_message="Pejabat ini sudah ada di daftar.",
            ),
        ]

    def __str__(self) -> str:
        return self.in_words()

    def clean(self) -> None:
        """Ask for the name of the office that stands in."""
        if self.mode == AttendanceMode.REPRESENTED and not self.represented_by:
            raise ValidationError({"represented_by": "Tulis diwakili oleh siapa (jabatannya)."})

    def is_in_person(self) -> bool:
        """Tell whether the official comes, or may come."""
        return self.mode in self.IN_PERSON

    def in_words(self) -> str:
        """Return "Wali Kota", "Wali Kota, diwakili oleh Sekda", "Wali Kota (tentatif)"."""
        title = self.official.title
        if self.mode == AttendanceMode.REPRESENTED:
            return f"{title}, diwakili oleh {self.represented_by}"
        if self.mode == AttendanceMode.PRESENT:
            return title
        return f"{title} ({AttendanceMode(self.mode).label.lower()})"


class DocumentKind(models.TextChoices):
    """What a document of an event is."""

    INVITATION = "undangan", "Undangan"
    MINUTES = "risalah", "Risalah"
    MATERIAL = "bahan", "Bahan"


class EventDocument(models.Model):
    """A PDF of an event; internal unless marked public, and public only with an open, public event."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        Document, verbose_name="dokumen", on_delete=models.PROTECT, related_name="+"
    )
    kind = models.CharField(
        "jenis", max_length=8, choices=DocumentKind.choices, default=DocumentKind.MATERIAL
    )
    is_public = models.BooleanField("boleh dibaca umum", default=False)

    class Meta:
        verbose_name = "dokumen"
        verbose_name_plural = "dokumen"
        ordering = ["pk"]

    def __str__(self) -> str:
        return str(self.document)


class CalendarLinkQuerySet(models.QuerySet["CalendarLink"]):
    """Private calendars, as different people may see them."""

    def in_use(self) -> Self:
        """Return those that were not revoked."""
        return self.filter(revoked_at__isnull=True)

    def handed_to(self, user: "User") -> Self:
        """Return all to those who make them; to an aide, those in use of the officials they serve."""
        if user.has_perm("agenda.add_calendarlink"):
            return self.all()
        return self.in_use().filter(official__aides=user)


class CalendarLink(models.Model):
    """A private calendar of an official, undangan and tertutup included: whoever has the token reads it."""

    official = models.ForeignKey(
        Official, verbose_name="pejabat", on_delete=models.CASCADE, related_name="calendar_links"
    )
    token = models.CharField(max_length=22, unique=True, default=new_token, editable=False)
    note = LineField("untuk siapa", max_length=100, help_text="Misalnya “Ponsel ajudan”.")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        editable=False,
        related_name="+",
    )
    created_at = models.DateTimeField("dibuat pada", auto_now_add=True)
    revoked_at = models.DateTimeField("dicabut pada", null=True, blank=True, editable=False)

    objects = CalendarLinkQuerySet.as_manager()

    class Meta:
        verbose_name = "tautan kalender pribadi"
        verbose_name_plural = "tautan kalender pribadi"
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.official} – {self.note}"

    def get_absolute_url(self) -> str:
        return reverse("agenda:private_calendar", args=[self.token])

    def revoke(self, at: datetime | None = None) -> None:
        """End it for good; the row stays, so that it is known who had one."""
        self.revoked_at = self.revoked_at or at or timezone.now()
        self.save(update_fields=["revoked_at"])


class CopiedText(models.Model):
    """What the last copied "Teks WhatsApp" of a selection said, item by item (:mod:`agenda.whatsapp`)."""

    key = models.CharField(max_length=60, unique=True)
    lines = models.JSONField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.key
