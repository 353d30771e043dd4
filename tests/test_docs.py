"""The guides in docs/: whatever the code or another guide refers to is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
_FOLDERS = (
    "cilegon_portal",
    "news",
    "agenda",
    "community",
    "tests",
    "templates",
    "static",
    "deploy",
)
_KINDS = {".py", ".html", ".css", ".js", ".conf", ".service", ".example"}
_REFERENCE = re.compile(r"\bdocs/(?P<path>[\w/-]+(?:\.md)?)(?:#(?P<anchor>[\w-]+))?")
_LINK = re.compile(r"\]\((?!https?:|mailto:)(?P<path>[^)#\s]*)(?:#(?P<anchor>[^)\s]+))?\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)
_CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def _references() -> Iterator[tuple[str, Path, str]]:
    """Yield (where, file, anchor) of every reference from code, "docs/decisions/0003" included."""
    for folder in _FOLDERS:
        for source in sorted((ROOT / folder).rglob("*")):
            if source.suffix in _KINDS and source != Path(__file__):
                for match in _REFERENCE.finditer(source.read_text(encoding="utf-8")):
                    where = str(source.relative_to(ROOT))
                    yield where, ROOT / "docs" / match["path"], match["anchor"] or ""


def _links() -> Iterator[tuple[str, Path, str]]:
    """Yield (where, file, anchor) of every link from one guide to a file of the project."""
    for guide in (*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")):
        for match in _LINK.finditer(guide.read_text(encoding="utf-8")):
            target = guide.parent / match["path"] if match["path"] else guide
            yield str(guide.relative_to(ROOT)), target, match["anchor"] or ""


def _anchors(guide: Path) -> set[str]:
    """Return the anchors of a guide's headings, made as code hosts make them."""
    headings = _HEADING.findall(_CODE.sub("", guide.read_text(encoding="utf-8")))
    return {re.sub(r"[^\w\- ]", "", text.lower()).strip().replace(" ", "-") for text in headings}


@pytest.mark.parametrize("find", [_references, _links])
def test_guides_that_are_referred_to_exist(find: object) -> None:
    assert callable(find)
    missing = [
        f"{where}: {target.name}#{anchor}"
        for where, target, anchor in find()
        if not _exists(target) or (anchor and anchor not in _anchors(target))
    ]

    assert missing == []


def test_every_setting_from_the_environment_is_explained() -> None:
    settings = (ROOT / "cilegon_portal" / "settings.py").read_text(encoding="utf-8")
    guide = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")

    names = set(re.findall(r'\benv\.\w+\(\s*"([A-Z_]+)"', settings))

    assert names == set(re.findall(r"^\| `([A-Z_]+)` \|", guide, re.MULTILINE))


def _exists(target: Path) -> bool:
    # A decision is named by its number too.
    return target.exists() or any(target.parent.glob(f"{target.name}-*.md"))
