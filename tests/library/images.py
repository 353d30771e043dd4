"""Pictures and PDFs made in memory, good and hostile."""

import io
import random
from typing import Any

from PIL import Image


def photo(width: int = 1600, height: int = 900, mode: str = "RGB") -> Image.Image:
    """Return a picture with some structure: left half red, right half blue."""
    image = Image.new("RGB", (width, height), (200, 30, 30))
    image.paste((30, 30, 200), (width // 2, 0, width, height))
    return image.convert(mode)


def noise(width: int, height: int) -> Image.Image:
    """Return a picture that compresses badly, like grass or a crowd."""
    small = random.Random(248).randbytes(width * height * 3 // 16)  # noqa: S311 -- the same noise each time
    return Image.frombytes("RGB", (width // 4, height // 4), small).resize(
        (width, height), Image.Resampling.BICUBIC
    )


def encoded(image: Image.Image, image_format: str = "JPEG", **options: Any) -> bytes:
    """Return *image* as a file."""
    buffer = io.BytesIO()
    image.save(buffer, image_format, **options)
    return buffer.getvalue()


def jpeg(width: int = 1600, height: int = 900) -> bytes:
    """Return a plain photo."""
    return encoded(photo(width, height))


def pdf(*objects: bytes) -> bytes:
    """Return a small PDF with *objects* besides its page."""
    body = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
    body += b"2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n" + b"\n".join(objects)
    return body + b"\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n"
