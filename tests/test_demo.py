"""``manage.py demo``: safe to run again, and the source article stands to the letter."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from pytest_django import Settings

from cilegon_portal.accounts.demo import ACCOUNTS, PASSWORD
from cilegon_portal.accounts.models import User
from cilegon_portal.richtext import clean_html
from news.models import Article, Category

pytestmark = pytest.mark.django_db
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
WEEKDAY_AND_DATE = re.compile(rf"({'|'.join(DAYS)}) \((\d+)/(\d+)\)")
SOURCE = Path("news/demo_data/artikel_248.txt")


def _load(*options: str) -> str:
    out = StringIO()
    call_command("demo", "--force", *options, stdout=out)
    return out.getvalue()


def _counts() -> tuple[int, int, int]:
    return Article.objects.count(), Category.objects.count(), User.objects.count()


def test_second_run_adds_nothing_and_keeps_what_a_person_changed() -> None:
    _load()
    Article.objects.filter(legacy_id=248).update(summary="Ringkasan dari penyunting.")
    before = _counts()

    _load()

    assert _counts() == before
    assert Article.objects.get(legacy_id=248).summary == "Ringkasan dari penyunting."


def test_demo_refuses_on_a_real_site(settings: Settings) -> None:
    settings.DEBUG = False

    with pytest.raises(CommandError, match="--force"):
        call_command("demo")

    assert not User.objects.exists()


def test_if_empty_leaves_a_site_with_articles_alone() -> None:
    _load()
    Article.objects.exclude(legacy_id=248).delete()

    _load("--if-empty")

    assert Article.objects.count() == 1


def test_old_address_leads_to_the_source_article_to_the_letter(client: Client) -> None:
    _load()
    paragraphs = [
        line for line in SOURCE.read_text(encoding="utf-8").splitlines() if len(line) > 200
    ]

    response = client.get("/index.php/web/berita/248", follow=True)

    assert response.redirect_chain[0][1] == 301
    article = Article.objects.get(legacy_id=248)
    assert len(paragraphs) == 5
    for paragraph in paragraphs:
        assert paragraph.removeprefix("PC.Cilegon- ").rstrip() in article.body
    assert "PC.Cilegon" in response.text
    assert response.text.count("data-share") == 1


def test_demo_accounts_sign_in() -> None:
    _load()

    for username in ACCOUNTS:
        assert Client().login(username=username, password=PASSWORD), username


def test_demo_shows_staff_every_state_and_readers_only_the_public_ones(client: Client) -> None:
    _load()

    states = {article.state_label() for article in Article.objects.all()}

    assert states == {
        "Draf", "Menunggu tinjauan", "Dikembalikan", "Dijadwalkan", "Terbit", "Kedaluwarsa", "Ditarik",
    }  # fmt: skip
    assert client.get("/berita/jadwal-layanan-keliling-tahun-depan-diumumkan/").status_code == 404
    assert client.get("/berita/lomba-video-warga-dibuka-untuk-umum/").status_code == 410
    assert "Terpopuler" in client.get("/").text


def test_demo_categories_and_texts_pass_the_admin_forms_checks() -> None:
    _load()

    for category in Category.objects.all():
        category.full_clean()
    for article in Article.objects.all():
        assert clean_html(article.body) == article.body
        assert len(article.summary) <= 200


def test_weekday_beside_a_date_is_the_right_one() -> None:
    _load()

    for article in Article.objects.all():
        assert article.published_at
        for name, day, month in WEEKDAY_AND_DATE.findall(article.body):
            date = article.published_at.date().replace(month=int(month), day=int(day))
            assert DAYS[date.weekday()] == name, article.title
