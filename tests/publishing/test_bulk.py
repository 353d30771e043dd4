"""Many items of a list, moved at once."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.http import HttpResponse
from django.test import Client

from cilegon_portal.office.models import Page
from cilegon_portal.publishing.models import Status, StatusChange
from news.models import Article
from tests.factories import make_article, make_page, make_picture, make_user

pytestmark = pytest.mark.django_db

LIST = "/admin/news/article/"
CONFIRM = "/admin/news/article/pindah-bersama/"


def _signed_in(role: str, **fields: Any) -> Client:
    client = Client()
    client.force_login(make_user(role, is_staff=True, **fields))
    return client


def _draft(**fields: Any) -> Article:
    return make_article(status=Status.DRAFT, published_at=None, **fields)


def _ask(client: Client, action: str, *articles: Article, query: str = "") -> HttpResponse:
    chosen = [article.pk for article in articles]
    data = {"action": f"pindah_{action}", "_selected_action": chosen, "select_across": "0"}
    return client.post(LIST + query, data)  # type: ignore[return-value]


def _confirm(client: Client, action: str, *articles: Article, **more: Any) -> HttpResponse:
    keys = [f"{article.pk}:{article.version}" for article in articles]
    return client.post(  # type: ignore[return-value]
        CONFIRM, {"_pindah": action, "_item": keys, **more}, follow=True
    )


def _status(article: Article) -> str:
    return Article.objects.get(pk=article.pk).status


def test_page_tells_what_will_happen_and_moves_nothing() -> None:
    now = _draft(title="Segera")
    later = make_article(status=Status.DRAFT, published_at=datetime(2090, 3, 5, 1, 0, tzinfo=UTC))

    page = _ask(_signed_in("Editor"), "terbitkan", now, later).text

    assert "Tampil di situs sekarang juga." in page
    assert "tampil di situs mulai Minggu, 5 Maret 2090 · 08.00 WIB" in page
    assert "Terbitkan 2 berita" in page
    assert (_status(now), _status(later)) == (Status.DRAFT, Status.DRAFT)


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"body": ""}, "Isi berita masih kosong."),
        ({"status": Status.PUBLISHED}, "Keadaannya sudah Terbit."),
        ({"picture": "without text"}, "belum punya teks alternatif. Buka fotonya"),
    ],
)
def test_what_cannot_be_moved_is_held_back_with_its_reason(
    fields: dict[str, Any], reason: str
) -> None:
    if "picture" in fields:
        fields = {"picture": make_picture(alt_text="")}
    article = make_article(**{"status": Status.DRAFT, **fields})

    page = _ask(_signed_in("Editor"), "terbitkan", article).text

    assert reason in page
    assert "1 tertahan" in page
    assert "Kembali ke daftar" in page
    assert '<button type="submit" class="default"' not in page


def test_wrong_state_is_told_with_the_states_that_may() -> None:
    draft = _draft()

    page = _ask(_signed_in("Editor"), "tarik", draft).text

    assert "Keadaannya Draf. Tarik hanya untuk: Terbit." in page


def test_confirmed_items_are_moved_and_written_down() -> None:
    first, second = _draft(), _draft()
    editor = _signed_in("Editor")

    page = _confirm(editor, "terbitkan", first, second, _catatan="Edisi pagi", _tertahan=["9"])

    assert "2 berita diterbitkan." in page.text
    assert "1 berita tidak berubah." in page.text
    assert (_status(first), _status(second)) == (Status.PUBLISHED, Status.PUBLISHED)
    assert set(StatusChange.objects.values_list("object_id", "note")) == {
        (first.pk, "Edisi pagi"),
        (second.pk, "Edisi pagi"),
    }
    assert LogEntry.objects.filter(change_message="Terbitkan").count() == 2


def test_what_changed_since_the_page_is_left_alone() -> None:
    changed, gone, same = _draft(title="Berubah"), _draft(), _draft()
    Article.objects.get(pk=changed.pk).save()
    Article.objects.filter(pk=gone.pk).delete()

    page = _confirm(_signed_in("Editor"), "terbitkan", changed, gone, same)

    assert "“Berubah” baru saja diubah orang lain." in page.text
    assert "2 berita tidak berubah." in page.text
    assert (_status(changed), _status(same)) == (Status.DRAFT, Status.PUBLISHED)


def test_problem_that_came_up_since_the_page_holds_its_item_back() -> None:
    picture = make_picture()
    spoilt, sound = _draft(title="Rusak", picture=picture), _draft()
    type(picture).objects.filter(pk=picture.pk).update(alt_text="")

    page = _confirm(_signed_in("Editor"), "terbitkan", spoilt, sound)

    assert "“Rusak”: Foto utama" in page.text
    assert (_status(spoilt), _status(sound)) == (Status.DRAFT, Status.PUBLISHED)


def test_doubtful_date_needs_its_own_tick() -> None:
    doubtful = _draft(title="Meragukan", body="<p>Digelar Senin (22/9/2019).</p>")
    editor = _signed_in("Editor")

    asked = _ask(editor, "terbitkan", doubtful).text
    skipped = _confirm(editor, "terbitkan", doubtful).text
    before = _status(doubtful)
    _confirm(editor, "terbitkan", doubtful, _sudah_benar=[str(doubtful.pk)])

    assert f'name="_sudah_benar" value="{doubtful.pk}"' in asked
    assert "“Meragukan”: “Senin (22/9/2019)”" in skipped
    assert (before, _status(doubtful)) == (Status.DRAFT, Status.PUBLISHED)


def test_withdrawing_and_archiving_hide_the_page() -> None:
    withdrawn, archived = make_article(), make_article()
    editor = _signed_in("Editor")

    _confirm(editor, "tarik", withdrawn)
    _confirm(editor, "arsipkan", archived)

    assert (_status(withdrawn), _status(archived)) == (Status.WITHDRAWN, Status.ARCHIVED)
    assert Client().get(withdrawn.get_absolute_url()).status_code == 410
    assert Client().get(archived.get_absolute_url()).status_code == 410


def test_writer_hands_in_own_drafts_only() -> None:
    user = make_user("Penulis", is_staff=True)
    writer = Client()
    writer.force_login(user)
    own, foreign = _draft(created_by=user), make_article(title="Punya Orang")

    page = _ask(writer, "ajukan", own, foreign).text
    _confirm(writer, "ajukan", own, foreign)

    assert "1 tertahan" in page
    assert (_status(own), _status(foreign)) == (Status.REVIEW, Status.PUBLISHED)


@pytest.mark.parametrize("action", ["terbitkan", "tarik", "arsipkan", "kembalikan", "x"])
def test_writer_cannot_forge_an_editors_action(action: str) -> None:
    user = make_user("Penulis", is_staff=True)
    writer = Client()
    writer.force_login(user)
    draft = _draft(created_by=user)

    response = _confirm(writer, action, draft)

    assert response.status_code == 403
    assert _status(draft) == Status.DRAFT


def test_another_writers_draft_cannot_be_named() -> None:
    hidden = _draft(title="Rahasia Redaksi", created_by=make_user("Penulis"))
    writer = _signed_in("Penulis")

    assert "Rahasia Redaksi" not in _ask(writer, "ajukan", hidden).text
    assert "Rahasia Redaksi" not in _confirm(writer, "ajukan", hidden).text
    assert _status(hidden) == Status.DRAFT


def test_the_lists_filters_survive() -> None:
    draft = _draft()
    editor = _signed_in("Editor")

    asked = _ask(editor, "terbitkan", draft, query="?keadaan=draf&q=Berita").text
    done = _confirm(editor, "terbitkan", draft, _saringan="keadaan=draf&q=Berita")

    assert 'name="_saringan" value="keadaan=draf&amp;q=Berita"' in asked
    assert done.redirect_chain == [(f"{LIST}?keadaan=draf&q=Berita", 302)]  # type: ignore[attr-defined]


def test_all_pages_at_once_has_a_limit_that_is_told() -> None:
    editor = _signed_in("Editor")
    first = _draft()
    for _ in range(200):
        _draft()
    data = {"action": "pindah_terbitkan", "_selected_action": [first.pk], "select_across": "1"}

    too_many = editor.post(LIST, data, follow=True).text
    Article.objects.exclude(pk=first.pk).first().delete()  # type: ignore[union-attr]
    enough = editor.post(LIST, data).text

    assert "Paling banyak 200 sekali jalan." in too_many
    assert "Terbitkan 200 berita" in enough


def test_asking_costs_as_much_for_many_as_for_few(django_assert_num_queries: Any) -> None:
    editor = _signed_in("Editor")
    articles = [_draft(picture=make_picture()) for _ in range(2)]
    _ask(editor, "terbitkan", *articles)
    # session, user, permissions of groups and own, count, items, galleries,
    # photos in texts; Django builds the filters (categories, owners) once for the list and once for the action
    with django_assert_num_queries(12):
        _ask(editor, "terbitkan", *articles)
    articles += [_draft(picture=make_picture()) for _ in range(20)]

    with django_assert_num_queries(12):
        _ask(editor, "terbitkan", *articles)


def test_pages_of_the_office_move_the_same_way() -> None:
    page = make_page(status=Status.DRAFT, published_at=None)
    editor = _signed_in("Editor")

    editor.post(
        "/admin/office/page/pindah-bersama/",
        {"_pindah": "terbitkan", "_item": [f"{page.pk}:{page.version}"]},
    )

    assert Page.objects.get(pk=page.pk).status == Status.PUBLISHED


@pytest.mark.parametrize(
    ("role", "actions"),
    [
        ("Penulis", ["pindah_ajukan"]),
        ("Editor", ["pindah_terbitkan", "pindah_tarik", "pindah_arsipkan"]),
        (
            "Pengelola Situs",
            ["pindah_terbitkan", "pindah_tarik", "pindah_arsipkan", "delete_selected"],
        ),
    ],
)
def test_list_offers_what_the_role_may_do(role: str, actions: list[str]) -> None:
    make_article()

    form = _signed_in(role).get(LIST).context["action_form"]

    assert [value for value, _ in form.fields["action"].choices if value] == actions
