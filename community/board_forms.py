"""The form of a kepengurusan: its term, its decision (SK) with the letter, and who holds which office."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.files import File

from cilegon_portal.publishing.saving import StampedForm
from community.boards import Board, BoardMember
from community.groups import Group
from community.private_files import checked
from community.public_forms import PublicFormMixin

if TYPE_CHECKING:
    _MemberForm = forms.ModelForm[BoardMember]
else:  # subscripting it is for the type checker only
    _MemberForm = forms.ModelForm


class LetterField(forms.FileField):
    """A PDF or photo, checked; gives the upload or None."""

    widget = forms.FileInput(attrs={"accept": "application/pdf,image/*"})

    def clean(self, data: Any, initial: Any = None) -> Any:
        upload = super().clean(data, initial)
        if not isinstance(upload, File):
            return None
        checked(upload)
        return upload


class BoardForm(PublicFormMixin, StampedForm):
    """A board of ``group``, which :class:`~community.board_admin.BoardAdmin` sets for one request."""

    instance: Board
    group: Group
    letter = LetterField(
        label="Berkas SK",
        required=False,
        help_text="PDF atau foto, paling besar 20 MB. Hanya petugas yang dapat membukanya, dan "
        "setiap pembukaan dicatat. Berkas baru menggantikan yang lama.",
    )
    removes_letter = forms.BooleanField(label="Hapus berkas SK yang tersimpan", required=False)

    class Meta:
        model = Board
        fields = ("starts_on", "ends_on", "sk_number", "sk_on", "sk_issuer")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance.pk:
            self.instance.group = self.group
        if self.instance.sk_file_id is None:
            self.fields.pop("removes_letter", None)

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean() or {}
        # One at a time for a group: two renewals that start together would both find nothing.
        list(Group.objects.select_for_update().filter(pk=self.group.pk).values_list("pk"))
        starts_on = cleaned.get("starts_on")
        others = Board.objects.filter(group=self.group).exclude(pk=self.instance.pk)
        if starts_on and others.filter(starts_on=starts_on).exists():
            self.add_error("starts_on", "Kepengurusan dengan tanggal mulai ini sudah ada.")
        return cleaned

    def in_words(self, saved: Board) -> str:
        return f"{saved.days()}, SK {saved.sk_number or 'belum diisi'}"


class MemberForm(_MemberForm):
    """One office and who holds it; a row in which nobody is named is left out."""

    def has_changed(self) -> bool:
        is_vacant = not self.instance.pk and set(self.changed_data) <= {"role"}
        return not is_vacant and super().has_changed()
