"""The articles of another portal come in whole, once, and each under its old number."""

import signal
import subprocess
from datetime import timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.library.models import Picture
from cilegon_portal.publishing.models import Status
from news.models import Article, Category
from tests.factories import make_article
from tests.library import images
from tests.news.conftest import manage
from tests.news.importing import ROW, run, written

pytestmark = pytest.mark.django_db


def test_article_is_public_under_its_old_number(client: Client, tmp_path: Path) -> None:
    told = run(written(tmp_path, ROW | {"category": "Lingkungan", "tags": ["KIM", "kim"]}))

    page = client.get("/index.php/web/berita/77", follow=True)

    assert "1 berita masuk" in told
    assert page.redirect_chain == [("/berita/warga-merak-tanam-mangrove/", 301)]
    assert "Lima ratus bibit." in page.text
    assert "Minggu, 22 September 2019" in page.text
    assert Category.objects.get().name == "Lingkungan"
    assert [tag.name for tag in Article.objects.get().tags.all()] == ["KIM"]


def test_second_run_changes_nothing_and_says_so(tmp_path: Path) -> None:
    path = written(tmp_path, ROW, ROW | {"legacy_id": None, "title": "Tanpa nomor"})
    run(path)
    before = list(Article.objects.order_by("pk").values())

    told = run(path)

    assert "0 berita masuk, 2 sudah ada, 0 dilewati. Tidak ada yang berubah." in told
    assert list(Article.objects.order_by("pk").values()) == before


def test_article_that_an_editor_renamed_is_known_by_its_number(tmp_path: Path) -> None:
    path = written(tmp_path, ROW)
    run(path)
    Article.objects.update(title="Judul baru", slug="judul-baru")

    assert "1 sudah ada" in run(path)
    assert Article.objects.count() == 1


def test_skipped_row_shows_in_the_exit_code(tmp_path: Path) -> None:
    with pytest.raises(CommandError) as failure:
        call_command("import_articles", str(written(tmp_path, ROW, "{")), stderr=StringIO())

    assert failure.value.returncode == 1


def test_dry_run_reports_and_enters_nothing(tmp_path: Path) -> None:
    (tmp_path / "foto.jpg").write_bytes(images.jpeg(80, 60))
    path = written(tmp_path, ROW | {"category": "Baru", "picture": "foto.jpg"}, {"title": "Kosong"})

    told = run(path, "--coba")

    assert "1 berita akan masuk" in told
    assert "Baris 2 dilewati: Tanggal kosong." in told
    assert "Kategori baru: Baru." in told
    assert not Article.objects.exists()
    assert not Category.objects.exists()
    assert not Picture.objects.exists()


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"title": " "}, "Judul kosong."),
        ({"body": "<script>alert(1)</script>"}, "Isi kosong."),
        ({"date": ""}, "Tanggal kosong."),
        ({"date": "0000-00-00 00:00:00"}, "Tanggal kosong."),
        ({"date": "kemarin sore"}, "Tanggal “kemarin sore” tidak terbaca."),
        ({"date": "1970-01-01"}, "Tahun 1970 tidak wajar"),
        ({"date": "31/2/2019"}, "tidak terbaca"),
        ({"date": "9/22/2019"}, "tidak terbaca"),
        ({"date": "a" * 1_000_000}, "tidak terbaca"),
        ({"legacy_id": "a12"}, "harus angka"),
        ({"legacy_id": 99999999999}, "paling banyak 9 digit"),
        ({"status": "entah"}, "Keadaan “entah” tidak dikenal."),
        ({"title": {"id": 1}}, "“title” harus berupa teks."),
        ({"legacy_id": 5}, "Nomor lama 5 sudah dipakai berita lain, “Berita lima”."),
    ],
)
def test_bad_row_is_named_and_costs_no_other(
    tmp_path: Path, row: dict[str, Any], reason: str
) -> None:
    make_article(title="Berita lima", legacy_id=5)

    told = run(written(tmp_path, ROW | row, ROW | {"legacy_id": 78}))

    assert "Baris 1 dilewati: " in told
    assert reason in told
    assert "1 berita masuk, 0 sudah ada, 1 dilewati." in told
    assert Article.objects.filter(legacy_id=78).exists()


