"""Words on share cards: what the font can draw, in lines that fit.

The font is the site's own file: variable in weight, Latin-1 and the usual punctuation.
"""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from django.conf import settings
from PIL import ImageDraw, ImageFont

_FONT = settings.BASE_DIR / "static/fonts/plus-jakarta-sans-latin-400-800.woff2"
_NO_CHARACTER: Final = "\uffff"  # never assigned, so every font draws its "missing" box
_ELLIPSIS: Final = "…"
_WORD_SPACE_EM: Final = 0.06  # added, as the headings of portal.css do
_MIN_SHARE: Final = 0.6  # how far lines of a title may be narrowed to be alike

Font = ImageFont.FreeTypeFont


@dataclass(frozen=True)
class Lines:
    """Text in lines, and the font in which they fit."""

    lines: list[str]
    font: Font

    @property
    def line_height(self) -> int:
        """Distance of the lines in px."""
        return round(self.font.size * 1.14)

    @property
    def height(self) -> int:
        """Height of all lines in px."""
        return self.line_height * len(self.lines)


@lru_cache(maxsize=32)
def font(size: int, weight: int) -> Font:
    """Return the site's font at *size* px and *weight* 400 to 800."""
    # Basic layout: whether the complex one is there depends on how Pillow was built.
    face = ImageFont.truetype(_FONT, size, layout_engine=ImageFont.Layout.BASIC)
    face.set_variation_by_axes([weight])
    return face


def drawable(text: str) -> str:
    """Return *text* without what the font lacks: letters lose a rare accent, emoji go."""
    shown = "".join(map(_drawable_character, unicodedata.normalize("NFC", text)))
    return " ".join(shown.split())


@lru_cache(maxsize=1024)
def _drawable_character(char: str) -> str:
    if char.isspace():
        return " "
    plain = unicodedata.normalize("NFKD", char)[0]
    return next((candidate for candidate in (char, plain) if _has_glyph(candidate)), "")


def _has_glyph(char: str) -> bool:
    face = font(32, 400)
    return bytes(face.getmask(char)) != bytes(face.getmask(_NO_CHARACTER))


def fit(text: str, *, width: int, steps: tuple[tuple[int, int], ...], weight: int) -> Lines:
    """Return *text* in the first of *steps*, (size in px, most lines), in which it has room.

    In the last, a word wider than *width* is broken, and what is too much ends in "…".
    """
    for size, max_lines in steps:
        face = font(size, weight)
        lines = _wrap(text, face, width)
        if len(lines) <= max_lines and all(measure(line, face) <= width for line in lines):
            return Lines(_balance(text, lines, face, width), face)
    size, max_lines = steps[-1]
    face = font(size, weight)
    lines = _wrap(_break_words(text, face, width), face, width)
    if len(lines) > max_lines:
        lines = [*lines[: max_lines - 1], shorten(" ".join(lines[max_lines - 1 :]), face, width)]
    return Lines(lines, face)


def shorten(text: str, face: Font, width: int) -> str:
    """Return *text*, cut with "…" where it is wider than *width*."""
    if measure(text, face) <= width:
        return text
    while text and measure(text + _ELLIPSIS, face) > width:
        text = text[:-1]
    return text.rstrip(" ,.;:–—-") + _ELLIPSIS


def measure(text: str, face: Font) -> float:
    """Return the width in px of *text* as :func:`write` sets it."""
    return face.getlength(text) + text.count(" ") * face.size * _WORD_SPACE_EM


def write(
    pen: ImageDraw.ImageDraw, at: tuple[float, float], text: str, face: Font, ink: str
) -> None:
    """Write *text* in one line, its baseline's left end *at*."""
    x, y = at
    for word in text.split(" "):
        pen.text((x, y), word, font=face, fill=ink, anchor="ls")
        x += measure(f"{word} ", face)


def _wrap(text: str, face: Font, width: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        if lines and measure(f"{lines[-1]} {word}", face) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _balance(text: str, lines: list[str], face: Font, width: int) -> list[str]:
    """Return *lines* narrowed while they stay as many: no last line of one short word."""
    for percent in range(98, round(_MIN_SHARE * 100), -2):
        narrower = _wrap(text, face, width * percent / 100)
        if len(narrower) > len(lines) or any(
            measure(line, face) > width * percent / 100 for line in narrower
        ):
            break
        lines = narrower
    return lines


def _break_words(text: str, face: Font, width: int) -> str:
    words: list[str] = []
    for word in text.split():
        piece = ""
        for char in word:
            if measure(piece + char, face) > width:
                words.append(piece)
                piece = ""
            piece += char
        words.append(piece)
    return " ".join(words)
