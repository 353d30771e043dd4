"""What an import from WordPress tells: what changed, what went, what was refused."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from news.models import Article
from tests.news.wordpress import run
from tests.news.wxr import HEAD, TAIL, item

pytestmark = pytest.mark.django_db


def test_what_becomes_something_else_is_told(tmp_path: Path) -> None:
    terms = [
        ("category", "a", "Sosial"),
        ("category", "b", "Taman &amp; hutan"),
        ("post_format", "post-format-aside", "Aside"),
    ]
    told = run(
        tmp_path,
        item(12, "Isi", terms=terms),
        item(7, "Isi", kind="page", title="Profil"),
        item(8, "Isi", kind="page", title="Sejarah", parent=7),
    )

    assert "Kategori kedua dan seterusnya menjadi tag: Taman & hutan 1." in told
    assert "Pengelompokan lain tidak ikut: post_format 1." in told
    assert "Halaman anak kini berdiri sendiri: 1. Alamat lamanya dialihkan." in told


def test_hidden_links_and_code_are_told_when_they_go(tmp_path: Path) -> None:
    told = run(
        tmp_path,
        item(
            12, 'Isi <div style="left:-9999px"><a href="https://slot.example">slot gacor</a></div>'
        ),
        item(13, "Isi <script>x()</script>"),
        item(14, "<style>.a{left:-9999px}</style>Isi"),
        item(15, "Isi"),
        item(16, 'Isi <a href="https://slot.example">slot gacor maxwin</a>'),
    )

    assert "post 16 “Butir 16”: mirip promosi judi; periksa isinya." in told
    assert "post 12 “Butir 12”: tulisan yang tidak terlihat pembaca dihapus: “slot gacor”." in told
    assert told.count("kode program atau gaya dihapus; periksa tautan yang tersisa.") == 2
    assert "post 15" not in told


def test_bad_item_is_named_and_costs_no_other(tmp_path: Path) -> None:
    told = run(
        tmp_path,
        "<item><title>Tanpa & akhir</title></item>",
        item(11, "Isi", gmt="1970-01-01 00:00:00"),
        item(12, "Membahas </item> dan <item> di RSS\x0b \x00."),
        item(13, "Isi"),
        "<item><title><![CDATA[CDATA tanpa akhir</title></item>\n",
    )

    assert "butir dilewati: 2" in told
    assert "Tahun 1970 tidak wajar" in told
    assert list(Article.objects.values_list("slug", flat=True).order_by("slug")) == [
        "butir-12",
        "butir-13",
    ]


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        '<!DOCTYPE rss [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_document_type_is_refused(tmp_path: Path, head: str) -> None:
    path = tmp_path / "bom.xml"
    path.write_text(HEAD.replace("<rss", f"{head}<rss", 1) + item(12, "Isi") + TAIL)

    with pytest.raises(CommandError, match="DOCTYPE"):
        call_command("import_wordpress", str(path))
    assert not Article.objects.exists()


@pytest.mark.parametrize("content", ["", "bukan xml", "<rss><kanal>", "<html></html>"])
def test_file_that_is_no_export_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "x.xml"
    path.write_text(content)

    with pytest.raises(CommandError, match="bukan ekspor WordPress"):
        call_command("import_wordpress", str(path))
