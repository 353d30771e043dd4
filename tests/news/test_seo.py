"""What an article says of itself to machines."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.utils import timezone

from cilegon_portal.publishing.models import Status
from news.models import Article, Correction, Kind, Verdict
from news.seo import article_seo
from tests.factories import make_article, make_category

pytestmark = pytest.mark.django_db


def _data(article: Article, type_name: str) -> dict[str, Any]:
    return next(item for item in article_seo(article).data if item["@type"] == type_name)


def test_article_data_names_time_section_tags_and_publisher() -> None:
    article = make_article(
        title="Onthel",
        published_at=datetime(2019, 9, 22, 12, 30, tzinfo=UTC),
        category=make_category("KIM"),
        tags=["literasi", "Komunitas"],
    )

    data = _data(article, "NewsArticle")

    assert data["headline"] == "Onthel"
    assert data["url"] == "http://localhost:8000/berita/onthel/"
    assert data["datePublished"] == "2019-09-22T19:30:00+07:00"
    assert data["dateModified"].endswith("+07:00")
    assert data["articleSection"] == "KIM"
    assert data["keywords"] == ["Komunitas", "literasi"]
    assert data["publisher"]["@type"] == "GovernmentOrganization"
    assert data["publisher"]["name"] == "Diskominfo Kota Cilegon"


def test_scheduled_article_was_not_modified_before_it_is_published() -> None:
    later = timezone.now() + timedelta(days=1)

    assert article_seo(make_article(published_at=later)).modified_at == later


def test_correction_is_told() -> None:
    article = make_article()
    Correction.objects.create(
        article=article, text="Tertulis 2018.", at=datetime(2019, 9, 23, tzinfo=UTC)
    )

    assert _data(article, "NewsArticle")["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "Tertulis 2018.",
            "datePublished": "2019-09-23T07:00:00+07:00",
        }
    ]


def test_clarification_is_a_claim_review() -> None:
    article = make_article(
        kind=Kind.CLARIFICATION, claim="Air keran beracun.", verdict=Verdict.HOAX
    )

    review = _data(article, "ClaimReview")

    assert review["claimReviewed"] == "Air keran beracun."
    assert review["reviewRating"]["ratingValue"] == 1
    assert review["reviewRating"]["alternateName"] == "Hoaks"


def test_ordinary_article_reviews_no_claim() -> None:
    types = [item["@type"] for item in article_seo(make_article()).data]

    assert types == ["NewsArticle", "BreadcrumbList"]


def test_breadcrumb_leads_through_the_category() -> None:
    article = make_article(title="Onthel", category=make_category("KIM"))

    names = [item["name"] for item in _data(article, "BreadcrumbList")["itemListElement"]]

    assert names == ["Beranda", "Berita", "KIM", "Onthel"]


def test_preview_of_a_draft_stays_out_of_indexes() -> None:
    assert article_seo(make_article(status=Status.DRAFT)).robots == "noindex"