@pytest.mark.parametrize(
    ("status", "stored"),
    [("draf", Status.DRAFT), ("Menunggu tinjauan", Status.REVIEW), ("private", Status.DRAFT)],
)
def test_what_was_not_public_stays_hidden(
    client: Client, tmp_path: Path, status: str, stored: Status
) -> None:
    run(written(tmp_path, ROW | {"status": status, "date": ""}))

    assert Article.objects.get().status == stored
    assert client.get("/berita/warga-merak-tanam-mangrove/").status_code == 404


def test_withdrawn_article_is_gone_not_unknown(client: Client, tmp_path: Path) -> None:
    run(written(tmp_path, ROW | {"status": "ditarik"}))

    assert client.get("/index.php/web/berita/77").status_code == 410


def test_future_date_waits_for_its_hour(client: Client, tmp_path: Path) -> None:
    soon = timezone.now() + timedelta(days=1)
    run(written(tmp_path, ROW | {"date": soon.isoformat()}))

    assert Article.objects.get().state_label() == "Dijadwalkan"
    assert client.get("/index.php/web/berita/77").status_code == 404


def test_long_title_stands_whole_in_the_text(client: Client, tmp_path: Path) -> None:
    title = "Pemerintah Kota Cilegon " + "mengajak seluruh warga " * 8 + "tanpa kecuali"

    run(written(tmp_path, ROW | {"title": title}))

    article = Article.objects.get()
    assert len(article.title) <= 120
    assert article.title.endswith(("warga…", "seluruh…", "mengajak…"))
    assert article.body == f"<p><strong>{title}</strong></p><p>Lima ratus bibit.</p>"
    assert "sudah ada" in run(tmp_path / "berita.jsonl")


def test_long_summary_is_not_said_twice(tmp_path: Path) -> None:
    words = "Kalimat pembuka yang panjang sekali. " * 8

    run(written(tmp_path, ROW | {"summary": words.strip(), "body": f"<p>{words}</p>"}))

    article = Article.objects.get()
    assert article.summary.endswith("…")
    assert article.body.count("pembuka") == 8


def test_plain_text_keeps_its_paragraphs_and_lines(tmp_path: Path) -> None:
    run(written(tmp_path, ROW | {"body": "Satu & dua < tiga\nlanjut\n\n\nEmpat <b>lima</b>\n"}))

    assert Article.objects.get().body == (
        "<p>Satu &amp; dua &lt; tiga<br>lanjut</p><p>Empat <strong>lima</strong></p>"
    )


def test_nothing_executable_comes_in(client: Client, tmp_path: Path) -> None:
    body = (
        '<p onclick="x()">Teks<script>alert(1)</script></p><img src=x onerror="alert(2)">'
        '<a href="javascript:alert(3)">tautan</a><p style="display:none">slot gacor</p>'
    )
    run(written(tmp_path, ROW | {"body": body, "title": "<b>Judul</b> &amp; <i>isi</i>"}))

    page = client.get("/index.php/web/berita/77", follow=True).text

    assert Article.objects.get().title == "Judul & isi"
    assert not any(word in page for word in ("alert(", "onclick", "onerror", "gacor"))


def test_what_intruders_left_is_told(tmp_path: Path) -> None:
    link = '<p>Slot gacor <a href="https://contoh.example/">maxwin</a>.</p>'
    told = run(
        written(
            tmp_path,
            ROW | {"body": f"<style>.x{{display:none}}</style>{link}"},
            ROW | {"legacy_id": 78, "body": '<p>Teks.</p><p style="display:none">togel</p>'},
            ROW | {"legacy_id": 79, "body": "<p>Polisi menutup judi di gang itu.</p>"},
        )
    )

    assert told.splitlines()[:3] == [
        "Baris 1: kode program atau gaya dihapus; periksa tautan yang tersisa.",
        "Baris 1: mirip promosi judi; periksa isinya.",
        "Baris 2: tulisan yang tidak terlihat pembaca dihapus: “togel”.",
    ]
    assert "Baris 3" not in told


