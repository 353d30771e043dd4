"""The admin of anything that is published: own items, moves as buttons, versions.

Rule: docs/publishing.md#moves. What a button does is checked again when it is pressed.
"""

from typing import Any, ClassVar, cast

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html_join

from cilegon_portal.autocomplete import CompletesNames
from cilegon_portal.likely_days import LikelyDateTimeField
from cilegon_portal.publishing.access import signed_in
from cilegon_portal.publishing.bulk_admin import MovesMany
from cilegon_portal.publishing.copies import note_saved
from cilegon_portal.publishing.filters import OfferedFilters, OwnerFilter, StateFilter
from cilegon_portal.publishing.forms import CONFIRM_KEY, MOVE_KEY, NOTE_KEY, PublishableForm
from cilegon_portal.publishing.models import Publishable, PublishableQuerySet, Status, StatusChange
from cilegon_portal.publishing.reading import show_texts
from cilegon_portal.publishing.saving import SavesInTurn
from cilegon_portal.publishing.slugs import leave_redirect
from cilegon_portal.publishing.workflow import (
    MOVES,
    NotInOrder,
    available_moves,
    may_review,
    move_item,
)

HISTORY_MAX_ITEMS = 20
# One native field with one label; Django's split pair has none for the time.
NATIVE_DATETIME: dict[Any, dict[str, Any]] = {
    models.DateTimeField: {
        "form_class": LikelyDateTimeField,
        "widget": forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    },
}
NATIVE_DATE: dict[Any, dict[str, Any]] = {
    models.DateField: {"widget": forms.DateInput({"type": "date"}, "%Y-%m-%d")},
}
# What is typed without a scheme, "cilegon.go.id", is an https address.
HTTPS_ADDRESSES: dict[Any, dict[str, Any]] = {models.URLField: {"assume_scheme": "https"}}
_FOUND_ON_SAVING = "_found_on_saving"  # on the request: the form is asked a second time


