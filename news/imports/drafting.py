"""What a row of an export says of an article, or why it cannot be one. Nothing is saved here."""

from dataclasses import dataclass, field
from datetime import datetime
from html import escape
from typing import Any, Final

from django.utils.text import slugify

from cilegon_portal.publishing.models import Status
from cilegon_portal.text import normalise_text
from news.imports.dates import read_instant
from news.imports.pictures import Words
from news.imports.reading import Row
from news.imports.words import html_of, plain, shortened, with_whole
from news.models import SUMMARY_MAX_CHARS, TITLE_MAX_CHARS

CATEGORY_MAX_CHARS: Final = 60
DEFAULT_CATEGORY: Final = "Umum"
_CREDIT_MAX_CHARS: Final = 100
_TAG_MAX_CHARS: Final = 100
_NUMBER_MAX: Final = 999_999_999  # nine digits: what cilegon_portal.legacy reads
# Our own words, those of their labels, and what other systems call the same. What only some
# might read there is a draft here: nothing becomes public that was not.
_STATUSES: Final = {
    **{str(status.value): status for status in Status},
    **{str(status.label).casefold(): status for status in Status},
    **dict.fromkeys(("publish", "published", "publik", "1", "true", "aktif"), Status.PUBLISHED),
    **dict.fromkeys(("future", "scheduled", "dijadwalkan"), Status.PUBLISHED),
    **dict.fromkeys(("draft", "0", "false", "private", "inactive"), Status.DRAFT),
    "pending": Status.REVIEW,
    "trash": Status.ARCHIVED,
    "archived": Status.ARCHIVED,
}


@dataclass(frozen=True)
class Draft:
    """An article as it will be entered; texts fit their fields, ``body`` is not cleaned yet."""

    title: str
    body: str
    status: Status = Status.PUBLISHED
    published_at: datetime | None = None
    slug: str = ""
    summary: str = ""
    category: str = DEFAULT_CATEGORY
    tags: tuple[str, ...] = ()
    author: str = ""
    legacy_id: int | None = None
    picture: str = ""
    words: Words = field(default_factory=Words)


def draft_of(row: Row, default: datetime | None = None) -> Draft:
    """Return the article that *row* holds, of the date *default* if it has none.

    Raises ValueError, in Indonesian, when it holds none.
    """
    if row.problem:
        raise ValueError(row.problem)

    def text(key: str) -> str:
        return _text(key, row.values.get(key))

    title, body = plain(text("title")), html_of(text("body"))
    if not title:
        raise ValueError("Judul kosong.")
    status, published_at = _when(text("status"), text("date"), default)
    title, body = with_whole(title, TITLE_MAX_CHARS, body)
    summary, body = with_whole(plain(text("summary")), SUMMARY_MAX_CHARS, body)
    return Draft(
        title,
        body,
        status,
        published_at,
        slug=slugify(text("slug")),
        summary=summary,
        category=shortened(plain(text("category")), CATEGORY_MAX_CHARS) or DEFAULT_CATEGORY,
        tags=tag_names(row.values.get("tags")),
        author=shortened(plain(text("author")), _CREDIT_MAX_CHARS),
        legacy_id=_number(text("legacy_id")) or _number_if_any(text("id")),
        picture=text("picture").strip(),
        words=Words(text("picture_alt"), text("picture_caption"), text("picture_credit")),
    )


def tag_names(value: Any) -> tuple[str, ...]:
    """Return the names in *value*, a list or words parted by comma or semicolon, each once."""
    names = value if isinstance(value, list) else _text("tags", value).replace(";", ",").split(",")
    found: dict[str, str] = {}
    for name in names:
        words = shortened(plain(_text("tags", name)), _TAG_MAX_CHARS).replace(",", " ")
        if words:
            found.setdefault(words.casefold(), words)
    return tuple(found.values())


def _text(key: str, value: Any) -> str:
    """Return *value* as text without what no text holds. Raises ValueError for what is none."""
    if value is None:
        return ""
    if isinstance(value, list) and key in {"category", "body"}:  # the first topic; all paragraphs
        parts = [_text("", part) for part in value]
        if key == "body":
            return "".join(f"<p>{escape(part, quote=False)}</p>" for part in parts)
        return parts[0] if parts else ""
    if isinstance(value, list | dict):
        raise ValueError(f"“{key}” harus berupa teks.")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    # JSON can hold halves of characters, which no database takes.
    text = str(value).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return normalise_text(text.replace("\0", ""), form=None)


def _number(text: str) -> int | None:
    text = text.strip()
    if not text:
        return None
    if not (text.isascii() and text.isdecimal()) or int(text) > _NUMBER_MAX:
        raise ValueError(
            f"Nomor lama (legacy_id) “{text[:40]}” harus angka, paling banyak 9 digit."
        )
    return int(text)


def _number_if_any(text: str) -> int | None:
    """Return what ``id`` says where it is a number; those of other kinds lead nowhere."""
    try:
        return _number(text)
    except ValueError:
        return None


def _when(status: str, date: str, default: datetime | None) -> tuple[Status, datetime | None]:
    state = _STATUSES.get(status.strip().casefold() or "terbit")
    if state is None:
        known = ", ".join(str(value) for value in Status.values)
        raise ValueError(f"Keadaan “{status[:40]}” tidak dikenal. Pakai salah satu dari: {known}.")
    published_at = read_instant(date)
    if published_at is None and state == Status.PUBLISHED:
        published_at = default
    if published_at is None and state == Status.PUBLISHED:
        raise ValueError(
            "Tanggal kosong. Isi tanggalnya, beri status “draf”, atau pakai --tanggal."
        )
    return state, published_at
