"""The form writers write articles in."""

from typing import Any, ClassVar

from django.forms import Script

from cilegon_portal.publishing.forms import PublishableForm
from news.models import TITLE_MAX_CHARS

TITLE_WARN_CHARS = 90


class ArticleForm(PublishableForm):
    """Never cut a title that was typed or pasted: refuse it with its length."""

    class Media:
        """Count the title's letters while it is typed."""

        js: ClassVar = [Script("js/admin/title-counter.js", defer=True)]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if title := self.fields.get("title"):
            title.widget.attrs.pop("maxlength", None)
            title.widget.attrs |= {
                "data-count-warn": TITLE_WARN_CHARS,
                "data-count-max": TITLE_MAX_CHARS,
            }
            title.error_messages["max_length"] = (
                f"Judul paling panjang {TITLE_MAX_CHARS} huruf. Singkatkan."
            )
