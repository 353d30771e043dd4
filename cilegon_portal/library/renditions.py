"""The files of a picture: the cleaned original and what phones download instead of it.

Rule and figures: docs/decisions/0006-pictures.md. Nothing here reads what a visitor sent;
:mod:`cilegon_portal.library.uploads` hands over an image that is already decoded and bare.
"""

import io
from typing import Final

from PIL import Image

from cilegon_portal.library import files
from cilegon_portal.library.models import FALLBACK_WIDTH_PX, Picture

# AVIF speed 8 costs a third of the CPU of speed 6 for some 5 % more bytes.
_AVIF_SPEED: Final = 8
_AVIF_QUALITY: Final = 52
_JPEG_QUALITY: Final = 78
_ORIGINAL_QUALITY: Final = 90
# Tried in turn until the file fits: grass, crowds and night noise need the lower ones.
_WEBP_QUALITIES: Final = (74, 62, 50, 38)
# Design guide §4 asks for 60 KB at 720 px; the others in proportion to their use.
_WEBP_BUDGET_BYTES: Final = {360: 25_000, 720: 60_000, 1200: 150_000}
_PAPER: Final = (255, 255, 255)  # behind a transparent picture where JPEG has none


def write_files(picture: Picture, image: Image.Image) -> None:
    """Write the original and every rendition of *picture* from *image* (RGB or RGBA, no metadata)."""
    original = _jpeg(image, _ORIGINAL_QUALITY) if picture.extension == "jpg" else _png(image)
    files.write(picture.file_path(picture.original_name), original)
    scaled = image
    # From the largest down: each step shrinks the one before, a fraction of the work.
    for step in reversed(picture.steps()):
        scaled = _scaled(scaled, *picture.size_at(step))
        files.write(picture.file_path(f"{step}.avif"), _avif(scaled))
        files.write(picture.file_path(f"{step}.webp"), _webp(scaled, _WEBP_BUDGET_BYTES[step]))
        if step >= FALLBACK_WIDTH_PX:
            files.write(picture.file_path(f"{step}.jpg"), _jpeg(scaled, _JPEG_QUALITY))


def remove_files(picture: Picture) -> None:
    """Delete every file of *picture*; those already gone are no error."""
    for name in picture.file_names():
        files.remove(picture.file_path(name))


def read_photo(picture: Picture) -> bytes:
    """Return the largest JPEG rendition, for share cards and feeds."""
    return files.read(picture.file_path(f"{picture.steps()[-1]}.jpg"))


def _scaled(image: Image.Image, width: int, height: int) -> Image.Image:
    if image.size == (width, height):
        return image
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _avif(image: Image.Image) -> bytes:
    return _encoded(image, "AVIF", quality=_AVIF_QUALITY, speed=_AVIF_SPEED)


def _webp(image: Image.Image, budget: int) -> bytes:
    data = b""
    for quality in _WEBP_QUALITIES:
        data = _encoded(image, "WEBP", quality=quality, method=4)
        if len(data) <= budget:
            break
    return data


def _jpeg(image: Image.Image, quality: int) -> bytes:
    if image.mode == "RGBA":
        paper = Image.new("RGB", image.size, _PAPER)
        paper.paste(image, mask=image.getchannel("A"))
        image = paper
    return _encoded(image, "JPEG", quality=quality, optimize=True, progressive=True)


def _png(image: Image.Image) -> bytes:
    return _encoded(image, "PNG", optimize=False)


def _encoded(image: Image.Image, image_format: str, **options: int) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, image_format, **options)
    return buffer.getvalue()
