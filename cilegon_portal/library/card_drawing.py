"""Draw a share card: the picture of a shared link, 1200×630 px, in the portal's design.

With a photo, the words stand on steel into which its lower edge fades: real photos are dark or
busy, so no letter stands on one. Without, they stand on the design's own ground: lattice, star
and skyline, drawn from the same files that the pages show.
"""

import io
from functools import cache
from typing import Final
from xml.etree import ElementTree as ET

from django.conf import settings
from PIL import Image, ImageDraw

from cilegon_portal.drawing import OVERSAMPLING, draw_onto, read_drawing
from cilegon_portal.library.lettering import Lines, fit, font, measure, shorten, write
from cilegon_portal.outlines import Transform

WIDTH_PX, HEIGHT_PX = 1200, 630
MAX_BYTES: Final = 300_000  # chat programs drop heavier pictures
_QUALITIES: Final = (86, 80, 72, 62, 50, 38, 26, 15)

# Tokens of portal.css, dark where they differ.
_STEEL, _STEEL_LINE = "#10222f", "#34505f"
_WHITE, _SOFT, _EMBER_TEXT, _EMBER = "#ffffff", "#b9cad4", "#ff9d68", "#f0641e"

_MARGIN: Final = 64
_SEAM: Final = 10
_MARK: Final = 48
_KICKER_SIZE: Final = 30
_KICKER_ROOM: Final = 50
_FOOT_ROOM: Final = 90
# Size and most lines of a title, tried in turn. Below a photo few: it is to be seen.
_STEPS: Final = ((76, 3), (66, 4), (58, 4), (50, 4))
_STEPS_BELOW_PHOTO: Final = ((56, 2), (50, 2), (50, 3), (44, 3))
_FADE: Final = 120  # how far above the words a photo begins to fade into the steel
_FOCUS_AT: Final = 0.42  # the share of a photo's height at which its focal point stands
_SKYLINE: Final = 104

_IMAGES = settings.BASE_DIR / "static/img"
_LATTICE: Final = (  # --kisi of portal.css, a tile of 64
    (16, 16, 48, 16, 48, 48, 16, 48, 16, 16),
    (32, 9, 55, 32, 32, 55, 9, 32, 32, 9),
    *((32, 0, 32, 9), (32, 55, 32, 64), (0, 32, 9, 32), (55, 32, 64, 32)),
    *((16, 16, 0, 0), (48, 16, 64, 0), (16, 48, 0, 64), (48, 48, 64, 64)),
)


def draw_card(
    *,
    title: str,
    kicker: str,
    note: str,
    brand: str,
    photo: bytes | None = None,
    focus: tuple[int, int] = (50, 50),
) -> bytes:
    """Return the card as JPEG of at most :data:`MAX_BYTES`.

    The texts hold only what the font can draw (:func:`lettering.drawable`); *photo* is a
    file of the library, *focus* its focal point in percent.
    """
    if photo is None:
        words = _fit_title(title, _STEPS)
        foot = HEIGHT_PX - _SEAM - _SKYLINE - 24
        image = _ground().copy()
        # Between the upper edge and the foot, a little above the middle.
        room = foot - _FOOT_ROOM - words.height - (_KICKER_ROOM if kicker else 0)
        top = max(40, round(room * 0.55))
    else:
        words = _fit_title(title, _STEPS_BELOW_PHOTO)
        foot = HEIGHT_PX - _SEAM - 8
        top = foot - _FOOT_ROOM - 24 - words.height - (_KICKER_ROOM if kicker else 0)
        image = Image.new("RGB", (WIDTH_PX, HEIGHT_PX), _STEEL)
        image.paste(_faded(_cropped(photo, focus, top)))
    pen = ImageDraw.Draw(image)
    _write_title(pen, words, kicker, top)
    _draw_foot(image, pen, brand, note, foot)
    pen.rectangle((0, HEIGHT_PX - _SEAM, WIDTH_PX, HEIGHT_PX), fill=_EMBER)
    return _encoded(image)


def _fit_title(title: str, steps: tuple[tuple[int, int], ...]) -> Lines:
    return fit(title, width=WIDTH_PX - 2 * _MARGIN, steps=steps, weight=800)


def _write_title(pen: ImageDraw.ImageDraw, words: Lines, kicker: str, top: int) -> None:
    if kicker:
        face = font(_KICKER_SIZE, 700)
        text = shorten(kicker, face, WIDTH_PX - 2 * _MARGIN)
        write(pen, (_MARGIN, top + _KICKER_SIZE), text, face, _EMBER_TEXT)
        top += _KICKER_ROOM
    for number, line in enumerate(words.lines):
        baseline = top + number * words.line_height + round(words.font.size * 0.9)
        write(pen, (_MARGIN, baseline), line, words.font, _WHITE)


