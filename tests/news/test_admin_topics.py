"""Tags and categories in the admin: old addresses lead on."""

import pytest
from django.test import Client
from taggit.models import Tag

from cilegon_portal.publishing.models import SlugRedirect
from tests.factories import make_article, make_category, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client: Client) -> Client:
    client.force_login(make_user("Editor"))
    return client


def test_merged_tag_moves_its_articles_and_its_address_leads_on(editor: Client) -> None:
    one, both = make_article(tags=["Kebersihan"]), make_article(tags=["Kebersihan", "Bersih"])
    gone, stays = Tag.objects.get(name="Kebersihan"), Tag.objects.get(name="Bersih")
    chosen = {"action": "merge", "_selected_action": [gone.pk, stays.pk]}

    asked = editor.post("/admin/taggit/tag/", chosen)
    editor.post("/admin/taggit/tag/", chosen | {"tujuan": stays.pk})

    assert "Tag mana yang tetap?" in asked.text
    assert [tag.name for tag in one.tags.all()] == ["Bersih"]
    assert [tag.name for tag in both.tags.all()] == ["Bersih"]
    response = Client().get("/berita/tag/kebersihan/")
    assert (response.status_code, response["Location"]) == (301, "/berita/tag/bersih/")


def test_twice_merged_tag_leads_to_the_last(editor: Client) -> None:
    for name in ("Satu", "Dua", "Tiga"):
        make_article(tags=[name])
    one, two, three = (Tag.objects.get(name=name) for name in ("Satu", "Dua", "Tiga"))

    for gone, stays in ((one, two), (two, three)):
        chosen = {"action": "merge", "_selected_action": [gone.pk, stays.pk], "tujuan": stays.pk}
        editor.post("/admin/taggit/tag/", chosen)

    assert Client().get("/berita/tag/satu/")["Location"] == "/berita/tag/tiga/"


def test_writer_may_not_merge_tags(client: Client) -> None:
    make_article(tags=["Satu", "Dua"])
    client.force_login(make_user("Penulis"))
    one, two = Tag.objects.order_by("pk")

    client.post(
        "/admin/taggit/tag/",
        {"action": "merge", "_selected_action": [one.pk, two.pk], "tujuan": two.pk},
    )

    assert Tag.objects.count() == 2


def test_renamed_category_address_leads_on(editor: Client) -> None:
    category = make_category("Perhubungan")
    make_article(category=category)

    editor.post(
        f"/admin/news/category/{category.pk}/change/",
        {"name": "Transportasi", "slug": "transportasi", "description": "", "position": "10"},
    )

    response = Client().get("/berita/kategori/perhubungan/")
    assert (response.status_code, response["Location"]) == (301, "/berita/kategori/transportasi/")
    assert SlugRedirect.objects.count() == 1
