"""What citizens send at /kim/daftar/: field by field, good and hostile."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from cilegon_portal.publishing.models import Status
from community.registrations import Registration
from tests.community.registering import FORM, STEPS, hidden, register
from tests.factories import make_group
from tests.library.images import jpeg, pdf

pytestmark = pytest.mark.django_db

LONG = "x" * 5000
NIK = "3672 0101 0190 0001"
# field: what was typed → words of the message beside it
REFUSED = {
    "group_name empty": ("group_name", "", "Tulis nama kelompok"),
    "group_name invisible": ("group_name", "\u200b\u202e", "tidak boleh kosong"),
    "group_name too long": ("group_name", LONG, "120"),
    "group_name NUL": ("group_name", "a\0b", "null"),
    "group_name NIK": ("group_name", f"KIM {NIK}", "mirip NIK"),
    "level empty": ("level", "", "Pilih tingkatnya"),
    "level invented": ("level", "provinsi", "bukan"),
    "level of the city": ("level", "kota", "bukan"),
    "district empty": ("district", "", "Pilih kecamatannya"),
    "district invented": ("district", "Serang", "bukan"),
    "district NUL": ("district", "\0", "bukan"),
    "district is the city": ("district", "kota", "hanya untuk komunitas"),
    "village empty": ("village", "", "Pilih kelurahannya"),
    "village invented": ("village", "99.99", "bukan"),
    "village elsewhere": ("village", "36.72.08.1007", "ada di Kecamatan Citangkil"),
    "neighbourhood hidden NIK": ("neighbourhood", "36720101\u200b01900001", "mirip NIK"),
    "neighbourhood too long": ("neighbourhood", LONG, "100"),
    "neighbourhood NIK": ("neighbourhood", "3672010101900001", "mirip NIK"),
    "member_count empty": ("member_count", "", "Isi jumlah anggota"),
    "member_count words": ("member_count", "delapan", "dengan angka"),
    "member_count few": ("member_count", "4", "sedikitnya lima"),
    "member_count many": ("member_count", "9" * 40, "10000"),
    "member_count arabic words": ("member_count", "ثمانية", "dengan angka"),
    "founded_on words": ("founded_on", "kemarin", "tanggal lengkap"),
    "founded_on mistyped": ("founded_on", "0209-09-22", "1990 sampai 2100"),
    "founded_on to come": ("founded_on", "2090-01-01", "belum tiba"),
    "founded_on too long": ("founded_on", LONG, "tanggal lengkap"),
    "summary too long": ("summary", LONG, "200"),
    "summary NIK": ("summary", "NIK ٣٦٧٢٠١٠١٠١٩٠٠٠٠١", "mirip NIK"),
    "secretariat too long": ("secretariat", LONG, "300"),
    "secretariat NUL": ("secretariat", "a\0b", "null"),
    "channels no address": ("channels", "kami punya instagram", "bukan alamat"),
    "channels script": ("channels", "javascript:alert(1)", "bukan alamat"),
    "channels other scheme": ("channels", "ftp://contoh.id/", "bukan alamat"),
    "channels no host": ("channels", "https://[", "bukan alamat"),
    "channels many": ("channels", "contoh.id " * 6, "paling banyak 5"),
    "channels long address": ("channels", "contoh.id/" + "x" * 200, "200 huruf"),
    "channels too long": ("channels", "contoh.id " * 500, "1000"),
    "channels of a person": ("channels", "https://wa.me/6281211112222", "nomor seseorang"),
    "starts_on empty": ("starts_on", "", "Isi kapan masa bakti mulai"),
    "starts_on words": ("starts_on", "<b>2026</b>", "tanggal lengkap"),
    "ends_on empty": ("ends_on", "", "Isi kapan masa bakti berakhir"),
    "ends_on before start": ("ends_on", "2025-12-31", "berakhir sesudah mulai"),
    "ends_on too far": ("ends_on", "2062-12-31", "lebih dari 10 tahun"),
    "ends_on mistyped": ("ends_on", "9999-12-31", "1990 sampai 2100"),
    "chair empty": ("chair", "", "Tulis nama ketua"),
    "chair too long": ("chair", LONG, "100"),
    "chair NIK": ("chair", f"Ketua {NIK}", "mirip NIK"),
    "secretary too long": ("secretary", LONG, "100"),
    "treasurer NIK": ("treasurer", NIK, "mirip NIK"),
    "collecting NUL": ("collecting", "\0", "null"),
    "processing too long": ("processing", LONG, "100"),
    "spreading NIK": ("spreading", NIK.replace(" ", "."), "mirip NIK"),
    "sk_number too long": ("sk_number", LONG, "100"),
    "sk_number NIK": ("sk_number", NIK, "mirip NIK"),
    "sk_on to come": ("sk_on", "2090-01-01", "belum tiba"),
    "sk_issuer too long": ("sk_issuer", LONG, "120"),
    "name empty": ("name", "", "Tulis nama Anda"),
    "name too long": ("name", LONG, "100"),
    "name NIK": ("name", NIK, "mirip NIK"),
    "position empty": ("position", "", "Tulis jabatan"),
    "position too long": ("position", LONG, "60"),
    "contact empty": ("contact", "", "Tulis nomor WhatsApp"),
    "contact words": ("contact", "0812-abc", "Tulis nomor WhatsApp"),
    "contact no mail": ("contact", "warga@", "Tulis nomor WhatsApp"),
    "contact too long": ("contact", "0" * 101, "100"),
    "contact two lines": ("contact", "a@contoh.id\nBcc: b@contoh.id", "Tulis nomor WhatsApp"),
    "consent missing": ("consent", "", "Centang persetujuan"),
}


def _beside(page: str, name: str) -> str:
    return page.partition(f'id="id_{name}_error"')[2].partition("</p>")[0]


@pytest.mark.parametrize(("name", "value", "says"), REFUSED.values(), ids=REFUSED)
def test_field_says_what_is_wrong_and_keeps_the_rest(
    client: Client, name: str, value: str, says: str
) -> None:
    response = register(client, **{name: value})

    assert response.status_code == 400
    assert says in _beside(response.text, name)
    assert "<title>Galat: " in response.text
    assert "Ada 1 isian yang perlu diperbaiki" in response.text
    assert f'<a href="#id_{name}' in response.text
    step = next(step for step in STEPS if name in step)
    kept = response.context["form"].data
    assert {key: kept[key] for key in step if key != name} == {
        key: typed for key, typed in step.items() if key != name
    }
    assert not Registration.objects.exists()


TAKEN = {
    "markup": ("group_name", "<script>alert(1)</script> {{ 7*7 }}"),
    "quotes": ("summary", "\"'><img src=x onerror=alert(1)>"),
    "sql": ("secretariat", "'; DROP TABLE pendaftaran; --"),
    "arabic": ("group_name", "مجموعة المعلومات"),
    "javanese": ("chair", "ꦱꦸꦒꦼꦁ"),
    "emoji": ("summary", "Warga 🙏🏽 untuk warga"),
    "day as people write it": ("founded_on", "22/9/2019"),
    "no founding day": ("founded_on", ""),
    "fifteen digits": ("sk_number", "470/123456789012345"),
    "number with blanks": ("contact", "+62 812-3456-7890"),
    "mail": ("contact", "kim.contoh@contoh.id"),
    "one sitting per chair": ("shows_names", "on"),
    "channel without scheme": ("channels", "facebook.com/kim  whatsapp.com/channel/x"),
}


@pytest.mark.parametrize(("name", "value"), TAKEN.values(), ids=TAKEN)
def test_unusual_words_are_taken_and_shown_as_words(client: Client, name: str, value: str) -> None:
    response = register(client, **{name: value})

    assert response.status_code == 302
    page = client.get(response["Location"]).text
    assert "<script>alert" not in page
    assert "<img src=x" not in page


@pytest.mark.parametrize(
    ("level", "district", "village", "place"),
    [
        ("kelurahan", "Pulomerak", "36.72.03.1004", "36.72.03.1004"),
        ("rw", "Pulomerak", "36.72.03.1004", "36.72.03.1004"),
        ("komunitas", "Pulomerak", "36.72.03.1004", "36.72.03.1004"),
        ("komunitas", "Pulomerak", "", "36.72.03"),
        ("komunitas", "kota", "", "36.72"),
        ("kecamatan", "Cibeber", "", "36.72.01"),
    ],
)
def test_group_stands_where_its_level_does(
    client: Client, level: str, district: str, village: str, place: str
) -> None:
    register(client, level=level, district=district, village=village, neighbourhood="RW 03")

    registration = Registration.objects.get()
    registration.as_group().clean()
    assert registration.region_id == place


@pytest.mark.parametrize(
    ("fields", "name", "says"),
    [
        ({"level": "rw"}, "neighbourhood", "Tulis RW"),
        ({"level": "kecamatan"}, "village", "tidak memilih kelurahan"),
        ({"level": "komunitas", "district": "kota"}, "village", "Ubah kelurahan"),
    ],
)
def test_place_that_does_not_fit_is_told(
    client: Client, fields: dict[str, str], name: str, says: str
) -> None:
    response = register(client, **fields)

    assert response.status_code == 400
    assert says in _beside(response.text, name)


def test_what_was_sent_is_kept_whole(client: Client) -> None:
    register(client, shows_names="on", sk=SimpleUploadedFile("SK Lurah.pdf", pdf()))

    registration = Registration.objects.get()
    assert registration.channels == "https://instagram.com/kim.contoh"
    assert [name for _, name in registration.board_names()] == ["Ketua Contoh", "Sekretaris Contoh"]
    assert registration.shows_names
    assert registration.contact_key == "081211112222"
    assert registration.sk_file is not None
    assert registration.sk_file.original_name == "SK Lurah.pdf"
    assert client.get(f"/media/{registration.sk_file.file_path()}").status_code == 404


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
    response = register(client, sk=SimpleUploadedFile("sk.pdf", raw))

    assert response.status_code == 400
    assert says in _beside(response.text, "sk")
    assert 'value="Pendaftar Contoh"' in response.text


def test_good_file_is_asked_for_again_when_the_step_comes_back(client: Client) -> None:
    response = register(client, name="", sk=SimpleUploadedFile("sk.jpg", jpeg()))

    assert "Pilih ulang berkasnya" in _beside(response.text, "sk")


def test_consent_is_never_ticked_beforehand_and_says_what_for(client: Client) -> None:
    page = register(client, 2).text

    assert "Langkah 3 dari 3" in page
    assert "checked" not in page
    assert "24 bulan" in page
    assert "memeriksa pendaftaran dan membina KIM" in page


ALIKE = {
    "same name": {"name": "kim suralaya bersinar", "region": "36.72.08.1007"},
    "same kelurahan": {"name": "KIM Lain", "region": "36.72.03.1004"},
}


@pytest.mark.parametrize("fields", ALIKE.values(), ids=ALIKE)
def test_public_group_that_may_be_the_same_is_named_and_stops_nobody(
    client: Client, fields: dict[str, str]
) -> None:
    group = make_group(**fields)

    page = register(client, 1).text

    assert "sudah terdaftar" in page
    assert group.get_absolute_url() in page
    assert register(client).status_code == 302


@pytest.mark.parametrize("status", [Status.DRAFT, Status.WITHDRAWN])
@pytest.mark.parametrize("fields", ALIKE.values(), ids=ALIKE)
def test_group_that_is_not_public_is_not_told_of(
    client: Client, fields: dict[str, str], status: Status
) -> None:
    make_group(status=status, **fields)
    register(client)  # nor is another registration

    assert "sudah terdaftar" not in register(client, 1).text


def test_different_group_is_warned_of_nothing(client: Client) -> None:
    make_group(name="KIM Citangkil")
    make_group(name="RW 03", level="rw", region="36.72.03.1004", neighbourhood="RW 03")

    assert "sudah terdaftar" not in register(client, 1).text


def test_gambling_words_are_marked_for_staff_and_taken(client: Client) -> None:
    register(client, summary="slot gacor maxwin https://gacor.example")

    assert Registration.objects.get().hold_reason


def test_steps_cost_the_same_whatever_is_stored(
    client: Client, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_group(region="36.72.03.1004")
    register(client)

    with django_assert_num_queries(1):  # kelurahan
        first = client.get(FORM)
    with django_assert_num_queries(3):  # kelurahan, the chosen one, groups alike
        client.post(FORM, hidden(first.text) | STEPS[0])
