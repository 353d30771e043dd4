"""A WordPress site comes in whole, once, safely, and its addresses lead on."""

import signal
import subprocess
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.core.serializers import serialize
from django.db.models import Model
from django.test import Client
from django.urls import reverse

from cilegon_portal.library.models import Document, Picture
from cilegon_portal.office.models import Page
from cilegon_portal.publishing.models import OldAddress, Origin, Status
from news.models import Article, Category
from tests.factories import make_article
from tests.library import images
from tests.news.conftest import manage
from tests.news.wxr import HEAD, TAIL, attachment, item

pytestmark = pytest.mark.django_db


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    folder = tmp_path / "uploads" / "2019" / "09"
    folder.mkdir(parents=True)
    for width, name in ((320, "pantai.jpg"), (330, "bibit.jpg"), (340, "galeri.jpg")):
        (folder / name).write_bytes(images.jpeg(width, 200))
    (folder / "laporan.pdf").write_bytes(images.pdf())
    (folder / "palsu.jpg").write_bytes(b"<script>alert(1)</script>")
    return tmp_path / "uploads"


def run(folder: Path, *items: str, options: tuple[str, ...] = ()) -> str:
    """Return what the import of *items* says, its last line too when some were skipped."""
    path = folder / "ekspor.xml"
    path.write_text(HEAD + "".join(items) + TAIL, encoding="utf-8")
    out = StringIO()
    try:
        call_command("import_wordpress", str(path), *options, stdout=out)
    except CommandError as error:
        return f"{out.getvalue()}{error}"
    return out.getvalue()


def test_post_comes_with_all_that_it_says(client: Client, tmp_path: Path) -> None:
    told = run(
        tmp_path,
        item(
            12,
            "Paragraf satu\nbaris dua\n\nParagraf <b>tiga</b>\n<ul>\n<li>butir</li>\n</ul>",
            title="Warga &amp; KIM",
            slug="warga-kim",
            excerpt="Ringkasnya begini.",
            sticky=1,
            comments=3,
            terms=[
                ("category", "uncategorized", "Uncategorized"),
                ("category", "lingkungan-hidup", "Lingkungan"),
                ("category", "sosial", "Sosial"),
                ("post_tag", "kim", "KIM"),
            ],
        ),
    )

    article = Article.objects.get()
    assert (article.title, article.slug, article.summary) == (
        "Warga & KIM",
        "warga-kim",
        "Ringkasnya begini.",
    )
    assert article.published_at == datetime(2019, 9, 22, 12, 30, tzinfo=UTC)
    assert article.author_credit == "Redaksi Diskominfo"
    assert article.front_page == 1
    assert article.body.replace("\n", "") == (
        "<p>Paragraf satu<br>baris dua</p><p>Paragraf <strong>tiga</strong></p><ul><li>butir</li></ul>"
    )
    assert {tag.name for tag in article.tags.all()} == {"KIM", "Sosial"}
    category = Category.objects.get()
    assert (category.name, category.slug) == ("Lingkungan", "lingkungan-hidup")
    assert category.description == "Tentang lingkungan kota."
    assert "Komentar tidak ikut: 3." in told
    assert "rahasia" not in client.get("/berita/warga-kim/").text


@pytest.mark.parametrize(
    "address",
    ["/2019/09/warga-kim/", "/2019/09/warga-kim", "/2019/09/Warga-KIM/?fbclid=1", "/?p=12"],
)
def test_old_permalink_leads_on(client: Client, tmp_path: Path, address: str) -> None:
    run(tmp_path, item(12, "Isi", slug="warga-kim"))

    response = client.get(address)

    assert (response.status_code, response["Location"]) == (301, "/berita/warga-kim/")


