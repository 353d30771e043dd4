"""What the inboxes of Petugas KIM share.

Nothing is added or deleted there (``data_pribadi`` erases), and no address of a list asks for
contacts. Who saves late overwrites nothing unseen. A button opens a contact, and each look is
written down (:mod:`community.access_log`).
"""

from typing import Any, ClassVar

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.html import format_html

from cilegon_portal.contacts import whatsapp_number
from cilegon_portal.publishing.access import signed_in
from cilegon_portal.publishing.saving import SavesInTurn
from community.access_log import Subject, log_access
from community.aspirations import Aspiration
from community.registrations import Registration

OVERDUE = "terlambat"


class WhenFilter(admin.SimpleListFilter):
    """What staff still owe; the list starts with it, called :attr:`first`."""

    title = "kapan"
    parameter_name = "kapan"
    first: ClassVar[str]

    def choices(self, changelist: Any) -> Any:
        """Call the first choice what it is."""
        found = list(super().choices(changelist))
        found[0]["display"] = self.first
        return found


class InboxAdmin(SavesInTurn):
    """The list and the form of one kind; ``permission`` opens them, ``parameters`` narrow the list."""

    permission: ClassVar[str]
    parameters: ClassVar[frozenset[str]]
    view_on_site = False  # the form has its own link to the page under the code
    list_per_page = 50
    show_full_result_count = False
    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return request.user.has_perm(self.permission)

    has_change_permission = has_view_permission

    def has_module_permission(self, request: HttpRequest) -> bool:
        return request.user.has_perm(self.permission)

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest | None = None) -> bool:
        """Allow what the filters ask and nothing else: ?contact__startswith=08 would tell contacts."""
        return lookup.partition("__")[0] in self.parameters

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        """Put first what is due first while the list is of what waits; else the newest."""
        is_of_all = request.GET.get(WhenFilter.parameter_name) not in {None, OVERDUE}
        return ("-pk",) if is_of_all or "state__exact" in request.GET else ("due_on", "pk")

    @admin.display(description="paling lambat", ordering="due_on")
    def due(self, item: Any) -> str:
        day = f"{item.due_on:%d/%m/%Y}"
        late = format_html('{} <span class="desk-tag warn">Terlambat</span>', day)
        return late if item.is_overdue() else day


def contact_page(
    request: HttpRequest, item: Aspiration | Registration, *, purpose: str, chat_text: str
) -> HttpResponse:
    """Show name and contact of the sender of *item*, for *purpose*, and write down who looked."""
    log_access(item, Subject.CONTACT, by=signed_in(request))
    context = admin.site.each_context(request) | {
        "title": "Kontak pengirim",
        "item": item,
        "address": reverse(f"admin:community_{item._meta.model_name}_change", args=[item.pk]),
        "purpose": purpose,
        "number": whatsapp_number(item.contact) if item.contact else "",
        "chat_text": chat_text,
    }
    response = TemplateResponse(request, "admin/community/contact.html", context)
    response["Cache-Control"] = "private, no-store"
    return response
