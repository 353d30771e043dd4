"""Turn the shapes of the project's own SVG files into lines of points."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

Point = tuple[float, float]
Line = list[Point]

_CURVE_STEPS: Final = 24
_CIRCLE_STEPS: Final = 120
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_COMMAND = re.compile(r"([A-Za-z])([^A-Za-z]*)")
_ARGUMENTS: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7}


@dataclass(frozen=True)
class Transform:
    """Where a group puts its content: moved and scaled."""

    x: float = 0
    y: float = 0
    scale: float = 1

    def then(self, text: str) -> "Transform":
        """Return this with *text* inside it, ``translate(x y)`` with or without ``scale(s)``."""
        numbers = _numbers(text)
        if not numbers:
            return self
        x, y, scale = (*numbers, 1.0)[:3]
        return Transform(self.x + x * self.scale, self.y + y * self.scale, self.scale * scale)

    def apply(self, line: Line) -> Line:
        """Return *line* in the outer measure."""
        return [(self.x + x * self.scale, self.y + y * self.scale) for x, y in line]


def outlines(tag: str, attributes: Mapping[str, str]) -> list[Line]:
    """Return the lines of one SVG shape; closed ones end where they began."""
    if tag == "path":
        return _Path().read(attributes["d"])
    if tag == "polygon":
        numbers = _numbers(attributes["points"])
        line = list(zip(numbers[::2], numbers[1::2], strict=True))
        return [[*line, line[0]]]
    if tag == "rect":
        return [_rectangle(attributes)]
    radius = attributes.get("r", "0")
    centre = float(attributes.get("cx", 0)), float(attributes.get("cy", 0))
    radii = float(attributes.get("rx", radius)), float(attributes.get("ry", radius))
    return [_arc(centre, radii, 0, math.tau, _CIRCLE_STEPS)]


def dashed(line: Line, pattern: str, scale: float) -> Iterator[Line]:
    """Yield *line* whole, or cut after *pattern*, ``"dash gap"`` in units of the drawing."""
    if not pattern:
        yield line
        return
    lengths = [value * scale for value in _numbers(pattern)]
    piece, drawn, left = [line[0]], True, lengths[0]
    for start, end in pairwise(line):
        total = math.dist(start, end)
        done = 0.0
        while total - done > left:
            done += left
            point = _between(start, end, done / total)
            if drawn:
                yield [*piece, point]
            piece, drawn = [point], not drawn
            left = lengths[0 if drawn else 1]
        left -= total - done
        piece.append(end)
    if drawn:
        yield piece


def _numbers(text: str) -> list[float]:
    return [float(value) for value in _NUMBER.findall(text)]


def _between(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share


def _rectangle(attributes: Mapping[str, str]) -> Line:
    x, y, width, height, radius = (
        float(attributes.get(name, 0)) for name in ("x", "y", "width", "height", "rx")
    )
    corners = [
        ((x + width - radius, y + height - radius), 0.0),
        ((x + radius, y + height - radius), 0.25),
        ((x + radius, y + radius), 0.5),
        ((x + width - radius, y + radius), 0.75),
    ]
    steps = _CURVE_STEPS if radius else 1
    line = [
        point
        for centre, turn in corners
        for point in _arc(centre, (radius, radius), turn * math.tau, math.tau / 4, steps)
    ]
    return [*line, line[0]]


def _arc(centre: Point, radii: Point, start: float, sweep: float, steps: int) -> Line:
    angles = [start + sweep * step / steps for step in range(steps + 1)]
    return [
        (centre[0] + radii[0] * math.cos(angle), centre[1] + radii[1] * math.sin(angle))
        for angle in angles
    ]


class _Path:
    """Reads the ``d`` of a path: M L H V C S Q T A Z, absolute and relative."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.at: Point = (0.0, 0.0)
        self.control: Point | None = None  # the last of the curve just drawn: S and T mirror it

    def read(self, text: str) -> list[Line]:
        """Return the lines of *text*."""
        for letter, rest in _COMMAND.findall(text):
            command = letter.upper()
            if command == "Z":
                self.lines[-1].append(self.lines[-1][0])
                self.at = self.lines[-1][0]
                continue
            numbers, size = _numbers(rest), _ARGUMENTS[command]
            for index in range(0, len(numbers), size):
                self._step(command, numbers[index : index + size], is_relative=letter.islower())
                # More pairs after a first M are lines.
                command = "L" if command == "M" else command
        return self.lines

    def _step(self, command: str, numbers: list[float], *, is_relative: bool) -> None:
        base = self.at if is_relative else (0.0, 0.0)
        end = self._end(command, numbers, base)
        controls: Line = []
        if command == "M":
            self.lines.append([end])
        elif command in "CSQT":
            controls = self._controls(command, numbers, base)
            self.lines[-1] += _curve(self.at, *controls, end)
        elif command == "A":
            self.lines[-1] += _elliptic(self.at, end, numbers)
        else:
            self.lines[-1].append(end)
        self.at, self.control = end, controls[-1] if controls else None

    def _end(self, command: str, numbers: list[float], base: Point) -> Point:
        if command == "H":
            return base[0] + numbers[0], self.at[1]
        if command == "V":
            return self.at[0], base[1] + numbers[0]
        return base[0] + numbers[-2], base[1] + numbers[-1]

    def _controls(self, command: str, numbers: list[float], base: Point) -> Line:
        given = [
            (base[0] + x, base[1] + y) for x, y in zip(numbers[:-2:2], numbers[1:-2:2], strict=True)
        ]
        if command in "CQ":
            return given
        before = self.control or self.at
        return [_between(before, self.at, 2), *given]


def _curve(*points: Point) -> Line:
    """Return the Bézier curve from the first of *points* to the last, without its start."""
    line = []
    for step in range(1, _CURVE_STEPS + 1):
        left = list(points)
        while len(left) > 1:
            left = [_between(*pair, step / _CURVE_STEPS) for pair in pairwise(left)]
        line += left
    return line


def _elliptic(start: Point, end: Point, numbers: list[float]) -> Line:
    """Return an arc after SVG 1.1 F.6.5; the files never turn an ellipse."""
    rx, ry, _, is_large, is_clockwise = numbers[:5]
    # Half the chord, in a measure in which the ellipse is a circle of radius 1.
    dx, dy = (start[0] - end[0]) / 2 / rx, (start[1] - end[1]) / 2 / ry
    half = math.hypot(dx, dy)
    grow = max(1.0, half)
    rx, ry, dx, dy = rx * grow, ry * grow, dx / grow, dy / grow
    away = math.sqrt(max(0.0, 1 / (dx * dx + dy * dy) - 1))
    side = -1 if is_large == is_clockwise else 1
    cx, cy = side * away * dy, -side * away * dx
    centre = (start[0] + end[0]) / 2 + cx * rx, (start[1] + end[1]) / 2 + cy * ry
    first = math.atan2(dy - cy, dx - cx)
    sweep = math.atan2(-dy - cy, -dx - cx) - first
    if is_clockwise and sweep < 0:
        sweep += math.tau
    elif not is_clockwise and sweep > 0:
        sweep -= math.tau
    return _arc(centre, (rx, ry), first, sweep, _CIRCLE_STEPS)[1:]
