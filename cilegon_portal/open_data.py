"""Tables that anybody may take and use again: CSV, JSON and, where rows are places, GeoJSON.

An app's ``AppConfig.datasets()`` lists its :class:`Dataset`; the kernel knows no app by name.
Rule: docs/open-data.md. Rows are read and sent in turn, however many there are.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain
from typing import Any, Final

from django.apps import apps
from django.db.models import TextChoices
from django.urls import reverse

from cilegon_portal.seo import iso_local
from cilegon_portal.tables import MARK, safe_cell

LICENCE: Final = "CC BY 4.0"
LICENCE_URL: Final = "https://creativecommons.org/licenses/by/4.0/deed.id"

Cell = str | int | float | bool | date | datetime | None
Row = Sequence[Cell]


@dataclass(frozen=True)
class Column:
    """A column and what stands in it, for the dictionary."""

    name: str
    meaning: str


def one_of(choices: type[TextChoices]) -> str:
    """Return the values of *choices* as the dictionary names them: "berita, pengumuman, atau klarifikasi"."""
    *first, last = choices.values
    return f"{', '.join(first)}, atau {last}"


@dataclass(frozen=True)
class Dataset:
    """A table. *rows* gives what is public at a moment, *updated_at* when that last changed.

    *geometry* returns the GeoJSON geometry of a row where rows are places.
    """

    slug: str
    title: str
    summary: str
    columns: tuple[Column, ...]
    rows: Callable[[datetime], Iterable[Row]]
    updated_at: Callable[[datetime], datetime | None]
    geometry: Callable[[Row], dict[str, Any]] | None = None

    @property
    def formats(self) -> list[tuple[str, str]]:
        """Each kind of file with its address."""
        endings = ["csv", "json", *(["geojson"] if self.geometry else [])]
        return [
            (name.upper(), reverse("open_data_file", args=[self.slug, name])) for name in endings
        ]


def datasets() -> list[Dataset]:
    """Return the tables of all apps."""
    offers = [getattr(config, "datasets", None) for config in apps.get_app_configs()]
    return [dataset for offer in offers if offer for dataset in offer()]


def csv_lines(dataset: Dataset, at: datetime) -> Iterator[bytes]:
    """Yield *dataset* as CSV (RFC 4180, UTF-8 with its mark), no cell a formula."""
    yield MARK
    names = [column.name for column in dataset.columns]
    for row in chain([names], _lines(dataset.rows(at))):
        out = io.StringIO()
        csv.writer(out).writerow(row)
        yield out.getvalue().encode()


def json_parts(dataset: Dataset, at: datetime) -> Iterator[bytes]:
    """Yield *dataset* as one JSON object: what it is, its dictionary, and ``rows``."""
    head = json.dumps(_about(dataset, at), ensure_ascii=False)
    yield f'{head[:-1]}, "rows": ['.encode()
    names = [column.name for column in dataset.columns]
    yield from _joined(dict(zip(names, _plain(row), strict=True)) for row in dataset.rows(at))
    yield b"]}"


def geojson_parts(dataset: Dataset, at: datetime) -> Iterator[bytes]:
    """Yield *dataset* as a FeatureCollection (RFC 7946); only for one with a geometry."""
    assert dataset.geometry is not None  # noqa: S101 -- the view asked
    about = {"type": "FeatureCollection"} | _about(dataset, at)
    yield f'{json.dumps(about, ensure_ascii=False)[:-1]}, "features": ['.encode()
    names = [column.name for column in dataset.columns]
    yield from _joined(
        {
            "type": "Feature",
            "properties": dict(zip(names, _plain(row), strict=True)),
            "geometry": dataset.geometry(row),
        }
        for row in dataset.rows(at)
    )
    yield b"]}"


def _about(dataset: Dataset, at: datetime) -> dict[str, Any]:
    return {
        "title": dataset.title,
        "summary": dataset.summary,
        "licence": LICENCE,
        "licence_url": LICENCE_URL,
        "updated_at": iso_local(dataset.updated_at(at)) or None,
        "generated_at": iso_local(at),
        "columns": [{"name": item.name, "meaning": item.meaning} for item in dataset.columns],
    }


def _lines(rows: Iterable[Row]) -> Iterator[list[str]]:
    for row in rows:
        yield [safe_cell(_written(cell)) for cell in _plain(row)]


def _written(cell: Any) -> str:
    if isinstance(cell, bool):
        return "ya" if cell else "tidak"
    return "" if cell is None else str(cell)


def _plain(row: Row) -> list[Any]:
    return [
        iso_local(cell)
        if isinstance(cell, datetime)
        else cell.isoformat()
        if isinstance(cell, date)
        else cell
        for cell in row
    ]


def _joined(items: Iterable[dict[str, Any]]) -> Iterator[bytes]:
    comma = ""
    for item in items:
        yield f"{comma}{json.dumps(item, ensure_ascii=False)}".encode()
        comma = ",\n"