class PublishableAdmin(CompletesNames, OfferedFilters, MovesMany, SavesInTurn):
    """Base of the admins of Article, Page and what comes: see the module.

    ``reviewer_fields`` are read-only for those who may not review.
    """

    form = PublishableForm
    change_form_template = "admin/publishing/change_form.html"
    view_on_site = False  # the form has its own link, which says whether it is a preview
    list_filter: ClassVar[Any] = (StateFilter, OwnerFilter)
    ordering: ClassVar[tuple[str, ...]] = (
        "-pk",
    )  # the primary key needs no sorting at 100,000 rows
    show_full_result_count = False
    list_per_page = 50
    save_on_top = False
    reviewer_fields: tuple[str, ...] = ()
    formfield_overrides = NATIVE_DATETIME

    @admin.display(description="keadaan", ordering="status")
    def state(self, item: Publishable) -> str:
        return item.state_label()

    def get_queryset(self, request: HttpRequest) -> Any:
        return cast("PublishableQuerySet[Any]", super().get_queryset(request)).visible_to(
            signed_in(request)
        )

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """Tell whether the form may be edited: reviewers always, writers while it is a draft."""
        if not super().has_change_permission(request, obj):
            return False
        user = signed_in(request)
        if obj is None or may_review(user, obj):
            return True
        return obj.is_owned_by(user) and obj.status in {Status.DRAFT, Status.RETURNED}

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        fields = [*super().get_readonly_fields(request, obj)]
        if not may_review(signed_in(request), obj or self.model()):
            fields += self.reviewer_fields
        if (
            obj is not None
            and obj.was_public()
            and not request.user.has_perm("publishing.add_slugredirect")
        ):
            fields.append("slug")
        return fields

    def get_form(
        self,
        request: HttpRequest,
        obj: Any = None,
        change: bool = False,  # noqa: FBT001, FBT002 -- Django's signature
        **kwargs: Any,
    ) -> Any:
        form: Any = super().get_form(request, obj, change, **kwargs)
        form.user = request.user
        form.found_on_saving = getattr(request, _FOUND_ON_SAVING, ())
        return form

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Answer the form; what only shows when all parts are saved is refused like the rest.

        Nothing is half saved: Django's view is one transaction, and this lets it go back.
        """
        try:
            return super().changeform_view(request, *args, **kwargs)
        except NotInOrder as error:
            setattr(request, _FOUND_ON_SAVING, tuple(error.problems))
            return super().changeform_view(request, *args, **kwargs)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        if not change:
            obj.created_by = request.user
        obj.updated_by = request.user
        obj.save()
        for sentence in form.mended:
            self.message_user(request, sentence, messages.INFO)
        for sentence in form.removed:
            self.message_user(request, sentence, messages.WARNING)
        old_slug = form.initial.get("slug")
        if change and old_slug and old_slug != obj.slug and obj.was_public():
            leave_redirect(obj, old_slug)

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: Any) -> None:
        """Save what hangs on the item, then make the move that was asked for, in one transaction."""
        super().save_related(request, form, formsets, change)
        if found := form.standing_in_the_way(form.instance.problems()):
            raise NotInOrder(found)
        if name := request.POST.get(MOVE_KEY):
            if name not in MOVES:
                raise PermissionDenied
            move_item(
                form.instance,
                name,
                by=signed_in(request),
                note=request.POST.get(NOTE_KEY, ""),
                confirmed=CONFIRM_KEY in request.POST,
            )

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        note_saved(request)
        if IS_POPUP_VAR in request.POST:
            return super().response_add(request, obj, post_url_continue)
        return self._respond(request, obj)

    def response_change(self, request: HttpRequest, obj: Any) -> HttpResponse:
        note_saved(request)
        if IS_POPUP_VAR in request.POST:
            return super().response_change(request, obj)
        return self._respond(request, obj)

    def _respond(self, request: HttpRequest, item: Publishable) -> HttpResponse:
        if name := request.POST.get(MOVE_KEY):
            self.message_user(request, f"“{item}” {MOVES[name].done}.", messages.SUCCESS)
            return self.response_post_save_change(request, item)
        self.message_user(request, f"“{item}” tersimpan.", messages.SUCCESS)
        return HttpResponseRedirect(self._address(item, "change"))

    def _address(self, item: Publishable, page: str) -> str:
        return reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_{page}", args=[item.pk])

    def get_urls(self) -> list[URLPattern]:
        name = f"{self.opts.app_label}_{self.opts.model_name}_move"
        view = self.admin_site.admin_view(self.move_view)
        return [path("<path:object_id>/pindah/", view, name=name), *super().get_urls()]

    @transaction.atomic
    def move_view(self, request: HttpRequest, object_id: str) -> HttpResponse:
        """Move an item that the reader may not edit: a writer takes back what was handed in."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        item = self.get_object(request, object_id)
        if request.method != "POST":  # who had to sign in again is led here
            return HttpResponseRedirect(self._address(item, "change"))
        name = request.POST.get(MOVE_KEY, "")
        if name not in MOVES:
            raise PermissionDenied
        try:
            move_item(item, name, by=signed_in(request), note=request.POST.get(NOTE_KEY, ""))
        except ValidationError as error:
            text = format_html_join(" ", "{}", ((message,) for message in error.messages))
            self.message_user(request, text, messages.ERROR)
        else:
            self.log_change(request, item, MOVES[name].label)
            self.message_user(request, f"“{item}” {MOVES[name].done}.", messages.SUCCESS)
        return HttpResponseRedirect(self._address(item, "change"))

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        item = kwargs.get("obj")
        may_edit = self.has_change_permission(request, item)
        if item is not None and not may_edit:
            show_texts(item)
        subject = item or self.model(created_by=signed_in(request))
        moves = available_moves(subject, signed_in(request))
        context.update(
            {
                "moves": [move for move in moves if item or move.name != "arsipkan"],
                "note": request.POST.get(NOTE_KEY, ""),
                "may_edit": may_edit,
                "may_delete": item is not None and self.has_delete_permission(request, item),
                "move_url": self._address(item, "move") if item else "",
                "steps": _steps(item) if item else [],
            }
        )
        return super().render_change_form(request, context, *args, **kwargs)


def _steps(item: Publishable) -> models.QuerySet[StatusChange]:
    content_type = ContentType.objects.get_for_model(item)
    return StatusChange.objects.filter(content_type=content_type, object_id=item.pk).select_related(
        "by"
    )[:HISTORY_MAX_ITEMS]
