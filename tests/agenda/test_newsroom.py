"""One press makes the draft that the event has half written."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from agenda.attendance import Attendance
from agenda.catalogue import Venue
from agenda.occurrences import Occurrence
from cilegon_portal.office.models import Official
from cilegon_portal.publishing.models import Status
from cilegon_portal.regions.models import Region
from news.models import Article
from tests.factories import make_article, make_category, make_event, make_occurrence, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(client: Client) -> Client:
    make_category()
    client.force_login(make_user("Penulis", full_name="Penulis Uji"))
    return client


def _press(client: Client, row: Occurrence) -> str:
    return client.post(f"/admin/agenda/occurrence/{row.pk}/buat-berita/", follow=True).text


def test_draft_knows_what_who_where_and_when(writer: Client) -> None:
    village = Region.objects.filter(level="kelurahan", name="Jombang Wetan").get()
    hall = Venue.objects.create(name="Aula Kecamatan Jombang", region=village)
    event = make_event(
        title="Pembinaan KIM",
        first_on=date(2019, 9, 22),
        venue=hall,
        place="",
        organiser_name="FKMT",
    )
    mayor = Official.objects.create(title="Wali Kota", slug="wali-kota")
    Attendance.objects.create(event=event, official=mayor)

    _press(writer, event.occurrences.get())

    article = Article.objects.get()
    assert (article.title, article.dateline_place, article.region) == (
        "Pembinaan KIM",
        "Jombang",
        village,
    )
    assert "FKMT menggelar Pembinaan KIM di Aula Kecamatan Jombang, Minggu (22/9)." in article.body
    assert "Hadir Wali Kota." in article.body
    assert (article.status, article.author_credit) == (Status.DRAFT, "Penulis Uji")
    assert [tag.name for tag in article.tags.all()] == ["Rapat"]
    assert list(event.occurrences.get().articles.all()) == [article]


def test_second_press_returns_to_the_draft_begun(writer: Client) -> None:
    row = make_occurrence()

    _press(writer, row)
    _press(writer, row)

    assert Article.objects.count() == 1


def test_closed_event_is_not_made_news(client: Client) -> None:
    make_category()
    client.force_login(make_user("Petugas Agenda"))

    page = _press(client, make_occurrence(audience="tertutup"))

    assert "Acara tertutup tidak diberitakan" in page
    assert not Article.objects.exists()


def test_title_with_markup_stays_text(writer: Client) -> None:
    _press(writer, make_occurrence(title="Rapat <b>A & B</b>"))

    assert "Rapat &lt;b&gt;A &amp; B&lt;/b&gt; di" in Article.objects.get().body


def test_covered_event_leaves_the_report_when_its_article_is_public(client: Client) -> None:
    client.force_login(make_user("Petugas Agenda"))
    row = make_occurrence(
        title="Sudah Lewat", first_on=timezone.localdate().replace(year=2025, day=1)
    )
    report = "/admin/agenda/occurrence/?kapan=liput"
    row.articles.add(make_article(status=Status.DRAFT))
    assert "Sudah Lewat" in client.get(report).text

    row.articles.add(make_article())

    assert "Sudah Lewat" not in client.get(report).text
    assert "Dirilis" in client.get("/admin/agenda/occurrence/?kapan=lewat").text


def test_draft_is_begun_by_whoever_has_a_long_name(client: Client) -> None:
    make_category()
    client.force_login(make_user("Penulis", full_name="Nama " * 30))

    _press(client, make_occurrence())

    assert Article.objects.get().author_credit == ("Nama " * 20).strip()
