"""The dates of events: when, what became of each, and whether the newsroom covered it."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone

from agenda.attendance import Attendance
from agenda.catalogue import Venue
from agenda.events import Event, EventQuerySet
from agenda.times import LONGEST, Slot, TimeLabel
from cilegon_portal.office.models import Official
from cilegon_portal.templatetags.tanggal import WIB, midnight, tanggal
from cilegon_portal.text import LineField
from news.models import Article

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from cilegon_portal.accounts.models import User


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

    def saved_at(self) -> datetime:
        """Return when what it tells was last saved: itself, or the event whose name it bears."""
        return max(self.updated_at, self.event.updated_at)

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
