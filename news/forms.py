"""The forms writers write articles in."""

from typing import TYPE_CHECKING, Any, ClassVar, cast

from django import forms
from django.forms import ModelForm, Script

from cilegon_portal.publishing.choices import offer_visible
from cilegon_portal.publishing.forms import PublishableForm, keep_seconds
from news.models import TITLE_MAX_CHARS, Article, Correction

if TYPE_CHECKING:
    _CorrectionForm = ModelForm[Correction]
else:  # subscripting it is for the type checker only
    _CorrectionForm = ModelForm

TITLE_WARN_CHARS = 90


class ArticleForm(PublishableForm):
    """Never cut a title that was typed or pasted: refuse it with its length."""

    class Media:
        """Count the title's letters while it is typed."""

        js: ClassVar = [Script("js/admin/title-counter.js", defer=True)]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if title := self.fields.get("title"):
            count_letters(title)
        if "related" in self.fields:
            chosen = self.instance.related.all() if self.instance.pk else Article.objects.none()  # type: ignore[attr-defined]
            related = cast("forms.ModelMultipleChoiceField[Article]", self.fields["related"])
            offer_visible(related, chosen, self.user)


class CorrectionForm(_CorrectionForm):
    """A ralat; those of one minute keep their order."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        keep_seconds(self, cleaned)
        return cleaned


def count_letters(title: forms.Field) -> None:
    """Let a title be typed and pasted at any length: the form counts, and refuses it with its length."""
    title.widget.attrs.pop("maxlength", None)
    title.widget.attrs |= {"data-count-warn": TITLE_WARN_CHARS, "data-count-max": TITLE_MAX_CHARS}
    title.error_messages["max_length"] = (
        f"Judul paling panjang {TITLE_MAX_CHARS} huruf. Singkatkan."
    )
