"""Coverage as drawings: the star of the eight kecamatan, and the map. The numbers stand in tables beside them."""

import math
from dataclasses import dataclass

from cilegon_portal.regions.shapes import district_map
from community.coverage import Coverage, DistrictReach

_TIP, _SHOULDER, _LABEL = 84.0, 64.3, 93.0  # from the middle, in steps of the drawing
_HALF_TURN = math.pi / 8  # half of what one ray takes of the round
_LABEL_DROP = 2.6  # text hangs from its base line


@dataclass(frozen=True)
class Ray:
    """One ray of the star: its frame, the two halves of what is filled, and its label."""

    name: str
    frame: str
    left: str
    right: str
    label_x: float
    label_y: float
    anchor: str


@dataclass(frozen=True)
class MapShape:
    """A kecamatan on the map: ``step`` 0 to 4 colours it by the share of its kelurahan with a KIM."""

    path: str
    step: int
    name: str
    count: str
    label_x: int
    label_y: int


@dataclass(frozen=True)
class CoverageMap:
    """The drawing, and its measures."""

    width: int
    height: int
    shapes: list[MapShape]


def rays(coverage: Coverage) -> list[Ray]:
    """Return the star, clockwise from the top, kecamatan by name; the filled area is the share."""
    return [_ray(index, district) for index, district in enumerate(coverage.districts)]


def coverage_map(coverage: Coverage) -> CoverageMap:
    """Return the map; a kecamatan without an outline is in the table only."""
    outlines = district_map()
    districts = {district.region.pk: district for district in coverage.districts}
    shapes = [
        MapShape(
            shape.path,
            math.ceil(districts[shape.code].share * 4),
            districts[shape.code].region.name,
            f"{districts[shape.code].reached_count}/{districts[shape.code].village_count}",
            shape.label_x,
            shape.label_y,
        )
        for shape in outlines.shapes
        if shape.code in districts
    ]
    return CoverageMap(outlines.width, outlines.height, shapes)


def _ray(index: int, district: DistrictReach) -> Ray:
    angle = index * 2 * _HALF_TURN
    size = math.sqrt(district.share)  # of the area, not of the length
    left, right = angle - _HALF_TURN, angle + _HALF_TURN
    x, y = math.sin(angle) * _LABEL, -math.cos(angle) * _LABEL
    anchor = "middle" if abs(x) < 1 else "start" if x > 0 else "end"
    tip, shoulder = _TIP * size, _SHOULDER * size
    frame = [_point(left, _SHOULDER), _point(angle, _TIP), _point(right, _SHOULDER)]
    return Ray(
        name=district.region.name,
        frame=_closed(frame),
        left=_closed([_point(left, shoulder), _point(angle, tip)]),
        right=_closed([_point(angle, tip), _point(right, shoulder)]),
        label_x=round(x, 1),
        label_y=round(y + _LABEL_DROP, 1),
        anchor=anchor,
    )


def _point(angle: float, radius: float) -> str:
    return f"{math.sin(angle) * radius:.1f} {-math.cos(angle) * radius:.1f}"


def _closed(points: list[str]) -> str:
    return "M0 0L" + "L".join(points) + "z"
