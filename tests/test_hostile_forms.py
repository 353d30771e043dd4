"""What no browser would send to the forms of the admin is answered in words, and soon."""

import pytest
from django.test import Client

from tests.factories import make_occurrence, make_picture, make_user

pytestmark = pytest.mark.django_db

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
