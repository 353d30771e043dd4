"""What querysets are asked for with numbers that no column can hold."""

import pytest
from django.db.models import F

from news.models import Article
from tests.factories import make_article

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("key", [10**20, -(10**20), None])
def test_what_no_column_holds_is_left_out_among_several(key: int | None) -> None:
    article = make_article()

    assert Article.objects.get(pk__in=[article.pk, key]) == article
    assert not Article.objects.filter(pk__in=[key]).exists()
    assert Article.objects.exclude(pk__in=[key]).get() == article


def test_columns_are_compared_as_ever() -> None:
    article = make_article()

    assert Article.objects.get(pk__in=[F("pk"), 0]) == article
    assert Article.objects.get(pk__in=Article.objects.all()) == article
