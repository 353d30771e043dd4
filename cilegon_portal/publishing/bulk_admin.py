"""The actions of admin lists of published content, and the page that asks before they act."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html, format_html_join
from django.views.decorators.http import require_POST

from cilegon_portal.publishing.access import signed_in
from cilegon_portal.publishing.bulk import (
    BULK_MAX_ITEMS,
    Outcome,
    chosen_numbers,
    chosen_versions,
    foresee,
    move_many,
    moves_for_many,
)
from cilegon_portal.publishing.forms import CONFIRM_KEY, MOVE_KEY, NOTE_KEY
from cilegon_portal.publishing.workflow import Move, may_review

if TYPE_CHECKING:
    _ModelAdmin = admin.ModelAdmin[Any]
else:  # subscripting it is for the type checker only
    _ModelAdmin = admin.ModelAdmin

# Names of what the page sends back, beside those of the form.
ITEM_KEY = "_item"
HELD_BACK_KEY = "_tertahan"
FILTERS_KEY = "_saringan"
_ACTION_PREFIX = "pindah_"
_NAMED_MAX = 10  # of the items that stayed behind; a message is no report


class MovesMany(_ModelAdmin):
    """An admin of published items whose list moves several at once."""

    def get_actions(self, request: HttpRequest) -> dict[str, Any]:
        actions = super().get_actions(request)
        if IS_POPUP_VAR in request.GET:
            return actions
        moves = self._moves_for_many(request)
        return {
            _ACTION_PREFIX + name: (_ask_before(move), _ACTION_PREFIX + name, move.label)
            for name, move in moves.items()
        } | actions

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_POST(self.move_many_view))
        name = f"{self.opts.app_label}_{self.opts.model_name}_move_many"
        return [path("pindah-bersama/", view, name=name), *super().get_urls()]

    def ask_before_moving(
        self, request: HttpRequest, move: Move, queryset: Any
    ) -> HttpResponse | None:
        """Show each chosen item with what will happen to it, or why nothing can."""
        items = list(queryset.for_checking()[: BULK_MAX_ITEMS + 1])
        if len(items) > BULK_MAX_ITEMS:
            text = (
                f"Paling banyak {BULK_MAX_ITEMS} sekali jalan. Persempit daftarnya dengan saringan "
                "atau pencarian, atau pilih per halaman, lalu ulangi."
            )
            self.message_user(request, text, messages.ERROR)
            return None
        prospects = [foresee(item, move, signed_in(request)) for item in items]
        context = {
            **self.admin_site.each_context(request),
            "title": f"{move.label} {len(items)} {self.opts.verbose_name}",
            "opts": self.opts,
            "move": move,
            "ready": [prospect for prospect in prospects if not prospect.reasons],
            "held_back": [prospect for prospect in prospects if prospect.reasons],
            "filters": request.GET.urlencode(),
            "address": reverse(self._route("move_many")),
        }
        return TemplateResponse(request, "admin/publishing/move_many.html", context)

    def move_many_view(self, request: HttpRequest) -> HttpResponse:
        """Move what was shown as possible, unless it changed since."""
        move = self._moves_for_many(request).get(request.POST.get(MOVE_KEY, ""))
        if move is None:
            raise PermissionDenied
        versions = chosen_versions(request.POST.getlist(ITEM_KEY)[:BULK_MAX_ITEMS])
        chosen: Any = self.get_queryset(request).filter(pk__in=versions)
        with transaction.atomic():
            rows = self.model._default_manager.select_for_update().filter(pk__in=versions)
            list(rows.order_by("pk").values_list("pk"))
            outcome = move_many(
                chosen.for_checking(),
                move,
                by=signed_in(request),
                versions=versions,
                note=request.POST.get(NOTE_KEY, ""),
                sure_of=chosen_numbers(request.POST.getlist(CONFIRM_KEY)),
            )
            for item in outcome.moved:
                self.log_change(request, item, move.label)
        self._tell(request, move, outcome)
        filters = request.POST.get(FILTERS_KEY, "")
        return HttpResponseRedirect(f"{reverse(self._route('changelist'))}?{filters}".rstrip("?"))

    def _tell(self, request: HttpRequest, move: Move, outcome: Outcome) -> None:
        kind = self.opts.verbose_name
        if outcome.moved:
            text = f"{len(outcome.moved)} {kind} {move.done}."
            self.message_user(request, text, messages.SUCCESS)
        held_back = len(chosen_numbers(request.POST.getlist(HELD_BACK_KEY)))
        left = outcome.left[:_NAMED_MAX]
        if more := len(outcome.left) - len(left):
            left.append(f"Dan {more} lainnya.")
        if held_back:
            left.append(f"{held_back} tertahan karena alasan di halaman tadi.")
        if left:
            text = format_html(
                "{} {} tidak berubah. {}",
                len(outcome.left) + held_back,
                kind,
                format_html_join(" ", "{}", ((sentence,) for sentence in left)),
            )
            self.message_user(request, text, messages.WARNING)

    def _moves_for_many(self, request: HttpRequest) -> dict[str, Move]:
        if not self.has_change_permission(request):
            return {}
        return moves_for_many(reviewer=may_review(signed_in(request), self.model()))

    def _route(self, page: str) -> str:
        return f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}"


def _ask_before(move: Move) -> Any:
    def action(model_admin: MovesMany, request: HttpRequest, queryset: Any) -> HttpResponse | None:
        return model_admin.ask_before_moving(request, move, queryset)

    return action
