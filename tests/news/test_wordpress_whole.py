"""An export with an item of every type: each comes, waits or stays out, and is counted."""

from pathlib import Path

import pytest
from django.test import Client

from cilegon_portal.accounts.models import User
from cilegon_portal.library.models import Document, Picture
from cilegon_portal.office.models import Page
from cilegon_portal.publishing.models import Status
from news.models import Article, Category
from tests.library import images
from tests.news.wordpress import run, snapshot
from tests.news.wxr import attachment, item

pytestmark = pytest.mark.django_db

OTHERS = (
    "nav_menu_item", "revision", "wp_block", "wp_template", "wp_template_part", "wp_navigation",
    "wp_global_styles", "custom_css", "customize_changeset", "oembed_cache", "user_request",
    "product", "tribe_events", "elementor_library", "acf-field-group",
)  # fmt: skip
STATES = {
    "publish": Status.PUBLISHED,
    "future": Status.PUBLISHED,
    "draft": Status.DRAFT,
    "auto-draft": Status.DRAFT,
    "pending": Status.REVIEW,
    "private": Status.DRAFT,
    "trash": Status.ARCHIVED,
}
FOLDER = "https://www.lama.example/wp-content/uploads/2019/09"
EXECUTABLE = (
    "<script>alert(1)</script><p onclick='alert(1)'>Isi</p><iframe src='javascript:alert(1)'></iframe>"
    "<!-- wp:html --><form action='https://jahat.example'><input onfocus=alert(1) autofocus></form>"
    "<object data='data:text/html,<script>alert(1)</script>'></object><!-- /wp:html -->"
    "<a href=' java&#115;cript:alert(1)'>t</a><style>*{background:url(javascript:alert(1))}</style>"
    '[asing x="<img src=x onerror=alert(1)>"]<math><mtext></table><img src=x onerror=alert(1)></math>'
)


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    folder = tmp_path / "uploads" / "2019" / "09"
    folder.mkdir(parents=True)
    for width, name in ((320, "pantai.jpg"), (330, "bibit.jpg"), (340, "sampul.png")):
        (folder / name).write_bytes(images.jpeg(width, 200))
    (folder / "laporan.pdf").write_bytes(images.pdf())
    (folder / "arsip.zip").write_bytes(b"PK")
    return tmp_path / "uploads"


def every_type() -> list[str]:
    """Return items: 13 posts, 3 pages, 6 files of which 2 cannot come, one each of OTHERS."""
    gone = {"_wp_trash_meta_status": "draft"}
    posts = [
        item(
            100 + number,
            "Isi",
            status=status,
            title=f"Keadaan {status}",
            gmt="2099-01-01 00:00:00" if status == "future" else "2019-09-22 12:30:00",
            meta=gone if status == "trash" else {},
        )
        for number, status in enumerate(STATES)
    ]
    nested = [
        ("category", "kota", "Kota"),
        ("category", "kota-taman", "Taman"),
        ("post_tag", "kim", "KIM"),
        ("post_format", "post-format-aside", "Aside"),
    ]
    posts += [
        item(110, "Rahasia", title="Bersandi", password="kunci"),  # noqa: S106
        item(111, "Isi", title="Lekat", sticky=1, comments=4, terms=nested),
        item(112, EXECUTABLE, title="<b onmouseover=alert(1)>Bahaya</b>", excerpt=EXECUTABLE),
        item(
            113,
            f'[caption width="300"]<img class="wp-image-202" src="{FOLDER}/bibit-300x200.jpg"> Bibit'
            '[/caption]\n\n[gallery ids="201,202"]\n\n[embed]https://youtu.be/dQw4w9WgXcQ[/embed]'
            f'\n\n<a href="{FOLDER}/laporan.pdf">Laporan</a><!--nextpage-->Halaman dua<!--more-->',
            title="Klasik",
            meta={"_thumbnail_id": 203},
        ),
        item(
            114,
            '<!-- wp:columns --><div class="wp-block-columns"><!-- wp:column --><div>'
            "<!-- wp:paragraph --><p>Kolom</p><!-- /wp:paragraph --></div><!-- /wp:column --></div>"
            '<!-- /wp:columns --><!-- wp:block {"ref":302} /--><!-- wp:latest-posts /-->'
            "<!-- wp:table --><figure><table><tbody><tr><td>Sel</td></tr></tbody></table></figure>"
            "<!-- /wp:table --><!-- wp:quote --><blockquote><p>Kutipan</p></blockquote><!-- /wp:quote -->",
            title="Blok",
        ),
        item(115, "", title=""),
    ]
    pages = [
        item(120, "Isi", kind="page", title="Profil"),
        item(121, EXECUTABLE, kind="page", title="Visi", parent=120),
        item(122, "Isi", kind="page", title="Naskah", status="draft"),
    ]
    files = [
        attachment(201, "2019/09/pantai.jpg", meta={"_wp_attachment_image_alt": "Pantai"}),
        attachment(202, "2019/09/bibit.jpg"),
        attachment(203, "2019/09/sampul.png"),
        attachment(204, "2019/09/laporan.pdf"),
        attachment(205, "2019/09/arsip.zip"),
        attachment(206, "2019/09/hilang.jpg"),
    ]
    body = "<!-- wp:paragraph --><p>Dipakai ulang</p><!-- /wp:paragraph -->"
    return [
        *posts, *pages, *files,
        *(item(300 + number, body, kind=kind) for number, kind in enumerate(OTHERS)),
    ]  # fmt: skip


