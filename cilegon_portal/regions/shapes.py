"""Outlines of the kecamatan for maps drawn on the server; for orientation only.

Origin and licence: cilegon_portal/regions/data/README.md. Maps say "batas perkiraan".
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

WIDTH: Final = 240  # steps of the drawing: neighbours share their rounded points, so no gap opens
_LABEL_DROPS: Final = {"36.72.07": 8}  # Purwakarta's label point lies beside Gerogol's
_FILE: Final = Path(__file__).parent / "data" / "cilegon_kecamatan.geojson"

Ring = list[tuple[float, float]]


@dataclass(frozen=True)
class Shape:
    """One kecamatan: its code, the ``d`` of its path, and where its label stands."""

    code: str
    path: str
    label_x: int
    label_y: int


@dataclass(frozen=True)
class OutlineMap:
    """All kecamatan in one drawing, *width* by *height* steps, north up."""

    width: int
    height: int
    shapes: tuple[Shape, ...]


def geometry_of(code: str) -> dict[str, Any]:
    """Return the GeoJSON geometry of the kecamatan *code* (degrees, WGS 84). Raises KeyError for another."""
    return _geometries()[code]


@cache
def _geometries() -> dict[str, dict[str, Any]]:
    features = json.loads(_FILE.read_text(encoding="utf-8"))["features"]
    return {feature["properties"]["code"]: feature["geometry"] for feature in features}


@cache
def district_map() -> OutlineMap:
    """Return the map of the 8 kecamatan, read from its file once."""
    features = json.loads(_FILE.read_text(encoding="utf-8"))["features"]
    points = [point for feature in features for ring in _rings(feature) for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    # A degree of longitude is this much shorter than one of latitude, here.
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = WIDTH / ((east - west) * squeeze)

    def placed(x: float, y: float) -> tuple[int, int]:
        return round((x - west) * squeeze * scale), round((north - y) * scale)

    shapes = []
    for feature in features:
        properties = feature["properties"]
        path = "".join(_path([placed(*point) for point in ring]) for ring in _rings(feature))
        label_x, label_y = placed(properties["label_lon"], properties["label_lat"])
        label_y += _LABEL_DROPS.get(properties["code"], 0)
        shapes.append(Shape(properties["code"], path, label_x, label_y))
    return OutlineMap(WIDTH, placed(west, south)[1], tuple(shapes))


def _rings(feature: dict[str, Any]) -> Iterator[Ring]:
    geometry = feature["geometry"]
    parts = geometry["coordinates"]
    for polygon in [parts] if geometry["type"] == "Polygon" else parts:
        yield from polygon


def _path(points: list[tuple[int, int]]) -> str:
    """Return *points* as relative lines, without those that fell together; nothing for a speck."""
    kept = [point for index, point in enumerate(points) if index == 0 or point != points[index - 1]]
    if len(kept) < 4:
        return ""
    (x, y), steps = kept[0], []
    for next_x, next_y in kept[1:-1]:
        steps.append(f"{next_x - x} {next_y - y}")
        x, y = next_x, next_y
    return f"M{kept[0][0]} {kept[0][1]}l{' '.join(steps)}z"
