"""The read-only API: what it tells, how it pages and refuses."""

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agenda.catalogue import Audience
from cilegon_portal.office.models import Official
from cilegon_portal.publishing.models import Status
from tests.factories import (
    make_article,
    make_board,
    make_category,
    make_event,
    make_group,
    make_occurrence,
    make_picture,
    make_user,
)

pytestmark = pytest.mark.django_db

API = "/api/v1"
LISTS = ("/articles/", "/categories/", "/tags/", "/occurrences/", "/officials/", "/groups/")


def _json(client: Client, path: str) -> Any:
    response = client.get(API + path)
    assert response.status_code == 200, response.content
    return response.json()


def _problem(client: Client, path: str, status: int = 400) -> str:
    response = client.get(API + path)
    assert (response.status_code, response["Content-Type"]) == (status, "application/problem+json")
    problem = response.json()
    assert problem["status"] == status
    return str(problem["detail"])


def test_article_is_told_with_picture_topic_and_absolute_addresses(client: Client) -> None:
    article = make_article(
        title="Onthel Keliling Kota",
        slug="onthel",
        body='<p>Isi <a href="/agenda/">agenda</a>.</p>',
        category=make_category("Olahraga", slug="olahraga"),
        tags=["Sepeda"],
        picture=make_picture(alt_text="Sepeda onthel"),
        legacy_id=248,
    )

    [listed] = _json(client, "/articles/")["results"]
    whole = _json(client, f"/articles/{article.pk}/")

    assert listed["url"] == "http://localhost:8000/berita/onthel/"
    assert (listed["legacy_id"], listed["category"]["slug"]) == (248, "olahraga")
    assert [tag["name"] for tag in listed["tags"]] == ["Sepeda"]
    assert listed["picture"]["alt"] == "Sepeda onthel"
    assert {item["type"] for item in listed["picture"]["renditions"]} == {
        "image/avif",
        "image/webp",
        "image/jpeg",
    }
    assert 'href="http://localhost:8000/agenda/"' in whole["body_html"]
    assert {name: whole[name] for name in listed} == listed


def test_cursor_walks_all_articles_once_and_in_order(client: Client) -> None:
    articles = [make_article() for _ in range(7)]
    make_article(status=Status.DRAFT)
    seen, path = [], "/articles/?limit=3&fields=id"
    while path:
        page = _json(client, path)
        seen += [row["id"] for row in page["results"]]
        path = (page["next"] or "").removeprefix(f"http://localhost:8000{API}")

    assert seen == [article.pk for article in reversed(articles)]


def test_narrowing(client: Client) -> None:
    make_article(title="Lama", published_at="2019-09-22T17:30:00Z")  # 23 September in WIB
    make_article(title="Baru", kind="siaran-pers")
    make_article(title="Setempat", region_id="36.72.08.1007")

    def titles(query: str) -> list[str]:
        return [row["title"] for row in _json(client, f"/articles/?{query}")["results"]]

    assert titles("since=2019-09-23&until=2019-09-23") == ["Lama"]
    assert titles("until=2019-09-22") == []
    assert titles("kind=siaran-pers") == ["Baru"]
    assert titles("region=36.72.08") == ["Setempat"]
    assert titles("region=36.72.0") == []
    assert titles("category=tidak-ada") == []


def test_occurrence_of_an_undangan_tells_no_more_than_its_page(client: Client) -> None:
    event = make_event(
        title="Pelantikan",
        audience=Audience.INVITED,
        summary="Rahasia",
        organiser_name="Sekretariat Rahasia",
        livestream_url="https://rahasia.example/",
    )
    event.attendances.create(official=Official.objects.create(title="Wali Kota", slug="wali-kota"))

    response = client.get(f"{API}/occurrences/")

    [row] = response.json()["results"]
    assert (row["title"], row["audience"]) == ("Pelantikan", "undangan")
    assert row["attendances"][0]["official"] == "wali-kota"
    assert "ahasia" not in response.text