@pytest.mark.parametrize(
    "address", ["/2019/09/lain/", "/?p=13", "/%00/", "/?p=%00", "/wp-login.php"]
)
def test_unknown_old_address_stays_what_it_was(
    client: Client, tmp_path: Path, address: str
) -> None:
    run(tmp_path, item(12, "Isi"))

    assert client.get(address).status_code == (200 if address.startswith("/?") else 404)


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"status": "draft", "gmt": "0000-00-00 00:00:00"}, Status.DRAFT),
        ({"status": "pending"}, Status.REVIEW),
        ({"status": "private"}, Status.DRAFT),
        ({"status": "trash", "slug": "butir-12__trashed"}, Status.ARCHIVED),
        ({"status": "entah"}, Status.DRAFT),
        ({"password": "rahasia"}, Status.DRAFT),
        ({"status": "future", "gmt": "2099-01-01 00:00:00"}, Status.PUBLISHED),
    ],
)
def test_what_not_all_could_read_is_not_public(
    client: Client, tmp_path: Path, fields: dict[str, Any], status: Status
) -> None:
    run(tmp_path, item(12, "Isi", **fields))

    article = Article.objects.get()
    assert article.status == status
    assert article.slug == "butir-12"
    assert client.get("/berita/butir-12/").status_code == 404
    assert client.get("/?p=12").status_code == 200


def test_withdrawn_article_is_gone_under_its_old_address(client: Client, tmp_path: Path) -> None:
    run(tmp_path, item(12, "Isi"))
    Article.objects.update(status=Status.WITHDRAWN)

    assert client.get("/2019/09/butir-12/").status_code == 410


@pytest.mark.parametrize(
    ("dates", "instant"),
    [
        ({"gmt": "0000-00-00 00:00:00"}, datetime(2019, 9, 22, 12, 30, tzinfo=UTC)),
        (
            {"gmt": "0000-00-00 00:00:00", "local": "0000-00-00 00:00:00"},
            datetime(2019, 9, 22, 12, 30, tzinfo=UTC),
        ),
        ({"gmt": "2019-09-22 17:30:01"}, datetime(2019, 9, 22, 17, 30, 1, tzinfo=UTC)),
    ],
)
def test_date_is_gmt_or_the_next_best(
    tmp_path: Path, dates: dict[str, str], instant: datetime
) -> None:
    run(tmp_path, item(12, "Isi", **dates))

    assert Article.objects.get().published_at == instant


def test_page_becomes_a_page_of_the_office(client: Client, tmp_path: Path) -> None:
    told = run(
        tmp_path,
        item(
            7,
            "Visi",
            kind="page",
            slug="visi-misi",
            link="https://www.lama.example/profil/visi-misi/",
        ),
        item(8, "Hubungi", kind="page", slug="kontak"),
    )

    assert client.get("/visi-misi/").status_code == 200
    assert client.get("/profil/visi-misi/")["Location"] == "/visi-misi/"
    assert client.get("/?page_id=8")["Location"] == "/kontak-2/"
    assert "slug “kontak” menjadi “kontak-2”" in told
    assert not Page.objects.get(slug="visi-misi").shows_in_footer


def test_files_come_into_the_library(client: Client, tmp_path: Path, uploads: Path) -> None:
    alt = {"_wp_attachment_image_alt": "Pantai Merak"}
    told = run(
        tmp_path,
        item(
            12,
            '[caption id="attachment_2" align="aligncenter" width="300"]'
            '<a href="https://lama.example/wp-content/uploads/2019/09/bibit.jpg"><img class="wp-image-3" '
            'src="https://lama.example/wp-content/uploads/2019/09/bibit-300x200.jpg" alt="Bibit"></a>'
            ' Bibit <em>bakau</em>[/caption]\n\n[gallery ids="2,4"]\n\n'
            '<a href="http://lama.example/wp-content/uploads/2019/09/laporan.pdf">Laporan</a> '
            '<a href="https://www.lama.example/2019/09/lain/">lain</a>',
            meta={"_thumbnail_id": 2},
        ),
        attachment(2, "2019/09/pantai.jpg", meta=alt, excerpt="Pagi hari"),
        attachment(3, "2019/09/bibit.jpg"),
        attachment(4, "2019/09/galeri.jpg", parent=12),
        attachment(5, "2019/09/laporan.pdf", title="Laporan 2019"),
        options=("--uploads", str(uploads)),
    )

    article = Article.objects.get()
    beach = Picture.objects.get(title="pantai")
    document = Document.objects.get()
    assert article.picture == beach
    assert (beach.alt_text, beach.caption) == ("Pantai Merak", "Pagi hari")
    assert [str(photo) for photo in article.gallery()] == ["pantai", "galeri"]
    assert article.documents() == [document]
    assert f'href="{document.get_absolute_url()}"' in article.body
    assert 'href="/2019/09/lain/"' in article.body
    assert "<figcaption>Bibit <em>bakau</em></figcaption>" in article.body
    assert 'class="rata-tengah"' in article.body
    assert "bibit.jpg" not in article.body
    assert Picture.objects.count() == 3
    assert "lampiran masuk: 4" in told
    assert client.get(document.get_absolute_url()).status_code == 200


