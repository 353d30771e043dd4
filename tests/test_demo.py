"""``manage.py demo``: what it offers to try, and that a second run changes nothing."""

import io
import re
import zlib
from collections.abc import Iterator
from datetime import timedelta
from io import StringIO
from itertools import pairwise
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import transaction
from django.test import Client
from django.utils import timezone
from PIL import Image
from pytest_django import DjangoDbBlocker, Settings

from cilegon_portal.accounts.demo import ACCOUNTS, PASSWORD
from cilegon_portal.accounts.models import User
from cilegon_portal.office.models import Agency, Official, SiteProfile
from cilegon_portal.publishing.slugs import leave_redirect
from cilegon_portal.richtext import clean_html
from community.activities import TASKS, Activity
from community.aspirations import Aspiration, AspirationState
from community.boards import BoardMember
from community.contributions import Contribution, ContributionState
from community.coverage import Reach, coverage
from community.groups import Group
from community.registrations import Registration, RegistrationState
from community.terms import TermState
from news.demo_articles.categories import CATEGORIES
from news.models import Article, Category
from tests.factories import make_aspiration
from tests.marks import NAME, PHONE, PLACE, rows_with_marks

SOURCE = Path("news/demo_data/artikel_248.txt")
FEATURE = "/berita/panduan-musim-hujan-saluran-jalur-aman-dan-nomor-penting/"
RAW_MARKUP = re.compile(r"&lt;|\[gambar")
OWN_TABLES = ("accounts", "community", "library", "news", "office", "publishing", "taggit")


def _small_drawing(name: str) -> bytes:
    """Return a picture of its own for each name; the drawings themselves are tested in tests/news."""
    file = io.BytesIO()
    Image.new("RGB", (64, 36), f"#{zlib.crc32(name.encode()) % 0xFFFFFF:06x}").save(file, "PNG")
    return file.getvalue()


def _load(*options: str) -> str:
    out = StringIO()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("news.demo_pictures.draw", _small_drawing)
        call_command("demo", "--force", *options, stdout=out)
    return out.getvalue()


