"""What a reader asked the agenda for: ``?jenis= &pejabat= &opd= &dari= &sampai=``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlencode

from django.db.models import Exists, OuterRef
from django.urls import reverse

from agenda.attendance import Attendance
from agenda.catalogue import EventType
from agenda.events import Event
from agenda.occurrences import OccurrenceQuerySet
from cilegon_portal.likely_days import is_likely
from cilegon_portal.office.models import Agency, Official

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from cilegon_portal.accounts.models import User

_OptionT = TypeVar("_OptionT", EventType, Official, Agency)

# How far a list looks from its first day: bounds the walk along the index for a rare filter.
# The calendars cover as much.
LOOKED_THROUGH = timedelta(days=400)
PARAMETERS = ("jenis", "pejabat", "opd", "dari", "sampai")


@dataclass(frozen=True)
class Options:
    """What there is to choose from: only what has an event that the reader may see."""

    types: Sequence[EventType]
    officials: Sequence[Official]
    agencies: Sequence[Agency]


@dataclass(frozen=True)
class Filters:
    """A choice; ``problems`` says in words what of it could not be read."""

    event_type: EventType | None = None
    official: Official | None = None
    agency: Agency | None = None
    first: date | None = None
    last: date | None = None
    problems: tuple[str, ...] = field(default=())

    @cached_property
    def is_empty(self) -> bool:
        """Whether nothing was chosen."""
        return not (self.parameters or self.problems)

    @cached_property
    def parameters(self) -> dict[str, str]:
        """What belongs to the address, in its one order."""
        chosen = (self.event_type, self.official, self.agency)
        slugs = [item.slug if item else "" for item in chosen]
        days = [str(day) if day else "" for day in (self.first, self.last)]
        return {
            name: value for name, value in zip(PARAMETERS, [*slugs, *days], strict=True) if value
        }

    def address(self) -> str:
        """Return the canonical address of the list."""
        path = reverse("agenda:event_list")
        return f"{path}?{urlencode(self.parameters)}" if self.parameters else path

    def starting(self, day: date | None) -> str:
        """Return the address of the same choice from *day* on."""
        return replace(self, first=day).address()

    def of_type(self, event_type: EventType | None) -> str:
        """Return the address of the same choice for another kind."""
        return replace(self, event_type=event_type).address()

    @property
    def of_every_type(self) -> str:
        """The address of the same choice for every kind."""
        return self.of_type(None)

    @property
    def is_opened(self) -> bool:
        """Whether the form shows something that the links above it do not."""
        return bool(self.problems or set(self.parameters) - {"jenis"})

    def narrow(self, occurrences: OccurrenceQuerySet, agency_events: Any) -> OccurrenceQuerySet:
        """Return those of *occurrences* that were asked for, whatever their day.

        *agency_events*: the events whose organiser the reader may know.
        """
        if self.event_type:
            occurrences = occurrences.filter(event__event_type=self.event_type)
        if self.official:
            occurrences = occurrences.attended_by(self.official)
        if self.agency:
            theirs = agency_events.filter(organiser=self.agency, pk=OuterRef("event_id"))
            occurrences = occurrences.filter(Exists(theirs))
        return occurrences


def options_for(user: "User | AnonymousUser") -> Options:
    """Return the choices of *user*: 3 queries. Who organises an undangan is none of the public's."""
    events, detailed = Event.objects.shown_to(user), Event.objects.detailed_for(user)
    attended = Attendance.objects.filter(official=OuterRef("pk")).filter(
        Exists(events.filter(pk=OuterRef("event_id")))
    )
    return Options(
        types=list(EventType.objects.filter(Exists(events.filter(event_type=OuterRef("pk"))))),
        officials=list(Official.objects.filter(Exists(attended))),
        agencies=list(Agency.objects.filter(Exists(detailed.filter(organiser=OuterRef("pk"))))),
    )


def parse_filters(asked: Mapping[str, str], options: Options, today: date) -> Filters:
    """Return what *asked* (the query of the address) chooses; what cannot be read is left out and told."""
    problems: list[str] = []
    first = _day(asked, "dari", problems)
    last = _day(asked, "sampai", problems)
    if not problems:
        problems += _range_problems(first, last, today)
    return Filters(
        event_type=_choice(asked, "jenis", options.types, "Jenis acara", problems),
        official=_choice(asked, "pejabat", options.officials, "Pejabat", problems),
        agency=_choice(asked, "opd", options.agencies, "OPD", problems),
        first=first,
        last=last,
        problems=tuple(problems),
    )


def _choice(
    asked: Mapping[str, str],
    name: str,
    options: Sequence[_OptionT],
    label: str,
    problems: list[str],
) -> _OptionT | None:
    slug = asked.get(name, "")
    found = next((option for option in options if option.slug == slug), None)
    if slug and found is None:
        problems.append(f"{label} itu tidak ada dalam agenda. Pilih dari daftar.")
    return found


def _day(asked: Mapping[str, str], name: str, problems: list[str]) -> date | None:
    text = asked.get(name, "")
    try:
        day = date.fromisoformat(text) if text else None
    except ValueError:
        day = date.min
    if day is not None and not is_likely(day):
        problems.append(
            f"Tanggal “{name}” tidak terbaca. Tulis tahun, bulan, lalu tanggal: 2019-09-24."
        )
        return None
    return day


def _range_problems(first: date | None, last: date | None, today: date) -> list[str]:
    if last is None:
        return []
    if last < (first or today):
        return [
            "Tanggal “sampai” mendahului tanggal “dari”. Tukar keduanya."
            if first
            else "Tanggal “sampai” sudah lewat. Isi juga tanggal “dari”."
        ]
    if last - (first or today) > LOOKED_THROUGH:
        return [f"Rentangnya paling panjang {LOOKED_THROUGH.days} hari. Majukan tanggal “sampai”."]
    return []
