"""Headings of what is stored stand in order."""

import pytest

from tests.factories import make_article, make_page

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("h3 h3", "h2 h2"),
        ("h3 h3 h4 h3", "h2 h2 h3 h2"),
        ("h2 h4 h4 h2", "h2 h3 h3 h2"),
        ("h4 h2 h3", "h2 h2 h3"),
        ("h2 h4 h3", "h2 h3 h3"),
        ("h2 h3 h4 h2 h3", "h2 h3 h4 h2 h3"),
        ("h1 h3", "h2 h3"),
        ("h1 h2", "h2 h2"),
        ("h6", "h2"),
        ("", ""),
    ],
)
def test_levels_follow_the_depth(typed: str, stored: str) -> None:
    html = "".join(f"<{tag}>Judul {tag}</{tag}><p>Isi.</p>" for tag in typed.split())

    article = make_article(body=html)
    article.refresh_from_db()

    tags = [part[:2] for part in article.body.replace("<p>", "").split("<") if part[:1] == "h"]
    assert tags == stored.split()
    assert all(f">Judul {tag}<" in article.body for tag in typed.split())
    assert article.body.count("</h") == len(tags)


def test_aligned_headings_keep_their_alignment() -> None:
    page = make_page(body='<h3 class="rata-tengah">Maklumat</h3><p>Isi.</p>')
    page.refresh_from_db()

    assert page.body == '<h2 class="rata-tengah">Maklumat</h2><p>Isi.</p>'


def test_saving_twice_changes_nothing_more() -> None:
    article = make_article(body="<h4>Satu</h4><h3>Dua</h3><h4>Tiga</h4>")
    article.refresh_from_db()
    once = article.body

    article.save()
    article.refresh_from_db()

    assert article.body == once
