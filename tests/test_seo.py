"""The head of a page: what it says to search engines and chat programs."""

import json
import re
from datetime import UTC, datetime

import pytest
from django.template.loader import render_to_string
from django.test import override_settings

from cilegon_portal.seo import FeedLink, Seo, SeoImage, breadcrumb_data

pytestmark = pytest.mark.django_db


def _head(**fields: object) -> str:
    seo = Seo(**{"title": "Judul", "path": "/berita/", **fields})  # type: ignore[arg-type]
    return render_to_string("components/seo.html", {"seo": seo})


def _data(html: str) -> dict[str, object]:
    block = re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    assert block is not None
    data: dict[str, object] = json.loads(block[1])
    return data


def test_page_without_seo_says_nothing() -> None:
    assert "<" not in render_to_string("components/seo.html", {})


@override_settings(SITE_URL="https://portal.contoh.go.id")
def test_canonical_address_is_the_sites_own() -> None:
    assert '<link rel="canonical" href="https://portal.contoh.go.id/berita/">' in _head()


def test_page_without_description_uses_the_sites() -> None:
    assert (
        '<meta name="description" content="Berita resmi, agenda kegiatan, dan KIM Kota Cilegon.">'
        in _head()
    )


def test_article_times_carry_the_office_offset() -> None:
    head = _head(type="article", published_at=datetime(2019, 9, 22, 12, 30, tzinfo=UTC))

    assert 'property="article:published_time" content="2019-09-22T19:30:00+07:00"' in head


def test_image_says_its_size_type_and_text() -> None:
    head = _head(image=SeoImage(url="/kartu.jpg", alt='Warga & "onthel"'))

    assert '<meta property="og:image" content="http://localhost:8000/kartu.jpg">' in head
    assert '<meta property="og:image:width" content="1200">' in head
    assert '<meta property="og:image:height" content="630">' in head
    assert '<meta property="og:image:type" content="image/jpeg">' in head
    assert '<meta property="og:image:alt" content="Warga &amp; &quot;onthel&quot;">' in head
    assert '<meta name="twitter:card" content="summary_large_image">' in head


def test_feeds_are_announced() -> None:
    head = _head(feeds=(FeedLink(title="Berita", url="/berita/rss/"),))

    assert (
        '<link rel="alternate" type="application/rss+xml" title="Berita" href="/berita/rss/">'
        in head
    )


def test_structured_data_cannot_leave_its_script_element() -> None:
    evil = "</script><script>alert(1)</script><!-- & \u2028"

    head = _head(data=({"@type": "NewsArticle", "headline": evil},))

    assert head.count("</script>") == 1
    assert "<!--" not in head
    assert _data(head)["@graph"] == [{"@type": "NewsArticle", "headline": evil}]


def test_breadcrumb_starts_at_home_with_absolute_addresses() -> None:
    items = breadcrumb_data(("Berita", "/berita/"))["itemListElement"]

    assert [(item["position"], item["name"], item["item"]) for item in items] == [
        (1, "Beranda", "http://localhost:8000/"),
        (2, "Berita", "http://localhost:8000/berita/"),
    ]
