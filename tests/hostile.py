"""One of everything that shows, each text of it hostile."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, Final

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

# Of fields that Django or an app's own code fills: as a file or a tag is called.
_OTHER_TEXTS: Final = {"name", "was_hours"}


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
