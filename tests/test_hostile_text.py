"""Whatever stands in a text, nothing of it acts: not on a page, in a feed, a calendar, a table or a letter."""

from datetime import timedelta
from email import message_from_bytes
from io import StringIO
from itertools import product
from typing import Any

import pytest
from django.apps import apps
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import transaction
from django.db.models import URLField
from django.http import HttpResponse
from django.test import Client

from agenda.changes import Moved, move
from agenda.occurrences import Occurrence
from agenda.private_links import CalendarLink
from cilegon_portal.accounts.models import User
from cilegon_portal.office.models import Official
from community.aspirations import Aspiration
from community.registrations import Registration
from news.models import Article
from tests.acting import what_acts
from tests.crawling import all_rows, public_views, views_of, walk
from tests.factories import make_aspiration, make_occurrence, make_user
from tests.hostile import TEXTS, make_hostile_site

pytestmark = pytest.mark.django_db

STARTS = (
    *("/", "/sitemap.xml", "/sitemap-berita.xml", "/robots.txt", "/.well-known/security.txt"),
    *("/manifest.webmanifest", "/healthz/", "/berita/atom/", "/index.php/web/berita/7"),
    *(
        "/berita/baca/",
        "/berita/berita-0/",
        "/agenda/acara/acara-0/",
        "/api/v1/",
        "/api/v1/articles/",
        "/api/v1/articles/{article}/",
    ),
    *("/api/v1/categories/", "/api/v1/tags/", "/api/v1/occurrences/"),
    *("/api/v1/occurrences/{date}/", "/api/v1/officials/", "/api/v1/groups/"),
    *("/api/v1/groups/kim-0/", "/api/v1/coverage/", "/api/v1/search/?q=alert"),
    *("/aspirasi/{aspiration}/", "/kim/daftar/{registration}/", "/agenda/pribadi/{link}.ics"),
    *(
        "/cari/?q=alert",
        "/cari/?q=%3Cscript%3Ealert(1)%3C/script%3E",
        "/kim/?q=%22onfocus=alert(1)",
    ),
)
STAFF = (
    *(
        "/admin/",
        "/admin/agenda/teks-whatsapp/",
        "/admin/agenda/ekspor/",
        "/admin/community/laporan/",
    ),
    "/admin/agenda/kalender/",
)


def _keys() -> dict[str, Any]:
    official = Official.objects.get(slug="wali-0")
    return {
        "article": Article.objects.get(slug="berita-0").pk,
        "date": Occurrence.objects.latest("pk").pk,
        "aspiration": Aspiration.objects.latest("pk").code,
        "registration": Registration.objects.latest("pk").code,
        "link": CalendarLink.objects.create(official=official, note="Ponsel").token,
    }


def _acting(answers: dict[str, Any]) -> list[str]:
    return [
        problem for address, answer in answers.items() for problem in what_acts(address, answer)
    ]


def test_nothing_that_anybody_may_read_acts(client: Client) -> None:
    make_hostile_site()
    starts = [path.format(**_keys()) for path in STARTS]

    answers = walk(client, starts, below="/", per_view=4)

    public = {address: answer for address, answer in answers.items() if "/admin/" not in address}
    assert public_views() - views_of(public) == set()
    assert [address for address, answer in public.items() if answer.status_code >= 500] == []
    assert _acting(public) == []


def test_nothing_that_staff_read_acts_and_reading_changes_nothing(client: Client) -> None:
    make_hostile_site(1)
    client.force_login(make_user(is_superuser=True))
    before = all_rows()

    answers = walk(client, STAFF, below="/admin/", per_view=1)

    assert len(views_of(answers)) > 80
    assert [address for address, answer in answers.items() if answer.status_code >= 500] == []
    assert _acting(answers) == []
    assert all_rows() == before


def test_what_acts_would_be_found() -> None:
    found = {
        "text/html": "<p onclick=alert(1)>{91*91=8281}<a href='java\nscript:x'><script>alert(1)</script>",
        "application/rss+xml": "<a><item><description>&lt;math&gt;</description></item></a>",
        "application/json": '{"body": "<iframe>", "url": "javascript:x"}',
        "text/csv": '=1\r\n"a;=1"\r\n',
        "text/calendar": "BEGIN:VCALENDAR\r\nSUMMARY:a\r\nATTENDEE:x\r\nEND:VCALENDAR\r\n",
        "text/plain": "a\u202eb",
    }

    numbers = [len(what_acts("/", HttpResponse(text, kind))) for kind, text in found.items()]

    assert numbers == [4, 1, 2, 2, 1, 1]


HEAD = {
    *("Subject", "From", "To", "Date", "Message-ID"),
    *("MIME-Version", "Content-Type", "Content-Transfer-Encoding"),
}


def test_letters_have_the_head_that_they_were_given() -> None:
    make_hostile_site(1)
    User.objects.update(email="ajudan@contoh.id")
    for text in TEXTS:
        make_aspiration(contact="warga@contoh.id", name=text).steps.create(label=text, text=text)
        date = make_occurrence(title=text)
        date.event.attendances.create(official=Official.objects.get())
        move(date, Moved(date.slot.shifted(timedelta(hours=1)), place=text), reason=text)

    call_command("kirim_kabar", stdout=StringIO())

    assert len(mail.outbox) > len(TEXTS)
    for letter in mail.outbox:
        received = message_from_bytes(letter.message().as_bytes())
        assert set(received.keys()) == HEAD
        assert received.get_content_type() == "text/plain"


ADDRESSES = ("javascript:alert(1)", " java\nscript:x", "data:text/html,x", "//jahat.example")


def test_address_that_acts_is_saved_at_no_door() -> None:
    make_hostile_site(1)
    saved = []
    for model in apps.get_models():
        fields = [field for field in model._meta.concrete_fields if isinstance(field, URLField)]
        for field, address in product(fields, ADDRESSES):
            try:
                with transaction.atomic():
                    model._default_manager.update(**{field.name: address})
            except ValidationError:
                continue
            saved.append(f"{field} {address}")

    assert saved == []
