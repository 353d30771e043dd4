"""The private calendar of an official: all of the agenda, for whoever has the link, until it is revoked."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from agenda.attendance import Attendance
from agenda.catalogue import Audience
from agenda.events import Event
from agenda.private_links import CalendarLink
from cilegon_portal.office.models import Official
from tests.factories import make_event, make_user
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db

LIST = "/admin/agenda/calendarlink/"


def _official(title: str = "Wali Kota") -> Official:
    official, _ = Official.objects.get_or_create(title=title, slug=title.lower().replace(" ", "-"))
    return official


def _link(official: Official | None = None) -> CalendarLink:
    return CalendarLink.objects.create(official=official or _official(), note="Ponsel ajudan")


def _attended(**fields: object) -> Event:
    event = make_event(**{"title": "Rapat Dalam", "internal_note": "Bawa berkas", **fields})
    Attendance.objects.create(event=event, official=_official())
    return event


def _unfolded(text: str) -> str:
    return text.replace("\r\n ", "")


def _address(link: CalendarLink) -> str:
    return f"/agenda/pribadi/{link.token}.ics"


@pytest.mark.parametrize("audience", Audience)
def test_link_shows_every_audience_with_notes(client: Client, audience: Audience) -> None:
    _attended(audience=audience, letter_number="005/77", summary="Ringkas")

    text = _unfolded(client.get(_address(_link())).text)

    assert "Rapat Dalam" in text
    assert "Catatan internal: Bawa berkas" in text
    assert "Nomor surat: 005/77" in text
    assert f"({audience.lower()})" in text or audience == Audience.OPEN


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_link_shows_nothing_that_is_not_approved(client: Client, fields: dict[str, object]) -> None:
    _attended(**fields)

    assert "Rapat Dalam" not in client.get(_address(_link())).text


def test_link_shows_nothing_of_other_officials(client: Client) -> None:
    _attended()

    assert "Rapat Dalam" not in client.get(_address(_link(_official("Sekretaris Daerah")))).text


def test_link_is_kept_by_nobody_and_its_address_stays_secret(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    _attended()
    link = _link()

    with django_assert_num_queries(4):  # the link, the dates, who attends (2)
        response = client.get(_address(link))

    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["X-Robots-Tag"] == "noindex, nofollow"
    assert "ETag" not in response
    assert not response.cookies
    assert link.token not in response.text


def test_revoked_link_answers_like_one_that_never_was(client: Client) -> None:
    link = _link()
    link.revoke()

    revoked = client.get(_address(link))
    unknown = client.get("/agenda/pribadi/AAAAAAAAAAAAAAAAAAAAAA.ics")

    assert (revoked.status_code, unknown.status_code) == (404, 404)
    assert revoked.content == unknown.content
    assert set(revoked.headers) == set(unknown.headers)


@pytest.mark.parametrize("role", ["Petugas Agenda", "Pengelola Situs"])
def test_officer_makes_hands_over_and_revokes_a_link(client: Client, role: str) -> None:
    officer = make_user(role)
    client.force_login(officer)

    form = {"official": _official().pk, "note": "Ponsel ajudan"}
    page = client.post(f"{LIST}add/", form, follow=True)

    link = CalendarLink.objects.get()
    assert link.created_by == officer
    assert f"http://localhost:8000{_address(link)}" in page.text
    assert f'href="webcal://localhost:8000{_address(link)}"' in page.text

    page = client.post(f"{LIST}{link.pk}/cabut/", follow=True)

    assert "Dicabut" in page.text
    assert link.token not in page.text
    assert client.get(_address(link)).status_code == 404
    assert "Dicabut" in client.get(LIST).text


def test_revoking_again_keeps_the_first_time(client: Client) -> None:
    client.force_login(make_user("Petugas Agenda"))
    link = _link()
    client.post(f"{LIST}{link.pk}/cabut/")
    first = CalendarLink.objects.get().revoked_at

    client.post(f"{LIST}{link.pk}/cabut/")

    assert CalendarLink.objects.get().revoked_at == first


def test_aide_finds_the_links_of_the_officials_they_serve_and_no_others(client: Client) -> None:
    aide = make_user("Ajudan")
    official = _official()
    official.aides.add(aide)
    own, revoked, other = _link(official), _link(official), _link(_official("Sekretaris Daerah"))
    revoked.revoke()
    client.force_login(aide)

    listed = client.get(LIST)

    assert list(listed.context["cl"].queryset) == [own]
    assert _address(own) in client.get(f"{LIST}{own.pk}/change/").text
    for hidden in (revoked, other):
        assert client.get(f"{LIST}{hidden.pk}/change/", follow=True).redirect_chain
        assert hidden.token not in client.get(f"{LIST}{hidden.pk}/change/", follow=True).text


def test_aide_makes_and_revokes_none(client: Client) -> None:
    aide = make_user("Ajudan")
    link = _link()
    link.official.aides.add(aide)
    client.force_login(aide)

    assert client.get(f"{LIST}add/").status_code == 403
    assert client.post(f"{LIST}{link.pk}/cabut/").status_code == 403
    assert "Cabut tautan" not in client.get(f"{LIST}{link.pk}/change/").text
    assert client.get(_address(link)).status_code == 200


@pytest.mark.parametrize("role", ["Penulis", "Editor", "Petugas KIM"])
def test_others_see_no_links(client: Client, role: str) -> None:
    client.force_login(make_user(role))

    assert client.get(LIST).status_code == 403


def test_link_is_never_deleted_and_never_changed(client: Client) -> None:
    client.force_login(make_user("Pengelola Situs"))
    link = _link()
    other = _official("Sekretaris Daerah")

    client.post(f"{LIST}{link.pk}/change/", {"official": other.pk, "note": "Lain"})

    assert client.post(f"{LIST}{link.pk}/delete/", {"post": "yes"}).status_code == 403
    assert CalendarLink.objects.get().official == link.official


@pytest.mark.parametrize("page", ["agenda/event/add/", "office/official/add/", "news/article/"])
def test_aide_changes_nothing(client: Client, page: str) -> None:
    client.force_login(make_user("Ajudan"))

    assert client.get(f"/admin/{page}").status_code in {403, 404}


def test_site_manager_says_whom_an_aide_serves(client: Client) -> None:
    client.force_login(make_user("Pengelola Situs"))
    aide, writer = make_user("Ajudan"), make_user("Penulis")
    official = _official()

    def send(*users: int) -> None:
        form = {"title": official.title, "slug": official.slug, "precedence": 1, "aides": users}
        client.post(f"/admin/office/official/{official.pk}/change/", form)

    send(writer.pk)
    assert not official.aides.exists()
    send(aide.pk)
    assert list(official.aides.all()) == [aide]
