"""The register of regions: complete, and read-only but for other names."""

import pytest
from django.test import Client

from cilegon_portal.regions.models import Region
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_all_regions_are_loaded() -> None:
    assert (Region.objects.districts().count(), Region.objects.villages().count()) == (8, 43)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("36.72", "Kota Cilegon"),
        ("36.72.08", "Kecamatan Citangkil"),
        ("36.72.08.1007", "Kelurahan Citangkil"),
    ],
)
def test_region_is_named_with_its_level_once(code: str, words: str) -> None:
    assert str(Region.objects.get(pk=code)) == words


def test_only_other_names_are_saved(client: Client) -> None:
    client.force_login(make_user("Pengelola Situs"))
    region = Region.objects.districts()[0]

    client.post(
        f"/admin/regions/region/{region.pk}/change/", {"name": "Salah", "aliases": "Nama lama"}
    )

    saved = Region.objects.get(pk=region.pk)
    assert (saved.name, saved.aliases) == (region.name, "Nama lama")


@pytest.mark.parametrize("address", ["add/", "36.72.01/delete/"])
def test_regions_are_neither_added_nor_deleted(client: Client, address: str) -> None:
    client.force_login(make_user("Pengelola Situs"))

    assert client.get(f"/admin/regions/region/{address}").status_code == 403
