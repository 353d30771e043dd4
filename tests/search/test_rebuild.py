"""``manage.py bangun_indeks``: everything is found again, and nothing else."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client

from cilegon_portal.search import indexing
from cilegon_portal.search.models import Document
from tests.factories import make_article, make_event, make_group
from tests.search.asking import found

pytestmark = pytest.mark.django_db


def test_lost_index_is_built_again(client: Client) -> None:
    make_article(title="Onthel")
    make_event(title="Gowes Onthel")
    make_group(name="KIM Onthel")
    Document.objects.all().delete()
    assert found(client, "/cari/?q=onthel") == []

    call_command("bangun_indeks", verbosity=0)

    assert len(found(client, "/cari/?q=onthel")) == 3


@pytest.mark.parametrize("options", [[], ["--awal"]])
def test_what_raw_sql_wrote_is_found(client: Client, options: list[str]) -> None:
    article = make_article(title="Onthel")
    with connection.cursor() as cursor:
        cursor.execute("UPDATE news_article SET title = 'Becak' WHERE id = %s", [article.pk])

    call_command("bangun_indeks", *options)

    assert found(client, "/cari/?q=onthel") == []
    assert found(client, "/cari/?q=becak") == ["Becak"]


def test_what_was_deleted_behind_its_back_leaves_the_index() -> None:
    article = make_article(title="Onthel")
    make_article(title="Becak")
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM news_article WHERE id = %s", [article.pk])

    call_command("bangun_indeks")

    news = Document.objects.filter(kind="berita")
    assert [document.title for document in news] == ["Becak"]


def test_stopped_rebuild_goes_on_where_it_was(
    client: Client, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(4):
        make_article(
            title=f"Onthel {number}", body="<p>Berhenti</p>" if number == 3 else "<p>Isi</p>"
        )
    monkeypatch.setattr("cilegon_portal.search.management.commands.bangun_indeks.BATCH", 2)
    learned = indexing.plain
    monkeypatch.setattr("news.search.plain", _stop_at_last)
    with pytest.raises(KeyboardInterrupt):
        call_command("bangun_indeks")
    monkeypatch.setattr("news.search.plain", learned)
    capsys.readouterr()

    call_command("bangun_indeks", "--if-empty")

    assert capsys.readouterr().out.count("Berita:") == 1
    assert len(found(client, "/cari/?q=onthel")) == 4


def _stop_at_last(html: str) -> str:
    if "Berhenti" in html:
        raise KeyboardInterrupt
    return html


def test_pages_that_an_installation_begins_with_are_found(client: Client) -> None:
    call_command("bangun_indeks", "--if-empty")

    assert "Tentang Portal" in found(client, "/cari/?q=tentang+portal")


def test_index_that_is_there_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    make_article()
    call_command("bangun_indeks")
    capsys.readouterr()

    call_command("bangun_indeks", "--if-empty")

    assert capsys.readouterr().out == ""
