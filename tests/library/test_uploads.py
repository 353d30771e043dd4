"""What comes through the upload door, and what does not."""

import io
import struct
import zipfile
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from cilegon_portal.library import files, uploads
from cilegon_portal.library.models import Picture
from cilegon_portal.library.uploads import store_picture
from tests.library import images

pytestmark = pytest.mark.django_db

SECRETS = (b"GPS-RAHASIA", b"<script>", b"<?php", b"PK\x03\x04")


def _stored(picture: Picture) -> dict[str, bytes]:
    return {name: files.read(picture.file_path(name)) for name in picture.file_names()}


def _zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("x.php", "<?php system($_GET[0]);")
    return buffer.getvalue()


def _png_header(width: int, height: int) -> bytes:
    """Return a PNG that claims a size and holds almost nothing."""
    chunk = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = b"IDAT" + zlib.compress(b"\0" * 100)
    png = b"\x89PNG\r\n\x1a\n"
    for part in (chunk, data, b"IEND"):
        png += struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part))
    return png


def _gps_jpeg() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = "GPS-RAHASIA"
    exif.get_ifd(0x8825)[1] = "S"
    exif.get_ifd(0x8825)[2] = (6.0, 0.0, 54.0)
    return images.encoded(images.photo(), exif=exif, comment=b"GPS-RAHASIA <script>")


def _text_png() -> bytes:
    info = PngInfo()
    info.add_text("Comment", "GPS-RAHASIA <?php")
    info.add_text("XML:com.adobe.xmp", "GPS-RAHASIA", zip=False)
    return images.encoded(images.photo(400, 300, "RGBA"), "PNG", pnginfo=info)


REFUSED = {
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "type"),
    "html": (b"<!doctype html><script>alert(1)</script>", "type"),
    "html behind a GIF's first letters": (b"GIF89a/*<script>alert(1)</script>*/=0", "type"),
    "zip": (_zip(), "type"),
    "pdf": (images.pdf(), "type"),
    "bmp": (images.encoded(images.photo(20, 20), "BMP"), "type"),
    "tiff": (images.encoded(images.photo(20, 20), "TIFF"), "type"),
    "heic": (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 99, "heic"),
    "truncated jpeg": (images.jpeg()[:5000], "broken"),
    "truncated png": (images.encoded(images.noise(200, 200), "PNG")[:9000], "broken"),
    "bomb": (_png_header(12_000, 12_000), "pixels"),
    "greater bomb": (_png_header(60_000, 60_000), "pixels"),
    "nothing": (b"", "empty"),
}

POLYGLOTS = {
    "html in a comment": images.encoded(images.photo(), comment=b"<script>alert(1)</script>"),
    "php behind": images.jpeg() + b"<?php system($_GET[0]); ?>",
    "zip behind": images.jpeg() + _zip(),
    "script behind a gif": images.encoded(images.photo(64, 64), "GIF") + b"<script>x</script>",
    "exif with gps": _gps_jpeg(),
    "png text": _text_png(),
}


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_sound_photo_is_refused(data: bytes, code: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        store_picture(data, title="x")

    assert refusal.value.error_list[0].code == code
    assert not Picture.objects.exists()


@pytest.mark.parametrize("data", POLYGLOTS.values(), ids=POLYGLOTS)
def test_only_pixels_survive(data: bytes) -> None:
    assert any(secret in data for secret in SECRETS)

    picture = store_picture(data, title="x")

    for name, stored in _stored(picture).items():
        assert not any(secret in stored for secret in SECRETS), name
        with Image.open(io.BytesIO(stored)) as image:
            assert not image.getexif(), name
            assert not {"comment", "exif", "xmp", "icc_profile", "Comment"} & set(image.info), name


def test_too_many_bytes_are_refused_without_reading_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "PICTURE_MAX_BYTES", 1000)

    with pytest.raises(ValidationError, match="25 MB"):
        store_picture(ContentFile(images.jpeg()), title="x")


def test_iphone_owner_is_told_the_way_out() -> None:
    with pytest.raises(ValidationError, match="Paling Kompatibel"):
        store_picture(b"\0\0\0\x18ftypheic" + b"\0" * 99, title="x")


