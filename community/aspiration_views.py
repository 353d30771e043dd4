"""The public pages of aspirations: the form, and what became of one under its code."""

from typing import Any, Final

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from cilegon_portal.anonymous_forms import Guard
from cilegon_portal.seo import Seo, breadcrumb_data
from community.aspiration_forms import AspirationForm, CodeForm
from community.aspiration_moves import receive
from community.aspirations import Aspiration
from community.tickets import guesses, keep_private

GUARD: Final = Guard("aspirasi")
PUBLIC_MAX: Final = 20
_TRAIL: Final = ("Aspirasi", reverse_lazy("community:aspiration_form"))
_TOO_MANY: Final = (
    "Terlalu banyak kode yang salah dari jaringan Anda. Coba lagi lima belas menit kemudian."
)


@csrf_exempt  # no session stands behind it: cilegon_portal.anonymous_forms guards it
@require_http_methods(["GET", "HEAD", "POST"])
def aspiration_form(request: HttpRequest) -> HttpResponse:
    """Take an aspiration, or lead to one by its code; without either, show the form: 2 queries."""
    if "kode" in request.POST:
        return _look_up(request)
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
    limit = guesses(request)
    if limit.is_reached():
        return keep_private(_wait(request))
    rows = Aspiration.objects.select_related("region__parent", "agency", "article")
    aspiration = rows.filter(code=code).first()
    if aspiration is None:
        limit.count()
        return keep_private(render(request, "community/code_unknown.html", status=404))
    context = {
        "aspiration": aspiration,
        "article": aspiration.public_article(),
        "steps": aspiration.steps.all(),
        "trail": (_TRAIL, ("Aspirasi Anda", request.path)),
    }
    return keep_private(render(request, "community/aspiration_detail.html", context))


def _look_up(request: HttpRequest) -> HttpResponse:
    form = CodeForm(request.POST)
    if guesses(request).is_reached():
        form.is_valid()
        form.add_error("kode", _TOO_MANY)
        return _form_page(request, code_form=form, status=429)
    if not form.is_valid():
        return _form_page(request, code_form=form, status=400)
    if not Aspiration.objects.filter(code=form.cleaned_data["kode"]).exists():
        guesses(request).count()
        form.add_error(
            "kode", "Kode ini tidak kami kenal. Periksa lagi huruf dan angkanya, satu per satu."
        )
        return _form_page(request, code_form=form, status=404)
    address = reverse("community:aspiration_detail", args=[form.cleaned_data["kode"]])
    return keep_private(HttpResponseRedirect(address))


def _wait(request: HttpRequest) -> HttpResponse:
    return render(request, "community/code_wait.html", {"problem": _TOO_MANY}, status=429)


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
