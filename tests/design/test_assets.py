"""Sheets, script and icons: small, whole, and without foreign addresses."""

import gzip
import re
from pathlib import Path

import pytest

STATIC = Path("static")
TEMPLATES = Path("templates")


@pytest.mark.parametrize(("name", "budget"), [("css/portal.css", 8_000), ("js/portal.js", 2_000)])
def test_asset_keeps_its_budget_compressed(name: str, budget: int) -> None:
    assert len(gzip.compress((STATIC / name).read_bytes())) <= budget


@pytest.mark.parametrize("path", sorted(STATIC.glob("css/*.css")), ids=str)
def test_sheet_asks_no_other_host(path: Path) -> None:
    addresses = re.findall(r"""url\(["']?(?!data:|\.\./)([^"')]+)""", path.read_text())

    assert addresses == []


def test_every_icon_named_in_a_template_is_in_the_sprite() -> None:
    drawn = set(re.findall(r'<symbol id="([^"]+)"', (STATIC / "img/ikon.svg").read_text()))
    named = {
        name
        for path in TEMPLATES.rglob("*.html")
        for name in re.findall(r'{% icon "([^"]+)" %}', path.read_text())
    }

    assert named
    assert named <= drawn


def test_public_templates_hold_no_inline_script_or_style() -> None:
    for path in TEMPLATES.rglob("*.html"):
        if path.parts[1] not in {"admin", "account"}:
            text = path.read_text()

            assert "<style" not in text, path
            assert " style=" not in text, path
            assert not re.search(r"<script(?![^>]*(src=|ld\+json))", text), path
            assert not re.search(r"\son[a-z]+=", text), path


@pytest.mark.parametrize(
    "name", ["claim", "documents", "gallery", "neighbours", "briefs", "photo--none", "ralat"]
)
def test_component_of_the_article_and_lists_is_drawn(name: str) -> None:
    assert f".{name} " in (STATIC / "css/portal.css").read_text()