def test_gallery_without_numbers_is_what_belongs_to_the_post(tmp_path: Path, uploads: Path) -> None:
    run(
        tmp_path,
        item(12, 'Foto: [gallery columns="2"]'),
        attachment(4, "2019/09/galeri.jpg", parent=12),
        options=("--uploads", str(uploads)),
    )

    assert [str(photo) for photo in Article.objects.get().gallery()] == ["galeri"]


def test_blocks_are_read(tmp_path: Path, uploads: Path) -> None:
    folder = "https://www.lama.example/wp-content/uploads/2019/09"
    run(
        tmp_path,
        item(
            12,
            "<!-- wp:paragraph -->\n<p>Satu\nbaris</p>\n<!-- /wp:paragraph -->\n\n"
            '<!-- wp:gallery {"linkTo":"none"} -->\n<figure class="wp-block-gallery has-nested-images">'
            f'<!-- wp:image {{"id":2}} --><figure><img src="{folder}/pantai.jpg" class="wp-image-2"/>'
            "<figcaption>Merak</figcaption></figure><!-- /wp:image -->"
            f'<figure><a href="x"><img src="{folder}/bibit-1024x768.jpg" alt=""/></a></figure>'
            "<figcaption>Semua foto</figcaption></figure>\n<!-- /wp:gallery -->\n"
            '<!-- wp:embed {"url":"https://youtu.be/dQw4w9WgXcQ"} --><figure class="wp-block-embed">'
            '<div class="wp-block-embed__wrapper">\nhttps://youtu.be/dQw4w9WgXcQ\n</div></figure><!-- /wp:embed -->'
            '<!-- wp:block {"ref":31} /-->'
            '<!-- wp:heading --><h2 class="has-text-align-center">Judul</h2><!-- /wp:heading -->',
        ),
        item(
            31, "<!-- wp:paragraph --><p>Dipakai ulang</p><!-- /wp:paragraph -->", kind="wp_block"
        ),
        attachment(2, "2019/09/pantai.jpg"),
        options=("--uploads", str(uploads)),
    )

    article = Article.objects.get()
    assert article.body.replace("\n", "") == (
        "<p>Satubaris</p><p>Semua foto</p>"
        '<p><a href="https://youtu.be/dQw4w9WgXcQ" rel="nofollow ugc noopener">'
        "https://youtu.be/dQw4w9WgXcQ</a></p>"
        '<p>Dipakai ulang</p><h2 class="rata-tengah">Judul</h2>'
    )
    photos = [(photo.title, photo.caption) for photo in article.gallery()]
    assert photos == [("pantai", "Merak"), ("bibit", "")]


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ("Kata [sic] dan [1].", "<p>Kata [sic] dan [1].</p>"),
        ("[vc_row][vc_column_text]Isi[/vc_column_text][/vc_row]", "<p>Isi</p>"),
        ('A [asing id="3" x="y"] B', "<p>A  B</p>"),
        ('A [kode bahasa="py"]x = 1[/kode] [/lain] B', "<p>A x = 1 [/lain] B</p>"),
        ("Tulis [[gallery]] begitu", "<p>Tulis [gallery] begitu</p>"),
        ("Satu<!--more-->dua", "<p>Satudua</p>"),
        (
            '[video mp4="https://a.example/v.mp4"][/video]',
            '<p><a href="https://a.example/v.mp4" rel="nofollow ugc noopener">https://a.example/v.mp4</a></p>',
        ),
        (
            "[embed]https://youtu.be/dQw4w9WgXcQ[/embed]",
            '<p><a href="https://youtu.be/dQw4w9WgXcQ" rel="nofollow ugc noopener">https://youtu.be/dQw4w9WgXcQ</a></p>',
        ),
        (
            "[audio https://a.example/lagu.mp3]",
            '<p><a href="https://a.example/lagu.mp3" rel="nofollow ugc noopener">https://a.example/lagu.mp3</a></p>',
        ),
        ("[caption]tanpa gambar[/caption]", "<p>tanpa gambar</p>"),
        ("A [wpdatatable id=3] B", "<p>A  B</p>"),
        ("A [jetpack_subscription_form] B", "<p>A  B</p>"),
        (
            '[pdf-embedder url="https://a.example/rka.pdf" width="max"]',
            '<p><a href="https://a.example/rka.pdf" rel="nofollow ugc noopener">rka.pdf</a></p>',
        ),
    ],
)
def test_shortcodes_become_what_they_show(tmp_path: Path, content: str, body: str) -> None:
    run(tmp_path, item(12, content))

    assert Article.objects.get().body == body


