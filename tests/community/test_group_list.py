"""The directory: search, filters, badges, pages."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.office.models import KimMeaning, SiteProfile
from community.groups import ActivityStatus, Level
from tests.factories import make_board, make_group

pytestmark = pytest.mark.django_db


def _names(client: Client, path: str) -> list[str]:
    return [group.name for group in client.get(path).context["page"].items]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["KIM Gerem", "KIM Masigit", "RW 03 Citangkil"]),
        ("q=masigit", ["KIM Masigit"]),
        ("q=MASI+kim", ["KIM Masigit"]),
        ("q=grogol", ["KIM Gerem"]),
        ("kecamatan=gerogol", ["KIM Gerem"]),
        ("kecamatan=jombang&tingkat=kelurahan", ["KIM Masigit"]),
        ("tingkat=rw", ["RW 03 Citangkil"]),
        ("q=masigit&tingkat=rw", []),
    ],
)
def test_directory_is_searched_and_filtered(client: Client, query: str, found: list[str]) -> None:
    make_group(name="KIM Masigit", region="36.72.05.1003")
    make_group(name="KIM Gerem", region="36.72.06.1004")
    make_group(name="RW 03 Citangkil", level=Level.NEIGHBOURHOOD)

    assert _names(client, f"/kim/?{query}" if query else "/kim/") == found


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ("kecamatan=serang", "Kecamatan itu tidak ada di Kota Cilegon."),
        ("tingkat=provinsi", "Tingkat itu tidak dikenal."),
        ("q=https://gacor.example", "Pencarian memakai kata"),
    ],
)
def test_what_cannot_be_read_is_told(client: Client, query: str, problem: str) -> None:
    response = client.get(f"/kim/?{query}")

    assert response.status_code == 400
    assert problem in response.text
    assert "gacor" not in response.text


def test_empty_fields_of_the_form_lead_to_the_short_address(client: Client) -> None:
    response = client.get("/kim/?q=&kecamatan=jombang&tingkat=")

    assert response.status_code == 301
    assert response["Location"] == "/kim/?kecamatan=jombang"


def test_directory_counts_what_is_public(client: Client) -> None:
    make_board(make_group())
    make_group(region="36.72.05.1003")

    page = client.get("/kim/").text

    assert "<dt>KIM terdaftar</dt><dd>2</dd>" in page
    assert "<dd>1 dari 43</dd>" in page
    assert "1 dari 7" in page


@pytest.mark.parametrize(
    ("fields", "days_left", "badge"),
    [
        ({}, 400, "Aktif"),
        ({}, -1, "Masa bakti berakhir"),
        ({"activity_status": ActivityStatus.INACTIVE}, 400, "Tidak aktif"),
        ({"activity_status": ActivityStatus.DISSOLVED}, -1, "Dibubarkan"),
    ],
)
def test_badge_says_where_a_group_stands(
    client: Client, fields: dict[str, object], days_left: int, badge: str
) -> None:
    today = timezone.localdate()
    group = make_group(**fields)
    make_board(group, today - timedelta(days=700), ends_on=today + timedelta(days=days_left))

    assert f"</svg>{badge}</span>" in client.get("/kim/").text


@pytest.mark.parametrize("meaning", list(KimMeaning))
def test_office_says_what_kim_means(client: Client, meaning: KimMeaning) -> None:
    profile = SiteProfile.load()
    profile.kim_meaning = meaning
    profile.save()

    assert f"<h1>{meaning.label}</h1>" in client.get("/kim/").text


def test_second_page_is_reached_and_keeps_the_choice(client: Client) -> None:
    for number in range(11):
        make_group(name=f"KIM {number:02}")

    assert _names(client, "/kim/?halaman=2") == ["KIM 10"]
    assert (
        'href="/kim/?tingkat=kelurahan&amp;halaman=2"' in client.get("/kim/?tingkat=kelurahan").text
    )
    assert client.get("/kim/?halaman=3").status_code == 404


@pytest.mark.parametrize("count", [1, 60])
def test_queries_do_not_grow_with_the_groups(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for _ in range(count):
        make_board(make_group())
    client.get("/kim/")

    with django_assert_num_queries(7):  # kecamatan, page and its boards, 3 for coverage, count
        client.get("/kim/")
