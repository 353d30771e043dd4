"""What stands between an article and its readers, told in the form before anything is moved."""

from typing import Any

import pytest
from django.test import Client

from cilegon_portal.publishing.models import Status, StatusChange
from news.models import Article, Attachment
from tests.factories import make_article, make_page, make_picture, make_user
from tests.news.test_admin import _address, _send, _signed_in, _typed

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor() -> Client:
    """Return a client signed in as Editor."""
    return _signed_in(make_user("Editor"))


def _gallery(*numbers: int) -> dict[str, Any]:
    """Return what the form sends for a new gallery of these pictures."""
    rows = {
        f"attachments-{row}-{name}": value
        for row, number in enumerate(numbers)
        for name, value in {"picture": number, "position": row}.items()
    }
    return rows | {"attachments-TOTAL_FORMS": len(numbers)}


def test_gallery_photo_without_words_sends_the_form_back_whole(editor: Client) -> None:
    article = make_article(title="Judul lama", status=Status.DRAFT, published_at=None)
    good, bad = make_picture(), make_picture(title="apel.jpg", alt_text="")

    response = _send(
        editor,
        _address(article),
        title="Judul baru yang diketik",
        **_gallery(good.pk, bad.pk),
        _pindah="terbitkan",
    )

    article.refresh_from_db()
    assert response.status_code == 200
    assert "Foto galeri “apel.jpg” belum punya teks alternatif." in response.text
    assert f'href="/admin/library/picture/{bad.pk}/change/" target="_blank"' in response.text
    assert "Judul baru yang diketik" in response.text
    assert f'name="attachments-1-picture" value="{bad.pk}"' in response.text
    assert (article.title, article.status) == ("Judul lama", Status.DRAFT)
    assert not Attachment.objects.exists()
    assert not StatusChange.objects.exists()


def test_new_article_with_such_a_gallery_is_not_half_saved(editor: Client) -> None:
    bad = make_picture(alt_text="")
    category = make_article().category
    before = Article.objects.count()

    response = _send(
        editor,
        "/admin/news/article/add/",
        title="Baru sama sekali",
        body="<p>Isi.</p>",
        category=category.pk,
        **_gallery(bad.pk),
        _pindah="terbitkan",
    )

    assert "Baru sama sekali" in response.text
    assert "belum punya teks alternatif" in response.text
    assert Article.objects.count() == before


def test_draft_with_such_a_gallery_is_saved(editor: Client) -> None:
    article = make_article(status=Status.DRAFT, published_at=None)

    response = _send(editor, _address(article), **_gallery(make_picture(alt_text="").pk))

    assert response.status_code == 302
    assert article.attachments.count() == 1


def test_public_article_takes_no_new_photo_without_words(editor: Client) -> None:
    article = make_article()

    response = _send(editor, _address(article), **_gallery(make_picture(alt_text="").pk))

    assert "belum punya teks alternatif" in response.text
    assert not article.attachments.exists()


def test_old_fault_of_a_public_article_does_not_forbid_mending_a_typo(editor: Client) -> None:
    article = make_article(picture=make_picture(alt_text=""))
    Attachment.objects.create(article=article, picture=make_picture(alt_text=""))

    response = _send(editor, _address(article), title="Ejaan dibetulkan")

    article.refresh_from_db()
    assert response.status_code == 302
    assert article.title == "Ejaan dibetulkan"


def test_marked_decorative_is_enough(editor: Client) -> None:
    article = make_article(status=Status.DRAFT, published_at=None)
    photo = make_picture(alt_text="", is_decorative=True)

    _send(editor, _address(article), **_gallery(photo.pk), _pindah="terbitkan")

    article.refresh_from_db()
    assert article.is_public()


def test_confirmation_stays_ticked_when_something_else_is_wrong(editor: Client) -> None:
    article = make_article(status=Status.DRAFT, published_at=None)

    response = _send(
        editor,
        _address(article),
        title="",
        body="<p>Digelar Senin (22/9/2019).</p>",
        _pindah="terbitkan",
        _sudah_benar="1",
    )

    assert 'name="_sudah_benar" value="1" checked' in response.text


def _photo_tag(token: str, words: str = "") -> str:
    return f'<p>Isi.</p><figure><img src="/media/gambar/{token}/720.webp" alt="{words}"></figure>'