def test_picture_comes_into_the_library_once(client: Client, tmp_path: Path) -> None:
    (tmp_path / "2019").mkdir()
    (tmp_path / "2019" / "tanam foto.jpg").write_bytes(images.jpeg(800, 450))
    words = {"picture_alt": "Bibit mangrove", "picture_credit": "Diskominfo"}
    first = ROW | words | {"picture": "2019/tanam foto.jpg"}
    body = '<p>Teks</p><img src="https://lama.example/unggah/2019/tanam%20foto.jpg">'

    run(written(tmp_path, first, ROW | {"legacy_id": 78, "body": body, "title": "Kedua"}))

    picture = Picture.objects.get()
    assert (picture.alt_text, picture.credit) == ("Bibit mangrove", "Diskominfo")
    assert Article.objects.get(legacy_id=77).picture == picture
    assert picture.rendition_url(720, "webp") in Article.objects.get(legacy_id=78).body
    assert client.get(picture.rendition_url(720, "webp")).status_code == 200


@pytest.mark.parametrize("name", ["hilang.jpg", "../rahasia.jpg", "/etc/hostname", "palsu.jpg"])
def test_picture_that_cannot_come_is_told_and_the_article_enters(tmp_path: Path, name: str) -> None:
    (tmp_path / "rahasia.jpg").write_bytes(images.jpeg(80, 60))
    folder = tmp_path / "unggahan"
    folder.mkdir()
    (folder / "palsu.jpg").write_bytes(b"<html>bukan foto")

    told = run(written(folder, ROW | {"picture": name}))

    assert "Baris 1: foto" in told
    assert "1 berita masuk" in told
    assert not Picture.objects.exists()


def test_number_given_twice_in_one_file_is_told(tmp_path: Path) -> None:
    told = run(written(tmp_path, ROW, ROW | {"title": "Lain, pada jam yang sama"}, ROW))

    assert "1 berita masuk, 1 sudah ada, 1 dilewati." in told
    assert "Baris 2 dilewati: Nomor lama 77 sudah dipakai berita lain" in told


def test_many_rows_cost_few_queries_each(
    tmp_path: Path, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    path = written(
        tmp_path, *(ROW | {"legacy_id": n, "title": f"Judul {n}"} for n in range(1, 301))
    )

    with django_assert_max_num_queries(300 * 9 + 40):  # three savepoints, the slug twice, the row
        assert "300 berita masuk" in run(path)


def test_same_title_and_day_with_other_text_is_not_swallowed(tmp_path: Path) -> None:
    row = {key: value for key, value in ROW.items() if key != "legacy_id"}

    told = run(written(tmp_path, row, row | {"body": "<p>Lain.</p>"}))

    assert "Baris 2 dilewati: Judul dan tanggalnya sama" in told


def test_given_slug_is_kept_and_taken_ones_are_told(tmp_path: Path) -> None:
    make_article(slug="bibit", title="Lain")

    told = run(
        written(
            tmp_path, ROW | {"slug": "bibit"}, ROW | {"slug": "rss", "legacy_id": 78, "title": "B"}
        )
    )

    assert set(Article.objects.values_list("slug", flat=True)) == {"bibit", "bibit-2", "rss-2"}
    assert "slug “bibit” sudah dipakai; menjadi “bibit-2”" in told


_STATE = (
    "from news.models import *; from cilegon_portal.search.models import Document;"
    "print(sorted(Article.objects.values_list('legacy_id', flat=True)) == list(range(1, 1501)),"
    "Document.objects.filter(kind='berita').count())"
)


def test_killed_in_the_middle_it_ends_the_same(tmp_path: Path, site: dict[str, str]) -> None:
    path = written(
        tmp_path, *(ROW | {"legacy_id": n, "title": f"Judul {n}"} for n in range(1, 1501))
    )
    command = manage("import_articles", str(path))

    with subprocess.Popen(
        command, env=site, cwd=settings.BASE_DIR, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert "… 1000 baris" in process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    again = subprocess.run(
        command, env=site, check=True, cwd=settings.BASE_DIR, capture_output=True, text=True
    )

    state = subprocess.run(
        manage("shell", "--no-imports", "-c", _STATE),
        env=site, check=True, cwd=settings.BASE_DIR, capture_output=True, text=True,
    ).stdout  # fmt: skip
    assert process.returncode == -signal.SIGKILL
    known = int(again.stdout.split(" sudah ada")[0].rpartition(" ")[2])
    assert 1000 <= known < 1500
    assert known % 200 == 0  # whole transactions
    assert state.strip() == "True 1500"
