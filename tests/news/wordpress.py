"""A WordPress export, written and brought in, and what it left."""

from io import StringIO
from pathlib import Path
from typing import Any

from django.core.management import CommandError, call_command
from django.core.serializers import serialize
from django.db.models import Model

from cilegon_portal.library.models import Document, Picture
from cilegon_portal.office.models import Page
from cilegon_portal.publishing.models import OldAddress, Origin
from news.models import Article, Category
from tests.news.wxr import HEAD, TAIL


def run(folder: Path, *items: str, options: tuple[str, ...] = ()) -> str:
    """Return what the import of *items* says, its last line too when some were skipped."""
    path = folder / "ekspor.xml"
    path.write_text(HEAD + "".join(items) + TAIL, encoding="utf-8")
    out = StringIO()
    try:
        call_command("import_wordpress", str(path), *options, stdout=out)
    except CommandError as error:
        return f"{out.getvalue()}{error}"
    return out.getvalue()


def snapshot() -> list[list[Any]]:
    """Return the rows that the import writes."""
    models: tuple[type[Model], ...]
    models = (Article, Page, Category, Picture, Document, Origin, OldAddress)
    return [serialize("python", model._default_manager.order_by("pk")) for model in models]
