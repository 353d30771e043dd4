"""Who may see an event: the publishing rule, and the audience on top of it."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from agenda.catalogue import Audience
from agenda.events import Event
from agenda.occurrences import Occurrence
from tests.factories import make_event, make_user
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db

CLOSED = {"audience": Audience.CLOSED}


@pytest.mark.parametrize(
    "fields", [{}, CLOSED, *HIDDEN.values()], ids=["public", "closed", *HIDDEN]
)
def test_instance_querysets_and_dates_agree(fields: dict[str, object]) -> None:
    event = make_event(**fields)

    assert event.is_public() == (not fields)
    assert Event.objects.published().contains(event) == (not fields)
    assert Occurrence.objects.published().exists() == (not fields)


def test_embargo_ends_at_its_minute() -> None:
    at = timezone.now()
    make_event(published_at=at + timedelta(hours=1))

    assert not Occurrence.objects.published(at).exists()
    assert Occurrence.objects.published(at + timedelta(hours=1)).exists()


def test_closed_event_never_was_public() -> None:
    event = make_event(**CLOSED)

    assert not event.was_public()
    assert not Occurrence.objects.shown_to(AnonymousUser()).exists()
    assert not Event.objects.visible_to(make_user("Penulis")).exists()


def test_closed_events_are_in_no_period_of_public_ones() -> None:
    at = timezone.now()
    make_event(**CLOSED)

    assert not Event.objects.published_between(None, at, at).exists()
