"""An article of officers: written, handed in, decided, and found again where it became news."""

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.accounts.models import User
from cilegon_portal.library.models import Picture
from cilegon_portal.publishing.models import Status
from community.contributions import Contribution, ContributionState
from community.groups import Group
from news.models import Article
from tests.factories import (
    make_article,
    make_category,
    make_contribution,
    make_group,
    make_picture,
    make_user,
)

pytestmark = pytest.mark.django_db

LIST = "/admin/community/contribution/"


@pytest.fixture
def user() -> User:
    return make_user("Pengurus KIM", username="pengurus")


@pytest.fixture
def group(user: User) -> Group:
    return make_group(name="KIM Citangkil", officers=[user])


@pytest.fixture
def officer(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


@pytest.fixture
def staff() -> Client:
    client = Client()
    client.force_login(make_user("Petugas KIM", full_name="Petugas Satu"))
    return client


def text(to: Group, sent: Contribution | None = None, **fields: Any) -> dict[str, Any]:
    """Return what a filled-in form of the group *to* sends, of *sent* or a new one's."""
    return {
        "group": to.pk,
        "title": "Warga Bersihkan Saluran",
        "summary": "Gotong royong dua RW.",
        "body": "<p>Warga membersihkan saluran air.</p>",
        "place": "",
        "stamp": sent.updated_at.isoformat() if sent else "",
        "photos-TOTAL_FORMS": 0,
        "photos-INITIAL_FORMS": 0,
        **fields,
    }


def _photo(client: Client, **fields: Any) -> Picture:
    return make_picture(uploaded_by_id=client.session["_auth_user_id"], **fields)


def _figure(picture: Picture) -> str:
    return f'<p>Teks</p><figure><img src="/media/gambar/{picture.token}/720.webp" alt="x"></figure>'


def test_officer_writes_with_photos_and_hands_in(officer: Client, group: Group) -> None:
    main, other, inside = _photo(officer), _photo(officer), _photo(officer)
    photos: dict[str, Any] = {
        "picture": main.pk,
        "photos-TOTAL_FORMS": 1,
        "photos-0-picture": other.pk,
    }

    page = officer.post(
        LIST + "add/", text(group, body=_figure(inside), **photos, _pindah="ajukan"), follow=True
    )

    sent = Contribution.objects.get()
    assert "diajukan dan menunggu tinjauan" in page.text
    assert (sent.group, sent.state, sent.picture) == (group, ContributionState.SENT, main)
    assert sent.gallery() == [other]
    assert list(sent.text_pictures.all()) == [inside]
    assert sent.submitted_at is not None


def test_handed_in_text_is_locked_until_taken_back(officer: Client, group: Group) -> None:
    sent = make_contribution(group)
    address = f"{LIST}{sent.pk}/change/"

    assert officer.post(address, text(group, sent)).status_code == 403
    officer.post(f"{LIST}{sent.pk}/langkah/", {"_pindah": "urungkan"})
    sent.refresh_from_db()

    assert officer.post(address, text(group, sent)).status_code == 302
    sent.refresh_from_db()
    assert (sent.state, sent.title) == (ContributionState.DRAFT, "Warga Bersihkan Saluran")


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"title": ""}, "Bidang ini tidak boleh kosong"),
        ({"title": "x" * 121}, "Judul paling panjang 120 huruf. Singkatkan."),
        ({"summary": "x" * 201}, "paling banyak 200 karakter"),
        ({"place": "x" * 61}, "paling banyak 60 karakter"),
        ({"region": "tidak ada"}, "Masukkan pilihan yang valid"),
        ({"picture": "99999"}, "Masukkan pilihan yang valid"),
        ({"group": ""}, "Bidang ini tidak boleh kosong"),
    ],
)
def test_wrong_field_is_told_and_the_rest_stays(
    officer: Client, group: Group, fields: dict[str, Any], told: str
) -> None:
    page = officer.post(LIST + "add/", text(group, **fields))

    assert page.status_code == 200
    assert told in page.context["adminform"].form.errors.as_text()
    assert "Warga membersihkan saluran air." in page.text
    assert not Contribution.objects.exists()


