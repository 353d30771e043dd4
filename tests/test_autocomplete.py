"""Fields that are chosen by typing: whatever is sent, the form comes back with a sentence."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.factories import make_activity, make_aspiration, make_group, make_occurrence, make_user

pytestmark = pytest.mark.django_db

FORMS: dict[str, tuple[str, Callable[[], str]]] = {
    "baca juga of an article": ("related", lambda: "news/article/add/"),
    "articles of a date": (
        "articles",
        lambda: f"agenda/occurrence/{make_occurrence().pk}/change/",
    ),
    "article of an aspiration": (
        "article",
        lambda: f"community/aspiration/{make_aspiration().pk}/change/",
    ),
    "forum of a group": ("parent", lambda: f"community/group/{make_group().pk}/change/"),
    "partners of a group": ("partners", lambda: "community/group/add/"),
    "partners of an activity": (
        "partners",
        lambda: f"community/activity/{make_activity().pk}/change/",
    ),
}
SENT: list[Any] = ["x", "9" * 30, "1.5", "-1", "١", "a\0b", "0"]


@pytest.mark.parametrize("value", SENT)
@pytest.mark.parametrize(("field", "address"), FORMS.values(), ids=FORMS)
def test_what_is_no_key_comes_back_with_a_sentence(
    client: Client, field: str, address: Callable[[], str], value: str
) -> None:
    client.force_login(make_user("Pengelola Situs"))

    response = client.post(f"/admin/{address()}", {field: [value]})

    assert response.status_code == 200
    assert field in response.context["adminform"].form.errors
