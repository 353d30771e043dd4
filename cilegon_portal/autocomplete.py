"""Fields that are chosen by typing: Django's own, for which a value that is no key is no error of the server."""

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.core.exceptions import ValidationError
from django.db import models
from django.forms import Script
from django.http import HttpRequest

if TYPE_CHECKING:
    _AnyAdmin = admin.options.BaseModelAdmin[Any]
else:  # subscripting it is for the type checker only
    _AnyAdmin = admin.options.BaseModelAdmin


class _Select(AutocompleteSelect):
    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        return super().optgroups(name, _keys(self.field, value), attr)


class _SelectMultiple(AutocompleteSelectMultiple):
    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        return super().optgroups(name, _keys(self.field, value), attr)


def _keys(field: Any, values: Any) -> list[Any]:
    """Return those of *values* that can be looked up: Django asks the database for all of them."""
    key = field.remote_field.model._meta.pk
    return [value for value in values if not value or _is_key(key, value)]


def _is_key(key: "models.Field[Any, Any]", value: Any) -> bool:
    try:
        key.clean(value, None)
    except ValidationError:
        return False
    return "\0" not in str(value)  # PostgreSQL compares no text with it


class CompletesNames(_AnyAdmin):
    """An admin whose ``autocomplete_fields`` have a name, and come back with a sentence whatever was sent."""

    class Media:
        """Name the box to type in."""

        js: ClassVar = [Script("js/admin/typed-choices.js", defer=True)]

    def formfield_for_foreignkey(
        self, db_field: models.ForeignKey[Any, Any], request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = _Select(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(
        self, db_field: "models.ManyToManyField[Any, Any]", request: HttpRequest, **kwargs: Any
    ) -> Any:
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = _SelectMultiple(db_field, self.admin_site, using=kwargs.get("using"))
        return super().formfield_for_manytomany(db_field, request, **kwargs)