@pytest.mark.parametrize("place", ["main", "other", "inside", "no text"])
def test_what_readers_would_miss_keeps_it_from_being_handed_in(
    officer: Client, group: Group, place: str
) -> None:
    silent = _photo(officer, alt_text="")
    ways: dict[str, dict[str, Any]] = {
        "main": {"picture": silent.pk},
        "other": {"photos-TOTAL_FORMS": 1, "photos-0-picture": silent.pk},
        "inside": {"body": _figure(silent).replace('alt="x"', 'alt=""')},
        "no text": {"body": ""},
    }
    fields = ways[place]

    page = officer.post(LIST + "add/", text(group, **fields, _pindah="ajukan"))

    assert page.status_code == 200
    told = "Isi masih kosong" if place == "no text" else "belum punya teks alternatif"
    assert told in page.text
    assert "Gotong royong dua RW." in page.text
    assert not Contribution.objects.exists()
    assert officer.post(LIST + "add/", text(group, **fields)).status_code == 302


def test_pasted_tricks_do_not_survive_and_are_told(officer: Client, group: Group) -> None:
    body = '<p onclick="x()">Isi</p><script>alert(1)</script><p style="display:none">slot</p>'

    page = officer.post(LIST + "add/", text(group, body=body), follow=True)

    assert Contribution.objects.get().body == "<p>Isi</p>"
    assert "Isi: " in page.text


def test_second_officer_overwrites_nothing_unseen(officer: Client, group: Group) -> None:
    sent = make_contribution(group, title="Judul rekan", state=ContributionState.DRAFT)

    page = officer.post(
        f"{LIST}{sent.pk}/change/", text(group, sent, stamp="2026-01-01", summary="Punya saya")
    )

    assert "Kiriman KIM ini sudah disimpan orang lain" in page.text
    assert "Judul rekan" in page.text
    assert "Punya saya" in page.text
    assert Contribution.objects.get().title == "Judul rekan"


@pytest.mark.parametrize("move", ["kembalikan", "tolak"])
def test_staff_decide_with_a_note_that_the_officer_reads(
    officer: Client, staff: Client, group: Group, move: str
) -> None:
    sent = make_contribution(group)
    address = f"{LIST}{sent.pk}/langkah/"

    missing = staff.post(address, {"_pindah": move}, follow=True)
    assert "Tulis catatan" in missing.text
    sent.refresh_from_db()
    assert sent.waits()
    staff.post(address, {"_pindah": move, "_catatan": "Lengkapi tempatnya."})

    sent.refresh_from_db()
    assert not sent.waits()
    assert "Lengkapi tempatnya." in officer.get(f"{LIST}{sent.pk}/change/").text
    may_write = 'name="_save"' in officer.get(f"{LIST}{sent.pk}/change/").text
    assert may_write is (move == "kembalikan")


@pytest.mark.parametrize("move", ["kembalikan", "tolak", "terbitkan", "", "x"])
def test_officer_decides_nothing(officer: Client, group: Group, move: str) -> None:
    sent = make_contribution(group)
    data = {"_pindah": move, "_catatan": "x"}

    assert officer.post(f"{LIST}{sent.pk}/langkah/", data).status_code == 403
    assert officer.post(f"{LIST}{sent.pk}/jadikan-berita/").status_code == 403
    assert officer.get(f"{LIST}{sent.pk}/langkah/").status_code == 405
    assert not Article.objects.exists()


def test_staff_change_no_word_of_it(staff: Client, group: Group) -> None:
    sent = make_contribution(group, title="Judul pengurus")

    assert staff.post(f"{LIST}{sent.pk}/change/", text(group, sent)).status_code == 403
    assert staff.post(LIST + "add/", text(group)).status_code == 403
    assert Contribution.objects.get().title == "Judul pengurus"


