"""Tables that anybody may use again."""

import csv
import io
import json
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from agenda.catalogue import Audience
from agenda.events import Event
from cilegon_portal.publishing.models import Status
from cilegon_portal.seo import iso_local
from news.models import Article
from tests.factories import (
    make_article,
    make_aspiration,
    make_board,
    make_category,
    make_event,
    make_group,
)

pytestmark = pytest.mark.django_db

TABLES = ("berita", "agenda", "kim", "sebaran-kim", "kecamatan", "aspirasi")


def _sent(client: Client, path: str) -> bytes:
    response = client.get(path)
    assert response.status_code == 200
    return response.getvalue()


def _rows(client: Client, name: str) -> list[dict[str, str]]:
    text = _sent(client, f"/data/{name}.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def _json(client: Client, path: str) -> Any:
    return json.loads(_sent(client, path))


def _fill() -> None:
    make_article(title="Onthel Keliling", tags=["Sepeda", "Kota"], region_id="36.72.08.1007")
    make_event(title="Rapat Paripurna", first_on=date(2030, 6, 1))
    make_board(make_group(name="KIM Citangkil", slug="kim-citangkil", region_id="36.72.08.1007"))
    make_aspiration(
        kind="pertanyaan", received_at=datetime(2026, 9, 30, 18, tzinfo=UTC)
    )  # October in WIB


@pytest.mark.parametrize("name", TABLES)
def test_csv_and_json_hold_the_same_rows_under_the_columns_of_the_dictionary(
    client: Client, name: str
) -> None:
    _fill()

    rows, whole = _rows(client, name), _json(client, f"/data/{name}.json")

    names = [column["name"] for column in whole["columns"]]
    assert rows
    assert list(rows[0]) == names
    assert all(list(row) == names for row in whole["rows"])
    assert len(whole["rows"]) == len(rows)
    assert whole["licence"] == "CC BY 4.0"
    page = client.get("/data/").text
    assert f'href="/data/{name}.csv"' in page
    assert all(f"<code>{column}</code>" in page for column in names)


def test_rows_tell_what_the_pages_tell(client: Client) -> None:
    _fill()

    [article], [event], [group] = (_rows(client, name) for name in ("berita", "agenda", "kim"))

    assert (article["judul"], article["tag"]) == ("Onthel Keliling", "Kota; Sepeda")
    assert article["kode_wilayah"] == "36.72.08.1007"
    assert (event["acara"], event["mulai"]) == ("Rapat Paripurna", "2030-06-01T09:00:00+07:00")
    assert (group["nama"], group["masa_bakti"]) == ("KIM Citangkil", "berlaku")
    reached = [row["nama"] for row in _rows(client, "sebaran-kim") if row["keadaan"] == "punya"]
    assert reached == ["Citangkil"]
    assert _rows(client, "aspirasi") == [
        {"bulan": "2026-10-01", "jenis": "pertanyaan", "keadaan": "masuk", "jumlah": "1"}
    ]


@pytest.mark.parametrize(
    ("name", "column", "values"),
    [
        ("berita", "hasil", "hoaks, menyesatkan, benar, atau belum-terbukti"),
        ("berita", "kelas_informasi", "berkala, serta-merta, atau setiap-saat"),
        ("agenda", "keadaan", "terjadwal, tentatif, jadwal-ulang, ditunda, atau dibatalkan"),
        ("kim", "masa_bakti", "berlaku, 90-hari, 30-hari, berakhir, atau belum-ada"),
        (
            "aspirasi",
            "keadaan",
            "masuk, ditahan, ditangani, diteruskan, dijawab, atau ditolak",
        ),
    ],
)
def test_dictionary_names_every_value_of_a_column(
    client: Client, name: str, column: str, values: str
) -> None:
    columns = _json(client, f"/data/{name}.json")["columns"]

    [meaning] = [item["meaning"] for item in columns if item["name"] == column]
    assert values in meaning
    assert values in client.get("/data/").text


def test_new_name_of_an_event_is_a_change_of_its_dates(client: Client) -> None:
    event = make_event(first_on=date(2030, 6, 1))
    renamed_at = timezone.now() + timedelta(hours=1)
    Event.objects.filter(pk=event.pk).update(title="Rapat Baru", updated_at=renamed_at)

    [row], whole = _rows(client, "agenda"), _json(client, "/data/agenda.json")
    [item] = client.get("/api/v1/occurrences/?since=2030-06-01").json()["results"]

    assert row["acara"] == "Rapat Baru"
    assert {row["diubah_pada"], whole["updated_at"], item["updated_at"]} == {iso_local(renamed_at)}


@pytest.mark.parametrize("name", ["kim", "sebaran-kim", "kecamatan"])
def test_new_board_is_a_change_of_what_is_told_of_its_group(client: Client, name: str) -> None:
    board = make_board(make_group())
    renewed_at = timezone.now() + timedelta(hours=1)
    type(board).objects.filter(pk=board.pk).update(updated_at=renewed_at)

    assert _json(client, f"/data/{name}.json")["updated_at"] == iso_local(renewed_at)


def test_map_holds_the_eight_kecamatan_with_their_counts(client: Client) -> None:
    _fill()

    answer = client.get("/data/kecamatan.geojson")
    found = json.loads(answer.getvalue())

    assert answer["Content-Type"] == "application/geo+json"
    counts = {
        feature["properties"]["nama"]: feature["properties"]["kelurahan_punya_kim"]
        for feature in found["features"]
    }
    assert len(counts) == 8
    assert (counts["Citangkil"], counts["Cibeber"]) == (1, 0)
    assert {feature["geometry"]["type"] for feature in found["features"]} <= {
        "Polygon",
        "MultiPolygon",
    }


def test_no_cell_is_a_formula(client: Client) -> None:
    make_article(title='=HYPERLINK("http://contoh")')

    [row] = _rows(client, "berita")

    assert row["judul"] == '\'=HYPERLINK("http://contoh")'


def test_nobody_is_named(client: Client) -> None:
    make_aspiration(
        text="Nama saya Rahasia.", topic="Rahasia", name="Rahasia", contact="08120000001"
    )
    group = make_group(contact_phone="08120000002", private_contact="08120000003")
    make_board(group).members.create(
        role="ketua", name="Rahasia", shows_name=True, consent_on=date(2026, 1, 2)
    )
    make_event(audience=Audience.INVITED, organiser_name="Rahasia", summary="Rahasia")

    for name in TABLES:
        for ending in ("csv", "json"):
            text = _sent(client, f"/data/{name}.{ending}").decode()
            assert "Rahasia" not in text
            assert "0812000" not in text


@pytest.mark.parametrize("name", ["berita", "agenda", "kim", "sebaran-kim"])
def test_hidden_items_are_in_no_table(client: Client, name: str) -> None:
    make_article(title="Tersembunyi", status=Status.DRAFT)
    make_event(title="Tersembunyi", status=Status.WITHDRAWN)
    make_event(title="Tersembunyi", audience=Audience.CLOSED)
    make_board(make_group(name="Tersembunyi", status=Status.REVIEW))

    for ending in ("csv", "json"):
        assert "Tersembunyi" not in _sent(client, f"/data/{name}.{ending}").decode()


@pytest.mark.parametrize("path", ["/data/berita.geojson", "/data/rahasia.csv", "/data/berita.xml"])
def test_what_there_is_not_is_not_found(client: Client, path: str) -> None:
    assert client.get(path).status_code == 404


def test_head_writes_nothing(client: Client) -> None:
    response = client.head("/data/berita.csv")

    assert (response.status_code, response.getvalue()) == (200, b"")


@pytest.mark.parametrize(("ending", "queries"), [("csv", 2), ("json", 3)])
def test_rows_are_sent_while_the_next_are_still_unread(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, ending: str, queries: int
) -> None:
    category = make_category("Umum")
    now = timezone.now()
    Article.objects.bulk_create(
        Article(
            title="Kabar",
            slug=f"kabar-{number}",
            category=category,
            status=Status.PUBLISHED,
            published_at=now,
        )
        for number in range(1, 1202)
    )
    response: Any = client.get(f"/data/berita.{ending}")
    parts = iter(response.streaming_content)

    with django_assert_num_queries(
        queries
    ):  # the rows, tags of the first 1,000; JSON: when changed
        sent = b"".join(islice(parts, 900))

    rest = b"".join(parts)
    assert (sent + rest).count(b"/berita/kabar-") == 1201
    assert rest.count(b"/berita/kabar-") > 201


@pytest.mark.parametrize("number", [3, 30])
def test_costs_the_same_at_any_size(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for index in range(number):
        make_article(tags=["Sepeda"])
        make_event(first_on=date(2030, 1, 1))
        make_board(make_group(slug=f"kim-{index}"))
    costs = {"berita": 2, "agenda": 3, "kim": 2, "sebaran-kim": 3, "kecamatan": 3, "aspirasi": 1}

    for name, queries in costs.items():
        with django_assert_num_queries(queries):
            _sent(client, f"/data/{name}.csv")
