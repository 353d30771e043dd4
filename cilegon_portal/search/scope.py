"""What a search is narrowed to, in words that stand in the index beside those of the text.

An engine then narrows as it looks: a filter that leaves little makes a search quicker, not slower.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Scope:
    """What may be found: public at *at* (None: all, for staff), and what the reader narrowed it to."""

    at: datetime | None
    kinds: tuple[str, ...] = ()
    topic: int | None = None
    year: int | None = None
    region: str = ""

    def marks(self) -> list[Sequence[str]]:
        """Return the marks of what it is narrowed to: of each sequence, a document has one."""
        found: list[Sequence[str]] = []
        if self.kinds:
            found.append([_kind(kind) for kind in self.kinds])
        if self.topic is not None:
            found.append([_topic(self.topic)])
        if self.year is not None:
            found.append([_year(self.year)])
        if self.region:
            found.append([_region(self.region)])
        return found


def marks_of(kind: str, topic: int | None, year: int, region: str) -> list[str]:
    """Return the marks of a document. No word has a "_" (analysis), so none is ever taken for one."""
    codes = region.split(".") if region else []
    # A kelurahan's code begins with that of its kecamatan, in which it is found too.
    regions = [_region(".".join(codes[:size])) for size in range(1, len(codes) + 1)]
    return [_kind(kind), _year(year), *([_topic(topic)] if topic is not None else []), *regions]


def _kind(kind: str) -> str:
    return f"_k{kind}"


def _topic(topic: int) -> str:
    return f"_t{topic}"


def _year(year: int) -> str:
    return f"_y{year}"


def _region(code: str) -> str:
    return f"_r{code.replace('.', '_')}"
