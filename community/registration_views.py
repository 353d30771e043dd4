"""The public pages of registrations: the form in steps, and what became of one under its code."""

from collections.abc import Sequence
from typing import Any, Final

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from cilegon_portal.anonymous_forms import Guard
from cilegon_portal.seo import Seo, breadcrumb_data
from community.groups import Group
from community.public_forms import CodeForm
from community.registration_forms import CompletionForm, StepForm
from community.registration_moves import complete, receive
from community.registration_steps import GUARD, Journey, read_journey
from community.registrations import Registration
from community.ticket_views import find_ticket, open_by_code
from community.tickets import keep_private

COMPLETION_GUARD: Final = Guard("kim-lengkapi")
ALIKE_MAX: Final = 5
_KIM: Final = ("KIM", reverse_lazy("community:group_list"))
_TRAIL: Final = ("Daftarkan KIM", reverse_lazy("community:registration_form"))
_TORN: Final = (
    "Jawaban langkah sebelumnya tidak dapat dibaca lagi. Isi lagi dari langkah pertama; isian "
    "langkah terakhir masih ada."
)


@csrf_exempt  # no session stands behind it: cilegon_portal.anonymous_forms guards it
@require_http_methods(["GET", "HEAD", "POST"])
def registration_form(request: HttpRequest) -> HttpResponse:
    """Take a registration step by step, or lead to one by its code; without either, show the first step: 1 query."""
    if "kode" in request.POST:
        return open_by_code(request, _code_page)
    if request.method != "POST":
        return _page(request, Journey())
    if address := GUARD.sent_before(request):
        return keep_private(HttpResponseRedirect(address))
    journey = read_journey(request)
    if "kembali" in request.POST:
        return _page(request, journey.at(journey.index - 1))
    if journey.is_torn:
        return _page(request, journey.at(0), problem=_TORN, status=400)
    return _go_on(request, journey)


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def registration_detail(request: HttpRequest, code: str) -> HttpResponse:
    """Show where a registration stands to whoever has its code, and take what is added: 2 queries."""
    rows = Registration.objects.select_related("region__parent", "group")
    registration = find_ticket(request, rows, code)
    if isinstance(registration, HttpResponse):
        return registration
    if request.method != "POST":
        return _ticket(request, registration)
    if address := COMPLETION_GUARD.sent_before(request):
        return keep_private(HttpResponseRedirect(address))
    return _complete(request, registration)


def _go_on(request: HttpRequest, journey: Journey) -> HttpResponse:
    registration, forms = journey.checked(request)
    for index, form in enumerate(forms):
        if form.errors:
            return _again(request, journey.at(index), form)
    if journey.is_last():
        return _send(request, journey, registration, forms[-1])
    alike = () if journey.index else _alike(registration)
    return _page(request, journey.at(journey.index + 1), alike=alike)


def _send(
    request: HttpRequest, journey: Journey, registration: Registration, form: StepForm
) -> HttpResponse:
    address, problem, upload = "", GUARD.problem(request), form.cleaned_data["sk"]
    if not problem:
        address, problem = GUARD.send(
            request, lambda: receive(registration, upload).get_absolute_url()
        )
    if address:
        return keep_private(HttpResponseRedirect(address))
    return _again(request, journey, form, problem)


def _again(
    request: HttpRequest, journey: Journey, form: StepForm, problem: str = ""
) -> HttpResponse:
    form.ask_for_files_again()
    return _page(request, journey, form=form, problem=problem, status=400)


def _alike(registration: Registration) -> Sequence[Group]:
    """Return the public groups that may be the same; others the public does not know of."""
    found = Group.objects.published().like(registration.as_group())
    return list(found.select_related("region__parent")[:ALIKE_MAX])


def _code_page(request: HttpRequest, code_form: CodeForm, status: int) -> HttpResponse:
    return _page(request, Journey(), code_form=code_form, status=status)


def _page(
    request: HttpRequest,
    journey: Journey,
    form: StepForm | None = None,
    code_form: CodeForm | None = None,
    status: int = 200,
    **context: Any,
) -> HttpResponse:
    path = reverse("community:registration_form")
    context |= {
        "journey": journey,
        "form": form or journey.form(),
        "code_form": code_form or CodeForm(),
        "token": GUARD.next_token(request),
        "trail": (_KIM, ("Daftarkan KIM", path)),
        "seo": Seo(
            title="Daftarkan KIM",
            path=path,
            description="Daftarkan kelompok informasi masyarakat di kelurahan, RW, atau komunitas Anda "
            "kepada Diskominfo Kota Cilegon. Tanpa akun.",
            data=(breadcrumb_data(("KIM", "/kim/"), ("Daftarkan KIM", path)),),
        ),
    }
    response = render(request, "community/registration_form.html", context, status=status)
    # The token is for one reader; the browser may keep the page for its way back.
    response["Cache-Control"] = "private, no-cache"
    return response


def _complete(request: HttpRequest, registration: Registration) -> HttpResponse:
    form = CompletionForm(request.POST, request.FILES)
    is_whole, problem = form.is_valid(), COMPLETION_GUARD.problem(request)
    if is_whole and not problem:
        try:
            address, problem = COMPLETION_GUARD.send(
                request, lambda: complete(registration, **form.cleaned_data).get_absolute_url()
            )
        except ValidationError as error:
            address, problem = "", " ".join(error.messages)
        if address:
            return keep_private(HttpResponseRedirect(address))
    form.ask_for_files_again()
    return _ticket(request, registration, form=form, problem=problem, status=400)


def _ticket(
    request: HttpRequest,
    registration: Registration,
    form: CompletionForm | None = None,
    problem: str = "",
    status: int = 200,
) -> HttpResponse:
    steps = list(registration.steps.all())
    context = {
        "registration": registration,
        "group": registration.public_group(),
        "steps": steps,
        "told": next((step for step in reversed(steps) if not step.is_senders), None),
        # What somebody typed stays, also when it came too late.
        "form": form or (CompletionForm() if registration.is_open() else None),
        "problem": problem,
        "token": COMPLETION_GUARD.next_token(request),
        "trail": (_KIM, _TRAIL, ("Pendaftaran Anda", request.path)),
    }
    return keep_private(
        render(request, "community/registration_detail.html", context, status=status)
    )
