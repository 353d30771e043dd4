"""Exports of home-made portals are read whatever their form: encodings, dates, broken quotes."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from news.models import Article
from tests.news.importing import ROW, run, written

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("line", ["{", "[1]", '"kata"', "[" * 100_000])
def test_line_that_is_no_object_is_named(tmp_path: Path, line: str) -> None:
    told = run(written(tmp_path, "", line, ROW))

    assert "Baris 2 dilewati: Baris ini" in told
    assert "1 berita masuk" in told


@pytest.mark.parametrize(
    ("written_as", "instant"),
    [
        ("2019-09-22T12:30:00Z", "2019-09-22T12:30"),
        ("2019-09-22T19:30:00.000+0700", "2019-09-22T12:30"),
        ("2019-09-22 19:30:00", "2019-09-22T12:30"),
        ("2019-09-22 19:30 +07:00", "2019-09-22T12:30"),
        ("2019-09-22 20:30 WITA", "2019-09-22T12:30"),
        ("2019-09-22", "2019-09-21T17:00"),
        ("22/9/2019 19.30", "2019-09-22T12:30"),
        ("Minggu, 22 September 2019 | 19:30 WIB", "2019-09-22T12:30"),
        ("22-Sep-2019", "2019-09-21T17:00"),
        ("Sun, 22 Sep 2019 12:30:00 +0000", "2019-09-22T12:30"),
        ("1569155400", "2019-09-22T12:30"),
        ("2019/09/22 19:30", "2019-09-22T12:30"),
        ("2019-9-22 7:30 WIB", "2019-09-22T00:30"),
        ("22 Sept. 2019 pukul 19.30", "2019-09-22T12:30"),
        ("Jum’at, 20 September 2019", "2019-09-19T17:00"),
        ("September 22, 2019", "2019-09-21T17:00"),
    ],
)
def test_dates_are_read_as_people_write_them(tmp_path: Path, written_as: str, instant: str) -> None:
    run(written(tmp_path, ROW | {"date": written_as}))

    expected = datetime.fromisoformat(instant).replace(tzinfo=UTC)
    assert Article.objects.get().published_at == expected


def test_text_that_no_database_takes_is_mended(tmp_path: Path) -> None:
    line = json.dumps(ROW | {"title": "Judul"}).replace("Judul", r"Judul \ud800 \u0000 aneh")

    assert "1 berita masuk" in run(written(tmp_path, line))


@pytest.mark.parametrize(
    ("body", "stored"),
    [
        ("&lt;p&gt;Satu &amp;amp; dua&lt;/p&gt;", "<p>Satu &amp; dua</p>"),
        ("&lt;p&gt;A&lt;script&gt;alert(1)&lt;/script&gt;&lt;/p&gt;", "<p>A</p>"),
        ("<p>Tulis &lt;p&gt; begitu</p>", "<p>Tulis &lt;p&gt; begitu</p>"),
    ],
)
def test_html_that_was_stored_escaped_is_read(tmp_path: Path, body: str, stored: str) -> None:
    run(written(tmp_path, ROW | {"body": body}))

    assert Article.objects.get().body == stored


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_spreadsheets_of_all_kinds_are_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "berita.csv"
    lines = (
        "Judul;isi;tanggal;nomor lama;kategori\r\n"
        '"Wali Kota: ""Terima kasih"" – kafé";"<p>Satu;\r\ndua</p>";22/9/2019;9;Umum\r\n'
        ";;;;\r\n"
        "Kedua;<p>Isi</p>;23/9/2019;10;\r\n"
        "Salah;<p>Isi</p>;kapan;11;\r\n"
    )
    path.write_text(lines, encoding=encoding, newline="")

    told = run(path)

    assert "2 berita masuk, 0 sudah ada, 1 dilewati." in told
    assert "Baris 6 dilewati" in told
    article = Article.objects.get(legacy_id=9)
    assert article.title == 'Wali Kota: "Terima kasih" – kafé'
    assert article.body == "<p>Satu;\ndua</p>"


def test_one_broken_letter_spoils_no_other(tmp_path: Path) -> None:
    path = tmp_path / "berita.csv"
    text = 'title,body,date\n"Kafé dan créme","<p>Isi</p>",22/9/2019\nDua,"<p>Potong \ufffd</p>",23/9/2019\n'
    path.write_bytes(text.encode().replace("\ufffd".encode(), b"\xe2\x80"))

    told = run(path)

    assert Article.objects.filter(title="Kafé dan créme").exists()
    assert "Baris 3: ada huruf yang rusak" in told


def test_bytes_that_windows_does_not_know_stop_nothing(tmp_path: Path) -> None:
    path = tmp_path / "berita.csv"
    path.write_bytes(b"title,body,date\nKaf\xe9 \x81,<p>Isi</p>,22/9/2019\n")

    assert "1 berita masuk" in run(path)


def test_quote_without_its_pair_swallows_no_other_article(tmp_path: Path) -> None:
    path = tmp_path / "berita.csv"
    path.write_text(
        "title,body,date\n"
        'Pipa 5" diganti,<p>Isi</p>,22/9/2019\n'
        'Dua,"<p>Tanpa akhir</p>,23/9/2019\n'
        "Tiga,<p>Isi</p>,24/9/2019\n"
    )

    told = run(path)

    assert list(Article.objects.values_list("title", flat=True)) == ['Pipa 5" diganti']
    assert "Baris 3 dilewati: Tanda kutipnya tidak berpasangan; sampai baris 4" in told


def test_plain_set_of_texts_comes_in_and_is_found(client: Client, tmp_path: Path) -> None:
    rows: list[dict[str, Any]] = [
        {"id": 7, "title": "Onthel", "body": "Sepeda onthel keliling.", "date": "2026-01-01"},
        {"id": "d8#2", "title": "Mangrove", "body": "Tanam onthel mangrove."},
        {"id": "d8#3", "title": "Bakau", "body": "Bakau dan mangrove."},
    ]
    client.get("/api/v1/search/?q=onthel")

    told = run(written(tmp_path, *rows), "--tanggal", "22 September 2019")

    found = client.get("/api/v1/search/?q=onthel&limit=100").json()["results"]
    assert "3 berita masuk" in told
    assert [(row["title"], row["legacy_id"]) for row in found] == [
        ("Onthel", 7),
        ("Mangrove", None),
    ]
    assert "0 berita masuk, 3 sudah ada" in run(
        tmp_path / "berita.jsonl", "--tanggal", "22 September 2019"
    )


def test_date_for_rows_without_one_must_be_a_date(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="tidak terbaca"):
        call_command("import_articles", str(written(tmp_path, ROW)), "--tanggal", "kapan-kapan")


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.xls", b""), ("a.csv", b""), ("a.csv", b"judul;tanggal\n"), ("a.jsonl", None)],
)
def test_file_that_is_none_is_refused(tmp_path: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)

    with pytest.raises(CommandError) as refusal:
        call_command("import_articles", str(tmp_path / name))

    assert refusal.value.returncode == 2