def _draw_foot(
    image: Image.Image, pen: ImageDraw.ImageDraw, brand: str, note: str, bottom: int
) -> None:
    """Draw the weld seam, and below it the mark, *brand* and, at the right, *note*."""
    line = bottom - _FOOT_ROOM
    pen.rectangle((_MARGIN, line, WIDTH_PX - _MARGIN, line + 1), fill=_STEEL_LINE)
    pen.rectangle((_MARGIN, line - 2, _MARGIN + 72, line + 4), fill=_EMBER)
    middle = line + _FOOT_ROOM // 2 + 2
    image.paste(_mark(), (_MARGIN, middle - _MARK // 2), _mark())
    note_face, brand_face = font(26, 500), font(30, 700)
    note_x = WIDTH_PX - _MARGIN - measure(note, note_face)
    brand_x = _MARGIN + _MARK + 18
    name = shorten(brand, brand_face, round(note_x - brand_x - 32))
    write(pen, (brand_x, middle + 11), name, brand_face, _WHITE)
    write(pen, (note_x, middle + 10), note, note_face, _SOFT)


def _cropped(photo: bytes, focus: tuple[int, int], height: int) -> Image.Image:
    """Return *photo* as wide as the card and *height* px high, cut round its focal point."""
    with Image.open(io.BytesIO(photo)) as source:
        image = source.convert("RGB")
    scale = max(WIDTH_PX / image.width, height / image.height)
    # The part that is shown, in the photo's own px.
    width, depth = WIDTH_PX / scale, height / scale
    left = min(max(image.width * focus[0] / 100 - width / 2, 0), image.width - width)
    top = min(max(image.height * focus[1] / 100 - depth * _FOCUS_AT, 0), image.height - depth)
    return image.resize(
        (WIDTH_PX, height),
        Image.Resampling.LANCZOS,
        box=(left, top, left + width, top + depth),
        reducing_gap=3.0,
    )


def _faded(image: Image.Image) -> Image.Image:
    """Return *image* with its lower edge fading into steel."""
    column = Image.new("L", (1, image.height))
    for y in range(image.height):
        share = max(1 - (image.height - 1 - y) / _FADE, 0.0)
        column.putpixel((0, y), round(255 * share * share * (3 - 2 * share)))
    steel = Image.new("RGB", image.size, _STEEL)
    return Image.composite(steel, image, column.resize(image.size))


@cache
def _ground() -> Image.Image:
    """Return what stands behind the words where there is no photo."""
    scale = OVERSAMPLING
    image = Image.new("RGB", (WIDTH_PX * scale, HEIGHT_PX * scale), _STEEL)
    _draw_lattice(image, scale)
    star = Transform(x=1010 * scale, y=236 * scale, scale=11 * scale)
    faint = {"#dbe6eb": "#24404f", "#8fa8b5": "#1a3342", "#f0641e": "#2f5163"}  # words cross it
    draw_onto(image, _recoloured("bintang", faint), star)
    skyline = Transform(
        y=(HEIGHT_PX - _SEAM - _SKYLINE * WIDTH_PX / 1100) * scale, scale=scale * WIDTH_PX / 1100
    )
    draw_onto(image, _recoloured("cakrawala", {"#10222f": "#2a4858"}), skyline)
    return image.reduce(scale)


def _draw_lattice(image: Image.Image, scale: int) -> None:
    """Draw the lattice of the masthead, from nothing at the left to its tenth of white at the right."""
    lines = Image.new("L", image.size)
    pen = ImageDraw.Draw(lines)
    for left in range(0, WIDTH_PX, 64):
        for top in range(-16, HEIGHT_PX, 64):
            for line in _LATTICE:
                points = [
                    ((left + x) * scale, (top + y) * scale)
                    for x, y in zip(line[::2], line[1::2], strict=True)
                ]
                pen.line(points, fill=26, width=scale)
    across = Image.linear_gradient("L").transpose(Image.Transpose.TRANSPOSE).resize(image.size)
    none = Image.new("L", image.size)
    image.paste(_WHITE, (0, 0), Image.composite(lines, none, across))


@cache
def _mark() -> Image.Image:
    scale = 4
    image = Image.new("RGBA", (_MARK * scale, _MARK * scale))
    half = _MARK * scale / 2
    draw_onto(image, read_drawing(_IMAGES / "bintang.svg"), Transform(half, half, half / 24))
    return image.reduce(scale)


def _recoloured(name: str, colours: dict[str, str]) -> ET.Element:
    drawing = read_drawing(_IMAGES / f"{name}.svg")
    for element in drawing.iter():
        if (fill := element.get("fill")) in colours:
            element.set("fill", colours[fill])
    return drawing


def _encoded(image: Image.Image) -> bytes:
    data = b""
    for quality in _QUALITIES:
        buffer = io.BytesIO()
        image.save(buffer, "JPEG", quality=quality, optimize=True, progressive=True)
        data = buffer.getvalue()
        if len(data) <= MAX_BYTES:
            break
    return data
