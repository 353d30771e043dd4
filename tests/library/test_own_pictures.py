"""Who may not use any picture uses the own ones: no door of the library tells of another's."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cilegon_portal.library.models import Picture
from cilegon_portal.library.uploads import store_picture
from tests.factories import make_article, make_picture, make_user
from tests.library import images

pytestmark = pytest.mark.django_db

LIBRARY = "/admin/library/picture/"


@pytest.fixture
def officer(client: Client) -> Client:
    client.force_login(make_user("Pengurus KIM", username="pengurus"))
    return client


def _own(client: Client, **fields: object) -> Picture:
    return make_picture(uploaded_by_id=client.session["_auth_user_id"], **fields)


def _stored() -> Picture:
    return store_picture(images.jpeg(400, 300), title="Rahasia", alt_text="Rahasia")


def _numbers(client: Client, query: str = "") -> list[int]:
    answer = client.get(f"{LIBRARY}pilih/{query}").json()
    return [picture["id"] for picture in answer["pictures"]]


def test_dialog_offers_own_pictures_alone(officer: Client) -> None:
    other, own = make_picture(title="Rahasia"), _own(officer)

    assert _numbers(officer) == [own.pk]
    assert _numbers(officer, "?q=Rahasia") == []
    assert _numbers(officer, f"?nomor={other.pk}") == []


def test_what_the_dialog_uploads_is_own(officer: Client) -> None:
    photo = SimpleUploadedFile("rapat.jpg", images.jpeg(400, 300))

    answer = officer.post(f"{LIBRARY}unggah/", {"files": photo, "alt": "Rapat warga"}).json()

    assert _numbers(officer) == [answer["pictures"][0]["id"]]


def test_upload_does_not_name_the_same_photo_of_another(officer: Client) -> None:
    _stored()
    photo = SimpleUploadedFile("rapat.jpg", images.jpeg(400, 300))

    answer = officer.post(f"{LIBRARY}unggah/", {"files": photo, "alt": "Rapat warga"}).json()

    assert answer["warnings"] == []


DOORS: dict[str, Callable[[Picture], str]] = {
    "list": lambda _: LIBRARY,
    "search": lambda _: f"{LIBRARY}?q=tersembunyi",
    "list as raw id": lambda _: f"{LIBRARY}?_popup=1",
    "filter": lambda _: f"{LIBRARY}?dipakai=ya",
    "form": lambda picture: f"{LIBRARY}{picture.pk}/change/",
    "history": lambda picture: f"{LIBRARY}{picture.pk}/history/",
    "deletion": lambda picture: f"{LIBRARY}{picture.pk}/delete/",
}


@pytest.mark.parametrize("door", DOORS.values(), ids=DOORS)
def test_picture_of_another_is_not_told_of(officer: Client, door: Callable[[Picture], str]) -> None:
    editor = make_user("Editor", full_name="Rahasia Dua")
    other = make_picture(title="Rahasia", caption="Yang tersembunyi", uploaded_by=editor)
    make_article(title="Rahasia Tiga", picture=other)

    assert "Rahasia" not in officer.get(door(other), follow=True).text


def test_words_of_another_s_picture_stay(officer: Client) -> None:
    other = make_picture(title="Milik Lain")
    words = {"title": "Curian", "alt_text": "x", "focal_x": 5, "focal_y": 5}

    officer.post(f"{LIBRARY}{other.pk}/change/", words)
    officer.post(
        LIBRARY,
        {
            "form-TOTAL_FORMS": 1,
            "form-INITIAL_FORMS": 1,
            "form-0-id": other.pk,
            **{f"form-0-{name}": value for name, value in words.items()},
            "_save": "Simpan",
        },
    )

    other.refresh_from_db()
    assert other.title == "Milik Lain"


@pytest.mark.parametrize("name", ["360.webp", "asli.jpg"])
def test_file_that_is_not_public_opens_for_its_uploader_and_staff(
    client: Client, name: str
) -> None:
    uploader = make_user("Pengurus KIM")
    picture = _stored()
    picture.uploaded_by = uploader
    picture.save()
    address = f"/media/gambar/{picture.token}/{name}"

    expected = {uploader: 200, make_user("Pengurus KIM"): 404, make_user("Editor"): 200}
    for user, status in expected.items():
        client.force_login(user)
        assert client.get(address).status_code == status
    uploader.groups.clear()
    client.force_login(uploader)
    assert client.get(address).status_code == 404


def test_own_picture_is_described_by_its_uploader(officer: Client) -> None:
    own = _own(officer)

    officer.post(
        f"{LIBRARY}{own.pk}/change/",
        {"title": "Rapat", "alt_text": "Warga duduk melingkar", "focal_x": 5, "focal_y": 5},
    )

    own.refresh_from_db()
    assert own.alt_text == "Warga duduk melingkar"
