"""Bring events in from a table (CSV, XLSX) or another calendar (ICS): first shown, then made.

Rule: docs/agenda.md#import. Nothing enters before a person has seen the preview, and all that is
chosen enters in one transaction, as drafts.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.db import transaction

from agenda.catalogue import Audience, EventType, Venue
from agenda.events import ORGANISER_MAX_CHARS, PLACE_MAX_CHARS, TITLE_MAX_CHARS, Event
from agenda.import_files import rows_of
from agenda.import_rows import ImportRow, UnreadableFileError
from agenda.occurrences import Occurrence
from agenda.series import sync_occurrences
from cilegon_portal.accounts.models import User
from cilegon_portal.office.models import Agency
from cilegon_portal.publishing.slugs import unique_slug
from cilegon_portal.templatetags.tanggal import WIB

FILE_MAX_BYTES = 2_000_000
COLUMNS = (
    "judul", "jenis", "tanggal", "sampai_tanggal", "mulai", "selesai", "tempat",
    "penyelenggara", "untuk", "ringkasan",
)  # fmt: skip


def read_rows(name: str, content: bytes) -> list[ImportRow]:
    """Return the events of the file *name*, each with its problem or the mark that it is known.

    Raises UnreadableFileError when there is nothing to read in it.
    """
    if len(content) > FILE_MAX_BYTES:
        raise UnreadableFileError("Berkas lebih dari 2 MB. Bagi menjadi beberapa berkas.")
    return _mark_known(_checked(row) for row in rows_of(name, content))


@transaction.atomic
def make_events(rows: Iterable[ImportRow], *, by: User) -> list[Event]:
    """Make a draft of each of *rows* that has no problem; all of them, or none."""
    kinds = {kind.name.casefold(): kind for kind in EventType.objects.all()}
    venues = {venue.name.casefold(): venue for venue in Venue.objects.all()}
    agencies = {
        name.casefold(): agency
        for agency in Agency.objects.all()
        for name in (agency.name, agency.short_name)
        if name
    }
    made = []
    for row in rows:
        if row.problem:
            continue
        venue = venues.get(row.place.casefold())
        agency = agencies.get(row.organiser.casefold())
        event = Event.objects.create(
            title=row.title,
            slug=unique_slug(Event, row.title),
            event_type=kinds[row.kind.casefold()],
            audience=row.audience,
            summary=row.summary,
            venue=venue,
            place="" if venue else row.place,
            organiser=agency,
            organiser_name="" if agency else row.organiser,
            created_by=by,
            updated_by=by,
            **row.times(),
        )
        sync_occurrences(event)
        made.append(event)
    return made


def _checked(row: ImportRow) -> ImportRow:
    """Return *row* with its kind filled in, or with what is wrong with it."""
    if problem := row.problem or _wrong_text(row):
        return replace(row, problem=problem)
    kinds = {kind.name.casefold(): kind.name for kind in EventType.objects.all()}
    kind = kinds.get(row.kind.casefold()) if row.kind else next(iter(kinds.values()), None)
    if kind is None:
        return replace(
            row,
            problem=f"Jenis acara “{row.kind}” belum ada. Yang ada: {', '.join(kinds.values())}.",
        )
    try:
        row.slot()
    except ValueError as error:
        return replace(row, problem=str(error))
    return replace(row, kind=kind)


def _wrong_text(row: ImportRow) -> str:
    """Return what is wrong with the words of *row*; nothing when they fit."""
    if not row.title:
        return "Isi nama acaranya (judul)."
    for column, text, most in (
        ("judul", row.title, TITLE_MAX_CHARS),
        ("tempat", row.place, PLACE_MAX_CHARS),
        ("penyelenggara", row.organiser, ORGANISER_MAX_CHARS),
    ):
        if len(text) > most:
            return f"“{column}” paling panjang {most} huruf. Singkatkan."
    if row.audience not in Audience.values:
        return "“untuk” diisi terbuka, undangan, atau tertutup."
    return ""


def _mark_known(rows: Iterable[ImportRow]) -> list[ImportRow]:
    """Mark what the agenda, or an earlier row, has under the same name on the same day."""
    rows = list(rows)
    days = [date.fromisoformat(row.first_on) for row in rows if row.first_on and not row.problem]
    known: set[tuple[str, str]] = set()
    if days:
        for event_title, starts_at in Occurrence.objects.between(min(days), max(days)).values_list(
            "event__title", "starts_at"
        ):
            known.add((event_title.casefold(), f"{starts_at.astimezone(WIB):%Y-%m-%d}"))
    marked = []
    for row in rows:
        key = (row.title.casefold(), row.first_on)
        marked.append(replace(row, is_known=key in known))
        known.add(key)
    return marked
