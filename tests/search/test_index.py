"""The index says what the database says, whichever door wrote it, and nothing hidden leaks."""

from datetime import timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from taggit.models import Tag

from agenda.catalogue import Audience, Venue
from agenda.events import Event
from cilegon_portal.office.models import Agency
from cilegon_portal.publishing.models import Status
from cilegon_portal.regions.models import Region
from news.models import Article
from news.tags import merge_tags
from tests.factories import make_activity, make_article, make_event, make_group, make_user
from tests.publishing.test_rule import HIDDEN
from tests.search.asking import found, heading

pytestmark = pytest.mark.django_db


def test_saving_again_changes_what_is_found(client: Client) -> None:
    article = make_article(title="Onthel")
    article.title = "Mangrove"
    article.save()

    assert found(client, "/cari/?q=onthel") == []
    assert found(client, "/cari/?q=mangrove") == ["Mangrove"]


def test_deleted_is_not_found(client: Client) -> None:
    make_article(title="Onthel Satu").delete()
    make_article(title="Onthel Dua")
    Article.objects.filter(title="Onthel Dua").delete()

    assert found(client, "/cari/?q=onthel") == []


def test_writes_in_bulk_are_followed(client: Client) -> None:
    shown = make_article(title="Onthel Satu")
    fresh = make_article(title="Contoh")
    fields = {"category": shown.category, "status": Status.PUBLISHED}
    Article.objects.bulk_create(
        Article(title=f"Baru {slug}", slug=slug, published_at=shown.published_at, **fields)
        for slug in ("mangrove", "melati")
    )
    fresh.title = "Kenanga"
    Article.objects.bulk_update([fresh], ["title"])
    Article.objects.filter(slug="melati").update(title="Angsana")

    assert found(client, "/cari/?q=mangrove") == ["Baru mangrove"]
    assert found(client, "/cari/?q=kenanga") == ["Kenanga"]
    assert found(client, "/cari/?q=melati") == []
    assert found(client, "/cari/?q=angsana") == ["Angsana"]

    Article.objects.filter(pk=shown.pk).update(status=Status.WITHDRAWN)

    assert found(client, "/cari/?q=onthel") == []


def test_what_is_rolled_back_is_not_found(client: Client) -> None:
    article = make_article(title="Onthel")
    with transaction.atomic():
        article.title = "Mangrove"
        article.save()
        transaction.set_rollback(True)

    assert found(client, "/cari/?q=onthel") == ["Onthel"]
    assert found(client, "/cari/?q=mangrove") == []


def test_tags_are_followed_when_changed_renamed_or_merged(client: Client) -> None:
    article = make_article(title="Kabar", tags=["onthel", "becak"])
    article.tags.remove("becak")
    assert found(client, "/cari/?q=becak") == []

    article.tags.set(["delman"])
    assert found(client, "/cari/?q=onthel") == []

    client.force_login(make_user("Editor", is_staff=True))
    tag = Tag.objects.get(name="delman")
    client.post(f"/admin/taggit/tag/{tag.pk}/change/", {"name": "Andong", "slug": tag.slug})
    assert found(client, "/cari/?q=andong") == ["Kabar"]

    merge_tags([tag], into=Tag.objects.create(name="Kereta", slug="kereta"))
    assert found(client, "/cari/?q=andong") == []
    assert found(client, "/cari/?q=kereta") == ["Kabar"]


def test_names_that_an_event_bears_are_followed(client: Client) -> None:
    venue = Venue.objects.create(name="Gedung Lama", address="Jalan Angsana")
    agency = Agency.objects.create(name="Dinas Lama", slug="dinas-lama")
    event = make_event(title="Jamuan", venue=venue, organiser=agency)
    client.force_login(make_user("Pengelola Situs", is_staff=True))
    forms = {
        f"/admin/agenda/venue/{venue.pk}/change/": {"name": "Gedung Kenanga", "address": ""},
        f"/admin/office/agency/{agency.pk}/change/": {"name": "Dinas Melati", "slug": agency.slug},
        f"/admin/agenda/eventtype/{event.event_type_id}/change/": {
            "name": "Flamboyan",
            "slug": event.event_type.slug,
            "colour": "selat",
            "position": 1,
            "default_audience": "terbuka",
        },
    }
    for path, form in forms.items():
        assert client.post(path, form).status_code == 302

    for word in ("kenanga", "melati", "flamboyan"):
        assert found(client, f"/cari/?q={word}") == ["Jamuan"]
    assert found(client, "/cari/?q=angsana") == []


