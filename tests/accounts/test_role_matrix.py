"""What each role may and may not do, asked over HTTP: role × address → status.

200: the page, or the form back with what is missing; 302: done, or led away from what is not
there for them; 400: asked, but nothing was sent;
403: not theirs; 404: not there for them.
"""

from typing import Any

import pytest
from django.test import Client

from cilegon_portal.accounts.roles import ROLES
from cilegon_portal.library.models import Document
from cilegon_portal.office.models import Agency, Official
from cilegon_portal.publishing.models import Status
from cilegon_portal.regions.models import Region
from community.activities import Membership
from community.groups import Stage
from community.private_files import store_private_file
from tests.factories import (
    make_activity,
    make_article,
    make_board,
    make_category,
    make_contribution,
    make_group,
    make_page,
    make_picture,
    make_registration,
    make_user,
)
from tests.library.images import pdf

pytestmark = pytest.mark.django_db

ARTICLE, PAGE = "news/article/", "office/page/"
ACTIVITY, CONTRIBUTION = "community/activity/", "community/contribution/"
PICTURE, DOCUMENT = "library/picture/", "library/document/"
GROUP, BOARD = "community/group/", "community/board/"
# Address below /admin/ → status for Penulis, Editor, Petugas Agenda, Petugas KIM, Pengurus KIM, Ajudan, Pengelola Situs.
READING = {
    ARTICLE: (200, 200, 200, 200, 403, 403, 200),
    ARTICLE + "add/": (200, 200, 200, 200, 403, 403, 200),
    ARTICLE + "{public}/change/": (200, 200, 200, 200, 403, 403, 200),
    ARTICLE + "{draft}/change/": (404, 200, 404, 404, 404, 404, 200),
    ARTICLE + "{draft}/history/": (404, 200, 404, 404, 404, 404, 200),
    ARTICLE + "{draft}/delete/": (404, 403, 404, 404, 404, 404, 200),
    ARTICLE + "{public}/delete/": (403, 403, 403, 403, 403, 403, 200),
    "news/category/": (200, 200, 200, 200, 403, 403, 200),
    "news/category/add/": (403, 200, 403, 403, 403, 403, 200),
    "news/category/{category}/delete/": (403, 403, 403, 403, 403, 403, 200),
    "taggit/tag/": (403, 200, 403, 403, 403, 403, 200),
    PICTURE: (200, 200, 200, 200, 200, 403, 200),
    PICTURE + "add/": (200, 200, 200, 200, 200, 403, 200),
    PICTURE + "pilih/": (200, 200, 200, 200, 200, 403, 200),
    PICTURE + "{picture}/change/": (200, 200, 200, 200, 302, 403, 200),
    PICTURE + "{picture}/delete/": (403, 403, 403, 403, 403, 403, 200),
    DOCUMENT: (200, 200, 200, 200, 403, 403, 200),
    DOCUMENT + "add/": (200, 200, 200, 200, 403, 403, 200),
    DOCUMENT + "{document}/delete/": (403, 403, 403, 403, 403, 403, 200),
    PAGE: (403, 200, 403, 403, 403, 403, 200),
    PAGE + "add/": (403, 200, 403, 403, 403, 403, 200),
    PAGE + "{page}/change/": (403, 200, 403, 403, 403, 403, 200),
    PAGE + "{page}/delete/": (403, 403, 403, 403, 403, 403, 200),
    "office/siteprofile/1/change/": (403, 403, 403, 403, 403, 403, 200),
    "office/agency/": (403, 403, 200, 200, 403, 403, 200),
    "office/agency/add/": (403, 403, 403, 403, 403, 403, 200),
    "office/agency/{agency}/delete/": (403, 403, 403, 403, 403, 403, 200),
    "office/official/": (403, 403, 200, 403, 403, 200, 200),
    "office/official/add/": (403, 403, 403, 403, 403, 403, 200),
    "office/official/{official}/delete/": (403, 403, 403, 403, 403, 403, 200),
    "regions/region/": (200, 200, 200, 200, 403, 403, 200),
    "regions/region/add/": (403, 403, 403, 403, 403, 403, 403),
    "regions/region/{region}/delete/": (403, 403, 403, 403, 403, 403, 403),
    "accounts/user/": (403, 403, 403, 403, 403, 403, 200),
    "accounts/user/add/": (403, 403, 403, 403, 403, 403, 200),
    "accounts/user/{writer}/change/": (403, 403, 403, 403, 403, 403, 200),
    "accounts/user/{writer}/password/": (403, 403, 403, 403, 403, 403, 200),
    "accounts/user/{writer}/delete/": (403, 403, 403, 403, 403, 403, 403),
    "agenda/event/": (200, 200, 200, 403, 403, 200, 200),
    "agenda/event/add/": (403, 403, 200, 403, 403, 403, 200),
    ACTIVITY: (403, 403, 403, 200, 200, 403, 200),
    ACTIVITY + "add/": (403, 403, 403, 200, 200, 403, 200),
    ACTIVITY + "{activity}/change/": (404, 404, 404, 200, 404, 404, 200),
    ACTIVITY + "{activity}/history/": (404, 404, 404, 200, 404, 404, 200),
    ACTIVITY + "{activity}/delete/": (404, 404, 404, 403, 404, 404, 200),
    CONTRIBUTION: (403, 200, 403, 200, 200, 403, 200),
    CONTRIBUTION + "add/": (403, 403, 403, 403, 200, 403, 200),
    CONTRIBUTION + "{contribution}/change/": (404, 200, 404, 200, 404, 404, 200),
    CONTRIBUTION + "{contribution}/history/": (404, 200, 404, 200, 404, 404, 200),
    CONTRIBUTION + "{contribution}/delete/": (404, 403, 404, 403, 404, 404, 200),
    "community/membership/": (403, 403, 403, 200, 403, 403, 200),
    "community/membership/add/": (403, 403, 403, 200, 403, 403, 200),
    "community/membership/{membership}/change/": (403, 403, 403, 200, 403, 403, 200),
    "community/membership/{membership}/delete/": (403, 403, 403, 403, 403, 403, 200),
    GROUP: (403, 403, 403, 200, 403, 403, 200),
    GROUP + "add/": (403, 403, 403, 200, 403, 403, 200),
    GROUP + "{group}/change/": (404, 404, 404, 200, 404, 404, 200),
    GROUP + "{group}/history/": (404, 404, 404, 200, 404, 404, 200),
    GROUP + "{group}/delete/": (404, 404, 404, 403, 404, 404, 200),
    BOARD: (403, 403, 403, 302, 403, 403, 302),
    BOARD + "add/?kim={group}": (403, 403, 403, 200, 403, 403, 200),
    BOARD + "{board}/change/": (404, 404, 404, 200, 404, 404, 200),
    BOARD + "{board}/history/": (404, 404, 404, 200, 404, 404, 200),
    BOARD + "{board}/delete/": (404, 404, 404, 403, 404, 404, 200),
    "community/berkas/{letter}/": (403, 403, 403, 200, 403, 403, 200),
    GROUP + "ekspor/": (403, 403, 403, 200, 403, 403, 200),
    "community/accesslog/": (403, 403, 403, 403, 403, 403, 200),
    "community/registration/": (403, 403, 403, 200, 403, 403, 200),
    "community/registration/add/": (403, 403, 403, 403, 403, 403, 403),
    "community/registration/{registration}/change/": (403, 403, 403, 200, 403, 403, 200),
    "community/registration/{registration}/delete/": (403, 403, 403, 403, 403, 403, 403),
    "community/registration/{registration}/berkas/": (403, 403, 403, 404, 403, 403, 404),
    "community/stage/": (403, 403, 403, 200, 403, 403, 200),
    "community/stage/add/": (403, 403, 403, 200, 403, 403, 200),
    "community/stage/{stage}/delete/": (403, 403, 403, 403, 403, 403, 200),
    "agenda/calendarlink/": (403, 403, 200, 403, 403, 200, 200),
    "agenda/calendarlink/add/": (403, 403, 200, 403, 403, 403, 200),
    "auth/group/": (404, 404, 404, 404, 404, 404, 404),
}
WRITING: dict[tuple[str, str], tuple[int, ...]] = {
    (ARTICLE + "add/", ""): (200, 200, 200, 200, 403, 403, 200),
    (ARTICLE + "{public}/change/", ""): (403, 200, 403, 403, 403, 403, 200),
    (ARTICLE + "{draft}/change/", ""): (404, 200, 404, 404, 404, 404, 200),
    (ARTICLE + "{public}/pindah/", "_pindah=tarik"): (403, 302, 403, 403, 403, 403, 302),
    (ARTICLE + "{draft}/pindah/", "_pindah=terbitkan"): (404, 302, 404, 404, 403, 403, 302),
    (ARTICLE + "pindah-bersama/", "_pindah=terbitkan"): (403, 302, 403, 403, 403, 403, 302),
    (ARTICLE + "pindah-bersama/", "_pindah=ajukan"): (302, 403, 302, 302, 403, 403, 403),
    (ARTICLE + "{public}/delete/", "post=yes"): (403, 403, 403, 403, 403, 403, 302),
    ("news/category/{category}/change/", ""): (403, 200, 403, 403, 403, 403, 200),
    (PICTURE + "add/", ""): (200, 200, 200, 200, 200, 403, 200),
    (PICTURE + "unggah/", ""): (400, 400, 400, 400, 400, 403, 400),
    (PICTURE + "{picture}/change/", ""): (200, 200, 200, 200, 302, 403, 200),
    (PICTURE + "{picture}/delete/", "post=yes"): (403, 403, 403, 403, 403, 403, 302),
    (DOCUMENT + "{document}/change/", ""): (200, 200, 200, 200, 403, 403, 200),
    (DOCUMENT + "{document}/delete/", "post=yes"): (403, 403, 403, 403, 403, 403, 302),
    (PAGE + "{page}/change/", ""): (403, 200, 403, 403, 403, 403, 200),
    (PAGE + "{page}/pindah/", "_pindah=tarik"): (403, 302, 403, 403, 403, 403, 302),
    (PAGE + "pindah-bersama/", "_pindah=tarik"): (403, 302, 403, 403, 403, 403, 302),
    (PAGE + "{page}/delete/", "post=yes"): (403, 403, 403, 403, 403, 403, 302),
    ("office/siteprofile/1/change/", ""): (403, 403, 403, 403, 403, 403, 200),
    ("office/official/{official}/change/", ""): (403, 403, 403, 403, 403, 403, 200),
    ("regions/region/{region}/change/", ""): (403, 403, 403, 403, 403, 403, 302),
    (ACTIVITY + "add/", ""): (403, 403, 403, 200, 200, 403, 200),
    (ACTIVITY + "{activity}/change/", ""): (404, 404, 404, 200, 404, 404, 200),
    (ACTIVITY + "{activity}/pindah/", "_pindah=terbitkan"): (403, 403, 403, 302, 404, 403, 302),
    (ACTIVITY + "pindah-bersama/", "_pindah=terbitkan"): (403, 403, 403, 302, 403, 403, 302),
    (ACTIVITY + "pindah-bersama/", "_pindah=ajukan"): (403, 403, 403, 403, 302, 403, 403),
    (ACTIVITY + "{activity}/delete/", "post=yes"): (404, 404, 404, 403, 404, 404, 302),
    (CONTRIBUTION + "add/", ""): (403, 403, 403, 403, 200, 403, 200),
    (CONTRIBUTION + "{contribution}/change/", ""): (404, 403, 404, 403, 404, 404, 403),
    (CONTRIBUTION + "{contribution}/langkah/", "_pindah=tolak&_catatan=x"): (
        404,
        302,
        404,
        302,
        404,
        404,
        302,
    ),
    (CONTRIBUTION + "{contribution}/langkah/", "_pindah=ajukan"): (
        404,
        403,
        404,
        403,
        404,
        404,
        403,
    ),
    (CONTRIBUTION + "{contribution}/jadikan-berita/", ""): (403, 302, 403, 302, 403, 403, 302),
    (CONTRIBUTION + "{contribution}/delete/", "post=yes"): (404, 403, 404, 403, 404, 404, 302),
    ("community/membership/add/", ""): (403, 403, 403, 200, 403, 403, 200),
    ("community/membership/{membership}/change/", ""): (403, 403, 403, 302, 403, 403, 302),
    ("community/membership/{membership}/delete/", "post=yes"): (403, 403, 403, 403, 403, 403, 302),
    (
        "community/registration/{registration}/change/",
        "_langkah=setujui",
    ): (403, 403, 403, 200, 403, 403, 200),  # without the stamp of the form
    (
        "community/registration/{registration}/kontak/",
        "",
    ): (403, 403, 403, 200, 403, 403, 200),
    (GROUP + "add/", ""): (403, 403, 403, 200, 403, 403, 200),
    (GROUP + "{group}/change/", ""): (404, 404, 404, 200, 404, 404, 200),
    (GROUP + "{group}/pindah/", "_pindah=tarik"): (403, 403, 403, 302, 403, 403, 302),
    (GROUP + "pindah-bersama/", "_pindah=tarik"): (403, 403, 403, 302, 403, 403, 302),
    (GROUP + "{group}/delete/", "post=yes"): (404, 404, 404, 403, 404, 404, 302),
    (BOARD + "add/?kim={group}", "members-TOTAL_FORMS=0&members-INITIAL_FORMS=0"): (
        *(403, 403, 403, 200, 403, 403, 200),
    ),
    (BOARD + "{board}/change/", "members-TOTAL_FORMS=0&members-INITIAL_FORMS=0"): (
        *(404, 404, 404, 200, 404, 404, 200),
    ),
    (BOARD + "{board}/delete/", "post=yes"): (404, 404, 404, 403, 404, 404, 302),
    (GROUP + "{group}/kontak/", ""): (403, 403, 403, 200, 403, 403, 200),
    ("community/stage/{stage}/change/", ""): (403, 403, 403, 200, 403, 403, 200),
    ("community/stage/{stage}/delete/", "post=yes"): (403, 403, 403, 403, 403, 403, 302),
    ("accounts/user/add/", ""): (403, 403, 403, 403, 403, 403, 200),
    ("accounts/user/{writer}/change/", ""): (403, 403, 403, 403, 403, 403, 200),
    ("accounts/user/{writer}/delete/", "post=yes"): (403, 403, 403, 403, 403, 403, 403),
}


