"""Lists by page: ``?halaman=N`` in one canonical form, without counting and without deep offsets.

COUNT(*) and OFFSET cost more with every article, so a list knows only whether a next page
exists, and ends at a fixed depth. Older items are reached through the archive by month.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from django.http import Http404, HttpRequest, HttpResponsePermanentRedirect

_ItemT = TypeVar("_ItemT")
_FoundT = TypeVar("_FoundT", covariant=True)

PAGE_PARAMETER = "halaman"
PAGE_SIZE = 10
MAX_PAGES = 50  # 500 items: past that nobody leafs, and an offset of 500 is still cheap
_NUMBER = re.compile(r"[1-9][0-9]{0,4}", re.ASCII)


class NotCanonical(Exception):  # noqa: N818 -- nothing went wrong, the page has another address
    """The page asked for has a shorter address; ``response`` leads there."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.response = HttpResponsePermanentRedirect(path)


class Sliceable(Protocol[_FoundT]):
    """A queryset, or what was found by other means."""

    def __getitem__(self, part: slice, /) -> Iterable[_FoundT]: ...


@dataclass(frozen=True)
class ListPage(Generic[_ItemT]):
    """One page of a list."""

    items: Sequence[_ItemT]
    number: int
    has_next: bool
    path: str
    is_cut: bool = False  # more exists, past the depth of this list
    parameters: str = ""  # what else belongs to the address, encoded: "q=onthel"

    def address(self, number: int) -> str:
        """Return the canonical address of page *number*."""
        return _address(self.path, self.parameters, number)

    @property
    def canonical(self) -> str:
        """The canonical address of this page."""
        return self.address(self.number)

    @property
    def previous_address(self) -> str:
        """The address of the page before, or nothing."""
        return self.address(self.number - 1) if self.number > 1 else ""

    @property
    def next_address(self) -> str:
        """The address of the page after, or nothing."""
        return self.address(self.number + 1) if self.has_next else ""

    @property
    def is_paged(self) -> bool:
        """Whether there is any other page."""
        return self.number > 1 or self.has_next

    def links(self) -> Iterator[tuple[int, str]]:
        """Yield (number, address) of the first page and of those round this one; 0 stands for a gap."""
        last = self.number + 1 if self.has_next else self.number
        near = range(max(1, self.number - 2), last + 1)
        if near.start > 1:
            yield 1, self.address(1)
        if near.start > 2:
            yield 0, ""
        for number in near:
            yield number, self.address(number)


def paginate(
    items: Sliceable[_ItemT],
    request: HttpRequest,
    *,
    max_pages: int = MAX_PAGES,
    parameters: str = "",
) -> ListPage[_ItemT]:
    """Return the page of *items* that *request* asks for: 1 query of a queryset.

    The first page may be empty. Raises Http404 for what is no page number, past the end or
    too deep, and :class:`NotCanonical` for the first page under its number. *parameters* are
    the others that its address keeps, encoded.
    """
    number = _number(request, _address(request.path, parameters, 1))
    if number > max_pages:
        raise Http404("Halaman terlalu dalam.")
    start = (number - 1) * PAGE_SIZE
    found = list(items[start : start + PAGE_SIZE + 1])
    if number > 1 and not found:
        raise Http404("Halaman di luar daftar.")
    has_more = len(found) > PAGE_SIZE
    return ListPage(
        items=found[:PAGE_SIZE],
        number=number,
        has_next=has_more and number < max_pages,
        path=request.path,
        is_cut=has_more and number == max_pages,
        parameters=parameters,
    )


def _address(path: str, parameters: str, number: int) -> str:
    page = f"{PAGE_PARAMETER}={number}" if number > 1 else ""
    query = "&".join(part for part in (parameters, page) if part)
    return f"{path}?{query}" if query else path


def _number(request: HttpRequest, first: str) -> int:
    asked = request.GET.get(PAGE_PARAMETER)
    if asked is None:
        return 1
    if asked in {"", "1"}:
        raise NotCanonical(first)
    if not _NUMBER.fullmatch(asked):
        raise Http404("Bukan nomor halaman.")
    return int(asked)
