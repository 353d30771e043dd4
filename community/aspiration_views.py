"""The public pages of aspirations: the form, and what became of one under its code."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from cilegon_portal.anonymous_forms import Guard
from cilegon_portal.seo import Seo, breadcrumb_data
from community.aspiration_forms import AspirationForm
from community.aspiration_moves import receive
from community.aspirations import Aspiration
from community.public_forms import CodeForm
from community.ticket_views import find_ticket, open_by_code
from community.tickets import keep_private

GUARD: Final = Guard("aspirasi")
PUBLIC_MAX: Final = 20
_TRAIL: Final = ("Aspirasi", reverse_lazy("community:aspiration_form"))


@csrf_exempt  # no session stands behind it: cilegon_portal.anonymous_forms guards it
@require_http_methods(["GET", "HEAD", "POST"])
def aspiration_form(request: HttpRequest) -> HttpResponse:
    """Take an aspiration, or lead to one by its code; without either, show the form: 2 queries."""
    if "kode" in request.POST:
        return open_by_code(request, _code_page)
    if request.method != "POST":
        return _form_page(request)
    if address := GUARD.sent_before(request):
        return HttpResponseRedirect(address)
    form = AspirationForm(request.POST, request.FILES)
    is_whole, problem = form.is_valid(), GUARD.problem(request)
    if is_whole and not problem:
        address, problem = GUARD.send(request, lambda: receive(form.save()).get_absolute_url())
        if address:
            return HttpResponseRedirect(address)
    form.ask_for_files_again()
    return _form_page(request, form=form, problem=problem, status=400)


@require_safe
def aspiration_detail(request: HttpRequest, code: str) -> HttpResponse:
    """Show what became of an aspiration to whoever has its code: 2 queries."""
    rows = Aspiration.objects.select_related("region__parent", "agency", "article")
    aspiration = find_ticket(request, rows, code)
    if isinstance(aspiration, HttpResponse):
        return aspiration
    context = {
        "aspiration": aspiration,
        "article": aspiration.public_article(),
        "steps": aspiration.steps.all(),
        "trail": (_TRAIL, ("Aspirasi Anda", request.path)),
    }
    return keep_private(render(request, "community/aspiration_detail.html", context))


def _code_page(request: HttpRequest, code_form: CodeForm, status: int) -> HttpResponse:
    return _form_page(request, code_form=code_form, status=status)


def _form_page(
    request: HttpRequest,
    form: AspirationForm | None = None,
    code_form: CodeForm | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    path = reverse("community:aspiration_form")
    shown = Aspiration.objects.published().select_related("article", "region__parent")
    context: dict[str, Any] = {
        "form": form or AspirationForm(),
        "code_form": code_form or CodeForm(),
        "problem": problem,
        "token": GUARD.next_token(request),
        "answered": shown.order_by("-answered_at", "-pk")[:PUBLIC_MAX],
        "trail": (("Aspirasi", path),),
        "seo": Seo(
            title="Sampaikan aspirasi",
            path=path,
            description="Sampaikan usul atau pertanyaan, atau tanyakan kebenaran sebuah kabar, "
            "kepada Diskominfo Kota Cilegon. Tanpa akun.",
            data=(breadcrumb_data(("Aspirasi", path)),),
        ),
    }
    response = render(request, "community/aspiration_form.html", context, status=status)
    # The token is for one reader; the browser may keep the page for its way back.
    response["Cache-Control"] = "private, no-cache"
    return response