def test_sideways_photo_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the phone was held upright: turn by 90°

    picture = store_picture(images.encoded(images.photo(800, 400), exif=exif), title="x")

    assert (picture.width, picture.height) == (400, 800)
    with Image.open(io.BytesIO(files.read(picture.file_path("asli.jpg")))) as image:
        red, _, blue = image.getpixel((200, 50))  # type: ignore[misc]
        assert red > blue  # left has become top


@pytest.mark.parametrize(
    "image",
    [
        images.photo(400, 300, "CMYK"),
        images.photo(400, 300, "L"),
        images.photo(400, 300, "LA"),
        images.photo(400, 300, "P"),
        images.photo(400, 300, "1"),
    ],
    ids=lambda image: image.mode,
)
def test_every_colour_mode_becomes_plain_colour(image: Image.Image) -> None:
    image_format = "JPEG" if image.mode == "CMYK" else "PNG"

    picture = store_picture(images.encoded(image, image_format), title="x")

    with Image.open(io.BytesIO(files.read(picture.file_path("720.webp")))) as stored:
        assert stored.mode == "RGB"


def test_sixteen_bit_grey_keeps_its_tones() -> None:
    grey = Image.new("I;16", (64, 64), 32768)

    picture = store_picture(images.encoded(grey, "PNG"), title="x")

    with Image.open(io.BytesIO(files.read(picture.file_path("720.jpg")))) as stored:
        assert stored.convert("L").getpixel((32, 32)) == pytest.approx(128, abs=3)


def test_colour_profile_is_applied_and_dropped() -> None:
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()

    picture = store_picture(images.encoded(images.photo(), icc_profile=lab), title="x")

    assert b"ICC_PROFILE" not in files.read(picture.file_path("asli.jpg"))


def test_animated_gif_keeps_its_first_frame() -> None:
    frames = [images.photo(64, 64), images.photo(64, 64).rotate(90)]
    data = images.encoded(frames[0], "GIF", save_all=True, append_images=frames[1:])

    picture = store_picture(data, title="x")

    with Image.open(io.BytesIO(files.read(picture.file_path("720.webp")))) as stored:
        assert getattr(stored, "n_frames", 1) == 1


def test_see_through_picture_stays_so_and_has_white_paper_as_jpeg() -> None:
    picture = store_picture(
        images.encoded(Image.new("RGBA", (800, 400), (0, 0, 0, 0)), "PNG"), title="x"
    )

    assert picture.extension == "png"
    with Image.open(io.BytesIO(files.read(picture.file_path("720.webp")))) as webp:
        assert webp.mode == "RGBA"
    with Image.open(io.BytesIO(files.read(picture.file_path("720.jpg")))) as fallback:
        assert fallback.getpixel((5, 5)) == (255, 255, 255)


def test_files_are_as_wide_as_srcset_says() -> None:
    picture = store_picture(images.jpeg(500, 300), title="x")

    assert picture.srcset("webp") == (
        f"/media/gambar/{picture.token}/360.webp 360w, /media/gambar/{picture.token}/720.webp 500w"
    )
    with Image.open(io.BytesIO(files.read(picture.file_path("720.webp")))) as stored:
        assert stored.size == (500, 300)


def test_noisy_photo_keeps_to_sixty_kilobytes() -> None:
    crowd = Image.blend(images.photo(), images.noise(1600, 900), 0.25)

    picture = store_picture(images.encoded(crowd, quality=95), title="x")

    assert len(files.read(picture.file_path("720.webp"))) <= 60_000


def test_large_photo_is_kept_at_screen_size() -> None:
    picture = store_picture(images.jpeg(6000, 3000), title="x")

    assert (picture.width, picture.height) == (3840, 1920)


def test_failed_save_leaves_no_files() -> None:
    token = store_picture(images.jpeg(), title="pertama").token

    with pytest.raises(ValidationError):
        store_picture(images.jpeg(), title="x", caption="k" * 251)

    _, names = default_storage.listdir(f"gambar/{token}")
    assert len(names) == 9  # the original, three AVIF, three WebP, two JPEG; no part left over


def test_files_go_with_the_picture(django_capture_on_commit_callbacks: object) -> None:
    picture = store_picture(images.jpeg(), title="x")
    path = picture.file_path("720.webp")

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        picture.delete()

    with pytest.raises(FileNotFoundError):
        files.read(path)
