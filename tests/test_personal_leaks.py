"""Nothing personal gets out: every public address, every role's admin, and the log.

What must not be read stands in ``SECRETS``, one word for each place that holds data of a person;
a new such place is one line there and one in ``_site``. A new public view is walked to or named
in ``STARTS``, or a test here fails.
"""

import io
import logging
from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from django.utils.module_loading import import_string

from agenda.catalogue import Audience
from agenda.private_links import CalendarLink
from cilegon_portal.library.uploads import store_document, store_picture
from cilegon_portal.office.models import Official
from cilegon_portal.publishing.models import Status
from cilegon_portal.tidings.models import Told
from community.aspirations import Aspiration
from community.boards import Board, BoardMember
from community.groups import Group
from community.private_files import store_private_file
from community.registrations import Registration
from news.models import Kind
from tests.community.sending import send
from tests.crawling import public_views, views_of, walk, whole
from tests.factories import (
    make_activity,
    make_article,
    make_aspiration,
    make_board,
    make_event,
    make_group,
    make_registration,
    make_user,
)
from tests.library.images import jpeg, pdf

pytestmark = pytest.mark.django_db

SECRETS = {
    "sender's name": "Pengirim Bertanda",
    "sender's contact": "0812-7100-0001",
    "sender's number in digits": "81271000001",
    "sender's words": "Gang Bertanda 17",
    "sender's code": "Q7P4M-2XRHW-9QTBN",
    "sender's file": "foto-bertanda",
    "staff's note": "Catatan bertanda",
    "group's contact for staff": "0812-7100-0002",
    "group's contact without consent": "0812-7100-0003",
    "board member": "Anggota Bertanda",
    "file of the SK": "surat-bertanda",
    "registrant's name": "Pendaftar Bertanda",
    "registrant's contact": "0812-7100-0005",
    "registered board": "Ketua bertanda yang diusulkan",
    "registration's code": "Q7P4M-2XRHW-9QTB2",
    "account's mail": "akun.bertanda@contoh.id",
    "receiver of a letter": "penerima.bertanda@contoh.id",
    "note of an event": "Ajudan bertanda 0812-7100-0004",
}
PARTS = ("bertanda", "7100", "contoh.id", "Q7P4M")  # to search by, and no secret by itself


def _site() -> dict[str, Any]:
    """Make one of everything that holds data of a person, and public company; return the keys."""
    writer = make_user("Penulis", email=SECRETS["account's mail"])
    official = Official.objects.create(title="Wali Kota", slug="wali-kota")
    article = make_article(title="Berita Uji", created_by=writer, tags=["uji"], legacy_id=7)
    article.attachments.create(document=store_document(pdf(), title="Surat", file_name="surat.pdf"))
    event = make_event(
        internal_note=SECRETS["note of an event"],
        rule="FREQ=WEEKLY;BYDAY=MO",
        repeats_until=timezone.localdate() + timedelta(days=30),
    )
    event.attendances.create(official=official)
    CalendarLink.objects.create(official=official, note="Ponsel")
    make_event(audience=Audience.INVITED, internal_note=SECRETS["note of an event"])
    Told.objects.create(key="agenda/1/1", email=SECRETS["receiver of a letter"])
    group = _group()
    make_activity(group)
    return {
        "user": writer.pk,
        "article": article.pk,
        "event": event.pk,
        "date": event.occurrences.latest("on").pk,
        "group": group.pk,
        "slug": group.slug,
        "aspiration": _aspirations().pk,
        "registration": _registration().pk,
    }


def _group() -> Group:
    logo = store_picture(jpeg(400, 400), title="Logo", alt_text="Logo KIM Uji")
    for status in (Status.DRAFT, Status.PUBLISHED):
        group = make_group(
            name="KIM Uji",
            status=status,
            logo=logo,
            private_contact=SECRETS["group's contact for staff"],
            contact_phone=SECRETS["group's contact without consent"],
        )
        letter = store_private_file(pdf(), name=SECRETS["file of the SK"] + ".pdf")
        board = make_board(group, sk_number="470/1")
        Board.objects.filter(pk=board.pk).update(sk_file=letter)
        BoardMember.objects.create(board=board, role="ketua", name=SECRETS["board member"])
    return group


