"""Find the static files of installed apps, without what of CKEditor must not be served.

docs/decisions/0003-ckeditor-and-sanitising.md says why; the editor's configuration does not
load these plugins either.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.staticfiles.finders import AppDirectoriesFinder

_REFUSED = re.compile(
    r"ckeditor/ckeditor/(?:plugins/(?:preview|exportpdf|iframe|iframedialog|scayt|wsc|devtools|flash)/"
    r"|adapters/|.*samples/)"
)


class WithoutDangerousPlugins(AppDirectoriesFinder):
    """Django's finder of app folders, less ``_REFUSED``: for ``collectstatic`` and for development."""

    def find(self, path: str, *args: Any, **kwargs: Any) -> Any:
        if _REFUSED.match(path):
            return []
        return super().find(path, *args, **kwargs)

    def list(self, ignore_patterns: Iterable[str] | None) -> Iterator[Any]:
        for path, storage in super().list(ignore_patterns):
            if not _REFUSED.match(path):
                yield path, storage
