"""One of everything that shows, each text of it hostile; and what of that would act in an answer."""

import csv
import io
import json
import re
from collections.abc import Iterator
from datetime import timedelta
from html.parser import HTMLParser
from typing import Any, Final
from xml.etree import ElementTree

from django.db import models
from django.utils import timezone
from taggit.models import Tag

from agenda.attendance import AttendanceMode
from agenda.catalogue import EventType, Venue
from agenda.changes import cancel
from cilegon_portal.library.models import Picture
from cilegon_portal.library.uploads import store_document, store_picture
from cilegon_portal.office.models import Agency, Official, SiteProfile
from cilegon_portal.richtext import RichTextField
from cilegon_portal.text import LineField, PlainTextField
from community.activities import ActivityPhoto
from community.contributions import ContributionPhoto
from community.groups import Stage
from news.models import Kind, Verdict
from tests.factories import (
    make_activity,
    make_article,
    make_aspiration,
    make_board,
    make_category,
    make_contribution,
    make_event,
    make_group,
    make_page,
    make_registration,
    make_user,
)
from tests.library.images import jpeg, pdf

TEXTS: Final = (
    "=HYPERLINK(1);=1+1;＝2<script>alert(1)</script>",
    "\"><svg/onload=alert(1)>'onfocus='alert(1)",
    "</title></textarea></script><script>alert(1)</script>",
    "]]><img src=x onerror=alert(1)>",
    "a\r\nBcc: x@jahat.example\r\nEND:VCALENDAR\r\nATTENDEE:alert(1)",
    "<!--\"--!><img src onerror=alert(1)>{{91*91}}{% now 'Y' %}",
    "<math><mtext><table><mglyph><style><!--</style><img src onerror=alert(1)>",
    "&lt;img src onerror=alert(1)&gt;&#60;script&#62;alert(1)",
    "<a href='java&#10;script:alert(1)'>x</a>javascript:alert(1)",
    "\u202etxt\u2066\u200b\ufeff\u2028\u0085<iframe srcdoc='<script>alert(1)</script>'>",
)
RICH: Final = (
    "<p><img src=x onerror=alert(1)><svg onload=alert(1)><a href=' javascript:alert(1)'>x</a>"
    "<a href='java\tscript:alert(1)'>x</a><a href='data:text/html,<script>alert(1)</script>'>x</a>"
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src onerror=alert(1)&gt;'>"
    "<svg></p><style><a id='</style><img src onerror=alert(1)>'><form><input formaction=javascript:alert(1)>"
    "<noscript><p title='</noscript><img src onerror=alert(1)>'><iframe srcdoc='<script>alert(1)</script>'>"
    "</iframe><base href=//jahat.example><meta http-equiv=refresh content='0;javascript:alert(1)'>"
)
ADDRESS: Final = "https://jahat.example/\"><script>alert(1)</script>'onfocus='alert(1)#"
MAIL: Final = "warga@contoh.id\r\nBcc: x@jahat.example"

ELEMENTS: Final = re.compile(
    "a|abbr|address|area|article|aside|audio|b|base|bdi|blockquote|body|br|button|"
    "caption|cite|code|col|colgroup|data|datalist|dd|del|details|dfn|div|dl|dt|em|"
    "fieldset|figcaption|figure|footer|form|h1|h2|h3|h4|h5|h6|head|header|hgroup|hr|html|"
    "i|img|input|ins|kbd|label|legend|li|link|main|map|mark|meta|meter|nav|noscript|"
    "object|ol|optgroup|option|output|p|path|picture|pre|progress|q|rect|s|samp|script|"
    "search|section|select|small|source|span|strong|style|sub|summary|sup|svg|table|"
    "tbody|td|template|text|textarea|tfoot|th|thead|time|title|tr|track|u|ul|use|var|"
    "video|circle|tspan|line|polygon|polyline|g|defs|symbol|desc"
)
# Of fields that Django or an app's own code fills: as a file or a tag is called.
_OTHER_TEXTS: Final = {"name", "was_hours"}
_ADDRESSES: Final = frozenset(
    ["href", "src", "action", "formaction", "data", "poster", "xlink:href", "content"]
)
_MARKS: Final = re.compile("[\u202e\u2066\u200b\u2028]|(?<!^)\ufeff")


def make_hostile_site(turns: int = 3) -> None:
    """Make everything *turns* times, each time with other texts in its fields."""
    for turn in range(turns):
        for item in list(_things(turn)):
            poison(item, turn)
    SiteProfile(notice_ends_at=timezone.now() + timedelta(days=1)).save()
    poison(SiteProfile.load(), 1)


