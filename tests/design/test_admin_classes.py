"""The admin's templates use classes that something styles or moves: one that nothing knows is a warning unseen."""

import re
from itertools import chain
from pathlib import Path

import django.contrib.admin

_DJANGO = Path(django.contrib.admin.__file__).parent / "static/admin"
_TAG = re.compile(r"\{[%{].*?[%}]\}")
_CLASSES = re.compile(r'class="([^"]*)"')


def _known() -> tuple[set[str], str]:
    """Return the classes of the styles, and the scripts' text."""
    styles = chain(Path("static/css").glob("*.css"), _DJANGO.glob("css/**/*.css"))
    scripts = chain(Path("static/js").glob("**/*.js"), _DJANGO.glob("js/*.js"))
    styled = {
        name for file in styles for name in re.findall(r"\.([a-zA-Z][\w-]*)", file.read_text())
    }
    return styled, "".join(file.read_text() for file in scripts)


def test_every_class_of_the_admin_means_something() -> None:
    styled, scripts = _known()
    used = {
        name
        for file in Path("templates/admin").glob("**/*.html")
        for written in _CLASSES.findall(_TAG.sub(" ", file.read_text()))
        for name in written.split()
        if not name.endswith("-")  # the rest of it is a variable's
    }

    assert "warningnote" in used
    assert {name for name in used if name not in styled and name not in scripts} == set()
