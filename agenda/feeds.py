"""The feed of the agenda: what was announced and is still to come, newest announcement first."""

from datetime import datetime

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_safe

from agenda.calendar_entries import officials_line, when_and_where
from agenda.events import Event
from agenda.occurrences import OFF, Occurrence
from cilegon_portal.feeds import FeedItem, RssFeed, feed_response
from cilegon_portal.office.models import SiteProfile
from cilegon_portal.templatetags.tanggal import tanggal

FEED_MAX_ITEMS = 30


@require_safe
def rss(request: HttpRequest) -> HttpResponse:
    """Send the newest announced events that are to come, each with its next date: 4 queries."""
    return feed_response(
        RssFeed,
        (_item(row) for row in _next_dates()),
        title=f"Agenda {SiteProfile.load().site_name}",
        path=reverse("agenda:rss"),
        page_path=reverse("agenda:event_list"),
    )


def _next_dates(at: datetime | None = None) -> list[Occurrence]:
    """Return the next date of each event that still takes place: what is called off is no news here."""
    coming = Occurrence.objects.upcoming(at).exclude(status__in=OFF)
    newest = (
        Event.objects.published(at)
        .annotate(next_pk=Subquery(coming.filter(event=OuterRef("pk")).values("pk")[:1]))
        .filter(next_pk__isnull=False)
        .order_by("-published_at", "-pk")
        .values_list("next_pk", flat=True)[:FEED_MAX_ITEMS]
    )
    order = list(newest)
    rows = Occurrence.objects.for_lists().in_bulk(order)
    return [rows[pk] for pk in order]


def _item(row: Occurrence) -> FeedItem:
    event = row.event
    assert event.published_at is not None  # noqa: S101 -- published() says so
    lines = when_and_where(row)
    if officials := officials_line(row):
        lines.append(officials)
    text = format_html("<p>{}</p>", format_html_join("<br>", "{}", ((line,) for line in lines)))
    if event.shows_details() and event.summary:
        text = format_html("<p>{}</p>", event.summary) + text
    return FeedItem(
        key=f"agenda/{event.pk}",
        title=f"{event.title} · {tanggal(row.slot.first_day)}",
        path=row.get_absolute_url(),
        summary=f"{row.slot.in_words()} · {row.place_text()}",
        content=text,
        published_at=event.published_at,
        updated_at=row.saved_at(),
        categories=(event.event_type.name,),
    )
