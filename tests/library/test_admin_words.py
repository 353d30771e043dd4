"""No photo slips through without words; where it is used is told."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cilegon_portal.library.models import Picture
from cilegon_portal.publishing.models import Status
from news.models import Attachment
from tests.factories import make_article, make_page, make_picture, make_user
from tests.library import images

pytestmark = pytest.mark.django_db

LIST = "/admin/library/picture/"
UPLOAD = "/admin/library/picture/unggah/"
REFUSAL = "Tulis apa yang tampak di foto, atau centang “dekoratif”"


@pytest.fixture
def writer(client: Client) -> Client:
    """Return a client signed in as Penulis."""
    client.force_login(make_user("Penulis", is_staff=True))
    return client


def _photo(name: str = "apel.jpg") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, images.jpeg(400, 300))


def _rows(*pictures: Picture, **changes: str) -> dict[str, Any]:
    """Return what the list sends for *pictures*, newest first, with *changes* in the first row."""
    rows: dict[str, Any] = {
        "form-TOTAL_FORMS": len(pictures),
        "form-INITIAL_FORMS": len(pictures),
        "_save": "Simpan",
    }
    for number, picture in enumerate(pictures):
        for name in ("id", "title", "alt_text", "caption", "credit"):
            rows[f"form-{number}-{name}"] = getattr(picture, name)
    return rows | {f"form-0-{name}": value for name, value in changes.items()}


def test_dialog_stores_no_photo_without_words(writer: Client) -> None:
    response = writer.post(UPLOAD, {"files": _photo(), "alt": "  "})

    assert response.status_code == 400
    assert response.json()["errors"][0].startswith(REFUSAL)
    assert not Picture.objects.exists()


def test_dialog_stores_a_decorative_photo(writer: Client) -> None:
    writer.post(UPLOAD, {"files": _photo(), "alt": "Apel", "decorative": "on"})

    picture = Picture.objects.get()
    assert (picture.alt_text, picture.is_decorative) == ("", True)


def test_dialog_takes_one_photo_so_that_each_has_its_own_words(writer: Client) -> None:
    response = writer.post(UPLOAD, {"files": [_photo(), _photo("b.jpg")], "alt": "Apel"})

    assert response.json()["errors"][0].startswith("Satu foto sekali unggah di sini")
    assert not Picture.objects.exists()


def test_list_refuses_a_changed_row_without_words(writer: Client) -> None:
    picture = make_picture(title="apel")

    page = writer.post(LIST, _rows(picture, title="Apel pagi", alt_text="")).text

    picture.refresh_from_db()
    assert REFUSAL in page
    assert "Apel pagi" in page
    assert picture.title == "apel"


def test_photo_nobody_touched_does_not_hold_back_the_others(writer: Client) -> None:
    untouched, described = make_picture(alt_text=""), make_picture(alt_text="")

    response = writer.post(LIST, _rows(described, untouched, alt_text="Warga di pasar"))

    described.refresh_from_db()
    assert response.status_code == 302
    assert described.alt_text == "Warga di pasar"


def test_list_offers_the_decorative_box_in_each_row(writer: Client) -> None:
    make_picture()

    assert 'type="checkbox" name="form-0-is_decorative"' in writer.get(LIST).text


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("teks=kosong", ["bisu"]),
        ("teks=ada", ["berkata", "hiasan"]),
        ("dipakai=tidak", ["berkata"]),
        ("dipakai=ya", ["bisu", "hiasan"]),
    ],
)
def test_filters_find_what_needs_care(writer: Client, query: str, found: list[str]) -> None:
    silent = make_picture(title="bisu", alt_text="")
    make_picture(title="berkata")
    decorative = make_picture(title="hiasan", alt_text="", is_decorative=True)
    Attachment.objects.create(article=make_article(), picture=silent)
    make_page(body=f'<p><img src="/media/gambar/{decorative.token}/720.webp" alt=""></p>')

    shown = writer.get(f"{LIST}?{query}").context["cl"].result_list

    assert sorted(picture.title for picture in shown) == found


@pytest.mark.parametrize("place", ["main", "gallery", "text"])
def test_form_tells_where_a_photo_is_used(writer: Client, place: str) -> None:
    picture = make_picture()
    body = f'<p><img src="/media/gambar/{picture.token}/720.webp" alt="x"></p>'
    article = make_article(
        title="Apel Pagi",
        body=body if place == "text" else "<p>Isi.</p>",
        picture=picture if place == "main" else None,
    )
    if place == "gallery":
        Attachment.objects.create(article=article, picture=picture)

    page = writer.get(f"{LIST}{picture.pk}/change/").text

    assert f'<a href="/admin/news/article/{article.pk}/change/">Apel Pagi</a> · Terbit' in page


def test_form_keeps_another_writers_draft_to_itself(writer: Client) -> None:
    picture = make_picture()
    make_article(
        title="Rahasia Redaksi",
        status=Status.DRAFT,
        published_at=None,
        picture=picture,
        created_by=make_user("Penulis"),
    )

    page = writer.get(f"{LIST}{picture.pk}/change/").text

    assert "Rahasia Redaksi" not in page
    assert "1 tulisan yang tidak dapat Anda buka." in page


def test_form_says_when_a_photo_is_used_nowhere(writer: Client) -> None:
    page = writer.get(f"{LIST}{make_picture().pk}/change/").text

    assert "Belum dipakai di mana pun." in page


def test_deleting_names_the_article_of_a_gallery(client: Client) -> None:
    client.force_login(make_user("Pengelola Situs", is_staff=True))
    picture = make_picture(title="apel.jpg")
    Attachment.objects.create(article=make_article(title="Apel Pagi"), picture=picture)

    page = client.post(f"{LIST}{picture.pk}/delete/", {"post": "yes"}, follow=True).text

    assert "masih dipakai oleh “Apel Pagi”" in page


def test_when_no_photo_was_good_the_upload_page_comes_back(writer: Client) -> None:
    heic = SimpleUploadedFile("IMG_1.HEIC", b"\0\0\0\x18ftypheic" + b"\0" * 99)

    page = writer.post("/admin/library/picture/add/", {"files": heic}, follow=True)

    assert page.redirect_chain == [("/admin/library/picture/add/", 302)]
    assert "IMG_1.HEIC: Foto HEIC" in page.text


def test_form_shows_the_photo_for_its_focal_point(writer: Client) -> None:
    picture = make_picture()
    address = f"{LIST}{picture.pk}/change/"

    form = writer.get(address).text
    writer.post(address, {"title": "x", "alt_text": "Apel", "focal_x": 20, "focal_y": 75})

    picture.refresh_from_db()
    assert "data-focal-photo" in form
    assert (picture.focal_x, picture.focal_y) == (20, 75)
