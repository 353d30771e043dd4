"""What no browser would send to the forms of the admin is answered in words, and soon."""

from typing import Any
from urllib.parse import urlencode

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
    make_page,
    make_picture,
    make_user,
)

pytestmark = pytest.mark.django_db

VALUES = {
    "word": "x",
    "20 digits": "9" * 20,
    "-20 digits": "-" + "9" * 20,
    "5,000 digits": "9" * 5_000,
    "superscript": "²",
    "NUL": "a\0b",
    "year 1": "0001-01-01",
    "minute of year 9999": "9999-12-31T23:59",
    "10,000 letters": "a" * 10_000,
    "half a character": b"\xed\xb3\xbf",
}

FORMS = {
    "article": ("/admin/news/article/add/", "attachments"),
    "event": ("/admin/agenda/event/add/", "attendances"),
    "date of an event": ("/admin/agenda/occurrence/{date}/change/", "attendances"),
    "list of pictures": ("/admin/library/picture/", "form"),
}


@pytest.fixture
def manager(client: Client) -> Client:
    client.force_login(make_user(is_superuser=True, is_staff=True))
    return client


@pytest.mark.parametrize(("address", "rows"), FORMS.values(), ids=FORMS)
def test_millions_of_rows_are_refused_before_they_are_built(
    manager: Client, address: str, rows: str
) -> None:
    make_picture()
    said = {f"{rows}-TOTAL_FORMS": "99999999", f"{rows}-INITIAL_FORMS": "0"}

    page = manager.post(address.format(date=make_occurrence().pk), {"_save": "1", **said})

    assert "paling banyak" in page.text
    assert f"{rows}-0-" in page.text
    assert f"{rows}-200-" not in page.text


def _models() -> list[type[Model]]:
    return sorted(
        (model for model in apps.get_models() if admin.site.is_registered(model)),
        key=lambda model: model._meta.label,
    )


def _fields(page: Any) -> tuple[list[str], dict[str, Any]]:
    """Return the names that the form of *page* sends, one row of each inline included, and the rows it says it has."""
    if not page.context or "adminform" not in page.context:
        return [], {}
    names = [bound.html_name for bound in page.context["adminform"].form]
    rows: dict[str, Any] = {}
    for inline in page.context["inline_admin_formsets"]:
        empty = inline.formset.empty_form
        names += [bound.html_name.replace("__prefix__", "0") for bound in empty]
        rows |= {f"{inline.formset.prefix}-TOTAL_FORMS": 1}
        rows |= {f"{inline.formset.prefix}-INITIAL_FORMS": 0}
    return names, rows


def _make_one_of_each() -> None:
    for make in (make_article, make_event, make_group, make_aspiration, make_page, make_picture):
        make()


def _addresses(model: type[Model]) -> list[str]:
    """Return where one of *model* is made, and where the first that exists is changed."""
    path = f"/admin/{model._meta.app_label}/{model._meta.model_name}"
    saved = model._default_manager.first()
    return [f"{path}/add/", f"{path}/{saved.pk if saved else 0}/change/"]


@pytest.mark.parametrize("model", _models(), ids=lambda model: model._meta.label)
def test_form_answers_any_value(manager: Client, model: type[Model]) -> None:
    _make_one_of_each()
    manager.raise_request_exception = False
    failed = []

    for address in _addresses(model):
        names, rows = _fields(manager.get(address, follow=True))
        for kind, value in VALUES.items():
            sent = urlencode({**dict.fromkeys(names, value), **rows, "_save": 1})
            answer = manager.post(address, sent, content_type="application/x-www-form-urlencoded")
            if answer.status_code >= 500:
                failed.append(f"{kind} to {address}")

    assert not failed
