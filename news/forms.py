"""The forms writers write articles in."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.forms import ModelForm, Script

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
            title.widget.attrs.pop("maxlength", None)
            title.widget.attrs |= {
                "data-count-warn": TITLE_WARN_CHARS,
                "data-count-max": TITLE_MAX_CHARS,
            }
            title.error_messages["max_length"] = (
                f"Judul paling panjang {TITLE_MAX_CHARS} huruf. Singkatkan."
            )
        if "related" in self.fields:
            self._show_only_visible_related()

    def _show_only_visible_related(self) -> None:
        """Let writers relate what they may open; what an editor related besides stays, unnamed."""
        visible = Article.objects.visible_to(self.user)
        related: Any = self.fields["related"]
        chosen = self.instance.related.all() if self.instance.pk else Article.objects.none()  # type: ignore[attr-defined]
        unseen = set(chosen.values_list("pk", flat=True))
        unseen -= set(visible.filter(pk__in=unseen).values_list("pk", flat=True))
        related.queryset = visible | Article.objects.filter(pk__in=unseen) if unseen else visible
        related.label_from_instance = lambda article: (
            "Berita yang tidak tampil di publik" if article.pk in unseen else str(article)
        )


class CorrectionForm(_CorrectionForm):
    """A ralat; those of one minute keep their order."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        keep_seconds(self, cleaned)
        return cleaned
