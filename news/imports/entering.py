"""Enter the articles of an export, each whole or not at all, and none twice."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from cilegon_portal.library.models import Picture
from cilegon_portal.publishing.models import Status
from cilegon_portal.publishing.slugs import unique_slug
from cilegon_portal.richtext import clean
from news.imports.drafting import Draft
from news.imports.pictures import Uploads, reason
from news.models import Article, Category

_Name = tuple[str, datetime | None]  # title and date


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
        self._texts: dict[_Name, bytes] = {}  # of this run, by name
        fields = Article.objects.values_list("title", "published_at", "slug", "legacy_id")
        for title, published_at, slug, number in fields.iterator():
            self._note((title, published_at), slug, number)

    def _note(self, name: _Name, slug: str, number: int | None) -> None:
        self._names.add(name)
        self._slugs[slug] = name
        if number is not None:
            self._numbers[number] = name

    def holds(self, draft: Draft) -> bool:
        """Tell whether *draft* is there. Raises ValueError when its number or name is another's."""
        name = (draft.title, draft.published_at)
        if draft.legacy_id is not None:
            if (found := self._numbers.get(draft.legacy_id)) is None:
                return False
            if not _alike(found, name):
                raise ValueError(
                    f"Nomor lama {draft.legacy_id} sudah dipakai berita lain, “{found[0]}”."
                )
            return True
        if draft.slug in self._slugs and _alike(self._slugs[draft.slug], name):
            return True
        if self._texts.get(name, _mark(draft)) != _mark(draft):
            raise ValueError(
                "Judul dan tanggalnya sama dengan baris sebelumnya, isinya lain. "
                "Beri nomor lama (legacy_id) yang berbeda."
            )
        return name in self._names

    def add(self, draft: Draft, slug: str) -> None:
        """Remember what was entered."""
        name = (draft.title, draft.published_at)
        self._note(name, slug, draft.legacy_id)
        self._texts[name] = _mark(draft)


def _alike(one: _Name, other: _Name) -> bool:
    return one[0] == other[0] or (one[1] is not None and one[1] == other[1])


def _mark(draft: Draft) -> bytes:
    return sha256(draft.body.encode()).digest()


@dataclass
class Entrance:
    """Where articles come in; ``tell`` hears what a person should know of the one at hand."""

    uploads: Uploads
    tell: Callable[[str], None]
    known: Known = field(default_factory=Known)
    new_categories: list[str] = field(default_factory=list)
    _categories: dict[str, Category] = field(default_factory=dict)

    def enter(self, draft: Draft) -> Outcome:
        """Enter *draft* unless it is there; a dry run only looks. Raises ValueError or ValidationError."""
        if self.known.holds(draft):
            return Outcome.KNOWN
        # Before the transaction: drawing the sizes of a photo takes a second, and others want to write.
        body = clean(self.uploads.in_text(draft.body, self.tell)).html
        if not body and draft.status == Status.PUBLISHED:
            raise ValueError("Isi kosong. Tulis isinya, atau beri status “draf”.")
        picture = self._picture(draft)
        slug = draft.slug or draft.title
        if not self.uploads.dry:
            slug = self._save(draft, body, picture)
            if draft.slug and draft.slug != slug:
                self.tell(f"slug “{draft.slug}” sudah dipakai; menjadi “{slug}”")
        else:
            self._note_category(draft.category)
        self.known.add(draft, slug)
        return Outcome.ENTERED

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

    def _save(self, draft: Draft, body: str, picture: Picture | None) -> str:
        try:
            with transaction.atomic():
                article = self._article(draft, body, picture)
                article.save()
                if draft.tags:
                    article.tags.add(*draft.tags)
        except BaseException:
            self._categories.clear()  # one of them may be gone with the transaction
            raise
        return article.slug

    def _article(self, draft: Draft, body: str, picture: Picture | None) -> Article:
        article = Article(
            title=draft.title,
            slug=unique_slug(Article, draft.slug or draft.title),
            summary=draft.summary,
            body=body,
            status=draft.status,
            published_at=draft.published_at,
            category=self._category(draft.category),
            picture=picture,
            author_credit=draft.author,
            legacy_id=draft.legacy_id,
        )
        if draft.status in {Status.WITHDRAWN, Status.ARCHIVED} and _is_past(draft.published_at):
            article.first_published_at = draft.published_at  # readers had seen it: 410, not 404
        return article

    def _category(self, name: str) -> Category:
        key = name.casefold()
        if key not in self._categories:
            self._categories = {item.name.casefold(): item for item in Category.objects.all()}
        if key not in self._categories:
            slug = unique_slug(Category, name, max_length=60)
            self._categories[key] = Category.objects.create(name=name, slug=slug)
            self.new_categories.append(name)
        return self._categories[key]

    def _note_category(self, name: str) -> None:
        is_known = name in self.new_categories
        if not is_known and not Category.objects.filter(name__iexact=name).exists():
            self.new_categories.append(name)


def _is_past(instant: datetime | None) -> bool:
    return instant is not None and instant <= timezone.now()