@pytest.fixture
def numbers() -> dict[str, Any]:
    """Return the primary keys that the addresses name; draft and article are another writer's."""
    writer = make_user("Penulis")
    letter = store_private_file(pdf(), name="sk.pdf")
    return {
        "letter": letter.token,
        "board": make_board(make_group(), sk_file=letter).pk,
        "writer": writer.pk,
        "public": make_article(created_by=writer).pk,
        "draft": make_article(created_by=writer, status=Status.DRAFT, published_at=None).pk,
        "category": make_category("Kosong").pk,
        "picture": make_picture().pk,
        "document": Document.objects.create(title="Surat", file_name="surat.pdf", size=1).pk,
        "page": make_page().pk,
        "agency": Agency.objects.create(name="Dinas Uji", slug="dinas-uji").pk,
        "official": Official.objects.create(title="Jabatan Uji", slug="jabatan-uji").pk,
        "activity": make_activity(status=Status.REVIEW).pk,
        "contribution": make_contribution().pk,
        "membership": Membership.objects.create(user=writer, group=make_group()).pk,
        "group": make_group().pk,
        "registration": make_registration().pk,
        "stage": Stage.objects.create(name="Tahap uji", slug="uji").pk,
        "region": Region.objects.values_list("pk", flat=True)[0],
    }


