"""Enter the articles of an export, each whole or not at all, and none twice."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from hashlib import sha256
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from cilegon_portal.library.models import Picture
from cilegon_portal.publishing.models import Status
from cilegon_portal.publishing.slugs import unique_slug
from news.imports.cleaning import cleaned
from news.imports.drafting import Draft
from news.imports.pictures import Uploads, reason
from news.models import Article, Category

_Name = tuple[str, datetime | None]  # title and date


@dataclass(frozen=True)
class Ready:
    """An article as it will stand: its text is clean, its pictures are in the library."""

    draft: Draft
    body: str
    picture: Picture | None


class Outcome(Enum):
    """What became of an article."""

    ENTERED = "masuk"
    KNOWN = "sudah ada"


class Known:
    """The articles that are there already: by number of the old site, by address, by title and date."""

    def __init__(self) -> None:
        self._numbers: dict[int, _Name] = {}
        self._slugs: dict[str, _Name] = {}
        self._names: set[_Name] = set()
        self._met: dict[int, _Name] = {}  # of this run, by number
        self._texts: dict[_Name, bytes] = {}  # of this run, by name
        fields = Article.objects.values_list("title", "published_at", "slug", "legacy_id")
        for title, published_at, slug, number in fields.iterator():
            self._note((title, published_at), slug, number)

    def _note(self, name: _Name, slug: str, number: int | None) -> None:
        self._names.add(name)
        if slug:
            self._slugs[slug] = name
        if number is not None:
            self._numbers[number] = name

    def holds(self, draft: Draft) -> bool:
        """Tell whether *draft* is there. Raises ValueError when its number or name is another's."""
        name = (draft.title, draft.published_at)
        if draft.legacy_id is not None:
            return self._holds_number(draft.legacy_id, name)
        if draft.slug in self._slugs and _alike(self._slugs[draft.slug], name):
            return True
        if self._texts.get(name, _mark(draft)) != _mark(draft):
            raise ValueError(
                "Judul dan tanggalnya sama dengan baris sebelumnya, isinya lain. "
                "Beri nomor lama (legacy_id) yang berbeda."
            )
        return name in self._names

    def _holds_number(self, number: int, name: _Name) -> bool:
        met = self._met.get(number, name)
        if met != name:  # an editor may rename an article, but one file calls it by one name
            raise _taken(number, met)
        if (found := self._numbers.get(number)) is None:
            return False
        if not _alike(found, name):
            raise _taken(number, found)
        self._met[number] = name
        return True

    def add(self, draft: Draft) -> None:
        """Remember what is about to enter."""
        name = (draft.title, draft.published_at)
        self._note(name, draft.slug, draft.legacy_id)
        if draft.legacy_id is not None:
            self._met[draft.legacy_id] = name
        self._texts[name] = _mark(draft)


def _taken(number: int, name: _Name) -> ValueError:
    return ValueError(f"Nomor lama {number} sudah dipakai berita lain, “{name[0]}”.")


def _alike(one: _Name, other: _Name) -> bool:
    return one[0] == other[0] or (one[1] is not None and one[1] == other[1])


def _mark(draft: Draft) -> bytes:
    return sha256(draft.body.encode()).digest()


class Categories:
    """Categories by name; one that is missing is made."""

    def __init__(self) -> None:
        self.new: list[str] = []
        self._found: dict[str, Category] = {}

    def get(self, name: str, *, slug: str = "", description: str = "") -> Category:
        """Return the category *name*, made with *slug* and *description* if there is none."""
        key = name.casefold()
        if key not in self._found:
            self._found = {item.name.casefold(): item for item in Category.objects.all()}
        if key not in self._found:
            self._found[key] = Category.objects.create(
                name=name,
                slug=unique_slug(Category, slug or name, max_length=60),
                description=description,
            )
            self._note(name)
        return self._found[key]

    def foresee(self, name: str) -> None:
        """Note *name* if it would be made."""
        if not Category.objects.filter(name__iexact=name).exists():
            self._note(name)

    def forget(self) -> None:
        """Look at the database again: one that was made is gone when its transaction failed."""
        self._found.clear()

    def _note(self, name: str) -> None:
        if name not in self.new:
            self.new.append(name)


def save_article(
    draft: Draft, body: str, picture: Picture | None, categories: Categories, **fields: Any
) -> Article:
    """Return *draft* saved with its tags; *fields* are set as they are. Call it in a transaction."""
    article = Article(
        title=draft.title,
        slug=unique_slug(Article, draft.slug or draft.title),
        summary=draft.summary,
        body=body,
        status=draft.status,
        published_at=draft.published_at,
        picture=picture,
        author_credit=draft.author,
        legacy_id=draft.legacy_id,
        **{"category": categories.get(draft.category), **fields},
    )
    if draft.status in {Status.WITHDRAWN, Status.ARCHIVED} and _is_past(draft.published_at):
        article.first_published_at = draft.published_at  # readers had seen it: 410, not 404
    article.save()
    if draft.tags:
        article.tags.add(*draft.tags)
    return article


def _is_past(instant: datetime | None) -> bool:
    return instant is not None and instant <= timezone.now()


@dataclass
class Entrance:
    """Where articles come in; ``tell`` hears what a person should know of the one at hand."""

    uploads: Uploads
    tell: Callable[[str], None]
    known: Known = field(default_factory=Known)
    categories: Categories = field(default_factory=Categories)

    def prepare(self, draft: Draft) -> Ready | None:
        """Return *draft* ready to be saved, None if it is there. Raises ValueError or ValidationError.

        Outside of any transaction: drawing the sizes of a photo takes a second, and others want to write.
        """
        if self.known.holds(draft):
            return None
        body = cleaned(self.uploads.in_text(draft.body, self.tell), self.tell)
        if not body and draft.status == Status.PUBLISHED:
            raise ValueError("Isi kosong. Tulis isinya, atau beri status “draf”.")
        ready = Ready(draft, body, self._picture(draft))
        self.known.add(draft)
        return ready

    def save(self, ready: Ready) -> None:
        """Enter what :meth:`prepare` returned, whole or not at all; a dry run only looks."""
        draft = ready.draft
        if self.uploads.dry:
            self.categories.foresee(draft.category)
            return
        try:
            with transaction.atomic():
                article = save_article(draft, ready.body, ready.picture, self.categories)
        except BaseException:
            self.categories.forget()
            raise
        if draft.slug and draft.slug != article.slug:
            self.tell(f"slug “{draft.slug}” sudah dipakai; menjadi “{article.slug}”")

    def _picture(self, draft: Draft) -> Picture | None:
        if not draft.picture:
            return None
        path = self.uploads.find(draft.picture)
        if path is None:
            self.tell(f"foto “{draft.picture[:80]}” tidak ada di folder unggahan")
            return None
        try:
            return self.uploads.picture(path, draft.words)
        except (ValidationError, OSError) as error:
            self.tell(f"foto “{path.name}” tidak ikut: {reason(error)}")
            return None
