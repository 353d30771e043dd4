"""What the API tells of the agenda: what everybody may read of it, whoever asks. Rule: docs/api.md."""

from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Field, Query, Router, Schema

from agenda.attendance import Attendance
from agenda.days import Entry
from agenda.events import Event
from agenda.filters import LOOKED_THROUGH
from agenda.occurrences import Occurrence
from cilegon_portal.addresses import absolute_url
from cilegon_portal.office.models import Official
from cilegon_portal.open_api import (
    ApiProblem,
    Asked,
    Chosen,
    Item,
    LikelyDate,
    Order,
    Problem,
    RegionItem,
    item_response,
    list_response,
)
from cilegon_portal.seo import iso_local

router = Router(tags=["Agenda"])
_BY_TIME = Order("starts_at")
_BY_TITLE = Order("title")


class AttendanceItem(Schema):
    """How an official attends."""

    official: str
    mode: str = Field(description="hadir, diwakili, tentatif, atau berhalangan.")
    represented_by: str


class OccurrenceItem(Item):
    """One date of an event. Of an undangan: name, time, place and who attends."""

    id: int
    event: int = Field(description="Nomor acaranya; tanggal sebuah seri memiliki nomor yang sama.")
    url: str
    title: str
    event_type: str
    audience: str = Field(description="terbuka atau undangan.")
    status: str = Field(description="terjadwal, tentatif, jadwal-ulang, ditunda, atau dibatalkan.")
    state: str = Field(description="Keadaan saat dijawab, dalam kata.")
    reason: str
    starts_at: str = Field(json_schema_extra={"format": "date-time"})
    ends_at: str | None = Field(json_schema_extra={"format": "date-time"})
    all_day: bool
    time_text: str = Field(description="Hari dan jam dalam kata, misalnya “… s.d. selesai”.")
    was: str = Field(description="Waktu dan tempat semula, bila berubah.")
    place: str
    region: RegionItem | None
    organiser: str
    summary: str
    livestream_url: str
    attendances: list[AttendanceItem]
    updated_at: str = Field(json_schema_extra={"format": "date-time"})


class OfficialItem(Item):
    """An office with something public on its agenda."""

    slug: str
    title: str
    holder: str
    agency: str
    url: str


class OccurrenceList(Schema):
    """A page of dates."""

    results: list[OccurrenceItem]
    next: str | None


class OfficialList(Schema):
    """A page of officials."""

    results: list[OfficialItem]
    next: str | None


class OccurrencesAsked(Asked):
    """Which dates."""

    since: LikelyDate | None = Field(None, description="Dari tanggal ini (WIB); kosong: hari ini.")
    until: LikelyDate | None = Field(
        None, description=f"Sampai tanggal ini; paling lama {LOOKED_THROUGH.days} hari."
    )
    event_type: str = Field("", max_length=60, description="Kata alamat satu jenis acara.")
    official: str = Field("", max_length=80, description="Kata alamat satu pejabat.")


@router.get(
    "/occurrences/",
    response={200: OccurrenceList, 400: Problem, 429: Problem},
    summary="Tanggal acara, yang lebih awal lebih dulu",
)
def occurrence_list(request: HttpRequest, asked: Query[OccurrencesAsked]) -> HttpResponse:
    """List dates of public events from a day on: 3 queries. Raises ApiProblem for days the wrong way round."""
    first = asked.since or timezone.localdate()
    last = asked.until or first + LOOKED_THROUGH
    if not timedelta(0) <= last - first <= LOOKED_THROUGH:
        raise ApiProblem(
            f"“until” harus sesudah “since”, paling lama {LOOKED_THROUGH.days} hari kemudian."
        )
    rows = Occurrence.objects.published().between(first, last)
    if asked.event_type:
        rows = rows.filter(event__event_type__slug=asked.event_type)
    if asked.official:
        official = Official.objects.filter(slug=asked.official).first()
        rows = rows.attended_by(official) if official else rows.none()
    rows = rows.for_lists().select_related(
        "event__event_type", "event__organiser", "event__venue__region", "venue__region"
    )
    return list_response(request, asked, rows, _BY_TIME, _occurrence_item, OccurrenceItem)


@router.get(
    "/occurrences/{int:key}/",
    response={200: OccurrenceItem, 400: Problem, 404: Problem, 429: Problem},
    summary="Satu tanggal acara",
)
def occurrence_detail(request: HttpRequest, key: int, asked: Query[Chosen]) -> HttpResponse:
    """Return one date of a public event: 3 queries. Raises ApiProblem when there is none."""
    row = Occurrence.objects.published().for_lists().filter(pk=key).first()
    if row is None:
        raise ApiProblem("Tidak ada tanggal acara terbit dengan nomor itu.", status=404)
    return item_response(_occurrence_item(row), asked)


@router.get(
    "/officials/",
    response={200: OfficialList, 400: Problem, 429: Problem},
    summary="Pejabat yang memiliki agenda terbuka",
)
def official_list(request: HttpRequest, asked: Query[Asked]) -> HttpResponse:
    """List officials with a date that everybody may read of: 1 query."""
    public = Event.objects.published().filter(pk=OuterRef("event_id"))
    attends = Attendance.objects.filter(Exists(public), official=OuterRef("pk"))
    rows = Official.objects.filter(Exists(attends)).select_related("agency")
    return list_response(request, asked, rows, _BY_TITLE, _official_item, OfficialItem)


def _occurrence_item(row: Occurrence) -> OccurrenceItem:
    entry, event = Entry(row, timezone.now()), row.event
    venue = row.place_venue()
    told: dict[str, Any] = {
        "organiser": event.organiser_text(),
        "summary": event.summary,
        "livestream_url": event.livestream_url,
    }
    return OccurrenceItem(
        id=row.pk,
        event=event.pk,
        url=absolute_url(row.get_absolute_url()),
        title=event.title,
        event_type=event.event_type.slug,
        audience=event.audience,
        status=row.status,
        state=row.moved_label() or row.state_label(entry.at),
        reason=row.reason,
        starts_at=iso_local(row.starts_at),
        ends_at=iso_local(row.ends_at) or None,
        all_day=row.is_all_day,
        time_text=row.slot.in_words(),
        was=entry.was_text,
        place=row.place_text(),
        region=RegionItem.of(venue.region) if venue else None,
        attendances=[
            AttendanceItem(
                official=item.official.slug, mode=item.mode, represented_by=item.represented_by
            )
            for item in row.attending()
        ],
        updated_at=iso_local(row.saved_at()),
        **(told if entry.shows_details else dict.fromkeys(told, "")),
    )


def _official_item(official: Official) -> OfficialItem:
    return OfficialItem(
        slug=official.slug,
        title=official.title,
        holder=official.holder if official.is_active else "",
        agency=official.agency.name if official.agency else "",
        url=absolute_url(f"/agenda/pejabat/{official.slug}/"),
    )