def _signed_in(role: str) -> Client:
    client = Client()
    client.force_login(make_user(role))
    return client


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("address", READING)
def test_role_reads(role: str, address: str, numbers: dict[str, Any]) -> None:
    response = _signed_in(role).get("/admin/" + address.format(**numbers))

    assert response.status_code == READING[address][ROLES.index(role)]


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize(("address", "data"), WRITING)
def test_role_writes(role: str, address: str, data: str, numbers: dict[str, Any]) -> None:
    response = _signed_in(role).post(
        "/admin/" + address.format(**numbers),
        data,
        content_type="application/x-www-form-urlencoded",
    )

    assert response.status_code == WRITING[address, data][ROLES.index(role)]


@pytest.mark.parametrize("address", [ARTICLE, PAGE, "accounts/user/", PICTURE])
def test_account_without_a_role_may_nothing(address: str) -> None:
    client = Client()
    client.force_login(make_user())

    assert client.get("/admin/" + address).status_code == 403


@pytest.mark.parametrize("address", [ARTICLE, PAGE, "accounts/user/", PICTURE, PICTURE + "pilih/"])
def test_visitor_is_asked_to_sign_in(client: Client, address: str) -> None:
    response = client.get("/admin/" + address)

    assert response.status_code == 302
    assert response["Location"].startswith("/admin/login/")
