"""The contact of a group that is for staff: on a page of its own, each look at it written down.

It is opened by a press (POST), so that no list of addresses and no prefetching opens it.
"""

from typing import TYPE_CHECKING, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from cilegon_portal.publishing.access import signed_in
from cilegon_portal.text import PlainTextField
from community.access_log import Subject, log_access
from community.groups import Group

if TYPE_CHECKING:
    from django.http import QueryDict

CONTACT_MAX_CHARS = 1000
_SAVE = "_save"


class ContactForm(forms.Form):
    """What staff write; ``opened`` is what stood there when the page was shown."""

    contact = forms.CharField(
        label="Kontak untuk petugas",
        required=False,
        max_length=CONTACT_MAX_CHARS,
        widget=forms.Textarea(attrs={"class": "vLargeTextField", "rows": 6, "cols": 60}),
        help_text="Nama, jabatan, dan nomor yang boleh dihubungi petugas, dengan persetujuannya. "
        "Tidak tampil di mana pun selain di halaman ini.",
    )
    opened = forms.CharField(required=False, widget=forms.HiddenInput, strip=False)

    def __init__(self, data: object = None, *, stored: str) -> None:
        super().__init__(data, initial={"contact": stored, "opened": stored})  # type: ignore[arg-type]
        self.stored = stored

    def clean_contact(self) -> str:
        """Clean as the field of the model does, so that nothing else is compared or kept."""
        return str(PlainTextField().clean_text(self.cleaned_data["contact"]))

    def clean_opened(self) -> str:
        if PlainTextField().clean_text(self.cleaned_data["opened"]) != self.stored:
            # Pressing the button once more is then a decision, not an accident.
            data = cast("QueryDict", self.data).copy()
            data["opened"] = self.stored
            self.data = data
            raise forms.ValidationError("stale")
        return self.stored


@require_http_methods(["GET", "POST"])
@permission_required(
    ("community.view_group", "community.view_private_contact"), raise_exception=True
)
def group_contact(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the contact of a group, or save it. Raises Http404 for a group that is not theirs."""
    group = get_object_or_404(Group.objects.looked_after_by(signed_in(request)), pk=pk)
    if request.method == "GET":  # who had to sign in again is led here
        return HttpResponseRedirect(_form_of(group))
    may_change = request.user.has_perm("community.change_group")
    is_sent = may_change and _SAVE in request.POST
    form = ContactForm(request.POST if is_sent else None, stored=group.private_contact)
    if is_sent and form.is_valid():
        return _save(request, group, form.cleaned_data["contact"])
    log_access(group, Subject.CONTACT, by=signed_in(request))
    context = admin.site.each_context(request) | {
        "title": "Kontak untuk petugas",
        "group": group,
        "form": form,
        "may_change": may_change,
    }
    response = TemplateResponse(request, "admin/community/group/contact.html", context)
    response["Cache-Control"] = "private, no-store"
    return response


def _save(request: HttpRequest, group: Group, contact: str) -> HttpResponse:
    # Not group.save(): whoever has its form open is told of no other version.
    Group.objects.filter(pk=group.pk).update(private_contact=contact)
    keeper = admin.site.get_model_admin(Group)
    keeper.log_change(request, group, "Kontak untuk petugas diubah.")
    messages.success(request, "Kontak untuk petugas tersimpan.")
    return HttpResponseRedirect(_form_of(group))


def _form_of(group: Group) -> str:
    return reverse("admin:community_group_change", args=[group.pk])
