"""Every field of the public forms with what nobody expects: answered in words, and nothing is lost."""

import html
from collections.abc import Mapping
from typing import Any

import pytest
from django.forms import BooleanField, CharField, ChoiceField, FileField
from django.test import Client

from community.aspiration_forms import AspirationForm
from community.registration_steps import STEPS as STEP_FORMS
from tests.community.registering import STEPS, register
from tests.community.sending import ASPIRASI, WHOLE, send

pytestmark = pytest.mark.django_db

VALUES: dict[str, Any] = {
    "nothing": "",
    "20,000 letters of Arabic": "ب" * 20_000,
    "NUL": "a\0b",
    "invisible": "\u200b\u202e\ufeff",
    "Javanese": "ꦱꦸꦒꦼꦁ ꦲꦺꦚ꧀ꦗꦁ",
    "lines": "satu\r\ndua\ttiga",
    "half a character": b"\xed\xb3\xbf",
}


def _fields(form: Any) -> list[str]:
    return [name for name, field in form.base_fields.items() if not isinstance(field, FileField)]


def _is_answered_in_words(
    response: Any, name: str, value: Any, typed: Mapping[str, str], form: Any
) -> None:
    """Hold *response* to be sent, or refused with a message beside the field and the rest as typed."""
    is_choice = isinstance(form.base_fields[name], (BooleanField, ChoiceField))
    if response.status_code == 302:
        assert len(value) < 20_000 or is_choice
        return
    assert response.status_code == 400
    page = html.unescape(response.text)
    beside = page.partition(f'id="id_{name}_error"')[2].partition("</p>")[0]
    assert beside.partition("</span>")[2].strip()
    for other, words in typed.items():
        if other != name and isinstance(form.base_fields[other], CharField):
            assert words in page, other


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
@pytest.mark.parametrize("name", _fields(AspirationForm))
def test_aspiration_with_anything_in_a_field(client: Client, name: str, value: Any) -> None:
    response = send(client, **{name: value})

    _is_answered_in_words(response, name, value, WHOLE, AspirationForm)


FIELDS = [(number, name) for number, form in enumerate(STEP_FORMS) for name in _fields(form)]


@pytest.mark.parametrize("value", VALUES.values(), ids=VALUES)
@pytest.mark.parametrize(("number", "name"), FIELDS, ids=[name for _, name in FIELDS])
def test_registration_with_anything_in_a_field(
    client: Client, number: int, name: str, value: Any
) -> None:
    response = register(client, **{name: value})

    _is_answered_in_words(response, name, value, STEPS[number], STEP_FORMS[number])


def test_browser_cuts_nothing_off_that_is_pasted(client: Client) -> None:
    pages = [client.get(ASPIRASI).text, *(register(client, number).text for number in range(3))]

    for page in pages:
        form = page.partition('<form class="form"')[2].partition("</form>")[0]
        assert "<input" in form
        assert "maxlength" not in form
