"""The page of an article."""

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.library.models import Document
from cilegon_portal.publishing.models import Status
from cilegon_portal.publishing.slugs import leave_redirect
from news.models import Article, Kind, Verdict
from tests.factories import make_article, make_category, make_picture, make_user
from tests.publishing.test_rule import HIDDEN

pytestmark = pytest.mark.django_db

EVENING = datetime(2019, 9, 22, 12, 30, tzinfo=UTC)
HOUR = timedelta(hours=1)
WAS_NEVER_PUBLIC = ["draft", "in review", "returned", "scheduled"]


def test_article_shows_date_credits_and_reading_time(client: Client) -> None:
    make_article(
        slug="onthel",
        summary="Ringkasan kabar.",
        published_at=EVENING,
        body=f"<p>{'kata ' * 450}</p>",
        author_credit="Redaksi",
        reporter_credit="Tim Liputan",
        editor_credit="Penyunting",
    )

    text = client.get("/berita/onthel/").text

    assert "Minggu, 22 September 2019 · 19.30 WIB" in text
    assert "3 menit baca" in text
    assert "Penulis: Redaksi" in text
    assert "Peliput: Tim Liputan" in text
    assert "Editor: Penyunting" in text
    assert "Ringkasan kabar." in text


def test_clarification_shows_claim_verdict_and_explanation(client: Client) -> None:
    make_article(
        slug="hoaks",
        kind=Kind.CLARIFICATION,
        claim="Air laut naik besok",
        verdict=Verdict.HOAX,
        explanation="Tidak ada peringatan resmi",
        evidence="<p>Situs lembaga resmi</p>",
    )

    text = client.get("/berita/hoaks/").text

    assert "Air laut naik besok" in text
    assert 'class="badge badge--err"' in text
    assert "Hoaks</span>" in text
    assert "Tidak ada peringatan resmi" in text
    assert "Situs lembaga resmi" in text
    assert text.index("Hoaks</span>") < text.index("Bagikan Artikel ini")


def test_correction_stays_visible(client: Client) -> None:
    article = make_article(slug="keliru")
    article.corrections.create(text="Sebelumnya tertulis Senin.", at=EVENING)

    text = client.get("/berita/keliru/").text

    assert "Ralat" in text
    assert "Sebelumnya tertulis Senin." in text


def test_later_change_is_said_and_an_import_is_none(client: Client) -> None:
    article = make_article(slug="lama", published_at=EVENING)
    fresh = client.get("/berita/lama/").text
    Article.objects.filter(pk=article.pk).update(updated_at=timezone.now() + HOUR)

    assert "Diperbarui" not in fresh
    assert "Diperbarui" in client.get("/berita/lama/").text


def test_documents_are_offered_with_their_size(client: Client) -> None:
    article = make_article(slug="edaran")
    document = Document.objects.create(title="Surat Edaran", file_name="edaran.pdf", size=1_500_000)
    article.attachments.create(document=document)

    text = client.get("/berita/edaran/").text

    assert "Surat Edaran" in text
    assert "PDF, 1,4" in text


def test_related_are_the_chosen_ones_then_the_same_topic(client: Client) -> None:
    topic = make_category("Lingkungan")
    article = make_article(slug="pokok", category=topic)
    for index in range(4):
        make_article(
            title=f"Satu Topik {index}", category=topic, published_at=EVENING - index * HOUR
        )
    chosen = make_article(title="Pilihan Editor", published_at=EVENING - 99 * HOUR)
    article.related.add(chosen)

    related = client.get("/berita/pokok/").context["companions"].related

    assert [other.title for other in related] == ["Pilihan Editor", "Satu Topik 0", "Satu Topik 1"]


def test_previous_and_next_follow_time_and_then_number(client: Client) -> None:
    older = make_article(published_at=EVENING)
    middle = make_article(slug="tengah", published_at=EVENING)
    newer = make_article(published_at=EVENING)

    companions = client.get("/berita/tengah/").context["companions"]

    assert (companions.previous, companions.next) == (older, newer)
    assert middle not in companions.related


