"""The illustrations of the demo articles: drawn, stored with their text, public with their article."""

import io

import pytest
from django.test import Client
from PIL import Image

from cilegon_portal.library.models import Picture
from news.demo_drawing import FOLDER, draw
from news.demo_pictures import ILLUSTRATIONS, illustration
from tests.factories import make_article


def test_drawing_has_the_size_of_a_photo_and_the_colours_of_its_file() -> None:
    image = Image.open(io.BytesIO(draw("onthel")))

    assert image.size == (1200, 675)
    assert image.getpixel((390, 442)) == (240, 100, 30)  # #f0641e, the frame at the rear hub
    assert image.getpixel((967, 202)) == (255, 197, 49)  # #ffc531, the moon


def test_every_illustration_has_its_file_and_its_text() -> None:
    assert {file.stem for file in FOLDER.glob("*.svg")} == set(ILLUSTRATIONS)
    assert all(title and alt_text for title, alt_text in ILLUSTRATIONS.values())


@pytest.mark.parametrize("name", ILLUSTRATIONS)
def test_every_illustration_can_be_drawn(name: str) -> None:
    image = Image.open(io.BytesIO(draw(name)))

    colours = image.resize((64, 36)).getcolors(64 * 36)
    assert colours is not None
    assert len(colours) > 50  # more than a background


@pytest.mark.django_db
def test_illustration_is_stored_once_with_its_text(client: Client) -> None:
    picture = illustration("onthel")

    assert illustration("onthel") == picture
    assert Picture.objects.count() == 1
    make_article(picture=picture, slug="onthel")
    page = client.get("/berita/onthel/")
    assert "Sepeda onthel dengan lampu menyala" in page.text
    assert "Ilustrasi: Portal Cilegon" in page.text
    assert client.get(picture.rendition_url(720, "webp")).status_code == 200
