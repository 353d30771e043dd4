"""Share links: right addresses, right encoding, and only ours."""

from urllib.parse import parse_qs, urlsplit

import pytest
from django.template import Context, Template
from django.test import override_settings

from cilegon_portal.sharing import share_links, whatsapp_text

TITLE = 'Harga "Beras" Naik 5% & Turun? Ada Apa 🚲 + Roti'
PATH = "/berita/harga-beras/"
ADDRESS = "http://localhost:8000/berita/harga-beras/"


def _share_url(label: str, title: str = TITLE, summary: str = "") -> str:
    links = {link.label: link.url for link in share_links(title, PATH, summary)}
    return links[label]


def test_links_stand_in_the_order_of_the_design() -> None:
    labels = [link.label for link in share_links(TITLE, PATH)]

    assert labels == ["WhatsApp", "Facebook", "X", "Telegram", "Surel"]


def test_whatsapp_link_carries_title_summary_and_address() -> None:
    query = parse_qs(urlsplit(_share_url("WhatsApp", summary="Ringkas: 5% & lebih.")).query)

    assert query == {"text": [f"{TITLE}\n\nRingkas: 5% & lebih.\n\n{ADDRESS}"]}


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("WhatsApp", {"text": [f"{TITLE}\n\n{ADDRESS}"]}),
        ("Facebook", {"u": [ADDRESS]}),
        ("X", {"text": [TITLE], "url": [ADDRESS]}),
        ("Telegram", {"url": [ADDRESS], "text": [TITLE]}),
        ("Surel", {"subject": [TITLE], "body": [ADDRESS]}),
    ],
)
def test_title_with_signs_and_emoji_arrives_whole(
    label: str, expected: dict[str, list[str]]
) -> None:
    assert parse_qs(urlsplit(_share_url(label)).query, strict_parsing=True) == expected


def test_blanks_are_percent_encoded_for_mail_programs() -> None:
    # In a mailto address a plus sign is a plus sign, not a blank.
    assert "subject=Dua%20Kata%20%2B%20Satu&" in _share_url("Surel", title="Dua Kata + Satu")


@override_settings(SITE_URL="https://portal.contoh.go.id")
def test_addresses_are_those_of_the_site() -> None:
    assert "https%3A%2F%2Fportal.contoh.go.id%2Fberita%2F" in _share_url("Facebook")


def test_chat_text_without_summary_has_no_empty_paragraph() -> None:
    assert whatsapp_text("Judul", PATH) == f"Judul\n\n{ADDRESS}"


def test_bold_title_survives_asterisks_of_its_own() -> None:
    assert whatsapp_text("Lomba *Cerdas* 2026", PATH, bold=True).startswith("*Lomba Cerdas 2026*\n")


def _bar(title: str) -> str:
    template = Template("{% load sharing %}{% share title path %}")
    return template.render(Context({"title": title, "path": PATH}))


def test_bar_shows_the_heading_and_five_plain_links() -> None:
    bar = _bar("Judul")

    assert "Bagikan Artikel ini" in bar
    assert bar.count("<a ") == 5


def test_bar_keeps_the_two_script_buttons_hidden() -> None:
    bar = _bar("Judul")

    assert bar.count("<li hidden>") == 2
    assert f'data-share data-title="Judul" data-url="{ADDRESS}"' in bar
    assert f'data-copy="{ADDRESS}"' in bar


def test_title_cannot_break_out_of_the_bar() -> None:
    assert "<script>" not in _bar('"><script>alert(1)</script>')