@pytest.fixture(scope="module")
def _loaded_once(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    with django_db_blocker.unblock(), transaction.atomic():
        _load()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def _demo(_loaded_once: None, db: None) -> None:
    """Start from the demo; what a test changes is undone after it."""


def _counts() -> dict[str, int]:
    return {
        model._meta.label: model._default_manager.count()
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in OWN_TABLES
    }


@pytest.mark.django_db
def test_demo_refuses_on_a_real_site(settings: Settings) -> None:
    settings.DEBUG = False

    with pytest.raises(CommandError, match="--force"):
        call_command("demo")

    assert not User.objects.exists()


@pytest.mark.usefixtures("_demo")
def test_second_run_adds_nothing_and_keeps_what_a_person_changed() -> None:
    Article.objects.filter(legacy_id=248).update(summary="Ringkasan dari penyunting.")
    renamed = Article.objects.published().exclude(legacy_id=248).newest_first()[0]
    former, renamed.title, renamed.slug = renamed.slug, "Judul Baru", "judul-baru"
    renamed.save()
    leave_redirect(renamed, former)
    before = _counts()

    _load()

    assert _counts() == before
    assert Article.objects.get(legacy_id=248).summary == "Ringkasan dari penyunting."
    assert Article.objects.get(pk=renamed.pk).title == "Judul Baru"


@pytest.mark.usefixtures("_demo")
def test_person_leaves_the_demo_and_all_else_stays() -> None:
    before = _counts()
    make_aspiration(name=NAME, contact=PHONE, text=f"Saya di {PLACE}.")
    group = Group.objects.get(slug="kim-citangkil")
    group.private_contact = f"Ketua {NAME} {PHONE}"
    group.save()

    call_command("data_pribadi", "hapus", "+62 812 7777 6666", "--ya", stdout=StringIO())

    assert rows_with_marks() == []
    after = _counts()
    assert after.pop("community.Aspiration") == before.pop("community.Aspiration") + 1
    assert after.pop("community.AspirationStep") > before.pop("community.AspirationStep")
    assert after == before


@pytest.mark.usefixtures("_demo")
def test_if_empty_leaves_a_site_with_articles_alone() -> None:
    Article.objects.exclude(legacy_id=248).delete()

    _load("--if-empty")

    assert Article.objects.count() == 1


@pytest.mark.usefixtures("_demo")
def test_old_address_leads_to_the_source_article_to_the_letter(client: Client) -> None:
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


@pytest.mark.usefixtures("_demo")
def test_demo_accounts_sign_in() -> None:
    for username in ACCOUNTS:
        assert Client().login(username=username, password=PASSWORD), username


@pytest.mark.usefixtures("_demo")
def test_demo_shows_staff_every_state_and_readers_only_the_public_ones(client: Client) -> None:
    states = {article.state_label() for article in Article.objects.all()}

    assert states == {
        "Draf", "Menunggu tinjauan", "Dikembalikan", "Dijadwalkan", "Terbit", "Kedaluwarsa", "Ditarik",
        "Diarsipkan",
    }  # fmt: skip
    for article in Article.objects.all():
        status = 200 if article.is_public() else 410 if article.was_public() else 404
        assert client.get(article.get_absolute_url()).status_code == status, article.title


@pytest.mark.usefixtures("_demo")
def test_returned_article_shows_its_writer_what_to_mend(client: Client) -> None:
    client.force_login(User.objects.get(username="penulis"))
    article = Article.objects.get(status="kembali")

    page = client.get(f"/admin/news/article/{article.pk}/change/")

    assert "Lengkapi panjang jalan yang diperbaiki" in page.text


@pytest.mark.usefixtures("_demo")
def test_news_is_alive_on_every_list(client: Client) -> None:
    home = client.get("/").text

    assert "Terpopuler" in home
    assert "/berita/" in client.get("/sitemap-berita.xml").text  # of the last 48 hours
    assert client.get("/berita/?halaman=5").status_code == 200
    for slug in CATEGORIES:
        assert len(client.get(f"/berita/kategori/{slug}/").context["page"].items) > 2, slug
    for year in range(2017, 2025):
        assert client.get(f"/berita/arsip/{year}/").status_code == 200
    for kind in ("siaran-pers", "pengumuman", "klarifikasi"):
        assert len(client.get(f"/berita/jenis/{kind}/").context["page"].items) > 2, kind


@pytest.mark.usefixtures("_demo")
def test_claims_were_found_true_false_and_in_between() -> None:
    verdicts = Article.objects.published().exclude(verdict="").values_list("verdict", flat=True)

    assert set(verdicts) == {"hoaks", "menyesatkan", "benar", "belum-terbukti"}


@pytest.mark.usefixtures("_demo")
def test_no_picture_stands_beside_itself(client: Client) -> None:
    front = client.get("/").context["front"]
    on_the_front = [article.picture_id for article in (front.headline, *front.latest)]
    pages = ["/berita/", *(f"/berita/?halaman={number}" for number in range(2, 7))]
    pages += [f"/berita/kategori/{slug}/" for slug in CATEGORIES]

    assert len(set(on_the_front)) == len(on_the_front)
    for page in pages:
        shown = [article.picture_id for article in client.get(page).context["page"].items]
        assert all(left != right for left, right in pairwise(shown) if left), page


@pytest.mark.usefixtures("_demo")
def test_one_article_holds_all_that_an_article_can(client: Client) -> None:
    response = client.get(FEATURE)

    for part in (
        "<h2>Periksa rumah lebih dulu", "<h3>", "<ol>", "<blockquote>", "<table>", "Galeri foto", "Ralat", "Baca juga"
    ):  # fmt: skip
        assert part in response.text, part
    assert response.text.count('<img src="/media/gambar/') == 1  # in the text
    document = response.context["article"].documents()[0]
    file = client.get(document.get_absolute_url())
    assert file["Content-Type"] == "application/pdf"
    assert [article.title for article in response.context["companions"].related[:2]] == [
        "Majelis Taklim Berlatih Menghubungi Layanan Darurat 112",
        "Kenali Jalur Aman di Sekitar Rumah Sebelum Hujan Datang",
    ]


@pytest.mark.usefixtures("_demo")
def test_notice_ends_by_itself_and_stays_away_once_removed() -> None:
    profile = SiteProfile.load()
    assert profile.shows_notice()
    assert not profile.shows_notice(timezone.now() + timedelta(days=8))
    profile.notice_text, profile.notice_ends_at = "", None
    profile.save()

    _load()

    assert not SiteProfile.load().shows_notice()


@pytest.mark.usefixtures("_demo")
def test_offices_stand_in_order_of_precedence_and_without_names() -> None:
    offices = list(Official.objects.values_list("title", flat=True)[:3])

    assert offices == ["Wali Kota", "Wakil Wali Kota", "Ketua DPRD"]
    assert not Official.objects.exclude(holder="").exists()


@pytest.mark.usefixtures("_demo")
def test_demo_passes_the_checks_of_the_admin() -> None:
    for model in (Category, Article, Agency, Official, Group, Activity, Contribution):
        for item in model._default_manager.all():
            item.full_clean()
    for article in Article.objects.all():
        assert clean_html(article.body) == article.body
        assert not RAW_MARKUP.search(article.body), article.title
        assert article.own_problems() == [] or not article.is_public()


@pytest.mark.usefixtures("_demo")
def test_kim_of_the_demo_stand_in_every_state_and_name_nobody(client: Client) -> None:
    reached = coverage()
    today = timezone.localdate()
    states = {group.term_state(today) for group in Group.objects.all()}

    assert states == set(TermState)
    assert {district.reach for district in reached.districts} == {Reach.HAS, Reach.LAPSED}
    assert {village.reach for village in reached.villages} == set(Reach)
    assert not BoardMember.objects.exists()
    assert client.get("/kim/kim-sekotji-sekoempoelan-onthel-tjilegon/").status_code == 200


@pytest.mark.usefixtures("_demo")
def test_activities_of_the_demo_stand_in_every_state_and_are_in_order(client: Client) -> None:
    activities = Activity.objects.select_related("group")

    assert {activity.state_label() for activity in activities} == {
        "Draf", "Menunggu tinjauan", "Dikembalikan", "Dijadwalkan", "Terbit", "Ditarik", "Diarsipkan",
    }  # fmt: skip
    for activity in activities:
        status = 200 if activity.is_public() else 410 if activity.was_public() else 404
        assert client.get(activity.get_absolute_url()).status_code == status, activity.title
        assert not activity.problems() or not activity.is_public()
    for task in TASKS:
        assert activities.published().filter(**{task: True}).exists(), task


@pytest.mark.usefixtures("_demo")
def test_contributions_of_the_demo_stand_in_every_state_and_one_is_news(client: Client) -> None:
    sent = Contribution.objects.exclude(article=None).get()
    states = set(Contribution.objects.values_list("state", flat=True))

    assert states == set(ContributionState.values)
    assert sent.article is not None
    assert sent.article.category.name == "KIM"
    assert sent.title in client.get(sent.group.get_absolute_url()).text
    assert f'{sent.group.get_absolute_url()}">' in client.get(sent.article.get_absolute_url()).text


@pytest.mark.usefixtures("_demo")
def test_officers_of_the_demo_see_their_own_group_alone(client: Client) -> None:
    for username, group in {"pengurus": "KIM Citangkil", "pengurus2": "KIM Masigit"}.items():
        client.force_login(User.objects.get(username=username))
        rows = client.get("/admin/community/activity/").context["cl"].result_list
        assert {row.group.name for row in rows} == {group}


@pytest.mark.usefixtures("_demo")
def test_registrations_of_the_demo_stand_in_every_state_and_name_nobody() -> None:
    registrations = Registration.objects.all()

    assert {item.state for item in registrations} == set(RegistrationState)
    assert any(item.is_overdue() for item in registrations)
    for item in registrations:
        item.full_clean()
        assert {item.name, item.chair} == {"Pendaftar (contoh)", "Ketua (contoh)"}
        assert Client().get(item.get_absolute_url()).status_code == 200


@pytest.mark.usefixtures("_demo")
def test_aspirations_of_the_demo_stand_in_every_state_and_name_nobody(client: Client) -> None:
    aspirations = Aspiration.objects.select_related("article")

    assert {item.state for item in aspirations} == set(AspirationState)
    assert any(item.is_overdue() for item in aspirations)
    for item in aspirations:
        item.full_clean()
        assert item.name == ""
        page = client.get(item.get_absolute_url()).text
        assert item.state_label() in page
        assert ("Dijawab lewat berita" in page) is bool(item.public_article())
    assert any(item.public_article() for item in aspirations)
    assert len(client.get("/aspirasi/").context["answered"]) == 2
