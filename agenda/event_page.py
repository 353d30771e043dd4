"""The page of an event: one of its dates in full, the others in short."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.db.models import Prefetch, prefetch_related_objects
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import add_never_cache_headers

from agenda.attendance import Attendance
from agenda.days import Entry, entries_of
from agenda.documents import EventDocument
from agenda.events import Event
from agenda.holidays import hijri
from agenda.occurrences import Occurrence
from agenda.pages import AGENDA
from agenda.recurrence import Pattern
from agenda.seo import event_seo
from cilegon_portal.publishing.access import viewer
from news.models import Article

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from cilegon_portal.accounts.models import User

COMING_MAX = 12  # a quarter of a weekly series
PAST_MAX = 6
ARTICLES_MAX = 6


@dataclass(frozen=True)
class EventPage:
    """What an event shows a reader; ``entry`` is the date in full, None when it has no date."""

    event: Event
    entry: Entry | None
    coming: list[Entry]
    past: list[Entry]
    articles: list[Article]
    shows_details: bool
    is_one_date: bool

    @property
    def url(self) -> str:
        """The page's own address."""
        return (
            self.entry.occurrence.get_absolute_url()
            if self.entry and self.is_one_date
            else self.event.get_absolute_url()
        )

    @property
    def card_date(self) -> Occurrence | None:
        """The date on its share card; a series as a whole has none, it would change every week."""
        if self.entry is None or (self.event.is_series() and not self.is_one_date):
            return None
        return self.entry.occurrence

    @property
    def pattern(self) -> str:
        """How a series repeats, in words."""
        return Pattern.from_rule(self.event.rule).in_words() if self.event.is_series() else ""

    @property
    def addable(self) -> Occurrence | None:
        """The date that a reader may put into a calendar: public, not over, and taking place."""
        if self.entry is None or not self.event.is_public(self.entry.at):
            return None
        row = self.entry.occurrence
        return None if row.is_off() or row.is_over(self.entry.at) else row

    @property
    def hijri(self) -> str:
        """The Hijri date of its first day."""
        return hijri(self.entry.occurrence.slot.first_day) if self.entry else ""

    @property
    def share_text(self) -> str:
        """When and where, for a chat."""
        if self.entry is None:
            return ""
        row = self.entry.occurrence
        off = f"{row.get_status_display()}. " if row.is_off() else ""
        return f"{off}{row.slot.in_words()}, {row.place_text()}"

    @property
    def livestream_host(self) -> str:
        """Whose site the livestream is on."""
        return (urlsplit(self.event.livestream_url).hostname or "").removeprefix("www.")

    @property
    def documents(self) -> list[EventDocument]:
        """What of its documents everyone may read: internal ones are never on a public page."""
        shown = self.event.documents.all() if self.event.shows_details() else ()
        return [document for document in shown if document.is_public]

    @property
    def updated_at(self) -> datetime:
        """When the event or its date was last changed."""
        times = [self.event.updated_at]
        if self.entry:
            times.append(self.entry.occurrence.updated_at)
        return max(times)


def event_response(
    request: HttpRequest, event: Event, occurrence: Occurrence | None
) -> HttpResponse:
    """Show *event* with *occurrence* in full, or with its nearest date: 4 queries beyond the event's own."""
    user = viewer(request)
    page = event_page(user, event, occurrence, timezone.now())
    is_preview = not event.is_public()
    context = {
        "page": page,
        "event": event,
        "entry": page.entry,
        "is_preview": is_preview,
        "seo": event_seo(page),
        "trail": (AGENDA, (event.title, page.url)),
    }
    response = render(request, "agenda/event_detail.html", context)
    if is_preview or page.shows_details != event.shows_details():
        add_never_cache_headers(response)  # a proxy must not hand it to the public
    return response


def event_page(
    user: "User | AnonymousUser", event: Event, occurrence: Occurrence | None, at: datetime
) -> EventPage:
    """Return the page of *event* for *user* at *at*: 4 queries."""
    rows = event.occurrences.select_related("venue__region")
    coming = list(rows.upcoming(at)[: COMING_MAX + 1])
    past = list(rows.filter(closes_at__lte=at).order_by("-starts_at", "-pk")[: PAST_MAX + 1])
    chosen = occurrence or _nearest(coming, past)
    if chosen is not None:
        attendances = Attendance.objects.select_related("official")
        prefetch_related_objects([chosen], Prefetch("attendances", attendances))
    tells_all = event.details_shown_to(user)
    others = [[row for row in found if row != chosen] for found in (coming, past)]
    return EventPage(
        event=event,
        entry=Entry(chosen, at, tells_all) if chosen else None,
        coming=entries_of(others[0][:COMING_MAX], at),
        past=entries_of(others[1][:PAST_MAX], at),
        articles=_articles(event, occurrence),
        shows_details=tells_all,
        is_one_date=occurrence is not None,
    )


def _nearest(coming: list[Occurrence], past: list[Occurrence]) -> Occurrence | None:
    """Return the next date that takes place; else the next that was to, else the last of the past."""
    return next((row for row in coming if not row.is_off()), None) or next(
        iter([*coming, *past]), None
    )


def _articles(event: Event, occurrence: Occurrence | None) -> list[Article]:
    links = Occurrence.articles.through._default_manager.filter(occurrence__event=event)
    if occurrence is not None:
        links = links.filter(occurrence=occurrence)
    covering = Article.objects.published().filter(pk__in=links.values("article"))
    return list(covering.for_cards()[:ARTICLES_MAX])
