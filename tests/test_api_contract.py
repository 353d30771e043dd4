"""The API keeps what its OpenAPI says, whatever it is asked (schemathesis)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import schemathesis
from django.core.cache import cache
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from cilegon_portal.office.models import Official
from tests.factories import make_article, make_board, make_event, make_group, make_picture

MODES = (GenerationMode.POSITIVE, GenerationMode.NEGATIVE)
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@pytest.fixture
def _keeps_its_connection() -> Iterator[None]:
    """Let requests leave the connection of the test open, as Django's own test client does."""
    signals = (request_started, request_finished)
    for signal in signals:
        signal.disconnect(close_old_connections)
    yield
    for signal in signals:
        signal.connect(close_old_connections)


@pytest.fixture
def api_schema(db: None, _keeps_its_connection: None) -> schemathesis.BaseSchema:
    """Return what the API says of itself, with something to tell of everything."""
    make_article(tags=["Sepeda"], picture=make_picture(), region_id="36.72.08.1007")
    make_article(kind="klarifikasi", claim="Klaim.", verdict="hoaks", explanation="Penjelasan.")
    event = make_event(first_on=date(2030, 6, 1))
    event.attendances.create(official=Official.objects.create(title="Wali Kota", slug="wali-kota"))
    make_board(make_group(slug="kim-citangkil"))
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())


def test_answers_are_as_described(api_schema: schemathesis.BaseSchema) -> None:
    described: Any = api_schema.get_all_operations()
    operations = [result.ok() for result in described]

    assert len(operations) == 11
    for operation in operations:
        _try(operation)


def _try(operation: Any) -> None:
    """Ask *operation* much that is right and much that is wrong."""

    @settings(
        max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck)
    )
    @given(case=st.one_of(*(operation.as_strategy(generation_mode=mode) for mode in MODES)))
    def answers(case: Any) -> None:
        cache.clear()  # the limit of one network is not what is tried here
        case.call_and_validate(checks=CHECKS)

    answers()
