"""The newsroom through the admin's own forms."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from cilegon_portal.accounts.models import User
from cilegon_portal.publishing.models import SlugRedirect, Status, StatusChange
from news.models import Article
from tests.factories import make_article, make_category, make_picture, make_user

pytestmark = pytest.mark.django_db

ADD = "/admin/news/article/add/"


def _signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def _address(article: Article) -> str:
    return f"/admin/news/article/{article.pk}/change/"


def _typed(client: Client, address: str, **changes: Any) -> dict[str, Any]:
    """Return what the form at *address* would send, with *changes* typed in."""
    form = client.get(address).context["adminform"].form
    data = {
        name: value if (value := form[name].value()) is not None else ""
        for name in form.fields
        if form[name].value() not in (None, [])
    }
    if (tags := data.get("tags")) and not isinstance(tags, str):
        data["tags"] = ", ".join(str(item) for item in tags)
    for name in ("published_at", "unpublish_at"):
        if isinstance(moment := data.get(name), datetime):
            data[name] = moment.strftime("%Y-%m-%dT%H:%M")
    for prefix in ("attachments", "corrections"):
        data |= {f"{prefix}-TOTAL_FORMS": "0", f"{prefix}-INITIAL_FORMS": "0"}
    return data | changes


def _send(client: Client, address: str, **changes: Any) -> HttpResponse:
    return client.post(address, _typed(client, address, **changes))  # type: ignore[return-value]


def test_writer_hands_in_and_editor_publishes() -> None:
    writer, editor = _signed_in(make_user("Penulis")), _signed_in(make_user("Editor"))
    category = make_category()

    _send(
        writer,
        ADD,
        title="Jembatan Baru Dibuka",
        body="<p>Isi.</p><script>alert(1)</script>",
        category=category.pk,
        tags="Jalan, jembatan",
        _pindah="ajukan",
    )
    article = Article.objects.get()
    assert (article.status, article.slug, article.body) == (
        Status.REVIEW,
        "jembatan-baru-dibuka",
        "<p>Isi.</p>",
    )
    _send(editor, _address(article), _pindah="terbitkan")

    page = Client().get("/berita/jembatan-baru-dibuka/")
    assert page.status_code == 200
    assert "Jalan" in page.text
    assert list(StatusChange.objects.order_by("pk").values_list("to_status", flat=True)) == [
        Status.REVIEW,
        Status.PUBLISHED,
    ]


def test_writer_cannot_publish_by_a_forged_button() -> None:
    user = make_user("Penulis")
    article = make_article(status=Status.DRAFT, published_at=None, created_by=user)
    writer = _signed_in(user)

    response = _send(writer, _address(article), _pindah="terbitkan")

    article.refresh_from_db()
    assert response.status_code == 403
    assert article.status == Status.DRAFT


def test_another_writers_draft_is_not_there() -> None:
    article = make_article(
        title="Rahasia Redaksi",
        status=Status.DRAFT,
        published_at=None,
        created_by=make_user("Penulis"),
    )
    other = _signed_in(make_user("Penulis"))

    assert other.get(_address(article)).status_code == 404
    assert "Rahasia Redaksi" not in other.get("/admin/news/article/").text


def test_writer_cannot_edit_what_was_handed_in_but_takes_it_back() -> None:
    user = make_user("Penulis")
    article = make_article(
        title="Judul Ajuan", status=Status.REVIEW, published_at=None, created_by=user
    )
    writer = _signed_in(user)

    refused = writer.post(_address(article), {"title": "Lain"})
    writer.post(f"/admin/news/article/{article.pk}/pindah/", {"_pindah": "urungkan"})

    article.refresh_from_db()
    assert refused.status_code == 403
    assert (article.title, article.status) == ("Judul Ajuan", Status.DRAFT)


def test_what_was_handed_in_reads_as_text_and_not_as_source() -> None:
    user = make_user("Penulis")
    article = make_article(
        body="<p>Isi <strong>tebal</strong>.</p>", status=Status.REVIEW, created_by=user
    )

    page = _signed_in(user).get(_address(article)).text

    assert "<p>Isi <strong>tebal</strong>.</p>" in page
    assert "&lt;p&gt;" not in page


def test_second_editor_overwrites_nothing_and_loses_nothing() -> None:
    article = make_article(title="Judul Lama", summary="Ringkasan lama.")
    first = make_user("Editor", full_name="Editor Pagi")
    editor = _signed_in(make_user("Editor"))
    opened = _typed(editor, _address(article), title="Judul Saya")
    _send(_signed_in(first), _address(article), title="Judul Editor Pagi")

    response = editor.post(_address(article), opened)

    article.refresh_from_db()
    assert article.title == "Judul Editor Pagi"
    assert "Editor Pagi" in response.text
    assert "Judul Saya" in response.text
    version = re.search(r'name="version" value="(\d+)"', response.text)
    assert version is not None
    editor.post(_address(article), opened | {"version": version[1]})
    article.refresh_from_db()
    assert article.title == "Judul Saya"


def test_comparison_survives_that_something_chosen_is_gone() -> None:
    article, kept, gone = make_article(), make_article(title="Tetap Ada"), make_article()
    editor = _signed_in(make_user("Editor"))
    opened = _typed(editor, _address(article), title="Judul Saya", related=[kept.pk, gone.pk])
    _send(_signed_in(make_user("Editor")), _address(article), title="Judul Rekan")
    gone.delete()

    response = editor.post(_address(article), opened)

    assert response.status_code == 200
    assert "Judul Saya" in response.text
    assert "Tetap Ada" in response.text


@pytest.mark.parametrize("field", ["published_at", "unpublish_at"])
@pytest.mark.parametrize("moment", ["0001-01-01T00:00", "9999-12-31T23:59"])
def test_time_that_nobody_means_is_refused_and_nothing_is_lost(field: str, moment: str) -> None:
    article = make_article()
    editor = _signed_in(make_user("Editor"))

    response = _send(editor, _address(article), title="Judul Saya", **{field: moment})

    assert f"Tahunnya {int(moment[:4])}. Isi tahun 1990 sampai 2100." in response.content.decode()
    assert "Judul Saya" in response.content.decode()


def test_comparison_shows_the_paragraphs_that_differ_and_no_others() -> None:
    article = make_article(body="<p>Pembuka sama.</p><p>Kalimat lama.</p><p>Penutup sama.</p>")
    editor = _signed_in(make_user("Editor"))
    mine = "<p>Pembuka sama.</p><p>Kalimat saya.</p><p>Penutup sama.</p>"
    opened = _typed(editor, _address(article), body=mine)
    theirs = "<p>Pembuka sama.</p><p>Kalimat rekan.</p><p>Penutup sama.</p>"
    _send(_signed_in(make_user("Editor")), _address(article), body=theirs)

    form = editor.post(_address(article), opened).context["adminform"].form

    [difference] = form.differences
    assert (difference.theirs, difference.mine) == (
        "…\nKalimat rekan.\n…",
        "…\nKalimat saya.\n…",
    )


def test_public_slug_is_frozen_for_editors_and_redirects_when_forced() -> None:
    article = make_article(title="Alamat Lama")
    editor, manager = _signed_in(make_user("Editor")), _signed_in(make_user("Pengelola Situs"))

    _send(editor, _address(article), title="Judul Baru", slug="alamat-paksa")
    article.refresh_from_db()
    assert article.slug == "alamat-lama"
    _send(manager, _address(article), slug="alamat-baru")

    response = Client().get("/berita/alamat-lama/")
    assert (response.status_code, response["Location"]) == (301, "/berita/alamat-baru/")
    assert SlugRedirect.objects.count() == 1


def test_reserved_slug_is_refused_with_a_way_out() -> None:
    manager = _signed_in(make_user("Pengelola Situs"))

    response = _send(
        manager, ADD, title="Arsip", slug="arsip", body="<p>Isi.</p>", category=make_category().pk
    )

    assert "arsip-cilegon" in response.text
    assert not Article.objects.exists()


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"body": ""}, "Isi berita masih kosong"),
        ({"kind": "klarifikasi"}, "Pilih hasil pemeriksaan"),
        ({"body": "<p>Digelar Senin (22/9/2019).</p>"}, "adalah hari Minggu"),
        ({"body": "<p>Digelar Sabtu, 22 September 2019 pagi.</p>"}, "adalah hari Minggu"),
        ({"body": "<p>Digelar Minggu (31/2/2019).</p>"}, "tanggal itu tidak ada"),
    ],
)
def test_publishing_says_what_to_mend_while_a_draft_always_saves(
    fields: dict[str, str], message: str
) -> None:
    article = make_article(status=Status.DRAFT, published_at=None)
    editor = _signed_in(make_user("Editor"))

    response = _send(editor, _address(article), **fields, _pindah="terbitkan")
    saved = _send(editor, _address(article), **fields)

    article.refresh_from_db()
    assert message in response.text
    assert saved.status_code == 302
    assert article.status == Status.DRAFT


def test_right_weekday_passes_with_and_without_a_year() -> None:
    article = make_article(
        status=Status.DRAFT,
        published_at=datetime(2019, 9, 22, 12, 30, tzinfo=UTC),
        body="<p>Minggu (22/9) dan Minggu, 22 September 2019.</p>",
    )

    _send(_signed_in(make_user("Editor")), _address(article), _pindah="terbitkan")

    article.refresh_from_db()
    assert article.status == Status.PUBLISHED


def test_an_editor_may_insist_on_a_date_as_written() -> None:
    article = make_article(status=Status.DRAFT, published_at=None)
    body = "<p>“Senin (22/9/2019),” tulis pesan itu.</p>"
    editor = _signed_in(make_user("Editor"))

    _send(editor, _address(article), body=body, _pindah="terbitkan", _sudah_benar="1")

    article.refresh_from_db()
    assert article.status == Status.PUBLISHED


def test_main_photo_without_alternative_text_stops_publishing() -> None:
    article = make_article(status=Status.DRAFT, picture=make_picture(alt_text=""))

    response = _send(_signed_in(make_user("Editor")), _address(article), _pindah="terbitkan")

    assert "teks alternatif" in response.text


def test_returning_needs_a_note_that_the_writer_reads() -> None:
    user = make_user("Penulis")
    article = make_article(status=Status.REVIEW, published_at=None, created_by=user)
    editor = _signed_in(make_user("Editor"))

    refused = _send(editor, _address(article), _pindah="kembalikan")
    _send(editor, _address(article), _pindah="kembalikan", _catatan="Lengkapi nama tempat.")

    assert "Tulis catatan" in refused.text
    assert "Lengkapi nama tempat." in _signed_in(user).get(_address(article)).text


def test_too_long_title_comes_back_as_typed() -> None:
    editor = _signed_in(make_user("Editor"))
    title = "Judul panjang " * 10

    response = _send(editor, ADD, title=title, body="<p>Isi.</p>", category=make_category().pk)

    assert title.strip() in response.text
    assert "Singkatkan" in response.text


def test_only_the_site_manager_deletes_for_good() -> None:
    article = make_article()

    for role, status in [("Penulis", 403), ("Editor", 403), ("Pengelola Situs", 200)]:
        response = _signed_in(make_user(role)).get(f"/admin/news/article/{article.pk}/delete/")
        assert response.status_code == status, role


def test_list_asks_as_much_for_many_as_for_few(django_assert_num_queries: Any) -> None:
    client = _signed_in(make_user("Editor"))
    for _ in range(3):
        make_article()
    client.get("/admin/news/article/")
    # session, user, permissions of groups and own, filters (categories, owners), count, page
    with django_assert_num_queries(8):
        client.get("/admin/news/article/")
    for _ in range(40):
        make_article()

    with django_assert_num_queries(8):
        client.get("/admin/news/article/")


def test_editor_adds_a_correction_and_takes_it_away_again() -> None:
    article = make_article()
    editor = _signed_in(make_user("Editor"))
    row = {"corrections-TOTAL_FORMS": "1", "corrections-0-text": "Nama jalan keliru."}

    _send(
        editor,
        _address(article),
        **row,
        **{"corrections-0-at": "2026-01-05T08:00"},
    )

    correction = article.corrections.get()
    assert "Nama jalan keliru." in Client().get(article.get_absolute_url()).text
    taken = {
        **row,
        "corrections-INITIAL_FORMS": "1",
        "corrections-0-id": str(correction.pk),
        "corrections-0-article": str(article.pk),
        "corrections-0-DELETE": "on",
    }
    _send(editor, _address(article), **taken)
    assert not article.corrections.exists()


def test_mending_a_correction_keeps_its_second() -> None:
    article = make_article()
    at = datetime(2026, 1, 5, 1, 0, 30, tzinfo=UTC)
    correction = article.corrections.create(text="Nama jalan keliru.", at=at)

    _send(
        _signed_in(make_user("Editor")),
        _address(article),
        **{
            "corrections-TOTAL_FORMS": "1",
            "corrections-INITIAL_FORMS": "1",
            "corrections-0-id": str(correction.pk),
            "corrections-0-article": str(article.pk),
            "corrections-0-text": "Nama jembatan keliru.",
            "corrections-0-at": "2026-01-05T08:00",
        },
    )

    assert list(article.corrections.values_list("text", "at")) == [("Nama jembatan keliru.", at)]


def test_main_photo_is_chosen_in_the_picture_dialog() -> None:
    picture = make_picture()
    editor = _signed_in(make_user("Editor"))

    form = editor.get(ADD).text
    _send(
        editor,
        ADD,
        title="Berfoto",
        body="<p>Isi.</p>",
        category=make_category().pk,
        picture=picture.pk,
    )

    assert "data-picture-select" in form
    assert "js/admin/picture-dialog.js" in form
    assert Article.objects.get().picture == picture


@pytest.mark.parametrize(("kind", "is_folded"), [("klarifikasi", False), ("berita", True)])
def test_claim_and_answer_stand_open_where_the_article_is_about_them(
    kind: str, *, is_folded: bool
) -> None:
    article = make_article(kind=kind, status=Status.DRAFT, published_at=None)

    page = _signed_in(make_user("Editor")).get(_address(article)).text

    assert bool(re.search(r"<summary>\s*<h2[^>]*>Klarifikasi hoaks", page)) is is_folded