def test_every_type_is_counted_and_a_second_run_changes_nothing(
    tmp_path: Path, uploads: Path
) -> None:
    told = run(tmp_path, *every_type(), options=("--uploads", str(uploads)))
    before = snapshot()
    again = run(tmp_path, *every_type(), options=("--uploads", str(uploads)))

    for line in (
        "berita masuk: 13",
        "halaman masuk: 3",
        "lampiran masuk: 4",
        "lampiran dilewati: 2",
        f"Tidak diambil: {', '.join(f'{kind} 1' for kind in sorted(OTHERS))}.",
        "Komentar tidak ikut: 4.",
        "2 foto baru belum punya teks alternatif.",
    ):
        assert line in told
    assert (Article.objects.count(), Picture.objects.count(), Document.objects.count()) == (
        13,
        3,
        1,
    )
    assert not User.objects.exists()
    assert "berita sudah ada: 13" in again
    assert "masuk: " not in again
    assert snapshot() == before


def test_every_state_and_shape_stands_where_it_should(
    client: Client, tmp_path: Path, uploads: Path
) -> None:
    run(tmp_path, *every_type(), options=("--uploads", str(uploads)))

    found = {article.title: article for article in Article.objects.all()}
    assert {status: found[f"Keadaan {status}"].status for status in STATES} == STATES
    assert found["Bersandi"].status == Status.DRAFT
    assert (found["Lekat"].front_page, str(found["Lekat"].category)) == (1, "Kota")
    assert {tag.name for tag in found["Lekat"].tags.all()} == {"Taman", "KIM"}
    classic = found["Klasik"]
    assert str(classic.picture) == "sampul"
    assert [str(photo) for photo in classic.gallery()] == ["pantai", "bibit"]
    assert classic.documents() == [Document.objects.get()]
    assert "<figcaption>Bibit</figcaption>" in classic.body
    assert "Halaman dua" in classic.body
    for words in ("Kolom", "Dipakai ulang", "<td>Sel</td>", "Kutipan"):
        assert words in found["Blok"].body
    assert found["Tanpa judul 115"].status == Status.DRAFT
    assert Page.objects.get(title="Naskah").status == Status.DRAFT
    assert set(Category.objects.values_list("name", flat=True)) == {"Kota", "Umum"}
    page = client.get(classic.get_absolute_url())
    assert page.status_code == 200  # a photo without words holds nothing back


def test_nothing_executable_survives_anywhere(
    client: Client, tmp_path: Path, uploads: Path
) -> None:
    run(tmp_path, *every_type(), options=("--uploads", str(uploads)))

    article = Article.objects.get(slug="butir-112")
    addresses = (
        article.get_absolute_url(), "/butir-121/", "/berita/", "/berita/rss/", "/berita/sematkan/",
        f"/api/v1/articles/{article.pk}/", "/data/berita.json", "/cari/?q=bahaya",
    )  # fmt: skip
    for address in addresses:
        response = client.get(address)
        text = response.getvalue().decode()
        assert response.status_code == 200
        words = ("alert(1)", "onerror", "onclick", "onmouseover", "jahat.example", "<object")
        assert [word for word in words if word in text] == [], address