VIMEO = '<p><a href="https://vimeo.com/1" rel="nofollow ugc noopener">https://vimeo.com/1</a></p>'


@pytest.mark.parametrize(
    ("content", "body"),
    [
        ("A:\nhttps://vimeo.com/1\nB", f"<p>A:</p>{VIMEO}<p>B</p>"),
        ("<p>https://vimeo.com/1</p>", VIMEO),
        ("[embed]https://vimeo.com/1[/embed]", VIMEO),
        (
            '<!-- wp:embed {"url":"https://vimeo.com/1"} --><figure><div>\nhttps://vimeo.com/1\n</div>'
            "<figcaption>Film</figcaption></figure><!-- /wp:embed -->",
            f"{VIMEO}<p>Film</p>",
        ),
        ("Lihat https://vimeo.com/1 ya", "<p>Lihat https://vimeo.com/1 ya</p>"),
        (
            "<dl><dt>Buka</dt><dd>08.00</dd><dt>Alamat</dt><dd>Jalan A</dd></dl>",
            "<p><strong>Buka</strong></p><p>08.00</p><p><strong>Alamat</strong></p><p>Jalan A</p>",
        ),
        ("<pre>a\n  b &lt; c</pre>", "<p>a<br>  b &lt; c</p>"),
        ('Satu.<img src="hilang.jpg">Dua.', "<p>Satu. Dua.</p>"),
        ('Satu.\n\n<a href="x.jpg"><img src="x.jpg"></a>Dua.', "<p>Satu.</p><p>Dua.</p>"),
    ],
)
def test_what_has_no_tag_here_stays_readable(tmp_path: Path, content: str, body: str) -> None:
    run(tmp_path, item(12, content))

    assert Article.objects.get().body.replace("\n", "") == body


def test_lone_address_of_a_video_becomes_a_poster(client: Client, tmp_path: Path) -> None:
    run(tmp_path, item(12, "A:\nhttps://youtu.be/dQw4w9WgXcQ\nB"))

    assert "Putar video di YouTube" in client.get("/berita/butir-12/").text


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


def test_file_block_is_one_link(tmp_path: Path) -> None:
    button = 'class="wp-block-file__button wp-element-button" download'
    link = '<a href="https://lain.example/laporan.pdf"'
    run(
        tmp_path,
        item(12, f'<div class="wp-block-file">{link}>Laporan</a>{link} {button}>Unduh</a></div>'),
    )

    assert "Unduh" not in Article.objects.get().body
    assert "Laporan" in Article.objects.get().body


