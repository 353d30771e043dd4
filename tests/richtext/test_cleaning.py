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
    "iframe": '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "invisible iframe": '<iframe src="https://slot.example/" width="0" height="0"></iframe>',
    "object": '<object data="javascript:alert(1)"></object>',
    "embed": '<embed src="data:text/html,x">',
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
    "mutation in svg": '<svg></p><style><a title="</style><img src=x onerror=alert(1)>">',
    "mutation in math": '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    "mutation in a comment": '<p>a</p><!--><img src=x onerror="alert(1)">-->',
    "mutation in noscript": "<noscript><style></noscript><img src=x onerror=alert(1)></style></noscript>",
    "mutation in textarea": '<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>',
    "cdata": '<svg><![CDATA[><img src=x onerror="alert(1)">]]></svg>',
    "broken attribute": '<img """><script>alert(1)</script>">',
    "slashes for blanks": "<img/src=x/onerror=alert(1)>",
    "reference without end": '<a href="&#x6A&#x61vascript:alert(1)">a</a>',
    "upper case": "<SCRIPT>alert(1)</SCRIPT><P ONCLICK=alert(1)>a",
    "invisible letters": '<a href="java\u200bscript:alert(1)">a</a>',
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


HIDDEN = [
    '<p style="display: none">judi slot</p>',
    "<p hidden>judi slot</p>",
    '<span style="font-size:0">judi slot</span>',
    '<div style="position:absolute; left:-9999px"><a href="https://slot.example/">judi slot</a></div>',
    '<span style="color:#FFFFFF">judi slot</span>',
    '<p style="opacity:0">judi slot</p>',
    '<div style="display:none"><div>judi</div><p>slot</p></div>',
    '<div style="height:1px;overflow:hidden">judi slot</div>',
    '<div style="height:1px;width:1px;overflow:auto">judi slot</div>',
    '<marquee style="height:1px;width:1px">judi slot</marquee>',
    '<marquee width="1" height="1">judi slot</marquee>',
    '<p style="text-indent:-9999px">judi slot</p>',
    '<p style="font-size:1px !important">judi slot</p>',
    '<p style="color:rgb(255, 255, 255); background-color:#fff">judi slot</p>',
    '<p style="color:transparent">judi slot</p>',
    '<font color="#ffffff">judi slot</font>',
    '<p style="transform:translateX(-5000px)">judi slot</p>',
    '<p style="position:absolute;clip:rect(0,0,0,0)">judi slot</p>',
    '<p style="mso-hide:all">judi slot</p>',
]


@pytest.mark.parametrize("html", HIDDEN)
def test_hidden_text_goes_with_its_markup(html: str) -> None:
    assert clean_html(f"<p>Sebelum.</p>{html}<p>Sesudah.</p>") == "<p>Sebelum.</p><p>Sesudah.</p>"


@pytest.mark.parametrize(
    "style",
    [
        "font-size:11pt",
        "font-size:1em",
        "font-size:0.9rem",
        "margin-left:-18pt",
        "margin-left:108pt;text-indent:-108.0pt",
        "color:white;background:black",
        "opacity:0.9",
        "height:0",
        "color:#eee",
    ],
)
def test_visible_text_with_a_style_stays(style: str) -> None:
    assert clean_html(f'<p style="{style}">Isi.</p>') == "<p>Isi.</p>"


def test_white_words_on_a_dark_cell_stay() -> None:
    row = (
        '<tr><td style="background:#1F3864"><p><span style="color:white">Hari</span></p></td></tr>'
    )

    assert clean_html(f"<table>{row}</table>") == (
        "<table><tbody><tr><td>Hari</td></tr></tbody></table>"
    )


def test_unclosed_hidden_paragraph_takes_no_sentence_after_it() -> None:
    assert clean_html("<p hidden>judi<p>Kalimat berikut.") == "<p>Kalimat berikut.</p>"


def test_divisions_become_paragraphs_so_that_words_do_not_run_together() -> None:
    assert clean_html("<div>satu</div><div>dua</div>") == "<p>satu</p><p>dua</p>"


def test_invisible_characters_do_not_hide_behind_references() -> None:
    assert clean_html("<p>a&#8203;b&#8238;c</p>") == "<p>abc</p>"


def test_combining_character_after_a_tag_leaves_the_tag_alone() -> None:
    assert clean_html("<p>\u0338Isi.</p>") == "<p>\u0338Isi.</p>"


def test_link_with_a_backslash_does_not_pass_for_our_own() -> None:
    assert "evil" not in clean_html('<p><a href="/\\evil.example/">a</a></p>')


def test_empty_links_and_classes_are_not_kept() -> None:
    assert clean_html('<p class="x">a<a href="https://slot.example/"></a></p>') == "<p>a</p>"


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


@pytest.mark.parametrize(
    ("html", "cleaned"),
    [
        ("\n <p>a</p>\n", "<p>a</p>"),
        ("kata<strong> </strong>kata", "<p>kata kata</p>"),
        ("<p>a</p>b<br>c<br><br>d", "<p>a</p><p>b<br>c</p><p>d</p>"),
        ('<p><a href="javascript:alert(1)">Baca</a> lagi</p>', "<p>Baca lagi</p>"),
        ('<p><a href="file:///C:/a.doc">Berkas</a></p>', "<p>Berkas</p>"),
        ('<p><a href="http://[rusak">Baca</a></p>', "<p>Baca</p>"),
        ("<b><p>a</p><p>b</p></b>", "<p><strong>a</strong></p><p><strong>b</strong></p>"),
        ("<p>a&nbsp; b&nbsp;c</p>", "<p>a b c</p>"),
        ("<p>Rp&nbsp;5.000</p>", "<p>Rp&nbsp;5.000</p>"),
        ("<p>Cile\u00adgon</p>", "<p>Cilegon</p>"),
        ("<p>a <a href='/x", "<p>a &lt;a href='/x</p>"),
        ("<ul>a<li>b</li></ul>", "<ul><li>a</li><li>b</li></ul>"),
        ("<td>a</td><td>b</td>", "<p>a</p><p>b</p>"),
    ],
)
def test_untidy_markup_keeps_its_words(html: str, cleaned: str) -> None:
    assert clean_html(html) == cleaned


def test_frame_of_another_site_leaves_its_address() -> None:
    frame = '<p>Peta:</p><iframe src="//peta.example/a?b=1&amp;c=2" width="560"></iframe>'

    assert clean_html(frame) == (
        '<p>Peta:</p><p><a href="https://peta.example/a?b=1&amp;c=2" rel="nofollow ugc noopener">'
        "https://peta.example/a?b=1&amp;c=2</a></p>"
    )


def test_emoji_that_is_a_picture_stays_as_a_letter() -> None:
    assert clean_html('<p>Terima kasih <img alt="🙏" src="data:image/gif;base64,R0"></p>') == (
        "<p>Terima kasih 🙏</p>"
    )


def test_list_keeps_its_first_number_and_its_letters() -> None:
    html = '<ol start="3" type="a"><li>Ketiga</li></ol>'

    assert clean_html(html) == html


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
