"""The inbox of Petugas KIM: every step is dated, told, and seen by those alone who may."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from cilegon_portal.accounts.models import User
from cilegon_portal.office.models import Agency
from community.access_log import AccessLog
from community.aspirations import Aspiration, AspirationState
from news.models import Article, Kind
from tests.community.sending import send
from tests.factories import make_article, make_aspiration, make_category, make_user
from tests.library.images import jpeg

pytestmark = pytest.mark.django_db

LIST = "/admin/community/aspiration/"
CONTACT = "0812-7777-6666"


@pytest.fixture
def user() -> User:
    return make_user("Petugas KIM", full_name="Petugas Satu")


@pytest.fixture
def officer(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def _step(client: Client, aspiration: Aspiration, action: str = "", **fields: Any) -> Any:
    aspiration.refresh_from_db()
    data = {
        "action": action,
        "assigned_to": aspiration.assigned_to_id or "",
        "agency": "",
        "answer": aspiration.answer,
        "refusal": "",
        "lapor_number": "",
        "article": aspiration.article_id or "",
        "public_text": "",
        "note": "",
        "stamp": aspiration.updated_at.isoformat(),
    }
    return client.post(f"{LIST}{aspiration.pk}/change/", data | fields)


def _page(aspiration: Aspiration) -> str:
    return Client().get(aspiration.get_absolute_url()).text


def test_officer_assigns_forwards_and_answers_and_the_sender_reads_it(
    officer: Client, user: User
) -> None:
    aspiration = make_aspiration()
    agency = Agency.objects.create(name="Dinas Perpustakaan", slug="perpustakaan")

    assert _step(officer, aspiration, "tugaskan", assigned_to=user.pk).status_code == 302
    assert _step(officer, aspiration, "teruskan", agency=agency.pk).status_code == 302
    assert _step(officer, aspiration, "jawab", answer="Setiap Senin.").status_code == 302

    page = _page(aspiration)
    for words in ("Ditangani petugas", "Diteruskan kepada Dinas Perpustakaan", "Setiap Senin."):
        assert words in page
    assert "Petugas Satu" not in page


def test_refusal_needs_a_reason_and_the_sender_reads_it(officer: Client) -> None:
    aspiration = make_aspiration()

    empty = _step(officer, aspiration, "tolak", note="Catatan panjang")
    assert empty.status_code == 200
    assert "Tulis alasannya" in empty.text
    assert "Catatan panjang" in empty.text
    _step(officer, aspiration, "tolak", refusal="Sudah dijawab di LAPOR.")

    assert "Sudah dijawab di LAPOR." in _page(aspiration)


@pytest.mark.parametrize("action", ["tugaskan", "teruskan", "jawab"])
def test_step_without_its_field_is_asked_for(officer: Client, action: str) -> None:
    aspiration = make_aspiration()

    response = _step(officer, aspiration, action)

    assert response.status_code == 200
    assert response.context["adminform"].form.errors
    assert aspiration.steps.count() == 1


def test_what_was_held_is_let_go(officer: Client) -> None:
    aspiration = make_aspiration(state=AspirationState.HELD, hold_reason="Berisi 3 tautan.")
    assert "Berisi 3 tautan." in officer.get(f"{LIST}{aspiration.pk}/change/").text

    _step(officer, aspiration, "lepas")

    aspiration.refresh_from_db()
    assert aspiration.state == AspirationState.NEW
    assert "Selesai diperiksa petugas" in _page(aspiration)


def test_second_officer_overwrites_nothing_unseen(officer: Client) -> None:
    aspiration = make_aspiration(answer="Jawaban rekan.")

    response = _step(officer, aspiration, "jawab", answer="Jawaban saya.", stamp="2026-01-01")

    assert response.status_code == 200
    assert "sudah disimpan orang lain" in response.text
    assert "Jawaban rekan." in response.text
    assert "Jawaban saya." in response.text
    aspiration.refresh_from_db()
    assert aspiration.answer == "Jawaban rekan."


def test_clarification_is_begun_once_with_the_claim_in_it(officer: Client) -> None:
    make_category()
    aspiration = make_aspiration(kind="klarifikasi", text="Bantuan dibagi lewat tautan?")
    address = f"{LIST}{aspiration.pk}/klarifikasi/"

    first, second = officer.post(address), officer.post(address)

    article = Article.objects.get()
    assert article.kind == Kind.CLARIFICATION
    assert article.claim == "Bantuan dibagi lewat tautan?"
    assert not article.is_public()
    assert first["Location"] == second["Location"] == f"/admin/news/article/{article.pk}/change/"
    assert "Klarifikasi sedang disiapkan" in _page(aspiration)
    assert article.title not in _page(aspiration)


def test_clarification_is_begun_by_whoever_has_a_long_name(officer: Client, user: User) -> None:
    make_category()
    User.objects.update(full_name="Nama " * 30)
    aspiration = make_aspiration(kind="klarifikasi")

    officer.post(f"{LIST}{aspiration.pk}/klarifikasi/")

    assert Article.objects.get().author_credit == ("Nama " * 20).strip()


def test_clarification_without_a_category_says_what_to_do(officer: Client) -> None:
    aspiration = make_aspiration(kind="klarifikasi")

    response = officer.post(f"{LIST}{aspiration.pk}/klarifikasi/", follow=True)

    assert "Belum ada kategori" in response.text


def _public(**fields: Any) -> dict[str, Any]:
    return {"staff_allow": "on", "public_text": "Jadwal perpustakaan?", "answer": "Senin."} | fields


def test_public_reads_it_when_both_agree_and_nothing_personal(officer: Client) -> None:
    aspiration = make_aspiration(
        sender_allows=True, topic="Rumah saya nomor 7", name="Warga Tertentu", contact=CONTACT
    )

    _step(officer, aspiration, "jawab", **_public())

    page = Client().get("/aspirasi/").text
    assert "Jadwal perpustakaan?" in page
    assert "Senin." in page
    for personal in (aspiration.topic, aspiration.text, "Warga Tertentu", CONTACT, aspiration.code):
        assert personal not in page


def test_staff_cannot_show_what_the_sender_keeps_private(officer: Client) -> None:
    aspiration = make_aspiration(sender_allows=False)

    response = _step(officer, aspiration, "jawab", **_public())

    assert "Pengirim tidak mengizinkan" in response.text
    assert "Jadwal perpustakaan?" not in Client().get("/aspirasi/").text


def test_public_words_are_staffs_own(officer: Client) -> None:
    response = _step(officer, make_aspiration(sender_allows=True), **_public(public_text=""))

    assert "Tulis isi untuk umum" in response.text


HIDDEN = {
    "waiting": {"state": "masuk"},
    "held": {"state": "ditahan"},
    "refused": {"state": "ditolak"},
    "sender keeps it": {"sender_allows": False, "staff_allow": False},
    "staff keep it": {"staff_allow": False},
}
SHOWN = {"state": "dijawab", "sender_allows": True, "staff_allow": True}


@pytest.mark.parametrize("fields", [{}, *HIDDEN.values()], ids=["public", *HIDDEN])
def test_list_instance_and_queryset_agree_on_who_may_read(fields: dict[str, Any]) -> None:
    values = {"public_text": "Kata untuk umum", "answered_at": timezone.now()}
    aspiration = make_aspiration(**{**SHOWN, **values, **fields})

    is_public = not fields
    assert aspiration.is_public() == is_public
    assert Aspiration.objects.published().contains(aspiration) == is_public
    assert ("Kata untuk umum" in Client().get("/aspirasi/").text) == is_public


@pytest.mark.parametrize("field", ["answer", "refusal"])
def test_words_that_were_saved_without_a_step_are_said_to_be_unsent(
    officer: Client, field: str
) -> None:
    aspiration = make_aspiration()

    _step(officer, aspiration, **{field: "Setiap Senin."})

    assert "belum sampai kepada pengirim" in officer.get(LIST).text
    assert "Setiap Senin." not in _page(aspiration)
    _step(officer, aspiration, "jawab", answer="Setiap Senin.")
    assert "belum sampai" not in officer.get(LIST).text
    assert "Setiap Senin." in _page(aspiration)


def _late() -> Aspiration:
    return make_aspiration(topic="Sudah lama", due_on=timezone.localdate() - timedelta(days=1))


def test_what_is_late_is_seen_on_list_filter_and_desk(officer: Client) -> None:
    _late()
    make_aspiration(topic="Baru masuk")

    late = officer.get(f"{LIST}?kapan=terlambat").text
    assert "Sudah lama" in late
    assert "Baru masuk" not in late
    waiting = officer.get(LIST)
    assert [item.topic for item in waiting.context["cl"].result_list] == [
        "Sudah lama",
        "Baru masuk",
    ]
    assert waiting.text.count('<span class="desk-tag warn">Terlambat</span>') == 1
    everything = officer.get(f"{LIST}?kapan=semua").context["cl"].result_list
    assert [item.topic for item in everything] == ["Baru masuk", "Sudah lama"]
    assert "Terlambat" in officer.get("/admin/").text


def test_public_article_ends_the_waiting(officer: Client) -> None:
    aspiration = _late()
    aspiration.article = make_article()
    aspiration.save()

    assert "Sudah lama" not in officer.get(LIST).text
    assert not aspiration.is_overdue()


def test_contact_opens_by_a_logged_press_alone(officer: Client, user: User) -> None:
    aspiration = make_aspiration(name="Warga Tertentu", contact=CONTACT)
    for address in (LIST, f"{LIST}{aspiration.pk}/change/", "/admin/"):
        page = officer.get(address).text
        assert CONTACT not in page
        assert "Warga Tertentu" not in page
    assert not AccessLog.objects.exists()

    response = officer.post(f"{LIST}{aspiration.pk}/kontak/")

    assert CONTACT in response.text
    assert "no-store" in response["Cache-Control"]
    assert "wa.me/6281277776666" in response.text
    entry = AccessLog.objects.get()
    assert (entry.user, entry.item) == (user, aspiration)


def test_file_opens_for_staff_alone_and_is_logged(officer: Client) -> None:
    send(Client(), file=SimpleUploadedFile("rumah.jpg", jpeg()))
    aspiration = Aspiration.objects.get()
    address = f"{LIST}{aspiration.pk}/berkas/"

    response = officer.get(address)

    assert response["Content-Type"] == "image/jpeg"
    assert "no-store" in response["Cache-Control"]
    assert AccessLog.objects.count() == 1
    assert Client().get(address).status_code == 302
    for role in ("Penulis", "Editor", "Petugas Agenda"):
        other = Client()
        other.force_login(make_user(role))
        assert other.get(address).status_code == 403
    assert AccessLog.objects.count() == 1


@pytest.mark.parametrize("words", [CONTACT, "Warga Tertentu", "Kapan+dibuka"])
def test_search_of_the_list_knows_no_sender(officer: Client, words: str) -> None:
    make_aspiration(name="Warga Tertentu", contact=CONTACT, topic="Perkara itu")

    assert "Perkara itu" not in officer.get(f"{LIST}?q={words}").text


@pytest.mark.parametrize(
    "query",
    [
        f"contact={CONTACT}",
        "contact__startswith=0",
        "name__contains=Warga",
        "contact_key__gt=0",
        "text__contains=dibuka",
        "file__token__startswith=a",
        "assigned_to__password__startswith=p",
    ],
)
def test_address_of_the_list_cannot_ask_for_contacts(officer: Client, query: str) -> None:
    make_aspiration(name="Warga Tertentu", contact=CONTACT)

    assert officer.get(f"{LIST}?{query}").status_code == 400


def test_bulk_actions_are_none(officer: Client) -> None:
    aspiration = make_aspiration()

    officer.post(LIST, {"action": "delete_selected", "_selected_action": aspiration.pk})

    assert Aspiration.objects.filter(pk=aspiration.pk).exists()
    assert officer.get(f"{LIST}{aspiration.pk}/delete/").status_code == 403


@pytest.mark.parametrize("role", ["Penulis", "Editor", "Petugas Agenda"])
def test_other_roles_reach_nothing_of_it(role: str) -> None:
    aspiration = make_aspiration(contact=CONTACT, kind="klarifikasi")
    client = Client()
    client.force_login(make_user(role))

    for path in ("", f"{aspiration.pk}/change/", f"{aspiration.pk}/history/"):
        assert client.get(LIST + path).status_code == 403
    for path in ("kontak", "klarifikasi"):
        assert client.post(f"{LIST}{aspiration.pk}/{path}/").status_code == 403
    assert aspiration.topic not in client.get("/admin/").text


def test_list_costs_the_same_for_one_and_for_many(
    officer: Client, django_assert_num_queries: Any
) -> None:
    make_aspiration()
    officer.get(LIST)
    # session, account, 2 permissions, profile or none, count, agencies of the filter, rows
    with django_assert_num_queries(7):
        officer.get(LIST)
    for _ in range(30):
        make_aspiration(assigned_to=make_user(), article=make_article())

    with django_assert_num_queries(7):
        officer.get(LIST)