def test_link_to_a_file_that_cannot_come_is_told(tmp_path: Path) -> None:
    folder = "https://www.lama.example/wp-content/uploads/2019/09"
    told = run(tmp_path, item(12, f'<a href="{folder}/formulir.docx">Formulir</a>'))

    assert "berkas “formulir.docx” bukan foto atau PDF dan tidak ikut; tautannya buntu." in told


@pytest.mark.parametrize("link", ["http://lama//tua", "http://lama/2019//tua/"])
def test_old_permalink_with_a_doubled_slash_leads_on(
    client: Client, tmp_path: Path, link: str
) -> None:
    run(tmp_path, item(12, "Isi", link=link))
    path = link.removeprefix("http://lama")

    for asked in (path, path.replace("//", "/")):
        response = client.get("/", PATH_INFO=asked)
        assert (response.status_code, response["Location"]) == (301, "/berita/butir-12/")


def test_address_word_in_other_letters_gives_way_to_the_title(
    client: Client, tmp_path: Path
) -> None:
    slug = "%d9%85%d8%b1"
    run(tmp_path, item(12, "Isi", slug=slug, title="Kota Baja"))

    assert client.get(f"/2019/09/{slug}/")["Location"] == "/berita/kota-baja/"


def test_shortcodes_that_show_nothing_here_are_counted(tmp_path: Path) -> None:
    told = run(
        tmp_path,
        item(12, '[contact-form-7 id="1"] [peta lat="1"] [nama_plugin] [sic]'),
        item(13, '[peta lat="2"]Isi[/peta] [contact-form]x[/contact-form]'),
        item(14, '[pdf-embedder url="https://a.example/rka.pdf"]'),
        item(15, "Isi\n\n[bagikan-tombol]\n\nIsi"),
    )

    assert "post 15 “Butir 15”: “[bagikan-tombol]” mungkin kode pendek" in told
    assert (
        "Kode pendek yang tidak dapat ditampilkan: contact-form 1, contact-form-7 1, nama_plugin 1, peta 2."
        in told
    )


def test_nothing_executable_survives(client: Client, tmp_path: Path, uploads: Path) -> None:
    content = (
        "<p onclick='x()'>Isi</p><script>alert(1)</script><img src=x onerror=alert(2)>"
        '<iframe src="javascript:alert(3)"></iframe><a href="javascript:alert(4)">t</a>'
        '[caption caption="<script>alert(5)</script>"]<img src=x onload=alert(6)>[/caption]'
        '<div style="display:none"><a href="https://slot.example">gacor</a></div>'
        '<svg onload="alert(7)"></svg>[video src="javascript:alert(8)"]'
    )
    run(
        tmp_path,
        item(
            12, content, title="<script>alert(9)</script>Judul", excerpt="<img onerror=alert(9)>r"
        ),
        item(13, content, kind="page"),
        attachment(2, "2019/09/palsu.jpg", title="<svg onload=alert(9)>"),
        attachment(3, "../../rahasia.jpg"),
        options=("--uploads", str(uploads)),
    )

    for address in ("/berita/butir-12/", "/butir-13/"):
        page = client.get(address).text
        assert "Isi" in page
        assert not any(
            word in page for word in ("onclick", "onerror", "onload", "gacor", "javascript:")
        )
        assert "<script>alert" not in page
    assert not Picture.objects.exists()


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


def test_thrown_away_article_that_was_public_is_gone(client: Client, tmp_path: Path) -> None:
    run(tmp_path, item(12, "Isi", status="trash", meta={"_wp_trash_meta_status": "publish"}))

    assert client.get("/2019/09/butir-12/").status_code == 410


