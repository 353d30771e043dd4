"""The editor asks what a pasted text becomes."""

import pytest
from django.test import Client

from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer(client: Client) -> Client:
    client.force_login(make_user("Penulis"))
    return client


def pasted(writer: Client, text: str) -> str:
    return str(writer.post("/admin/tempel/", {"text": text}).json()["html"])


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (
            "*tebal* dan _miring_, ~coret~.",
            "<strong>tebal</strong> dan <em>miring</em>, <s>coret</s>.",
        ),
        ("*_dua sekaligus_*", "<strong><em>dua sekaligus</em></strong>"),
        ("**tebal**", "<strong>tebal</strong>"),
        ("harga *Rp5.000*", "harga <strong>Rp5.000</strong>"),
        ("(*penting*)", "(<strong>penting</strong>)"),
        ("*Pukul 08.00 WIB: apel*", "<strong>Pukul 08.00 WIB: apel</strong>"),
    ],
)
def test_markers_of_whatsapp_are_read(writer: Client, text: str, html: str) -> None:
    assert pasted(writer, text) == f"<p>{html}</p>"


@pytest.mark.parametrize(
    "text",
    [
        "nama_berkas_baru dan _id",
        "2*3*4 = 24",
        "f*ck dan s*al",
        "5 * 4 * 3",
        "* catatan kaki *",
        "(*) wajib diisi (*)",
        "*) syarat berlaku *) lihat brosur",
        "suhu ~30 sampai ~32 derajat",
        "____________",
        "*****",
        "awal *tanpa akhir",
        "1. Latar belakang",
        "- Humas",
        "17 Agustus 1945",
    ],
)
def test_signs_that_are_no_markers_stay(writer: Client, text: str) -> None:
    assert pasted(writer, text) == f"<p>{text}</p>"


def test_markers_do_not_reach_over_a_line(writer: Client) -> None:
    assert pasted(writer, "awal *satu\ndua* akhir") == "<p>awal *satu<br>dua* akhir</p>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("{} _lihat {} ya_", "{} <em>lihat {} ya</em>"),
        ("*{}*.", "<strong>{}</strong>."),
        ("_{}_", "<em>{}</em>"),
        ("({}), ya", "({}), ya"),
    ],
)
@pytest.mark.parametrize(
    "address", ["https://cilegon.go.id/a_b_c/d*e*f?x=_1", "https://cilegon.go.id/"]
)
def test_address_stays_whole_and_becomes_a_link(
    writer: Client, address: str, text: str, html: str
) -> None:
    link = f'<a href="{address}">{address}</a>'

    assert pasted(writer, text.replace("{}", address)) == f"<p>{html.replace('{}', link)}</p>"


def test_address_may_end_in_a_marker(writer: Client) -> None:
    assert '"https://cilegon.go.id/abc_"' in pasted(writer, "https://cilegon.go.id/abc_")


def test_lines_and_empty_lines_become_breaks_and_paragraphs(writer: Client) -> None:
    assert pasted(writer, "Satu\r\ndua\r\n\r\n \r\nTiga") == "<p>Satu<br>dua</p><p>Tiga</p>"


def test_blanks_around_a_pasted_word_stay(writer: Client) -> None:
    assert pasted(writer, " _tengah_ ") == "<p>&nbsp;<em>tengah</em>&nbsp;</p>"


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("- satu\n- *dua*", "<ul><li>satu</li><li><strong>dua</strong></li></ul>"),
        ("• satu", "<ul><li>satu</li></ul>"),
        ("* satu\n* dua", "<ul><li>satu</li><li>dua</li></ul>"),
        ("1. satu\n2. dua", "<ol><li>satu</li><li>dua</li></ol>"),
        ("3) tiga\n\n4) empat", '<ol start="3"><li>tiga</li><li>empat</li></ol>'),
        (
            "1. satu\n   - dalam\n2. dua",
            "<ol><li>satu<ul><li>dalam</li></ul></li><li>dua</li></ol>",
        ),
        (
            "Syarat:\n- KTP\n- KK\nTerima kasih",
            "<p>Syarat:</p><ul><li>KTP</li><li>KK</li></ul><p>Terima kasih</p>",
        ),
        ("> kata\n> beliau", "<blockquote><p>kata<br>beliau</p></blockquote>"),
    ],
)
def test_lists_and_quotes_are_read(writer: Client, text: str, html: str) -> None:
    assert pasted(writer, text) == html


def test_text_of_a_phone_keeps_every_word(writer: Client) -> None:
    text = (
        "*UNDANGAN* 📢\n\nYth. Bapak/Ibu RT 03\n_Hari/tgl_ : Minggu, 5 Mei 2019\n*Pukul* : 07.00 WIB\n\n"
        "Membawa:\n1. cangkul\n2. karung\n\n~Kamis~ <ditunda> & terima kasih 🙏"
    )

    assert pasted(writer, text) == (
        "<p><strong>UNDANGAN</strong> 📢</p>"
        "<p>Yth. Bapak/Ibu RT 03<br><em>Hari/tgl</em> : Minggu, 5 Mei 2019<br><strong>Pukul</strong> : 07.00 WIB</p>"
        "<p>Membawa:</p><ol><li>cangkul</li><li>karung</li></ol>"
        "<p><s>Kamis</s> &lt;ditunda&gt; &amp; terima kasih 🙏</p>"
    )


def test_html_is_cleaned_and_what_went_is_told(writer: Client) -> None:
    html = (
        '<p style="mso-list:none">Isi <b>tebal</b></p><img src="https://contoh.com/pasar.jpg">'
        '<p style="display:none">judi slot</p><iframe src="https://peta.example/x"></iframe>'
        "<script>alert(1)</script>"
    )

    answer = writer.post("/admin/tempel/", {"html": html}).json()

    assert answer["html"].startswith("<p>Isi <strong>tebal</strong></p><p><a href=")
    assert [sentence.split(":")[0] for sentence in answer["told"]] == [
        "1 gambar tidak ikut karena bukan dari pustaka foto",
        "1 tampilan dari situs lain menjadi tautan",
        "Tulisan yang tidak terlihat pembaca dihapus",
        "Kode program di dalam teks dihapus.",
    ]
    assert "“pasar.jpg”" in answer["told"][0]
    assert "“judi slot”" in answer["told"][2]


def test_clean_html_tells_nothing(writer: Client) -> None:
    assert writer.post("/admin/tempel/", {"html": "<p>Isi.</p>"}).json() == {
        "html": "<p>Isi.</p>",
        "told": [],
    }


def test_text_with_nul_is_refused_with_words(writer: Client) -> None:
    answer = writer.post("/admin/tempel/", {"text": "a\0b"})

    assert answer.status_code == 400
    assert "NUL" in answer.json()["told"][0]


def test_visitors_may_not_ask(client: Client) -> None:
    assert client.post("/admin/tempel/", {"text": "a"}).status_code == 302


def test_only_a_post_with_the_token_of_the_form_is_answered(writer: Client) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = writer.cookies

    assert strict.post("/admin/tempel/", {"text": "a"}).status_code == 403
    assert writer.get("/admin/tempel/").status_code == 405
