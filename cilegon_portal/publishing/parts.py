"""Rows that hang on an item (a gallery): how many, and one rule for who may edit them."""

from typing import TYPE_CHECKING, Any

from django.contrib import admin
from django.http import HttpRequest

if TYPE_CHECKING:
    _InlineModelAdmin = admin.options.InlineModelAdmin[Any, Any]
else:  # subscripting it is for the type checker only
    _InlineModelAdmin = admin.options.InlineModelAdmin


# Django would build 2,000 rows of a form that only says it has them: seconds of work.
ROWS_MAX = 150


class BoundedInline(_InlineModelAdmin):
    """Rows below a form, as many as a person fills in: base of every inline."""

    extra = 0
    max_num = ROWS_MAX

    def get_formset(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> Any:
        return super().get_formset(request, obj, **{"absolute_max": self.max_num, **kwargs})


class PartInline(BoundedInline):
    """A part of an item: who may change or view the item may do so with its parts."""

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
