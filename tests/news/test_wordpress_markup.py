"""Blocks, shortcodes, galleries and embeds of WordPress become what they show."""

from pathlib import Path

import pytest
from django.test import Client

from news.models import Article
from tests.news.wordpress import run
from tests.news.wxr import attachment, item

pytestmark = pytest.mark.django_db


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
