"""How the words of a demo article are written down."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from html import escape
from zoneinfo import ZoneInfo

from django.utils.text import slugify

from cilegon_portal.publishing.models import Status
from news.models import FrontPage, InformationClass, Kind

_JAKARTA = ZoneInfo("Asia/Jakarta")
_BLANK_LINE = re.compile(r"\n\s*\n")
# A picture in the text: "[gambar: taman | what the caption says]".
_PICTURE = re.compile(r"\[gambar: (\w+) \| (.+)\]")


@dataclass(frozen=True)
class DemoArticle:
    """One article.

    ``when`` is WIB: a day of the past ("2019-09-18 11:15"), or one counted from the day on
    which the demo is loaded ("-3 11:15", three days before), so that the newest are always
    new. ``text`` is paragraphs with a blank line between them; a block that begins with "<"
    is HTML. ``picture`` and ``gallery`` name illustrations of demo_pictures.py.
    """

    title: str
    category: str  # slug of CATEGORIES
    when: str
    summary: str
    text: str
    tags: tuple[str, ...]
    picture: str = ""
    region: str = ""  # "Kecamatan Ciwandan", "Kelurahan Suralaya"
    dateline_place: str = ""
    kind: str = Kind.NEWS
    reporter: str = ""
    claim: str = ""
    verdict: str = ""
    explanation: str = ""
    evidence: str = ""
    information_class: str = InformationClass.PERIODIC
    front_page: int = FrontPage.NORMAL
    until: str = ""  # as ``when``
    status: str = Status.PUBLISHED
    note: str = ""  # what the editor wrote when sending it back
    gallery: tuple[str, ...] = ()
    correction: str = ""
    related: tuple[str, ...] = ()  # titles
    writer: str = "penulis"  # a demo account

    @property
    def slug(self) -> str:
        """The address, by which the article is known again after its title was changed."""
        return slugify(self.title)

    def blocks(self) -> Iterator[str | tuple[str, str]]:
        """Yield the blocks of the text in order: HTML, or (illustration, caption)."""
        for part in _BLANK_LINE.split(self.text):
            block = " ".join(part.split())
            if picture := _PICTURE.fullmatch(block):
                yield picture[1], picture[2]
            elif block.startswith("<"):
                yield block
            elif block:
                yield f"<p>{escape(block, quote=False)}</p>"


def instant(text: str, today: date) -> datetime:
    """Return the moment that *text* of a DemoArticle means; *today* is the day in WIB."""
    day, clock = text.split()
    on = today + timedelta(days=int(day)) if day[0] in "+-" else date.fromisoformat(day)
    return datetime.combine(on, time.fromisoformat(clock), _JAKARTA)
