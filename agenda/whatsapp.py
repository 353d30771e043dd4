"""The agenda as a text for WhatsApp groups: a day, a week, or an official's days.

Rule: docs/agenda.md#whatsapp. The text holds what the public may see, never more: groups leak.
"""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import models
from django.utils import timezone

from agenda.catalogue import Audience
from agenda.occurrences import Occurrence, OccurrenceStatus
from cilegon_portal.accounts.models import User
from cilegon_portal.addresses import absolute_url
from cilegon_portal.office.models import Official, SiteProfile
from cilegon_portal.templatetags.tanggal import tanggal

DAYS_MAX = 14
ITEMS_MAX = 100
_NEW, _CHANGED = "*(baru)* ", "*(berubah)* "


class CopiedText(models.Model):
    """What the last copied text of a selection said, item by item."""

    key = models.CharField(max_length=60, unique=True)
    lines = models.JSONField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.key


@dataclass(frozen=True)
class Selection:
    """Which dates a text is about: days from *first* to *last* (WIB), all of them or an official's."""

    first: date
    last: date
    official: Official | None = None

    def key(self) -> str:
        """Return what the last copy of this very text is kept under."""
        who = f":{self.official.pk}" if self.official else ""
        return f"{self.first:%Y-%m-%d}:{self.last:%Y-%m-%d}{who}"

    def occurrences(self) -> list[Occurrence]:
        """Return its public dates in order: 3 queries."""
        rows = Occurrence.objects.published().between(self.first, self.last).in_order().for_lists()
        if self.official is not None:
            rows = rows.attended_by(self.official)
        return list(rows[:ITEMS_MAX])


@dataclass(frozen=True)
class ChatText:
    """The text, and how many of its items are new, changed or gone since the last copy."""

    text: str
    lines: dict[str, str]
    changes: int = 0


def chat_text(selection: Selection) -> ChatText:
    """Return the text of *selection*, with what changed since it was last copied marked."""
    rows = selection.occurrences()
    lines = {str(row.pk): _line(row) for row in rows}
    before = CopiedText.objects.filter(key=selection.key()).first()
    known: dict[str, str] | None = before.lines if before else None
    blocks, day = [_opening(selection)], None
    for number, row in enumerate(rows, start=1):
        shown_on = max(row.slot.first_day, selection.first)
        if shown_on != day:
            day = shown_on
            blocks.append(f"*{tanggal(day)}*")
        mark = _mark(str(row.pk), lines, known)
        blocks.append(f"{number}. {mark}{lines[str(row.pk)]}")
    if not rows:
        blocks.append("Belum ada acara.")
    gone = [line for pk, line in (known or {}).items() if pk not in lines]
    if gone:
        blocks.append("*Tidak jadi atau dipindah dari daftar ini:*")
        blocks += [f"~{line.partition(chr(10))[0].replace('~', '')}~" for line in gone]
    blocks.append(f"Selengkapnya: {_address(selection)}")
    changed = sum(1 for pk in lines if _mark(pk, lines, known)) + len(gone)
    return ChatText("\n\n".join(blocks), lines, changed)


def remember(selection: Selection, text: ChatText, *, by: User) -> None:
    """Keep what was copied, so that the next copy can say what changed."""
    CopiedText.objects.update_or_create(
        key=selection.key(), defaults={"lines": text.lines, "by": by, "at": timezone.now()}
    )


def _opening(selection: Selection) -> str:
    owner = SiteProfile.load().owner_name
    whose = f"{selection.official.title}, {owner}" if selection.official else owner
    return f"Yth. Bapak/Ibu, berikut agenda {whose}:"


def _line(row: Occurrence) -> str:
    """Return one item, without its number: hour, title, place, who attends, and what became of it."""
    event = row.event
    head = f"*{_clean(row.slot.hours())}* {_clean(event.title)}"
    if row.slot.last_day != row.slot.first_day:
        head += f" (s.d. {tanggal(row.slot.last_day)})"
    parts = [f"~{head.replace('*', '')}~" if row.is_off() else head]
    if row.is_off():
        parts.append(f"*{row.get_status_display().upper()}*: {_clean(row.reason)}")
    elif row.status == OccurrenceStatus.TENTATIVE:
        parts.append("_Tentatif_")
    if row.was_hours:
        parts.append(f"_semula {_clean(row.was_words())}_")
    place = _clean(row.place_text())
    parts.append(
        f"Tempat: {place}" + (f" _(semula di {_clean(row.was_place)})_" if row.was_place else "")
    )
    if attending := row.attending():
        parts.append("Pejabat: " + "; ".join(_clean(item.in_words()) for item in attending))
    if event.audience == Audience.INVITED:
        parts.append("(Undangan)")
    if row.note and event.shows_details():
        parts.append(_clean(row.note))
    return "\n   ".join(parts)


def _mark(pk: str, lines: dict[str, str], known: dict[str, str] | None) -> str:
    if known is None or known.get(pk) == lines[pk]:
        return ""
    return _CHANGED if pk in known else _NEW


def _clean(text: str) -> str:
    """Return *text* without the signs that WhatsApp reads as markup."""
    return " ".join(text.translate(str.maketrans("*~_`", "    ")).split())


def _address(selection: Selection) -> str:
    if selection.official is not None:
        return absolute_url(f"/agenda/pejabat/{selection.official.slug}/")
    if selection.first == selection.last:
        return absolute_url(f"/agenda/{selection.first:%Y/%m/%d}/")
    return absolute_url("/agenda/")
