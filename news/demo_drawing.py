"""Draw the project's own flat illustrations (``demo_data/ilustrasi/*.svg``) as PNG, with Pillow.

Reads just the SVG that those files use: rect, circle, ellipse, polygon and path, groups with
translate and scale, one linear gradient as background. It is no general SVG renderer and
never meets a file that somebody uploaded.
"""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from PIL import Image, ImageColor, ImageDraw

from news.demo_outlines import Line, Transform, dashed, outlines

FOLDER: Final = Path(__file__).parent / "demo_data" / "ilustrasi"
WIDTH_PX, HEIGHT_PX = 1200, 675
_VIEW_WIDTH: Final = 640  # every file's viewBox is 640 by 360
_OVERSAMPLING: Final = 2  # drawn larger and scaled down: Pillow draws jagged edges
_SCALE: Final = WIDTH_PX * _OVERSAMPLING / _VIEW_WIDTH

_Ink = int | tuple[int, ...]


def draw(name: str) -> bytes:
    """Return the illustration *name* as a PNG of 1200×675 px."""
    root = ET.parse(FOLDER / f"{name}.svg").getroot()  # noqa: S314 -- a file of this project
    image = Image.new("RGB", (WIDTH_PX * _OVERSAMPLING, HEIGHT_PX * _OVERSAMPLING))
    _draw_children(image, root, {}, Transform(scale=_SCALE))
    file = io.BytesIO()
    image.reduce(_OVERSAMPLING).save(file, "PNG", compress_level=1)
    return file.getvalue()


def _draw_children(
    image: Image.Image, parent: ET.Element, inherited: dict[str, str], place: Transform
) -> None:
    for element in parent:
        tag = element.tag.rpartition("}")[2]
        style = {**inherited, **element.attrib}
        if tag == "g":
            _draw_children(image, element, style, place.then(element.get("transform", "")))
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
