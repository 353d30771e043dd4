"""The page of an activity, its list, and where else the public meets it."""

import json
import re
from datetime import date, time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.publishing.models import Status
from cilegon_portal.publishing.slugs import leave_redirect
from community.activities import Activity
from tests.factories import make_activity, make_group, make_picture, make_user
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db


def _machine(page: str) -> Any:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert found is not None
    return json.loads(found[1])["@graph"][1]


@pytest.mark.parametrize("group", [{}, *HIDDEN.values()], ids=["group public", *HIDDEN])
@pytest.mark.parametrize("fields", [{}, *HIDDEN.values()], ids=["public", *HIDDEN])
def test_instance_and_queryset_agree_on_the_rule(
    fields: dict[str, Any], group: dict[str, Any]
) -> None:
    activity = make_activity(make_group(**group), **fields)

    assert activity.is_public() == (not fields and not group)
    assert Activity.objects.published().contains(activity) == activity.is_public()


def test_page_tells_when_where_what_and_with_whom(client: Client) -> None:
    activity = make_activity(
        make_group(name="KIM Citangkil"),
        title="Latihan Cek Fakta",
        held_on=date(2026, 10, 2),
        start_time=time(13),
        place="Kantor Kelurahan",
        description="Baris satu.\n\nWarga <b>berlatih</b>.",
        has_networking=True,
        participant_count=24,
    )
    activity.partners.add(make_group(name="KIM Masigit"))
    activity.partners.add(make_group(name="KIM Rahasia", status=Status.DRAFT))

    page = client.get(activity.get_absolute_url()).text

    for words in (
        "Jumat, 2 Oktober 2026 · 13.00 WIB",
        "Kantor Kelurahan, Kelurahan Citangkil",
        "<p>Warga &lt;b&gt;berlatih&lt;/b&gt;.</p>",
        "Diskusi, Networking",
        "24 orang",
        "KIM Masigit",
        "Bagikan kegiatan ini",
    ):
        assert words in page
    assert "Rahasia" not in page


def test_machines_read_an_event_of_the_group(client: Client) -> None:
    activity = make_activity(
        make_group(name="KIM Citangkil"),
        held_on=date(2026, 10, 2),
        start_time=time(13),
        picture=make_picture(),
    )

    event = _machine(client.get(activity.get_absolute_url()).text)

    assert event["@type"] == "Event"
    assert event["startDate"] == "2026-10-02T13:00:00+07:00"
    assert event["organizer"]["name"] == "KIM Citangkil"
    assert len(event["image"]) == 2


def test_activity_without_an_hour_has_a_day(client: Client) -> None:
    activity = make_activity(held_on=date(2026, 10, 2))

    page = client.get(activity.get_absolute_url()).text

    assert _machine(page)["startDate"] == "2026-10-02"
    assert "Jumat, 2 Oktober 2026</time>" in page


def test_it_has_a_share_card(client: Client) -> None:
    activity = make_activity()
    page = client.get(activity.get_absolute_url()).text

    card = re.search(r'property="og:image" content="[^"]*(/kim/[^"]+/kartu-[^"]+\.jpg)"', page)

    assert card is not None
    assert client.get(card[1]).content.startswith(b"\xff\xd8\xff")


def test_former_name_of_the_group_leads_on(client: Client) -> None:
    group = make_group(slug="lama")
    activity = make_activity(group)
    group.slug = "baru"
    group.save()
    leave_redirect(group, "lama")

    for path, target in {
        f"/kim/lama/kegiatan/{activity.pk}/": f"/kim/baru/kegiatan/{activity.pk}/",
        "/kim/lama/kegiatan/": "/kim/baru/kegiatan/",
    }.items():
        response = client.get(path)
        assert (response.status_code, response["Location"]) == (301, target)


@pytest.mark.parametrize("number", ["0", "99999", "9" * 40])
def test_number_that_leads_nowhere_is_not_found(client: Client, number: str) -> None:
    make_group(slug="induk")

    assert client.get(f"/kim/induk/kegiatan/{number}/").status_code == 404


def test_what_was_public_once_is_gone(client: Client) -> None:
    activity = make_activity()
    activity.status = Status.WITHDRAWN
    activity.save()

    assert client.get(activity.get_absolute_url()).status_code == 410


def test_what_only_a_hidden_group_kept_back_was_never_there(client: Client) -> None:
    activity = make_activity(make_group(status=Status.DRAFT))

    assert client.get(activity.get_absolute_url()).status_code == 404


def test_officer_previews_and_no_cache_keeps_it(client: Client) -> None:
    officer = make_user("Pengurus KIM")
    activity = make_activity(make_group(officers=[officer]), status=Status.DRAFT)
    client.force_login(officer)

    response = client.get(activity.get_absolute_url())

    assert "Pratinjau: Draf." in response.text
    assert "no-store" in response["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in response.text
    assert "Bagikan kegiatan ini" not in response.text


def test_preview_says_when_only_the_group_is_hidden(client: Client) -> None:
    client.force_login(make_user("Petugas KIM"))
    activity = make_activity(make_group(status=Status.DRAFT))

    assert "Terbit, tetapi KIM-nya belum tampil" in client.get(activity.get_absolute_url()).text


def test_group_shows_the_latest_and_its_list_all(client: Client) -> None:
    group = make_group(slug="induk")
    for number in range(12):
        day = timezone.localdate() - timedelta(days=number + 1)
        make_activity(group, title=f"Kegiatan ke-{number:02}.", held_on=day)

    profile = client.get("/kim/induk/").text
    first, second = client.get("/kim/induk/kegiatan/"), client.get("/kim/induk/kegiatan/?halaman=2")

    assert re.findall(r"Kegiatan ke-(\d\d)", profile) == ["00", "01", "02", "03", "04"]
    assert 'href="/kim/induk/kegiatan/"' in profile
    assert len(first.context["page"].items) == 10
    assert re.findall(r"Kegiatan ke-(\d\d)", second.text) == ["10", "11"]
    assert client.get("/kim/induk/kegiatan/?halaman=3").status_code == 404
    assert client.get("/kim/induk/kegiatan/?halaman=1")["Location"] == "/kim/induk/kegiatan/"


def test_group_that_did_nothing_has_no_list(client: Client) -> None:
    make_group(slug="induk")

    assert client.get("/kim/induk/kegiatan/").status_code == 404
    assert "kegiatan/" not in client.get("/kim/induk/").text


@pytest.mark.parametrize("count", [1, 30])
def test_queries_do_not_grow_with_the_activities(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    group = make_group()
    activity = make_activity(group, picture=make_picture(), region=group.region)
    for _ in range(count):
        make_activity(group, picture=make_picture())
        activity.photos.create(picture=make_picture())
        activity.partners.add(make_group())
    client.get("/kim/")

    with django_assert_num_queries(4):  # activity, photos, partners, others
        client.get(activity.get_absolute_url())
    with django_assert_num_queries(2):  # group, activities
        client.get(f"{group.get_absolute_url()}kegiatan/")