def _registration() -> Registration:
    values = {
        "group_name": "KIM Baru",
        "name": SECRETS["registrant's name"],
        "contact": SECRETS["registrant's contact"],
        "chair": SECRETS["registered board"],
    }
    for state in ("melengkapi", "ditolak"):
        make_registration(**values, state=state)
    letter = store_private_file(pdf(), name=SECRETS["file of the SK"] + ".pdf")
    return make_registration(**values, code=SECRETS["registration's code"], sk_file=letter)


def _aspirations() -> Aspiration:
    values = {
        "name": SECRETS["sender's name"],
        "contact": SECRETS["sender's contact"],
        "text": "Lampu padam di " + SECRETS["sender's words"],
        "note": SECRETS["staff's note"],
        "sender_allows": True,
        "article": make_article(title="Klarifikasi Uji", kind=Kind.CLARIFICATION, claim="Kabar"),
    }
    for state in ("masuk", "ditahan", "diteruskan", "ditolak"):
        make_aspiration(**values, state=state, due_on=timezone.localdate() - timedelta(days=1))
    file = store_private_file(jpeg(), name=SECRETS["sender's file"] + ".jpg")
    shown = {"state": "dijawab", "staff_allow": True, "public_text": "Lampu padam", "answer": "Ya."}
    aspiration = make_aspiration(
        **values, **shown, code=SECRETS["sender's code"], answered_at=timezone.now()
    )
    aspiration.file = file
    aspiration.save()
    return aspiration


def _leaks(answers: dict[str, Any], *allowed: str) -> list[str]:
    """Return "address: whose" for each secret that is not *allowed* and was answered."""
    hidden = {whose: secret for whose, secret in SECRETS.items() if whose not in allowed}
    return [
        f"{address}: {whose}"
        for address, response in answers.items()
        for text in [whole(response).casefold()]
        for whose, secret in hidden.items()
        if secret.casefold() in text
    ]


# What no page links to.
STARTS = [
    "/",
    "/sitemap.xml",
    "/sitemap-berita.xml",
    "/robots.txt",
    "/.well-known/security.txt",
    "/manifest.webmanifest",
    "/healthz/",
    "/umpan/",
    "/index.php/web/berita/7",
    "/berita/baca/",
    "/halaman-yang-tidak-ada/",
    "/agenda/?dari=kemarin",
    "/agenda/pribadi/AAAAAAAAAAAAAAAAAAAAAA.ics",
    "/kim/?kecamatan=serang",
    "/aspirasi/22222-22222-22222/",
    "/kim/daftar/22222-22222-22222/",
    "/api/v1/",
    "/api/v1/articles/",
    "/api/v1/articles/{article}/",
    "/api/v1/categories/",
    "/api/v1/tags/",
    "/api/v1/occurrences/",
    "/api/v1/occurrences/{date}/",
    "/api/v1/officials/",
    "/api/v1/groups/",
    "/api/v1/groups/{slug}/",
    "/api/v1/coverage/",
    "/api/v1/openapi.json",
    *(f"/api/v1/search/?q={part}" for part in PARTS),
    *(f"/cari/?q={part}" for part in PARTS),
    *(f"/kim/?q={part}" for part in PARTS),
]
# Who has a code or a token is answered there (their tests are beside the views); a beacon takes
# POST alone, and the root of the API holds nothing.
NOT_FOR_ALL = {
    "community:aspiration_detail",
    "community:registration_detail",
    "agenda:private_calendar",
    "news:beacon",
    "api:api-root",
}


