"""Videos of YouTube: stored as links, shown as posters of our own."""

import pytest
from django.test import Client

from cilegon_portal.richtext import clean_html
from tests.factories import make_article, make_user

PICTURE = "/media/gambar/AAAAAAAAAAAAAAAAAAAAAA/720.webp"
KEY = "a-B_c1d2E3_"
WATCH = f"https://www.youtube.com/watch?v={KEY}"
ADDRESSES = {
    f"https://www.youtube.com/watch?v={KEY}": 0,
    f"http://youtube.com/watch?app=desktop&v={KEY}&feature=share": 0,
    f"https://m.youtube.com/watch?v={KEY}&t=90s": 90,
    f"https://youtu.be/{KEY}": 0,
    f"https://youtu.be/{KEY}?si=AbCdEf&t=75": 75,
    f"https://www.youtube.com/shorts/{KEY}": 0,
    f"https://www.youtube.com/live/{KEY}?si=x&t=1h2m3s": 3723,
    f"https://www.youtube.com/embed/{KEY}?start=12": 12,
    f"https://www.youtube-nocookie.com/embed/{KEY}": 0,
    f"https://www.youtube.com/watch?v={KEY}#t=30": 30,
}
NO_VIDEOS = [
    "https://www.youtube.com/@diskominfo",
    "https://www.youtube.com/playlist?list=PL0123456789",
    "https://www.youtube.com/watch?v=terlalu-panjang-sekali",
    f"https://youtube.com.jahat.example/watch?v={KEY}",
    f"https://jahat.example/?https://youtu.be/{KEY}",
    f"https://vimeo.com/{KEY}",
    "https://youtu.be/",
]


def shown(client: Client, body: str) -> str:
    """Return the text of an article with *body*, as its page shows it."""
    page = client.get(make_article(body=body).get_absolute_url()).text
    return page.split('<div class="prose">')[1].split("</div>")[0]


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "start"), ADDRESSES.items())
@pytest.mark.parametrize("written", ["{}", " {} ", '<a href="{}">{}</a>'])
def test_address_alone_in_a_paragraph_is_shown_as_a_poster(
    client: Client, address: str, start: int, written: str
) -> None:
    typed = written.replace("{}", address.replace("&", "&amp;"))

    text = shown(client, f"<p>Tonton.</p><p>{typed}</p>")

    at, from_ = (f"&amp;t={start}", f"&amp;start={start}") if start else ("", "")
    assert f'<figure class="video"><a href="{WATCH}{at}" rel="nofollow ugc noopener"' in text
    assert (
        f'data-player="https://www.youtube-nocookie.com/embed/{KEY}?autoplay=1&amp;rel=0{from_}"'
        in text
    )
    assert "Putar video di YouTube</span>" in text
    assert "<iframe" not in text


@pytest.mark.django_db
@pytest.mark.parametrize(
    "paragraph", [*NO_VIDEOS, f"Lihat {WATCH}", f'<a href="{WATCH}">Satu</a> dan lagi']
)
def test_anything_else_stays_a_paragraph(client: Client, paragraph: str) -> None:
    assert 'class="video"' not in shown(client, f"<p>Tonton.</p><p>{paragraph}</p>")


@pytest.mark.django_db
def test_title_of_the_link_names_the_video(client: Client) -> None:
    text = shown(client, f'<p>Tonton.</p><p><a href="{WATCH}">Pawai &amp; "HUT"</a></p>')

    assert "Putar video di YouTube: Pawai &amp; &quot;HUT&quot;</span>" in text
    assert 'data-title="Pawai &amp; &quot;HUT&quot;"' in text


@pytest.mark.django_db
@pytest.mark.parametrize(
    "frame", ["<figure>{}<figcaption>Pawai</figcaption></figure>", "<p>{}</p>"]
)
def test_picture_of_the_library_that_links_to_a_video_is_its_poster(
    client: Client, frame: str
) -> None:
    link = f'<a href="{WATCH}"><img src="{PICTURE}" alt="Pawai di Jombang"></a>'

    text = shown(client, f"<p>Tonton.</p>{frame.replace('{}', link)}")

    assert f'data-title="Video YouTube"><img src="{PICTURE}"' in text
    assert ("<figcaption>Pawai</figcaption></figure>" in text) == ("figcaption" in frame)


@pytest.mark.django_db
def test_picture_that_links_elsewhere_stays_a_picture(client: Client) -> None:
    link = f'<a href="https://cilegon.go.id/"><img src="{PICTURE}" alt="Pawai"></a>'

    assert 'class="video"' not in shown(client, f"<figure>{link}</figure>")


@pytest.mark.django_db
def test_dateline_opens_the_words_below_a_video(client: Client) -> None:
    text = shown(client, f"<p>{WATCH}</p><p>Isi.</p>")

    assert text.startswith(
        '<p><span class="dateline">PC.Cilegon-</span> </p><figure class="video">'
    )


@pytest.mark.parametrize(
    ("frame", "link"),
    [
        (f'<iframe src="https://www.youtube.com/embed/{KEY}?si=x" title="YouTube video player"></iframe>',
         f'<a href="{WATCH}" rel="nofollow ugc noopener">{WATCH}</a>'),
        (f'<iframe src="//www.youtube-nocookie.com/embed/{KEY}" title="Pawai HUT"></iframe>',
         f'<a href="{WATCH}" rel="nofollow ugc noopener">Pawai HUT</a>'),
        (f'<object data="https://www.youtube.com/v/{KEY}"></object>',
         f'<a href="{WATCH}" rel="nofollow ugc noopener">{WATCH}</a>'),
    ],
)  # fmt: skip
def test_frame_of_a_video_is_stored_as_a_link(frame: str, link: str) -> None:
    stored = clean_html(f"<p>Sebelum {frame} sesudah.</p>")

    assert stored == f"<p>Sebelum</p><p>{link}</p><p>sesudah.</p>"


@pytest.mark.django_db
def test_frame_of_a_video_is_not_told_as_lost(client: Client) -> None:
    client.force_login(make_user("Penulis"))
    frame = f'<iframe src="https://www.youtube.com/embed/{KEY}"></iframe>'

    assert client.post("/admin/tempel/", {"html": frame}).json()["told"] == []


@pytest.mark.django_db
def test_address_on_a_line_of_a_chat_gets_a_paragraph_of_its_own(client: Client) -> None:
    client.force_login(make_user("Penulis"))

    answer = client.post(
        "/admin/tempel/", {"text": f"Tonton:\nhttps://youtu.be/{KEY}\nSalam"}
    ).json()

    link = (
        f'<a href="https://youtu.be/{KEY}" rel="nofollow ugc noopener">https://youtu.be/{KEY}</a>'
    )
    assert answer["html"] == f"<p>Tonton:</p><p>{link}</p><p>Salam</p>"


@pytest.mark.django_db
def test_feed_holds_a_plain_link(client: Client) -> None:
    make_article(body=f"<p>Tonton.</p><p>https://youtu.be/{KEY}</p>")

    feed = client.get("/berita/rss/").text

    assert f'href="https://youtu.be/{KEY}"' in feed
    assert "data-player" not in feed
    assert "youtube-nocookie" not in feed
