"""The form writers write articles in."""

from typing import Any

from cilegon_portal.publishing.forms import PublishableForm
from news.models import TITLE_MAX_CHARS


class ArticleForm(PublishableForm):
    """Never cut a title that was typed or pasted: refuse it with its length."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if title := self.fields.get("title"):
            title.widget.attrs.pop("maxlength", None)
            title.error_messages["max_length"] = (
                f"Judul paling panjang {TITLE_MAX_CHARS} huruf. Singkatkan."
            )
