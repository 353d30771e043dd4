"""What articles and their lists say of themselves to machines."""

from datetime import datetime

from cilegon_portal.addresses import absolute_url
from cilegon_portal.seo import (
    JsonObject,
    Seo,
    SeoImage,
    breadcrumb_data,
    iso_local,
    organisation_data,
)
from news.cards import card_of, card_path
from news.models import Article, Kind, Verdict

# schema.org wants a number; the words are in alternateName.
_RATINGS = {Verdict.HOAX: 1, Verdict.MISLEADING: 2, Verdict.UNPROVEN: 3, Verdict.TRUE: 5}
_BEST_RATING = 5


def article_seo(article: Article) -> Seo:
    """Return what the page of *article* says; reads its category, tags and corrections."""
    tags = tuple(sorted(tag.name for tag in article.tags.all()))
    path = article.get_absolute_url()
    data = [_article_data(article, tags), _article_crumbs(article)]
    if claim_review := _claim_review_data(article):
        data.append(claim_review)
    return Seo(
        title=article.title,
        path=path,
        description=article.summary,
        type="article",
        image=SeoImage(url=card_path(article), alt=card_of(article).alt),
        published_at=article.published_at,
        modified_at=modified_at(article),
        section=article.category.name,
        tags=tags,
        # A preview that leaks through a proxy or a toolbar must not enter an index.
        robots="max-image-preview:large" if article.is_public() else "noindex",
        data=tuple(data),
    )


def modified_at(article: Article) -> datetime:
    """Return when *article* was last changed; nothing changes before it is published."""
    return max(filter(None, (article.published_at, article.updated_at)))


def _article_data(article: Article, tags: tuple[str, ...]) -> JsonObject:
    address = absolute_url(article.get_absolute_url())
    organisation = organisation_data()
    data: JsonObject = {
        "@type": "NewsArticle",
        "headline": article.title,
        "description": article.summary,
        "url": address,
        "image": _images(article),
        "mainEntityOfPage": address,
        "datePublished": iso_local(article.published_at),
        "dateModified": iso_local(modified_at(article)),
        "author": organisation,
        "publisher": organisation,
        "articleSection": article.category.name,
        "keywords": list(tags),
        "inLanguage": "id",
        "isAccessibleForFree": True,
        "correction": [
            {
                "@type": "CorrectionComment",
                "text": correction.text,
                "datePublished": iso_local(correction.at),
            }
            for correction in article.corrections.all()
        ],
    }
    # An empty value says less than none.
    return {key: value for key, value in data.items() if value not in ("", [])}


def _images(article: Article) -> list[str]:
    """Return the photo itself, which search engines prefer to words on a picture, and the card."""
    picture = article.picture
    photo = [picture.rendition_url(picture.steps()[-1], "jpg")] if picture else []
    return [absolute_url(path) for path in (*photo, card_path(article))]


def _article_crumbs(article: Article) -> JsonObject:
    return breadcrumb_data(
        ("Berita", "/berita/"),
        (article.category.name, article.category.get_absolute_url()),
        (article.title, article.get_absolute_url()),
    )


def _claim_review_data(article: Article) -> JsonObject | None:
    if article.kind != Kind.CLARIFICATION or not (article.claim and article.verdict):
        return None
    verdict = Verdict(article.verdict)
    return {
        "@type": "ClaimReview",
        "url": absolute_url(article.get_absolute_url()),
        "claimReviewed": article.claim,
        "datePublished": iso_local(article.published_at),
        "author": organisation_data(),
        "itemReviewed": {"@type": "Claim", "datePublished": iso_local(article.published_at)},
        "reviewRating": {
            "@type": "Rating",
            "ratingValue": _RATINGS[verdict],
            "bestRating": _BEST_RATING,
            "worstRating": 1,
            "alternateName": verdict.label,
        },
    }