@pytest.mark.parametrize("role", ["Ajudan", "Petugas Agenda", "Pengelola Situs"])
def test_session_changes_nothing(client: Client, role: str) -> None:
    closed = make_occurrence(title="Rapat Tertutup", audience=Audience.CLOSED)
    draft = make_article(status=Status.DRAFT)
    client.force_login(make_user(role))

    assert _json(client, "/occurrences/")["results"] == []
    _problem(client, f"/occurrences/{closed.pk}/", 404)
    _problem(client, f"/articles/{draft.pk}/", 404)


def test_days_are_bounded(client: Client) -> None:
    make_event(first_on=date(2019, 9, 24))

    assert len(_json(client, "/occurrences/?since=2019-09-24")["results"]) == 1
    assert _json(client, "/occurrences/?since=2019-09-25")["results"] == []
    assert "until" in _problem(client, "/occurrences/?since=2019-09-24&until=2019-09-23")
    assert "until" in _problem(client, "/occurrences/?since=2019-01-01&until=2021-01-01")


def test_names_and_contact_of_a_group_need_consent(client: Client) -> None:
    group = make_group(slug="kim-citangkil", contact_phone="081200000001")
    board = make_board(group)
    board.members.create(role="ketua", name="Nama Tanpa Izin")

    whole = _json(client, "/groups/kim-citangkil/")
    assert (whole["contact_phone"], whole["board"]) == ("", [{"role": "Ketua", "name": ""}])

    group.contact_consent_note = "Ketua, 2026"
    group.save()
    board.members.update(shows_name=True, consent_on=date(2026, 1, 2))
    whole = _json(client, "/groups/kim-citangkil/")
    assert whole["contact_phone"] == "081200000001"
    assert whole["board"][0]["name"] == "Nama Tanpa Izin"


def test_coverage_counts_as_the_page_does(client: Client) -> None:
    make_board(make_group(slug="kim-citangkil", region_id="36.72.08.1007"))

    answer = _json(client, "/coverage/")

    assert (answer["villages"], answer["reached_villages"]) == (43, 1)
    [reached] = [row for row in answer["results"] if row["reach"] == "punya"]
    assert (reached["region"]["code"], reached["groups"]) == ("36.72.08.1007", ["kim-citangkil"])


def test_search_names_what_it_found(client: Client) -> None:
    make_article(title="Onthel Keliling", slug="onthel", legacy_id=7)

    assert _json(client, "/search/?q=onthel&limit=5")["results"] == [
        {
            "type": "berita",
            "url": "http://localhost:8000/berita/onthel/",
            "title": "Onthel Keliling",
            "legacy_id": 7,
        }
    ]


def test_search_gives_a_hundred_in_order_when_asked_for(client: Client) -> None:
    for number in range(105):
        make_article(title=f"Kabar {number}", body=f"<p>{'Onthel lewat. ' * (number + 1)}</p>")

    results = _json(client, "/search/?q=onthel&limit=100")["results"]

    assert len(results) == 100
    assert (results[0]["title"], results[99]["title"]) == ("Kabar 104", "Kabar 5")
    assert results[:10] == _json(client, "/search/?q=onthel")["results"]
    assert "limit" in _problem(client, "/search/?q=onthel&limit=101")


@pytest.mark.parametrize("path", LISTS)
def test_fields_are_chosen(client: Client, path: str) -> None:
    make_article(tags=["Sepeda"])
    make_group()
    make_event().attendances.create(
        official=Official.objects.create(title="Wali Kota", slug="wali-kota")
    )

    [row] = _json(client, f"{path}?fields=url")["results"]

    assert list(row) == ["url"]
    assert "warna" in _problem(client, f"{path}?fields=url,warna")


@pytest.mark.parametrize("path", LISTS)
@pytest.mark.parametrize(
    "query",
    [
        "limit=0",
        "limit=101",
        "limit=x",
        "cursor=x",
        "cursor=WyJhIiwxXQ",
        "cursor=bnVsbA",
        "fields=%00",
    ],
)
def test_what_cannot_be_read_is_a_problem(client: Client, path: str, query: str) -> None:
    make_article()
    if (
        path in {"/categories/", "/tags/", "/officials/", "/groups/"}
        and query == "cursor=WyJhIiwxXQ"
    ):
        return  # ["a", 1] is a place in a list by name
    assert _problem(client, f"{path}?{query}")


