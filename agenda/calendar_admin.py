"""Private calendars of officials in the admin: made, handed over, revoked; never edited or deleted.

Rule: docs/agenda.md#private-calendars.
"""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import URLPattern, path, reverse
from django.views.decorators.http import require_POST

from agenda.calendar_links import subscription
from agenda.private_links import CalendarLink
from cilegon_portal.publishing.access import signed_in


class CalendarLinkAdmin(admin.ModelAdmin):
    """Officers make and revoke them; an aide finds those of the officials they serve."""

    change_form_template = "admin/agenda/calendarlink/change_form.html"
    list_display = ("official", "note", "created_at", "state")
    list_filter = (("revoked_at", admin.EmptyFieldListFilter),)
    list_select_related = ("official",)
    search_fields = ("official__title", "note")
    fields = ("official", "note")
    view_on_site = False
    actions = None

    @admin.display(description="keadaan")
    def state(self, link: CalendarLink) -> str:
        return "Dicabut" if link.revoked_at else "Berlaku"

    def get_queryset(self, request: HttpRequest) -> QuerySet[CalendarLink]:
        return CalendarLink.objects.handed_to(signed_in(request))

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # whoever has the address should not find another calendar behind it

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: Any) -> None:
        obj.created_by = request.user
        super().save_model(request, obj, form, change)

    def response_add(
        self, request: HttpRequest, obj: Any, post_url_continue: str | None = None
    ) -> HttpResponse:
        self.message_user(request, "Tautan sudah jadi. Salin alamatnya di bawah.", messages.SUCCESS)
        return HttpResponseRedirect(self._address("change", obj.pk))

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(require_POST(self.revoke_view))
        name = "agenda_calendarlink_revoke"
        return [path("<int:pk>/cabut/", view, name=name), *super().get_urls()]

    def revoke_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """End a link, at once and for good. Raises Http404 for one that is not theirs to see."""
        if not request.user.has_perm("agenda.change_calendarlink"):
            raise PermissionDenied
        link = self.get_object(request, str(pk))
        if link is None:
            raise Http404
        link.revoke()
        self.log_change(request, link, "Dicabut.")
        self.message_user(
            request,
            f"Tautan “{link}” dicabut. Alamatnya tidak menampilkan apa pun lagi.",
            messages.SUCCESS,
        )
        return HttpResponseRedirect(self._address("change", pk))

    def render_change_form(
        self, request: HttpRequest, context: Any, *args: Any, **kwargs: Any
    ) -> HttpResponse:
        link = kwargs.get("obj")
        if link is not None and link.revoked_at is None:
            context["calendar"] = subscription(str(link), link.get_absolute_url())
            if request.user.has_perm("agenda.change_calendarlink"):
                context["revoke_url"] = self._address("revoke", link.pk)
        return super().render_change_form(request, context, *args, **kwargs)

    def _address(self, page: str, pk: int) -> str:
        return reverse(f"admin:agenda_calendarlink_{page}", args=[pk])
