"""Files that belong to an activity: public exactly while the activity and its group are."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from cilegon_portal.library.models import Picture
from cilegon_portal.library.uploads import store_picture
from cilegon_portal.publishing.models import Status
from community.activities import Activity
from community.cards import activity_card_path
from community.groups import Group
from tests.factories import make_activity, make_group, make_user
from tests.library import images
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db

Address = Callable[..., str]


def _photo() -> Picture:
    return store_picture(images.jpeg(800, 450), title="Foto", alt_text="Warga")


def _main_photo(group: Group, **fields: Any) -> str:
    picture = _photo()
    make_activity(group, picture=picture, **fields)
    return picture.rendition_url(720, "jpg")


def _other_photo(group: Group, **fields: Any) -> str:
    picture = _photo()
    make_activity(group, **fields).photos.create(picture=picture)
    return picture.rendition_url(360, "avif")


def _card(group: Group, **fields: Any) -> str:
    return activity_card_path(make_activity(group, **fields))


def _old_card(group: Group, **fields: Any) -> str:
    activity = make_activity(group, **fields)
    return f"/kim/{group.slug}/kegiatan/{activity.pk}/kartu-0000000000.jpg"


ADDRESSES: dict[str, Address] = {
    "main photo": _main_photo,
    "other photo": _other_photo,
    "share card": _card,
    "share card of another version": _old_card,
}


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_file_of_a_hidden_activity_is_not_sent(
    client: Client, fields: dict[str, Any], address: Address
) -> None:
    path = address(make_group(), **fields)

    assert client.get(path, follow=True).status_code in {404, 410}
    assert client.head(path, follow=True).status_code in {404, 410}


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_file_of_a_hidden_group_is_not_sent(
    client: Client, fields: dict[str, Any], address: Address
) -> None:
    assert client.get(address(make_group(**fields)), follow=True).status_code in {404, 410}


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_file_of_a_public_activity_is_sent(client: Client, address: Address) -> None:
    assert client.get(address(make_group()), follow=True).status_code == 200


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_file_of_a_draft_opens_for_officers_of_the_group_and_staff_alone(
    client: Client, address: Address
) -> None:
    colleague = make_user("Pengurus KIM")
    path = address(make_group(officers=[colleague]), status=Status.DRAFT)
    other = make_user("Pengurus KIM")
    make_group(officers=[other])

    for user, status in {colleague: 200, make_user("Petugas KIM"): 200, other: 404}.items():
        client.force_login(user)
        response = client.get(path, follow=True)
        assert response.status_code == status
        assert "no-store" in response["Cache-Control"] or status == 404


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES)
def test_file_that_was_kept_is_asked_for_in_vain_once_the_activity_is_withdrawn(
    client: Client, address: Address
) -> None:
    path = address(make_group())
    etag = client.get(path, follow=True)["ETag"]
    Activity.objects.update(status=Status.WITHDRAWN)

    response = client.get(path, headers={"if-none-match": etag}, follow=True)

    assert response.status_code in {404, 410}
