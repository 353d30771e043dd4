"""Staff pages of the agenda beside its forms: Teks WhatsApp, "Buat berita", "Salin ke tanggal lain"."""

from datetime import date, timedelta
from typing import Any, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from agenda.copying import COPIES_MAX, copy_event
from agenda.events import Event
from agenda.newsroom import draft_article
from agenda.occurrences import Occurrence
from agenda.whatsapp import DAYS_MAX, Selection, chat_text, remember
from agenda.written_times import read_date
from cilegon_portal.accounts.models import User
from cilegon_portal.likely_days import LikelyDateField
from cilegon_portal.office.models import Official
from cilegon_portal.templatetags.tanggal import tanggal


class SelectionForm(forms.Form):
    """Which days, and whose."""

    dari = LikelyDateField(
        label="Dari", widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"), required=False
    )
    sampai = LikelyDateField(
        label="Sampai", widget=forms.DateInput({"type": "date"}, "%Y-%m-%d"), required=False
    )
    pejabat = forms.ModelChoiceField(
        Official.objects.filter(is_active=True),
        label="Pejabat",
        required=False,
        empty_label="Semua",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        first = cleaned.get("dari") or timezone.localdate()
        last = cleaned.get("sampai") or first
        if last < first:
            self.add_error("sampai", "Tanggal akhir mendahului tanggal mulai.")
        elif (last - first).days >= DAYS_MAX:
            self.add_error("sampai", f"Paling lama {DAYS_MAX} hari.")
        return cleaned | {"dari": first, "sampai": last}


class DaysForm(forms.Form):
    """Days to copy an event to, one a line."""

    tanggal = forms.CharField(
        label="Tanggal lain",
        widget=forms.Textarea({"rows": 8, "cols": 30}),
        help_text="Satu tanggal tiap baris, misalnya 24/11/2026 atau 24 November 2026.",
    )

    def __init__(self, *args: Any, event: Event, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = event

    def clean_tanggal(self) -> list[date]:
        """Return the days. Raises ValidationError that names each line that is none."""
        lines = [line for line in self.cleaned_data["tanggal"].splitlines() if line.strip()]
        if len(lines) > COPIES_MAX:
            raise ValidationError(f"Paling banyak {COPIES_MAX} tanggal sekali salin.")
        days, problems = [], []
        for line in lines:
            try:
                days.append(read_date(line))
            except ValueError as error:
                problems.append(str(error))
        days = list(dict.fromkeys(days))
        taken = Occurrence.objects.filter(event__title=self.event.title, on__in=days)
        problems += [
            f"“{self.event.title}” sudah ada pada {tanggal(day)}. Hapus baris itu."
            for day in taken.values_list("on", flat=True).order_by("on")
        ]
        if problems:
            raise ValidationError(problems)
        return days


@require_http_methods(["GET", "POST"])
@permission_required("agenda.add_event", raise_exception=True)
def copy_to_days(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask for days, and make drafts like this event on them."""
    user = cast("User", request.user)
    event = get_object_or_404(Event.objects.visible_to(user), pk=pk)
    form = DaysForm(request.POST or None, event=event)
    if request.method == "POST" and form.is_valid():
        made = copy_event(event, form.cleaned_data["tanggal"], by=user)
        messages.success(request, f"{len(made)} salinan dibuat sebagai draf.")
        return HttpResponseRedirect(f"{reverse('admin:agenda_event_changelist')}?keadaan=draf")
    context = admin.site.each_context(request) | {
        "title": "Salin ke tanggal lain",
        "event": event,
        "form": form,
    }
    return TemplateResponse(request, "admin/agenda/copy.html", context)


@require_http_methods(["GET", "POST"])
@permission_required("agenda.view_occurrence", raise_exception=True)
def agenda_text(request: HttpRequest) -> HttpResponse:
    """Show the text of some days to copy; a POST says that it was copied."""
    today = timezone.localdate()
    form = SelectionForm(request.GET or {"dari": today})
    selection = Selection(today, today)
    if form.is_valid():
        chosen = form.cleaned_data
        selection = Selection(chosen["dari"], chosen["sampai"], chosen["pejabat"])
    text = chat_text(selection)
    if request.method == "POST":
        remember(selection, text, by=cast("User", request.user))
        messages.success(request, "Dicatat: salinan berikutnya menandai yang berubah sejak ini.")
        return HttpResponseRedirect(request.get_full_path())
    context = admin.site.each_context(request) | {
        "title": "Teks WhatsApp agenda",
        "form": form,
        "text": text,
        "shortcuts": _shortcuts(today),
    }
    return TemplateResponse(request, "admin/agenda/whatsapp.html", context)


@require_POST
@permission_required(("agenda.view_occurrence", "news.add_article"), raise_exception=True)
def make_article(request: HttpRequest, pk: int) -> HttpResponse:
    """Make the draft of an article about a date, or return to the one begun before."""
    rows = Occurrence.objects.visible_to(request.user).select_related(
        "event__event_type",
        "event__organiser",
        "event__venue__region__parent",
        "venue__region__parent",
    )
    occurrence = get_object_or_404(rows, pk=pk)
    try:
        article = draft_article(occurrence, by=cast("User", request.user))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return HttpResponseRedirect(reverse("admin:agenda_occurrence_change", args=[pk]))
    messages.success(request, "Draf berita dari acara ini. Isi bagian dalam kurung siku.")
    return HttpResponseRedirect(reverse("admin:news_article_change", args=[article.pk]))


def _shortcuts(today: date) -> list[tuple[str, str]]:
    tomorrow, week = today + timedelta(days=1), today + timedelta(days=6)
    return [
        ("Hari ini", f"?dari={today}"),
        ("Besok", f"?dari={tomorrow}"),
        ("Tujuh hari", f"?dari={today}&sampai={week}"),
    ]
