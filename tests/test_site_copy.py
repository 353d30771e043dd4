"""A site goes out as files and comes back the same."""

import json
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.core.management.color import no_style
from django.db import connection
from django.test import Client
from django.utils import timezone

from agenda.private_links import CalendarLink
from cilegon_portal.accounts.models import User
from cilegon_portal.library.uploads import store_picture
from cilegon_portal.office.models import Official, SiteProfile
from cilegon_portal.publishing.models import SlugRedirect, Status
from cilegon_portal.publishing.slugs import leave_redirect
from community.activities import Membership
from community.boards import BoardMember
from news.models import Article, Attachment
from tests import marks
from tests.factories import (
    make_article,
    make_aspiration,
    make_board,
    make_event,
    make_group,
    make_page,
    make_user,
)
from tests.library import images

pytestmark = pytest.mark.django_db

ADDRESSES = (
    "/", "/berita/", "/berita/foto-merak/", "/berita/rss/", "/agenda/", "/agenda/acara/rapat/",
    "/kim/", "/kim/kim-merak/", "/kim/sebaran/", "/tentang-kami/", "/sitemap.xml",
    "/sitemap-berita-2019.xml", "/berita/tag/kim/", "/berita/kategori/pemerintahan/",
)  # fmt: skip


@pytest.fixture
def site() -> User:
    """Return the writer of a site that holds something of everything."""
    SiteProfile.objects.update(site_name="Portal Percobaan", phone="0254-1")
    cache.clear()
    writer = make_user("Penulis", username="penulis", email="penulis@contoh.id")
    picture = store_picture(
        images.jpeg(640, 360), title="Merak", alt_text="Pantai", uploaded_by=writer
    )
    body = f'<p>Teks.</p><figure><img src="{picture.rendition_url(720, "webp")}" alt="P"></figure>'
    article = make_article(
        slug="foto-merak", title="Foto Merak", body=body, picture=picture, tags=["KIM"],
        created_by=writer, published_at=datetime(2019, 9, 22, 12, 30, 0, 123457, tzinfo=UTC),
    )  # fmt: skip
    Attachment.objects.create(article=article, picture=picture)
    leave_redirect(article, "merak-lama")
    make_article(slug="naskah", status=Status.DRAFT, published_at=None).related.add(article)
    make_event(slug="rapat", title="Rapat", first_on=timezone.localdate() + timedelta(days=2))
    group = make_group(
        name="KIM Merak", slug="kim-merak", officers=[writer], private_contact=marks.PHONE
    )
    BoardMember.objects.create(board=make_board(group), role="ketua", name="Ketua")
    make_page(slug="tentang-kami")
    make_aspiration(name=marks.NAME, contact=marks.PHONE, text=marks.PLACE)
    official = Official.objects.create(title="Wali Kota", slug="wali-kota")
    CalendarLink.objects.create(official=official, note="Ponsel", created_by=writer)
    return writer


def pages(client: Client) -> dict[str, bytes]:
    found = {}
    for address in ADDRESSES:
        response = client.get(address)
        assert response.status_code == 200, address
        found[address] = response.content
    return found


def run(command: str, *options: str) -> str:
    out = StringIO()
    call_command(command, *options, stdout=out)
    return out.getvalue()


def leave_empty() -> None:
    """Take everything out but what each database writes by itself."""
    kept = ("contenttypes", "auth", "sessions")
    tables = [
        model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label not in kept
    ]
    connection.check_constraints()
    statements = connection.ops.sql_flush(no_style(), tables)
    connection.ops.execute_sql_flush(statements)
    cache.clear()


def rows(folder: Path) -> dict[str, str]:
    """Return the files of rows in *folder*."""
    return {path.name: path.read_text() for path in (folder / "data").iterdir()}


def test_site_comes_back_the_same(
    client: Client, site: User, tmp_path: Path, settings: Any
) -> None:
    before = pages(client)
    run("export_site", str(tmp_path / "a"), "--dengan-data-pribadi")
    leave_empty()
    settings.MEDIA_ROOT = tmp_path / "media"

    told = run("import_site", str(tmp_path / "a"))

    assert pages(client) == before
    assert "changepassword" in told
    article = Article.objects.get(slug="foto-merak")
    assert article.published_at is not None
    assert article.published_at.microsecond == 123457
    assert article.picture is not None
    assert client.get(article.picture.rendition_url(720, "webp")).status_code == 200
    assert client.get("/berita/merak-lama/")["Location"] == "/berita/foto-merak/"
    assert client.get("/berita/naskah/").status_code == 404
    run("export_site", str(tmp_path / "b"), "--dengan-data-pribadi")
    assert rows(tmp_path / "b") == rows(tmp_path / "a")