def test_another_name_of_a_region_is_known_at_once(client: Client) -> None:
    make_article(title="Pasar di Gerogol")
    region = Region.objects.get(pk="36.72.06")
    assert found(client, "/cari/?q=angsana") == []
    client.force_login(make_user("Pengelola Situs", is_staff=True))

    client.post(f"/admin/regions/region/{region.pk}/change/", {"aliases": "Grogol, Angsana"})

    assert found(client, "/cari/?q=angsana") == ["Pasar di Gerogol"]


def test_scheduled_is_found_when_its_time_comes_and_until_it_ends(client: Client) -> None:
    now = timezone.now()
    article = make_article(title="Onthel", published_at=now + timedelta(hours=1))
    assert found(client, "/cari/?q=onthel") == []

    article.published_at = now - timedelta(hours=1)
    article.unpublish_at = now + timedelta(hours=1)
    article.save()
    assert found(client, "/cari/?q=onthel") == ["Onthel"]

    article.published_at = now - timedelta(hours=2)
    article.unpublish_at = now - timedelta(hours=1)
    article.save()
    assert found(client, "/cari/?q=onthel") == []


@pytest.mark.parametrize("order", ["", "&urut=terbaru"])
@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_hidden_is_neither_counted_nor_quoted_nor_paged(
    client: Client, fields: dict[str, object], order: str
) -> None:
    make_article(title="Onthel Tua")
    for number in range(11):
        make_article(title=f"Onthel Rahasia {number}", body="<p>Onthel rahasia.</p>", **fields)

    response = client.get(f"/cari/?q=onthel+rahasia{order}")

    assert [result.item.title for result in response.context["results"]] == ["Onthel Tua"]
    assert "Hasil yang mendekati" in response.text
    assert "halaman=2" not in response.text
    assert "<mark>" not in response.text


def test_public_is_counted_and_quoted(client: Client) -> None:
    make_article(title="Onthel Rahasia", body="<p>Onthel rahasia.</p>")

    text = client.get("/cari/?q=onthel+rahasia").text

    assert heading(client, "/cari/?q=onthel+rahasia") == "1 hasil"
    assert "<mark>rahasia</mark>" in text


def test_details_of_an_undangan_are_not_found(client: Client) -> None:
    details = {
        "summary": "Ringkasan rahasia.",
        "description": "<p>Keterangan rahasia.</p>",
        "internal_note": "Catatan rahasia.",
        "letter_number": "rahasia",
        "organiser_name": "Penyelenggara rahasia",
    }
    event = make_event(title="Jamuan", place="Pendopo", audience=Audience.INVITED, **details)

    assert found(client, "/cari/?q=rahasia") == []
    assert found(client, "/cari/?q=jamuan+pendopo") == ["Jamuan"]

    Event.objects.filter(pk=event.pk).update(audience=Audience.OPEN)

    assert found(client, "/cari/?q=ringkasan") == ["Jamuan"]


def test_private_contact_of_a_group_is_not_found(client: Client) -> None:
    make_group(name="KIM Melati", private_contact="rahasia", contact_email="rahasia@contoh.id")

    assert found(client, "/cari/?q=rahasia") == []
    assert found(client, "/cari/?q=melati") == ["KIM Melati"]


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_activities_are_as_hidden_as_their_group(client: Client, fields: dict[str, object]) -> None:
    group = make_group(name="KIM Melati")
    make_activity(group=group, title="Gowes Onthel")
    assert found(client, "/cari/?q=onthel") == ["Gowes Onthel"]

    for name, value in fields.items():
        setattr(group, name, value)
    group.save()

    assert client.get("/cari/?q=onthel").context["page"].items == []
