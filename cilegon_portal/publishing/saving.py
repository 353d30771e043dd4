"""Two people and one form: rows are saved in turn, and nobody overwrites what they did not see."""

from contextlib import suppress
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.contrib import admin
from django.db import transaction
from django.http import Http404, HttpRequest
from django.utils.text import capfirst

if TYPE_CHECKING:
    from django.http import QueryDict

    _ModelAdmin = admin.ModelAdmin[Any]
    _ModelForm = forms.ModelForm[Any]
else:  # subscripting them is for the type checker only
    _ModelAdmin, _ModelForm = admin.ModelAdmin, forms.ModelForm


class SavesInTurn(_ModelAdmin):
    """An admin that holds the row while its form is saved; what is not the reader's is a 404."""

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        """Return the item. Raises Http404 when there is none that the reader may open."""
        if request.method == "POST" and transaction.get_connection().in_atomic_block:
            with suppress(ValueError):  # no number: below it is found to be nothing
                rows = self.model._default_manager.select_for_update().filter(pk=object_id)
                list(rows.values_list("pk"))
        item = super().get_object(request, object_id, from_field)
        if item is None:
            raise Http404("Tidak ada, atau bukan milik Anda.")
        return item


class StampedForm(_ModelForm):
    """A form of a model with ``updated_at``, refused once when somebody saved since it was opened.

    It comes back with everything typed, and says what is saved now (:meth:`in_words`).
    """

    stamp = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["stamp"] = self.instance.updated_at.isoformat() if self.instance.pk else ""

    def in_words(self, saved: Any) -> str:
        """Return what a reader needs to know of *saved*, the row as it is now, to decide."""
        return str(saved)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        if self.instance.pk is None or cleaned.get("stamp") == self.initial["stamp"]:
            return cleaned
        # Pressing the button once more is then a decision, not an accident.
        data = cast("QueryDict", self.data).copy()
        data[self.add_prefix("stamp")] = self.initial["stamp"]
        self.data = data
        self.add_error(None, self._saved_meanwhile())
        return cleaned

    def _saved_meanwhile(self) -> str:
        model = type(self.instance)
        saved = model._default_manager.get(pk=self.instance.pk)
        what = capfirst(str(model._meta.verbose_name))
        return (
            f"{what} ini sudah disimpan orang lain sesudah Anda membukanya. Yang tersimpan sekarang: "
            f"{self.in_words(saved)}. Isian Anda masih ada di bawah; tekan Simpan sekali lagi untuk "
            "memakainya."
        )
