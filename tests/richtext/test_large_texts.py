"""Texts made to keep the server busy: they are cleaned in one pass, however they are built."""

import sys
from types import FrameType

import pytest

from cilegon_portal.richtext import clean_html

DEEP = 10_000
JUNK = {
    "open tags": "<b>",
    "open blocks": "<blockquote>x",
    "tags with a wrong end": "<b></x>",
    "paragraphs without end": "<p>x",
    "lists in lists": "<ul><li>x",
    "tables in tables": "<table><tr><td>x",
    "less than": "<",
    "comments": "<!--",
    "declarations": "<!",
    "ends": "</",
    "quotes": "<a x='",
    "scripts": "<script>",
    "references": "&#",
    "ampersands": "&amp;",
    "blanks": "  \u00a0",
}


@pytest.mark.parametrize("piece", JUNK.values(), ids=JUNK)
def test_large_junk_is_cleaned(piece: str) -> None:
    # What takes the square of its length would not end before the suite is given up.
    assert clean_html("<p>Awal.</p>" + piece * (100_000 // len(piece))).startswith("<p>Awal.</p>")


@pytest.mark.parametrize("tag", ["blockquote", "b", "span", "div", "ul", "table", "svg"])
def test_deep_nesting_keeps_its_words(tag: str) -> None:
    html = f"<{tag}>" * DEEP + "Isi." + f"</{tag}>" * DEEP + "<p>Sesudah.</p>"

    cleaned = clean_html(html)

    assert "Isi." in cleaned
    assert cleaned.endswith("<p>Sesudah.</p>")


def test_sixty_paragraphs_without_end_tags_stay_paragraphs() -> None:
    assert clean_html("<p>x" * 200) == "<p>x</p>" * 200


def steps(html: str) -> int:
    """Return how many calls cleaning *html* takes."""
    count = 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    sys.setprofile(note)
    try:
        clean_html(html)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", JUNK.values(), ids=JUNK)
def test_twice_the_junk_takes_at_most_about_twice_the_steps(piece: str) -> None:
    clean_html(piece)  # what is compiled at first use

    assert steps(piece * 800) < 2.2 * steps(piece * 400) + 400
