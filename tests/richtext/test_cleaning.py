"""What editors may store, whichever door it came through."""

import pytest
from django.test import Client

from cilegon_portal.richtext import clean_html
from news.models import Article
from tests.factories import make_article

PICTURE = "/media/gambar/AAAAAAAAAAAAAAAAAAAAAA/720.webp"
ORDINARY = [
    "<p>Warga <strong>bergotong royong</strong> dan <em>bersih-bersih</em>.</p>",
    "<h2>Subjudul</h2><p>Isi.</p><ul><li>satu</li><li>dua</li></ul><ol><li>tiga</li></ol>",
    "<blockquote><p>Kutipan.</p></blockquote>",
    '<table><caption>Data</caption><thead><tr><th scope="col">A</th></tr></thead><tbody><tr><td colspan="2">B</td></tr></tbody></table>',
    f'<figure><img src="{PICTURE}" alt="Warga" width="720" height="405"><figcaption>Foto</figcaption></figure>',
    '<p><a href="/berita/">dalam</a> <a href="https://banten.go.id/x">pemerintah</a> <a href="tel:112">112</a></p>',
    '<p><a href="https://contoh.com/" rel="nofollow ugc noopener">luar</a></p>',
]
HOSTILE = {
    "script": "<p>a</p><script>alert(1)</script>",
    "handler": '<p onclick="alert(1)">a</p>',
    "style attribute": '<p style="position:fixed">a</p>',
    "style element": "<style>p{display:none}</style><p>a</p>",
    "javascript link": '<a href="javascript:alert(1)">a</a>',
    "obscured javascript": '<a href="java&#10;script:alert(1)">a</a>',
    "data link": '<a href="data:text/html,<script>alert(1)</script>">a</a>',
    "foreign picture": '<img src="https://slot.example/x.gif" alt="x">',
    "picture handler": '<img src=x onerror="alert(1)">',
    "data picture": '<img src="data:image/svg+xml,<svg onload=alert(1)>">',
    "sneaky picture path": f'<img src="{PICTURE}/../../../admin/" alt="x">',
    "iframe": '<iframe src="https://slot.example/"></iframe>',
    "object": '<object data="https://slot.example/x.swf"></object>',
    "embed": '<embed src="https://slot.example/x.swf">',
    "form": '<form action="https://slot.example/"><input name="x"><button>a</button></form>',
    "svg": '<svg onload="alert(1)"><a href="javascript:alert(1)">a</a></svg>',
    "math": '<math><mi xlink:href="javascript:alert(1)">a</mi></math>',
    "comment": "<p>a</p><!-- <script>alert(1)</script> -->",
    "meta refresh": '<meta http-equiv="refresh" content="0;url=https://slot.example/">',
    "base": '<base href="https://slot.example/">',
    "id and data": '<p id="x" data-x="y">a</p>',
    "class": '<p class="masthead">a</p>',
    "mutation": '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    "template": "<template><script>alert(1)</script></template>",
}
FORBIDDEN = (
    "<script", "onclick", "onerror", "onload", "style", "javascript:", "data:", "data-x", "slot.example", "<iframe",
    "<object", "<embed", "<form", "<input", "<svg", "<math", "<!--", "<meta", "<base", "id=", "masthead", "<template",
    "/../",
)  # fmt: skip


@pytest.mark.parametrize("html", ORDINARY)
def test_ordinary_markup_survives_unchanged(html: str) -> None:
    assert clean_html(html) == html


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE)
def test_hostile_markup_does_not_survive(html: str) -> None:
    cleaned = clean_html(html)

    assert not [word for word in FORBIDDEN if word in cleaned]


@pytest.mark.parametrize("html", [*ORDINARY, *HOSTILE.values()])
def test_cleaning_again_changes_nothing(html: str) -> None:
    assert clean_html(clean_html(html)) == clean_html(html)


@pytest.mark.django_db
@pytest.mark.parametrize("door", ["save", "update", "bulk_create", "bulk_update"])
def test_every_door_cleans(door: str) -> None:
    hostile = "<p>aman</p><script>alert(1)</script>"
    article = make_article(body=hostile if door == "save" else "<p>lama</p>")
    if door == "update":
        Article.objects.update(body=hostile)
    elif door == "bulk_create":
        copy = make_article()
        copy.delete()
        Article.objects.all().delete()
        Article.objects.bulk_create(
            [Article(title="a", slug="a", body=hostile, category=article.category)]
        )
    elif door == "bulk_update":
        article.body = hostile
        Article.objects.bulk_update([article], ["body"])

    assert Article.objects.get().body == "<p>aman</p>"


def test_old_tags_and_empty_paragraphs_are_tidied() -> None:
    assert clean_html("<h1>A</h1><p>&nbsp;</p><p><b>B</b> <i>C</i></p>") == (
        "<h2>A</h2><p><strong>B</strong> <em>C</em></p>"
    )


@pytest.mark.django_db
def test_dateline_opens_the_first_paragraph_and_tables_scroll(client: Client) -> None:
    article = make_article(
        body="<p>Guna memajukan kota.</p><table><tbody><tr><td>1</td></tr></tbody></table>"
    )

    page = client.get(article.get_absolute_url()).text

    assert '<p><span class="dateline">PC.Cilegon-</span> Guna memajukan kota.</p>' in page
    assert '<div class="scroll" role="region" tabindex="0" aria-label="Tabel"><table>' in page


@pytest.mark.django_db
def test_library_picture_in_the_text_is_lazy_and_offers_a_smaller_file(client: Client) -> None:
    article = make_article(body=f'<p>Isi.</p><figure><img src="{PICTURE}" alt="Warga"></figure>')

    page = client.get(article.get_absolute_url()).text

    assert f"{PICTURE.replace('720', '360')} 360w" in page
    assert 'loading="lazy"' in page
