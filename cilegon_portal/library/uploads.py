"""What staff upload: decoded by allow-list, stripped, re-encoded, named by us.

Rule: docs/decisions/0006-pictures.md. A file that is also something else
(a page, a script, an archive) does not survive: only pixels are taken over. Every refusal
is a ValidationError in Indonesian that says what to do next.
"""

import hashlib
import io
import struct
from typing import TYPE_CHECKING, Any, Final

from django.core.exceptions import ValidationError
from django.core.files import File
from PIL import Image, ImageCms, ImageOps

from cilegon_portal.library import files, pdf, renditions
from cilegon_portal.library.models import Document, Picture

if TYPE_CHECKING:
    from cilegon_portal.accounts.models import User

PICTURE_MAX_BYTES: Final = 25 * 1024 * 1024
PICTURE_MAX_PIXELS: Final = 80_000_000  # a decoded picture takes 3 to 4 bytes of memory a pixel
ORIGINAL_MAX_PX: Final = 3840  # longest side kept: a full screen, or A4 in print
TITLE_MAX_CHARS: Final = 120
_FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF")
# What Pillow's decoders raise at hostile or broken bytes.
_BROKEN: Final = (
    OSError,
    ValueError,
    SyntaxError,
    TypeError,
    LookupError,
    EOFError,
    OverflowError,
    struct.error,
)
_HEIC_BRANDS: Final = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"}

_WRONG_TYPE = "Berkas ini bukan foto JPEG, PNG, WebP, atau GIF. Simpan ulang sebagai JPEG atau PNG, lalu unggah lagi."
_HEIC = (
    "Foto HEIC dari iPhone belum dapat dibuka. Di iPhone: Pengaturan → Kamera → Format → "
    "“Paling Kompatibel”, lalu potret ulang; atau kirim foto ini lewat WhatsApp atau surel "
    "(menjadi JPEG) dan unggah hasilnya."
)
_BROKEN_FILE = (
    "Foto ini rusak atau terpotong. Salin ulang dari ponsel atau kamera, lalu unggah lagi."
)
_TOO_MANY_PIXELS = "Ukuran foto melebihi 80 megapiksel. Perkecil dulu, misalnya menjadi 4000 piksel di sisi terpanjang."
_TOO_LARGE = "Berkas melebihi 25 MB. Perkecil fotonya, lalu unggah lagi."
_EMPTY = "Berkas ini kosong. Pilih ulang fotonya, lalu unggah lagi."


def store_picture(
    data: "bytes | File[Any]",
    *,
    title: str,
    alt_text: str = "",
    caption: str = "",
    credit: str = "",
    is_decorative: bool = False,
    uploaded_by: "User | None" = None,
) -> Picture:
    """Return a saved picture with all of its files. Raises ValidationError with what to do.

    The row comes last: a file without its row is unreachable, a row without its files
    would be a hole in a page.
    """
    raw = read_limited(data, PICTURE_MAX_BYTES, _TOO_LARGE)
    image = decode(raw)
    picture = Picture(
        title=" ".join(title.split())[:TITLE_MAX_CHARS],
        alt_text=alt_text,
        caption=caption,
        credit=credit,
        is_decorative=is_decorative,
        width=image.width,
        height=image.height,
        extension="png" if image.mode == "RGBA" else "jpg",
        digest=hashlib.sha256(raw).hexdigest(),
        uploaded_by=uploaded_by,
    )
    picture.full_clean()
    try:
        renditions.write_files(picture, image)
        picture.save()
    except BaseException:
        renditions.remove_files(picture)
        raise
    return picture


def store_document(
    data: "bytes | File[Any]", *, title: str, file_name: str, uploaded_by: "User | None" = None
) -> Document:
    """Return a saved PDF. Raises ValidationError with what to do."""
    raw = read_limited(data, pdf.MAX_BYTES, pdf.TOO_LARGE)
    pdf.validate(raw)
    document = Document(
        title=title,
        file_name=pdf.safe_name(file_name or title),
        size=len(raw),
        uploaded_by=uploaded_by,
    )
    document.full_clean()
    try:
        files.write(document.file_path(), raw)
        document.save()
    except BaseException:
        files.remove(document.file_path())
        raise
    return document


def decode(raw: bytes) -> Image.Image:
    """Return the upright picture in *raw* as bare sRGB pixels, RGB or (if it shows through) RGBA."""
    if raw[4:8] == b"ftyp" and raw[8:12] in _HEIC_BRANDS:
        raise ValidationError(_HEIC, code="heic")
    image = _opened(raw)
    if image.width * image.height > PICTURE_MAX_PIXELS:
        raise ValidationError(_TOO_MANY_PIXELS, code="pixels")
    try:
        # JPEG decodes straight to a half or a quarter where that is enough: less memory and time.
        image.draft(None, (ORIGINAL_MAX_PX, ORIGINAL_MAX_PX))
        image.load()
        upright = ImageOps.exif_transpose(image)
        pixels = _srgb(upright)
    except _BROKEN as error:
        raise ValidationError(_BROKEN_FILE, code="broken") from error
    pixels.thumbnail((ORIGINAL_MAX_PX, ORIGINAL_MAX_PX), Image.Resampling.LANCZOS)
    # GPS, comments, text chunks and profiles live here; Pillow would write them back.
    pixels.info = {}
    return pixels


def _opened(raw: bytes) -> Image.Image:
    try:
        return Image.open(io.BytesIO(raw), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ValidationError(_TOO_MANY_PIXELS, code="pixels") from error
    except _BROKEN as error:
        raise ValidationError(_WRONG_TYPE, code="type") from error


def _srgb(image: Image.Image) -> Image.Image:
    profile = image.info.get("icc_profile")
    if image.mode in {"I", "I;16", "I;16B", "I;16L", "F"}:
        image = _eight_bit(image)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        # Opaque after all (most phone screenshots): kept as JPEG, a tenth of the size.
        if image.getchannel("A").getextrema() == (255, 255):
            image = image.convert("RGB")
    target = "RGBA" if image.mode == "RGBA" else "RGB"
    if profile and image.mode in {"RGB", "RGBA", "CMYK", "L"}:
        image = _from_profile(image, profile, target)
    return image if image.mode == target else image.convert(target)


def _from_profile(image: Image.Image, profile: bytes, target: str) -> Image.Image:
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(
            image, source, ImageCms.createProfile("sRGB"), outputMode=target
        )
    except (ImageCms.PyCMSError, *_BROKEN):
        return image  # a wrong profile costs some colour, not the picture
    return converted or image


def _eight_bit(image: Image.Image) -> Image.Image:
    # Scans and some cameras store 16 bits of grey; convert() alone would clip all to white.
    return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")


def read_limited(data: "bytes | File[Any]", limit: int, message: str) -> bytes:
    """Return the bytes of *data*. Raises ValidationError: *message* past *limit* bytes, or empty."""
    if isinstance(data, bytes):
        raw = data
    else:
        # The size that the browser claims is not asked: one byte too many is enough to know.
        data.seek(0)
        raw = data.read(limit + 1)
    if len(raw) > limit:
        raise ValidationError(message, code="size")
    if not raw:
        raise ValidationError(_EMPTY, code="empty")
    return raw