def test_second_run_changes_nothing(tmp_path: Path, uploads: Path) -> None:
    items = (
        item(12, "Isi", terms=[("post_tag", "kim", "KIM")]),
        item(13, "Lain", guid="https://www.lama.example/?p=12"),
        item(14, "Isi", kind="page"),
        item(15, kind="nav_menu_item"),
        attachment(2, "2019/09/pantai.jpg"),
    )
    options = ("--uploads", str(uploads))
    first = run(tmp_path, *items, options=options)
    before = snapshot()

    second = run(tmp_path, *items, options=options)

    assert "berita masuk: 2" in first
    assert "Tidak diambil: nav_menu_item 1." in first
    assert "berita sudah ada: 2" in second
    assert "Tidak ada yang berubah." in second
    assert snapshot() == before


def snapshot() -> list[list[Any]]:
    """Return the rows that the import writes."""
    models: tuple[type[Model], ...]
    models = (Article, Page, Category, Picture, Document, Origin, OldAddress)
    return [serialize("python", model._default_manager.order_by("pk")) for model in models]


def test_dry_run_enters_nothing(tmp_path: Path, uploads: Path) -> None:
    before = snapshot()

    told = run(
        tmp_path,
        item(12, "Isi [gallery]", meta={"_thumbnail_id": 2}, terms=[("category", "a", "Baru")]),
        attachment(2, "2019/09/pantai.jpg", parent=12),
        attachment(3, "2019/09/palsu.jpg"),
        options=("--uploads", str(uploads), "--coba"),
    )

    assert "berita masuk: 1" in told
    assert "lampiran dilewati: 1" in told
    assert "Kategori baru: Baru." in told
    assert snapshot() == before


def test_taken_slug_and_missing_title_are_no_obstacle(client: Client, tmp_path: Path) -> None:
    make_article(slug="butir-12")

    run(tmp_path, item(12, "Kata pertama.", title=""), item(13, "", title="Kosong"))

    article = Article.objects.get(slug="butir-12-2")
    assert article.title == "Kata pertama."
    assert client.get("/2019/09/butir-12/")["Location"] == "/berita/butir-12-2/"
    assert Article.objects.get(title="Kosong").status == Status.DRAFT


@pytest.mark.parametrize("name", ["Cilegon чистый", "城市", "!!!"])
def test_tag_in_any_script_leads_to_its_articles(client: Client, tmp_path: Path, name: str) -> None:
    run(tmp_path, item(12, "Isi", terms=[("post_tag", "x", name)]))
    tag = Article.objects.get().tags.get()
    address = reverse("news:tag_detail", args=[tag.slug])

    assert f'href="{address}"' in client.get("/berita/butir-12/").text
    assert "Butir 12" in client.get(address).text


_COUNT = (
    "from news.models import *; from cilegon_portal.publishing.models import *;"
    "from cilegon_portal.library.models import *;"
    "print(sorted(Article.objects.values_list('slug', 'title', 'body')), Origin.objects.count(),"
    "OldAddress.objects.count(), Picture.objects.count(), Attachment.objects.count())"
)


def test_killed_in_the_middle_it_ends_the_same(
    tmp_path: Path, uploads: Path, site: dict[str, str]
) -> None:
    items = [attachment(1, "2019/09/pantai.jpg", parent=100), item(100, "[gallery]")]
    items += [item(number, f"Isi {number}") for number in range(101, 400)]
    path = tmp_path / "ekspor.xml"
    path.write_text(HEAD + "".join(items) + TAIL)
    command = manage("import_wordpress", str(path), "--uploads", str(uploads))

    with subprocess.Popen(
        command, env=site, cwd=settings.BASE_DIR, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert "… 200 butir" in process.stdout.readline()
        process.send_signal(signal.SIGKILL)
    subprocess.run(command, env=site, check=True, cwd=settings.BASE_DIR, capture_output=True)

    state = subprocess.run(
        manage("shell", "--no-imports", "-c", _COUNT),
        env=site, check=True, cwd=settings.BASE_DIR, capture_output=True, text=True,
    ).stdout  # fmt: skip
    assert process.returncode == -signal.SIGKILL
    assert state.count("butir-") == 300
    assert state.rstrip().endswith("301 600 1 1")
