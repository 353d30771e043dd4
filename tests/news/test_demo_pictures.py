"""The illustrations of the demo articles: drawn, stored with their text, public with their article."""

import io

import pytest
from django.core.management import call_command
from django.test import Client
from PIL import Image

from cilegon_portal.library.models import Picture
from news.demo_drawing import FOLDER, draw
from news.demo_pictures import ILLUSTRATIONS
from news.models import Article


def test_drawing_has_the_size_of_a_photo_and_the_colours_of_its_file() -> None:
    image = Image.open(io.BytesIO(draw("onthel")))

    assert image.size == (1600, 900)
    assert image.getpixel((520, 590)) == (240, 100, 30)  # #f0641e, the frame at the rear hub
    assert image.getpixel((1290, 270)) == (255, 197, 49)  # #ffc531, the moon


def test_every_illustration_has_its_file_and_its_text() -> None:
    assert {file.stem for file in FOLDER.glob("*.svg")} == set(ILLUSTRATIONS)
    assert all(title and alt_text for title, alt_text in ILLUSTRATIONS.values())


@pytest.mark.django_db
def test_second_run_stores_no_picture_again() -> None:
    call_command("demo", "--force", verbosity=0)
    before = Picture.objects.count()

    call_command("demo", "--force", verbosity=0)

    assert before == len(ILLUSTRATIONS)
    assert Picture.objects.count() == before


@pytest.mark.django_db
def test_source_article_shows_its_illustration(client: Client) -> None:
    call_command("demo", "--force", verbosity=0)
    article = Article.objects.get(legacy_id=248)
    assert article.picture

    page = client.get(article.get_absolute_url())
    file = client.get(article.picture.rendition_url(720, "webp"))

    assert "Sepeda onthel dengan lampu menyala" in page.text
    assert "Ilustrasi: Portal Cilegon" in page.text
    assert file.status_code == 200
