"""What is pasted from other programs: all words stay, lists become lists.

Each ``pasted/NAME.html`` is what that program puts on the clipboard, ``NAME.clean.html`` what is
stored.
"""

import random
import re
from pathlib import Path

import pytest

from cilegon_portal.richtext import clean_html

PASTED = Path(__file__).parent / "pasted"
SOURCES = sorted(path.name.removesuffix(".clean.html") for path in PASTED.glob("*.clean.html"))
WORD_ITEM = (
    '<p class="MsoListParagraph" style="mso-list:l0 level{level} lfo1"><![if !supportLists]>'
    '<span style="mso-list:Ignore">{marker}<span style="font:7.0pt">&nbsp;&nbsp; </span></span>'
    "<![endif]>{words}</p>"
)


def without_blanks_between_tags(html: str) -> str:
    return re.sub(r"\s*(<[^>]*>)\s*", lambda tag: tag[0].strip(), " ".join(html.split()))


@pytest.mark.parametrize("source", SOURCES)
def test_pasted_text_is_stored_in_the_tags_of_an_article(source: str) -> None:
    cleaned = clean_html((PASTED / f"{source}.html").read_text())

    expected = (PASTED / f"{source}.clean.html").read_text()
    assert without_blanks_between_tags(cleaned) == without_blanks_between_tags(expected)


@pytest.mark.parametrize("source", SOURCES)
def test_pasted_text_is_clean_after_once(source: str) -> None:
    cleaned = clean_html((PASTED / f"{source}.html").read_text())

    assert clean_html(cleaned) == cleaned


def word_list(*items: tuple[int, str, str]) -> str:
    return "".join(
        WORD_ITEM.format(level=level, marker=marker, words=words) for level, marker, words in items
    )


@pytest.mark.parametrize(
    ("items", "cleaned"),
    [
        ([(1, "·", "a"), (1, "·", "b")], "<ul><li>a</li><li>b</li></ul>"),
        ([(1, "1.", "a"), (1, "2.", "b")], "<ol><li>a</li><li>b</li></ol>"),
        ([(1, "4)", "a")], '<ol start="4"><li>a</li></ol>'),
        ([(1, "i.", "a"), (1, "ii.", "b")], '<ol type="i"><li>a</li><li>b</li></ol>'),
        (
            [(1, "h.", "a"), (1, "i.", "b"), (1, "j.", "c")],
            '<ol start="8" type="a"><li>a</li><li>b</li><li>c</li></ol>',
        ),
        ([(1, "IV.", "a")], '<ol start="4" type="I"><li>a</li></ol>'),
        ([(1, "·", "a"), (1, "1.", "b")], "<ul><li>a</li></ul><ol><li>b</li></ol>"),
        ([(1, "1.", "a"), (1, "1.", "b")], "<ol><li>a</li></ol><ol><li>b</li></ol>"),
        (
            [(1, "1.", "a"), (3, "o", "b"), (1, "2.", "c")],
            "<ol><li>a<ul><li>b</li></ul></li><li>c</li></ol>",
        ),
        ([(2, "§", "a"), (1, "·", "b")], "<ul><li>a</li></ul><ul><li>b</li></ul>"),
        ([(1, "Pasal 1", "a")], "<p>Pasal 1 a</p>"),
    ],
)
def test_word_list_keeps_its_order_numbers_and_levels(
    items: list[tuple[int, str, str]], cleaned: str
) -> None:
    assert clean_html(word_list(*items)) == cleaned


def test_word_list_whose_marks_are_plain_text_is_a_list() -> None:
    html = (
        '<p class="MsoListParagraph">·&nbsp;&nbsp;&nbsp; sapu</p>'
        '<p class="MsoListParagraph">·&nbsp;&nbsp;&nbsp; ember</p>'
    )

    assert clean_html(html) == "<ul><li>sapu</li><li>ember</li></ul>"


def test_indented_word_paragraph_without_a_mark_stays_a_paragraph() -> None:
    assert clean_html('<p class="MsoListParagraph">Lanjutan.</p>') == "<p>Lanjutan.</p>"


TAGS = ["p", "div", "b", "i", "span", "a", "h1", "h3", "ul", "ol", "li", "table", "tr", "td", "th", "thead", "tfoot", "caption", "blockquote", "figure", "figcaption", "pre", "dl", "dt", "dd", "form", "section", "select", "option", "svg", "math", "noscript", "button", "details", "center", "font", "foo", "o:p", "textarea", "strike", "sup"]  # fmt: skip
ATTRIBUTES = [
    "", "", ' style="font-weight:700"', ' class=MsoListParagraph style="mso-list:l0 level2 lfo1"',
    ' style="mso-list:Ignore"', ' href="https://a.example/"', ' data-aria-level="2"', " align=center",
    ' style="text-align:right;vertical-align:super"', " role=heading aria-level=3",
]  # fmt: skip
BETWEEN = ["<br>", "<hr>", "<!-- x -->", "<![if x]>", "&nbsp;", "\n", "</br>", "<td/>"]


def tag_soup(dice: random.Random) -> tuple[str, list[str]]:
    """Return markup without sense, and the words in it in their order."""
    words: list[str] = []
    pieces = []
    for _ in range(dice.randrange(5, 60)):
        kind = dice.random()
        if kind < 0.4:
            pieces.append(f"<{dice.choice(TAGS)}{dice.choice(ATTRIBUTES)}>")
        elif kind < 0.7:
            pieces.append(f"</{dice.choice(TAGS)}>")
        elif kind < 0.75:
            pieces.append(dice.choice(BETWEEN))
        else:
            words.append(f"kata{len(words)}a")
            pieces.append(words[-1])
    return "".join(pieces), words


@pytest.mark.parametrize("seed", range(200))
def test_no_markup_loses_doubles_or_moves_a_word(seed: int) -> None:
    html, words = tag_soup(random.Random(seed))  # noqa: S311 -- any markup will do

    assert re.findall(r"kata\d+a", clean_html(html)) == words