@pytest.mark.parametrize("fields", HIDDEN.values(), ids=HIDDEN)
def test_hidden_article_is_no_companion(client: Client, fields: dict[str, object]) -> None:
    article = make_article(slug="tengah", published_at=timezone.now() - 72 * HOUR)
    hidden = make_article(title="Rahasia", **fields)
    article.related.add(hidden)

    assert "Rahasia" not in client.get("/berita/tengah/").text


@pytest.mark.parametrize("name", HIDDEN)
def test_hidden_article_is_410_once_public_else_404(client: Client, name: str) -> None:
    make_article(title="Rahasia", slug="rahasia", **HIDDEN[name])
    if name in {"withdrawn", "archived"}:
        Article.objects.update(first_published_at=EVENING)

    response = client.get("/berita/rahasia/")

    assert response.status_code == (404 if name in WAS_NEVER_PUBLIC else 410)
    assert "Rahasia" not in response.text


def test_former_address_leads_on_for_good(client: Client) -> None:
    leave_redirect(make_article(slug="baru"), "lama")

    response = client.get("/berita/lama/")

    assert (response.status_code, response["Location"]) == (301, "/berita/baru/")


@pytest.mark.parametrize(("first_public", "status"), [(None, 404), (EVENING, 410)])
def test_former_address_of_a_hidden_article_tells_nothing(
    client: Client, first_public: datetime | None, status: int
) -> None:
    article = make_article(slug="judul-rahasia", status=Status.DRAFT)
    Article.objects.update(first_published_at=first_public)
    leave_redirect(article, "lama")

    response = client.get("/berita/lama/")

    assert response.status_code == status
    assert "rahasia" not in response.text


def test_writer_previews_the_own_draft_and_nobody_keeps_it(client: Client) -> None:
    writer = make_user("Penulis")
    make_article(slug="draf-saya", status=Status.DRAFT, created_by=writer)
    client.force_login(writer)

    response = client.get("/berita/draf-saya/")

    assert "Pratinjau: Draf" in response.text
    assert "no-store" in response["Cache-Control"]
    assert "noindex" in response.text


def test_other_writer_does_not_see_the_draft_and_the_editor_does(client: Client) -> None:
    make_article(slug="draf", status=Status.DRAFT, created_by=make_user("Penulis"))
    client.force_login(make_user("Penulis"))
    seen_by_writer = client.get("/berita/draf/").status_code
    client.force_login(make_user("Editor"))

    assert seen_by_writer == 404
    assert client.get("/berita/draf/").status_code == 200


@pytest.mark.parametrize("number", [40, 400])
def test_article_costs_the_same_at_any_size(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries, number: int
) -> None:
    for index in range(number):
        make_article(published_at=EVENING + index * HOUR)
    article = make_article(slug="pokok", published_at=EVENING + 20 * HOUR, tags=["Satu", "Dua"])
    article.corrections.create(text="Ralat.")
    article.attachments.create(picture=make_picture())
    client.get("/berita/pokok/")

    # article, attachments, corrections, tags, companions, who sent it, events it tells of and the next
    with django_assert_num_queries(7):
        client.get("/berita/pokok/")


def test_public_article_sets_no_cookie_and_asks_caches_to_check(client: Client) -> None:
    make_article(slug="terbuka")

    response = client.get("/berita/terbuka/")

    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")
    assert response["Cache-Control"] == "no-cache"


def test_breadcrumb_leads_to_the_topic_without_repeating_the_title(client: Client) -> None:
    make_article(title="Jalan Dibuka", slug="jalan", category=make_category("Pembangunan"))

    text = client.get("/berita/jalan/").text

    assert '<li><a href="/berita/kategori/pembangunan/">Pembangunan</a></li>' in text
    assert "<li aria-current" not in text