def test_one_press_makes_a_draft_of_the_newsroom(staff: Client, group: Group) -> None:
    make_category("Pemerintahan")
    topic = make_category("KIM")
    main, other = make_picture(), make_picture()
    sent = make_contribution(
        group, title="Warga Bersihkan Saluran", summary="Gotong royong.", picture=main
    )
    sent.photos.create(picture=other)

    response = staff.post(f"{LIST}{sent.pk}/jadikan-berita/")

    article = Article.objects.get()
    assert response["Location"] == f"/admin/news/article/{article.pk}/change/"
    assert (article.title, article.summary) == ("Warga Bersihkan Saluran", "Gotong royong.")
    assert article.body == "<p>Warga membersihkan saluran air.</p>"
    assert (article.status, article.category) == (Status.DRAFT, topic)
    assert article.author_credit == "Kiriman KIM Citangkil"
    assert (article.picture, article.gallery()) == (main, [other])
    assert (article.region, article.dateline_place) == (group.region, "Citangkil")
    assert [tag.name for tag in article.tags.all()] == ["KIM"]
    sent.refresh_from_db()
    assert (sent.state, sent.article) == (ContributionState.ADOPTED, article)
    form = staff.get(f"/admin/news/article/{article.pk}/change/").text
    assert f'href="{LIST}{sent.pk}/change/">Kiriman KIM Citangkil</a>' in form
    assert f"/admin/news/article/{article.pk}/change/" in staff.get(f"{LIST}{sent.pk}/change/").text


def test_second_press_returns_to_the_draft_begun(staff: Client, group: Group) -> None:
    make_category()
    address = f"{LIST}{make_contribution(group).pk}/jadikan-berita/"

    first, second = staff.post(address), staff.post(address)

    assert first["Location"] == second["Location"]
    assert Article.objects.count() == 1


@pytest.mark.parametrize("state", ["draf", "dikembalikan", "ditolak"])
def test_only_what_waits_becomes_news(staff: Client, group: Group, state: str) -> None:
    make_category()
    sent = make_contribution(group, state=state)

    page = staff.post(f"{LIST}{sent.pk}/jadikan-berita/", follow=True)

    assert "tidak menunggu tinjauan" in page.text
    assert "Jadikan berita" not in page.text
    assert not Article.objects.exists()


def test_what_was_made_of_it_and_deleted_can_be_made_again(staff: Client, group: Group) -> None:
    make_category()
    sent = make_contribution(group)
    staff.post(f"{LIST}{sent.pk}/jadikan-berita/")
    Article.objects.all().delete()

    staff.post(f"{LIST}{sent.pk}/jadikan-berita/")

    assert Article.objects.get().contribution == sent


def test_without_a_category_it_says_what_to_do(staff: Client, group: Group) -> None:
    sent = make_contribution(group)

    page = staff.post(f"{LIST}{sent.pk}/jadikan-berita/", follow=True)

    assert "Belum ada kategori berita" in page.text
    assert Contribution.objects.get().waits()


def test_editor_makes_news_of_it_and_publishes_it_for_all_to_see(group: Group) -> None:
    make_category()
    sent = make_contribution(group, title="Warga Bersihkan Saluran")
    editor, reader = Client(), Client()
    editor.force_login(make_user("Editor"))

    editor.post(f"{LIST}{sent.pk}/jadikan-berita/")
    article = Article.objects.get()
    assert "Warga Bersihkan" not in reader.get(group.get_absolute_url()).text
    editor.post(f"/admin/news/article/{article.pk}/pindah/", {"_pindah": "terbitkan"})

    page = reader.get("/berita/warga-bersihkan-saluran/").text
    assert f'Kiriman <a href="{group.get_absolute_url()}">KIM Citangkil</a>' in page
    assert "Penulis: Kiriman" not in page
    profile = reader.get(group.get_absolute_url()).text
    assert "Berita dari KIM ini" in profile
    assert "Warga Bersihkan Saluran" in profile


