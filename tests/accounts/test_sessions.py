"""Staff stay signed in for twelve hours after what they did last."""

from datetime import datetime, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from tests.factories import make_user

pytestmark = pytest.mark.django_db
TERM = timedelta(hours=12)


def _nearly_over(client: Client) -> datetime:
    """Make the session one that was last written eleven hours ago; return when it ends."""
    session = client.session
    if "active_at" in session:
        session["active_at"] -= timedelta(hours=11).total_seconds()
        session.save()
    end = timezone.now() + timedelta(hours=1)
    Session.objects.update(expire_date=end)
    return end


def _end() -> datetime:
    return Session.objects.get().expire_date


@pytest.mark.parametrize("pages_before", [0, 1])
def test_page_of_the_admin_gives_a_whole_term(client: Client, pages_before: int) -> None:
    client.force_login(make_user("Penulis"))
    for _ in range(pages_before):
        client.get("/admin/")
    started = timezone.now()
    _nearly_over(client)

    response = client.get("/admin/news/article/")

    assert _end() >= started + TERM
    assert response.cookies["sessionid"]["max-age"] == TERM.total_seconds()


def test_next_page_writes_no_session(client: Client) -> None:
    client.force_login(make_user("Penulis"))
    client.get("/admin/")

    assert "sessionid" not in client.get("/admin/").cookies


@pytest.mark.parametrize("page", ["/", "/berita/", "/cari/"])
def test_public_page_leaves_the_session_alone(client: Client, page: str) -> None:
    client.force_login(make_user("Penulis"))
    client.get("/admin/")
    end = _nearly_over(client)

    response = client.get(page)

    assert _end() == end
    assert "sessionid" not in response.cookies
    assert "Cookie" not in response.headers.get("Vary", "")


def test_ended_session_stays_ended(client: Client) -> None:
    client.force_login(make_user("Penulis"))
    client.get("/admin/")
    Session.objects.update(expire_date=timezone.now())

    response = client.get("/admin/")

    assert response.headers["Location"] == "/admin/login/?next=/admin/"
