"""Writing the index, in the transaction of what is indexed."""

import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from html import unescape
from itertools import islice
from typing import TYPE_CHECKING, Any

from django.core.cache import cache
from django.db import connection, models, transaction

from cilegon_portal.block_markup import INLINE
from cilegon_portal.search.analysis import stems, words
from cilegon_portal.search.cached import SHARES_KEY, SIZE_KEY
from cilegon_portal.search.models import Document, Word
from cilegon_portal.search.scope import marks_of
from cilegon_portal.search.sources import Source, source_of
from cilegon_portal.templatetags.tanggal import WIB

if TYPE_CHECKING:
    from cilegon_portal.search.searchable import Searchable

BATCH = 500
WORD_MIN_CHARS = 4  # shorter ones are like too many others to be meant
WORD_MAX_CHARS = 30
FEW_WORDS = 30
# What a document says, ``id`` and ``object_id`` first; ``kind`` never changes.
_FIELDS = [field.name for field in Document._meta.fields if field.name != "kind"]
_PUBLIC_FROM, _TITLE, _TEXT = map(_FIELDS.index, ("public_from", "title", "text"))
_TAG = re.compile(r'<(?:"[^"]*"|[^">])*>')
_INLINE_TAG = re.compile(rf'</?(?:{"|".join(sorted(INLINE))})(?=[ >])(?:"[^"]*"|[^">])*>')
_waiting: ContextVar[dict[type[models.Model], list[int]] | None] = ContextVar(
    "waiting", default=None
)


def plain(html: str) -> str:
    """Return the text of stored, sanitised HTML on one line; what is one word on the page stays one."""
    return " ".join(unescape(_TAG.sub(" ", _INLINE_TAG.sub("", html))).split())


@contextmanager
def indexed_together() -> Iterator[None]:
    """Write the documents of all that is saved within once, at its end, in one transaction with it.

    For many items: a document by itself costs as much as the item that it is of.
    """
    waiting: dict[type[models.Model], list[int]] = {}
    with transaction.atomic():
        token = _waiting.set(waiting)
        try:
            yield
        finally:
            _waiting.reset(token)
        for model, keys in waiting.items():
            reindex(model, dict.fromkeys(keys))


def reindex(model: type[models.Model], keys: Iterable[int], *, anew: bool = False) -> None:
    """Write the documents of the items of *model* with these primary keys as they stand now.

    For each 500, one query and what the source's items need, one for those that are new and one or
    two for their words; one for each that changed. What is gone leaves the index.
    *anew* writes all, as if nothing were known of what is there.
    """
    source = source_of(model)
    if source is None:
        return
    if (waiting := _waiting.get()) is not None:
        waiting.setdefault(model, []).extend(keys)
        return
    for batch in _batches(keys):
        with transaction.atomic(savepoint=False):
            if anew:
                forget(source, batch)
            _write(source, batch)
            if source.dependants:
                others = source.dependants(batch)
                reindex(others.model, others.order_by().values_list("pk", flat=True))


def settle() -> None:
    """Have the database learn which words are common, and the next search count anew: much has come in at once."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE search_document")
    cache.delete_many([SIZE_KEY, SHARES_KEY])


def forget(source: Source, keys: Collection[int]) -> None:
    """Take items out of the index: 1 query."""
    Document.objects.filter(kind=source.kind, object_id__in=keys).delete()


def forget_missing(source: Source) -> None:
    """Take out of the index what raw SQL has deleted: 1 query."""
    items = source.items().order_by().values("pk")
    Document.objects.filter(kind=source.kind).exclude(object_id__in=items).delete()


def _write(source: Source, keys: Collection[int]) -> None:
    rows = Document.objects.filter(kind=source.kind, object_id__in=keys).values_list(*_FIELDS)
    written = {row[1]: row for row in rows}
    documents = [_document(source, item) for item in source.items().filter(pk__in=keys)]
    changed = [item for item in documents if _row(item) != written.get(item.object_id)]
    kept = {item.pk for item in documents}
    if gone := [row[0] for row in written.values() if row[0] not in kept]:
        Document.objects.filter(pk__in=gone).delete()
    new, replaced = [], []
    for item in changed:
        if before := written.get(item.object_id):
            replaced.append(before)
        if before and before[0] == item.pk:
            # Only what differs: what an engine derives from the rest stays as it is.
            Document.objects.filter(pk=item.pk).update(**_differing(item, before))
        else:
            new.append(item)
    Document.objects.bulk_create(new)
    _learn(
        (item for item in changed if item.public_from),
        (row for row in replaced if row[_PUBLIC_FROM]),
    )


def _differing(document: Document, before: tuple[Any, ...]) -> dict[str, Any]:
    named = zip(_FIELDS, _row(document), before, strict=True)
    return {name: now for name, now, then in named if now != then}


def _row(document: Document) -> tuple[Any, ...]:
    return tuple(getattr(document, name) for name in _FIELDS)


def _document(source: Source, item: "Searchable") -> Document:
    content = source.content(item)
    public_from, public_until = item.public_window() or (None, None)
    title, summary = stems(content.title), stems(f"{content.summary} {content.keywords}")
    body, year = stems(content.text), content.at.astimezone(WIB).year
    return Document(
        id=_key(source, content.at, item.pk),
        kind=source.kind,
        object_id=item.pk,
        public_from=public_from,
        public_until=public_until,
        length=len(title) + len(summary) + len(body),
        title=content.title,
        text=" ".join(part for part in (content.summary, content.text) if part),
        title_stems=" ".join(title),
        summary_stems=" ".join(summary),
        body_stems=" ".join(body),
        marks=" ".join(marks_of(source.kind, content.topic, year, content.region)),
    )


def _key(source: Source, at: datetime, number: int) -> int:
    """Return a key that grows with *at*: 33 bits of seconds, 27 of the item's number, 3 of its kind."""
    seconds = min(max(int(at.timestamp()), 0), 2**33 - 1)
    return seconds << 30 | (number % 2**27) << 3 | source.number


def _learn(documents: Iterable[Document], written: Iterable[tuple[Any, ...]]) -> None:
    """Remember the words of public *documents* that stood in none that was *written* before.

    No query where there are none, 1 for a few, else 2.
    """
    found = {word for item in documents for word in words(f"{item.title} {item.text}")}
    if found:
        found -= {word for row in written for word in words(f"{row[_TITLE]} {row[_TEXT]}")}
    worth = {
        word for word in found if word.isalpha() and WORD_MIN_CHARS <= len(word) <= WORD_MAX_CHARS
    }
    # The few of an edit are offered as they are: the database passes over those it knows.
    if len(worth) > FEW_WORDS:
        worth.difference_update(Word.objects.filter(word__in=worth).values_list("word", flat=True))
    # Sorted: two writers that learn the same words then wait for each other in one order.
    Word.objects.bulk_create(
        [Word(word=word, length=len(word)) for word in sorted(worth)], ignore_conflicts=True
    )


def _batches(keys: Iterable[int]) -> Iterator[list[int]]:
    left = iter(keys)
    while batch := list(islice(left, BATCH)):
        yield batch