def test_article_of_a_hidden_group_keeps_its_credit_without_a_link(client: Client) -> None:
    group = make_group(name="KIM Citangkil", status=Status.DRAFT)
    article = make_article(slug="kiriman", author_credit="Kiriman KIM Citangkil")
    make_contribution(group, article=article, state=ContributionState.ADOPTED)

    page = client.get("/berita/kiriman/").text

    assert "Penulis: Kiriman KIM Citangkil" in page
    assert group.get_absolute_url() not in page


def test_officer_follows_what_became_of_it(officer: Client, group: Group) -> None:
    article = make_article(slug="kiriman", title="Sudah Tampil")
    sent = make_contribution(group, article=article, state=ContributionState.ADOPTED)

    page = officer.get(f"{LIST}{sent.pk}/change/").text

    assert "Menjadi berita" in page
    assert 'href="/berita/kiriman/"' in page
    assert "/admin/news/article/" not in page


def test_desk_shows_staff_what_waits_and_officers_what_is_open(
    officer: Client, staff: Client, group: Group
) -> None:
    make_contribution(group, title="Menunggu")
    make_contribution(group, title="Masih draf", state=ContributionState.DRAFT)
    make_contribution(group, title="Sudah jadi", state=ContributionState.ADOPTED)
    editor = Client()
    editor.force_login(make_user("Editor"))

    for_staff = staff.get("/admin/").text, editor.get("/admin/").text
    for_officer = officer.get("/admin/").text

    assert all("Menunggu</a>" in page and "Masih draf" not in page for page in for_staff)
    assert "Menunggu</a>" in for_officer
    assert "Masih draf" in for_officer
    assert "Sudah jadi" not in "".join((*for_staff, for_officer))
    assert f'href="{LIST}add/">Kirim tulisan</a>' in for_officer


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("state__exact=diajukan", ["Di Citangkil"]),
        ("kecamatan=36.72.05", ["Di Masigit"]),
        ("q=citangkil", ["Di Citangkil"]),
    ],
)
def test_staff_narrow_the_inbox(staff: Client, query: str, found: list[str]) -> None:
    make_contribution(title="Di Citangkil")
    make_contribution(make_group(region="36.72.05.1003"), title="Di Masigit", state="draf")

    rows = staff.get(f"{LIST}?{query}").context["cl"].result_list

    assert [row.title for row in rows] == found


@pytest.mark.parametrize("number", [5, 50])
@pytest.mark.parametrize("role", ["Petugas KIM", "Editor", "Pengurus KIM"])
def test_list_costs_the_same_for_any_number(
    client: Client, role: str, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    user = make_user(role)
    for _ in range(number):
        make_contribution(make_group(officers=[user]), picture=make_picture())
    client.force_login(user)
    client.get(LIST)

    # session, user, 2 for permissions, count, rows, kecamatan
    with django_assert_num_queries(7):
        assert len(client.get(LIST).context["cl"].result_list) == number


@pytest.mark.parametrize("state", ContributionState.values)
def test_public_reads_nothing_of_it_before_its_article(client: Client, state: str) -> None:
    article = make_article(slug="kiriman", status=Status.DRAFT)
    group = make_group(slug="pengirim")
    make_contribution(
        group,
        title="Naskah Rahasia",
        summary="Rahasia",
        body="<p>Rahasia</p>",
        note="Rahasia",
        state=state,
        article=article if state == ContributionState.ADOPTED else None,
    )

    for path in ("/", "/kim/", "/kim/pengirim/", "/cari/?q=naskah", "/sitemap-kim.xml", "/berita/"):
        assert "Rahasia" not in client.get(path).text
