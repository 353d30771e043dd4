"""The fixed content that the browser tests read: small, with everything that can go wrong in it."""

from datetime import UTC, datetime, timedelta

from cilegon_portal.library.models import Picture
from cilegon_portal.library.uploads import store_picture
from cilegon_portal.regions.models import Region
from news.models import Article, Correction, Kind, Verdict
from tests.browser.agenda_content import build_agenda
from tests.browser.community_content import build_community
from tests.browser.kim_content import build_kim
from tests.factories import make_article, make_category
from tests.library.images import jpeg

PUBLISHED_AT = datetime(2019, 9, 22, 12, 30, tzinfo=UTC)
ARTICLES_ON_THE_SECOND_PAGE = 2
LONG_WORD = "Pertanggungjawabankeuangandaerahkotacilegontahunanggaran"
WIDE_TABLE = (
    "<table><caption>Ruas jalan</caption><thead><tr>"
    + "".join(f"<th>Keterangan ke-{number}</th>" for number in range(1, 11))
    + "</tr></thead><tbody><tr>"
    + "".join(f"<td>Lingkar-Selatan-{number}</td>" for number in range(1, 11))
    + "</tr></tbody></table>"
)
BODY = f"""
<p>Jalan lingkar dibuka untuk umum mulai Minggu (22/9) pukul 19.30 WIB, lebih cepat daripada jadwal.</p>
<h2>Rekayasa lalu lintas</h2>
<p>Kendaraan dari <strong>Pulomerak</strong> dialihkan. {LONG_WORD} dapat dibaca di
<a href="https://www.cilegon.go.id/">situs Pemerintah Kota</a>.</p>
<ul><li>Bus dan truk lewat tol.</li><li>Sepeda motor lewat jalan kota.</li></ul>
<h3>Daftar ruas</h3>
<blockquote><p>“Warga silakan memakai jalan ini,” kata kepala dinas.</p></blockquote>
<ol><li>Periksa rem.</li><li>Patuhi rambu.</li></ol>
<p><a href="https://youtu.be/a-B_c1d2E3_?t=90">Peresmian jalan lingkar</a></p>
"""


def build_site() -> None:
    """Make what the addresses of pages.py show."""
    _make_articles()
    build_agenda()
    build_community()
    build_kim()


def _make_articles() -> None:
    government = make_category("Pemerintahan")
    health = make_category("Kesehatan")
    photo = store_picture(
        jpeg(), title="Jalan", alt_text="Jalan lingkar pada sore hari", caption="Jalan"
    )
    _make_older_articles(photo)
    article = make_article(
        title="Jalan Lingkar Dibuka untuk Umum",
        slug="jalan-lingkar-dibuka",
        summary="Jalan lingkar dibuka lebih cepat; kendaraan besar dialihkan lewat jalan tol.",
        dateline_place="Pulomerak",
        body=BODY,
        category=government,
        tags=["Jalan", "Lalu lintas"],
        published_at=PUBLISHED_AT,
        region=Region.objects.first(),
        author_credit="Tim Redaksi",
        reporter_credit="Peliput Kota",
        editor_credit="Redaktur",
        photo_credit="Dokumentasi Diskominfo",
        legacy_id=248,
        picture=photo,
    )
    Correction.objects.create(
        article=article, text="Sebelumnya tertulis pukul 19.00 WIB.", at=PUBLISHED_AT
    )
    article.related.add(Article.objects.exclude(pk=article.pk).earliest("pk"))
    make_article(
        title="Klarifikasi: Pesan Berantai tentang Bantuan Tunai",
        slug="klarifikasi-pesan-bantuan",
        kind=Kind.CLARIFICATION,
        category=health,
        published_at=PUBLISHED_AT - timedelta(hours=1),
        claim="Bantuan tunai dibagikan lewat tautan di WhatsApp.",
        verdict=Verdict.HOAX,
        explanation="Dinas tidak pernah membagikan bantuan lewat tautan.",
        evidence='<p>Lihat <a href="https://www.cilegon.go.id/">pengumuman resmi</a>.</p>',
    )
    make_article(
        title=f"Pengumuman {LONG_WORD}",
        slug="pengumuman-tanpa-foto",
        kind=Kind.ANNOUNCEMENT,
        category=health,
        published_at=PUBLISHED_AT - timedelta(hours=2),
    )
    make_article(
        title="Daftar Ruas Jalan",
        slug="daftar-ruas-jalan",
        body=WIDE_TABLE,
        category=government,
        published_at=PUBLISHED_AT - timedelta(hours=3),
    )


def _make_older_articles(photo: Picture) -> None:
    for number in range(10 + ARTICLES_ON_THE_SECOND_PAGE):
        make_article(
            title=f"Jalan Kota Diperbaiki, Tahap {number + 1}",
            tags=["Jalan"],
            picture=photo,
            published_at=PUBLISHED_AT - timedelta(days=1 + 30 * number),
        )
