"""Draw the illustrations of the demo articles (``demo_data/ilustrasi/*.svg``) as PNG."""

import io
from pathlib import Path
from typing import Final

from PIL import Image

from cilegon_portal.drawing import OVERSAMPLING, draw_onto, read_drawing
from cilegon_portal.outlines import Transform

FOLDER: Final = Path(__file__).parent / "demo_data" / "ilustrasi"
WIDTH_PX, HEIGHT_PX = 1200, 675
_VIEW_WIDTH: Final = 640  # every file's viewBox is 640 by 360
_SCALE: Final = WIDTH_PX * OVERSAMPLING / _VIEW_WIDTH


def draw(name: str) -> bytes:
    """Return the illustration *name* as a PNG of 1200×675 px."""
    image = Image.new("RGB", (WIDTH_PX * OVERSAMPLING, HEIGHT_PX * OVERSAMPLING))
    draw_onto(image, read_drawing(FOLDER / f"{name}.svg"), Transform(scale=_SCALE))
    file = io.BytesIO()
    image.reduce(OVERSAMPLING).save(file, "PNG", compress_level=1)
    return file.getvalue()
