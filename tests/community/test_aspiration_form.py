"""What citizens send at /aspirasi/: field by field, good and hostile."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from cilegon_portal.regions.models import Region
from community.aspirations import Aspiration, AspirationState
from tests.community.sending import ASPIRASI, WHOLE, send
from tests.library.images import jpeg, pdf

pytestmark = pytest.mark.django_db

# field: what was typed → words of the message beside it
REFUSED = {
    "kind empty": ("kind", "", "Pilih jenis"),
    "kind invented": ("kind", "rahasia", "bukan"),
    "topic empty": ("topic", "", "Tulis judul"),
    "topic invisible": ("topic", "\u200b\u202e", "tidak boleh kosong"),
    "topic too long": ("topic", "x" * 91, "90"),
    "topic NUL": ("topic", "a\0b", "null"),
    "text empty": ("text", "", "Tulis penjelasannya"),
    "text too long": ("text", "x" * 1501, "1500"),
    "topic NIK": ("topic", "Cek 3672 0101 0190 0001", "mirip NIK"),
    "text NIK": ("text", "NIK saya 3672014101900001", "mirip NIK"),
    "name NIK": ("name", "3672-0131-1290-0001", "mirip NIK"),
    "text NUL": ("text", "a\0b", "null"),
    "link no address": ("link", "bukan alamat", "Salin alamatnya"),
    "link script": ("link", "javascript:alert(1)", "Salin alamatnya"),
    "link too long": ("link", "https://contoh.id/" + "x" * 500, "500"),
    "region invented": ("region", "99.99", "bukan"),
    "region NUL": ("region", "\0", "bukan"),
    "name too long": ("name", "x" * 101, "100"),
    "contact words": ("contact", "0812-abc", "Tulis nomor WhatsApp"),
    "contact short": ("contact", "123", "Tulis nomor WhatsApp"),
    "contact no mail": ("contact", "warga@", "Tulis nomor WhatsApp"),
    "contact too long": ("contact", "0" * 101, "100"),
    "consent missing": ("consent", "", "Centang persetujuan"),
}


@pytest.mark.parametrize(("name", "value", "says"), REFUSED.values(), ids=REFUSED)
def test_field_says_what_is_wrong_and_keeps_the_rest(
    client: Client, name: str, value: str, says: str
) -> None:
    response = send(client, **{name: value})

    assert response.status_code == 400
    beside = response.text.partition(f'id="id_{name}_error"')[2].partition("</p>")[0]
    assert says in beside
    kept = {key: typed for key, typed in WHOLE.items() if key in {"topic", "text"} - {name}}
    assert all(typed in response.text for typed in kept.values())
    assert not Aspiration.objects.exists()


TAKEN = {
    "markup": ("text", "<script>alert(1)</script> {{ 7*7 }}"),
    "quotes": ("topic", "\"'><img src=x onerror=alert(1)>"),
    "sql": ("text", "'; DROP TABLE aspirasi; --"),
    "account of a fraud": ("text", "Katanya transfer ke 1234 5678 9012 3456 atau 8810999912345678"),
    "arabic": ("text", "السلام عليكم، متى تأتي المكتبة؟"),
    "javanese": ("topic", "ꦱꦸꦒꦼꦁ ꦲꦺꦚ꧀ꦗꦁ"),
    "emoji": ("text", "Terima kasih 🙏🏽 kapan dibuka?"),
    "number with blanks": ("contact", "+62 812-3456-7890"),
    "mail": ("contact", "warga@contoh.id"),
    "address without scheme": ("link", "contoh.id/kabar"),
    "kelurahan": ("region", ""),
}


@pytest.mark.parametrize(("name", "value"), TAKEN.values(), ids=TAKEN)
def test_unusual_words_are_taken_and_shown_as_words(client: Client, name: str, value: str) -> None:
    if name == "region":
        value = Region.objects.villages()[0].pk
    response = send(client, **{name: value})

    assert response.status_code == 302
    page = client.get(response["Location"]).text
    assert "<script>alert" not in page
    assert "<img src=x" not in page


def test_consent_is_never_ticked_beforehand(client: Client) -> None:
    page = client.get(ASPIRASI).text

    assert "checked" not in page
    assert "24 bulan" in page
    assert "lapor.go.id" in page


def test_photo_is_kept_without_its_hidden_data_and_apart(client: Client) -> None:
    photo = SimpleUploadedFile("rumah.jpg", jpeg(), "image/jpeg")

    response = send(client, file=photo)

    assert response.status_code == 302
    file = Aspiration.objects.get().file
    assert file is not None
    assert file.file_path().startswith("pribadi/")
    assert client.get(f"/media/{file.file_path()}").status_code == 404


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"<html><script>alert(1)</script>", "bukan PDF"),
        (pdf(b"4 0 obj << /S /JavaScript >> endobj"), "skrip"),
        (b"x" * (5 * 1024 * 1024 + 1), "5 MB"),
        (b"", "kosong"),
    ],
    ids=["page", "scripted pdf", "too large", "empty"],
)
def test_bad_file_is_refused_beside_its_field(client: Client, raw: bytes, says: str) -> None:
    response = send(client, file=SimpleUploadedFile("surat.pdf", raw))

    assert response.status_code == 400
    assert says in response.text.partition('id="id_file_error"')[2].partition("</p>")[0]
    assert WHOLE["text"] in response.text


def test_good_file_is_asked_for_again_when_the_form_comes_back(client: Client) -> None:
    response = send(client, topic="", file=SimpleUploadedFile("rumah.jpg", jpeg()))

    assert "Pilih ulang berkasnya" in response.text


INNOCENT = [
    "Slot antrean di kantor kelurahan selalu penuh, kapan ditambah?",
    "Tolong berantas judi online di warung dekat sekolah.",
    "Ada jackpot kecil di pasar malam, apakah itu judi?",
    "Bandar udara mana yang terdekat dari Cilegon? Lihat https://contoh.id",
]
SUSPICIOUS = [
    "Situs slot gacor maxwin hari ini https://gacor.example",
    "s1ot g4cor m4xwin daftar slot judi depo pulsa rtp",
    "Lihat http://a.example http://b.example http://c.example",
]


@pytest.mark.parametrize("text", INNOCENT)
def test_innocent_word_holds_nothing(client: Client, text: str) -> None:
    send(client, text=text)

    assert Aspiration.objects.get().state == AspirationState.NEW


@pytest.mark.parametrize("text", SUSPICIOUS)
def test_spam_is_held_for_staff_and_its_sender_told(client: Client, text: str) -> None:
    response = send(client, text=text)

    aspiration = Aspiration.objects.get()
    assert aspiration.state == AspirationState.HELD
    assert aspiration.hold_reason
    assert "Menunggu pemeriksaan petugas" in client.get(response["Location"]).text


def test_same_words_again_and_again_are_held(client: Client) -> None:
    for _ in range(4):
        send(client)

    states = list(Aspiration.objects.order_by("pk").values_list("state", flat=True))
    assert states == ["masuk", "masuk", "masuk", "ditahan"]


def test_form_costs_the_same_whatever_is_stored(
    client: Client, django_assert_num_queries: Any
) -> None:
    client.get(ASPIRASI)
    send(client)

    with django_assert_num_queries(2):  # kelurahan, what was answered
        client.get(ASPIRASI)
