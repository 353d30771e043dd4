"""What a form tells of the editor's texts: they are cleaned when they are stored."""

from typing import Any

from ckeditor.widgets import CKEditorWidget
from django import forms

from cilegon_portal.headings import is_in_order
from cilegon_portal.richtext import clean


def told_changes(form: "forms.BaseModelForm[Any]") -> tuple[list[str], list[str]]:
    """Return what will be put right in the texts that *form* accepted, and what cannot be stored, in sentences."""
    mended, removed = [], []
    for name, value in form.cleaned_data.items():
        if not isinstance(form.fields[name].widget, CKEditorWidget):
            continue
        label, cleaned = form[name].label, clean(value)
        removed += [f"{label}: {sentence}" for sentence in cleaned.removed.sentences()]
        if not is_in_order(cleaned.html):
            mended.append(
                f"Tingkat judul di {label} dirapikan: yang pertama Heading 2, dan "
                "tidak ada tingkat yang terlewati. Periksa tampilannya."
            )
    return mended, removed
