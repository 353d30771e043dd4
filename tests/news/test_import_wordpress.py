"""A WordPress site comes in whole, once, safely, and its addresses lead on."""

import signal
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from cilegon_portal.library.models import Document, Picture
from cilegon_portal.office.models import Page
from cilegon_portal.publishing.models import Status
from news.models import Article, Category
from tests.factories import make_article
from tests.news.conftest import manage
from tests.news.wordpress import run, snapshot
from tests.news.wxr import HEAD, TAIL, attachment, item

pytestmark = pytest.mark.django_db


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
