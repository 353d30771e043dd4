"""The library in the admin: uploading, choosing, deleting."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cilegon_portal.library.models import Document, Picture
from tests.factories import make_article, make_page, make_picture, make_user
from tests.library import images

pytestmark = pytest.mark.django_db


def _file(name: str, data: bytes) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


@pytest.fixture
def writer(client: Client) -> Client:
    """Return a client signed in as Penulis."""
    client.force_login(make_user("Penulis", is_staff=True))
    return client


@pytest.fixture
def manager(client: Client) -> Client:
    """Return a client signed in as Pengelola Situs."""
    client.force_login(make_user("Pengelola Situs", is_staff=True))
    return client


def test_one_bad_photo_does_not_cost_the_good_ones(writer: Client) -> None:
    photos = [
        _file("apel.jpg", images.jpeg(400, 300)),
        _file("IMG_1.HEIC", b"\0\0\0\x18ftypheic" + b"\0" * 99),
        _file("pasar.jpg", images.jpeg(500, 300)),
    ]

    page = writer.post("/admin/library/picture/add/", {"files": photos}, follow=True)

    assert set(Picture.objects.values_list("title", flat=True)) == {"apel", "pasar"}
    assert "IMG_1.HEIC: Foto HEIC" in page.text


def test_same_photo_twice_is_told_and_kept(writer: Client) -> None:
    writer.post("/admin/library/picture/add/", {"files": _file("a.jpg", images.jpeg(400, 300))})

    page = writer.post(
        "/admin/library/picture/add/", {"files": _file("b.jpg", images.jpeg(400, 300))}, follow=True
    )

    assert "foto yang sama sudah ada di pustaka, “a”." in page.text
    assert Picture.objects.count() == 2


def test_upload_page_shows_a_field_for_several_files(writer: Client) -> None:
    assert 'type="file" name="files"' in writer.get("/admin/library/picture/add/").text
    assert "multiple" in writer.get("/admin/library/picture/add/").text


def test_picture_needs_words_or_the_mark(writer: Client) -> None:
    picture = make_picture()
    address = f"/admin/library/picture/{picture.pk}/change/"
    words = {"title": "x", "alt_text": "", "caption": "", "credit": "", "focal_x": 5, "focal_y": 5}

    assert "centang “dekoratif”" in writer.post(address, words).text
    assert writer.post(address, {**words, "is_decorative": "on"}).status_code == 302


def test_dialog_finds_pictures_by_their_words(writer: Client) -> None:
    make_picture(title="apel", caption="Lapangan Merdeka")
    make_picture(title="pasar")

    answer = writer.get("/admin/library/picture/pilih/?q=merdeka").json()

    assert [picture["title"] for picture in answer["pictures"]] == ["apel"]
    assert answer["next"] is None


def test_dialog_finds_one_by_its_number(writer: Client) -> None:
    picture, _ = make_picture(), make_picture()

    answer = writer.get(f"/admin/library/picture/pilih/?nomor={picture.pk}").json()

    assert [found["id"] for found in answer["pictures"]] == [picture.pk]


def test_dialog_pages_through_many(writer: Client) -> None:
    for _ in range(25):
        make_picture()

    assert writer.get("/admin/library/picture/pilih/").json()["next"] == 2
    assert len(writer.get("/admin/library/picture/pilih/?halaman=2").json()["pictures"]) == 1


def test_dialog_uploads_with_words(writer: Client) -> None:
    answer = writer.post(
        "/admin/library/picture/unggah/",
        {"files": _file("apel.jpg", images.jpeg(400, 300)), "alt": "Apel pagi"},
    ).json()

    picture = Picture.objects.get()
    assert answer["pictures"][0]["token"] == picture.token
    assert answer["pictures"][0]["src"] == f"/media/gambar/{picture.token}/720.webp"
    assert (picture.alt_text, picture.uploaded_by is None) == ("Apel pagi", False)


def test_dialog_names_a_bad_file(writer: Client) -> None:
    response = writer.post(
        "/admin/library/picture/unggah/", {"files": _file("x.svg", b"<svg/>"), "alt": "Peta"}
    )

    assert response.status_code == 400
    assert response.json()["errors"][0].startswith("x.svg: ")


@pytest.mark.parametrize("address", ["pilih/", "unggah/", "add/"])
def test_library_is_closed_without_permission(client: Client, address: str) -> None:
    client.force_login(make_user(is_staff=True))

    assert client.get(f"/admin/library/picture/{address}").status_code == 403


@pytest.mark.parametrize("address", ["pilih/", "unggah/", "add/"])
def test_library_is_closed_to_visitors(client: Client, address: str) -> None:
    assert client.get(f"/admin/library/picture/{address}").status_code == 302


def test_upload_without_its_token_is_refused() -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user("Penulis", is_staff=True))

    response = client.post(
        "/admin/library/picture/unggah/", {"files": _file("a.jpg", images.jpeg(40, 30))}
    )

    assert response.status_code == 403
    assert not Picture.objects.exists()


@pytest.mark.parametrize("place", ["main", "body", "evidence", "page"])
def test_used_picture_is_not_deleted(manager: Client, place: str) -> None:
    picture = make_picture(title="apel")
    html = f'<p><img src="/media/gambar/{picture.token}/720.webp" alt="x"></p>'
    if place == "page":
        make_page(title="Apel Pagi", body=html)
    else:
        make_article(
            title="Apel Pagi",
            body=html if place == "body" else "",
            evidence=html if place == "evidence" else "",
            picture=picture if place == "main" else None,
        )

    page = manager.post(
        f"/admin/library/picture/{picture.pk}/delete/", {"post": "yes"}, follow=True
    )

    assert "masih dipakai oleh “Apel Pagi”" in page.text
    assert Picture.objects.contains(picture)


def test_unused_picture_is_deleted_by_the_site_manager_alone(client: Client) -> None:
    picture = make_picture()
    address = f"/admin/library/picture/{picture.pk}/delete/"
    client.force_login(make_user("Penulis", is_staff=True))
    assert client.post(address, {"post": "yes"}).status_code == 403
    client.force_login(make_user("Pengelola Situs", is_staff=True))

    client.post(address, {"post": "yes"})

    assert not Picture.objects.exists()


def test_document_is_uploaded_once(writer: Client) -> None:
    writer.post(
        "/admin/library/document/add/",
        {"title": "Surat edaran", "file": _file("surat.pdf", images.pdf())},
    )

    document = Document.objects.get()
    assert (document.title, document.file_name) == ("Surat edaran", "surat.pdf")
    assert document.uploaded_by is not None


def test_bad_document_is_refused_with_the_way_out(writer: Client) -> None:
    page = writer.post(
        "/admin/library/document/add/", {"title": "x", "file": _file("x.pdf", b"<html>")}
    )

    assert "Berkas ini bukan PDF." in page.text
    assert not Document.objects.exists()
