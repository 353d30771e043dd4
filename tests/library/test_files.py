"""Addresses of files: public exactly while something public uses them."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.db.models import Q
from django.test import Client

from cilegon_portal.library.models import Document, Picture
from cilegon_portal.library.uploads import store_document, store_picture
from cilegon_portal.library.usage import public_documents, public_pictures
from cilegon_portal.office.models import Page
from news.models import Article, Attachment
from tests.factories import make_article, make_page, make_user
from tests.library import images
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db


def _as_main(picture: Picture, **fields: Any) -> Article:
    return make_article(picture=picture, **fields)


def _figure(picture: Picture) -> str:
    return f'<figure><img src="/media/gambar/{picture.token}/720.webp" alt="x"></figure>'


def _in_body(picture: Picture, **fields: Any) -> Article:
    return make_article(body=_figure(picture), **fields)


def _in_evidence(picture: Picture, **fields: Any) -> Article:
    return make_article(evidence=_figure(picture), **fields)


def _in_page(picture: Picture, **fields: Any) -> Page:
    return make_page(body=_figure(picture), **fields)


def _in_gallery(picture: Picture, **fields: Any) -> Article:
    article = make_article(**fields)
    Attachment.objects.create(article=article, picture=picture)
    return article


USES = {
    "main picture": _as_main,
    "in the text": _in_body,
    "in the evidence": _in_evidence,
    "in the gallery": _in_gallery,
    "in a page of the office": _in_page,
}
Use = Callable[..., Article | Page]


@pytest.fixture
def picture() -> Picture:
    """Return a stored picture that nothing uses."""
    return store_picture(images.jpeg(), title="Alun-alun", alt_text="Warga di alun-alun")


@pytest.fixture
def document() -> Document:
    """Return a stored document that nothing offers."""
    return store_document(images.pdf(), title="Surat", file_name="surat.pdf")


@pytest.mark.parametrize("use", USES.values(), ids=USES)
def test_used_picture_is_public(client: Client, picture: Picture, use: Use) -> None:
    use(picture)

    response = client.get(f"/media/gambar/{picture.token}/720.webp")

    assert response.status_code == 200
    assert response["Content-Type"] == "image/webp"
    assert response["Cache-Control"] == "private, max-age=31536000, immutable"
    assert "sandbox" in response["Content-Security-Policy"]
    assert not response.cookies
    assert response.content.startswith(b"RIFF")


@pytest.mark.parametrize("use", USES.values(), ids=USES)
@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_picture_of_a_hidden_item_is_not_found(
    client: Client, picture: Picture, use: Use, fields: dict[str, Any]
) -> None:
    use(picture, **fields)

    assert client.get(f"/media/gambar/{picture.token}/720.webp").status_code == 404


@pytest.mark.parametrize("use", [_in_body, _in_evidence, _in_page])
def test_picture_taken_out_of_the_text_is_not_found(
    client: Client, picture: Picture, use: Use
) -> None:
    item = use(picture)
    item.body = "<p>Tanpa foto.</p>"
    if isinstance(item, Article):
        item.evidence = ""

    item.save()

    assert client.get(f"/media/gambar/{picture.token}/720.webp").status_code == 404


def test_unused_picture_is_for_staff_alone_and_never_stored(
    client: Client, picture: Picture
) -> None:
    address = f"/media/gambar/{picture.token}/360.webp"
    assert client.get(address).status_code == 404
    client.force_login(make_user())
    assert client.get(address).status_code == 404
    client.force_login(make_user("Penulis"))

    response = client.get(address)

    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"


def test_original_is_for_staff_alone(client: Client, picture: Picture) -> None:
    make_article(picture=picture)
    assert client.get(f"/media/gambar/{picture.token}/asli.jpg").status_code == 404
    client.force_login(make_user("Penulis"))

    assert client.get(f"/media/gambar/{picture.token}/asli.jpg").status_code == 200


@pytest.mark.parametrize(
    "name", ["721.webp", "360.jpg", "720.php", "..%2f..%2fportal.sqlite3", "720.webp%00", ".720"]
)
def test_other_names_are_not_found(client: Client, picture: Picture, name: str) -> None:
    make_article(picture=picture)

    assert client.get(f"/media/gambar/{picture.token}/{name}").status_code == 404


def test_picture_costs_one_query(
    client: Client, picture: Picture, django_assert_num_queries: Any
) -> None:
    make_article(picture=picture)

    with django_assert_num_queries(1):  # the picture with its uses
        client.get(f"/media/gambar/{picture.token}/720.avif")


def test_known_file_is_not_sent_again(client: Client, picture: Picture) -> None:
    make_article(picture=picture)
    address = f"/media/gambar/{picture.token}/720.jpg"
    etag = client.head(address)["ETag"]

    assert client.get(address, headers={"if-none-match": etag}).status_code == 304


def test_withdrawn_file_is_gone_even_for_those_who_know_it(
    client: Client, picture: Picture
) -> None:
    article = make_article(picture=picture)
    address = f"/media/gambar/{picture.token}/720.jpg"
    etag = client.head(address)["ETag"]
    Article.objects.filter(pk=article.pk).update(status="ditarik")

    assert client.get(address, headers={"if-none-match": etag}).status_code == 404


def test_web_server_sends_the_file_where_it_is_told_to(
    client: Client, picture: Picture, settings: Any
) -> None:
    settings.MEDIA_ACCEL_PREFIX = "/_media/"
    make_article(picture=picture)

    response = client.get(f"/media/gambar/{picture.token}/720.jpg")

    assert response["X-Accel-Redirect"] == f"/_media/gambar/{picture.token}/720.jpg"


def test_document_is_a_download(client: Client, document: Document) -> None:
    Attachment.objects.create(article=make_article(), document=document)

    response = client.get(document.get_absolute_url())

    assert response.status_code == 200
    assert response["Content-Disposition"] == 'attachment; filename="surat.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in response["Content-Security-Policy"]


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_document_of_a_hidden_article_is_not_found(
    client: Client, document: Document, fields: dict[str, Any]
) -> None:
    Attachment.objects.create(article=make_article(**fields), document=document)

    assert client.get(document.get_absolute_url()).status_code == 404


def test_article_shows_its_picture_in_three_formats(client: Client, picture: Picture) -> None:
    Picture.objects.filter(pk=picture.pk).update(focal_x=20, focal_y=75)
    make_article(slug="foto", picture=picture)

    page = client.get("/berita/foto/").text

    base = f"/media/gambar/{picture.token}"
    assert (
        f'<source type="image/avif" srcset="{base}/360.avif 360w, {base}/720.avif 720w, '
        f'{base}/1200.avif 1200w"' in page
    )
    assert (
        f'<img class="photo fx2 fy8" src="{base}/720.jpg" alt="Warga di alun-alun" '
        'width="1200" height="675" fetchpriority="high"' in page
    )


@pytest.mark.parametrize(
    ("model", "condition"), [(Picture, public_pictures), (Document, public_documents)]
)
def test_whether_a_file_is_public_is_found_by_index(
    model: type[Picture | Document], condition: Callable[[], Q]
) -> None:
    if connection.vendor == "postgresql":
        # It plans by the size of tables, empty here, and may gather what is public where that is little.
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
        refused = ["Seq Scan"]
    else:
        refused = ["SCAN", "LIST SUBQUERY"]  # the latter gathers all that is public

    plan = model._default_manager.filter(condition(), pk=1).explain()

    assert not [step for step in refused if step in plan]
