"""What nobody types by hand: numbers that no key can be, words where a number stands, years at the ends of time."""

import re

import pytest
from django.apps import apps
from django.contrib import admin
from django.db.models import Model
from django.test import Client

from tests.factories import (
    make_article,
    make_aspiration,
    make_event,
    make_group,
    make_occurrence,
    make_user,
)

pytestmark = pytest.mark.django_db

VALUES = (
    *("x", "9" * 20, "9" * 5000, "0001-01-01", "9999-12-31", "%00", "%C2%B2", "%ED%B3%BF"),
    *("%22%27%3Cscript%3E%25_%5C", "1,2,x", "a" * 10_000, "-1"),
)
PARAMETERS = re.compile(r'href="\?([a-z_0-9]+)=')


def _lists() -> list[type[Model]]:
    return sorted(
        (model for model in apps.get_models() if admin.site.is_registered(model)),
        key=lambda model: model._meta.label,
    )


@pytest.fixture
def manager(client: Client) -> Client:
    client.force_login(make_user("Pengelola Situs"))
    return client


@pytest.mark.filterwarnings("ignore:DateTimeField .* received a naive datetime")
@pytest.mark.parametrize("model", _lists(), ids=lambda model: model._meta.label)
def test_list_of_the_admin_answers_any_filter(manager: Client, model: type[Model]) -> None:
    make_article()
    make_occurrence()
    make_group()
    make_aspiration()
    path = f"/admin/{model._meta.app_label}/{model._meta.model_name}/"
    page = manager.get(path)
    if page.status_code == 403:  # what this role has no list of
        return
    offered = {*PARAMETERS.findall(page.text), "id", "id__in", "pk", "q", "o", "p", "all", "e"}
    offered |= {name.partition("__")[0] for name in offered}

    failed = [
        f"{path}?{name}={value[:30]}"
        for name in sorted(offered)
        for value in VALUES
        if manager.get(f"{path}?{name}={value}").status_code >= 500
    ]

    assert not failed


@pytest.mark.parametrize("model", _lists(), ids=lambda model: model._meta.label)
@pytest.mark.parametrize("key", ["x", "99999999999999999999", "1_5Fx", "0"])
def test_form_of_the_admin_answers_any_key(manager: Client, model: type[Model], key: str) -> None:
    path = f"/admin/{model._meta.app_label}/{model._meta.model_name}/{key}"

    for page in ("change", "delete", "history", "pindah"):
        assert manager.get(f"{path}/{page}/").status_code < 500
        assert manager.post(f"{path}/{page}/", {"_save": "1"}).status_code < 500


@pytest.mark.parametrize(
    "path",
    [
        "/admin/agenda/teks-whatsapp/?dari=0001-01-01",
        "/admin/agenda/teks-whatsapp/?dari=9999-12-31",
        "/admin/agenda/teks-whatsapp/?dari=2100-12-31&sampai=2100-12-31",
        "/admin/agenda/ekspor/?dari=0001-01-01&sampai=0001-01-02&bentuk=csv",
        "/admin/agenda/ekspor/?dari=9999-12-30&sampai=9999-12-31&bentuk=csv",
        "/admin/agenda/kalender/1990/01/",
        "/admin/agenda/kalender/1990/01/01/",
        "/admin/agenda/kalender/2100/12/",
        "/admin/agenda/kalender/2100/12/31/",
    ],
)
def test_pages_of_the_agenda_answer_at_the_ends_of_time(manager: Client, path: str) -> None:
    make_event()

    assert manager.get(path).status_code in {200, 404}


@pytest.mark.parametrize(
    "path",
    ["/", "/berita/", "/berita/rss/", "/agenda/", "/kim/", "/kim/sebaran/", "/aspirasi/", "/cari/"],
)
def test_public_page_answers_any_parameter(client: Client, path: str) -> None:
    names = ("halaman", "q", "jenis", "pejabat", "opd", "dari", "sampai", "kecamatan", "tingkat")

    failed = [
        f"{path}?{name}={value[:30]}"
        for name in names
        for value in VALUES
        if client.get(f"{path}?{name}={value}").status_code >= 500
    ]

    assert not failed