def poison(item: models.Model, turn: int) -> None:
    """Give each text of *item* what would act, as far as it has room, and save it as a shell would."""
    for number, field in enumerate(item._meta.concrete_fields):
        if (value := _poison_for(field, turn + number, f" {item.pk}")) is not None:
            setattr(item, field.name, value)
    item.save()


def _poison_for(field: Any, turn: int, mark: str) -> str | None:
    if isinstance(field, RichTextField):
        return RICH + mark
    if isinstance(field, models.URLField):
        return ADDRESS + mark.strip()
    if isinstance(field, models.EmailField):
        return MAIL
    is_text = isinstance(field, LineField | PlainTextField) or field.name in _OTHER_TEXTS
    if not is_text:
        return None
    start = turn % len(TEXTS)
    words = " ".join((*TEXTS[start:], *TEXTS[:start]))
    return (words[: field.max_length - len(mark)] if field.max_length else words) + mark


def _things(turn: int) -> Iterator[models.Model]:
    picture = store_picture(jpeg(640 + turn, 480), title=f"Foto {turn}", alt_text="Foto")
    document = store_document(pdf(), title="Surat", file_name=TEXTS[turn] + ".pdf")
    agency = Agency.objects.create(name=f"Dinas {turn}", slug=f"dinas-{turn}")
    official = Official.objects.create(title=f"Wali {turn}", slug=f"wali-{turn}", agency=agency)
    yield from (picture, document, agency, official, _user(official, turn))
    yield from _news(picture, document, turn)
    yield from _agenda(agency, official, turn)
    yield from _community(picture, agency, turn)
    yield make_page(slug=f"halaman-{turn}")


def _user(official: Official, turn: int) -> models.Model:
    aide = make_user("Ajudan", username=f"ajudan{turn}", email="ajudan@contoh.id")
    official.aides.add(aide)
    return aide


def _news(picture: Picture, document: Any, turn: int) -> Iterator[models.Model]:
    category = make_category(f"Topik {turn}", slug=f"topik-{turn}")
    kinds = {"kind": Kind.CLARIFICATION, "verdict": Verdict.values[0], "claim": "Kabar"}
    article = make_article(
        slug=f"berita-{turn}", category=category, picture=picture, tags=[f"tag {turn}"], **kinds
    )
    article.attachments.create(document=document)
    article.attachments.create(picture=picture)
    yield from (article, category, article.corrections.create(text="Ralat"))
    yield Tag.objects.get(name=f"tag {turn}")
    yield make_article(slug=f"kabar-{turn}", category=category, picture=picture)


def _agenda(agency: Agency, official: Official, turn: int) -> Iterator[models.Model]:
    kind = EventType.objects.create(name=f"Jenis {turn}", slug=f"jenis-{turn}")
    venue = Venue.objects.create(name=f"Aula {turn}")
    until = timezone.localdate() + timedelta(days=15)
    series = {"rule": "FREQ=WEEKLY;BYDAY=MO", "repeats_until": until}
    event = make_event(
        slug=f"acara-{turn}", event_type=kind, organiser=agency, venue=venue, **series
    )
    other = make_event(slug=f"lain-{turn}", event_type=kind)
    represented = {"mode": AttendanceMode.REPRESENTED, "represented_by": "Asisten"}
    yield from (kind, venue, event, other)
    yield event.attendances.create(official=official, **represented)
    other.attendances.create(official=official)
    cancelled = other.occurrences.get()
    cancel(cancelled, "Hujan")
    yield cancelled
    yield from event.occurrences.all()


def _community(picture: Picture, agency: Agency, turn: int) -> Iterator[models.Model]:
    stage = Stage.objects.create(name=f"Tahap {turn}", slug=f"tahap-{turn}")
    group = make_group(slug=f"kim-{turn}", stage=stage, logo=picture)
    yield from (group, stage, group.channels.create(kind="situs", url="https://contoh.id"))
    board = make_board(group)
    consent = {"shows_name": True, "consent_on": timezone.localdate()}
    yield from (board, board.members.create(role="ketua", name="Ketua", **consent))
    activity = make_activity(group, picture=picture)
    ActivityPhoto.objects.create(activity=activity, picture=picture)
    adopted = make_contribution(group, article=make_article(slug=f"kiriman-{turn}"))
    ContributionPhoto.objects.create(contribution=adopted, picture=picture)
    yield from (activity, adopted)
    yield from _sent(agency)


def _sent(agency: Agency) -> Iterator[models.Model]:
    shown = {"state": "dijawab", "staff_allow": True, "public_text": "Lampu", "answer": "Ya."}
    aspiration = make_aspiration(
        **shown, sender_allows=True, answered_at=timezone.now(), agency=agency
    )
    registration = make_registration(state="melengkapi")
    yield from (aspiration, *aspiration.steps.all(), registration, *registration.steps.all())