def test_new_items_follow_the_imported_ones(site: User, tmp_path: Path) -> None:
    run("export_site", str(tmp_path / "a"))
    leave_empty()
    run("import_site", str(tmp_path / "a"))

    newest = make_article(title="Sesudahnya")

    assert newest.pk > Article.objects.get(slug="foto-merak").pk


def test_imported_items_are_found(client: Client, site: User, tmp_path: Path) -> None:
    run("export_site", str(tmp_path / "a"))
    assert not [name for name in rows(tmp_path / "a") if name.startswith("search.document")]
    leave_empty()

    run("import_site", str(tmp_path / "a"))

    assert "/kim/kim-merak/" in client.get("/cari/?q=merak").text


def test_accounts_keep_their_roles_and_lose_their_passwords(site: User, tmp_path: Path) -> None:
    run("export_site", str(tmp_path / "a"))
    leave_empty()
    run("import_site", str(tmp_path / "a"))

    account = User.objects.get(username="penulis")
    assert [role.name for role in account.groups.all()] == ["Penulis"]
    assert not account.check_password("rahasia-uji-2026")
    assert account.has_usable_password()
    assert site.password not in rows(tmp_path / "a")["accounts.user.jsonl"]


def test_data_of_persons_stay_unless_asked_for(site: User, tmp_path: Path) -> None:
    run("export_site", str(tmp_path / "a"))

    written = rows(tmp_path / "a")
    assert not marks.marks_in("".join(written.values()))
    assert "community.aspiration.jsonl" not in written
    assert "agenda.calendarlink.jsonl" not in written
    leave_empty()
    run("import_site", str(tmp_path / "a"))
    assert Membership.objects.get().user.username == "penulis"
    assert SlugRedirect.objects.count() == 1


def test_whatever_has_an_address_of_a_person_comes_only_when_asked_for(
    site: User, tmp_path: Path
) -> None:
    holders = {
        model._meta.label_lower
        for model in apps.get_models()
        if any(field.name == "contact_key" for field in model._meta.fields)
    }

    run("export_site", str(tmp_path / "a"))

    assert holders
    assert not {f"{label}.jsonl" for label in holders} & set(rows(tmp_path / "a"))


def test_full_database_is_left_alone(site: User, tmp_path: Path) -> None:
    run("export_site", str(tmp_path / "a"))

    with pytest.raises(CommandError, match="sudah berisi"):
        run("import_site", str(tmp_path / "a"))

    assert Article.objects.filter(slug="foto-merak").exists()


def test_full_folder_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "surat.txt").write_text("penting")

    with pytest.raises(CommandError, match="sudah berisi"):
        run("export_site", str(tmp_path))


def _cut(path: Path) -> None:
    file = path / "data" / "news.article.jsonl"
    file.write_text(file.read_text().splitlines(keepends=True)[0])


def _garble(path: Path) -> None:
    (path / "data" / "news.article.jsonl").write_text("{")


def _orphan(path: Path) -> None:
    (path / "data" / "news.category.jsonl").write_text("")
    manifest = json.loads((path / "situs.json").read_text())
    manifest["baris"]["news.category"] = 0
    (path / "situs.json").write_text(json.dumps(manifest))


def _age(path: Path) -> None:
    manifest = json.loads((path / "situs.json").read_text())
    manifest["migrasi"]["news"] = "0001_initial"
    (path / "situs.json").write_text(json.dumps(manifest))


def _escape(path: Path) -> None:
    file = path / "data" / "library.picture.jsonl"
    record = json.loads(file.read_text())
    file.write_text(json.dumps(record | {"token": "../../../.."}) + "\n")


def _mislead(path: Path) -> None:
    file = path / "data" / "office.siteprofile.jsonl"
    record = json.loads(file.read_text())
    file.write_text(json.dumps(record | {"facebook_url": "javascript:alert(1)"}) + "\n")


def _unfinish(path: Path) -> None:
    (path / "situs.json").unlink()


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (_cut, "tidak utuh"),
        (_garble, "bukan JSON"),
        (_orphan, "menolak"),
        (_age, "versi portal yang lain"),
        (_escape, "menunjuk ke luar"),
        (_mislead, r"baris 1: Masukkan URL yang valid\. \(“javascript:alert\(1\)”\)$"),
        (_unfinish, "bukan salinan situs"),
    ],
)
def test_spoilt_copy_brings_nothing_in(site: User, tmp_path: Path, spoil: Any, reason: str) -> None:
    run("export_site", str(tmp_path / "a"))
    spoil(tmp_path / "a")
    leave_empty()

    with pytest.raises(CommandError, match=reason):
        run("import_site", str(tmp_path / "a"))

    assert not User.objects.exists()
    assert not Article.objects.exists()
