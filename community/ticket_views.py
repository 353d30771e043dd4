"""What pages under a code share: finding what was sent, and leading there whoever typed its code."""

from collections.abc import Callable
from typing import Final, TypeVar

from django.db import models
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from community.aspirations import Aspiration
from community.public_forms import CodeForm
from community.registrations import Registration
from community.tickets import guesses, keep_private

_ModelT = TypeVar("_ModelT", bound=models.Model)
_HOLDERS: Final[tuple[type[Aspiration | Registration], ...]] = (Aspiration, Registration)
_TOO_MANY: Final = (
    "Terlalu banyak kode yang salah dari jaringan Anda. Coba lagi lima belas menit kemudian."
)


def find_ticket(
    request: HttpRequest, rows: models.QuerySet[_ModelT], code: str
) -> _ModelT | HttpResponse:
    """Return the one of *rows* with *code*, or the answer to send instead; a network that guesses has to wait."""
    limit = guesses(request)
    if limit.is_reached():
        context = {"problem": _TOO_MANY}
        return keep_private(render(request, "community/code_wait.html", context, status=429))
    found = rows.filter(code=code).first()
    if found is None:
        limit.count()
        return keep_private(render(request, "community/code_unknown.html", status=404))
    return found


def open_by_code(
    request: HttpRequest, page: Callable[[HttpRequest, CodeForm, int], HttpResponse]
) -> HttpResponse:
    """Lead to what the typed code belongs to, whichever form it was typed at; else show *page* with the reason."""
    form = CodeForm(request.POST)
    is_whole = form.is_valid()
    if guesses(request).is_reached():
        form.add_error("kode", _TOO_MANY)
        return page(request, form, 429)
    if not is_whole:
        return page(request, form, 400)
    if address := _address_of(form.cleaned_data["kode"]):
        return keep_private(HttpResponseRedirect(address))
    guesses(request).count()
    form.add_error(
        "kode", "Kode ini tidak kami kenal. Periksa lagi huruf dan angkanya, satu per satu."
    )
    return page(request, form, 404)


def _address_of(code: str) -> str:
    for holder in _HOLDERS:
        if (found := holder.objects.only("code").filter(code=code).first()) is not None:
            return found.get_absolute_url()
    return ""