@pytest.mark.parametrize(
    "path", ["/", "/tidakada/", "/articles/x/", "/articles/99999999999999999999/"]
)
def test_what_there_is_not_is_a_problem(client: Client, path: str) -> None:
    _problem(client, path, 404)


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete"])
def test_nothing_can_be_written(client: Client, method: str) -> None:
    response = getattr(client, method)(f"{API}/articles/")

    assert (response.status_code, response["Content-Type"]) == (405, "application/problem+json")
    assert response["Allow"] == "GET, HEAD, OPTIONS"


def test_scripts_of_other_sites_may_read(client: Client) -> None:
    for response in (
        client.get(f"{API}/articles/"),
        client.get(f"{API}/tidakada/"),
        client.options(f"{API}/articles/"),
    ):
        assert response["Access-Control-Allow-Origin"] == "*"
        assert "Access-Control-Allow-Credentials" not in response.headers
        assert not response.cookies


def test_unchanged_answer_is_304_and_head_asks_as_get_does(client: Client) -> None:
    article = make_article()
    first = client.get(f"{API}/articles/")

    def again() -> int:
        return client.get(f"{API}/articles/", headers={"If-None-Match": first["ETag"]}).status_code

    assert again() == 304
    head = client.head(f"{API}/articles/")
    assert (head.status_code, head.content, head["ETag"]) == (200, b"", first["ETag"])
    article.title = "Judul Lain"
    article.save()
    assert again() == 200


def test_a_network_that_asks_too_often_waits(client: Client) -> None:
    statuses = [
        client.get(f"{API}/categories/", REMOTE_ADDR="203.0.113.9").status_code
        for _ in range(1_201)
    ]
    refused = client.get(f"{API}/coverage/", REMOTE_ADDR="203.0.113.9")

    assert statuses == [200] * 1_200 + [429]
    assert refused["Content-Type"] == "application/problem+json"
    assert int(refused["Retry-After"]) > 0
    assert client.get(f"{API}/coverage/", REMOTE_ADDR="203.0.113.10").status_code == 200


@pytest.mark.parametrize("number", [4, 40])
def test_costs_the_same_at_any_size(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    mayor = Official.objects.create(title="Wali Kota", slug="wali-kota")
    for index in range(number):
        article = make_article(tags=["Sepeda"], picture=make_picture())
        make_event(first_on=date(2030, 1, 1) + timedelta(days=index)).attendances.create(
            official=mayor
        )
        group = make_group(slug=f"kim-{index}")
        make_board(group)
    costs = {
        "/articles/": 2,
        f"/articles/{article.pk}/": 4,
        "/categories/": 1,
        "/tags/": 1,
        "/occurrences/?since=2030-01-01": 3,
        "/officials/": 1,
        "/groups/": 2,
        "/groups/kim-0/": 8,
        "/coverage/": 3,
    }
    client.get(f"{API}/articles/{article.pk}/")  # the profile of the site is known from here on

    for path, queries in costs.items():
        with django_assert_num_queries(queries):
            client.get(API + path)


def test_docs_page_names_what_can_be_asked_for_and_leads_to_answers(client: Client) -> None:
    make_article()
    page = client.get(f"{API}/docs/").text

    part = page.partition("GET /api/v1/articles/</code>")[2].partition("</section>")[0]
    for field in client.get(f"{API}/articles/").json()["results"][0]:
        assert f"<code>{field}</code>" in part
    examples = re.findall(r'href="(/api/v1/(?!docs|openapi)[^"]+)"', page)
    assert len(examples) == 8
    assert {client.get(address).status_code for address in examples} == {200}


def test_docs_page_names_every_address(client: Client) -> None:
    paths = client.get(f"{API}/openapi.json").json()["paths"]

    page = client.get(f"{API}/docs/").text

    assert len(paths) == 11
    assert all(f"GET {path}" in page for path in paths)