def test_no_public_address_tells_of_a_person(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    keys = _site()
    caplog.set_level(logging.DEBUG)

    answers = walk(client, [path.format(**keys) for path in STARTS], below="/", per_view=3)

    public = {address: answer for address, answer in answers.items() if "/admin/" not in address}
    assert public_views() - views_of(public) == set()
    answered = {address for address, answer in public.items() if answer.status_code < 400}
    assert public_views() - views_of(answered) == NOT_FOR_ALL
    assert _leaks(public) == []
    assert [whose for whose, secret in SECRETS.items() if secret in caplog.text] == []


def test_walk_would_find_what_is_published() -> None:
    keys = _site()
    Group.objects.update(contact_consent_note="Ketua, 2026")
    BoardMember.objects.update(shows_name=True, consent_on=timezone.localdate())

    leaks = _leaks(walk(Client(), ["/", f"/api/v1/groups/{keys['slug']}/"], below="/"))

    for place in (f"/kim/{keys['slug']}/", f"/api/v1/groups/{keys['slug']}/"):
        for whose in ("group's contact without consent", "board member"):
            assert f"{place}: {whose}" in leaks


# Staff of these roles see, without a press that is logged, only this.
OFFICERS = (
    "sender's words", "sender's code", "staff's note", "board member", "file of the SK",
    "registered board", "registration's code",
    "group's contact without consent",
)  # fmt: skip
SEEN = {
    "Penulis": (),
    "Editor": (),
    "Petugas Agenda": ("note of an event",),
    "Ajudan": ("note of an event",),
    "Pengurus KIM": (),
    "Petugas KIM": OFFICERS,
    "Pengelola Situs": (*OFFICERS, "note of an event", "account's mail"),
}
GUESSED = [
    "community/aspiration/{aspiration}/change/",
    "community/aspiration/{aspiration}/history/",
    "community/aspiration/{aspiration}/kontak/",
    "community/aspiration/{aspiration}/klarifikasi/",
    "community/registration/{registration}/change/",
    "community/registration/{registration}/history/",
    "community/registration/{registration}/kontak/",
    "community/group/{group}/change/",
    "community/group/{group}/history/",
    "accounts/user/{user}/change/",
    "agenda/event/{event}/change/",
    *(
        f"{model}/?q={part}"
        for model in (
            *("community/aspiration", "community/registration", "community/group"),
            *("accounts/user", "news/article"),
        )
        for part in ("bertanda", "7100")
    ),
    *(
        f"autocomplete/?app_label={app}&model_name={model}&field_name={field}&term=bertanda"
        for app, model, field in (
            ("community", "aspiration", "article"),
            ("community", "group", "partners"),
            ("news", "article", "related"),
        )
    ),
]


@pytest.mark.parametrize("role", SEEN)
def test_admin_tells_each_role_no_more_than_it_needs(role: str) -> None:
    keys = _site()
    client = Client()
    own = make_group(name="KIM Sendiri", officers=[account := make_user(role)])
    client.force_login(account)
    starts = ["/admin/", *(f"/admin/{path.format(**keys)}" for path in GUESSED)]
    starts.append(f"/admin/community/group/{own.pk}/change/")

    answers = walk(client, starts, below="/admin/", per_view=1)

    assert _leaks(answers, *SEEN[role]) == []


def test_walk_through_the_admin_would_find_what_a_role_sees() -> None:
    keys = _site()
    client = Client()
    client.force_login(make_user("Petugas KIM"))
    starts = ["/admin/", *(f"/admin/{path.format(**keys)}" for path in GUESSED)]

    leaks = _leaks(walk(client, starts, below="/admin/", per_view=1))

    assert any(leak.endswith("sender's words") for leak in leaks)


def test_log_tells_of_nobody_whatever_is_sent(caplog: pytest.LogCaptureFixture) -> None:
    options: Any = dict(settings.LOGGING["filters"]["secrets"])  # type: ignore[index]
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.addFilter(import_string(options.pop("()"))(**options))
    logging.getLogger().addHandler(handler)
    caplog.set_level(logging.DEBUG)
    client = Client(raise_request_exception=False)
    _site()
    sent = {
        "topic": SECRETS["sender's name"],
        "text": SECRETS["sender's words"],
        "name": SECRETS["sender's name"],
        "contact": SECRETS["sender's contact"],
    }

    try:
        for fields in (sent, {**sent, "kind": "?"}, {**sent, "consent": ""}, {**sent, "tanda": ""}):
            send(client, **fields)
        send(client, headers={"Origin": "https://lain.contoh"}, **sent)
        code = SECRETS["sender's code"]
        for address in (f"/aspirasi/{code}/", f"/aspirasi/{code}", f"/aspirasi/{code}/x/"):
            client.get(address)
        client.post("/aspirasi/", {"kode": code})
        client.post("/aspirasi/", {"kode": "0" * 3000})
    finally:
        logging.getLogger().removeHandler(handler)

    assert Aspiration.objects.filter(name=sent["name"], topic=sent["topic"]).exists()
    assert [whose for whose, secret in SECRETS.items() if secret in stream.getvalue()] == []
