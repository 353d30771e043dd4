"""The publishing rule: queryset and instance agree."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from cilegon_portal.publishing.models import Status
from news.models import Article
from tests.factories import make_article

pytestmark = pytest.mark.django_db

HIDDEN: dict[str, dict[str, Any]] = {
    "draft": {"status": Status.DRAFT},
    "in review": {"status": Status.REVIEW},
    "returned": {"status": Status.RETURNED},
    "withdrawn": {"status": Status.WITHDRAWN},
    "archived": {"status": Status.ARCHIVED},
    "scheduled": {"published_at": timezone.now() + timedelta(hours=1)},
    "expired": {
        "published_at": timezone.now() - timedelta(days=2),
        "unpublish_at": timezone.now() - timedelta(days=1),
    },
}


@pytest.mark.parametrize("fields", [{}, *HIDDEN.values()], ids=["public", *HIDDEN])
def test_instance_and_queryset_agree_on_the_rule(fields: dict[str, object]) -> None:
    article = make_article(**fields)

    assert article.is_public() == Article.objects.published().contains(article)


def test_public_article_answers_at_its_address(client: Client) -> None:
    article = make_article(title="Jalan Lingkar Selatan Dibuka")

    assert article.title in client.get("/berita/jalan-lingkar-selatan-dibuka/").text
