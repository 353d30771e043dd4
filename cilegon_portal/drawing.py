"""Draw the project's own SVG files with Pillow: illustrations, mark and skyline.

Reads just the SVG that those files use: rect, circle, ellipse, polygon and path, groups with
translate and scale, one linear gradient as background. It is no general SVG renderer and
never meets a file that somebody uploaded.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from PIL import Image, ImageColor, ImageDraw

from cilegon_portal.outlines import Line, Transform, dashed, outlines

OVERSAMPLING: Final = 2  # draw that much larger, then reduce: Pillow draws jagged edges

_Ink = int | tuple[int, ...]


def read_drawing(path: Path) -> ET.Element:
    """Return the SVG file *path* of this project for :func:`draw_onto`."""
    return ET.parse(path).getroot()  # noqa: S314 -- a file of this project


def draw_onto(
    image: Image.Image,
    parent: ET.Element,
    place: Transform,
    inherited: dict[str, str] | None = None,
) -> None:
    """Draw what *parent* holds on *image*, moved and scaled by *place*."""
    for element in parent:
        tag = element.tag.rpartition("}")[2]
        style = {**(inherited or {}), **element.attrib}
        if tag == "g":
            draw_onto(image, element, place.then(element.get("transform", "")), style)
        elif style.get("fill", "").startswith("url("):
            _draw_background(image, parent)
        elif tag != "defs":
            lines = [place.apply(line) for line in outlines(tag, element.attrib)]
            _draw_shape(image, lines, style, place.scale)


def _draw_background(image: Image.Image, root: ET.Element) -> None:
    gradient = next(item for item in root.iter() if item.tag.endswith("linearGradient"))
    first, last = (Image.new("RGB", image.size, stop.attrib["stop-color"]) for stop in gradient)
    down = Image.linear_gradient("L")
    across = down.transpose(Image.Transpose.TRANSPOSE)
    # x2 and y2 say where the gradient ends: to the right, at the bottom or in the corner.
    share_down = float(gradient.get("y2", 0)) / (
        float(gradient.get("x2", 1)) + float(gradient.get("y2", 0))
    )
    ramp = Image.blend(across, down, share_down).resize(image.size, Image.Resampling.BILINEAR)
    image.paste(Image.composite(last, first, ramp))


def _draw_shape(image: Image.Image, lines: list[Line], style: dict[str, str], scale: float) -> None:
    def fill(pen: ImageDraw.ImageDraw, ink: _Ink) -> None:
        for line in lines:
            if len(line) > 2:
                pen.polygon(line, fill=ink)

    def stroke(pen: ImageDraw.ImageDraw, ink: _Ink) -> None:
        width = max(1, round(float(style.get("stroke-width", 1)) * scale))
        for line in lines:
            for piece in dashed(line, style.get("stroke-dasharray", ""), scale):
                _draw_line(pen, piece, ink, width, has_round_ends="stroke-linecap" in style)

    _paint(image, "fill", style, fill)
    if float(style.get("stroke-width", 1)):
        _paint(image, "stroke", style, stroke)


def _draw_line(
    pen: ImageDraw.ImageDraw, line: Line, ink: _Ink, width: int, *, has_round_ends: bool
) -> None:
    # A closed line goes on for one piece more, so that its last corner is joined too.
    closing = line[1:2] if line[0] == line[-1] else []
    pen.line([*line, *closing], fill=ink, width=width, joint="curve")
    if has_round_ends:
        pen.circle(line[0], width / 2, fill=ink)
        pen.circle(line[-1], width / 2, fill=ink)


def _paint(
    image: Image.Image,
    part: str,
    style: dict[str, str],
    brush: Callable[[ImageDraw.ImageDraw, _Ink], None],
) -> None:
    colour = style.get(part, "#000" if part == "fill" else "none")
    if colour == "none":
        return
    opacity = float(style.get("opacity", 1)) * float(style.get(f"{part}-opacity", 1))
    if opacity == 1:
        brush(ImageDraw.Draw(image), ImageColor.getrgb(colour))
        return
    # Through a mask: pieces of one see-through line must not add up where they meet.
    mask = Image.new("L", image.size)
    brush(ImageDraw.Draw(mask), round(255 * opacity))
    image.paste(ImageColor.getrgb(colour), (0, 0), mask)
