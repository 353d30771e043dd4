"""The page of a group: what the public reads, and what it does not."""

import json
import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.library.uploads import store_picture
from cilegon_portal.publishing.models import Status
from community.boards import BoardMember
from community.groups import Group, Level, MediaChannel
from tests.factories import make_board, make_group, make_user
from tests.library import images

pytestmark = pytest.mark.django_db


def _page(client: Client, group: Group) -> str:
    response = client.get(group.get_absolute_url())
    assert response.status_code == 200
    return response.text


def test_names_of_the_board_show_by_consent_only(client: Client) -> None:
    group = make_group()
    board = make_board(group, sk_number="470/12", sk_issuer="Lurah Citangkil")
    BoardMember.objects.create(
        board=board,
        role="ketua",
        name="Setuju Tampil",
        shows_name=True,
        consent_on=date(2026, 1, 5),
    )
    BoardMember.objects.create(board=board, role="bendahara", name="Tidak Setuju")

    page = _page(client, group)

    assert "Setuju Tampil" in page
    assert "Tidak Setuju" not in page
    assert '<th scope="row">Bendahara</th><td>Tidak ditampilkan</td>' in page
    assert "Surat Keputusan Lurah Citangkil Nomor 470/12" in page


def test_lapsed_board_is_told_and_older_ones_stay(client: Client) -> None:
    group = make_group()
    make_board(group, date(2016, 1, 1), ends_on=date(2018, 12, 31))
    make_board(group, date(2019, 1, 1), ends_on=date(2021, 12, 31))

    page = _page(client, group)

    assert "Januari 2019 s.d. Desember 2021, sudah berakhir" in page
    assert "<li>Januari 2016 s.d. Desember 2018</li>" in page
    assert "Masa bakti berakhir" in page


def test_contact_shows_with_consent_and_whatsapp_opens_its_number(client: Client) -> None:
    contact = {"contact_phone": "0812 0000 0000", "contact_email": "kim@contoh.id"}
    silent = make_group(**contact)
    open_group = make_group(**contact, contact_consent_note="Ketua, 5 Januari 2026")

    page = _page(client, open_group)

    assert "https://wa.me/6281200000000" in page
    assert "mailto:kim@contoh.id" in page
    assert "Ketua, 5 Januari" not in page
    assert "0812" not in _page(client, silent)
    assert "contoh.id" not in _page(client, silent)


def test_contact_of_staff_is_nowhere(client: Client) -> None:
    group = make_group(private_contact="Nomor pribadi 0899")

    for path in (group.get_absolute_url(), "/kim/", "/kim/sebaran.csv", "/cari/?q=kim"):
        assert "0899" not in client.get(path).text


def test_hidden_partners_forum_and_neighbours_are_not_named(client: Client) -> None:
    hidden = {"status": Status.DRAFT}
    forum = make_group(name="Forum Rahasia", level=Level.DISTRICT, region="36.72.08", **hidden)
    group = make_group(parent=forum)
    group.partners.add(
        make_group(name="Mitra Rahasia", region="36.72.05.1003", **hidden),
        make_group(name="Mitra Terbuka", region="36.72.05.1003"),
    )
    make_group(name="Tetangga Rahasia", **hidden)
    make_group(name="Tetangga Terbuka", region="36.72.08.1002")

    page = _page(client, group)

    assert "Rahasia" not in page
    assert "Mitra Terbuka" in page
    assert "KIM lain di Kecamatan Citangkil" in page
    assert "Tetangga Terbuka" in page


def test_machines_read_an_organisation_without_people(client: Client) -> None:
    group = make_group(name="KIM Citangkil", kim_id_url="https://kim.id/citangkil")
    MediaChannel.objects.create(group=group, kind="instagram", url="https://instagram.com/kim")
    board = make_board(group)
    BoardMember.objects.create(
        board=board,
        role="ketua",
        name="Setuju Tampil",
        shows_name=True,
        consent_on=date(2026, 1, 5),
    )

    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', _page(client, group))

    assert found is not None
    organisation = json.loads(found[1])["@graph"][1]
    assert organisation["@type"] == "Organization"
    assert organisation["sameAs"] == ["https://kim.id/citangkil", "https://instagram.com/kim"]
    assert "Setuju" not in found[1]


def test_group_has_a_share_card_and_a_share_bar(client: Client) -> None:
    page = _page(client, make_group(slug="kim-citangkil"))

    card = re.search(r'property="og:image" content="[^"]*(/kim/kim-citangkil/kartu-[^"]+)"', page)
    assert card is not None
    answer = client.get(card[1])
    assert answer["Content-Type"] == "image/jpeg"
    assert answer.content.startswith(b"\xff\xd8\xff")
    assert "Bagikan KIM ini" in page
    old = client.get("/kim/kim-citangkil/kartu-0000000000.jpg")
    assert (old.status_code, old["Location"]) == (301, card[1])


def test_officer_previews_the_own_group_and_no_cache_keeps_it(client: Client) -> None:
    officer = make_user()
    group = make_group(status=Status.DRAFT, officers=[officer])

    assert client.get(group.get_absolute_url()).status_code == 404
    client.force_login(officer)
    response = client.get(group.get_absolute_url())

    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert '<meta name="robots" content="noindex">' in response.text


def test_files_of_the_logo_follow_the_group(client: Client) -> None:
    logo = store_picture(images.jpeg(800, 450), title="Logo", alt_text="Logo KIM")
    group = make_group(logo=logo, status=Status.DRAFT)
    address = logo.rendition_url(360, "webp")

    assert client.get(address).status_code == 404
    group.status = Status.PUBLISHED
    group.save()
    assert client.get(address).status_code == 200


@pytest.mark.parametrize("count", [1, 30])
def test_queries_do_not_grow_with_the_groups(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    group = make_group()
    for number in range(count):
        other = make_group()
        group.partners.add(other)
        board = make_board(group, timezone.localdate() - timedelta(days=100 + number * 1100))
        BoardMember.objects.create(board=board, role="ketua", name="Nama contoh")
    client.get(group.get_absolute_url())

    # group, boards, members, channels, partners, neighbours, activities, articles
    with django_assert_num_queries(8):
        client.get(group.get_absolute_url())