@pytest.mark.parametrize("field", ["body", "evidence"])
def test_photo_in_a_text_without_words_is_named(editor: Client, field: str) -> None:
    article = make_article(status=Status.DRAFT, published_at=None)
    photo = make_picture(title="pasar.jpg", alt_text="")

    response = _send(
        editor, _address(article), **{field: _photo_tag(photo.token)}, _pindah="terbitkan"
    )

    article.refresh_from_db()
    assert "Foto di isi “pasar.jpg” belum punya teks alternatif." in response.text
    assert article.status == Status.DRAFT


def test_words_of_the_library_fill_a_silent_photo_and_no_other(editor: Client) -> None:
    silent, told = make_picture(alt_text="Warga & “lapak” pasar"), make_picture()
    article = make_article(status=Status.DRAFT, published_at=None)
    body = _photo_tag(silent.token) + _photo_tag(told.token, "Kata penulis")

    _send(editor, _address(article), body=body, _pindah="terbitkan")

    page = Client().get(article.get_absolute_url()).text
    assert 'alt="Warga &amp; “lapak” pasar"' in page
    assert 'alt="Kata penulis"' in page


def test_page_of_the_office_needs_words_for_its_photos_too(editor: Client) -> None:
    photo = make_picture(title="kantor.jpg", alt_text="")
    page = make_page(status=Status.DRAFT, published_at=None, body=_photo_tag(photo.token))

    response = editor.post(
        f"/admin/office/page/{page.pk}/change/",
        {
            "title": page.title,
            "slug": page.slug,
            "body": page.body,
            "position": "10",
            "version": str(page.version),
            "_pindah": "terbitkan",
        },
    )

    assert "Foto di isi “kantor.jpg” belum punya teks alternatif." in response.text


def test_headings_of_a_pasted_text_are_put_in_order_and_told(editor: Client) -> None:
    article = make_article()

    page = editor.post(
        _address(article),
        _typed(editor, _address(article), body="<h3>Latar</h3><p>Isi.</p><h4>Rincian</h4>"),
        follow=True,
    )

    article.refresh_from_db()
    assert article.body == "<h2>Latar</h2><p>Isi.</p><h3>Rincian</h3>"
    assert "Tingkat judul di Isi dirapikan" in page.text


def test_headings_in_order_are_left_alone_and_nothing_is_told(editor: Client) -> None:
    article = make_article()
    body = "<h2>Latar</h2><p>Isi.</p><h3>Rincian</h3><h2>Penutup</h2>"

    page = editor.post(_address(article), _typed(editor, _address(article), body=body), follow=True)

    article.refresh_from_db()
    assert article.body == body
    assert "dirapikan" not in page.text


def test_what_a_text_could_not_keep_is_told_after_saving(editor: Client) -> None:
    article = make_article()
    body = (
        '<p>Isi.</p><img src="https://contoh.com/pasar.jpg"><p style="display:none">judi slot</p>'
        '<iframe src="https://peta.example/x"></iframe><script>alert(1)</script>'
    )

    page = editor.post(_address(article), _typed(editor, _address(article), body=body), follow=True)

    told = [str(message) for message in page.context["messages"] if message.level_tag == "warning"]
    assert [sentence.split(": ")[0] for sentence in told[:3]] == ["Isi"] * 3
    assert "1 gambar tidak ikut karena bukan dari pustaka foto: “pasar.jpg”" in told[0]
    assert "menjadi tautan: “https://peta.example/x”" in told[1]
    assert "dihapus: “judi slot”" in told[2]
    assert told[3] == "Isi: Kode program di dalam teks dihapus."


def test_button_of_the_closed_form_tells_the_gallerys_fault() -> None:
    user = make_user("Penulis")
    article = make_article(status=Status.DRAFT, published_at=None, created_by=user)
    Attachment.objects.create(article=article, picture=make_picture(title="x.jpg", alt_text=""))

    page = _signed_in(user).post(
        f"/admin/news/article/{article.pk}/pindah/", {"_pindah": "ajukan"}, follow=True
    )

    article.refresh_from_db()
    assert "Foto galeri “x.jpg” belum punya teks alternatif." in page.text
    assert article.status == Status.DRAFT
