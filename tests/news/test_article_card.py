"""The share card of an article: what chat programs show of its address."""

import io
import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from PIL import Image

from cilegon_portal.library import files
from cilegon_portal.library.models import Picture
from cilegon_portal.library.uploads import store_picture
from cilegon_portal.office.models import SiteProfile
from cilegon_portal.publishing.models import Status
from cilegon_portal.publishing.slugs import leave_redirect
from news.models import Article, Kind, Verdict
from tests.factories import make_article, make_category, make_user
from tests.library import images

pytestmark = pytest.mark.django_db

MAX_BYTES = 300_000
HOST = "http://localhost:8000"


def _head(client: Client, article: Article) -> dict[str, str]:
    page = client.get(f"/berita/{article.slug}/").text
    return dict(re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">', page))


def _path(client: Client, article: Article) -> str:
    return _head(client, article)["og:image"].removeprefix(HOST)


def _card(client: Client, article: Article) -> Image.Image:
    response = client.get(_path(client, article))
    assert response.status_code == 200
    assert response["Content-Type"] == "image/jpeg"
    assert len(response.content) <= MAX_BYTES
    image = Image.open(io.BytesIO(response.content))
    assert (image.format, image.size) == ("JPEG", (1200, 630))
    return image.convert("RGB")


def _picture(image: Image.Image, **fields: Any) -> Picture:
    return store_picture(images.encoded(image), title="Foto", alt_text="Warga", **fields)


def _is_near(pixel: Any, colour: tuple[int, int, int]) -> bool:
    return all(abs(value - wanted) < 40 for value, wanted in zip(pixel, colour, strict=True))


def test_article_names_its_card_with_size_type_and_words(client: Client) -> None:
    article = make_article(title="Onthel", picture=_picture(images.photo()))

    head = _head(client, article)

    assert re.fullmatch(HOST + r"/berita/onthel/kartu-[0-9a-f]{10}\.jpg", head["og:image"])
    assert head["twitter:image"] == head["og:image"]
    assert (head["og:image:width"], head["og:image:height"]) == ("1200", "630")
    assert head["og:image:type"] == "image/jpeg"
    assert head["og:image:alt"] == "Onthel. Gambar: Warga"
    assert head["twitter:card"] == "summary_large_image"


def test_structured_data_names_photo_and_card(client: Client) -> None:
    picture = _picture(images.photo())
    article = make_article(slug="onthel", picture=picture)

    page = client.get("/berita/onthel/").text

    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert block is not None
    named = json.loads(block[1])["@graph"][0]["image"]
    assert named == [
        f"{HOST}/media/gambar/{picture.token}/1200.jpg",
        HOST + _path(client, article),
    ]
    assert {client.get(address.removeprefix(HOST)).status_code for address in named} == {200}


def test_card_may_be_kept_by_the_reader_alone_and_sets_no_cookie(client: Client) -> None:
    response = client.get(_path(client, make_article()))

    assert response["Cache-Control"] == "private, max-age=31536000, immutable"
    assert not response.cookies


@pytest.mark.parametrize("with_photo", [True, False])
@pytest.mark.parametrize(
    "title",
    [
        "Apel",
        "M" * 120,
        "",
        "🚲" * 60,
        "日本語の題名",
        "kata " * 24,
        "Žarko Čilegon – €5",
        "ﷺ\u0301",
    ],
)
def test_any_title_has_a_card(client: Client, title: str, *, with_photo: bool) -> None:
    picture = _picture(images.photo(1200, 700)) if with_photo else None

    _card(client, make_article(title=title, slug="judul-uji", picture=picture))


def test_card_of_the_busiest_photo_stays_light(client: Client) -> None:
    _card(client, make_article(picture=_picture(images.noise(1600, 900))))


def test_card_shows_the_photo(client: Client) -> None:
    image = _card(client, make_article(picture=_picture(images.photo())))

    assert _is_near(image.getpixel((100, 40)), (200, 30, 30))
    assert _is_near(image.getpixel((1100, 40)), (30, 30, 200))


@pytest.mark.parametrize(("focal_y", "colour"), [(5, (200, 30, 30)), (95, (30, 30, 200))])
def test_card_is_cut_round_the_focal_point(
    client: Client, focal_y: int, colour: tuple[int, int, int]
) -> None:
    upright = images.photo(1600, 900).rotate(-90, expand=True)  # red above, blue below
    picture = _picture(upright)
    Picture.objects.filter(pk=picture.pk).update(focal_y=focal_y)
    picture.refresh_from_db()

    image = _card(client, make_article(picture=picture))

    assert _is_near(image.getpixel((600, 40)), colour)


def test_words_stand_on_dark_ground_whatever_the_photo(client: Client) -> None:
    white = _picture(Image.new("RGB", (1600, 900), "white"))

    image = _card(client, make_article(title="Judul " * 19, picture=white))

    # Left of the words, from the topic to the site's name, white has 12:1 and more.
    assert all(max(image.getpixel((30, y))) < 70 for y in range(320, 610))  # type: ignore[arg-type]
    assert _is_near(image.getpixel((30, 120)), (255, 255, 255))


def test_small_photo_is_not_blown_up(client: Client) -> None:
    image = _card(client, make_article(picture=_picture(images.photo(500, 300))))

    assert not _is_near(image.getpixel((100, 40)), (200, 30, 30))


def test_card_does_without_a_photo_whose_file_is_lost(client: Client) -> None:
    picture = _picture(images.photo())
    files.remove(picture.file_path("1200.jpg"))

    _card(client, make_article(picture=picture))


def test_card_is_drawn_once(client: Client) -> None:
    picture = _picture(images.photo())
    path = _path(client, make_article(picture=picture))
    first = client.get(path).content
    files.remove(picture.file_path("1200.jpg"))

    assert client.get(path).content == first


def test_card_costs_one_query(client: Client, django_assert_num_queries: Any) -> None:
    path = _path(client, make_article(picture=_picture(images.photo())))

    with django_assert_num_queries(1):  # the article with category and picture
        client.get(path)


CHANGES: dict[str, dict[str, Any]] = {
    "title": {"title": "Judul baru"},
    "day": {"published_at": datetime(2019, 9, 21, 17, 30, tzinfo=UTC)},
    "kind and verdict": {"kind": Kind.CLARIFICATION, "verdict": Verdict.HOAX},
}


@pytest.mark.parametrize("fields", CHANGES.values(), ids=CHANGES)
def test_address_of_the_card_changes_with_what_it_shows(
    client: Client, fields: dict[str, Any]
) -> None:
    article = make_article(
        title="Judul lama", published_at=datetime(2019, 9, 21, 12, 30, tzinfo=UTC)
    )
    old = _path(client, article)
    Article.objects.filter(pk=article.pk).update(**fields)

    current = _path(client, article)

    assert current != old
    moved = client.get(old)
    assert (moved.status_code, moved["Location"]) == (301, current)
    # A title may be changed back: no browser may hold on to the redirect.
    assert moved["Cache-Control"] == "no-cache"


def test_address_of_the_card_changes_with_photo_topic_and_site(client: Client) -> None:
    picture = _picture(images.photo())
    category = make_category("KIM")
    article = make_article(category=category, picture=picture)
    seen = [_path(client, article)]

    picture.focal_x = 20
    picture.save()
    seen.append(_path(client, article))
    category.name = "Komunitas"
    category.save()
    seen.append(_path(client, article))
    profile = SiteProfile.load()
    profile.site_name = "Portal Kota Cilegon"
    profile.save()
    seen.append(_path(client, article))

    assert len(set(seen)) == len(seen)


def test_address_of_the_card_stays_when_only_the_text_changes(client: Client) -> None:
    article = make_article()
    path = _path(client, article)
    article.body = "<p>Lebih lengkap.</p>"
    article.save()

    assert _path(client, article) == path


def test_former_address_leads_to_the_card(client: Client) -> None:
    article = make_article(slug="baru")
    leave_redirect(article, "lama")
    path = _path(client, article)

    response = client.get(path.replace("baru", "lama"))

    assert (response.status_code, response["Location"]) == (301, path)


def test_card_of_what_was_public_once_is_gone(client: Client) -> None:
    article = make_article()
    path = _path(client, article)
    assert client.get(path).status_code == 200
    article.status = Status.WITHDRAWN
    article.save()

    assert client.get(path).status_code == 410


def test_author_sees_the_card_of_a_draft_and_no_cache_keeps_it(client: Client) -> None:
    author = make_user("Penulis")
    client.force_login(author)
    path = _path(client, make_article(created_by=author, status=Status.DRAFT))

    response = client.get(path)

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert Client().get(path).status_code == 404
