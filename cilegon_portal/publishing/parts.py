"""Rows that hang on a published item (a gallery): one rule for who may edit them."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

if TYPE_CHECKING:
    _InlineModelAdmin = admin.options.InlineModelAdmin[Any, Any]
else:  # subscripting it is for the type checker only
    _InlineModelAdmin = admin.options.InlineModelAdmin


class PartInline(_InlineModelAdmin):
    """A part of an item: who may change or view the item may do so with its parts."""

    extra = 0

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._owner().has_change_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._owner().has_change_permission(request, obj)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._owner().has_change_permission(request, obj)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._owner().has_view_permission(request, obj)

    def _owner(self) -> "admin.ModelAdmin[Any]":
        return self.admin_site.get_model_admin(self.parent_model)