def what_acts(address: str, response: Any) -> list[str]:
    """Return "address: what" for each thing in an answer that would run, break out or deceive."""
    kind = response.get("Content-Type", "").partition(";")[0]
    body = b"".join(response.streaming_content) if response.streaming else response.content
    return [f"{address}: {problem}" for problem in _problems(kind, body)]


def _problems(kind: str, body: bytes) -> Iterator[str]:
    if kind.startswith(("image/", "font/")) or kind == "application/pdf" or not body:
        return
    text = body.decode()
    if marks := _MARKS.findall(text.removeprefix("\ufeff")):
        yield f"invisible marks {marks[:3]!a}"
    if "8281" in text:
        yield "a template in a text was rendered"
    for known, problems in _KINDS.items():
        if known in kind:
            yield from problems(text)


class _Acting(HTMLParser):
    """Collect what of a document would act."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._script: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if not ELEMENTS.fullmatch(tag):
            self.found.append(f"<{tag}>")
        if tag == "script" and not given.get("src", "/jahat").startswith("/static/"):
            self._script = given.get("type", "none")
        for name, value in given.items():
            plain = re.sub(r"[\s\0-\x20]", "", value).casefold()
            if name.startswith("on") or name == "srcdoc":
                self.found.append(f"{name}={value[:40]}")
            if name in _ADDRESSES and plain.startswith(("javascript:", "vbscript:", "data:text")):
                self.found.append(f"<{tag} {name}={value[:40]}>")

    def handle_data(self, data: str) -> None:
        if self._script is None:
            return
        if "json" in self._script:
            json.loads(data)
        elif "alert(1)" in data:
            self.found.append(f"script {data[:60]}")

    def handle_endtag(self, tag: str) -> None:
        if tag == "script":
            self._script = None

    def handle_comment(self, data: str) -> None:
        if "alert(1)" in data:
            self.found.append(f"comment {data[:60]}")


def _in_html(text: str) -> Iterator[str]:
    reader = _Acting()
    reader.feed(text)
    reader.close()
    yield from reader.found


def _in_xml(text: str) -> Iterator[str]:
    for element in ElementTree.fromstring(text.encode()).iter():  # noqa: S314 -- our own answer
        for part in element if element.tag.endswith(("item", "entry")) else ():
            if part.tag.endswith(("description", "encoded", "content", "summary")):
                yield from _in_html(part.text or "")


def _in_json(text: str) -> Iterator[str]:
    yield from _in_json_value("", json.loads(text))


def _in_json_value(name: str, value: Any) -> Iterator[str]:
    for key, part in value.items() if isinstance(value, dict) else ():
        yield from _in_json_value(key, part)
    for part in value if isinstance(value, list) else ():
        yield from _in_json_value(name, part)
    if name.endswith(("html", "body", "evidence")) and isinstance(value, str):
        yield from _in_html(value)
    if name.endswith("url") and isinstance(value, str) and value.startswith("javascript:"):
        yield f"{name}: {value[:40]}"


def _in_csv(text: str) -> Iterator[str]:
    for row in csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline="")):
        for cell in row:
            for part in (cell, *cell.split(";")[1:]):
                if (
                    part.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
                    and not cell.isdigit()
                ):
                    yield f"cell {cell[:40]}"


_NAMES: Final = re.compile(
    "BEGIN|END|PRODID|VERSION|CALSCALE|NAME|X-WR-CALNAME|DESCRIPTION|X-WR-CALDESC|"
    "X-WR-TIMEZONE|REFRESH-INTERVAL|X-PUBLISHED-TTL|SOURCE|TZID|DTSTART|TZOFFSETFROM|"
    "TZOFFSETTO|TZNAME|UID|SEQUENCE|DTSTAMP|LAST-MODIFIED|DTEND|STATUS|TRANSP|SUMMARY|"
    "LOCATION|URL|CATEGORIES"
)


def _in_calendar(text: str) -> Iterator[str]:
    lines = text.replace("\r\n ", "").removesuffix("\r\n").split("\r\n")
    for line in lines:
        if "\n" in line or "\r" in line or not _NAMES.fullmatch(re.split("[:;]", line)[0]):
            yield f"line {line[:40]!a}"
    if lines.count("END:VCALENDAR") != 1:
        yield "more than one end"


_KINDS: Final = {
    "html": _in_html,
    "xml": _in_xml,
    "json": _in_json,
    "csv": _in_csv,
    "calendar": _in_calendar,
}
