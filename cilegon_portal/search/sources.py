"""What is searched: each app says it in ``AppConfig.ready``, the index and the pages ask it."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import models

if TYPE_CHECKING:
    from cilegon_portal.search.searchable import Searchable


@dataclass(frozen=True)
class Content:
    """What an item gives to the index.

    ``summary`` and ``text`` are shown in snippets, so they hold only what the item's page shows
    to everyone; ``keywords`` are found and not shown. *at* (aware) is when it came out or takes
    place: later ones come first where readers ask for the newest.
    """

    title: str
    at: datetime
    summary: str = ""
    text: str = ""
    keywords: str = ""
    topic: int | None = None
    region: str = ""


@dataclass(frozen=True)
class Found:
    """An item as a page of results shows it."""

    kind: str
    label: str
    title: str
    url: str
    at: datetime | None = None
    note: str = ""
    legacy_id: int | None = None


@dataclass(frozen=True)
class Source:
    """One kind of items. ``show`` takes primary keys and the moment, and returns what is public then.

    ``number`` (0 to 7, its own) is part of the keys in the index. ``dependants`` returns what is
    public only as long as the items with these primary keys are: it is indexed anew with them.
    """

    kind: str
    number: int
    label: str
    model: "type[Searchable]"
    items: Callable[[], "models.QuerySet[Any]"]
    content: Callable[[Any], Content]
    show: Callable[[Collection[int], datetime], Iterable[tuple[int, Found]]] | None = None
    dependants: "Callable[[Collection[int]], models.QuerySet[Any]] | None" = None


_sources: dict[type[models.Model], Source] = {}


def one_line(parts: Iterable[str]) -> str:
    """Return *parts* as a passage quotes them: what is no sentence stays apart from its neighbours."""
    return " · ".join(" ".join(part.split()) for part in parts if part.strip())


def register_source(source: Source) -> None:
    """Have the items of *source* indexed; with ``show``, readers find them too."""
    _sources[source.model] = source


def source_of(model: type[models.Model]) -> Source | None:
    """Return the source of *model*, if it is searched."""
    return _sources.get(model)


def sources() -> list[Source]:
    """Return all, by their number: pages of results name them in this order."""
    return sorted(_sources.values(), key=lambda source: source.number)


def public_sources() -> dict[str, Source]:
    """Return those that readers find, by kind."""
    return {source.kind: source for source in sources() if source.show}
